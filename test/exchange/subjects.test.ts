import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedPreparation } from "../../src/exchange/find/preparation.ts";
import { pack, unpack } from "../../src/exchange/find/prepared.ts";
import { readBank } from "../../src/exchange/subjects/bank.ts";
import { loadBank } from "../../src/exchange/subjects/load.ts";
import { stem } from "../../src/search/stem.ts";

const FOLDER = new URL("../../src/exchange/subjects", import.meta.url).pathname;
const { subjects } = loadBank(FOLDER);
const { subjectsOf, subjectName, prepare, knows } = shippedPreparation();
const firstOf = (text: string): string => subjectName([...subjectsOf(text).keys()][0] ?? "");

describe("the bank of subjects", () => {
  it("says of every subject how it is called, asked for and written about", () => {
    expect(subjects.length).toBeGreaterThan(700);
    for (const { key, name, called, related, asked, written } of subjects) {
      expect(name, key).not.toBe("");
      expect(key).toMatch(/^[a-z0-9-]+$/);
      expect(called.length, key).toBeGreaterThanOrEqual(4);
      expect(related.length, key).toBeGreaterThanOrEqual(8);
      expect(asked.length, key).toBeGreaterThanOrEqual(8);
      expect(written.length, key).toBeGreaterThanOrEqual(4);
      for (const { title, text } of written) expect([title, text], key).not.toContain("");
    }
  });

  it("names the line it cannot read", () => {
    expect(() => readBank(["# a | A\n+ Unsinn"])).toThrow("+ Unsinn");
    expect(() => readBank(["? ohne Sachgebiet"])).toThrow("? ohne Sachgebiet");
  });

  it("goes on with a subject that another file has begun", () => {
    const [one, ...others] = readBank(["# a | A\n= Eins; Zwei\n? was", "# a\n! Titel | Text"]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      name: "A",
      called: ["Eins", "Zwei"],
      written: [{ title: "Titel", text: "Text" }],
    });
  });
});

describe("the subjects of a text", () => {
  it.each([
    ["Räumfahrten aufzeichnen", "Winterdienst"],
    ["die rechner waren alle verschlüsselt", "Ransomware"],
    ["Auto anmelden ohne Behördengang", "Kfz"],
    ["gefälschte mails erkennen", "Phishing"],
  ])("%j: %s", (text, name) => {
    const shown = [...subjectsOf(text).keys()].slice(0, 3).map(subjectName).join(" | ");
    expect(shown).toMatch(new RegExp(name, "i"));
  });

  it("are found again for most of what the bank itself says", () => {
    const own = subjects.flatMap(({ name, asked }) =>
      asked.slice(0, 1).map((text) => firstOf(text) === name),
    );
    expect(own.filter(Boolean).length / own.length).toBeGreaterThan(0.9);
  });

  it("are of length one, at most thirty, and none for a text without words", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const found = [...subjectsOf(text).values()];
        expect(found.length).toBeLessThanOrEqual(30);
        if (found.length > 0) expect(Math.hypot(...found)).toBeCloseTo(1, 6);
      }),
      { numRuns: 60 },
    );
    expect(subjectsOf("").size).toBe(0);
    expect(subjectsOf("!? …").size).toBe(0);
  });

  it("are guessed for names only: those stand in no example", () => {
    expect(knows(stem("winterdienst"))).toBe(true);
    expect(knows(stem("quolibri"))).toBe(false);
  });
});

it("what is prepared can be read again, whatever the words", () => {
  const content = {
    kind: "process",
    stage: "idea",
    offer: null,
    binding: "open",
    visibility: "forum",
  } as const;
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 40 }), (text, tag) => {
      const { packed } = prepare({ ...content, title: text, text, product: null, tags: [tag], links: [] });
      expect(pack(unpack(packed))).toBe(packed);
    }),
    { numRuns: 60 },
  );
});
