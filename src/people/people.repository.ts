/** Who there is, and what the coordination changes of it. Port; see people.repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Coordinator } from "./coordinators.ts";
import type { Correction, Person } from "./people.ts";

export type ChangedField = "name" | "organisation" | "coordinator";

export type PeopleRepository = {
  /** Everybody who has not left. `today`: calendar date, for the term of the chair. */
  readonly all: (today: string) => Promise<readonly Person[]>;
  /** One of them; null for somebody who has left or is unknown. */
  readonly named: (memberId: string, tx?: Tx) => Promise<Correction | null>;
  /** Waits until nobody else changes this person, or who coordinates. */
  readonly holdPerson: (tx: Tx, memberId: string) => Promise<void>;
  readonly holdCoordinators: (tx: Tx) => Promise<void>;
  readonly correct: (tx: Tx, memberId: string, to: Correction, now: Instant) => Promise<void>;
  /** Writes down that something was changed, never what it was before. */
  readonly note: (
    tx: Tx,
    row: { readonly id: string; readonly memberId: string; readonly field: ChangedField },
    by: string | null,
    now: Instant,
  ) => Promise<void>;
  /** All who coordinate and have said who they are. */
  readonly coordinators: (tx?: Tx) => Promise<readonly Coordinator[]>;
  readonly appoint: (tx: Tx, memberId: string, by: string | null, now: Instant) => Promise<void>;
  readonly dismiss: (tx: Tx, memberId: string) => Promise<void>;
  /** Of these, who has written to the bot, so that something can be sent there. */
  readonly reachable: (tx: Tx, memberIds: readonly string[]) => Promise<readonly string[]>;
  readonly isCoordinating: (memberId: string) => Promise<boolean>;
};
