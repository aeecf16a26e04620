-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN "changedAt" DATETIME;

-- CreateTable
CREATE TABLE "MeetingPaper" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "meetingId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "link" TEXT,
    "decisionId" TEXT,
    "addedById" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,
    CONSTRAINT "MeetingPaper_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MeetingPaper_title_check" CHECK (trim("title") <> ''),
    CONSTRAINT "MeetingPaper_source_check" CHECK (("link" IS NULL) <> ("decisionId" IS NULL)),
    CONSTRAINT "MeetingPaper_kind_enum" CHECK ("kind" IN ('minutes', 'decision'))
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "meetingId" TEXT,
    "title" TEXT NOT NULL,
    "party" TEXT,
    "proposerId" TEXT,
    "minutes" INTEGER,
    "position" INTEGER NOT NULL,
    "ticketId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "AgendaItem_title_check" CHECK (trim("title") <> ''),
    CONSTRAINT "AgendaItem_numbers_check" CHECK ("position" >= 1 AND ("minutes" IS NULL OR "minutes" >= 1))
);

-- CreateTable
CREATE TABLE "DatePoll" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "quarter" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "link" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    "meetingId" TEXT,
    CONSTRAINT "DatePoll_times_check" CHECK ("closesAt" > "createdAt")
);

-- CreateTable
CREATE TABLE "DatePollOption" (
    "pollId" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,

    PRIMARY KEY ("pollId", "startsAt"),
    CONSTRAINT "DatePollOption_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "DatePoll" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DatePollAnswer" (
    "pollId" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "suits" TEXT NOT NULL,
    "answeredAt" DATETIME NOT NULL,

    PRIMARY KEY ("pollId", "startsAt", "party"),
    CONSTRAINT "DatePollAnswer_pollId_startsAt_fkey" FOREIGN KEY ("pollId", "startsAt") REFERENCES "DatePollOption" ("pollId", "startsAt") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DatePollAnswer_suits_enum" CHECK ("suits" IN ('suits', 'ifNeedBe', 'no'))
);

-- CreateTable
CREATE TABLE "SchoolHoliday" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    CONSTRAINT "SchoolHoliday_days_check" CHECK ("toDay" >= "fromDay")
);

-- CreateTable
CREATE TABLE "SchoolYearCheck" (
    "year" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "confirmedBy" TEXT,
    "confirmedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "BlockedDay" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "why" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,
    CONSTRAINT "BlockedDay_why_check" CHECK (trim("why") <> '')
);

-- CreateTable
CREATE TABLE "CalendarNote" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "sent" BOOLEAN NOT NULL,
    "settledAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PartyLeave" (
    "party" TEXT NOT NULL PRIMARY KEY,
    "lastDay" TEXT NOT NULL,
    "recordedById" TEXT,
    "recordedAt" DATETIME NOT NULL,
    "settledAt" DATETIME
);

-- CreateTable
CREATE TABLE "OptOut" (
    "memberId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "since" DATETIME NOT NULL,

    PRIMARY KEY ("memberId", "topic"),
    CONSTRAINT "OptOut_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutboxKept" (
    "itemId" TEXT NOT NULL PRIMARY KEY,
    "payload" JSONB NOT NULL
);

-- CreateIndex
CREATE INDEX "MeetingPaper_meetingId_idx" ON "MeetingPaper"("meetingId");

-- CreateIndex
CREATE INDEX "AgendaItem_meetingId_position_idx" ON "AgendaItem"("meetingId", "position");

-- CreateIndex
CREATE INDEX "DatePoll_settledAt_closesAt_idx" ON "DatePoll"("settledAt", "closesAt");
