/** Dates as calendar programs read them (RFC 5545, RFC 5546). Pure. */
import ical, { type ICalCalendarMethod, type ICalEventData, type ICalEventStatus } from "ical-generator";
import { dateOf } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";
import { methodOf, spanOf } from "../calendar-entry.ts";
import { type Meeting, webAddress } from "../meeting.ts";
import { entry } from "./texts.ts";

/** RFC 5545, 3.1: no control character but the line break, and nothing that UTF-8 cannot write. */
const UNWRITABLE = /(?!\n)\p{Cc}|\p{Cs}/gu;

const readable = (text: string): string => text.replace(/\r\n?/g, "\n").replace(UNWRITABLE, "");

const statusOf = ({ cancelledAt }: Meeting) => (cancelledAt === null ? "CONFIRMED" : "CANCELLED");

/** Whom an entry is from has to be said (RFC 5546, 3.2.1): an office, at an address that nobody can have. */
const ORGANIZER = { name: entry.organizer, email: "forum@forumsbote.invalid" } as const;

/** When the entry got the form it has now. */
const revisedAt = ({ plannedAt, changedAt, cancelledAt }: Meeting): Instant =>
  changedAt ?? cancelledAt ?? plannedAt;

/**
 * One entry. Its start and end are instants, so that the file needs no table of a zone; it names nobody and sets
 * no alarm: the reminders come in the chat. The UID stays for the life of the date.
 */
function eventOf(meeting: Meeting, host: string, stamp: Instant): ICalEventData {
  const { id, sequence, startsAt: start, minutes, place, link } = meeting;
  const status = statusOf(meeting);
  const { from, to } = spanOf({ uid: id, sequence, status, start, minutes });
  const url = link === null ? null : webAddress(link);
  return {
    id: `${id}@${host}`,
    sequence,
    // The values are the words of the standard; the library names them by an enum that no plain text fits.
    status: status as ICalEventStatus,
    stamp: new Date(stamp),
    created: new Date(meeting.plannedAt),
    lastModified: new Date(revisedAt(meeting)),
    start: new Date(from),
    end: new Date(to),
    summary: status === "CANCELLED" ? entry.cancelled : entry.title,
    ...(place === "" && url === null ? {} : { location: readable(place === "" ? (url ?? "") : place) }),
    ...(url === null ? {} : { url }),
    description: entry.description,
    organizer: ORGANIZER,
  };
}

/** Names this program as the maker, as the standard asks for. */
const MAKER = { company: "Forumsbote", product: "Forumstermine", language: "DE" } as const;

/** Ends with a line break, as every line of such a file. */
const written = (calendar: { toString: () => string }): string => `${calendar.toString().trimEnd()}\r\n`;

/** The file of one date: asks the calendar to take the entry over, or to cancel the one it has. */
export function dateFile(meeting: Meeting, host: string, now: Instant): string {
  const method = methodOf(statusOf(meeting)) as ICalCalendarMethod;
  return written(ical({ prodId: MAKER, method, events: [eventOf(meeting, host, now)] }));
}

/**
 * All dates for programs that fetch them again and again; `refresh` says how often, in seconds. The same dates
 * give the same text, to the letter: the time of the reading is nowhere in it.
 */
export function calendarOf(meetings: readonly Meeting[], host: string, refresh: number): string {
  const events = meetings.map((meeting) => eventOf(meeting, host, revisedAt(meeting)));
  const method = "PUBLISH" as ICalCalendarMethod;
  return written(ical({ prodId: MAKER, method, name: entry.calendar, ttl: refresh, events }));
}

/** termin-2026-04-22.ics */
export const fileNameOf = ({ startsAt }: Pick<Meeting, "startsAt">): string =>
  `termin-${dateOf(startsAt)}.ics`;
