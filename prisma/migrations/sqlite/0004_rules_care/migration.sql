-- CreateTable
CREATE TABLE "RulesDocument" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "titleKey" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "date" TEXT,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "importedAt" DATETIME NOT NULL,
    "importedById" TEXT,
    "removedAt" DATETIME,
    CONSTRAINT "RulesDocument_text_check" CHECK (trim("title") <> '' AND trim("scope") <> ''),
    CONSTRAINT "RulesDocument_version_check" CHECK ("version" >= 1),
    CONSTRAINT "RulesDocument_kind_enum" CHECK ("kind" IN ('rule', 'report', 'strategy', 'motion', 'foreign')),
    CONSTRAINT "RulesDocument_format_enum" CHECK ("format" IN ('txt', 'md', 'docx', 'pdf'))
);

-- CreateTable
CREATE TABLE "RulesPassage" (
    "documentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "paragraph" INTEGER NOT NULL,
    "page" INTEGER,
    "text" TEXT NOT NULL,

    PRIMARY KEY ("documentId", "position"),
    CONSTRAINT "RulesPassage_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "RulesDocument" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RulesPassage_text_check" CHECK (trim("text") <> ''),
    CONSTRAINT "RulesPassage_position_check" CHECK ("position" >= 1 AND "paragraph" >= 1 AND ("page" IS NULL OR "page" >= 1))
);

-- CreateTable
CREATE TABLE "RulesTicket" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "answered" TEXT,
    "state" TEXT NOT NULL,
    "askedById" TEXT,
    "conversationId" TEXT NOT NULL,
    "threadId" TEXT,
    "askedAt" DATETIME NOT NULL,
    "takenById" TEXT,
    "takenAt" DATETIME,
    "settledAt" DATETIME,
    "closedReason" TEXT,
    "informationId" TEXT,
    CONSTRAINT "RulesTicket_informationId_fkey" FOREIGN KEY ("informationId") REFERENCES "RulesInformation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "RulesTicket_question_check" CHECK (trim("question") <> ''),
    CONSTRAINT "RulesTicket_settled_check" CHECK (("state" IN ('open', 'taken')) = ("settledAt" IS NULL)),
    CONSTRAINT "RulesTicket_answer_check" CHECK ("state" = 'answered' OR "informationId" IS NULL),
    CONSTRAINT "RulesTicket_state_enum" CHECK ("state" IN ('open', 'taken', 'answered', 'closed'))
);

-- CreateTable
CREATE TABLE "RulesInformation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "corrects" TEXT,
    "questions" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "basis" TEXT,
    "givenAt" DATETIME NOT NULL,
    "givenById" TEXT,
    "endedAt" DATETIME,
    "endedById" TEXT,
    "supersededById" TEXT,
    CONSTRAINT "RulesInformation_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "RulesInformation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "RulesInformation_text_check" CHECK (trim("questions") <> '' AND trim("answer") <> ''),
    CONSTRAINT "RulesInformation_ended_check" CHECK ("supersededById" IS NULL OR "endedAt" IS NOT NULL)
);

-- CreateTable
CREATE TABLE "RulesFeedback" (
    "answerId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "helpful" BOOLEAN NOT NULL,
    "reason" TEXT,
    "comment" TEXT,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "sources" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    "settledAt" DATETIME,

    PRIMARY KEY ("answerId", "memberId"),
    CONSTRAINT "RulesFeedback_answer_check" CHECK (trim("answerId") <> '' AND trim("question") <> '')
);

-- CreateIndex
CREATE INDEX "RulesDocument_sha256_idx" ON "RulesDocument"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "RulesDocument_titleKey_version_key" ON "RulesDocument"("titleKey", "version");

-- CreateIndex
CREATE UNIQUE INDEX "RulesTicket_number_key" ON "RulesTicket"("number");

-- CreateIndex
CREATE INDEX "RulesTicket_state_askedAt_idx" ON "RulesTicket"("state", "askedAt");

-- CreateIndex
CREATE INDEX "RulesTicket_askedById_idx" ON "RulesTicket"("askedById");

-- CreateIndex
CREATE UNIQUE INDEX "RulesInformation_supersededById_key" ON "RulesInformation"("supersededById");

-- CreateIndex
CREATE INDEX "RulesInformation_endedAt_idx" ON "RulesInformation"("endedAt");

-- CreateIndex
CREATE INDEX "RulesFeedback_helpful_settledAt_at_idx" ON "RulesFeedback"("helpful", "settledAt", "at");
