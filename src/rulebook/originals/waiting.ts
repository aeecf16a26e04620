/** Files between their arrival and the form that says what they are: in memory, few, and not for long. */
import type { Instant } from "../../system/clock.ts";
import type { SomeFile } from "./service.ts";

/** How long a file waits for its form, in ms. */
export const WAIT_MS = 15 * 60_000;
const MOST_OF_ONE = 3;
const MOST_BYTES = 30 * 1024 * 1024;

type Waiting = { readonly file: SomeFile; readonly person: string; readonly since: Instant };

export type WaitingFiles = {
  /** Keeps a file under an id; the oldest ones go where there is no room. */
  readonly keep: (id: string, person: string, file: SomeFile, now: Instant) => void;
  /** The file of this person; undefined: too old, gone, or somebody else's. */
  readonly of: (id: string, person: string, now: Instant) => SomeFile | undefined;
  readonly drop: (id: string, person: string) => void;
};

export function createWaitingFiles(): WaitingFiles {
  /** Oldest first. */
  const waiting = new Map<string, Waiting>();
  const sizeOf = (all: readonly Waiting[]): number =>
    all.reduce((sum, { file }) => sum + file.bytes.byteLength, 0);

  function forget(now: Instant): void {
    for (const [id, { since }] of waiting) if (now - since >= WAIT_MS) waiting.delete(id);
  }

  function makeRoom(person: string, bytes: number): void {
    const mine = [...waiting].filter(([, one]) => one.person === person);
    for (const [id] of mine.slice(0, Math.max(0, mine.length - MOST_OF_ONE + 1))) waiting.delete(id);
    for (const [id] of waiting) {
      if (sizeOf([...waiting.values()]) + bytes <= MOST_BYTES) return;
      waiting.delete(id);
    }
  }

  return {
    keep: (id, person, file, now) => {
      forget(now);
      makeRoom(person, file.bytes.byteLength);
      waiting.set(id, { file, person, since: now });
    },
    of: (id, person, now) => {
      forget(now);
      const found = waiting.get(id);
      return found?.person === person ? found.file : undefined;
    },
    drop: (id, person) => {
      if (waiting.get(id)?.person === person) waiting.delete(id);
    },
  };
}
