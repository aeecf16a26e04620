/** How much one person, and all in one conversation, may ask of the bot before it says: slower. No store, no log. */
import { type Buckets, createBuckets, rateOf } from "../system/buckets.ts";
import type { Clock, Instant } from "../system/clock.ts";
import type { Incoming } from "../turn/incoming.ts";
import { type Reply, refusal, silence } from "../turn/reply.ts";
import { texts } from "./texts.ts";

/** Turns a minute; two thirds of them may come at once. 0: no limit. */
export type Rates = { readonly perPerson: number; readonly perConversation: number };

export const NO_LIMIT: Rates = { perPerson: 0, perConversation: 0 };

/** What is told instead of an answer; undefined: the turn may go on. */
export type RateGuard = (incoming: Incoming) => Reply | undefined;

type Moved = "installed" | "removed" | "departed" | "placeEvent";
type Said = Exclude<Incoming, { readonly kind: Moved }>;
type By = "person" | "conversation";

/** Teams repeats what was not answered in time, with the same id, within some ten seconds and at most twice. */
const REPEATS = 2;
const REPEATED_MS = 60_000;
const MOST_REPEATED = 20_000;
/** A dialog that is refused is gone with everything in it: it may go this far over the limit. */
const DIALOG_OVERDRAFT = 20;

const none: Buckets = { take: () => true, give: () => undefined, size: () => 0 };
const bucketsOf = (perMinute: number): Buckets => (perMinute === 0 ? none : createBuckets(rateOf(perMinute)));

/**
 * Turns that were let through a moment ago. A repetition of one is let through as well, and costs nothing:
 * it is answered from what the first one did, and a vote must not be told that it was refused.
 */
function createRepeats() {
  const seen = new Map<string, { readonly at: Instant; readonly left: number }>();
  return {
    has(key: string, now: Instant): boolean {
      const one = seen.get(key);
      if (!one || now - one.at > REPEATED_MS || one.left === 0) return false;
      seen.set(key, { ...one, left: one.left - 1 });
      return true;
    },
    add(key: string, now: Instant): void {
      seen.set(key, { at: now, left: REPEATS });
      for (const [old, { at }] of seen) {
        if (seen.size <= MOST_REPEATED && now - at <= REPEATED_MS) return;
        seen.delete(old);
      }
    },
  };
}

const isMovement = (incoming: Incoming): incoming is Extract<Incoming, { readonly kind: Moved }> =>
  ["installed", "removed", "departed", "placeEvent"].includes(incoming.kind);

/** Only these post a message of their own; everything else is answered in the response, which costs nobody anything. */
const isTyped = ({ kind }: Said): boolean => kind === "typed" || kind === "file";

/** @param count is told whose limit it was, never who */
export function createRateGuard(rates: Rates, clock: Clock, count: (by: By) => void): RateGuard {
  const limits = {
    person: bucketsOf(rates.perPerson),
    conversation: bucketsOf(rates.perConversation),
  } as const;
  const told = createBuckets({ burst: 1, perMinute: 1 });
  const repeats = createRepeats();

  /** The limit that is reached. Whoever is over his own one takes nothing from the others of his conversation. */
  function reached(incoming: Said, keys: Readonly<Record<By, string>>, now: Instant): By | undefined {
    const overdraft = incoming.kind === "action" && incoming.outside ? DIALOG_OVERDRAFT : 0;
    if (!limits.person.take(keys.person, now, overdraft)) return "person";
    return limits.conversation.take(keys.conversation, now, overdraft) ? undefined : "conversation";
  }

  function refused(incoming: Said, by: By, key: string, now: Instant): Reply {
    count(by);
    if (!isTyped(incoming)) return refusal(texts.tooFastPressed[by]);
    return told.take(key, now) ? refusal(texts.tooFast[by]) : silence;
  }

  return (incoming) => {
    // Made by Teams itself, rare, and lost for ever if it is not read now.
    if (isMovement(incoming)) return undefined;
    const { actor, place, activityId } = incoming;
    const now = clock();
    const keys = {
      person: `${actor.tenantId} ${actor.aadObjectId}`,
      conversation: `${place.tenantId} ${place.conversationId}`,
    };
    const turn = `${keys.person} ${activityId}`;
    if (repeats.has(turn, now)) return undefined;
    const by = reached(incoming, keys, now);
    if (by) return refused(incoming, by, keys[by], now);
    if (activityId !== "") repeats.add(turn, now);
    return undefined;
  };
}
