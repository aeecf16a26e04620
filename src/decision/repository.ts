/** Port of the store of decisions. Writes take the transaction they belong to. */
import type { Tx } from "../db/store.ts";
import type { HeldSeat } from "../forum/seats.ts";
import type { Instant } from "../system/clock.ts";
import type { Decision, DecisionResult, DecisionSeat, DecisionState, EndReason } from "./decision.ts";
import type { DecisionPlan } from "./draft.ts";
import type { GroupPerson } from "./electorate.ts";
import type { Posting } from "./find.ts";

export type NewDecision = DecisionPlan & {
  readonly id: string;
  readonly groupId: string | null;
  readonly quorum: number;
  readonly entitled: number;
  readonly createdById: string;
  readonly createdAt: Instant;
  /** When it will open. */
  readonly opensAt: Instant;
};

export type Opening = {
  readonly quorum: number;
  readonly entitled: number;
  readonly opensAt: Instant;
  readonly electionId: string | null;
  /** Empty for a secret decision: its register is the ballot box's. */
  readonly seats: readonly HeldSeat[];
};

export type Settlement = {
  readonly state: Exclude<DecisionState, "draft" | "voting">;
  readonly reason: EndReason | null;
  readonly cancelReason: string | null;
  readonly result: DecisionResult | null;
  readonly at: Instant;
};

export type DecisionRepository = {
  readonly byId: (id: string, tx?: Tx) => Promise<Decision | null>;
  /** Takes the decision until the end of the transaction, then reads it: votes and close exclude each other. */
  readonly hold: (tx: Tx, id: string) => Promise<Decision | null>;
  /** The decision that this ballot box belongs to; null where there is none. */
  readonly idOfBox: (tx: Tx, electionId: string) => Promise<string | null>;
  /** The register of an open decision, by key of the party; empty before the opening. */
  readonly seats: (id: string, tx?: Tx) => Promise<readonly DecisionSeat[]>;
  /** Parties that ask for a secret ballot. */
  readonly requests: (id: string, tx?: Tx) => Promise<readonly string[]>;
  /** Drafts and open ones, the next to end first, at most so many. */
  readonly running: (most: number) => Promise<readonly Decision[]>;
  /** The last created ones, newest first. */
  readonly newest: (most: number) => Promise<readonly Decision[]>;
  /** In any order. */
  readonly byIds: (ids: readonly string[]) => Promise<readonly Decision[]>;
  /** Ids of drafts whose opening has come, and of open votes whose end has. */
  readonly due: (now: Instant) => Promise<readonly string[]>;

  readonly insert: (tx: Tx, decision: NewDecision, tokens: ReadonlyMap<string, number>) => Promise<void>;
  readonly open: (tx: Tx, id: string, opening: Opening) => Promise<void>;
  /** The vote of the party, in the place of an earlier one. */
  readonly vote: (tx: Tx, id: string, vote: DecisionSeat & { readonly at: Instant }) => Promise<void>;
  /** False when the party had asked before. */
  readonly request: (tx: Tx, id: string, party: string, at: Instant) => Promise<boolean>;
  readonly makeSecret: (tx: Tx, id: string) => Promise<void>;
  readonly settle: (tx: Tx, id: string, settlement: Settlement) => Promise<void>;

  /** Everybody in a working group. */
  readonly peopleIn: (groupId: string, tx?: Tx) => Promise<readonly GroupPerson[]>;
  /** Conversations of a working group. */
  readonly placesOf: (groupId: string, tx?: Tx) => Promise<readonly string[]>;

  readonly postings: (tokens: readonly string[]) => Promise<readonly Posting[]>;
  /** Every token that stands in a decision. */
  readonly vocabulary: () => Promise<readonly string[]>;
  readonly count: () => Promise<number>;
};
