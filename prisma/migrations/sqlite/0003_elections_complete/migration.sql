-- AlterTable
ALTER TABLE "Seat" ADD COLUMN "probeAnsweredAt" DATETIME;
ALTER TABLE "Seat" ADD COLUMN "probeFor" TEXT;
ALTER TABLE "Seat" ADD COLUMN "probeSentAt" DATETIME;
ALTER TABLE "Seat" ADD COLUMN "standInId" TEXT;

-- CreateTable
CREATE TABLE "SeatDeputy" (
    "party" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "namedAt" DATETIME NOT NULL,

    PRIMARY KEY ("party", "memberId"),
    CONSTRAINT "SeatDeputy_party_fkey" FOREIGN KEY ("party") REFERENCES "Seat" ("party") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SeatDeputy_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Candidacy" (
    "electionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "memberId" TEXT,
    "party" TEXT,
    "nominatedById" TEXT,
    "nominatedAt" DATETIME NOT NULL,
    "consentedAt" DATETIME,
    "withdrawnAt" DATETIME,
    "withdrawnIn" INTEGER,

    PRIMARY KEY ("electionId", "name"),
    CONSTRAINT "Candidacy_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "Candidacy_name_check" CHECK (trim("name") <> ''),
    CONSTRAINT "Candidacy_withdrawn_check" CHECK (("withdrawnAt" IS NULL) = ("withdrawnIn" IS NULL))
);

-- CreateTable
CREATE TABLE "ElectionRole" (
    "electionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "until" DATETIME,

    PRIMARY KEY ("electionId", "memberId", "role"),
    CONSTRAINT "ElectionRole_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "ElectionRole_role_enum" CHECK ("role" IN ('officer', 'scrutineer'))
);

-- CreateTable
CREATE TABLE "ElectionProposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "ElectionProposal_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "ElectionProposal_kind_enum" CHECK ("kind" IN ('cancel', 'delegateChange', 'paperResult', 'lotDrawn'))
);

-- CreateTable
CREATE TABLE "ElectionApproval" (
    "proposalId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "approvedAt" DATETIME NOT NULL,

    PRIMARY KEY ("proposalId", "memberId"),
    CONSTRAINT "ElectionApproval_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "ElectionProposal" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "electionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "raisedAt" DATETIME NOT NULL,
    CONSTRAINT "Objection_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "Objection_text_check" CHECK (trim("text") <> '')
);

-- CreateTable
CREATE TABLE "ElectionRule" (
    "version" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "settings" JSONB NOT NULL,
    "adoptedOn" TEXT,
    "savedById" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,

    -- By hand.
    CONSTRAINT "ElectionRule_version_check" CHECK ("version" >= 1)
);

-- CreateTable
CREATE TABLE "Scrutiny" (
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "memberId" TEXT NOT NULL,
    "fetchedAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "agrees" BOOLEAN,

    PRIMARY KEY ("electionId", "number", "memberId"),
    CONSTRAINT "Scrutiny_electionId_number_fkey" FOREIGN KEY ("electionId", "number") REFERENCES "ElectionRound" ("electionId", "number") ON DELETE RESTRICT ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "Scrutiny_confirmed_check" CHECK (("confirmedAt" IS NULL) = ("agrees" IS NULL))
);

-- CreateTable
CREATE TABLE "PageLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "secretHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "memberId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,

    -- By hand.
    CONSTRAINT "PageLink_expires_check" CHECK ("expiresAt" > "createdAt")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "groupId" TEXT,
    "secret" BOOLEAN NOT NULL DEFAULT false,
    "way" TEXT NOT NULL,
    "majority" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "quorum" INTEGER NOT NULL,
    "entitled" INTEGER NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "opensAt" DATETIME,
    "closesAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    "reason" TEXT,
    "cancelReason" TEXT,
    "result" JSONB,
    "electionId" TEXT,
    CONSTRAINT "Decision_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "WorkingGroup" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Decision_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election" ("id") ON DELETE SET NULL ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "Decision_text_check" CHECK (trim("title") <> '' AND trim("text") <> ''),
    CONSTRAINT "Decision_secret_check" CHECK ("secret" OR "electionId" IS NULL),
    CONSTRAINT "Decision_settled_check" CHECK (("state" IN ('draft', 'voting')) = ("settledAt" IS NULL)),
    CONSTRAINT "Decision_way_enum" CHECK ("way" IN ('vote', 'umlauf')),
    CONSTRAINT "Decision_majority_enum" CHECK ("majority" IN ('simple', 'absolutePresent', 'twoThirdsCast', 'twoThirdsElectorate')),
    CONSTRAINT "Decision_state_enum" CHECK ("state" IN ('draft', 'voting', 'accepted', 'rejected', 'void', 'cancelled'))
);

-- CreateTable
CREATE TABLE "DecisionSeat" (
    "decisionId" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "holderId" TEXT,
    "choice" TEXT,
    "votedAt" DATETIME,

    PRIMARY KEY ("decisionId", "party"),
    CONSTRAINT "DecisionSeat_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE CASCADE ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "DecisionSeat_choice_check" CHECK ("choice" IS NULL OR "choice" IN ('ja', 'nein', 'enthaltung', 'ungueltig')),
    CONSTRAINT "DecisionSeat_voted_check" CHECK (("choice" IS NULL) = ("votedAt" IS NULL))
);

-- CreateTable
CREATE TABLE "DecisionSecrecyRequest" (
    "decisionId" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,

    PRIMARY KEY ("decisionId", "party"),
    CONSTRAINT "DecisionSecrecyRequest_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DecisionToken" (
    "token" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "weight" REAL NOT NULL,

    PRIMARY KEY ("token", "decisionId"),
    CONSTRAINT "DecisionToken_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- By hand: columns are added in place, because a table built anew loses its conditions and triggers.
ALTER TABLE "Election" ADD COLUMN "rule" JSONB;
ALTER TABLE "Election" ADD COLUMN "ruleVersion" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Election" ADD COLUMN "dueAt" DATETIME;
ALTER TABLE "Election" ADD COLUMN "closesAt" DATETIME;
ALTER TABLE "Election" ADD COLUMN "extended" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Election" ADD COLUMN "quorum" INTEGER;
ALTER TABLE "Election" ADD COLUMN "answer" TEXT;
ALTER TABLE "Election" ADD COLUMN "answeredAt" DATETIME;
ALTER TABLE "Election" ADD COLUMN "termFrom" TEXT;
ALTER TABLE "Election" ADD COLUMN "termTo" TEXT;
ALTER TABLE "Election" ADD COLUMN "objectionUntil" DATETIME;
ALTER TABLE "Election" ADD COLUMN "erasedAt" DATETIME;
ALTER TABLE "Election" ADD COLUMN "cancelReason" TEXT;
ALTER TABLE "ElectionRound" ADD COLUMN "extensions" JSONB;
ALTER TABLE "ElectionRound" ADD COLUMN "lot" JSONB;
ALTER TABLE "ElectionRound" ADD COLUMN "paper" JSONB;
ALTER TABLE "ElectionRound" ADD COLUMN "duplicates" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ElectionRound" ADD COLUMN "late" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "RegisterEntry" ADD COLUMN "delegateId" TEXT;
ALTER TABLE "RegisterEntry" ADD COLUMN "deputies" JSONB;
ALTER TABLE "RegisterEntry" ADD COLUMN "left" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "RegisterEntry" ADD COLUMN "tested" TEXT;

-- CreateIndex
CREATE INDEX "Election_state_dueAt_idx" ON "Election"("state", "dueAt");

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
