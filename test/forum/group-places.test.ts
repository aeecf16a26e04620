/** Places of a group have names that can be told apart. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { texts } from "../../src/forum/care.texts.ts";
import { type GroupPlace, named } from "../../src/forum/group-places.ts";

const place = (part: Partial<GroupPlace>): GroupPlace => ({
  ...{ conversationId: "19:a", kind: "channel", name: null, living: true, deleted: false },
  ...part,
});
const calls = (places: readonly GroupPlace[]) => named(places, texts.places).map(({ called }) => called);

describe("names of places", () => {
  it("are those that Teams told, and numbers where it told none or the same", () => {
    const chat = place({ kind: "group" });
    expect(calls([place({ name: "Bauen" }), place({}), place({}), chat, chat, chat])).toEqual([
      "Kanal „Bauen“",
      "Kanal ohne bekannten Namen",
      "Kanal ohne bekannten Namen (2)",
      "Gruppenchat",
      "Gruppenchat (2)",
      "Gruppenchat (3)",
    ]);
  });

  it("are never the same twice, whatever people call their channels", () => {
    const some = fc.record({
      kind: fc.constantFrom("channel" as const, "group" as const),
      name: fc.constantFrom(null, "A", "A“ (2)", "A (2)", ""),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (list) => {
        const all = calls(list.map(place));
        expect(new Set(all).size).toBe(list.length);
      }),
    );
  });
});
