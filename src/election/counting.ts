/** Reading a closed box: is it whole, what does it seal, what does it count. Pure. */
import { type RandomBytes, shuffled } from "../system/random.ts";
import { openBallot, type Ring } from "./box.ts";
import type { DecisionCount } from "./decision.ts";
import type { Ballots, Count } from "./election.ts";
import type { BoxTrouble, EndReason } from "./end-reason.ts";
import { nextIn } from "./recall.ts";
import { isConsistent, type OpenedBallot, opens, sealOf, tallyOf } from "./seal.ts";
import {
  type BoxRow,
  type Entry,
  paperOf,
  type StoredResult,
  type StoredRound,
  type StoredSeal,
} from "./stored.ts";
import { moreThanHalf } from "./turnout.ts";

const votersOf = (register: readonly Entry[]): string[] =>
  register.filter((entry) => entry.voted).map((entry) => entry.party);

export type SealedBallot = OpenedBallot & { readonly commitment: string };

/** Every ballot of a box; null when one cannot be read or is none of this round. */
export function openAll(
  ring: Ring,
  round: Pick<StoredRound, "stage" | "candidates">,
  box: readonly BoxRow[],
): readonly SealedBallot[] | null {
  const paper = paperOf(round);
  const ballots = box.map((row) => openBallot(ring, row.sealed));
  const whole = ballots.filter((ballot) => ballot !== null && paper.has(ballot.choice));
  return whole.length === box.length ? whole.flatMap((ballot) => ballot ?? []) : null;
}

export type Sealing = { readonly seal: StoredSeal } | { readonly trouble: BoxTrouble | "count-mismatch" };

/** The seal of a closed box, or why it cannot be counted. */
export function sealing(
  ring: Ring | null,
  round: StoredRound,
  register: readonly Entry[],
  box: readonly BoxRow[],
): Sealing {
  const voters = votersOf(register);
  if (voters.length !== box.length) return { trouble: "count-mismatch" };
  if (!ring) return { trouble: "key-lost" };
  const ballots = openAll(ring, round, box);
  if (!ballots) return { trouble: "box-damaged" };
  const seal = sealOf(
    round.name,
    ballots.map((ballot) => ballot.commitment),
    voters,
  );
  if (!isConsistent(seal)) return { trouble: "count-mismatch" };
  return { seal: { commitments: [...seal.commitments], voters: [...seal.voters], root: seal.root } };
}

/** The result of a round that cannot be counted: who took part is known, nothing else is. */
export const uncounted = (
  round: Pick<StoredRound, "entitled">,
  register: readonly Entry[],
  reason: EndReason,
): StoredResult => {
  const present = votersOf(register).length;
  return {
    ...{ outcome: "void", reason, winner: null, tally: null, choices: null },
    ...{ present, needed: moreThanHalf(present), entitled: round.entitled, byLot: false, next: {} },
  };
};

const reasonOf = (count: Count | DecisionCount): EndReason | null => {
  if (count.outcome === "elected" || count.outcome === "accepted") return null;
  return "reason" in count ? count.reason : count.outcome;
};

/** A result with another count: after a withdrawal or a lot; the numbers stay. */
export const resultWith = (result: StoredResult, count: Count): StoredResult => ({
  ...result,
  outcome: count.outcome,
  reason: reasonOf(count),
  winner: count.outcome === "elected" ? count.winner : null,
  byLot: count.outcome === "elected" && count.byLot,
  // Who was in the lot stays known after the drawing.
  next: { ...(result.outcome === "lot" ? result.next : {}), ...nextIn(count) },
});

export type Counted =
  | { readonly trouble: BoxTrouble }
  | { readonly ballots: readonly OpenedBallot[]; readonly tally: Ballots };

/** What lies in a sealed box, or why nobody can say. */
export function unsealed(ring: Ring | null, round: StoredRound, box: readonly BoxRow[]): Counted {
  if (!ring) return { trouble: "key-lost" };
  const ballots = openAll(ring, round, box);
  if (!ballots || !round.seal || !opens(round.name, round.seal, ballots)) return { trouble: "box-changed" };
  return { ballots, tally: tallyOf(ballots) };
}

/**
 * What is published of a count. The list of choices is in an order that says nothing. Of few ballots and of
 * a void round neither tally nor choices leave this function.
 */
export function published(
  round: StoredRound,
  register: readonly Entry[],
  ballots: readonly OpenedBallot[],
  count: Count | DecisionCount,
  random: RandomBytes,
): StoredResult {
  const shown = ballots.length >= round.rule.hideDistributionBelow && count.outcome !== "void";
  const choices = ballots.map((ballot) => ballot.choice);
  const elects = count.outcome === "elected";
  return {
    ...uncounted(round, register, "cancelled"),
    outcome: count.outcome,
    reason: reasonOf(count),
    winner: elects ? count.winner : null,
    byLot: elects && count.byLot,
    next: count.outcome === "accepted" || count.outcome === "rejected" ? {} : nextIn(count),
    tally: shown ? [...tallyOf(ballots)] : null,
    choices: shown ? shuffled(choices, random) : null,
  };
}
