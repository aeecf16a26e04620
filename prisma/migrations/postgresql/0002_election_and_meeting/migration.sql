-- CreateEnum
CREATE TYPE "MeetingAnswer" AS ENUM ('zusage', 'absage', 'vertretung');

-- CreateEnum
CREATE TYPE "ElectionOffice" AS ENUM ('chair', 'deputy', 'motion');

-- CreateEnum
CREATE TYPE "ElectionState" AS ENUM ('draft', 'nomination', 'ready', 'voting', 'acceptance', 'runoff_pending', 'second_round_pending', 'lot_pending', 'void', 'elected', 'not_elected', 'cancelled');

-- CreateEnum
CREATE TYPE "RoundStage" AS ENUM ('first', 'runoff', 'second', 'motion');

-- CreateEnum
CREATE TYPE "RoundPhase" AS ENUM ('voting', 'sealed', 'rewriting', 'counted', 'closed');

-- AlterTable
ALTER TABLE "OutboxItem" ADD COLUMN     "replaces" TEXT,
ADD COLUMN     "sentId" TEXT,
ADD COLUMN     "sentTo" TEXT,
ADD COLUMN     "traceless" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Seat" (
    "party" TEXT NOT NULL,
    "delegateId" TEXT,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("party")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "link" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "plannedAt" TIMESTAMP(3) NOT NULL,
    "cancelledAt" TIMESTAMP(3),

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id"),

    -- By hand.
    CONSTRAINT "Meeting_startsAt_check" CHECK ("startsAt" LIKE '____-__-__T__:__'),
    CONSTRAINT "Meeting_minutes_check" CHECK ("minutes" > 0),
    CONSTRAINT "Meeting_place_check" CHECK (trim("place") <> '' OR "link" IS NOT NULL)
);

-- CreateTable
CREATE TABLE "MeetingReply" (
    "meetingId" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "reply" "MeetingAnswer" NOT NULL,
    "deputy" TEXT,
    "repliedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MeetingReply_pkey" PRIMARY KEY ("meetingId","party"),

    -- By hand.
    CONSTRAINT "MeetingReply_deputy_check" CHECK ("reply" = 'vertretung' OR "deputy" IS NULL)
);

-- CreateTable
CREATE TABLE "MeetingStage" (
    "meetingId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "sent" BOOLEAN NOT NULL,
    "settledAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MeetingStage_pkey" PRIMARY KEY ("meetingId","sequence","stage")
);

-- CreateTable
CREATE TABLE "Election" (
    "id" TEXT NOT NULL,
    "office" "ElectionOffice" NOT NULL,
    "state" "ElectionState" NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "winner" TEXT,
    "reason" TEXT,

    CONSTRAINT "Election_pkey" PRIMARY KEY ("id"),

    -- By hand.
    CONSTRAINT "Election_winner_check" CHECK ("winner" IS NULL OR "state" IN ('acceptance', 'elected'))
);

-- CreateTable
CREATE TABLE "ElectionRound" (
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "stage" "RoundStage" NOT NULL,
    "phase" "RoundPhase" NOT NULL,
    "candidates" JSONB NOT NULL,
    "entitled" INTEGER NOT NULL,
    "quorum" INTEGER NOT NULL,
    "opensAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "closedEarly" BOOLEAN NOT NULL DEFAULT false,
    "turnout" INTEGER NOT NULL DEFAULT 0,
    "turnoutAt" TIMESTAMP(3) NOT NULL,
    "sealedAt" TIMESTAMP(3),
    "seal" JSONB,
    "result" JSONB,

    CONSTRAINT "ElectionRound_pkey" PRIMARY KEY ("electionId","number"),

    -- By hand.
    CONSTRAINT "ElectionRound_number_check" CHECK ("number" >= 1),
    CONSTRAINT "ElectionRound_entitled_check" CHECK ("entitled" >= 1 AND "quorum" >= 1),
    CONSTRAINT "ElectionRound_times_check" CHECK ("closesAt" > "opensAt"),
    CONSTRAINT "ElectionRound_seal_check" CHECK (("phase" = 'voting') = ("sealedAt" IS NULL))
);

