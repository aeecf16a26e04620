import { describe, expect, it } from "vitest";
import {
  decisionVoidReasons,
  notElectedReasons,
  processRefusals,
  publicValueRefusals,
  rejectedReasons,
  voidReasons,
  voteRefusals,
} from "../../src/election/texts.ts";

const all = Object.entries({
  decisionVoidReasons,
  notElectedReasons,
  processRefusals,
  publicValueRefusals,
  rejectedReasons,
  voidReasons,
  voteRefusals,
}).flatMap(([table, sentences]) =>
  Object.entries(sentences).map(([reason, text]) => [`${table} ${reason}`, text] as const),
);

describe("the sentences of elections", () => {
  it.each(all)("%s is short and complete, and speaks to nobody as du", (_, text) => {
    expect(text).toMatch(/^[A-ZÄÖÜ].*[.!]$/);
    for (const sentence of text.split(/(?<=[.!?]) /)) expect(sentence.split(" ").length).toBeLessThan(21);
    expect(text).not.toMatch(/\b(du|dein\w*|bitte gib|wähle)\b/i);
  });

  it("tell each reason apart", () => {
    expect(new Set(all.map(([, text]) => text)).size).toBe(all.length);
  });

  it("never say to a voter what was chosen or who else voted", () => {
    for (const text of Object.values(voteRefusals)) expect(text).not.toMatch(/gewählt haben|stimmte für/);
  });
});
