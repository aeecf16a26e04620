/** Deliveries under way: one that gets no answer does not hold up all the others. */
import { setTimeout as pause } from "node:timers/promises";

/** So long the others are waited for, in real time, ms; nearly every delivery ends sooner. */
const PATIENCE_MS = 1_000;

export type UnderWay = {
  /** Resolves when these have ended, or after a while; rejects with what one of them, or an earlier one, rejected with. */
  readonly wait: (
    works: readonly { readonly messages: number; readonly work: Promise<void> }[],
  ) => Promise<void>;
  /** Messages of those that have not ended. */
  readonly messages: () => number;
  /** Resolves when none is left; never rejects. */
  readonly over: () => Promise<void>;
};

export function createUnderWay(patienceMs = PATIENCE_MS): UnderWay {
  const open = new Map<Promise<void>, number>();
  let failure: { readonly error: unknown } | undefined;

  function begin({ messages, work }: { readonly messages: number; readonly work: Promise<void> }) {
    const watched = work
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .then(() => void open.delete(watched));
    open.set(watched, messages);
    return watched;
  }

  return {
    async wait(works) {
      const all = Promise.all(works.map(begin));
      const enough = new AbortController();
      const late = pause(patienceMs, undefined, { signal: enough.signal }).catch(() => undefined);
      await Promise.race([all, late]);
      enough.abort();
      const failed = failure;
      failure = undefined;
      if (failed) throw failed.error;
    },
    messages: () => [...open.values()].reduce((sum, messages) => sum + messages, 0),
    over: async () => void (await Promise.all(open.keys())),
  };
}
