/** What an election keeps. Port; see repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { CastRepository } from "./cast.repository.ts";
import type { RoundName } from "./seal.ts";
import type { BoxRow, Entry, StoredResult, StoredRound, StoredSeal } from "./stored.ts";

export type NewRound = {
  readonly name: RoundName;
  readonly stage: StoredRound["stage"];
  readonly candidates: readonly string[];
  readonly quorum: number;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** In the order in which they are written: alphabetically. */
  readonly register: readonly FrozenSeat[];
};

/** A seat as it is when a round opens: who holds it, and who else may. */
export type FrozenSeat = Pick<Entry, "party" | "holderId" | "delegateId" | "deputies">;

export type ElectionRepository = CastRepository & {
  /** Round and register at once; the election is there already. */
  readonly openRound: (tx: Tx, round: NewRound) => Promise<void>;
  /** Inside a transaction: takes the round first, so that votes and close exclude each other. */
  readonly lock: (tx: Tx, name: RoundName, how: "share" | "alone") => Promise<void>;
  readonly round: (name: RoundName, tx?: Tx) => Promise<StoredRound | null>;
  /** The newest round of the running election for the office; null when none runs. */
  readonly running: (tx?: Tx) => Promise<StoredRound | null>;
  /** The newest round of the election that ended last. */
  readonly last: () => Promise<StoredRound | null>;
  /** Rounds with something left to do: every phase but `closed`. */
  readonly unfinished: (tx?: Tx) => Promise<readonly StoredRound[]>;
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
  /** Who votes for a party in this round from now on. */
  readonly setHolder: (
    tx: Tx,
    name: RoundName,
    party: string,
    seat: { readonly holderId: string | null; readonly delegateId?: string },
  ) => Promise<void>;
  /** A party leaves the Forum: one seat less, unless it has voted (then false, and nothing changes). */
  readonly setLeft: (tx: Tx, name: RoundName, party: string) => Promise<boolean>;

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
  readonly setCounted: (tx: Tx, name: RoundName, result: StoredResult) => Promise<void>;
  /** Adds to the numbers of votes delivered twice and of votes that came too late. */
  readonly addIncidents: (
    tx: Tx,
    name: RoundName,
    more: { readonly duplicates: number; readonly late: number },
  ) => Promise<void>;
  /** False when another process was faster. */
  readonly setClosed: (tx: Tx, name: RoundName) => Promise<boolean>;
};
