/** What calendars are told about a meeting through its life (RFC 5545, RFC 5546). Pure. */
import { instantOf, type WallClock } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";

export type EntryStatus = "TENTATIVE" | "CONFIRMED" | "CANCELLED";

export type CalendarEntry = {
  /** Never changes: by it a calendar knows that a file speaks of the entry it has. */
  readonly uid: string;
  /** Calendars ignore a change or a cancellation that does not carry a higher one. */
  readonly sequence: number;
  readonly status: EntryStatus;
  readonly start: WallClock;
  /** Elapsed time. */
  readonly minutes: number;
};

export type EntryChange =
  | { readonly op: "reschedule"; readonly start: WallClock; readonly minutes?: number | undefined }
  | { readonly op: "location" | "confirm" | "cancel" }
  /** Seen by people, of no weight for the date. */
  | { readonly op: "text" | "rsvp" };

/** The entry as it is first published: a date that stands, or a proposal. */
export const newEntry = (
  uid: string,
  status: "CONFIRMED" | "TENTATIVE",
  start: WallClock,
  minutes: number,
): CalendarEntry => ({ uid, sequence: 0, status, start, minutes });

/** The entry after a change. A cancelled one never changes again. */
export function changeEntry(entry: CalendarEntry, change: EntryChange): CalendarEntry {
  if (entry.status === "CANCELLED") return entry;
  const next = { ...entry, sequence: entry.sequence + 1 };
  switch (change.op) {
    case "text":
    case "rsvp":
      return entry;
    case "location":
      return next;
    case "confirm":
      return { ...next, status: "CONFIRMED" };
    case "cancel":
      return { ...next, status: "CANCELLED" };
    case "reschedule":
      return { ...next, start: change.start, minutes: change.minutes ?? entry.minutes };
  }
}

/** What a file with an entry of this status asks of the calendar. */
export const methodOf = (status: EntryStatus): "PUBLISH" | "CANCEL" =>
  status === "CANCELLED" ? "CANCEL" : "PUBLISH";

/** First and last instant of an entry. */
export function spanOf({ start, minutes }: CalendarEntry): { readonly from: Instant; readonly to: Instant } {
  const from = instantOf(start);
  return { from, to: from + minutes * 60_000 };
}
