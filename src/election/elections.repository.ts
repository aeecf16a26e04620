/** What an election keeps beside its rounds: state, people, settings. Port; see elections.repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { State } from "./process.ts";
import type { RoundName } from "./seal.ts";
import type {
  Extension,
  Office,
  StoredCandidacy,
  StoredElection,
  StoredLot,
  StoredResult,
  StoredRole,
  StoredRound,
} from "./stored.ts";
import type { Wahlordnung } from "./wahlordnung.ts";

export type NewElection = {
  readonly id: string;
  readonly office: Office;
  readonly state: State;
  readonly startedAt: Instant;
  readonly rule: Wahlordnung;
  readonly ruleVersion: number;
  readonly dueAt: Instant | null;
  readonly closesAt: Instant | null;
};

export type Change = Partial<Omit<StoredElection, "id" | "office" | "startedAt" | "rule" | "ruleVersion">>;

export type NewCandidacy = Pick<StoredCandidacy, "name" | "memberId" | "party" | "nominatedById"> & {
  readonly nominatedAt: Instant;
  readonly consentedAt: Instant | null;
};

export type NewRole = Omit<StoredRole, "until">;

/** A member of a party with a seat. */
export type Eligible = {
  readonly memberId: string;
  readonly name: string;
  readonly party: string;
};

export type ElectionsRepository = {
  /** Its office must be free: a unique key stands behind it. */
  readonly announce: (tx: Tx, election: NewElection) => Promise<void>;
  /** Inside a transaction, before anything of the election is read: nobody else changes it until the end. */
  readonly lockElection: (tx: Tx, id: string) => Promise<void>;
  readonly election: (id: string, tx?: Tx) => Promise<StoredElection | null>;
  readonly change: (tx: Tx, id: string, change: Change) => Promise<void>;
  /** The election for an office that has not ended; null when there is none. */
  readonly runningFor: (office: "chair" | "deputy", tx?: Tx) => Promise<StoredElection | null>;
  /** The newest election for an office, running or not. */
  readonly newestFor: (office: "chair" | "deputy") => Promise<StoredElection | null>;
  /** Elections whose timer is due, oldest first. */
  readonly due: (now: Instant) => Promise<readonly StoredElection[]>;
  /** Ended elections whose ballots can be deleted. */
  readonly erasable: (now: Instant) => Promise<readonly StoredElection[]>;

  /** In the order of their nomination. */
  readonly candidacies: (id: string, tx?: Tx) => Promise<readonly StoredCandidacy[]>;
  /** Adds a candidacy; one that was taken back before stands again. */
  readonly nominate: (tx: Tx, id: string, candidacy: NewCandidacy) => Promise<void>;
  readonly consent: (tx: Tx, id: string, name: string, at: Instant) => Promise<void>;
  readonly withdraw: (tx: Tx, id: string, name: string, at: Instant, round: number) => Promise<void>;

  /** With those who have handed over, oldest first. */
  readonly roles: (id: string, tx?: Tx) => Promise<readonly StoredRole[]>;
  readonly giveRole: (tx: Tx, id: string, role: NewRole) => Promise<void>;
  readonly endRole: (
    tx: Tx,
    id: string,
    memberId: string,
    role: StoredRole["role"],
    at: Instant,
  ) => Promise<void>;
  /** Members of parties that have a seat, by party and name. */
  readonly eligible: (tx?: Tx) => Promise<readonly Eligible[]>;

  /** The rule of procedure in force; version 0 are the defaults. */
  readonly rule: (tx?: Tx) => Promise<{ readonly version: number; readonly rule: Wahlordnung }>;

  /** The newest round; null before the first opening. */
  readonly lastRound: (id: string, tx?: Tx) => Promise<StoredRound | null>;
  readonly rounds: (id: string) => Promise<readonly StoredRound[]>;
  readonly setResult: (tx: Tx, name: RoundName, result: StoredResult) => Promise<void>;
  readonly setLot: (tx: Tx, name: RoundName, lot: StoredLot) => Promise<void>;
  readonly extend: (tx: Tx, name: RoundName, closesAt: Instant, all: readonly Extension[]) => Promise<void>;
  /**
   * Destroys the ballots of a round that is not counted; the register keeps no tags. Ends its phases; with
   * `sealed` the close goes on from there, with this result.
   */
  readonly destroy: (
    tx: Tx,
    name: RoundName,
    at: Instant,
    result: StoredResult,
    then?: "counted" | "sealed",
  ) => Promise<void>;
  /** Deletes the ballots of all rounds of an ended election. */
  readonly erase: (tx: Tx, id: string, at: Instant) => Promise<void>;
};
