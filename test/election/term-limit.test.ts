import { describe, expect, it } from "vitest";
import { isOverTerm, termsInARow } from "../../src/election/people/term-limit.ts";
import { DEFAULT_RULE } from "../../src/election/wahlordnung.ts";

const isBarred = (holders: readonly (string | null)[], mostTerms: number, member: string | null = "a") =>
  isOverTerm({ holders: async () => holders }, { ...DEFAULT_RULE, mostTerms }, "chair", member);

describe("the limit of terms", () => {
  it("counts terms in a row, the newest first; somebody else in between begins anew", () => {
    expect(termsInARow(["a", "a", "b", "a"], "a")).toBe(2);
    expect(termsInARow(["a", "a"], "a")).toBe(2);
    expect(termsInARow(["b", "a"], "a")).toBe(0);
    expect(termsInARow([null, "a"], "a")).toBe(0);
    expect(termsInARow([], "a")).toBe(0);
  });

  it("lets nobody stand who has served so often, and everybody where there is none", async () => {
    expect(await isBarred(["a", "a"], 2)).toBe(true);
    expect(await isBarred(["a", "a"], 3)).toBe(false);
    expect(await isBarred(["a", "a", "a"], 0)).toBe(false);
    expect(await isBarred([null, null], 1, null)).toBe(false);
  });
});
