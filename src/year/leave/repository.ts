/** Parties that leave. Port; see repository.prisma.ts. */
import type { WallClock } from "../../calendar/zones.ts";
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { InElection, Leave } from "./leave.ts";

export type LeaveRepository = {
  /** Those that have not left yet, the first to leave first. */
  readonly pending: (tx?: Tx) => Promise<readonly Leave[]>;
  /** Also one that has left; null while nothing is recorded. */
  readonly of: (party: string, tx?: Tx) => Promise<(Leave & { readonly left: boolean }) | null>;
  readonly record: (tx: Tx, leave: Leave, by: string | null) => Promise<void>;
  /** False when it was withdrawn meanwhile, or has taken effect. */
  readonly withdraw: (tx: Tx, party: string, recordedAt: Instant) => Promise<boolean>;
  /** Takes it for this transaction alone: false when it has taken effect or was withdrawn meanwhile. */
  readonly settle: (tx: Tx, leave: Leave, now: Instant) => Promise<boolean>;
  /** Ends the part of a party: its seat, its deputies, and its replies to dates from `from` on. */
  readonly end: (tx: Tx, leave: Leave, from: WallClock) => Promise<void>;
  /** Those that have left and are not back, the last to leave first. */
  readonly left: (tx?: Tx) => Promise<readonly Leave[]>;
  /**
   * Takes the record of a party that has left, notes for ever that it was away, and gives it an empty seat.
   * False when somebody else did so meanwhile.
   */
  readonly comeBack: (tx: Tx, leave: Leave, now: Instant) => Promise<boolean>;
  /** Who of the party stands in, leads or watches an election that is not over. */
  readonly inElections: (party: string) => Promise<readonly InElection[]>;
  /** Ids of everybody who belongs to the party. */
  readonly people: (party: string, tx?: Tx) => Promise<readonly string[]>;
};
