/** What a use case needs to change something: one transaction, applied once, and the messages that follow. */
import type { Tx } from "../db/store.ts";
import type { Notice } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";

export type Acting = {
  /** All of `body` or nothing; run a second time when somebody else was faster. */
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Runs `body` once per key; a repeated key gives the subject of the first time. */
  readonly applyOnce: (
    tx: Tx,
    key: string,
    kind: string,
    now: Instant,
    body: () => Promise<string>,
  ) => Promise<{ readonly subject: string; readonly again: boolean }>;
  readonly enqueue: (tx: Tx, notices: readonly Notice[]) => Promise<void>;
};
