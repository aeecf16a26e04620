-- CreateEnum
CREATE TYPE "MemberSource" AS ENUM ('self', 'roster');

-- CreateEnum
CREATE TYPE "MemberField" AS ENUM ('name', 'organisation', 'coordinator', 'left', 'returned');

-- CreateEnum
CREATE TYPE "PrivacyRequestKind" AS ENUM ('objection', 'correction', 'restriction', 'erasure');

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "leftAt" TIMESTAMP(3),
ADD COLUMN     "noticeShownAt" TIMESTAMP(3),
ADD COLUMN     "noticeVersion" TEXT,
ADD COLUMN     "source" "MemberSource" NOT NULL DEFAULT 'self';

-- CreateTable
CREATE TABLE "Coordinator" (
    "memberId" TEXT NOT NULL,
    "appointedById" TEXT,
    "appointedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Coordinator_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "MemberChange" (
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "field" "MemberField" NOT NULL,
    "changedById" TEXT,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MemberChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrivacyRequest" (
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "memberId" TEXT,
    "kind" "PrivacyRequestKind" NOT NULL,
    "text" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),
    "settledById" TEXT,
    "answer" TEXT,

    CONSTRAINT "PrivacyRequest_pkey" PRIMARY KEY ("id")
);

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

-- CreateIndex
CREATE INDEX "Member_leftAt_idx" ON "Member"("leftAt");

-- AddForeignKey
ALTER TABLE "Coordinator" ADD CONSTRAINT "Coordinator_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberChange" ADD CONSTRAINT "MemberChange_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrivacyRequest" ADD CONSTRAINT "PrivacyRequest_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Member" ADD CONSTRAINT "Member_notice_check" CHECK (("noticeVersion" IS NULL) = ("noticeShownAt" IS NULL));
ALTER TABLE "PrivacyRequest" ADD CONSTRAINT "PrivacyRequest_text_check" CHECK (trim("text") <> '');
ALTER TABLE "PrivacyRequest" ADD CONSTRAINT "PrivacyRequest_settled_check" CHECK ("settledAt" IS NOT NULL OR ("settledById" IS NULL AND "answer" IS NULL));
