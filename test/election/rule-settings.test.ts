/** The rule of procedure as people fill it in. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldProblem } from "../../src/election/organise/rule.chat.texts.ts";
import { settingHelp, settingNames, valueWords } from "../../src/election/organise/rule.settings.texts.ts";
import {
  differences,
  isChosen,
  LIMITS,
  OPTIONS,
  readRule,
  SETTINGS,
  type Setting,
  typedRule,
} from "../../src/election/organise/rule.settings.ts";
import { DEFAULT_RULE, type Wahlordnung, wahlordnung } from "../../src/election/wahlordnung.ts";

const typed = (more: Partial<Record<Setting, string>> = {}) => ({ ...typedRule(DEFAULT_RULE), ...more });
const wrong = (more: Partial<Record<Setting, string>>) => {
  const read = readRule(typed(more));
  return read.ok ? [] : read.wrong;
};

const number = (key: keyof typeof LIMITS) => fc.integer({ min: LIMITS[key][0], max: LIMITS[key][1] });
const anyRule: fc.Arbitrary<Wahlordnung> = fc
  .record(
    Object.fromEntries(
      SETTINGS.map((key) => {
        if (key === "quorum") return [key, fc.oneof(fc.constant("half"), number(key))];
        if (!isChosen(key)) return [key, number(key)];
        const answers: Record<string, boolean> = { ja: true, nein: false };
        const values = OPTIONS[key].map((one) => answers[one] ?? one);
        return [key, fc.constantFrom(...values)];
      }),
    ),
  )
  .map((one) => wahlordnung.parse(one));

describe("the form", () => {
  it("has every setting once, with a name, a help text and a sentence for what is wrong", () => {
    expect([...SETTINGS].sort()).toEqual(Object.keys(DEFAULT_RULE).sort());
    for (const key of SETTINGS) {
      expect(settingHelp[key]).toMatch(/\.$/);
      expect(fieldProblem(key)).toContain(settingNames[key]);
      expect(valueWords(key, typedRule(DEFAULT_RULE)[key])).not.toBe("");
    }
  });

  it("reads back what it shows, for any rule", () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(readRule(typedRule(rule))).toEqual({ ok: true, rule });
        expect(differences(rule, rule)).toEqual([]);
      }),
    );
  });

  it("takes the limits and nothing beyond", () => {
    for (const [key, [least, most]] of Object.entries(LIMITS) as [Setting, [number, number]][]) {
      expect(wrong({ [key]: String(least) })).toEqual([]);
      expect(wrong({ [key]: String(most) })).toEqual([]);
      expect(wrong({ [key]: String(most + 1) })).toEqual([key]);
      expect(wrong({ [key]: String(least - 1) })).toEqual([key]);
    }
  });

  it.each([
    ["quorum", "hälfte", []],
    ["quorum", " HAELFTE ", []],
    ["quorum", "half of it", ["quorum"]],
    ["votingDays", "sieben", ["votingDays"]],
    ["votingDays", "7.5", ["votingDays"]],
    ["votingDays", "", ["votingDays"]],
    ["lot", "würfeln", ["lot"]],
    ["paperOnRequest", "vielleicht", ["paperOnRequest"]],
    ["caretaker", "__proto__", ["caretaker"]],
  ] as const)("%s %j: %j", (key, text, expected) => {
    expect(wrong({ [key]: text })).toEqual(expected);
  });

  it("names every wrong field, and every difference", () => {
    expect(wrong({ votingDays: "x", lot: "" })).toEqual(["votingDays", "lot"]);
    expect(readRule({})).toMatchObject({ ok: false, wrong: SETTINGS });
    const other = wahlordnung.parse({ votingDays: 10, lot: "manual-witnessed" });
    expect(differences(DEFAULT_RULE, other)).toEqual(["votingDays", "lot"]);
  });
});
