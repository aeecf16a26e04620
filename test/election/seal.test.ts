import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countRound } from "../../src/election/count.ts";
import { ballotsOf } from "../../src/election/poll-events.ts";
import { commitmentOf, isConsistent, opens, receiptOf, sealOf, tallyOf } from "../../src/election/seal.ts";
import { byCodePoint } from "../../src/system/code-points.ts";
import { play, poll, vote } from "./polls.ts";
import { round } from "./rounds.ts";

const name = { electionId: "vorsitz-2031", round: 1 };
const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A box with as many ballots as voters, all salts different. */
const anyBox = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 }).chain((voters) =>
  fc.record({
    voters: fc.constant(voters),
    ballots: fc.tuple(
      ...voters.map((_, at) =>
        fc.record({ choice: fc.constantFrom("Süd", "Nord", "enthaltung"), salt: fc.constant(`salt-${at}`) }),
      ),
    ),
  }),
);

describe("a commitment", () => {
  it("is the hash anybody can compute from round, choice and salt", () => {
    expect(commitmentOf(name, { choice: "Süd", salt: "00ff" })).toBe(
      hash("forum-stimme/v1|vorsitz-2031|1|Süd|00ff"),
    );
  });

  it("is the same for both encodings of an umlaut, another for another salt, choice or round", () => {
    const ballot = { choice: "Süd", salt: "00ff" };
    const here = commitmentOf(name, ballot);
    expect(commitmentOf(name, { ...ballot, choice: "Süd".normalize("NFD") })).toBe(here);
    const others = [
      commitmentOf(name, { ...ballot, salt: "00fe" }),
      commitmentOf(name, { ...ballot, choice: "Nord" }),
      commitmentOf({ ...name, round: 2 }, ballot),
      commitmentOf({ ...name, electionId: "x" }, ballot),
    ];
    expect(new Set([here, ...others]).size).toBe(5);
  });

  it("shows its first twelve digits as the receipt", () => {
    expect(receiptOf("0123456789abcdef")).toBe("0123-4567-89ab");
  });
});

describe("the seal", () => {
  it("hashes its lines one by one, each ended by a line feed", () => {
    const lines = ["forum-siegel/v1", "vorsitz-2031", "1", "2", "aa", "bb", "2", "kandern", "weil"];
    const seal = sealOf(name, ["bb", "aa"], ["weil", "kandern"]);
    expect(seal).toEqual({
      commitments: ["aa", "bb"],
      voters: ["kandern", "weil"],
      root: hash(`${lines.join("\n")}\n`),
    });
  });

  it("of an empty box says so", () => {
    expect(sealOf(name, [], []).root).toBe(hash("forum-siegel/v1\nvorsitz-2031\n1\n0\n0\n"));
  });

  it("does not tell in which order people voted", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (commitments, voters) => {
        const turned = sealOf(name, [...commitments].reverse(), [...voters].reverse());
        expect(turned).toEqual(sealOf(name, commitments, voters));
      }),
    );
  });

  it("sorts by code point, not by half characters", () => {
    const keys = ["\u{10400}", "\uff61", "a", "ab", ""];
    expect([...keys].sort(byCodePoint)).toEqual(["", "a", "ab", "\uff61", "\u{10400}"]);
    const utf8 = (text: string) => Buffer.from(text);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        expect(Math.sign(byCodePoint(a, b))).toBe(Buffer.compare(utf8(a), utf8(b)));
      }),
    );
  });

  it.each([
    ["more ballots than voters", ["aa", "bb"], ["p"]],
    ["more voters than ballots", ["aa"], ["p", "q"]],
    ["a voter twice", ["aa", "bb"], ["p", "p"]],
    ["a commitment twice", ["aa", "aa"], ["p", "q"]],
  ])("is not consistent with %s", (_, commitments, voters) => {
    expect(isConsistent(sealOf(name, commitments, voters))).toBe(false);
  });
});

describe("the recount", () => {
  const sealed = (ballots: readonly { choice: string; salt: string }[], voters: readonly string[]) =>
    sealOf(
      name,
      ballots.map((ballot) => commitmentOf(name, ballot)),
      voters,
    );

  it("of the opened box gives the seal, and as many votes as marks", () => {
    fc.assert(
      fc.property(anyBox, ({ ballots, voters }) => {
        const seal = sealed(ballots, voters);
        expect(isConsistent(seal)).toBe(true);
        expect(opens(name, seal, [...ballots].reverse())).toBe(true);
        const votes = [...tallyOf(ballots).values()].reduce((sum, one) => sum + one, 0);
        expect(votes).toBe(seal.voters.length);
      }),
    );
  });

  it("notices a single changed, missing or added ballot, and a changed register", () => {
    const full = anyBox.filter(({ voters }) => voters.length > 0);
    fc.assert(
      fc.property(full, fc.nat(), ({ ballots, voters }, pick) => {
        const seal = sealed(ballots, voters);
        const at = pick % ballots.length;
        const swapped = ballots.map((one, i) => (i === at ? { ...one, choice: "jemand anders" } : one));
        expect(opens(name, seal, swapped)).toBe(false);
        expect(opens(name, seal, ballots.slice(1))).toBe(false);
        expect(opens(name, seal, [...ballots, { choice: "Süd", salt: "neu" }])).toBe(false);
        expect(opens(name, { ...seal, voters: seal.voters.map((key) => `${key}!`) }, ballots)).toBe(false);
        expect(opens({ ...name, round: 2 }, seal, ballots)).toBe(false);
      }),
    );
  });

  it("of a round that was voted in gives the result that was announced", () => {
    const anyChoice = fc.constantFrom("A", "B", "enthaltung", "ungueltig", "C");
    fc.assert(
      fc.property(fc.array(anyChoice, { minLength: 3, maxLength: 3 }), ([first, second, third]) => {
        const events = [
          vote("kandern-delegate", first ?? ""),
          vote("schopfheim-delegate", second ?? ""),
          vote("weil-delegate", third ?? ""),
        ];
        const { after } = play(poll(), ...events);
        const box = [...after.cast.values()].map((choice, at) => ({ choice, salt: `salt-${at}` }));
        const seal = sealed(box, [...after.cast.keys()]);
        expect(opens(name, seal, box)).toBe(true);
        const held = { candidates: ["A", "B"], entitled: after.entitled };
        const announced = countRound({ ...round({}, held), ballots: ballotsOf(after) });
        expect(countRound({ ...round({}, held), ballots: tallyOf(box) })).toEqual(announced);
      }),
    );
  });

  it("counts both encodings of a name as one", () => {
    const tally = tallyOf([
      { choice: "Süd", salt: "1" },
      { choice: "Süd".normalize("NFD"), salt: "2" },
      { choice: "Nord", salt: "3" },
    ]);
    expect(Object.fromEntries(tally)).toEqual({ Süd: 2, Nord: 1 });
  });
});
