-- CreateEnum
CREATE TYPE "ExchangeBinding" AS ENUM ('open', 'decided');

-- CreateEnum
CREATE TYPE "ExchangeVisibility" AS ENUM ('forum', 'group');

-- CreateEnum
CREATE TYPE "ExchangeAct" AS ENUM ('changed', 'deleted', 'restored', 'moved', 'objected');

-- CreateEnum
CREATE TYPE "ExchangeMeasure" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "ExchangeMarkKind" AS ENUM ('uses', 'interested');

-- DropForeignKey
ALTER TABLE "ExchangeToken" DROP CONSTRAINT "ExchangeToken_exchangeId_fkey";

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "deletedAt" TIMESTAMP(3),
ADD COLUMN     "name" TEXT;

-- AlterTable
ALTER TABLE "WorkingGroup" ADD COLUMN     "archivedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Exchange" ADD COLUMN     "authorId" TEXT,
ADD COLUMN     "authorKey" TEXT,
ADD COLUMN     "binding" "ExchangeBinding" NOT NULL DEFAULT 'open',
ADD COLUMN     "externalId" TEXT,
ADD COLUMN     "happenedAt" TIMESTAMP(3),
ADD COLUMN     "links" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "objectedAt" TIMESTAMP(3),
ADD COLUMN     "productKey" TEXT,
ADD COLUMN     "sourceKey" TEXT,
ADD COLUMN     "sourceLink" TEXT,
ADD COLUMN     "tags" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
ADD COLUMN     "visibility" "ExchangeVisibility" NOT NULL DEFAULT 'forum';

-- AlterTable
ALTER TABLE "ExchangeRevision" ADD COLUMN     "act" "ExchangeAct" NOT NULL DEFAULT 'changed',
ADD COLUMN     "binding" "ExchangeBinding" NOT NULL DEFAULT 'open',
ADD COLUMN     "groupId" TEXT,
ADD COLUMN     "links" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "organisationKey" TEXT,
ADD COLUMN     "tags" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "visibility" "ExchangeVisibility" NOT NULL DEFAULT 'forum';

-- DropTable
DROP TABLE "ExchangeToken";

-- CreateTable
CREATE TABLE "ExchangeIndex" (
    "exchangeId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "packed" TEXT NOT NULL,

    CONSTRAINT "ExchangeIndex_pkey" PRIMARY KEY ("exchangeId")
);

-- CreateTable
CREATE TABLE "ExchangeExperience" (
    "id" TEXT NOT NULL,
    "exchangeId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "organisationKey" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "effort" "ExchangeMeasure",
    "benefit" "ExchangeMeasure",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "changedAt" TIMESTAMP(3),
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "ExchangeExperience_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExchangeMark" (
    "exchangeId" TEXT NOT NULL,
    "organisationKey" TEXT NOT NULL,
    "kind" "ExchangeMarkKind" NOT NULL,
    "memberId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExchangeMark_pkey" PRIMARY KEY ("exchangeId","kind","organisationKey")
);

-- CreateTable
CREATE TABLE "ExchangeMatch" (
    "needId" TEXT NOT NULL,
    "offerId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExchangeMatch_pkey" PRIMARY KEY ("needId","offerId")
);

-- CreateTable
CREATE TABLE "ProcurementHint" (
    "subject" TEXT NOT NULL,
    "raisedAt" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),
    "doneById" TEXT,

    CONSTRAINT "ProcurementHint_pkey" PRIMARY KEY ("subject")
);

-- CreateIndex
CREATE INDEX "ExchangeIndex_version_idx" ON "ExchangeIndex"("version");

-- CreateIndex
CREATE INDEX "ExchangeExperience_exchangeId_idx" ON "ExchangeExperience"("exchangeId");

-- CreateIndex
CREATE INDEX "ExchangeExperience_memberId_idx" ON "ExchangeExperience"("memberId");

-- CreateIndex
CREATE INDEX "ExchangeExperience_organisationKey_idx" ON "ExchangeExperience"("organisationKey");

-- CreateIndex
CREATE INDEX "ExchangeMark_memberId_idx" ON "ExchangeMark"("memberId");

-- CreateIndex
CREATE INDEX "ExchangeMark_organisationKey_idx" ON "ExchangeMark"("organisationKey");

-- CreateIndex
CREATE INDEX "ExchangeMatch_offerId_idx" ON "ExchangeMatch"("offerId");

-- CreateIndex
CREATE UNIQUE INDEX "Exchange_sourceKey_key" ON "Exchange"("sourceKey");

-- CreateIndex
CREATE UNIQUE INDEX "Exchange_externalId_key" ON "Exchange"("externalId");

-- CreateIndex
CREATE INDEX "Exchange_authorId_idx" ON "Exchange"("authorId");

-- CreateIndex
CREATE INDEX "Exchange_productKey_idx" ON "Exchange"("productKey");

-- CreateIndex
CREATE INDEX "Exchange_updatedAt_idx" ON "Exchange"("updatedAt");

-- CreateIndex
CREATE INDEX "Exchange_revision_updatedAt_idx" ON "Exchange"("revision", "updatedAt");

-- AddForeignKey
ALTER TABLE "Exchange" ADD CONSTRAINT "Exchange_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExchangeIndex" ADD CONSTRAINT "ExchangeIndex_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "Exchange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExchangeExperience" ADD CONSTRAINT "ExchangeExperience_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "Exchange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExchangeExperience" ADD CONSTRAINT "ExchangeExperience_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExchangeExperience" ADD CONSTRAINT "ExchangeExperience_organisationKey_fkey" FOREIGN KEY ("organisationKey") REFERENCES "Organisation"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExchangeMark" ADD CONSTRAINT "ExchangeMark_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "Exchange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExchangeMark" ADD CONSTRAINT "ExchangeMark_organisationKey_fkey" FOREIGN KEY ("organisationKey") REFERENCES "Organisation"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExchangeMark" ADD CONSTRAINT "ExchangeMark_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddCheck
ALTER TABLE "Exchange" ADD CONSTRAINT "Exchange_visibility_check" CHECK ("visibility" = 'forum' OR "groupId" IS NOT NULL);
ALTER TABLE "Exchange" ADD CONSTRAINT "Exchange_objected_check" CHECK ("objectedAt" IS NULL OR "sourceKey" IS NOT NULL);
ALTER TABLE "ExchangeIndex" ADD CONSTRAINT "ExchangeIndex_revision_check" CHECK ("revision" >= 1);
ALTER TABLE "ExchangeExperience" ADD CONSTRAINT "ExchangeExperience_text_check" CHECK (trim("text") <> '');
ALTER TABLE "ExchangeMatch" ADD CONSTRAINT "ExchangeMatch_sides_check" CHECK ("needId" <> "offerId");
