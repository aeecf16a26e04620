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
  const dead = new Set<string>();
  const asked = { reads: 0, writes: 0 };
  const places = createPlaces({
    repository: {
      stored: async (id) => {
        asked.reads += 1;
        const found = stored.get(id);
        return found ? { place: found, living: !dead.has(id) } : null;
      },
      savePlace: async (_tx, one) => {
        asked.writes += 1;
        stored.set(one.conversationId, one);
        dead.delete(one.conversationId);
      },
      revive: async (_tx, scope) => {
        const team = "teamId" in scope ? scope.teamId : "";
        const back = [...dead].filter((id) => stored.get(id)?.teamId === team);
        for (const id of back) dead.delete(id);
        return back.length;
      },
    },
    write: (body) => body({} as never),
  });
  const turn = (at: Place, member: unknown = null, now = 0) => ({ place: at, member, now }) as Turn;
  return { places, stored, dead, asked, turn };
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
    const { places, dead, asked, turn } = started();
    await places.seen(turn(place));
    dead.add("19:akte");
    await places.seen(turn(place, null, 59_999));
    expect(asked.writes).toBe(1);
    await places.seen(turn(place, null, 60_000));
    expect(dead.has("19:akte")).toBe(false);
  });

  it("to a personal chat is kept for members only", async () => {
    const { places, stored, asked, turn } = started();
    const chat: Place = { ...place, kind: "personal", conversationId: "a:anna" };
    await places.seen(turn(chat));
    expect(asked).toEqual({ reads: 0, writes: 0 });
    await places.seen(turn(chat, { id: "m" }));
    expect(stored.has("a:anna")).toBe(true);
  });

  it("is written again when a name is told, and keeps it when none is", async () => {
    const { places, stored, asked, turn } = started();
    await places.seen(turn(place));
    await places.seen(turn({ ...place, name: "Akte" }));
    await places.seen(turn(place));
    await places.seen(turn({ ...place, name: "Akte" }));
    expect(asked.writes).toBe(2);
    expect(stored.get("19:akte")?.name).toBe("Akte");
  });

  it("is learnt anew after the bot was removed, also by a process that remembers it", async () => {
    const { places, dead, turn, asked } = started();
    expect(await places.arrived(place, 0)).toBe("new");
    expect(await places.arrived(place, 1)).toBeNull();
    dead.add("19:akte");
    expect(await places.arrived(place, 2)).toBe("back");
    expect(await places.arrived(place, 3)).toBeNull();
    await places.seen(turn(place));
    expect(asked.writes).toBe(2);
  });

  it("in a team comes back with the team, a channel of its own only alone", async () => {
    const { places, stored, dead } = started();
    const inTeam = { ...place, conversationId: "19:bau", teamId: "19:team" };
    stored.set("19:bau", inTeam);
    dead.add("19:bau");
    const apart: Place = { ...place, conversationId: "19:leitung", teamId: "19:team", apart: true };
    expect(await places.arrived(apart, 0)).toBe("new");
    expect(dead.has("19:bau")).toBe(true);
    expect(await places.arrived({ ...place, teamId: "19:team" }, 0)).toBe("back");
    expect(dead.has("19:bau")).toBe(false);
  });

  it("to the chat of a member is open again when he or she takes the bot back", async () => {
    const { places, stored, dead } = started();
    const chat: Place = { ...place, kind: "personal", conversationId: "a:anna" };
    stored.set("a:anna", chat);
    dead.add("a:anna");
    expect(await places.arrived(chat, 0)).toBe("back");
    expect(dead.has("a:anna")).toBe(false);
  });

  it("two events of one installation in a personal chat are one; a later one is another", async () => {
    const { places } = started();
    const chat: Place = { ...place, kind: "personal", conversationId: "a:anna" };
    expect(await places.arrived(chat, 1000)).toBe("new");
    expect(await places.arrived(chat, 1020)).toBeNull();
    expect(await places.arrived({ ...chat, conversationId: "a:ben" }, 1020)).toBe("new");
    expect(await places.arrived(chat, 10_000)).toBe("new");
  });
});
