/** What the list of failed messages asks of the store. Port; see repository.prisma.ts. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { Failed, Failure } from "./failed.ts";

export type FailedRepository = {
  /** Everything undeliverable or expired that is still kept, without what leaves no trace; in no order. */
  readonly all: (tx?: Tx) => Promise<readonly Failed[]>;
  /** Makes these pending again, in the order they had, and their conversations living; returns how many it were. */
  readonly retry: (tx: Tx, failed: readonly Failed[]) => Promise<number>;
  /** When whom nothing could be delivered, oldest first. */
  readonly failures: () => Promise<readonly Failure[]>;
  /** Up to which instant the coordinators have been told; null: never, as far as it is kept. */
  readonly toldAt: () => Promise<Instant | null>;
};
