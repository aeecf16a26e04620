-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "PlaceKind" AS ENUM ('personal', 'group', 'channel');

-- CreateEnum
CREATE TYPE "ExchangeKind" AS ENUM ('process', 'product', 'service');

-- CreateEnum
CREATE TYPE "ExchangeStage" AS ENUM ('idea', 'trial', 'inUse', 'ended');

-- CreateEnum
CREATE TYPE "ExchangeOffer" AS ENUM ('seeks', 'offers');

-- CreateEnum
CREATE TYPE "OutboxState" AS ENUM ('pending', 'delivered', 'expired', 'undeliverable', 'dropped');

-- CreateTable
CREATE TABLE "Forum" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "channelId" TEXT,

    CONSTRAINT "Forum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "party" BOOLEAN NOT NULL,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "aadObjectId" TEXT NOT NULL,
    "teamsUserId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisationKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL,
    "kind" "PlaceKind" NOT NULL,
    "tenantId" TEXT NOT NULL,
    "serviceUrl" TEXT NOT NULL,
    "botId" TEXT NOT NULL,
    "teamId" TEXT,
    "memberId" TEXT,
    "groupId" TEXT,
    "dead" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkingGroup" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WorkingGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "joinedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("groupId","memberId")
);

-- CreateTable
CREATE TABLE "Exchange" (
    "id" TEXT NOT NULL,
    "kind" "ExchangeKind" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "stage" "ExchangeStage" NOT NULL,
    "product" TEXT,
    "offer" "ExchangeOffer",
    "organisationKey" TEXT NOT NULL,
    "groupId" TEXT,
    "recordedById" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "Exchange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExchangeRevision" (
    "exchangeId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" "ExchangeKind" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "stage" "ExchangeStage" NOT NULL,
    "product" TEXT,
    "offer" "ExchangeOffer",
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExchangeRevision_pkey" PRIMARY KEY ("exchangeId","revision")
);

-- CreateTable
CREATE TABLE "ExchangeToken" (
    "token" TEXT NOT NULL,
    "exchangeId" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "ExchangeToken_pkey" PRIMARY KEY ("token","exchangeId")
);

-- CreateTable
CREATE TABLE "OutboxItem" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "conversationId" TEXT,
    "memberId" TEXT,
    "threadId" TEXT,
    "payload" JSONB,
    "state" "OutboxState" NOT NULL DEFAULT 'pending',
    "dueAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimedBy" TEXT,
    "claimedUntil" TIMESTAMP(3),
    "lastFailure" TEXT,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "OutboxItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AppliedAction" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AppliedAction_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Forum_channelId_key" ON "Forum"("channelId");

-- CreateIndex
CREATE INDEX "Member_organisationKey_idx" ON "Member"("organisationKey");

-- CreateIndex
CREATE UNIQUE INDEX "Member_tenantId_aadObjectId_key" ON "Member"("tenantId", "aadObjectId");

-- CreateIndex
CREATE INDEX "Conversation_memberId_idx" ON "Conversation"("memberId");

-- CreateIndex
CREATE INDEX "Conversation_groupId_idx" ON "Conversation"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "WorkingGroup_nameKey_key" ON "WorkingGroup"("nameKey");

-- CreateIndex
CREATE INDEX "GroupMember_memberId_idx" ON "GroupMember"("memberId");

-- CreateIndex
CREATE INDEX "Exchange_organisationKey_idx" ON "Exchange"("organisationKey");

-- CreateIndex
CREATE INDEX "Exchange_groupId_idx" ON "Exchange"("groupId");

-- CreateIndex
CREATE INDEX "Exchange_recordedById_idx" ON "Exchange"("recordedById");

-- CreateIndex
CREATE INDEX "Exchange_recordedAt_idx" ON "Exchange"("recordedAt");

-- CreateIndex
CREATE INDEX "ExchangeRevision_changedById_idx" ON "ExchangeRevision"("changedById");

-- CreateIndex
CREATE INDEX "ExchangeToken_exchangeId_idx" ON "ExchangeToken"("exchangeId");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxItem_key_key" ON "OutboxItem"("key");

-- CreateIndex
CREATE INDEX "OutboxItem_state_dueAt_idx" ON "OutboxItem"("state", "dueAt");

-- CreateIndex
CREATE INDEX "AppliedAction_at_idx" ON "AppliedAction"("at");

-- AddForeignKey
ALTER TABLE "Forum" ADD CONSTRAINT "Forum_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_organisationKey_fkey" FOREIGN KEY ("organisationKey") REFERENCES "Organisation"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "WorkingGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "WorkingGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exchange" ADD CONSTRAINT "Exchange_organisationKey_fkey" FOREIGN KEY ("organisationKey") REFERENCES "Organisation"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exchange" ADD CONSTRAINT "Exchange_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "WorkingGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exchange" ADD CONSTRAINT "Exchange_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExchangeRevision" ADD CONSTRAINT "ExchangeRevision_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "Exchange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExchangeRevision" ADD CONSTRAINT "ExchangeRevision_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExchangeToken" ADD CONSTRAINT "ExchangeToken_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "Exchange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what the schema language cannot say.
ALTER TABLE "Forum" ADD CONSTRAINT "Forum_one_row_check" CHECK ("id" = 1);
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_kind_check" CHECK ("kind" IN ('Gemeinde', 'Stadt', 'Große Kreisstadt', 'Landkreis', 'Zweckverband', 'IT-Dienstleister'));
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_party_check" CHECK (NOT "party" OR "kind" IN ('Gemeinde', 'Stadt', 'Große Kreisstadt', 'Landkreis'));
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_dates_check" CHECK ("validFrom" LIKE '____-__-__' AND ("validTo" IS NULL OR ("validTo" LIKE '____-__-__' AND "validTo" >= "validFrom")));
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_name_check" CHECK (trim("name") <> '');
ALTER TABLE "Member" ADD CONSTRAINT "Member_name_check" CHECK (trim("name") <> '');
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_owner_check" CHECK ("kind" = 'personal' OR "memberId" IS NULL);
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_group_check" CHECK ("kind" <> 'personal' OR "groupId" IS NULL);
ALTER TABLE "WorkingGroup" ADD CONSTRAINT "WorkingGroup_name_check" CHECK (trim("name") <> '' AND "nameKey" <> '');
ALTER TABLE "Exchange" ADD CONSTRAINT "Exchange_title_check" CHECK (trim("title") <> '');
ALTER TABLE "Exchange" ADD CONSTRAINT "Exchange_revision_check" CHECK ("revision" >= 1);
ALTER TABLE "ExchangeRevision" ADD CONSTRAINT "ExchangeRevision_title_check" CHECK (trim("title") <> '');
ALTER TABLE "ExchangeRevision" ADD CONSTRAINT "ExchangeRevision_revision_check" CHECK ("revision" >= 1);
ALTER TABLE "ExchangeToken" ADD CONSTRAINT "ExchangeToken_weight_check" CHECK ("weight" > 0);
ALTER TABLE "OutboxItem" ADD CONSTRAINT "OutboxItem_recipient_check" CHECK (("conversationId" IS NULL) <> ("memberId" IS NULL));
ALTER TABLE "OutboxItem" ADD CONSTRAINT "OutboxItem_attempts_check" CHECK ("attempts" >= 0);
ALTER TABLE "OutboxItem" ADD CONSTRAINT "OutboxItem_claim_check" CHECK (("claimedBy" IS NULL) = ("claimedUntil" IS NULL));
ALTER TABLE "OutboxItem" ADD CONSTRAINT "OutboxItem_settled_check" CHECK (("state" = 'pending') = ("settledAt" IS NULL));
ALTER TABLE "OutboxItem" ADD CONSTRAINT "OutboxItem_settled_payload_check" CHECK ("state" = 'pending' OR "payload" IS NULL);
ALTER TABLE "AppliedAction" ADD CONSTRAINT "AppliedAction_key_check" CHECK ("key" <> '');
