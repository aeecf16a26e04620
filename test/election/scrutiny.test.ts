/** What a scrutineer may do, and the file: rules with plain values. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openingFile, openingFileSchema } from "../../src/election/minutes/opening-file.ts";
import {
  judgeConfirm,
  judgeFetch,
  mayOpen,
  type ScrutinyFacts,
} from "../../src/election/minutes/scrutiny.ts";
import { commitmentOf } from "../../src/election/seal.ts";
import { systemRandomBytes } from "../../src/system/random.ts";

const fetched = { fetchedAt: 1, confirmedAt: null, agrees: null };
const facts = (more: Partial<ScrutinyFacts> = {}): ScrutinyFacts => ({
  ...{ scrutineer: true, phase: "closed", root: "ab", erased: false, scrutiny: null },
  ...more,
});
const said = (done: { ok: boolean; reason?: string }) => (done.ok ? "ok" : done.reason);

describe("the opening file", () => {
  it.each([
    [null, "not-scrutineer", "not-scrutineer"],
    [facts({ scrutineer: false }), "not-scrutineer", "not-scrutineer"],
    [facts({ phase: "voting", root: null }), "not-counted", "not-counted"],
    [facts({ phase: "sealed" }), "not-counted", "not-counted"],
    [facts({ root: null }), "not-counted", "not-counted"],
    [facts({ erased: true }), "erased", "erased"],
    [facts({ erased: true, scrutiny: fetched }), "erased", "erased"],
    [facts({ scrutiny: fetched }), "already-fetched", "ok"],
    [facts({ phase: "counted" }), "ok", "ok"],
    [facts(), "ok", "ok"],
  ] as const)("of %j: fetching %s, opening %s", (given, fetching, opening) => {
    expect([said(judgeFetch(given)), said(mayOpen(given))]).toEqual([fetching, opening]);
  });

  it("holds every ballot once, in any order, and nothing else", () => {
    const name = { electionId: "wahl-1", round: 2 };
    const salts = fc.uniqueArray(fc.nat({ max: 0xffff }), { maxLength: 40 });
    fc.assert(
      fc.property(salts, (numbers) => {
        const ballots = numbers.map((number) => {
          const ballot = { choice: `Gemeinde ${number % 3}`, salt: number.toString(16).padStart(32, "0") };
          return { ...ballot, commitment: commitmentOf(name, ballot) };
        });
        const file = openingFileSchema.parse(openingFile(name, ballots, systemRandomBytes));
        expect(file).toMatchObject({ format: "forum-oeffnung/v1", electionId: "wahl-1", round: 2 });
        const sorted = (list: readonly { salt: string }[]) =>
          list.toSorted((a, b) => (a.salt < b.salt ? -1 : 1));
        expect(sorted(file.ballots)).toEqual(sorted(ballots));
      }),
    );
  });
});

describe("a confirmation", () => {
  const confirmed = { fetchedAt: 1, confirmedAt: 2, agrees: true };
  it.each([
    [facts(), true, "not-fetched"],
    [facts({ scrutineer: false, scrutiny: fetched }), true, "not-scrutineer"],
    [facts({ scrutiny: fetched }), true, "ok"],
    [facts({ scrutiny: fetched }), false, "ok"],
    [facts({ scrutiny: fetched, erased: true }), true, "ok"],
    [facts({ scrutiny: confirmed }), true, "ok"],
    [facts({ scrutiny: confirmed }), false, "already-confirmed"],
  ] as const)("with %j, %j: %s", (given, agrees, expected) => {
    expect(said(judgeConfirm(given, agrees))).toBe(expected);
  });
});
