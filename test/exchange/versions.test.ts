import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BINDINGS, KINDS, OFFERS, STAGES, VISIBILITIES } from "../../src/exchange/exchange.ts";
import {
  differences,
  entriesOf,
  excerpts,
  isRestorable,
  KEPT_MS,
  saysTheSame,
  type Version,
} from "../../src/exchange/history/versions.ts";
import { content, NOON } from "./records.ts";

const word = fc.string({ unit: "grapheme", maxLength: 12 });
const group = fc.option(fc.record({ id: fc.constantFrom("g-1", "g-2"), name: word }));
const versions: fc.Arbitrary<Version> = fc.record({
  kind: fc.constantFrom(...KINDS),
  title: word,
  text: word,
  stage: fc.constantFrom(...STAGES),
  product: fc.option(word),
  offer: fc.option(fc.constantFrom(...OFFERS)),
  binding: fc.constantFrom(...BINDINGS),
  visibility: fc.constantFrom(...VISIBILITIES),
  tags: fc.array(word, { maxLength: 3 }),
  links: fc.array(word, { maxLength: 2 }),
  revision: fc.integer({ min: 1, max: 9 }),
  placing: fc.option(fc.record({ organisation: fc.constantFrom("kandern", "schopfheim"), group })),
});
const version = (part: Partial<Version> = {}): Version => ({
  ...content(),
  revision: 1,
  placing: { organisation: "kandern", group: null },
  ...part,
});

describe("what differs between two versions", () => {
  it("is nothing between equal ones, whatever their revision", () => {
    fc.assert(
      fc.property(versions, (one) => {
        expect(differences(one, { ...structuredClone(one), revision: 10 })).toEqual([]);
      }),
    );
  });

  it("makes the one of the other, and the other way round", () => {
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        const there = differences(a, b);
        const said = there.filter(({ field }) => field !== "organisation" && field !== "group");
        const made = { ...a, ...Object.fromEntries(said.map(({ field, after }) => [field, after])) };
        expect(saysTheSame(made, b)).toBe(true);
        expect(said.length === 0).toBe(saysTheSame(a, b));
        expect(differences(b, a)).toEqual(
          there.map(({ field, before, after }) => ({ field, before: after, after: before })),
        );
      }),
    );
  });

  it("names a move only where both places are known", () => {
    const bau = { id: "g-1", name: "Bauen" };
    const there = version({ placing: { organisation: "schopfheim", group: bau } });
    expect(differences(version(), there)).toEqual([
      { field: "organisation", before: "kandern", after: "schopfheim" },
      { field: "group", before: null, after: bau },
    ]);
    expect(differences(version({ placing: null }), there)).toEqual([]);
  });
});

describe("the steps of a record", () => {
  const by = { id: "m", name: "Bauamt Kandern" };
  const recorded = { recordedBy: by, recordedAt: NOON };
  const earlier = (revision: number, act: "changed" | "deleted", title: string) => ({
    ...version({ revision, title }),
    ...{ act, by, at: NOON + revision },
  });

  it("lie between neighbours, newest first, and begin with the recording", () => {
    const rows = [earlier(2, "deleted", "Zwei"), earlier(1, "changed", "Eins")];
    const steps = entriesOf(recorded, version({ revision: 3, title: "Zwei" }), rows);
    expect(steps.map(({ act, at, before, after }) => [act, at, before?.title, after.title])).toEqual([
      ["deleted", NOON + 2, "Zwei", "Zwei"],
      ["changed", NOON + 1, "Eins", "Zwei"],
      ["recorded", NOON, undefined, "Eins"],
    ]);
  });

  it("do not tell of the recording before they reach back to it", () => {
    const steps = entriesOf(recorded, version({ revision: 4 }), [earlier(3, "changed", "Drei")]);
    expect(steps.map(({ act }) => act)).toEqual(["changed"]);
  });
});

describe("excerpts of a changed text", () => {
  it("begin a little before the place that differs, at a word", () => {
    const same = "Wir nehmen Bauanträge über ein Portal an. Die Prüfung bleibt im";
    expect(excerpts(`${same} Fachverfahren.`, `${same} Haus.`, 100)).toEqual([
      "… Die Prüfung bleibt im Fachverfahren.",
      "… Die Prüfung bleibt im Haus.",
    ]);
    expect(excerpts("Kurz", "Lang", 100)).toEqual(["Kurz", "Lang"]);
  });

  it("stay short, in one line, never hold half a character, and show the difference", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", " ", "😀", "ä", "\n", "🙂"), maxLength: 300 });
    fc.assert(
      fc.property(texts, texts, texts, fc.integer({ min: 30, max: 80 }), (start, a, b, most) => {
        const [before, after] = excerpts(start + a, start + b, most);
        for (const one of [before, after]) {
          expect(one.length).toBeLessThanOrEqual(most + 4);
          expect(one).not.toMatch(/\n/);
          expect(one).not.toMatch(/\p{Cs}/u);
        }
        const flat = (text: string) => text.replace(/\s+/g, " ").trim();
        if (flat(start + a) === flat(start + b)) expect(before).toBe(after);
      }),
    );
  });
});

describe("a deleted record", () => {
  it("can be taken back for thirty days", () => {
    expect(KEPT_MS).toBe(30 * 24 * 3_600_000);
    expect(isRestorable(NOON, NOON + KEPT_MS)).toBe(true);
    expect(isRestorable(NOON, NOON + KEPT_MS + 1)).toBe(false);
  });
});
