/** Dates as calendar programs read them (RFC 5545, RFC 5546). Pure. */
import ical, { type ICalCalendarMethod, type ICalEventData, type ICalEventStatus } from "ical-generator";
import { dateOf } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";
import { methodOf, newEntry, spanOf } from "../calendar-entry.ts";
import { type Meeting, webAddress } from "../meeting.ts";
import type { Poll } from "../poll/poll.ts";
import { entry } from "./texts.ts";

/** RFC 5545, 3.1: no control character but the line break, and nothing that UTF-8 cannot write. */
const UNWRITABLE = /(?!\n)\p{Cc}|\p{Cs}/gu;

const readable = (text: string): string => text.replace(/\r\n?/g, "\n").replace(UNWRITABLE, "");

const statusOf = ({ cancelledAt }: Meeting) => (cancelledAt === null ? "CONFIRMED" : "CANCELLED");

/** Where entries come from. */
export type Origin = {
  /** Name of this server: with the id of a date it names an entry, and must stay the same for ever. */
  readonly host: string;
  /**
   * Mail address of the office that plans; null: none is known. RFC 5546 asks for one, but programs send what
   * people answer to it: better none than one that nobody reads.
   */
  readonly organizer: string | null;
};

const organizerOf = ({ organizer }: Origin): Pick<ICalEventData, "organizer"> =>
  organizer === null ? {} : { organizer: { name: entry.organizer, email: organizer } };

/** When the entry got the form it has now. */
const revisedAt = ({ plannedAt, changedAt, cancelledAt }: Meeting): Instant =>
  changedAt ?? cancelledAt ?? plannedAt;

/** Room and video room; the room may still be open. */
function whereOf({ place, link }: Pick<Meeting, "place" | "link">): Pick<ICalEventData, "location" | "url"> {
  const url = link === null ? null : webAddress(link);
  return {
    ...(place === "" && url === null ? {} : { location: readable(place === "" ? (url ?? "") : place) }),
    ...(url === null ? {} : { url }),
  };
}

/**
 * One entry. Its start and end are instants, so that the file needs no table of a zone; it names nobody and sets
 * no alarm: the reminders come in the chat. The UID stays for the life of the date.
 */
function eventOf(meeting: Meeting, origin: Origin, stamp: Instant): ICalEventData {
  const { id, sequence, startsAt: start, minutes } = meeting;
  const status = statusOf(meeting);
  const { from, to } = spanOf({ uid: id, sequence, status, start, minutes });
  return {
    id: `${id}@${origin.host}`,
    sequence,
    // The values are the words of the standard; the library names them by an enum that no plain text fits.
    status: status as ICalEventStatus,
    stamp: new Date(stamp),
    created: new Date(meeting.plannedAt),
    lastModified: new Date(revisedAt(meeting)),
    start: new Date(from),
    end: new Date(to),
    summary: status === "CANCELLED" ? entry.cancelled : entry.title,
    ...whereOf(meeting),
    description: entry.description,
    ...organizerOf(origin),
  };
}

/** The dates a poll asks about: proposals, each with a UID of its own that says which it is. */
const proposalsOf = (poll: Poll, origin: Origin): readonly ICalEventData[] =>
  poll.options.map((start) => {
    const uid = `${poll.id}-${start.replace(/\W/g, "")}@${origin.host}`;
    const { status, sequence, minutes } = newEntry(uid, "TENTATIVE", start, poll.minutes);
    const { from, to } = spanOf({ uid, sequence, status, start, minutes });
    return {
      id: uid,
      sequence,
      status: status as ICalEventStatus,
      stamp: new Date(poll.createdAt),
      created: new Date(poll.createdAt),
      start: new Date(from),
      end: new Date(to),
      summary: entry.proposed,
      ...whereOf(poll),
      description: entry.proposedDescription,
      ...organizerOf(origin),
    };
  });

/** Names this program as the maker, as the standard asks for. */
const MAKER = { company: "Forumsbote", product: "Forumstermine", language: "DE" } as const;

/** Ends with a line break, as every line of such a file. */
const written = (calendar: { toString: () => string }): string => `${calendar.toString().trimEnd()}\r\n`;

/** The file of one date: asks the calendar to take the entry over, or to cancel the one it has. */
export function dateFile(meeting: Meeting, origin: Origin, now: Instant): string {
  const method = methodOf(statusOf(meeting)) as ICalCalendarMethod;
  return written(ical({ prodId: MAKER, method, events: [eventOf(meeting, origin, now)] }));
}

export type Dates = {
  readonly meetings: readonly Meeting[];
  /** Those that are open: once they are over, their dates are left out, and programs take them away. */
  readonly polls: readonly Poll[];
};

/**
 * All dates for programs that fetch them again and again; `refresh` says how often, in seconds. The same dates
 * give the same text, to the letter: the time of the reading is nowhere in it.
 */
export function calendarOf({ meetings, polls }: Dates, origin: Origin, refresh: number): string {
  const events = [
    ...meetings.map((meeting) => eventOf(meeting, origin, revisedAt(meeting))),
    ...polls.flatMap((poll) => proposalsOf(poll, origin)),
  ];
  const method = "PUBLISH" as ICalCalendarMethod;
  return written(ical({ prodId: MAKER, method, name: entry.calendar, ttl: refresh, events }));
}

/** termin-2026-04-22.ics */
export const fileNameOf = ({ startsAt }: Pick<Meeting, "startsAt">): string =>
  `termin-${dateOf(startsAt)}.ics`;
