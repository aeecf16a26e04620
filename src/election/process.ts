/** The way of an election from the announcement to its end: what is known of it at any time. Pure. */
import { type Count, type Round, roundAfter, type Stage } from "./election.ts";
import type { WithdrawalRule } from "./withdrawal.ts";

export const STATES = [
  "draft",
  "nomination",
  "ready",
  "voting",
  "acceptance",
  "runoff_pending",
  "second_round_pending",
  "lot_pending",
  "void",
  "elected",
  "not_elected",
  "cancelled",
] as const;
export type State = (typeof STATES)[number];

const FINAL: readonly State[] = ["elected", "not_elected", "cancelled"];
export const isFinal = (state: State): boolean => FINAL.includes(state);

/** Fixed at the announcement, from the rule of procedure. */
export type Settings = {
  /** Seats entitled when round 1 opens. */
  readonly electorate: number;
  readonly withdrawal: WithdrawalRule;
  /** Another election for the same office is running. */
  readonly otherRunning: boolean;
};

/** Somebody nominated; a candidate only with consent. */
export type Nominee = { readonly name: string; readonly consents: boolean };

/** The round that is to be opened, is open, or was the last one. */
export type CurrentRound = { readonly stage: Stage; readonly candidates: readonly string[] };

export type Process = {
  readonly state: State;
  readonly nominees: readonly Nominee[];
  readonly current: CurrentRound;
  /** Parties needed; null for half of the entitled. 3 after a round that was too small. */
  readonly quorum: number | null;
  /** The time for nominations can be extended once. */
  readonly extended: boolean;
  /** Withdrew since the current round was opened. */
  readonly withdrawn: readonly string[];
  /** The last round as it was counted, and what it led to; null before the first count. */
  readonly counted: {
    readonly round: Round;
    readonly drawn: readonly string[] | null;
    readonly count: Count;
  } | null;
  /** Set from the acceptance on. */
  readonly winner: string | null;
};

export type ProcessRefusal =
  | "role"
  | "wrong-state"
  | "already-running"
  | "not-nominated"
  | "not-all-voted"
  | "invalid-lot"
  | "not-winner"
  | "needs-reason"
  | "needs-second-person";

/** What an accepted event did: `duplicate` and `noted` change nothing that anybody sees. */
export type ProcessEffect = "ok" | "duplicate" | "extended" | "noted";

export const candidatesOf = (nominees: readonly Nominee[]): readonly string[] =>
  nominees.filter((one) => one.consents).map((one) => one.name);

const hasWinner = (state: State): boolean => state === "acceptance" || state === "elected";

const STAGE_OF: Partial<Record<State, Stage>> = { runoff_pending: "runoff", second_round_pending: "second" };

/**
 * An election that is found in `state` with these candidates, all of them consenting. Where the state says
 * that somebody was elected, a single candidate is the winner.
 */
export const processIn = (state: State, candidates: readonly string[]): Process => ({
  state,
  nominees: candidates.map((name) => ({ name, consents: true })),
  current: { stage: STAGE_OF[state] ?? "first", candidates },
  quorum: null,
  extended: false,
  withdrawn: [],
  counted: null,
  winner: candidates.length === 1 && hasWinner(state) ? (candidates[0] ?? null) : null,
});

const AFTER: Record<Count["outcome"], State> = {
  elected: "acceptance",
  runoff: "runoff_pending",
  "second-round": "second_round_pending",
  lot: "lot_pending",
  "not-elected": "not_elected",
  void: "void",
};

/** The process after a count: the state it leads to, the round that follows, the winner if there is one. */
export const withCount = (
  process: Process,
  round: Round,
  drawn: readonly string[] | null,
  count: Count,
): Process => ({
  ...process,
  state: AFTER[count.outcome],
  counted: { round, drawn, count },
  current: roundAfter(count) ?? process.current,
  winner: count.outcome === "elected" ? count.winner : null,
});

export const ended = (process: Process, state: "not_elected" | "cancelled"): Process => ({
  ...process,
  state,
  winner: null,
});
