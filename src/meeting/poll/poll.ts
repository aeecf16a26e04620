/** A poll about the next date: what can be asked, who may answer, and what the answers say. Pure. */
import { addDays, type CalendarDate, daysBetween } from "../../calendar/dates.ts";
import { workingDayFrom, workingDayUpTo } from "../../calendar/working-days.ts";
import { berlinDate, instantOf, instantOn, type WallClock } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";
import { checkMeeting, isDate, type MeetingPlan, type MeetingProblem } from "../meeting.ts";

export const SUITS = ["suits", "ifNeedBe", "no"] as const;
export type Suits = (typeof SUITS)[number];

export const POLL_LIMITS = { least: 2, most: 5, leastDays: 1, usualDays: 7, mostDays: 60 } as const;

/** Time of the deadline on its day. */
const CLOSES = "09:00";

export type PollPlan = Omit<MeetingPlan, "startsAt"> & {
  /** Wall clocks in Berlin, in order of time. */
  readonly options: readonly WallClock[];
  /** The first instant that is too late. */
  readonly closesAt: Instant;
};

export type Poll = PollPlan & {
  readonly id: string;
  readonly createdAt: Instant;
  readonly createdById: string;
  readonly settledAt: Instant | null;
  /** The date planned from it. */
  readonly meetingId: string | null;
};

export type PollState = "open" | "closed" | "givenUp";

/** One that was settled before its deadline was given up; at the deadline it was evaluated. */
export function stateOf(
  { settledAt, closesAt }: Pick<Poll, "settledAt" | "closesAt">,
  now: Instant,
): PollState {
  if (settledAt !== null && settledAt < closesAt) return "givenUp";
  return settledAt !== null || now >= closesAt ? "closed" : "open";
}

/** What the form holds, as it was entered. */
export type PollDraft = {
  readonly days: readonly string[];
  readonly startsAt: string;
  readonly minutes: string;
  readonly place: string;
  readonly link: string;
  readonly closesOn: string;
};

export type PollProblem =
  | Exclude<MeetingProblem, "dateMissing" | "placeMissing">
  | "tooFewOptions"
  | "closesUnknown"
  | "closesTooSoon"
  | "closesTooLate"
  | "closesAfterOption";

export type CheckedPoll =
  | { readonly ok: true; readonly value: PollPlan }
  | { readonly ok: false; readonly problems: readonly PollProblem[] };

/** 09:00 on this day, or on the next working day. */
export const deadlineOn = (date: CalendarDate): Instant => instantOn(workingDayFrom(date), CLOSES);

export const usualDeadline = (today: CalendarDate): CalendarDate =>
  workingDayFrom(addDays(today, POLL_LIMITS.usualDays));

function deadlineProblem(closesOn: string, first: WallClock | undefined, now: Instant): PollProblem | null {
  if (!isDate(closesOn)) return "closesUnknown";
  const ahead = daysBetween(berlinDate(now), closesOn);
  if (ahead < POLL_LIMITS.leastDays) return "closesTooSoon";
  if (ahead > POLL_LIMITS.mostDays) return "closesTooLate";
  return first !== undefined && deadlineOn(closesOn) >= instantOf(first) ? "closesAfterOption" : null;
}

/** What a check of a date can say about a poll: its days are given, and its place may be open. */
const isOurs = (
  problem: MeetingProblem,
): problem is Exclude<MeetingProblem, "dateMissing" | "placeMissing"> =>
  problem !== "dateMissing" && problem !== "placeMissing";

/** Makes a plan of what was entered, or says all that is wrong. The place may still be open. */
export function checkPoll(draft: PollDraft, now: Instant): CheckedPoll {
  const days = [...new Set(draft.days.map((day) => day.trim()).filter((day) => day !== ""))].sort();
  const isPlaceOpen = draft.place.trim() === "";
  const place = isPlaceOpen ? "-" : draft.place;
  const checks = days.map((startsOn) => checkMeeting({ ...draft, startsOn, place }, now));
  const plans = checks.flatMap((one) => (one.ok ? [one.value] : []));
  const enough = days.length >= POLL_LIMITS.least && days.length <= POLL_LIMITS.most;
  const late = deadlineProblem(draft.closesOn.trim(), plans[0]?.startsAt, now);
  const found: readonly (PollProblem | false | null)[] = [
    ...checks.flatMap((one) => (one.ok ? [] : one.problems.filter(isOurs))),
    !enough && "tooFewOptions",
    late,
  ];
  const problems = [...new Set(found.filter((one) => one !== false && one !== null))];
  const [first] = plans;
  if (problems.length > 0 || !first) return { ok: false, problems };
  const options = plans.map(({ startsAt }) => startsAt);
  const where = { minutes: first.minutes, link: first.link, place: isPlaceOpen ? "" : first.place };
  return { ok: true, value: { ...where, options, closesAt: deadlineOn(draft.closesOn.trim()) } };
}

/** The answers of one party, by option. */
export type PartyAnswers = {
  readonly party: string;
  readonly suits: Readonly<Record<WallClock, Suits>>;
};

export type OptionTally = { readonly startsAt: WallClock } & Readonly<Record<Suits, number>>;

/** Numbers of every option. Only parties with a seat count. */
export function tallies(
  options: readonly WallClock[],
  answers: readonly PartyAnswers[],
  parties: readonly string[],
): readonly OptionTally[] {
  const counted = answers.filter(({ party }) => parties.includes(party));
  const count = (startsAt: WallClock, wanted: Suits): number =>
    counted.filter(({ suits }) => suits[startsAt] === wanted).length;
  return options.map((startsAt) => ({
    startsAt,
    ...{ suits: count(startsAt, "suits"), ifNeedBe: count(startsAt, "ifNeedBe"), no: count(startsAt, "no") },
  }));
}

/** Best first: most that it suits, then fewest that it does not, then the earlier one. */
export const ranked = (counted: readonly OptionTally[]): readonly OptionTally[] =>
  [...counted].sort(
    (a, b) =>
      b.suits - a.suits || a.no - b.no || (a.startsAt < b.startsAt ? -1 : Number(a.startsAt > b.startsAt)),
  );

/** Parties with a seat that have not answered. */
export const missingOf = (answers: readonly PartyAnswers[], parties: readonly string[]): readonly string[] =>
  parties.filter((party) => !answers.some((one) => one.party === party));

/** When those who have not answered are reminded: 09:00 on the working day before the deadline's. */
export const remindsAt = ({ closesAt }: Pick<Poll, "closesAt">): Instant =>
  instantOn(workingDayUpTo(addDays(berlinDate(closesAt), -1)), CLOSES);

export type PollDue = "nothing" | "remind" | "close";

/** What of a poll is to be done now. A poll begun after the time of its reminder is not reminded of. */
export function pollDue(poll: Poll, now: Instant, reminded: boolean): PollDue {
  if (poll.settledAt !== null) return "nothing";
  if (now >= poll.closesAt) return "close";
  const at = remindsAt(poll);
  return !reminded && at > poll.createdAt && now >= at ? "remind" : "nothing";
}
