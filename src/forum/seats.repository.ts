/** Who holds which seat. Port; see seats.repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { HeldSeat, SeatPerson } from "./seats.ts";

export type SeatRepository = {
  /** Makes a seat for each of these parties that has none yet, and says which; takes none away. */
  readonly seed: (parties: readonly string[]) => Promise<readonly string[]>;
  /** All seats, by key of the party. */
  readonly all: (tx?: Tx) => Promise<readonly HeldSeat[]>;
  /** The party whose seat this member holds, or null. */
  readonly heldBy: (memberId: string, tx?: Tx) => Promise<string | null>;
  /** Every member of a party that has a seat, by party and name. */
  readonly people: (tx?: Tx) => Promise<readonly SeatPerson[]>;
  /** Members with a living personal chat. */
  readonly reached: () => Promise<ReadonlySet<string>>;
  /** False when somebody holds the seat already. */
  readonly give: (tx: Tx, party: string, memberId: string) => Promise<boolean>;
  /** False when nobody held it. */
  readonly free: (tx: Tx, party: string) => Promise<boolean>;
};
