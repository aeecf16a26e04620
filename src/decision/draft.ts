/** A motion as it is entered, and what of it is accepted. Pure. */
import { addDays } from "../calendar/dates.ts";
import { workingDayFrom } from "../calendar/working-days.ts";
import { berlinDate, instantOn, wallClockAt } from "../calendar/zones.ts";
import { MAJORITIES, type Majority } from "../election/decision.ts";
import type { Instant } from "../system/clock.ts";
import { WAYS, type Way } from "./decision.ts";

/** Characters as JavaScript counts them. */
export const LIMITS = { title: 120, text: 2000, reason: 500 } as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Time to vote: at least so long after the opening, at most so long from now. ms. */
const SHORTEST = { now: 10 * MINUTE, announced: HOUR } as const;
export const LONGEST_DAYS = 60;

/** What the form holds, as it was entered. */
export type DecisionDraft = {
  readonly title: string;
  readonly text: string;
  readonly way: string;
  readonly majority: string;
  readonly secret: string;
  readonly closesOn: string;
  readonly closesAt: string;
};

export const EMPTY_DECISION: DecisionDraft = {
  title: "",
  text: "",
  way: "vote",
  majority: "simple",
  secret: "nein",
  closesOn: "",
  closesAt: "",
};

export type DecisionPlan = {
  readonly title: string;
  readonly text: string;
  readonly way: Way;
  /** Of no effect in circulation. */
  readonly majority: Majority;
  readonly secret: boolean;
  readonly closesAt: Instant;
};

export type DraftProblem =
  | "titleMissing"
  | "titleTooLong"
  | "textMissing"
  | "textTooLong"
  | "wayUnknown"
  | "majorityUnknown"
  | "secretUmlauf"
  | "endMissing"
  | "endUnknown"
  | "endTooSoon"
  | "endTooLate"
  | "endBeforeOpening";

export type CheckedDraft =
  | { readonly ok: true; readonly value: DecisionPlan }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

/** Characters that show nothing or turn the direction of writing; line breaks and tabs stay for now. */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]|(?![\t\n\r])\p{Cc}/gu;

export const oneLine = (written: string): string => written.replace(UNSEEN, "").replace(/\s+/g, " ").trim();

const paragraphs = (written: string): string =>
  written
    .replace(UNSEEN, "")
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** The draft with white space tidied; nothing is cut. */
export const tidyDraft = (draft: DecisionDraft): DecisionDraft => ({
  title: oneLine(draft.title),
  text: paragraphs(draft.text),
  way: draft.way.trim(),
  majority: draft.majority.trim(),
  secret: draft.secret.trim() === "ja" ? "ja" : "nein",
  closesOn: draft.closesOn.trim(),
  closesAt: draft.closesAt.trim(),
});

/** The instant of a date and a time on a clock in Berlin; null when there is no such time. */
function instantAt(date: string, time: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
  try {
    const instant = instantOn(date, time);
    // A time that is left out in spring would silently become another one.
    return wallClockAt(instant) === `${date}T${time}` ? instant : null;
  } catch {
    return null;
  }
}

/** When an announced motion opens: 09:00 on the next working day. */
export const openingAfter = (now: Instant): Instant =>
  instantOn(workingDayFrom(addDays(berlinDate(now), 1)), "09:00");

/** Whether a motion that ends then can be announced first, with time left to vote after its opening. */
export const canBeAnnounced = (closesAt: Instant, now: Instant): boolean =>
  closesAt >= openingAfter(now) + SHORTEST.announced;

/** Whether there is time to vote when it opens at once. */
export const canOpenNow = (closesAt: Instant, now: Instant): boolean => closesAt >= now + SHORTEST.now;

function endProblem(entered: DecisionDraft, closesAt: Instant | null, now: Instant): DraftProblem | null {
  if (entered.closesOn === "" || entered.closesAt === "") return "endMissing";
  if (closesAt === null) return "endUnknown";
  if (!canOpenNow(closesAt, now)) return "endTooSoon";
  return closesAt > now + LONGEST_DAYS * DAY ? "endTooLate" : null;
}

const lengthProblem = <M extends DraftProblem, L extends DraftProblem>(
  written: string,
  most: number,
  missing: M,
  tooLong: L,
): M | L | null => {
  if (written === "") return missing;
  return written.length > most ? tooLong : null;
};

/** Makes a plan of a draft, or says everything that is wrong with it, in the order of the form. */
export function checkDraft(raw: DecisionDraft, now: Instant): CheckedDraft {
  const draft = tidyDraft(raw);
  const way = WAYS.find((one) => one === draft.way);
  const majority = MAJORITIES.find((one) => one === draft.majority);
  const secret = draft.secret === "ja";
  const closesAt = instantAt(draft.closesOn, draft.closesAt);
  const found: readonly (DraftProblem | false | null)[] = [
    lengthProblem(draft.title, LIMITS.title, "titleMissing", "titleTooLong"),
    lengthProblem(draft.text, LIMITS.text, "textMissing", "textTooLong"),
    way === undefined && "wayUnknown",
    majority === undefined && "majorityUnknown",
    endProblem(draft, closesAt, now),
    way === "umlauf" && secret && "secretUmlauf",
  ];
  const problems = found.filter((problem) => problem !== false && problem !== null);
  if (problems.length > 0 || !way || !majority || closesAt === null) return { ok: false, problems };
  const { title, text } = draft;
  return {
    ok: true,
    value: { title, text, way, secret, closesAt, majority: way === "umlauf" ? "simple" : majority },
  };
}
