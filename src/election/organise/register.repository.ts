/** Registers of open rounds, as seats change them. Port; see register.repository.prisma.ts. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { RoundName } from "../seal.ts";

export type RegisterRepository = {
  /** Rounds in which votes are taken, always in the same order; without `tx` only for looking. */
  readonly open: (tx?: Tx) => Promise<readonly RoundName[]>;
  readonly setQuorum: (tx: Tx, name: RoundName, quorum: number) => Promise<void>;
  /**
   * The round ends later: reminders that have not left are taken back, papers that have not left may leave
   * until the new end.
   */
  readonly moveMessages: (tx: Tx, name: RoundName, closesAt: Instant) => Promise<void>;
};
