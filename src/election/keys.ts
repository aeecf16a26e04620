/** The keys of open rounds, kept apart from the store and from every backup of it. Port; see keys.file.ts. */
import type { Instant } from "../system/clock.ts";
import type { RoundName } from "./seal.ts";

/** More than anybody can have voted: the box of the round is sealed. */
export const SEALED = 1_000_000;

export type KeptKey = { readonly name: RoundName; readonly writtenAt: Instant };

export type BallotKeys = {
  /** Makes the key of a round; on disk when this resolves. Rejects when the round has one already. */
  readonly create: (name: RoundName) => Promise<void>;
  /** The same for a round that may have its key already: from a start that did not come to its end. */
  readonly ensure: (name: RoundName) => Promise<void>;
  /** The 32 bytes; null when this process cannot read them. */
  readonly read: (name: RoundName) => Promise<Buffer | null>;
  /**
   * Keeps beside the key how many had voted by now; `SEALED` when the box is. A store that later says less was
   * put back to an earlier state, and people could vote twice in it.
   */
  readonly note: (name: RoundName, votes: number) => Promise<void>;
  /** What was last noted; 0 for nothing. */
  readonly noted: (name: RoundName) => Promise<number>;
  /** Nothing happens when there is none. */
  readonly remove: (name: RoundName) => Promise<void>;
  readonly rounds: () => Promise<readonly KeptKey[]>;
};

/**
 * Removes the key of the round that a store was put back to, and those of later rounds which it does not know:
 * with an old key the papers of a round that is no more would fit into a new one of the same name.
 */
export async function forgetKeys(keys: BallotKeys, { electionId, round }: RoundName): Promise<void> {
  for (const { name } of await keys.rounds())
    if (name.electionId === electionId && name.round >= round) await keys.remove(name);
}

/** A younger key may belong to a round that another process is just opening. */
const ORPHAN_MS = 3_600_000;

/**
 * Removes keys without a round, left behind when a process ended between key and round. Answers how many.
 * `youngest`: how old they are at least, in ms; 0 where no process runs.
 */
export async function removeOrphans(
  keys: BallotKeys,
  hasRound: (name: RoundName) => Promise<boolean>,
  now: Instant,
  youngest = ORPHAN_MS,
): Promise<number> {
  let removed = 0;
  for (const { name, writtenAt } of await keys.rounds()) {
    if (now - writtenAt < youngest || (await hasRound(name))) continue;
    await keys.remove(name);
    removed += 1;
  }
  return removed;
}
