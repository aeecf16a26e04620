-- CreateEnum
CREATE TYPE "ElectionRoleKind" AS ENUM ('officer', 'scrutineer');

-- CreateEnum
CREATE TYPE "ElectionProposalKind" AS ENUM ('cancel', 'delegateChange', 'paperResult', 'lotDrawn');

-- CreateEnum
CREATE TYPE "DecisionWay" AS ENUM ('vote', 'umlauf');

-- CreateEnum
CREATE TYPE "DecisionMajority" AS ENUM ('simple', 'absolutePresent', 'twoThirdsCast', 'twoThirdsElectorate');

-- CreateEnum
CREATE TYPE "DecisionState" AS ENUM ('draft', 'voting', 'accepted', 'rejected', 'void', 'cancelled');

-- AlterTable
ALTER TABLE "Seat" ADD COLUMN     "probeAnsweredAt" TIMESTAMP(3),
ADD COLUMN     "probeFor" TEXT,
ADD COLUMN     "probeSentAt" TIMESTAMP(3),
ADD COLUMN     "standInId" TEXT;

-- AlterTable
ALTER TABLE "Election" ADD COLUMN     "answer" TEXT,
ADD COLUMN     "answeredAt" TIMESTAMP(3),
ADD COLUMN     "cancelReason" TEXT,
ADD COLUMN     "closesAt" TIMESTAMP(3),
ADD COLUMN     "dueAt" TIMESTAMP(3),
ADD COLUMN     "erasedAt" TIMESTAMP(3),
ADD COLUMN     "extended" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "objectionUntil" TIMESTAMP(3),
ADD COLUMN     "quorum" INTEGER,
ADD COLUMN     "rule" JSONB,
ADD COLUMN     "ruleVersion" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "termFrom" TEXT,
ADD COLUMN     "termTo" TEXT;

-- AlterTable
ALTER TABLE "ElectionRound" ADD COLUMN     "duplicates" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "extensions" JSONB,
ADD COLUMN     "late" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "lot" JSONB,
ADD COLUMN     "paper" JSONB;

-- AlterTable
ALTER TABLE "RegisterEntry" ADD COLUMN     "delegateId" TEXT,
ADD COLUMN     "deputies" JSONB,
ADD COLUMN     "left" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "tested" TEXT;

-- CreateTable
CREATE TABLE "SeatDeputy" (
    "party" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "namedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SeatDeputy_pkey" PRIMARY KEY ("party","memberId")
);

-- CreateTable
CREATE TABLE "Candidacy" (
    "electionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "memberId" TEXT,
    "party" TEXT,
    "nominatedById" TEXT,
    "nominatedAt" TIMESTAMP(3) NOT NULL,
    "consentedAt" TIMESTAMP(3),
    "withdrawnAt" TIMESTAMP(3),
    "withdrawnIn" INTEGER,

    CONSTRAINT "Candidacy_pkey" PRIMARY KEY ("electionId","name"),

    -- By hand.
    CONSTRAINT "Candidacy_name_check" CHECK (trim("name") <> ''),
    CONSTRAINT "Candidacy_withdrawn_check" CHECK (("withdrawnAt" IS NULL) = ("withdrawnIn" IS NULL))
);

-- CreateTable
CREATE TABLE "ElectionRole" (
    "electionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "role" "ElectionRoleKind" NOT NULL,
    "name" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3),

    CONSTRAINT "ElectionRole_pkey" PRIMARY KEY ("electionId","memberId","role")
);

-- CreateTable
CREATE TABLE "ElectionProposal" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "kind" "ElectionProposalKind" NOT NULL,
    "payload" JSONB NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "ElectionProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ElectionApproval" (
    "proposalId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "approvedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ElectionApproval_pkey" PRIMARY KEY ("proposalId","memberId")
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "raisedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id"),

    -- By hand.
    CONSTRAINT "Objection_text_check" CHECK (trim("text") <> '')
);

-- CreateTable
CREATE TABLE "ElectionRule" (
    "version" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "adoptedOn" TEXT,
    "savedById" TEXT NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ElectionRule_pkey" PRIMARY KEY ("version"),

    -- By hand.
    CONSTRAINT "ElectionRule_version_check" CHECK ("version" >= 1)
);

