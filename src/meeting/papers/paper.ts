/** What belongs to a date afterwards: minutes under a web address, decisions of this Forum. Pure. */
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { MEETING_LIMITS, oneLine, webAddress } from "../meeting.ts";

/** Characters as JavaScript counts them; papers of one date. */
export const PAPER_LIMITS = { title: 120, link: MEETING_LIMITS.link, ofDate: 12 } as const;

/** Exactly one of `link` and `decisionId` is set. */
export type Paper = {
  readonly id: string;
  readonly meetingId: string;
  readonly kind: "minutes" | "decision";
  readonly title: string;
  /** An https address as URL writes it. */
  readonly link: string | null;
  readonly decisionId: string | null;
  readonly addedById: string;
  readonly addedAt: Instant;
};

/** A closed decision of the Forum that can be attached. `title` as people read it, with its number. */
export type AttachableDecision = { readonly id: string; readonly title: string };

export type LinkProblem = "linkMissing" | "linkWrong" | "linkTooLong" | "titleTooLong";

/** The minutes as they were entered; without a title they get `usual`. */
export function checkMinutesLink(
  written: { readonly title: string; readonly link: string },
  usual: string,
): Outcome<{ readonly title: string; readonly link: string }, LinkProblem> {
  const typed = written.link.trim();
  if (typed === "") return refused("linkMissing");
  const link = typed.length > PAPER_LIMITS.link ? null : webAddress(typed);
  if (typed.length > PAPER_LIMITS.link || (link ?? "").length > PAPER_LIMITS.link)
    return refused("linkTooLong");
  if (link === null) return refused("linkWrong");
  const title = oneLine(written.title);
  return title.length > PAPER_LIMITS.title ? refused("titleTooLong") : ok({ title: title || usual, link });
}

/** Whether a paper can stand beside those that a date has already. */
export function judgePaper(
  papers: readonly Paper[],
  { link, decisionId }: Pick<Paper, "link" | "decisionId">,
): Outcome<null, "attached" | "tooMany"> {
  const same = (one: Paper): boolean => one.link === link && one.decisionId === decisionId;
  if (papers.some(same)) return refused("attached");
  return papers.length >= PAPER_LIMITS.ofDate ? refused("tooMany") : ok(null);
}
