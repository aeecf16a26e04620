/** What has served its purpose. Port; see retention.prisma.ts. Each says how many rows that were. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { OwnRecords } from "./erase.repository.ts";

/** Somebody who asked to be erased while an open round still named him or her. */
export type Pending = {
  readonly memberId: string;
  readonly askedAt: Instant;
  readonly own: OwnRecords;
  /** False: has come back since. */
  readonly left: boolean;
};

export type RetentionRepository = {
  /** People who left before an instant and are still stored. */
  readonly leftBefore: (before: Instant) => Promise<readonly string[]>;
  readonly pending: () => Promise<readonly Pending[]>;
  /** Takes the wish back: the person is here again. */
  readonly stay: (tx: Tx, memberId: string) => Promise<void>;
  /** Persons in registers of elections and decisions that ended before an instant; the parties stay. */
  readonly forgetRegisters: (before: Instant) => Promise<number>;
  /** Nominations nobody accepted, of elections that are over. */
  readonly forgetNominations: () => Promise<number>;
  /** Of groups closed before an instant: what only its members could read goes, all else loses its names. */
  readonly forgetGroups: (before: Instant, now: Instant) => Promise<number>;
  readonly forgetChanges: (before: Instant) => Promise<number>;
  readonly forgetRequests: (before: Instant) => Promise<number>;
};
