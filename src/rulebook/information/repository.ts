/** Port of the store of information. Writes take the transaction they belong to. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { InformationContent, StoredInformation } from "./information.ts";

export type NewInformation = InformationContent & {
  readonly id: string;
  readonly givenAt: Instant;
  readonly givenById: string | null;
};

export type InformationEnd = {
  readonly at: Instant;
  readonly byId: string | null;
  /** Null: withdrawn. */
  readonly supersededById: string | null;
};

export type InformationRepository = {
  /** Takes turns with everybody who takes care of the rules, until the end of the transaction. */
  readonly takeTurns: (tx: Tx) => Promise<void>;
  readonly byId: (id: string, tx?: Tx) => Promise<StoredInformation | null>;
  /** In force, the oldest first. */
  readonly current: (tx?: Tx) => Promise<readonly StoredInformation[]>;
  /** What it took the place of; null where it is the first. */
  readonly before: (id: string) => Promise<StoredInformation | null>;
  /** Differs from every earlier one as soon as anything was added, changed or withdrawn. */
  readonly stamp: () => Promise<string>;
  readonly insert: (tx: Tx, information: NewInformation) => Promise<void>;
  readonly end: (tx: Tx, id: string, end: InformationEnd) => Promise<void>;
  /** Names of members who are still there, by id. */
  readonly namesOf: (ids: readonly (string | null)[]) => Promise<ReadonlyMap<string, string>>;
};
