/** What a list of people asks of the store. Port; see roster.repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Known } from "./roster.plan.ts";
import type { RosterRow } from "./roster.ts";

export type RosterRepository = {
  /** Everybody, also who has left. */
  readonly people: (tx?: Tx) => Promise<readonly Known[]>;
  /** Somebody who will confirm all this at the first contact. */
  readonly create: (tx: Tx, id: string, row: RosterRow, now: Instant) => Promise<void>;
};
