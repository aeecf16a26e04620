/** Who holds which seat. Port; see seats.repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { SeatPerson, StandingSeat } from "./seats.ts";

export type SeatRepository = {
  /** Makes a seat for each of these parties that has none yet, and says which; takes none away. */
  readonly seed: (parties: readonly string[]) => Promise<readonly string[]>;
  /** All seats, by key of the party. */
  readonly all: (tx?: Tx) => Promise<readonly StandingSeat[]>;
  /** The party to whose seat this member belongs, as delegate or as deputy, or null. */
  readonly heldBy: (memberId: string, tx?: Tx) => Promise<string | null>;
  /** Every member of a party that has a seat, or of this one party, by party and name. */
  readonly people: (tx?: Tx, party?: string) => Promise<readonly SeatPerson[]>;
  /**
   * Has these seats alone until the transaction ends; without `parties` all of them. Take it first, then
   * read: what is decided about a seat must not change meanwhile.
   */
  readonly hold: (tx: Tx, parties?: readonly string[]) => Promise<void>;
  /** False when somebody is named for the seat already. Who was a deputy is one no longer. */
  readonly give: (tx: Tx, party: string, memberId: string) => Promise<boolean>;
  /** The deputies stay, but none stands in any more. False when nobody held the seat. */
  readonly free: (tx: Tx, party: string) => Promise<boolean>;
  readonly nameDeputy: (tx: Tx, party: string, memberId: string, now: Instant) => Promise<void>;
  readonly removeDeputy: (tx: Tx, party: string, memberId: string) => Promise<void>;
  /** Lets this deputy stand in; null ends it. */
  readonly setStandIn: (tx: Tx, party: string, memberId: string | null) => Promise<void>;
};

/** What an open round has to be told of changes of seats. Elections implement it. */
export type OpenRounds = {
  /**
   * This person now has the vote of the seat: `ok` in an open round as well, `not-eligible` when the register
   * of an open round does not know him or her for this seat (nothing was changed), `none` without open round.
   */
  readonly substituted: (
    tx: Tx,
    party: string,
    holderId: string,
    now: Instant,
  ) => Promise<"ok" | "not-eligible" | "none">;
  /** Whether a round is open, so that its register of delegates stands still. */
  readonly frozen: (tx?: Tx) => Promise<boolean>;
};
