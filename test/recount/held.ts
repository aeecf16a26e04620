/**
 * Elections and decisions held by the rules of the program and written down as their minutes: what a recount
 * has to agree with.
 */
import { afterAcceptance } from "../../src/election/acceptance.ts";
import { countDecision, type Majority } from "../../src/election/decision.ts";
import { type Count, roundAfter } from "../../src/election/election.ts";
import { tallyOf } from "../../src/election/seal.ts";
import type { WithdrawalRule } from "../../src/election/withdrawal.ts";
import {
  boxOf,
  common,
  ELECTION,
  ENTITLED,
  heldRound,
  parties,
  type RoundPlan,
  reasonOf,
  type Standing,
} from "./rounds.ts";

const NAMES = ["Bürgermeisterin Ä", "Bürgermeister B", "Landrätin C", "Bürgermeister D"];

export type Plan = {
  readonly candidates: number;
  readonly withdrawal: WithdrawalRule;
  readonly answer: "accepted" | "declined" | "expired";
  readonly rounds: readonly RoundPlan[];
};

/** What follows on a round: another one, the same again with a lower quorum, or nothing. */
function followed(standing: Standing, count: Count): Standing | null {
  const next = roundAfter(count);
  if (next) return { ...standing, ...next };
  return count.outcome === "void" && count.reason === "no-quorum" ? { ...standing, quorum: 3 } : null;
}

function heldRounds(names: readonly string[], plan: Plan) {
  let standing: Standing | null = { stage: "first", candidates: names, quorum: ENTITLED / 2 };
  const held: ReturnType<typeof heldRound>[] = [];
  for (const [at, one] of plan.rounds.entries()) {
    if (!standing) break;
    const now: ReturnType<typeof heldRound> = heldRound(at + 1, standing, one, plan.withdrawal);
    held.push(now);
    standing = followed(standing, now.count);
  }
  return held;
}

/** An election of the chair from its first round to the answer of the person elected. */
export function heldElection(plan: Plan) {
  const names = NAMES.slice(0, plan.candidates);
  const held = heldRounds(names, plan);
  const last = held.at(-1)?.count;
  if (!last) throw new Error("a plan has at least one round");
  const unfinished = roundAfter(last) !== null || last.outcome === "void";
  const end = afterAcceptance(last, plan.answer);
  const elected = end.outcome === "elected" ? end.winner : null;
  const gone = new Set(held.flatMap(({ round }) => round.withdrawnAfter));
  const minutes = {
    ...minutesOf("chair", unfinished ? "cancelled" : elected === null ? "not_elected" : "elected"),
    rule: { version: 1, settings: { withdrawal: plan.withdrawal as string }, lines: ["…"] },
    nominations: names.map((name) => ({ name, consented: true, withdrawn: gone.has(name) })),
    rounds: held.map(({ round }) => round),
    acceptance: last.outcome === "elected" ? { answer: plan.answer, at: "2031-03-20T09:00:00.000Z" } : null,
    winner: unfinished ? null : elected,
    reason: unfinished ? null : reasonOf(end),
  };
  return { minutes, openings: held.map(({ opening }) => opening) };
}

const minutesOf = (kind: "chair" | "decision", outcome: string) => ({
  ...{ format: "forum-niederschrift/v1", electionId: ELECTION, title: "Wahl: Vorsitz des Forums", kind },
  ...{
    decision: null as null | { majority: string; mode: string; secret: boolean },
    parties: { ...parties },
  },
  ...{ rule: { version: 1, settings: {}, lines: [] }, nominations: [], outcome: outcome as string | null },
  scrutineers: [{ name: "Wahlprüferin Zell", party: "p03" }],
  confirmations: [] as { name: string; round: number; root: string; agrees: boolean }[],
  acceptance: null,
});

export type Minutes = ReturnType<typeof heldElection>["minutes"];
export type Opening = ReturnType<typeof heldElection>["openings"][number];

export type MotionPlan = {
  readonly majority: Majority;
  readonly mode: "vote" | "umlauf";
  readonly secret: boolean;
  readonly votes: readonly number[];
};

const MOTION = ["ja", "nein", "enthaltung", "ungueltig"];

/** A decision with one round, open by party or secret. */
export function heldDecision({ majority, mode, secret, votes }: MotionPlan) {
  const box = boxOf(
    1,
    votes.map((vote) => MOTION[vote % MOTION.length] ?? "ja"),
  );
  const ballots = tallyOf(box.choices.map((choice) => ({ choice, salt: "" })));
  const turnout = { ballots, entitled: ENTITLED, present: null, quorum: null, cancelled: false };
  const count = countDecision({ ...turnout, majority, circulation: mode === "umlauf" });
  const base = common(1, box, votes.length >= 5 && count.outcome !== "void");
  const open = box.choices.map((choice, at) => ({ party: base.voters[at] ?? "", choice }));
  const round = {
    ...base,
    ...{
      stage: "motion",
      candidates: [],
      quorum: ENTITLED / 2,

      outcome: count.outcome as string,
    },
    ...{ reason: reasonOf(count), winner: null, byLot: null, withdrawnAfter: [], lot: null },
    ...(secret ? {} : { seal: null, choices: null, votes: open }),
  };
  const minutes = {
    ...minutesOf("decision", count.outcome),
    ...{ decision: { text: "…", majority, mode, secret }, rounds: [round] },
    ...{ winner: null, reason: reasonOf(count) },
  };
  return { minutes, openings: secret ? [box.opening] : [] };
}
