/** Composition of the dates of the Forum: planning, replies, reminders. */
import type { Config } from "./config.ts";
import type { Db } from "./db/store.ts";
import { decisionRepository } from "./decision/repository.prisma.ts";
import { openRounds } from "./election/organise/manage-feature.ts";
import { inOfficeRepository } from "./election/people/candidacy.repository.prisma.ts";
import type { Directory } from "./forum/directory.ts";
import type { ForumRepository } from "./forum/repository.ts";
import type { SeatRepository } from "./forum/seats.repository.ts";
import { type AgendaFeatureDeps, agendaFeature } from "./meeting/agenda-feature.ts";
import { meetingFeature } from "./meeting/feature.ts";
import { holidayRepository } from "./meeting/holidays/repository.prisma.ts";
import { itemRepository } from "./meeting/items/repository.prisma.ts";
import { paperRepository } from "./meeting/papers/repository.prisma.ts";
import { decisionTitle } from "./meeting/papers/texts.ts";
import { pollRepository } from "./meeting/poll/repository.prisma.ts";
import { meetingRepository } from "./meeting/repository.prisma.ts";
import { failedFeature } from "./outbox/failed/feature.ts";
import { pageFeature } from "./pages/feature.ts";
import type { Coordinators } from "./people/coordinating.prisma.ts";
import type { NewId } from "./system/ids.ts";
import { systemRandomBytes } from "./system/random.ts";
import type { Acting } from "./turn/acting.ts";
import { digestRepository } from "./year/digest/repository.prisma.ts";
import { yearFeature } from "./year/feature.ts";
import { leaveRepository } from "./year/leave/repository.prisma.ts";
import { optOutRepository } from "./year/optout/repository.prisma.ts";
import { yearRepository } from "./year/repository.prisma.ts";

type DateParts = {
  /** Questions about the rules that wait for an answer, the first asked first. */
  readonly openQuestions: AgendaFeatureDeps["openQuestions"];
  readonly config: Pick<Config, "publicUrl" | "port" | "calendarOrganizer">;
  readonly db: Db;
  readonly newId: NewId;
  readonly acting: Acting;
  readonly seats: SeatRepository;
  readonly forum: ForumRepository;
  readonly directory: Directory;
  readonly coordinators: Coordinators;
};

/** How many of the newest decisions can be attached to a date. */
const NEWEST_DECISIONS = 40;

/** Closed decisions of the Forum itself, newest first. */
const closedDecisions = (db: Db) => async () =>
  (await decisionRepository(db).newest(NEWEST_DECISIONS))
    .filter(({ group, state }) => group === null && (state === "accepted" || state === "rejected"))
    .map(({ id, number, title, state }) => ({
      id,
      title: decisionTitle(number, title, state === "accepted"),
    }));

/** Year, agendas, papers and calendars of dates. */
function agendaOf({ config, db, newId, acting, seats, directory, openQuestions }: DateParts) {
  const { publicUrl, port } = config;
  return agendaFeature({
    ...acting,
    ...{ newId, seats: seats.all, partyName: directory.name },
    repository: meetingRepository(db),
    items: itemRepository(db),
    openQuestions,
    papers: paperRepository(db),
    decisions: closedDecisions(db),
    pages: pageFeature({ db, newId, random: systemRandomBytes, publicUrl, port }),
    isMember: async (id) => (await db.read.member.count({ where: { id, leftAt: null } })) > 0,
    host: publicUrl === null ? "localhost" : new URL(publicUrl).hostname,
    organizer: config.calendarOrganizer,
    polls: pollRepository(db),
  });
}

/** Alarms, renewal of the declaration, parties that leave, digests, and what people switch off. */
function yearOf(parts: DateParts) {
  const { db, newId, acting, seats, forum, directory, coordinators } = parts;
  return yearFeature({
    ...acting,
    newId,
    repository: yearRepository(db),
    leaves: leaveRepository(db),
    facts: digestRepository(db),
    optOuts: optOutRepository(db),
    seats: seats.all,
    holdSeat: (tx, party) => seats.hold(tx, [party]),
    partyLeaves: openRounds(db, acting.enqueue).partyLeaves,
    coordinators,
    chairOn: inOfficeRepository(db).chairOn,
    forumChannel: forum.forumChannel,
    // The digest names associated organisations, too, and marks them.
    partyName: directory.label,
  });
}

export function createDates(parts: DateParts) {
  const { db, newId, acting, seats, forum, directory, coordinators } = parts;
  const failed = failedFeature({ db, newId, acting, coordinators });
  const agenda = agendaOf(parts);
  const meeting = meetingFeature({
    ...acting,
    repository: meetingRepository(db),
    polls: pollRepository(db),
    holidays: holidayRepository(db),
    coordinators,
    newId,
    seats: seats.all,
    forumChannel: forum.forumChannel,
    partyName: directory.name,
    beside: agenda.beside,
  });
  const year = yearOf(parts);
  return {
    routes: [...agenda.routes, ...meeting.routes, ...year.routes, failed.routes],
    renderers: { ...meeting.renderers, ...year.renderers, ...failed.renderers },
    jobs: { ...meeting.jobs, ...agenda.jobs, ...year.jobs, unreached: failed.job },
    pages: agenda.pages,
    /** Wraps the renderers of all features: nobody gets what he or she has switched off. */
    respectingOptOut: year.respectingOptOut,
  };
}