-- CreateTable
CREATE TABLE "RegisterEntry" (
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "party" TEXT NOT NULL,
    "holderId" TEXT,
    "voted" BOOLEAN NOT NULL DEFAULT false,
    "tag" TEXT,

    CONSTRAINT "RegisterEntry_pkey" PRIMARY KEY ("electionId","number","party"),

    -- By hand.
    CONSTRAINT "RegisterEntry_tag_check" CHECK ("voted" OR "tag" IS NULL)
);

-- CreateTable
CREATE TABLE "Ballot" (
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "slot" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("electionId","number","slot"),

    -- By hand.
    CONSTRAINT "Ballot_sealed_check" CHECK ("slot" <> '' AND "sealed" <> '')
);

-- CreateIndex
CREATE UNIQUE INDEX "Seat_delegateId_key" ON "Seat"("delegateId");

-- CreateIndex
CREATE INDEX "Meeting_startsAt_idx" ON "Meeting"("startsAt");

-- CreateIndex
CREATE INDEX "ElectionRound_phase_closesAt_idx" ON "ElectionRound"("phase", "closesAt");

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_party_fkey" FOREIGN KEY ("party") REFERENCES "Organisation"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingReply" ADD CONSTRAINT "MeetingReply_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingStage" ADD CONSTRAINT "MeetingStage_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ElectionRound" ADD CONSTRAINT "ElectionRound_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterEntry" ADD CONSTRAINT "RegisterEntry_electionId_number_fkey" FOREIGN KEY ("electionId", "number") REFERENCES "ElectionRound"("electionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_electionId_number_fkey" FOREIGN KEY ("electionId", "number") REFERENCES "ElectionRound"("electionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: one running election per office.
CREATE UNIQUE INDEX "Election_office_key" ON "Election"("office") WHERE "office" <> 'motion' AND "state" NOT IN ('elected', 'not_elected', 'cancelled');

-- By hand: the last line of defence of register and ballot box.
CREATE FUNCTION "forbid_ballot_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a ballot is never changed';
END $$;

CREATE FUNCTION "guard_ballot_insert"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "phase" FROM "ElectionRound" WHERE "electionId" = NEW."electionId" AND "number" = NEW."number" FOR SHARE) NOT IN ('voting', 'rewriting') THEN
    RAISE EXCEPTION 'the ballot box is closed';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION "guard_open_round"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "phase" FROM "ElectionRound" WHERE "electionId" = OLD."electionId" AND "number" = OLD."number") = 'voting' THEN
    RAISE EXCEPTION 'the round is open';
  END IF;
  RETURN OLD;
END $$;

CREATE FUNCTION "guard_vote"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."voted" AND NOT NEW."voted" THEN
    RAISE EXCEPTION 'a vote is not taken back';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Ballot_unchanged" BEFORE UPDATE ON "Ballot" FOR EACH ROW EXECUTE FUNCTION "forbid_ballot_change"();
CREATE TRIGGER "Ballot_insert" BEFORE INSERT ON "Ballot" FOR EACH ROW EXECUTE FUNCTION "guard_ballot_insert"();
CREATE TRIGGER "Ballot_delete" BEFORE DELETE ON "Ballot" FOR EACH ROW EXECUTE FUNCTION "guard_open_round"();
CREATE TRIGGER "RegisterEntry_voted" BEFORE UPDATE ON "RegisterEntry" FOR EACH ROW EXECUTE FUNCTION "guard_vote"();
CREATE TRIGGER "RegisterEntry_delete" BEFORE DELETE ON "RegisterEntry" FOR EACH ROW EXECUTE FUNCTION "guard_open_round"();
