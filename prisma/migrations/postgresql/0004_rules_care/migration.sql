-- CreateEnum
CREATE TYPE "RulesKind" AS ENUM ('rule', 'report', 'strategy', 'motion', 'foreign');

-- CreateEnum
CREATE TYPE "RulesTicketState" AS ENUM ('open', 'taken', 'answered', 'closed');

-- CreateTable
CREATE TABLE "RulesDocument" (
    "id" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "RulesKind" NOT NULL,
    "scope" TEXT NOT NULL,
    "date" TEXT,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "importedAt" TIMESTAMP(3) NOT NULL,
    "importedById" TEXT,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "RulesDocument_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RulesDocument_text_check" CHECK (trim("title") <> '' AND trim("scope") <> ''),
    CONSTRAINT "RulesDocument_version_check" CHECK ("version" >= 1),
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

    CONSTRAINT "RulesPassage_pkey" PRIMARY KEY ("documentId","position"),
    CONSTRAINT "RulesPassage_text_check" CHECK (trim("text") <> ''),
    CONSTRAINT "RulesPassage_position_check" CHECK ("position" >= 1 AND "paragraph" >= 1 AND ("page" IS NULL OR "page" >= 1))
);

-- CreateTable
CREATE TABLE "RulesTicket" (
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "answered" TEXT,
    "state" "RulesTicketState" NOT NULL,
    "askedById" TEXT,
    "conversationId" TEXT NOT NULL,
    "threadId" TEXT,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "takenById" TEXT,
    "takenAt" TIMESTAMP(3),
    "settledAt" TIMESTAMP(3),
    "closedReason" TEXT,
    "informationId" TEXT,

    CONSTRAINT "RulesTicket_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RulesTicket_question_check" CHECK (trim("question") <> ''),
    CONSTRAINT "RulesTicket_settled_check" CHECK (("state" IN ('open', 'taken')) = ("settledAt" IS NULL)),
    CONSTRAINT "RulesTicket_answer_check" CHECK ("state" = 'answered' OR "informationId" IS NULL)
);

-- CreateTable
CREATE TABLE "RulesInformation" (
    "id" TEXT NOT NULL,
    "corrects" TEXT,
    "questions" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "basis" TEXT,
    "givenAt" TIMESTAMP(3) NOT NULL,
    "givenById" TEXT,
    "endedAt" TIMESTAMP(3),
    "endedById" TEXT,
    "supersededById" TEXT,

    CONSTRAINT "RulesInformation_pkey" PRIMARY KEY ("id"),
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
    "at" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "RulesFeedback_pkey" PRIMARY KEY ("answerId","memberId"),
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

-- AddForeignKey
ALTER TABLE "RulesPassage" ADD CONSTRAINT "RulesPassage_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "RulesDocument"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulesTicket" ADD CONSTRAINT "RulesTicket_informationId_fkey" FOREIGN KEY ("informationId") REFERENCES "RulesInformation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulesInformation" ADD CONSTRAINT "RulesInformation_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "RulesInformation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
