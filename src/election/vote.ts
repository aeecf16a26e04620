/**
 * Whether one vote counts: a decision on plain facts, without the choice itself, so that the ballot box
 * may keep it hidden.
 */
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";

/** What is the same for all votes of a round. `closesAt` is the first instant that is too late. */
export type Opening = {
  readonly round: number;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly closedEarly: boolean;
  readonly cancelled: boolean;
  /** In a secret round the first vote stands; in an open one the last counts. */
  readonly secret: boolean;
};

export type VoteFacts = {
  /** When the server received it. The clock of a device is never looked at. */
  readonly at: Instant;
  /** Who has already had a vote with this action id accepted in this round. */
  readonly actionUsedBy: "nobody" | "same-person" | "other-person";
  /** The round the ballot paper was made for; null where the paper does not say. */
  readonly paperRound: number | null;
  readonly standing: "holder" | "same-party" | "stranger";
  readonly choiceOnPaper: boolean;
  readonly seatHasVoted: boolean;
};

/** `duplicate` is the same vote delivered again: it gets the same answer and has no effect. */
export type VoteEffect = "ok" | "replaced" | "duplicate";
export type VoteRefusal =
  | "wrong-round"
  | "cancelled"
  | "not-open"
  | "closed"
  | "not-entitled"
  | "not-holder"
  | "unknown-choice"
  | "foreign-action"
  | "already-voted";

function closedFor(opening: Opening, facts: VoteFacts): VoteRefusal | null {
  if (facts.paperRound !== null && facts.paperRound !== opening.round) return "wrong-round";
  if (opening.cancelled) return "cancelled";
  if (facts.at < opening.opensAt) return "not-open";
  return opening.closedEarly || facts.at >= opening.closesAt ? "closed" : null;
}

function notAllowed(facts: VoteFacts): VoteRefusal | null {
  if (facts.standing === "stranger") return "not-entitled";
  if (facts.standing === "same-party") return "not-holder";
  if (!facts.choiceOnPaper) return "unknown-choice";
  return facts.actionUsedBy === "other-person" ? "foreign-action" : null;
}

/**
 * A repeated delivery comes before everything else, also after the close: it was answered once and must
 * be answered the same way again. Then the round, the person and the ballot paper are looked at, in that
 * order, and last whether the party has voted.
 */
export function judgeVote(opening: Opening, facts: VoteFacts): Outcome<VoteEffect, VoteRefusal> {
  if (facts.actionUsedBy === "same-person") return ok("duplicate");
  const reason = closedFor(opening, facts) ?? notAllowed(facts);
  if (reason !== null) return refused(reason);
  if (!facts.seatHasVoted) return ok("ok");
  return opening.secret ? refused("already-voted") : ok("replaced");
}
