-- CreateEnum
CREATE TYPE "MeetingPaperKind" AS ENUM ('minutes', 'decision');

-- CreateEnum
CREATE TYPE "DateSuits" AS ENUM ('suits', 'ifNeedBe', 'no');

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "changedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "MeetingPaper" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "kind" "MeetingPaperKind" NOT NULL,
    "title" TEXT NOT NULL,
    "link" TEXT,
    "decisionId" TEXT,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MeetingPaper_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "MeetingPaper_title_check" CHECK (trim("title") <> ''),
    CONSTRAINT "MeetingPaper_source_check" CHECK (("link" IS NULL) <> ("decisionId" IS NULL))
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT,
    "title" TEXT NOT NULL,
    "party" TEXT,
    "proposerId" TEXT,
    "minutes" INTEGER,
    "position" INTEGER NOT NULL,
    "ticketId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "AgendaItem_title_check" CHECK (trim("title") <> ''),
    CONSTRAINT "AgendaItem_numbers_check" CHECK ("position" >= 1 AND ("minutes" IS NULL OR "minutes" >= 1))
);

-- CreateTable
CREATE TABLE "DatePoll" (
    "id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "link" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),
    "meetingId" TEXT,

    CONSTRAINT "DatePoll_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "DatePoll_times_check" CHECK ("closesAt" > "createdAt")
);

-- CreateTable
CREATE TABLE "DatePollOption" (
    "pollId" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,

    CONSTRAINT "DatePollOption_pkey" PRIMARY KEY ("pollId","startsAt")
);

-- CreateTable
CREATE TABLE "DatePollAnswer" (
    "pollId" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "suits" "DateSuits" NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DatePollAnswer_pkey" PRIMARY KEY ("pollId","startsAt","party")
);

-- CreateTable
CREATE TABLE "SchoolHoliday" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,

    CONSTRAINT "SchoolHoliday_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SchoolHoliday_days_check" CHECK ("toDay" >= "fromDay")
);

-- CreateTable
CREATE TABLE "SchoolYearCheck" (
    "year" INTEGER NOT NULL,
    "confirmedBy" TEXT,
    "confirmedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SchoolYearCheck_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "BlockedDay" (
    "day" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BlockedDay_pkey" PRIMARY KEY ("day"),
    CONSTRAINT "BlockedDay_why_check" CHECK (trim("why") <> '')
);

-- CreateTable
CREATE TABLE "CalendarNote" (
    "key" TEXT NOT NULL,
    "sent" BOOLEAN NOT NULL,
    "settledAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CalendarNote_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "PartyLeave" (
    "party" TEXT NOT NULL,
    "lastDay" TEXT NOT NULL,
    "recordedById" TEXT,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "PartyLeave_pkey" PRIMARY KEY ("party")
);

-- CreateTable
CREATE TABLE "OptOut" (
    "memberId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OptOut_pkey" PRIMARY KEY ("memberId","topic")
);

-- CreateTable
CREATE TABLE "OutboxKept" (
    "itemId" TEXT NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "OutboxKept_pkey" PRIMARY KEY ("itemId")
);

-- CreateIndex
CREATE INDEX "MeetingPaper_meetingId_idx" ON "MeetingPaper"("meetingId");

-- CreateIndex
CREATE INDEX "AgendaItem_meetingId_position_idx" ON "AgendaItem"("meetingId", "position");

-- CreateIndex
CREATE INDEX "DatePoll_settledAt_closesAt_idx" ON "DatePoll"("settledAt", "closesAt");

-- AddForeignKey
ALTER TABLE "MeetingPaper" ADD CONSTRAINT "MeetingPaper_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DatePollOption" ADD CONSTRAINT "DatePollOption_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "DatePoll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DatePollAnswer" ADD CONSTRAINT "DatePollAnswer_pollId_startsAt_fkey" FOREIGN KEY ("pollId", "startsAt") REFERENCES "DatePollOption"("pollId", "startsAt") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OptOut" ADD CONSTRAINT "OptOut_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
