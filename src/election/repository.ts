/** What an election keeps. Port; see repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { RoundName } from "./seal.ts";
import type { BoxRow, EndReason, Entry, StoredResult, StoredRound, StoredSeal } from "./stored.ts";

export type NewRound = {
  readonly name: RoundName;
  readonly candidates: readonly string[];
  readonly quorum: number;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** In the order in which they are written: alphabetically. */
  readonly register: readonly { readonly party: string; readonly holderId: string | null }[];
};

export type Ending =
  | { readonly state: "elected"; readonly winner: string }
  | { readonly state: "not_elected"; readonly reason: EndReason };

export type ElectionRepository = {
  /** Election, first round and register at once. Its office must be free: a unique key stands behind it. */
  readonly open: (tx: Tx, round: NewRound) => Promise<void>;
  /** Inside a transaction: takes the round first, so that votes and close exclude each other. */
  readonly lock: (tx: Tx, name: RoundName, how: "share" | "alone") => Promise<void>;
  readonly round: (name: RoundName, tx?: Tx) => Promise<StoredRound | null>;
  /** The newest round of the running election for the office; null when none runs. */
  readonly running: (tx?: Tx) => Promise<StoredRound | null>;
  /** The newest round of the election that ended last. */
  readonly last: () => Promise<StoredRound | null>;
  /** Rounds with something left to do: every phase but `closed`. */
  readonly unfinished: () => Promise<readonly StoredRound[]>;
  readonly hasRound: (name: RoundName) => Promise<boolean>;

  /** By party. */
  readonly register: (name: RoundName, tx?: Tx) => Promise<readonly Entry[]>;
  /** The seats a person has to do with: the one held, and that of the party. */
  readonly seatsAround: (
    name: RoundName,
    person: { readonly id: string; readonly organisation: string },
    tx?: Tx,
  ) => Promise<readonly Entry[]>;
  readonly votes: (name: RoundName) => Promise<number>;

  readonly hasBallot: (tx: Tx, name: RoundName, slot: string) => Promise<boolean>;
  /** False when the seat has voted already. */
  readonly mark: (tx: Tx, name: RoundName, party: string, tag: string) => Promise<boolean>;
  readonly drop: (tx: Tx, name: RoundName, ballot: BoxRow) => Promise<void>;

  /** False when another process has counted since `before`. */
  readonly setTurnout: (
    tx: Tx,
    name: RoundName,
    turnout: number,
    before: Instant,
    now: Instant,
  ) => Promise<boolean>;
  /** By slot. */
  readonly box: (tx: Tx, name: RoundName) => Promise<readonly BoxRow[]>;
  /** From `voting` to `sealed`; with `result` when there is nothing to count. */
  readonly setSealed: (
    tx: Tx,
    name: RoundName,
    sealed: {
      readonly at: Instant;
      readonly early: boolean;
      readonly seal: StoredSeal | null;
      readonly result: StoredResult | null;
    },
  ) => Promise<void>;
  /** Writes register (without tags) and box anew, sorted; only between `sealed` and `counted`. */
  readonly rewrite: (tx: Tx, name: RoundName) => Promise<void>;
  readonly setCounted: (tx: Tx, name: RoundName, result: StoredResult, ending: Ending) => Promise<void>;
  /** False when another process was faster. */
  readonly setClosed: (tx: Tx, name: RoundName) => Promise<boolean>;
};
