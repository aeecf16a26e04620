/** What a digest asks of the store. Port; see repository.prisma.ts. */
import type { Instant } from "../../system/clock.ts";
import type { Dates, Decided, EndedElection, GroupRecords, OpenQuestions, Span } from "./digest.ts";

export type DigestRepository = {
  /** Records of the span that are not deleted, by group: those with most records first, those of no group last. */
  readonly exchangesBetween: (span: Span, mostTitles: number) => Promise<readonly GroupRecords[]>;
  /** Decisions of the Forum and of groups that were settled in the span, by number. */
  readonly decisionsBetween: (span: Span) => Promise<readonly Decided[]>;
  /** Elections to an office that ended in the span. */
  readonly electionsBetween: (span: Span) => Promise<readonly EndedElection[]>;
  /** Questions about the rules that nobody has answered yet. */
  readonly openQuestions: (now: Instant) => Promise<OpenQuestions>;
  /** Dates held in the span, and the next ones from `now` on, at most `most`. */
  readonly dates: (span: Span, now: Instant, most: number) => Promise<Dates>;
};
