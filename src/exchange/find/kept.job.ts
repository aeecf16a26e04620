/** Writes back what had to be prepared anew after an update, so that the next start costs nothing. */
import type { Tx } from "../../db/store.ts";
import type { Job } from "../../schedule/ticker.ts";
import type { IndexStore } from "../repository.ts";
import type { Prepare } from "./prepared.ts";

/** Rows in one transaction: a writer who waits for it hardly notices. */
const BATCH = 25;
/** Pause between two batches, in ms. */
const PAUSE_MS = 100;
const EVERY_MS = 3_600_000;

export type KeptDeps = {
  readonly store: Pick<IndexStore, "stale" | "keep">;
  readonly prepare: Prepare;
  readonly version: string;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
};

/**
 * Goes through the records once, a batch a run, and then does nothing more until the next start. So two programs of
 * different versions, side by side during an update, do not undo each other's work for ever.
 */
export function keptJob({ store, prepare, version, write }: KeptDeps): Job {
  let after: string | null = null;
  let done = false;
  return {
    name: "exchangePrepared",
    everyMs: EVERY_MS,
    run: async () => {
      if (done) return undefined;
      const stale = await store.stale(version, after, BATCH);
      const ready = stale.map((one) => ({ ...one, index: prepare(one) }));
      if (ready.length > 0)
        await write(async (tx) => {
          for (const { id, revision, index } of ready) await store.keep(tx, id, revision, index);
        });
      after = stale.at(-1)?.id ?? after;
      done = stale.length < BATCH;
      return done ? undefined : { againInMs: PAUSE_MS };
    },
  };
}