-- CreateTable
CREATE TABLE "Scrutiny" (
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "memberId" TEXT NOT NULL,
    "fetchedAt" TIMESTAMP(3) NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "agrees" BOOLEAN,

    CONSTRAINT "Scrutiny_pkey" PRIMARY KEY ("electionId","number","memberId"),

    -- By hand.
    CONSTRAINT "Scrutiny_confirmed_check" CHECK (("confirmedAt" IS NULL) = ("agrees" IS NULL))
);

-- CreateTable
CREATE TABLE "PageLink" (
    "id" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "memberId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "PageLink_pkey" PRIMARY KEY ("id"),

    -- By hand.
    CONSTRAINT "PageLink_expires_check" CHECK ("expiresAt" > "createdAt")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "groupId" TEXT,
    "secret" BOOLEAN NOT NULL DEFAULT false,
    "way" "DecisionWay" NOT NULL,
    "majority" "DecisionMajority" NOT NULL,
    "state" "DecisionState" NOT NULL,
    "quorum" INTEGER NOT NULL,
    "entitled" INTEGER NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "opensAt" TIMESTAMP(3),
    "closesAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),
    "reason" TEXT,
    "cancelReason" TEXT,
    "result" JSONB,
    "electionId" TEXT,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id"),

    -- By hand.
    CONSTRAINT "Decision_text_check" CHECK (trim("title") <> '' AND trim("text") <> ''),
    CONSTRAINT "Decision_secret_check" CHECK ("secret" OR "electionId" IS NULL),
    CONSTRAINT "Decision_settled_check" CHECK (("state" IN ('draft', 'voting')) = ("settledAt" IS NULL))
);

-- CreateTable
CREATE TABLE "DecisionSeat" (
    "decisionId" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "holderId" TEXT,
    "choice" TEXT,
    "votedAt" TIMESTAMP(3),

    CONSTRAINT "DecisionSeat_pkey" PRIMARY KEY ("decisionId","party"),

    -- By hand.
    CONSTRAINT "DecisionSeat_choice_check" CHECK ("choice" IS NULL OR "choice" IN ('ja', 'nein', 'enthaltung', 'ungueltig')),
    CONSTRAINT "DecisionSeat_voted_check" CHECK (("choice" IS NULL) = ("votedAt" IS NULL))
);

-- CreateTable
CREATE TABLE "DecisionSecrecyRequest" (
    "decisionId" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DecisionSecrecyRequest_pkey" PRIMARY KEY ("decisionId","party")
);

-- CreateTable
CREATE TABLE "DecisionToken" (
    "token" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "DecisionToken_pkey" PRIMARY KEY ("token","decisionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SeatDeputy_memberId_key" ON "SeatDeputy"("memberId");

-- CreateIndex
CREATE INDEX "ElectionProposal_electionId_kind_idx" ON "ElectionProposal"("electionId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "PageLink_secretHash_key" ON "PageLink"("secretHash");

-- CreateIndex
CREATE INDEX "PageLink_memberId_idx" ON "PageLink"("memberId");

-- CreateIndex
CREATE INDEX "PageLink_expiresAt_idx" ON "PageLink"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_number_key" ON "Decision"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_electionId_key" ON "Decision"("electionId");

-- CreateIndex
CREATE INDEX "Decision_state_closesAt_idx" ON "Decision"("state", "closesAt");

-- CreateIndex
CREATE INDEX "DecisionToken_decisionId_idx" ON "DecisionToken"("decisionId");

-- CreateIndex
CREATE INDEX "Election_state_dueAt_idx" ON "Election"("state", "dueAt");

-- AddForeignKey
ALTER TABLE "SeatDeputy" ADD CONSTRAINT "SeatDeputy_party_fkey" FOREIGN KEY ("party") REFERENCES "Seat"("party") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatDeputy" ADD CONSTRAINT "SeatDeputy_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidacy" ADD CONSTRAINT "Candidacy_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ElectionRole" ADD CONSTRAINT "ElectionRole_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ElectionProposal" ADD CONSTRAINT "ElectionProposal_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ElectionApproval" ADD CONSTRAINT "ElectionApproval_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "ElectionProposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scrutiny" ADD CONSTRAINT "Scrutiny_electionId_number_fkey" FOREIGN KEY ("electionId", "number") REFERENCES "ElectionRound"("electionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "WorkingGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSeat" ADD CONSTRAINT "DecisionSeat_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSecrecyRequest" ADD CONSTRAINT "DecisionSecrecyRequest_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionToken" ADD CONSTRAINT "DecisionToken_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
