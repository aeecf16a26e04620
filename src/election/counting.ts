/** Reading a closed box: is it whole, what does it seal, what does it count. Pure. */
import { type RandomBytes, shuffled } from "../system/random.ts";
import { openBallot, type Ring } from "./box.ts";
import type { Count } from "./election.ts";
import { processIn } from "./process.ts";
import type { Ending } from "./repository.ts";
import { isConsistent, opens, sealOf, tallyOf } from "./seal.ts";
import {
  type BoxRow,
  type BoxTrouble,
  type EndReason,
  type Entry,
  paperOf,
  SHOWN_FROM,
  type StoredResult,
  type StoredRound,
  type StoredSeal,
} from "./stored.ts";
import { step } from "./transition.ts";
import { moreThanHalf } from "./turnout.ts";

const votersOf = (register: readonly Entry[]): string[] =>
  register.filter((entry) => entry.voted).map((entry) => entry.party);

function openAll(ring: Ring, round: StoredRound, box: readonly BoxRow[]) {
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
  round: StoredRound,
  register: readonly Entry[],
  reason: EndReason,
): StoredResult => {
  const present = votersOf(register).length;
  return {
    ...{ outcome: "void", reason, winner: null, tally: null, choices: null },
    ...{ present, needed: moreThanHalf(present), entitled: round.entitled },
  };
};

const reasonOf = (count: Count): EndReason | null => {
  if (count.outcome === "elected") return null;
  return count.outcome === "void" || count.outcome === "not-elected" ? count.reason : count.outcome;
};

/**
 * The result of a sealed box by the rules of the process. The list of choices is in an order that says
 * nothing. Of few ballots and of a void round neither tally nor choices leave this function.
 */
export function counting(
  ring: Ring | null,
  round: StoredRound,
  register: readonly Entry[],
  box: readonly BoxRow[],
  random: RandomBytes,
): StoredResult {
  if (!ring) return uncounted(round, register, "key-lost");
  const ballots = openAll(ring, round, box);
  if (!ballots || !round.seal || !opens(round.name, round.seal, ballots))
    return uncounted(round, register, "box-changed");
  const tally = tallyOf(ballots);
  const settings = { electorate: round.entitled, withdrawal: "move-up", otherRunning: false } as const;
  const process = { ...processIn("voting", round.candidates), quorum: round.quorum };
  const ended = step(process, { type: "end-voting", by: "timer", ballots: tally, present: null }, settings);
  const count = ended.ok ? ended.value.process.counted?.count : undefined;
  if (!count) throw new Error("a round that was open cannot be counted");
  const shown = ballots.length >= SHOWN_FROM && count.outcome !== "void";
  return {
    ...uncounted(round, register, "cancelled"),
    outcome: count.outcome,
    reason: reasonOf(count),
    winner: count.outcome === "elected" ? count.winner : null,
    tally: shown ? [...tally] : null,
    choices: shown
      ? shuffled(
          ballots.map((ballot) => ballot.choice),
          random,
        )
      : null,
  };
}

/** How the election ends with this result; a round that would have to follow is not opened. */
export const endingOf = (result: StoredResult): Ending =>
  result.winner !== null
    ? { state: "elected", winner: result.winner }
    : { state: "not_elected", reason: result.reason ?? "no-votes" };
