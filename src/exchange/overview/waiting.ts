/** Files that were read and wait for a decision: in memory, one of a person, few, and not for long. */
import type { Instant } from "../../system/clock.ts";
import type { Imported, LineFault } from "./imported.ts";

/** How long a file waits, in ms. */
export const WAIT_MS = 15 * 60_000;
/** People whose files may wait at once; the oldest goes where there is no room. */
const MOST_PEOPLE = 6;

export type WaitingFile = {
  /** Names the file in buttons. */
  readonly id: string;
  readonly fileName: string;
  readonly rows: readonly Imported[];
  readonly faults: readonly LineFault[];
};

export function createWaiting() {
  /** By person, oldest first. */
  const files = new Map<string, { readonly file: WaitingFile; readonly since: Instant }>();

  function forget(now: Instant): void {
    for (const [person, { since }] of files) if (now - since >= WAIT_MS) files.delete(person);
  }

  return {
    /** In place of an earlier one of the same person. */
    keep(person: string, file: WaitingFile, now: Instant): void {
      forget(now);
      files.delete(person);
      const [oldest] = files.keys();
      if (files.size >= MOST_PEOPLE && oldest !== undefined) files.delete(oldest);
      files.set(person, { file, since: now });
    },
    /** Undefined: too old, gone, another process has it, or it is somebody else's. */
    of(person: string, id: string, now: Instant): WaitingFile | undefined {
      forget(now);
      const file = files.get(person)?.file;
      return file?.id === id ? file : undefined;
    },
    /** Whoever has it. For the page of its faults, whose link only that person was given. */
    byId(id: string, now: Instant): WaitingFile | undefined {
      forget(now);
      return [...files.values()].find(({ file }) => file.id === id)?.file;
    },
    drop(person: string, id: string): void {
      if (files.get(person)?.file.id === id) files.delete(person);
    },
  };
}
