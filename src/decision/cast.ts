/** Whether an open vote counts: the rule of all polls, asked with the facts of this register. Pure. */
import { MOTION_PAPER } from "../election/decision.ts";
import { judgeVote, type VoteRefusal } from "../election/vote.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, refused } from "../system/outcome.ts";
import type { Decision } from "./decision.ts";
import type { Place } from "./electorate.ts";

export type CastRefusal =
  | "notMember"
  | "notPersonal"
  | "gone"
  | "cancelled"
  | "notOpen"
  | "closed"
  | "secret"
  | "notEntitled"
  | "seatChanged"
  | "hasVoted"
  | "notHolder"
  | "unknownChoice";

const REASONS = {
  "wrong-round": "gone",
  cancelled: "cancelled",
  "not-open": "notOpen",
  closed: "closed",
  "not-entitled": "notEntitled",
  "not-holder": "notHolder",
  "unknown-choice": "unknownChoice",
  // Neither happens in an open decision, where every press is an act of its own and may be changed.
  "foreign-action": "gone",
  "already-voted": "hasVoted",
} satisfies Record<VoteRefusal, CastRefusal>;

/** Only while it is open somebody of the same party is told that the party has voted. */
function sharper(reason: CastRefusal, { standing, seat }: Place): CastRefusal {
  if (reason !== "notHolder") return reason;
  if (standing === "replaced") return "seatChanged";
  return seat?.choice === null ? "notHolder" : "hasVoted";
}

/** `replaced` is a vote in the place of an earlier one of the same party. `at` is when the server received it. */
export function judgeCast(
  decision: Pick<Decision, "state" | "opensAt" | "closesAt" | "secret">,
  place: Place,
  choice: string,
  at: Instant,
): Outcome<"ok" | "replaced" | "duplicate", CastRefusal> {
  const { state, opensAt, closesAt, secret } = decision;
  if (secret && state === "voting") return refused("secret");
  const judged = judgeVote(
    {
      round: 1,
      opensAt: state === "draft" ? Number.POSITIVE_INFINITY : opensAt,
      closesAt,
      closedEarly: state !== "draft" && state !== "voting",
      cancelled: state === "cancelled",
      secret: false,
    },
    {
      at,
      actionUsedBy: "nobody",
      paperRound: null,
      standing: place.standing === "replaced" ? "same-party" : place.standing,
      choiceOnPaper: MOTION_PAPER.has(choice),
      seatHasVoted: place.seat?.choice !== null,
    },
  );
  return judged.ok ? judged : refused(sharper(REASONS[judged.reason], place));
}
