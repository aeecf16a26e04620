/**
 * What somebody asked last in a conversation, so that "und wie lange?" is understood. Held in the memory of this
 * process for a short time and nowhere else; another replica does not know it.
 */
import type { Instant } from "../system/clock.ts";
import type { Turn } from "../turn/turn.ts";

/** How long a question is remembered, in ms. */
export const RECALL_MS = 10 * 60_000;
/** Conversations remembered at once; the oldest goes first. */
export const MOST_RECALLED = 1_000;

type Remembered = { readonly text: string; readonly at: Instant };

export type Recall = {
  /** The last question of this person here; undefined when there is none that is recent. */
  readonly before: (turn: Turn) => string | undefined;
  readonly keep: (turn: Turn, text: string) => void;
};

/** A thread is a conversation of its own. */
const keyOf = ({ actor, place }: Turn): string =>
  [place.conversationId, place.threadId ?? "", actor.tenantId, actor.aadObjectId].join("|");

export function createRecall(): Recall {
  const kept = new Map<string, Remembered>();
  return {
    before(turn) {
      const found = kept.get(keyOf(turn));
      return found && turn.now - found.at < RECALL_MS ? found.text : undefined;
    },
    keep(turn, text) {
      const key = keyOf(turn);
      // Put in anew, so that the map stays in the order of time.
      kept.delete(key);
      kept.set(key, { text, at: turn.now });
      for (const [oldest, { at }] of kept) {
        if (kept.size <= MOST_RECALLED && turn.now - at < RECALL_MS) break;
        kept.delete(oldest);
      }
    },
  };
}
