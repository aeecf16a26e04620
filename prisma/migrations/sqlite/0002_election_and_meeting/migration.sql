-- CreateTable
CREATE TABLE "Seat" (
    "party" TEXT NOT NULL PRIMARY KEY,
    "delegateId" TEXT,
    CONSTRAINT "Seat_party_fkey" FOREIGN KEY ("party") REFERENCES "Organisation" ("key") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Seat_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "startsAt" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "link" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "plannedAt" DATETIME NOT NULL,
    "cancelledAt" DATETIME,

    -- By hand.
    CONSTRAINT "Meeting_startsAt_check" CHECK ("startsAt" LIKE '____-__-__T__:__'),
    CONSTRAINT "Meeting_minutes_check" CHECK ("minutes" > 0),
    CONSTRAINT "Meeting_place_check" CHECK (trim("place") <> '' OR "link" IS NOT NULL)
);

-- CreateTable
CREATE TABLE "MeetingReply" (
    "meetingId" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "reply" TEXT NOT NULL,
    "deputy" TEXT,
    "repliedAt" DATETIME NOT NULL,

    PRIMARY KEY ("meetingId", "party"),
    CONSTRAINT "MeetingReply_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "MeetingReply_deputy_check" CHECK ("reply" = 'vertretung' OR "deputy" IS NULL),
    CONSTRAINT "MeetingReply_reply_enum" CHECK ("reply" IN ('zusage', 'absage', 'vertretung'))
);

-- CreateTable
CREATE TABLE "MeetingStage" (
    "meetingId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "sent" BOOLEAN NOT NULL,
    "settledAt" DATETIME NOT NULL,

    PRIMARY KEY ("meetingId", "sequence", "stage"),
    CONSTRAINT "MeetingStage_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Election" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "office" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "winner" TEXT,
    "reason" TEXT,

    -- By hand.
    CONSTRAINT "Election_winner_check" CHECK ("winner" IS NULL OR "state" IN ('acceptance', 'elected')),
    CONSTRAINT "Election_office_enum" CHECK ("office" IN ('chair', 'deputy', 'motion')),
    CONSTRAINT "Election_state_enum" CHECK ("state" IN ('draft', 'nomination', 'ready', 'voting', 'acceptance', 'runoff_pending', 'second_round_pending', 'lot_pending', 'void', 'elected', 'not_elected', 'cancelled'))
);

-- CreateTable
CREATE TABLE "ElectionRound" (
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "candidates" JSONB NOT NULL,
    "entitled" INTEGER NOT NULL,
    "quorum" INTEGER NOT NULL,
    "opensAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "closedEarly" BOOLEAN NOT NULL DEFAULT false,
    "turnout" INTEGER NOT NULL DEFAULT 0,
    "turnoutAt" DATETIME NOT NULL,
    "sealedAt" DATETIME,
    "seal" JSONB,
    "result" JSONB,

    PRIMARY KEY ("electionId", "number"),
    CONSTRAINT "ElectionRound_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "ElectionRound_number_check" CHECK ("number" >= 1),
    CONSTRAINT "ElectionRound_entitled_check" CHECK ("entitled" >= 1 AND "quorum" >= 1),
    CONSTRAINT "ElectionRound_times_check" CHECK ("closesAt" > "opensAt"),
    CONSTRAINT "ElectionRound_seal_check" CHECK (("phase" = 'voting') = ("sealedAt" IS NULL)),
    CONSTRAINT "ElectionRound_stage_enum" CHECK ("stage" IN ('first', 'runoff', 'second', 'motion')),
    CONSTRAINT "ElectionRound_phase_enum" CHECK ("phase" IN ('voting', 'sealed', 'rewriting', 'counted', 'closed'))
);

-- CreateTable
CREATE TABLE "RegisterEntry" (
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "party" TEXT NOT NULL,
    "holderId" TEXT,
    "voted" BOOLEAN NOT NULL DEFAULT false,
    "tag" TEXT,

    PRIMARY KEY ("electionId", "number", "party"),
    CONSTRAINT "RegisterEntry_electionId_number_fkey" FOREIGN KEY ("electionId", "number") REFERENCES "ElectionRound" ("electionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "RegisterEntry_tag_check" CHECK ("voted" OR "tag" IS NULL)
);

-- CreateTable
CREATE TABLE "Ballot" (
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "slot" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    PRIMARY KEY ("electionId", "number", "slot"),
    CONSTRAINT "Ballot_electionId_number_fkey" FOREIGN KEY ("electionId", "number") REFERENCES "ElectionRound" ("electionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "Ballot_sealed_check" CHECK ("slot" <> '' AND "sealed" <> '')
) WITHOUT ROWID;

-- By hand: columns are added in place, because a table built anew loses its conditions.
ALTER TABLE "OutboxItem" ADD COLUMN "sentTo" TEXT;
ALTER TABLE "OutboxItem" ADD COLUMN "sentId" TEXT;
ALTER TABLE "OutboxItem" ADD COLUMN "replaces" TEXT;
ALTER TABLE "OutboxItem" ADD COLUMN "traceless" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE UNIQUE INDEX "Seat_delegateId_key" ON "Seat"("delegateId");

-- CreateIndex
CREATE INDEX "Meeting_startsAt_idx" ON "Meeting"("startsAt");

-- CreateIndex
CREATE INDEX "ElectionRound_phase_closesAt_idx" ON "ElectionRound"("phase", "closesAt");

-- By hand: one running election per office.
CREATE UNIQUE INDEX "Election_office_key" ON "Election"("office") WHERE "office" <> 'motion' AND "state" NOT IN ('elected', 'not_elected', 'cancelled');

-- By hand: the last line of defence of register and ballot box.
CREATE TRIGGER "Ballot_unchanged" BEFORE UPDATE ON "Ballot"
BEGIN
  SELECT RAISE(ABORT, 'a ballot is never changed');
END;

CREATE TRIGGER "Ballot_insert" BEFORE INSERT ON "Ballot"
WHEN (SELECT "phase" FROM "ElectionRound" WHERE "electionId" = NEW."electionId" AND "number" = NEW."number") NOT IN ('voting', 'rewriting')
BEGIN
  SELECT RAISE(ABORT, 'the ballot box is closed');
END;

CREATE TRIGGER "Ballot_delete" BEFORE DELETE ON "Ballot"
WHEN (SELECT "phase" FROM "ElectionRound" WHERE "electionId" = OLD."electionId" AND "number" = OLD."number") = 'voting'
BEGIN
  SELECT RAISE(ABORT, 'the ballot box is open');
END;

CREATE TRIGGER "RegisterEntry_voted" BEFORE UPDATE ON "RegisterEntry"
WHEN OLD."voted" AND NOT NEW."voted"
BEGIN
  SELECT RAISE(ABORT, 'a vote is not taken back');
END;

CREATE TRIGGER "RegisterEntry_delete" BEFORE DELETE ON "RegisterEntry"
WHEN (SELECT "phase" FROM "ElectionRound" WHERE "electionId" = OLD."electionId" AND "number" = OLD."number") = 'voting'
BEGIN
  SELECT RAISE(ABORT, 'the register is in use');
END;
