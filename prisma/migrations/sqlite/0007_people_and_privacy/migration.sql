-- CreateTable
CREATE TABLE "Coordinator" (
    "memberId" TEXT NOT NULL PRIMARY KEY,
    "appointedById" TEXT,
    "appointedAt" DATETIME NOT NULL,
    CONSTRAINT "Coordinator_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MemberChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "memberId" TEXT NOT NULL,
    "field" TEXT NOT NULL CONSTRAINT "MemberChange_field_enum" CHECK ("field" IN ('name', 'organisation', 'coordinator', 'left', 'returned')),
    "changedById" TEXT,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "MemberChange_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PrivacyRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "memberId" TEXT,
    "kind" TEXT NOT NULL CONSTRAINT "PrivacyRequest_kind_enum" CHECK ("kind" IN ('objection', 'correction', 'restriction', 'erasure')),
    "text" TEXT NOT NULL CONSTRAINT "PrivacyRequest_text_check" CHECK (trim("text") <> ''),
    "conversationId" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    "settledById" TEXT,
    "answer" TEXT,
    CONSTRAINT "PrivacyRequest_settled_check" CHECK ("settledAt" IS NOT NULL OR ("settledById" IS NULL AND "answer" IS NULL)),
    CONSTRAINT "PrivacyRequest_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Member" ADD COLUMN "source" TEXT NOT NULL DEFAULT 'self' CONSTRAINT "Member_source_enum" CHECK ("source" IN ('self', 'roster'));
ALTER TABLE "Member" ADD COLUMN "noticeVersion" TEXT;
ALTER TABLE "Member" ADD COLUMN "noticeShownAt" DATETIME CONSTRAINT "Member_notice_check" CHECK (("noticeVersion" IS NULL) = ("noticeShownAt" IS NULL));
ALTER TABLE "Member" ADD COLUMN "leftAt" DATETIME;

-- CreateIndex
CREATE INDEX "Member_leftAt_idx" ON "Member"("leftAt");

-- CreateIndex
CREATE INDEX "MemberChange_memberId_idx" ON "MemberChange"("memberId");

-- CreateIndex
CREATE INDEX "MemberChange_changedAt_idx" ON "MemberChange"("changedAt");

-- CreateIndex
CREATE UNIQUE INDEX "PrivacyRequest_number_key" ON "PrivacyRequest"("number");

-- CreateIndex
CREATE INDEX "PrivacyRequest_settledAt_askedAt_idx" ON "PrivacyRequest"("settledAt", "askedAt");

-- CreateIndex
CREATE INDEX "PrivacyRequest_memberId_idx" ON "PrivacyRequest"("memberId");
