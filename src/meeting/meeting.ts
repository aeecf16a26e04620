/** A date of the Forum as it is planned: what can be entered, and what of it is accepted. Pure. */
import { oneYearAfter } from "../calendar/dates.ts";
import { berlinDate, instantOf, type WallClock, wallClockAt } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";

export const MINUTES = [60, 90, 120, 180] as const;
export const DEFAULT_MINUTES = 120;

/** Characters as JavaScript counts them. A date lies at most two years ahead. */
export const MEETING_LIMITS = { place: 120, link: 500, deputy: 80, months: 24 } as const;

/** What the form holds, as it was entered. */
export type MeetingDraft = {
  readonly startsOn: string;
  readonly startsAt: string;
  readonly minutes: string;
  readonly place: string;
  readonly link: string;
};

export const EMPTY_MEETING: MeetingDraft = {
  startsOn: "",
  startsAt: "",
  minutes: String(DEFAULT_MINUTES),
  place: "",
  link: "",
};

export type MeetingPlan = {
  readonly startsAt: WallClock;
  /** Elapsed time. */
  readonly minutes: number;
  /** May be empty where there is a link. */
  readonly place: string;
  /** An https address as URL writes it. */
  readonly link: string | null;
};

export type Meeting = MeetingPlan & {
  readonly id: string;
  readonly sequence: number;
  readonly plannedAt: Instant;
  readonly cancelledAt: Instant | null;
  /** Last change that calendars must take over; null: none since it was planned. */
  readonly changedAt: Instant | null;
};

export type MeetingProblem =
  | "dateMissing"
  | "dateUnknown"
  | "timeMissing"
  | "timeUnknown"
  | "timeLeftOut"
  | "past"
  | "tooFar"
  | "minutesUnknown"
  | "placeMissing"
  | "placeTooLong"
  | "linkWrong"
  | "linkTooLong";

export type CheckedMeeting =
  | { readonly ok: true; readonly value: MeetingPlan }
  | { readonly ok: false; readonly problems: readonly MeetingProblem[] };

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** Characters that show nothing or turn the direction of writing. */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;

/** One line without unseen characters, white space tidied. */
export const oneLine = (written: string): string =>
  written
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(UNSEEN, "")
    .trim();

/** The draft with white space tidied; nothing is cut. */
export const tidyDraft = (draft: MeetingDraft): MeetingDraft => ({
  startsOn: draft.startsOn.trim(),
  startsAt: draft.startsAt.trim(),
  minutes: draft.minutes.trim(),
  place: oneLine(draft.place),
  link: draft.link.trim(),
});

/** Whether the calendar has this date: noon exists on every day of it. */
export function isDate(date: string): boolean {
  if (!DATE.test(date)) return false;
  try {
    return wallClockAt(instantOf(`${date}T12:00`)) === `${date}T12:00`;
  } catch {
    return false;
  }
}

function dateProblem(date: string): MeetingProblem | null {
  if (date === "") return "dateMissing";
  return isDate(date) ? null : "dateUnknown";
}

function timeProblem(time: string): MeetingProblem | null {
  if (time === "") return "timeMissing";
  return TIME.test(time) ? null : "timeUnknown";
}

/** What is wrong with date and time taken together, when each is right alone. */
function startProblem(startsAt: WallClock, now: Instant): MeetingProblem | null {
  const instant = instantOf(startsAt);
  // In the night in which the clock is put forward an hour is missing.
  if (wallClockAt(instant) !== startsAt) return "timeLeftOut";
  if (instant <= now) return "past";
  return startsAt.slice(0, 10) > oneYearAfter(oneYearAfter(berlinDate(now))) ? "tooFar" : null;
}

function startProblems(date: string, time: string, now: Instant): readonly MeetingProblem[] {
  const alone = [dateProblem(date), timeProblem(time)].filter((problem) => problem !== null);
  if (alone.length > 0) return alone;
  const together = startProblem(`${date}T${time}`, now);
  return together === null ? [] : [together];
}

/** The address as URL writes it; null when it is none, is not https, or hides its host behind a user name. */
export function webAddress(written: string): string | null {
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  const plainHost = url.username === "" && url.password === "";
  return url.protocol === "https:" && plainHost ? url.href : null;
}

function linkProblem(written: string, address: string | null): MeetingProblem | null {
  if (written === "") return null;
  if (written.length > MEETING_LIMITS.link) return "linkTooLong";
  if (address === null) return "linkWrong";
  return address.length > MEETING_LIMITS.link ? "linkTooLong" : null;
}

/** Makes a plan of a draft, or says everything that is wrong with it, in the order of the form. */
export function checkMeeting(raw: MeetingDraft, now: Instant): CheckedMeeting {
  const draft = tidyDraft(raw);
  const minutes = MINUTES.find((one) => String(one) === draft.minutes);
  const link = draft.link === "" ? null : webAddress(draft.link);
  const found: readonly (MeetingProblem | false | null)[] = [
    ...startProblems(draft.startsOn, draft.startsAt, now),
    minutes === undefined && "minutesUnknown",
    draft.place === "" && draft.link === "" && "placeMissing",
    draft.place.length > MEETING_LIMITS.place && "placeTooLong",
    linkProblem(draft.link, link),
  ];
  const problems = found.filter((problem) => problem !== false && problem !== null);
  if (problems.length > 0 || minutes === undefined) return { ok: false, problems };
  return {
    ok: true,
    value: { startsAt: `${draft.startsOn}T${draft.startsAt}`, minutes, place: draft.place, link },
  };
}

/** Whether a meeting has begun: then nothing about it is answered, sent or cancelled any more. */
export const hasBegun = ({ startsAt }: Pick<Meeting, "startsAt">, now: Instant): boolean =>
  now >= instantOf(startsAt);
