/** Keeps the way back to a place: where a message can be sent later. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Place, Turn } from "../turn/turn.ts";
import type { PlaceRepository } from "./places.repository.ts";

export type PlacesDeps = {
  readonly repository: Pick<PlaceRepository, "stored" | "savePlace" | "revive">;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
};

/** How many places are remembered in memory; others are looked up again. */
const REMEMBERED = 5000;
/** After this a place is looked up again: meanwhile it may have been marked dead, also by another process. */
const FRESH_MS = 60_000;
/** Events of one installation arrive within so many ms. */
const TOGETHER_MS = 5000;

/** The bot was never there, or was away and has come back. */
export type Arrival = "new" | "back";

const wayTo = (place: Place): string =>
  [place.kind, place.tenantId, place.serviceUrl, place.botId, place.teamId ?? ""].join("|");

/** Nothing new is told of a place: its way is the same, and no other name. */
const isSame = (known: Place, told: Place): boolean =>
  wayTo(known) === wayTo(told) && (told.name === undefined || told.name === known.name);

/**
 * A turn that changes nothing writes nothing: a place is written only when it is new or differs. Personal
 * chats are kept for members only; nothing is stored about anybody else.
 */
export function createPlaces({ repository, write }: PlacesDeps) {
  const known = new Map<string, { readonly place: Place; readonly until: Instant }>();
  const greeted = new Map<string, Instant>();
  const remember = (place: Place, now: Instant): void => {
    const id = place.conversationId;
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value ?? id);
    known.set(id, { place, until: now + FRESH_MS });
  };

  async function isStored(place: Place, now: Instant): Promise<boolean> {
    const fresh = known.get(place.conversationId);
    if (fresh && now < fresh.until && isSame(fresh.place, place)) return true;
    const stored = await repository.stored(place.conversationId);
    if (!stored?.living || !isSame(stored.place, place)) return false;
    remember(stored.place, now);
    return true;
  }

  async function keep(place: Place, memberId: string | null, now: Instant): Promise<void> {
    await write((tx) => repository.savePlace(tx, place, memberId));
    remember(place, now);
  }

  /** Nothing is stored about a guest's personal chat, so only events that come together are recognised. */
  function isNews(conversationId: string, now: Instant): boolean {
    for (const [id, at] of greeted) if (now - at > TOGETHER_MS) greeted.delete(id);
    if (greeted.has(conversationId)) return false;
    greeted.set(conversationId, now);
    return true;
  }

  /** A chat that is kept is kept for a member: the way back to him or her is open again. */
  async function arrivedInChat(place: Place, now: Instant): Promise<Arrival | null> {
    if (!isNews(place.conversationId, now)) return null;
    if (!(await repository.stored(place.conversationId))) return "new";
    await keep(place, null, now);
    return "back";
  }

  return {
    /** Called in every turn. */
    async seen({ place, member, now }: Turn): Promise<void> {
      if (place.kind === "personal" && !member) return;
      if (await isStored(place, now)) return;
      await keep(place, place.kind === "personal" ? (member?.id ?? null) : null, now);
    },

    /**
     * The bot was added: whether it should introduce itself, and as whom; null if it has. Teams tells of one
     * installation with two events at once, and repeats them; a repeated event changes nothing. Who adds the bot to a
     * team adds it to all its channels.
     */
    async arrived(place: Place, now: Instant): Promise<Arrival | null> {
      if (place.kind === "personal") return arrivedInChat(place, now);
      known.delete(place.conversationId);
      if (await isStored(place, now)) return null;
      const before = await repository.stored(place.conversationId);
      await keep(place, null, now);
      const { tenantId, teamId } = place;
      if (!teamId || place.apart) return before ? "back" : "new";
      const again = await write((tx) => repository.revive(tx, { tenantId, teamId }, false));
      return before || again > 0 ? "back" : "new";
    },

    /** Places are looked up again: something has happened to one or to many of them. */
    forget: (): void => known.clear(),
  };
}
