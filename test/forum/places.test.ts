import { describe, expect, it } from "vitest";
import { createPlaces } from "../../src/forum/places.ts";
import type { Place, Turn } from "../../src/turn/turn.ts";

const place: Place = {
  kind: "channel",
  conversationId: "19:akte",
  tenantId: "t",
  serviceUrl: "https://smba.example/1/",
  botId: "28:bot",
};

/** A store of places that counts what is asked of it. */
function started() {
  const stored = new Map<string, Place>();
  const asked = { reads: 0, writes: 0 };
  const places = createPlaces({
    repository: {
      placeIsKnown: async (id) => {
        asked.reads += 1;
        return stored.get(id) ?? null;
      },
      savePlace: async (_tx, one) => {
        asked.writes += 1;
        stored.set(one.conversationId, one);
      },
      dropPlace: async (_tx, id) => {
        stored.delete(id);
      },
    },
    write: (body) => body({} as never),
  });
  const turn = (at: Place, member: unknown = null, now = 0) => ({ place: at, member, now }) as Turn;
  return { places, stored, asked, turn };
}

describe("the way back to a place", () => {
  it("is written once, and again only when something in it has changed", async () => {
    const { places, stored, asked, turn } = started();
    await places.seen(turn(place));
    for (let times = 0; times < 5; times++) await places.seen(turn(place));
    expect(asked).toEqual({ reads: 1, writes: 1 });
    const moved = { ...place, serviceUrl: "https://smba.example/2/" };
    await places.seen(turn(moved));
    await places.seen(turn(moved));
    expect(asked.writes).toBe(2);
    expect(stored.get("19:akte")?.serviceUrl).toBe("https://smba.example/2/");
  });

  it("is written again after it was marked dead elsewhere, a minute later at most", async () => {
    const { places, stored, asked, turn } = started();
    await places.seen(turn(place));
    stored.delete("19:akte");
    await places.seen(turn(place, null, 59_999));
    expect(asked.writes).toBe(1);
    await places.seen(turn(place, null, 60_000));
    expect(stored.has("19:akte")).toBe(true);
  });

  it("to a personal chat is kept for members only", async () => {
    const { places, stored, asked, turn } = started();
    const chat: Place = { ...place, kind: "personal", conversationId: "a:anna" };
    await places.seen(turn(chat));
    expect(asked).toEqual({ reads: 0, writes: 0 });
    await places.seen(turn(chat, { id: "m" }));
    expect(stored.has("a:anna")).toBe(true);
  });

  it("is learnt anew after the bot was removed", async () => {
    const { places, turn, asked } = started();
    expect(await places.arrived(place, 0)).toBe(true);
    expect(await places.arrived(place, 1)).toBe(false);
    await places.left(place);
    expect(await places.arrived(place, 2)).toBe(true);
    await places.seen(turn(place));
    expect(asked.writes).toBe(2);
  });

  it("two events of one installation in a personal chat are one; a later one is another", async () => {
    const { places } = started();
    const chat: Place = { ...place, kind: "personal", conversationId: "a:anna" };
    expect(await places.arrived(chat, 1000)).toBe(true);
    expect(await places.arrived(chat, 1020)).toBe(false);
    expect(await places.arrived({ ...chat, conversationId: "a:ben" }, 1020)).toBe(true);
    expect(await places.arrived(chat, 10_000)).toBe(true);
  });
});
