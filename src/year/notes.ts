/** What the year brings by itself: when each note is due, until when it is of use. Pure. */
import { addDays, type CalendarDate, calendarDate, yearOf } from "../calendar/dates.ts";
import { firstOfMonth, type Quarter, rangeOf } from "../calendar/quarters.ts";
import { workingDayFrom } from "../calendar/working-days.ts";
import { berlinDate, instantOn } from "../calendar/zones.ts";
import { quarterAfter, quarterOf } from "../meeting/agenda.ts";
import { CHECKS, type Check, checkInstants } from "../meeting/quarter-alarm.ts";
import { renewalAfter } from "../meeting/renewal.ts";
import type { Instant } from "../system/clock.ts";

export const RENEWAL_NOTES = ["october", "december"] as const;
export type RenewalNote = (typeof RENEWAL_NOTES)[number];

export type What =
  /** No Forum is planned for a quarter. */
  | { readonly kind: "quarter"; readonly quarter: Quarter; readonly check: Check }
  /** At the start of a quarter nobody is in the chair. */
  | { readonly kind: "noChair"; readonly quarter: Quarter }
  /** The term that began with this election is over. */
  | { readonly kind: "chairExpired"; readonly electionId: string }
  /** The declaration will be renewed at the end of a year. */
  | { readonly kind: "renewal"; readonly year: number; readonly note: RenewalNote }
  /** It has been renewed after a year. */
  | { readonly kind: "renewed"; readonly year: number }
  /** What happened in a quarter. */
  | { readonly kind: "digest"; readonly quarter: Quarter };

export type Note = {
  /** Says what it is, once for ever. */
  readonly key: string;
  readonly what: What;
  readonly at: Instant;
  /** It is told at this instant at the earliest, where that is later than `at`. */
  readonly tellFrom?: Instant;
  /** From then on a newer one says more, or it is too late. */
  readonly until: Instant;
};

/** The newest election whose winner took the chair. */
export type LastTerm = {
  readonly electionId: string;
  /** Last day of the term, calendar date. */
  readonly lastDay: CalendarDate;
};

export const firstDayOf = (quarter: Quarter): CalendarDate => firstOfMonth(quarter, 1);
export const quarterBefore = (quarter: Quarter): Quarter => quarterOf(addDays(firstDayOf(quarter), -1));

const MORNING = "09:00";
/** 09:00 on the first working day of a quarter. */
const beginningOf = (quarter: Quarter): Instant => instantOn(workingDayFrom(firstDayOf(quarter)), MORNING);

/** The three checks of a quarter. Each counts until the next one; the last until the quarter is over. */
function quarterNotes(quarter: Quarter): readonly Note[] {
  const instants = checkInstants(quarter);
  const over = instantOn(addDays(rangeOf(quarter).to, 1), "00:00");
  return CHECKS.map((check, at) => {
    const next = CHECKS[at + 1];
    const until = next === undefined ? over : instants[next];
    const what = { kind: "quarter", quarter, check } as const;
    return { key: `quarter|${firstDayOf(quarter)}|${check}`, what, at: instants[check], until };
  });
}

/** The digest of a quarter comes on the first working day after it. */
function digestNote(quarter: Quarter): Note {
  const next = quarterAfter(quarter);
  return {
    key: `digest|${firstDayOf(quarter)}`,
    what: { kind: "digest", quarter },
    at: beginningOf(next),
    until: beginningOf(quarterAfter(next)),
  };
}

function noChairNote(quarter: Quarter): Note {
  return {
    key: `chair|none|${firstDayOf(quarter)}`,
    what: { kind: "noChair", quarter },
    at: beginningOf(quarter),
    until: beginningOf(quarterAfter(quarter)),
  };
}

/** Two reminders before the end of a year, and the renewal itself: it counts from midnight, and is told at nine. */
function renewalNotes(year: number): readonly Note[] {
  const { reminders, effective } = renewalAfter(year);
  const [first = effective, second = effective] = reminders;
  const notes = { october: [first, second], december: [second, effective] } as const;
  return [
    ...RENEWAL_NOTES.map((note): Note => {
      const [at, until] = notes[note];
      return { key: `renewal|${year}|${note}`, what: { kind: "renewal", year, note }, at, until };
    }),
    {
      key: `renewal|${year}|effective`,
      what: { kind: "renewed", year },
      at: effective,
      tellFrom: instantOn(workingDayFrom(calendarDate(year + 1, 1, 1)), MORNING),
      until: renewalAfter(year + 1).reminders[0] ?? effective,
    },
  ];
}

/** When it is told that a term has ended without a successor. */
export const expiredAt = ({ lastDay }: LastTerm): Instant =>
  instantOn(workingDayFrom(addDays(lastDay, 1)), MORNING);

function chairNotes(last: LastTerm | null): readonly Note[] {
  if (!last) return [];
  const at = expiredAt(last);
  const quarter = quarterOf(berlinDate(at));
  const until = beginningOf(quarterAfter(quarter));
  const what = { kind: "chairExpired", electionId: last.electionId } as const;
  return [{ key: `chair|expired|${last.electionId}`, what, at, until }];
}

/** Every note that may be due or just over on a date. */
export function notesAround(today: CalendarDate, last: LastTerm | null): readonly Note[] {
  const present = quarterOf(today);
  const before = quarterBefore(present);
  const year = yearOf(today);
  return [
    ...[before, present, quarterAfter(present)].flatMap(quarterNotes),
    ...[before, present].map(noChairNote),
    ...chairNotes(last),
    ...[year - 1, year].flatMap(renewalNotes),
    ...[quarterBefore(before), before].map(digestNote),
  ];
}

/** A date of a quarter that was planned and cancelled. */
export type CancelledDate = { readonly id: string; readonly at: Instant };

/**
 * The same alarm once more: somebody planned after it, and this date was cancelled. Null when the alarm, told at
 * `toldAt`, has come after the cancellation itself.
 */
export function againAfter(note: Note, toldAt: Instant | null, last: CancelledDate | null): Note | null {
  if (toldAt === null || last === null || last.at <= toldAt) return null;
  return { ...note, key: `${note.key}|again|${last.id}`, at: last.at };
}

export type Standing = "early" | "due" | "over";

/** What lay before `since` is nobody's omission: the program knew nothing of it. */
export function standingOf({ at, until }: Note, now: Instant, since: Instant): Standing {
  if (at > now || at < since) return "early";
  return now < until ? "due" : "over";
}
