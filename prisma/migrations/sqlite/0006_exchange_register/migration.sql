-- DropIndex
DROP INDEX "ExchangeToken_exchangeId_idx";

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "deletedAt" DATETIME;
ALTER TABLE "Conversation" ADD COLUMN "name" TEXT;

-- AlterTable
ALTER TABLE "WorkingGroup" ADD COLUMN "archivedAt" DATETIME;

-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "ExchangeToken";
PRAGMA foreign_keys=on;

-- CreateTable
CREATE TABLE "ExchangeIndex" (
    "exchangeId" TEXT NOT NULL PRIMARY KEY,
    "version" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "packed" TEXT NOT NULL,
    CONSTRAINT "ExchangeIndex_revision_check" CHECK ("revision" >= 1),
    CONSTRAINT "ExchangeIndex_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "Exchange" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExchangeExperience" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "exchangeId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "organisationKey" TEXT NOT NULL,
    "text" TEXT NOT NULL CONSTRAINT "ExchangeExperience_text_check" CHECK (trim("text") <> ''),
    "effort" TEXT CONSTRAINT "ExchangeExperience_effort_enum" CHECK ("effort" IN ('low', 'medium', 'high')),
    "benefit" TEXT CONSTRAINT "ExchangeExperience_benefit_enum" CHECK ("benefit" IN ('low', 'medium', 'high')),
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME,
    "deletedAt" DATETIME,
    CONSTRAINT "ExchangeExperience_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "Exchange" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExchangeExperience_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ExchangeExperience_organisationKey_fkey" FOREIGN KEY ("organisationKey") REFERENCES "Organisation" ("key") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExchangeMark" (
    "exchangeId" TEXT NOT NULL,
    "organisationKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL CONSTRAINT "ExchangeMark_kind_enum" CHECK ("kind" IN ('uses', 'interested')),
    "memberId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("exchangeId", "kind", "organisationKey"),
    CONSTRAINT "ExchangeMark_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "Exchange" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExchangeMark_organisationKey_fkey" FOREIGN KEY ("organisationKey") REFERENCES "Organisation" ("key") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ExchangeMark_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExchangeMatch" (
    "needId" TEXT NOT NULL,
    "offerId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("needId", "offerId"),
    CONSTRAINT "ExchangeMatch_sides_check" CHECK ("needId" <> "offerId")
);

-- CreateTable
CREATE TABLE "ProcurementHint" (
    "subject" TEXT NOT NULL PRIMARY KEY,
    "raisedAt" DATETIME NOT NULL,
    "doneAt" DATETIME,
    "doneById" TEXT
);

-- AlterTable: columns are added one by one; a rebuilt table would lose its conditions.
ALTER TABLE "Exchange" ADD COLUMN "updatedAt" DATETIME NOT NULL DEFAULT '1970-01-01T00:00:00.000+00:00';
ALTER TABLE "Exchange" ADD COLUMN "binding" TEXT NOT NULL DEFAULT 'open' CONSTRAINT "Exchange_binding_enum" CHECK ("binding" IN ('open', 'decided'));
ALTER TABLE "Exchange" ADD COLUMN "visibility" TEXT NOT NULL DEFAULT 'forum' CONSTRAINT "Exchange_visibility_enum" CHECK ("visibility" IN ('forum', 'group')) CONSTRAINT "Exchange_visibility_check" CHECK ("visibility" = 'forum' OR "groupId" IS NOT NULL);
ALTER TABLE "Exchange" ADD COLUMN "tags" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Exchange" ADD COLUMN "links" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Exchange" ADD COLUMN "productKey" TEXT;
ALTER TABLE "Exchange" ADD COLUMN "happenedAt" DATETIME;
ALTER TABLE "Exchange" ADD COLUMN "authorId" TEXT CONSTRAINT "Exchange_authorId_fkey" REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Exchange" ADD COLUMN "authorKey" TEXT;
ALTER TABLE "Exchange" ADD COLUMN "sourceKey" TEXT;
ALTER TABLE "Exchange" ADD COLUMN "sourceLink" TEXT;
ALTER TABLE "Exchange" ADD COLUMN "objectedAt" DATETIME CONSTRAINT "Exchange_objected_check" CHECK ("objectedAt" IS NULL OR "sourceKey" IS NOT NULL);
ALTER TABLE "Exchange" ADD COLUMN "externalId" TEXT;
ALTER TABLE "ExchangeRevision" ADD COLUMN "binding" TEXT NOT NULL DEFAULT 'open' CONSTRAINT "ExchangeRevision_binding_enum" CHECK ("binding" IN ('open', 'decided'));
ALTER TABLE "ExchangeRevision" ADD COLUMN "visibility" TEXT NOT NULL DEFAULT 'forum' CONSTRAINT "ExchangeRevision_visibility_enum" CHECK ("visibility" IN ('forum', 'group'));
ALTER TABLE "ExchangeRevision" ADD COLUMN "tags" TEXT NOT NULL DEFAULT '';
ALTER TABLE "ExchangeRevision" ADD COLUMN "links" TEXT NOT NULL DEFAULT '';
ALTER TABLE "ExchangeRevision" ADD COLUMN "organisationKey" TEXT;
ALTER TABLE "ExchangeRevision" ADD COLUMN "groupId" TEXT;
ALTER TABLE "ExchangeRevision" ADD COLUMN "act" TEXT NOT NULL DEFAULT 'changed' CONSTRAINT "ExchangeRevision_act_enum" CHECK ("act" IN ('changed', 'deleted', 'restored', 'moved', 'objected'));

-- CreateIndex
CREATE UNIQUE INDEX "Exchange_sourceKey_key" ON "Exchange"("sourceKey");
CREATE UNIQUE INDEX "Exchange_externalId_key" ON "Exchange"("externalId");
CREATE INDEX "Exchange_authorId_idx" ON "Exchange"("authorId");
CREATE INDEX "Exchange_productKey_idx" ON "Exchange"("productKey");
CREATE INDEX "Exchange_updatedAt_idx" ON "Exchange"("updatedAt");
CREATE INDEX "Exchange_revision_updatedAt_idx" ON "Exchange"("revision", "updatedAt");

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
