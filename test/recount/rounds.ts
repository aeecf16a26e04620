/** Rounds held by the rules of the program, and written down as in their minutes. */
import { createHash } from "node:crypto";
import { ballotPaper } from "../../src/election/count.ts";
import type { Count, Round, Stage } from "../../src/election/election.ts";
import { drawPublicly } from "../../src/election/lot.ts";
import { resultOf } from "../../src/election/result.ts";
import { commitmentOf, type Seal, sealOf, tallyOf } from "../../src/election/seal.ts";
import type { WithdrawalRule } from "../../src/election/withdrawal.ts";

export const ELECTION = "wahl-1";
const PUBLIC_RANDOM = "lotto-6aus49:2031-03-12:03-11-19-24-38-45";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const partyKey = (at: number): string => `p${String(at).padStart(2, "0")}`;

/** What happens in one round: numbers that stand for something on its ballot paper. */
export type RoundPlan = { readonly votes: readonly number[]; readonly withdrawn: readonly number[] };
export const ENTITLED = 12;

export const parties = Object.fromEntries(
  Array.from({ length: ENTITLED }, (_, at) => [partyKey(at), `Kommune ${at}`]),
);

type Box = {
  readonly seal: Seal;
  readonly choices: readonly string[];
  readonly opening: {
    format: string;
    electionId: string;
    round: number;
    ballots: { commitment: string; choice: string; salt: string }[];
  };
};

export function boxOf(round: number, choices: readonly string[]): Box {
  const name = { electionId: ELECTION, round };
  const ballots = choices.map((choice, at) => {
    const salt = sha256(`${round} ${at}`).slice(0, 32);
    return { commitment: commitmentOf(name, { choice, salt }), choice, salt };
  });
  // Those who vote are not always the first in the alphabet.
  const voters = choices.map((_, at) => partyKey((at + round) % ENTITLED));
  const commitments = ballots.map((one) => one.commitment);
  ballots.sort((a, b) => (a.salt < b.salt ? -1 : 1));
  return {
    seal: sealOf(name, commitments, voters),
    choices: ballots.map((one) => one.choice).reverse(),
    opening: { format: "forum-oeffnung/v1", ...name, ballots },
  };
}

function lotOf(count: Count, number: number, root: string) {
  if (count.outcome !== "lot") return null;
  const { lotFor, lotAmong: among, lotSeats: seats, runoffFixed } = count;
  const drawing = {
    electionId: ELECTION,
    round: number,
    lotFor,
    sealRoot: root,
    publicRandom: PUBLIC_RANDOM,
  };
  const { drawn } = drawPublicly({ ...drawing, among, seats });
  const seed = `forum-los/v1|${ELECTION}|${number}|${lotFor}|${root}|${PUBLIC_RANDOM}`;
  return {
    ...{ way: "public-draw", source: "lotto-6aus49", announced: "2031-03-12T17:25:00.000Z" },
    ...{ publicRandom: PUBLIC_RANDOM, lotFor, among: [...among], seats, runoffFixed: [...runoffFixed] },
    drawn: [...drawn],
    keys: Object.fromEntries(among.map((name) => [name, sha256(`${seed}|${name}`)])),
    witnesses: null as string[] | null,
  };
}

export const reasonOf = (count: { readonly outcome: string }): string | null =>
  "reason" in count ? String(count.reason) : null;

/** What every round of any kind has in the minutes. */
export function common(number: number, { seal, choices }: Box, shown: boolean) {
  const present = seal.voters.length;
  return {
    round: number,
    opensAt: "2031-03-03T08:00:00.000Z",
    closesAt: "2031-03-10T16:00:00.000Z",
    closedEarly: false,
    ...{ entitled: ENTITLED, present, needed: (Math.floor(present / 2) + 1) as number | null },
    voters: [...seal.voters],
    seal: { root: seal.root, commitments: [...seal.commitments] } as {
      root: string;
      commitments: string[];
    } | null,
    tally: shown ? Object.fromEntries(tallyOf(choices.map((choice) => ({ choice, salt: "" })))) : null,
    choices: shown ? [...choices] : null,
    votes: null as { party: string; choice: string }[] | null,
    paper: null as { enteredBy: string; witnesses: string[] } | null,
  };
}

export type Standing = {
  readonly stage: Stage;
  readonly candidates: readonly string[];
  readonly quorum: number;
};

export function heldRound(number: number, standing: Standing, plan: RoundPlan, withdrawal: WithdrawalRule) {
  const { stage, candidates, quorum } = standing;
  const paper = [...ballotPaper(candidates)];
  const box = boxOf(
    number,
    plan.votes.map((vote) => paper[vote % paper.length] ?? "enthaltung"),
  );
  const ballots = tallyOf(box.choices.map((choice) => ({ choice, salt: "" })));
  const counted: Round = {
    ...{ stage, candidates, ballots, entitled: ENTITLED, present: null, quorum },
    cancelled: false,
  };
  const withdrawn = [...new Set(plan.withdrawn.map((at) => candidates[at % candidates.length] ?? ""))];
  const after = { withdrawn, rule: withdrawal, drawn: null, acceptance: null };
  const lot = lotOf(resultOf(counted, after), number, box.seal.root);
  const count = resultOf(counted, { ...after, drawn: lot?.drawn ?? null });
  const won = count.outcome === "elected" ? count : null;
  const round = {
    ...common(number, box, plan.votes.length >= 5 && count.outcome !== "void"),
    ...{ stage: stage as string, candidates: [...candidates], quorum, outcome: count.outcome as string },
    ...{ reason: reasonOf(count), winner: won?.winner ?? null, byLot: won?.byLot ?? null },
    ...{ withdrawnAfter: withdrawn, lot },
  };
  return { round, count, opening: box.opening };
}
