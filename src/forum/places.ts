/** Keeps the way back to a place: where a message can be sent later. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Place, Turn } from "../turn/turn.ts";
import type { ForumRepository } from "./repository.ts";

export type PlacesDeps = {
  readonly repository: Pick<ForumRepository, "placeIsKnown" | "savePlace" | "dropPlace">;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
};

/** How many places are remembered in memory; others are looked up again. */
const REMEMBERED = 5000;
/** After this a place is looked up again: meanwhile it may have been marked dead, also by another process. */
const FRESH_MS = 60_000;
/** Events of one installation arrive within so many ms. */
const TOGETHER_MS = 5000;

const wayTo = (place: Place): string =>
  [place.kind, place.tenantId, place.serviceUrl, place.botId, place.teamId ?? ""].join("|");

/**
 * A turn that changes nothing writes nothing: a place is written only when it is new or differs. Personal
 * chats are kept for members only; nothing is stored about anybody else.
 */
export function createPlaces({ repository, write }: PlacesDeps) {
  const known = new Map<string, { readonly way: string; readonly until: Instant }>();
  const greeted = new Map<string, Instant>();
  const remember = (id: string, way: string, now: Instant): void => {
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value ?? id);
    known.set(id, { way, until: now + FRESH_MS });
  };

  async function isStored(place: Place, now: Instant): Promise<boolean> {
    const way = wayTo(place);
    const fresh = known.get(place.conversationId);
    if (fresh?.way === way && now < fresh.until) return true;
    const stored = await repository.placeIsKnown(place.conversationId);
    if (!stored || wayTo(stored) !== way) return false;
    remember(place.conversationId, way, now);
    return true;
  }

  async function keep(place: Place, memberId: string | null, now: Instant): Promise<void> {
    await write((tx) => repository.savePlace(tx, place, memberId));
    remember(place.conversationId, wayTo(place), now);
  }

  /** Nothing is stored about a personal chat, so only events that come together are recognised. */
  function isNews(conversationId: string, now: Instant): boolean {
    for (const [id, at] of greeted) if (now - at > TOGETHER_MS) greeted.delete(id);
    if (greeted.has(conversationId)) return false;
    greeted.set(conversationId, now);
    return true;
  }

  return {
    /** Called in every turn. */
    async seen({ place, member, now }: Turn): Promise<void> {
      if (place.kind === "personal" && !member) return;
      if (await isStored(place, now)) return;
      await keep(place, place.kind === "personal" ? (member?.id ?? null) : null, now);
    },

    /**
     * The bot was added: true if it should introduce itself. Teams tells of one installation with two
     * events at once, and repeats them; a repeated event changes nothing.
     */
    async arrived(place: Place, now: Instant): Promise<boolean> {
      if (place.kind === "personal") return isNews(place.conversationId, now);
      if (await isStored(place, now)) return false;
      await keep(place, null, now);
      return true;
    },

    /** The bot was removed: nothing is sent there until it is added again. */
    async left(place: Place): Promise<void> {
      known.delete(place.conversationId);
      await write((tx) => repository.dropPlace(tx, place.conversationId));
    },
  };
}
