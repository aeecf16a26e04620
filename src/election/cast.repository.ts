/** What a cast reads and writes. Port; see cast.repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { RoundName } from "./seal.ts";
import type { BoxRow, Entry, StoredRound } from "./stored.ts";

/** As much of a round as one vote is judged by. */
export type VotedRound = Pick<
  StoredRound,
  | "name"
  | "electionState"
  | "current"
  | "stage"
  | "phase"
  | "candidates"
  | "opensAt"
  | "closesAt"
  | "closedEarly"
>;

export type Person = { readonly id: string; readonly organisation: string };

export type CastRepository = {
  /** The round and the seats a person has to do with, the one held and that of the party; null without a round. */
  readonly forVote: (
    name: RoundName,
    person: Person,
    tx?: Tx,
  ) => Promise<{
    readonly round: VotedRound;
    readonly seats: readonly Entry[];
    /** Slots of papers that were opened as tests. */
    readonly tested: string;
  } | null>;
  readonly hasBallot: (name: RoundName, slot: string, tx?: Tx) => Promise<boolean>;
  /** False when the seat has voted already, somebody else holds it, or the round is not open any more. */
  readonly mark: (
    tx: Tx,
    name: RoundName,
    seat: { readonly party: string; readonly holderId: string },
    paper: { readonly tag: string; readonly slot: string },
  ) => Promise<boolean>;
  /** Notes a paper as opened for a test: it can never be cast. False as for `mark`. */
  readonly noteTest: (
    tx: Tx,
    name: RoundName,
    seat: { readonly party: string; readonly holderId: string },
    slot: string,
  ) => Promise<boolean>;
  readonly drop: (tx: Tx, name: RoundName, ballot: BoxRow) => Promise<void>;
};
