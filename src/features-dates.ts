/** Composition of the dates of the Forum: planning, replies, reminders. */
import type { Db } from "./db/store.ts";
import type { Directory } from "./forum/directory.ts";
import type { ForumRepository } from "./forum/repository.ts";
import type { SeatRepository } from "./forum/seats.repository.ts";
import { meetingJob } from "./meeting/job.ts";
import { meetingNotices } from "./meeting/render.ts";
import { meetingRepository } from "./meeting/repository.prisma.ts";
import { meetingRoutes } from "./meeting/routes.ts";
import type { NewId } from "./system/ids.ts";
import type { Acting } from "./turn/acting.ts";

type DateParts = {
  readonly db: Db;
  readonly newId: NewId;
  readonly acting: Acting;
  readonly seats: SeatRepository;
  readonly forum: ForumRepository;
  readonly directory: Directory;
};

export function createDates({ db, newId, acting, seats, forum, directory }: DateParts) {
  const meeting = {
    ...acting,
    repository: meetingRepository(db),
    newId,
    seats: seats.all,
    forumChannel: forum.forumChannel,
    partyName: directory.name,
  };
  return {
    routes: [meetingRoutes(meeting)],
    renderers: meetingNotices(meeting),
    jobs: { meeting: meetingJob(meeting) },
  };
}
