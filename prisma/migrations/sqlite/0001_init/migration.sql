-- CreateTable
CREATE TABLE "Forum" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "name" TEXT NOT NULL,
    "channelId" TEXT,
    CONSTRAINT "Forum_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Conversation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "Forum_one_row_check" CHECK ("id" = 1)
);

-- CreateTable
CREATE TABLE "Organisation" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "party" BOOLEAN NOT NULL,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,

    -- By hand.
    CONSTRAINT "Organisation_kind_check" CHECK ("kind" IN ('Gemeinde', 'Stadt', 'Große Kreisstadt', 'Landkreis', 'Zweckverband', 'IT-Dienstleister')),
    CONSTRAINT "Organisation_party_check" CHECK (NOT "party" OR "kind" IN ('Gemeinde', 'Stadt', 'Große Kreisstadt', 'Landkreis')),
    CONSTRAINT "Organisation_dates_check" CHECK ("validFrom" LIKE '____-__-__' AND ("validTo" IS NULL OR ("validTo" LIKE '____-__-__' AND "validTo" >= "validFrom"))),
    CONSTRAINT "Organisation_name_check" CHECK (trim("name") <> '')
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tenantId" TEXT NOT NULL,
    "aadObjectId" TEXT NOT NULL,
    "teamsUserId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisationKey" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Member_organisationKey_fkey" FOREIGN KEY ("organisationKey") REFERENCES "Organisation" ("key") ON DELETE RESTRICT ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "Member_name_check" CHECK (trim("name") <> '')
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "serviceUrl" TEXT NOT NULL,
    "botId" TEXT NOT NULL,
    "teamId" TEXT,
    "memberId" TEXT,
    "groupId" TEXT,
    "dead" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Conversation_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Conversation_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "WorkingGroup" ("id") ON DELETE SET NULL ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "Conversation_owner_check" CHECK ("kind" = 'personal' OR "memberId" IS NULL),
    CONSTRAINT "Conversation_group_check" CHECK ("kind" <> 'personal' OR "groupId" IS NULL),
    CONSTRAINT "Conversation_kind_enum" CHECK ("kind" IN ('personal', 'group', 'channel'))
);

-- CreateTable
CREATE TABLE "WorkingGroup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    -- By hand.
    CONSTRAINT "WorkingGroup_name_check" CHECK (trim("name") <> '' AND "nameKey" <> '')
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "joinedAt" DATETIME NOT NULL,

    PRIMARY KEY ("groupId", "memberId"),
    CONSTRAINT "GroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "WorkingGroup" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "GroupMember_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Exchange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "product" TEXT,
    "offer" TEXT,
    "organisationKey" TEXT NOT NULL,
    "groupId" TEXT,
    "recordedById" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL,
    "deletedAt" DATETIME,
    CONSTRAINT "Exchange_organisationKey_fkey" FOREIGN KEY ("organisationKey") REFERENCES "Organisation" ("key") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Exchange_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "WorkingGroup" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Exchange_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "Exchange_title_check" CHECK (trim("title") <> ''),
    CONSTRAINT "Exchange_revision_check" CHECK ("revision" >= 1),
    CONSTRAINT "Exchange_kind_enum" CHECK ("kind" IN ('process', 'product', 'service')),
    CONSTRAINT "Exchange_stage_enum" CHECK ("stage" IN ('idea', 'trial', 'inUse', 'ended')),
    CONSTRAINT "Exchange_offer_enum" CHECK ("offer" IN ('seeks', 'offers'))
);

-- CreateTable
CREATE TABLE "ExchangeRevision" (
    "exchangeId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "product" TEXT,
    "offer" TEXT,
    "changedById" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL,

    PRIMARY KEY ("exchangeId", "revision"),
    CONSTRAINT "ExchangeRevision_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "Exchange" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExchangeRevision_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "ExchangeRevision_title_check" CHECK (trim("title") <> ''),
    CONSTRAINT "ExchangeRevision_revision_check" CHECK ("revision" >= 1),
    CONSTRAINT "ExchangeRevision_kind_enum" CHECK ("kind" IN ('process', 'product', 'service')),
    CONSTRAINT "ExchangeRevision_stage_enum" CHECK ("stage" IN ('idea', 'trial', 'inUse', 'ended')),
    CONSTRAINT "ExchangeRevision_offer_enum" CHECK ("offer" IN ('seeks', 'offers'))
);

-- CreateTable
CREATE TABLE "ExchangeToken" (
    "token" TEXT NOT NULL,
    "exchangeId" TEXT NOT NULL,
    "weight" REAL NOT NULL,

    PRIMARY KEY ("token", "exchangeId"),
    CONSTRAINT "ExchangeToken_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "Exchange" ("id") ON DELETE CASCADE ON UPDATE CASCADE,

    -- By hand.
    CONSTRAINT "ExchangeToken_weight_check" CHECK ("weight" > 0)
);

-- CreateTable
CREATE TABLE "OutboxItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "conversationId" TEXT,
    "memberId" TEXT,
    "threadId" TEXT,
    "payload" JSONB,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "dueAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimedBy" TEXT,
    "claimedUntil" DATETIME,
    "lastFailure" TEXT,
    "settledAt" DATETIME,

    -- By hand.
    CONSTRAINT "OutboxItem_recipient_check" CHECK (("conversationId" IS NULL) <> ("memberId" IS NULL)),
    CONSTRAINT "OutboxItem_attempts_check" CHECK ("attempts" >= 0),
    CONSTRAINT "OutboxItem_claim_check" CHECK (("claimedBy" IS NULL) = ("claimedUntil" IS NULL)),
    CONSTRAINT "OutboxItem_settled_check" CHECK (("state" = 'pending') = ("settledAt" IS NULL)),
    CONSTRAINT "OutboxItem_settled_payload_check" CHECK ("state" = 'pending' OR "payload" IS NULL),
    CONSTRAINT "OutboxItem_state_enum" CHECK ("state" IN ('pending', 'delivered', 'expired', 'undeliverable', 'dropped'))
);

-- CreateTable
CREATE TABLE "AppliedAction" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    -- By hand.
    CONSTRAINT "AppliedAction_key_check" CHECK ("key" <> '')
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
