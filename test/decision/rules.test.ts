import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import { judgeCast } from "../../src/decision/cast.ts";
import type { Decision, DecisionSeat } from "../../src/decision/decision.ts";
import {
  canBeAnnounced,
  checkDraft,
  type DecisionDraft,
  LIMITS,
  openingAfter,
  tidyDraft,
} from "../../src/decision/draft.ts";
import {
  allHaveVoted,
  canBeSecret,
  electorsOfForum,
  electorsOfGroup,
  placeOf,
  registerOf,
  remaining,
  secrecyNeeded,
} from "../../src/decision/electorate.ts";
import { askedTokens, bestOf, meaningOf, tokensOf } from "../../src/decision/find.ts";
import { openingNotices } from "../../src/decision/notices.ts";
import { countOpen, countSecret, neededYes } from "../../src/decision/outcome.ts";
import { votesOf } from "../../src/decision/result.cards.ts";
import { parseList } from "../../src/decision/typed.ts";
import { MAJORITIES } from "../../src/election/decision.ts";
import { createVocabulary } from "../../src/search/vocabulary.ts";
import { draft, NOON } from "./hall.ts";

const seat = (party: string, holderId: string | null, choice: string | null = null): DecisionSeat => ({
  party,
  holderId,
  choice,
});

describe("who decides", () => {
  const group = electorsOfGroup(
    [
      { memberId: "b1", organisation: "binzen" },
      { memberId: "k1", organisation: "komm-one" },
      { memberId: "a1", organisation: "aitern" },
      { memberId: "b2", organisation: "binzen" },
    ],
    (organisation) => organisation !== "komm-one",
  );

  it("in the Forum every party has a seat, also one that nobody holds", () => {
    const seats = [
      { party: "binzen", holderId: "b" },
      { party: "todtnau", holderId: null },
    ];
    expect([...electorsOfForum(seats)]).toEqual([
      ["binzen", ["b"]],
      ["todtnau", []],
    ]);
    expect(registerOf(electorsOfForum(seats), false)).toEqual(seats);
  });

  it("in a group every party with somebody in it has one, associated organisations have none", () => {
    expect([...group]).toEqual([
      ["aitern", ["a1"]],
      ["binzen", ["b1", "b2"]],
    ]);
    expect(registerOf(group, true).map((one) => one.holderId)).toEqual([null, null]);
    expect(registerOf(group, false).map((one) => one.holderId)).toEqual(["a1", "b1"]);
  });

  const of = (register: readonly DecisionSeat[], id: string, organisation: string, electors = group) =>
    placeOf(register, electors, { id, organisation }).standing;

  it("in a group any colleague may vote until one has; then only that one, while he or she is there", () => {
    const free = [seat("aitern", null), seat("binzen", null)];
    expect([of(free, "b1", "binzen"), of(free, "b2", "binzen")]).toEqual(["holder", "holder"]);
    const voted = [seat("binzen", "b1", "ja")];
    expect([of(voted, "b1", "binzen"), of(voted, "b2", "binzen")]).toEqual(["holder", "same-party"]);
    const left = new Map([["binzen", ["b2"]]]);
    expect([of(voted, "b1", "binzen", left), of(voted, "b2", "binzen", left)]).toEqual([
      "replaced",
      "holder",
    ]);
  });

  it("in the Forum the one who holds the seat now", () => {
    const electors = electorsOfForum([{ party: "binzen", holderId: "new" }]);
    const register = [seat("binzen", "old", "ja")];
    expect(of(register, "new", "binzen", electors)).toBe("holder");
    expect(of(register, "old", "binzen", electors)).toBe("replaced");
    expect(of(register, "third", "binzen", electors)).toBe("same-party");
    expect(of(register, "x", "kandern", electors)).toBe("stranger");
    expect(of([], "new", "binzen", electors)).toBe("stranger");
  });

  it("a person never stands for two parties, and a party never has two votes at once", () => {
    const person = fc.record({
      memberId: fc.constantFrom("m1", "m2", "m3", "m4"),
      organisation: fc.constantFrom("a", "b", "c"),
    });
    fc.assert(
      fc.property(fc.uniqueArray(person, { selector: (one) => one.memberId }), (people) => {
        const electors = electorsOfGroup(people, () => true);
        const register = registerOf(electors, true).map((one) => ({ ...one, choice: null }));
        for (const { memberId, organisation } of people)
          expect(placeOf(register, electors, { id: memberId, organisation }).seat?.party).toBe(organisation);
        expect(new Set(register.map((one) => one.party)).size).toBe(register.length);
      }),
    );
  });

  it("all have voted when nobody is left who has not; an abstention is a vote", () => {
    expect(allHaveVoted([seat("a", "x", "ja"), seat("b", null)])).toBe(false);
    expect(allHaveVoted([seat("a", "x", "enthaltung")])).toBe(true);
  });

  it("a party that has left is not counted, unless it has voted", () => {
    const electors = new Map([["a", []]]);
    const register = [seat("a", null), seat("b", "x", "ja"), seat("c", "y")];
    expect(remaining(register, electors).map(({ party }) => party)).toEqual(["a", "b"]);
  });

  it("one party is enough to ask for a secret ballot, or a quarter", () => {
    expect([1, 4, 5, 36].map((n) => secrecyNeeded("quarter", n))).toEqual([1, 1, 2, 9]);
    expect(secrecyNeeded("one", 36)).toBe(1);
    expect(canBeSecret({ way: "vote", entitled: 5 })).toBe(true);
    expect(canBeSecret({ way: "vote", entitled: 4 })).toBe(false);
    expect(canBeSecret({ way: "umlauf", entitled: 36 })).toBe(false);
  });
});

describe("whether a vote counts", () => {
  const decision = { state: "voting", opensAt: 100, closesAt: 200, secret: false } as const;
  const held = { standing: "holder", seat: seat("a", "x") } as const;
  const judge = (
    part: Partial<Decision> = {},
    place: Parameters<typeof judgeCast>[1] = held,
    choice = "ja",
    at = 150,
  ) => judgeCast({ ...decision, ...part }, place, choice, at);

  it("the end is the first instant that is too late", () => {
    expect(judge({}, held, "ja", 100)).toEqual({ ok: true, value: "ok" });
    expect(judge({}, held, "ja", 199)).toEqual({ ok: true, value: "ok" });
    expect(judge({}, held, "ja", 200)).toEqual({ ok: false, reason: "closed" });
    expect(judge({}, held, "ja", 99)).toEqual({ ok: false, reason: "notOpen" });
    expect(judge({ state: "draft" })).toEqual({ ok: false, reason: "notOpen" });
    for (const state of ["accepted", "rejected", "void"] as const)
      expect(judge({ state })).toEqual({ ok: false, reason: "closed" });
    expect(judge({ state: "cancelled" })).toEqual({ ok: false, reason: "cancelled" });
    expect(judge({ secret: true })).toEqual({ ok: false, reason: "secret" });
  });

  it("a second vote takes the place of the first; the time is looked at before the person", () => {
    expect(judge({}, { standing: "holder", seat: seat("a", "x", "nein") })).toEqual({
      ok: true,
      value: "replaced",
    });
    const stranger = { standing: "stranger", seat: null } as const;
    expect(judge({}, stranger)).toEqual({ ok: false, reason: "notEntitled" });
    expect(judge({}, stranger, "ja", 200)).toEqual({ ok: false, reason: "closed" });
    expect(judge({}, { standing: "replaced", seat: seat("a", "x", "ja") })).toMatchObject({
      reason: "seatChanged",
    });
    expect(judge({}, { standing: "same-party", seat: seat("a", "x", "ja") })).toMatchObject({
      reason: "hasVoted",
    });
    expect(judge({}, { standing: "same-party", seat: seat("a", "x") })).toMatchObject({
      reason: "notHolder",
    });
    for (const choice of ["", "JA", "vielleicht"])
      expect(judge({}, held, choice)).toEqual({ ok: false, reason: "unknownChoice" });
  });
});

describe("a draft", () => {
  const problems = (part: Partial<DecisionDraft>) => {
    const done = checkDraft(draft(part), NOON);
    return done.ok ? [] : done.problems;
  };

  it("is accepted with everything tidied; circulation has no majority", () => {
    const done = checkDraft(
      draft({
        title: "  Zwei\n Wörter ",
        text: "\u202EErster  Satz.\r\n\r\n\r\nZweiter.\u200B ",
        way: "umlauf",
        majority: "two-thirds-cast",
      }),
      NOON,
    );
    expect(done).toEqual({
      ok: true,
      value: {
        ...{ title: "Zwei Wörter", text: "Erster Satz.\n\nZweiter.", way: "umlauf", majority: "simple" },
        ...{ secret: false, closesAt: instantOf("2026-03-10T18:00") },
      },
    });
  });

  it("names everything that is wrong, in the order of the form", () => {
    expect(problems({ title: " ", text: "\u200B", way: "x", majority: "y", closesOn: "" })).toEqual([
      "titleMissing",
      "textMissing",
      "wayUnknown",
      "majorityUnknown",
      "endMissing",
    ]);
    expect(problems({ title: "x".repeat(LIMITS.title + 1), text: "x".repeat(LIMITS.text + 1) })).toEqual([
      "titleTooLong",
      "textTooLong",
    ]);
    expect(problems({ way: "umlauf", secret: "ja" })).toEqual(["secretUmlauf"]);
  });

  it.each([
    ["2026-02-30", "18:00", "endUnknown"],
    ["2026-03-29", "02:30", "endUnknown"],
    ["morgen", "18:00", "endUnknown"],
    ["2026-03-02", "12:09", "endTooSoon"],
    ["2026-06-01", "18:00", "endTooLate"],
  ])("the end %s %s is %s", (closesOn, closesAt, problem) => {
    expect(problems({ closesOn, closesAt })).toEqual([problem]);
  });

  it("any input is checked without a throw, and tidying twice changes nothing", () => {
    const text = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(fc.tuple(text, text, text, text), ([title, motion, closesOn, closesAt]) => {
        const entered = draft({ title, text: motion, closesOn, closesAt });
        checkDraft(entered, NOON);
        expect(tidyDraft(tidyDraft(entered))).toEqual(tidyDraft(entered));
      }),
    );
  });

  it.each([
    ["2026-03-02T12:00", "2026-03-03T09:00"],
    ["2026-03-03T08:00", "2026-03-04T09:00"],
    ["2026-03-06T12:00", "2026-03-09T09:00"],
    ["2026-04-02T12:00", "2026-04-07T09:00"],
    ["2026-12-23T23:59", "2026-12-24T09:00"],
  ])("announced at %s opens at %s", (now, opens) => {
    expect(openingAfter(instantOf(now))).toBe(instantOf(opens));
    expect(canBeAnnounced(instantOf(opens) + 3_600_000, instantOf(now))).toBe(true);
    expect(canBeAnnounced(instantOf(opens) + 3_599_999, instantOf(now))).toBe(false);
  });
});

describe("the count", () => {
  const rule = { majority: "simple", way: "vote", quorum: 2, entitled: 4 } as const;
  const seats = (...choices: (string | null)[]) => choices.map((choice, at) => seat(`p${at}`, "x", choice));

  it("keeps votes by party, and who said nothing is not present", () => {
    expect(countOpen(rule, seats("ja", null, "enthaltung", "ja"), false)).toEqual({
      count: { outcome: "accepted" },
      state: "accepted",
      reason: null,
      result: {
        tally: { ja: 2, enthaltung: 1 },
        votes: [
          { party: "p0", choice: "ja" },
          { party: "p2", choice: "enthaltung" },
          { party: "p3", choice: "ja" },
        ],
        ...{ present: 3, entitled: 4, quorum: 2, closedEarly: false },
      },
    });
    expect(countOpen(rule, seats("ja", "nein"), false)).toMatchObject({ state: "rejected", reason: "tie" });
    expect(countOpen(rule, seats("ja", null, null), true)).toMatchObject({
      state: "void",
      reason: "no-quorum",
    });
    const umlauf = { ...rule, way: "umlauf" } as const;
    expect(countOpen(umlauf, seats("ja", "ja", "nein"), false)).toMatchObject({ reason: "objection" });
    expect(countOpen(umlauf, seats(null, null), false).state).toBe("accepted");
  });

  it("is the same in whatever order the seats stand, and never shows more votes than seats", () => {
    const choice = fc.constantFrom("ja", "nein", "enthaltung", null);
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 1, maxLength: 36 }),
        fc.constantFrom(...MAJORITIES),
        (all, majority) => {
          const entitled = all.length;
          const decision = { majority, way: "vote", entitled, quorum: Math.ceil(entitled / 2) } as const;
          const one = countOpen(decision, seats(...all), false);
          const other = countOpen(decision, seats(...all).reverse(), false);
          expect([other.state, other.reason, other.result.tally]).toEqual([
            one.state,
            one.reason,
            one.result.tally,
          ]);
          expect(one.result.votes).toHaveLength(one.result.present);
          const needed = neededYes(decision, one.result) ?? 0;
          if (one.state !== "void")
            expect(one.state === "accepted").toBe((one.result.tally?.ja ?? 0) >= needed);
        },
      ),
    );
  });

  it("of a secret box hides the numbers of fewer than five, and of a void one", () => {
    const box = (...counts: number[]) =>
      new Map(counts.map((count, at) => [["ja", "nein", "ungueltig"][at] ?? "", count]));
    const count = (tally: ReadonlyMap<string, number> | null, present: number) =>
      countSecret({ ...rule, entitled: 6, quorum: 3 }, tally, { present, entitled: 6 });
    expect(count(box(3, 2), 5)).toMatchObject({
      state: "accepted",
      result: { tally: { ja: 3, nein: 2 }, votes: null },
    });
    expect(count(box(3, 1), 4)).toMatchObject({ state: "accepted", result: { tally: null } });
    expect(count(box(1, 1), 2)).toMatchObject({
      state: "void",
      reason: "no-quorum",
      result: { tally: null },
    });
    expect(count(box(6), 5)).toMatchObject({ state: "void", reason: "count-mismatch" });
    expect(count(null, 5)).toMatchObject({ state: "void", reason: "count-mismatch" });
  });
});

describe("what is shown and told", () => {
  it("every choice has its number, the ones nobody made too; invalid votes are named where there are some", () => {
    expect(votesOf({ way: "vote" }, { ja: 30, nein: 1 })).toEqual([
      ["Ja", 30],
      ["Nein", 1],
      ["Enthaltung", 0],
    ]);
    expect(votesOf({ way: "vote" }, {}).map(([, votes]) => votes)).toEqual([0, 0, 0]);
    expect(votesOf({ way: "umlauf" }, { nein: 1 })).toEqual([
      ["Einverstanden", 0],
      ["Widerspruch", 1],
    ]);
    expect(votesOf({ way: "vote" }, { ja: 4, ungueltig: 1 })).toContainEqual(["Ungültig", 1]);
  });

  it("no reminder comes within an hour of the opening, and none of a secret decision", () => {
    const to = { places: ["c"], people: [{ party: "a", memberId: "m" }] };
    const HOUR = 3_600_000;
    const kinds = (closesAt: number, secret = false) =>
      openingNotices({ id: "d", secret, opensAt: 0, closesAt }, to).map(({ kind }) => kind.split(".")[1]);
    expect(kinds(48 * HOUR)).toEqual(["opened", "ballot", "reminder", "reminder"]);
    expect(kinds(25 * HOUR)).toEqual(["opened", "ballot", "reminder"]);
    expect(kinds(3 * HOUR)).toEqual(["opened", "ballot"]);
    expect(kinds(48 * HOUR, true)).toEqual(["opened", "opened"]);
  });

  it.each([
    ["abstimmungen", ""],
    ["Abstimmungen.", ""],
    ["ABSTIMMUNGEN  Bauakte   2026", "Bauakte 2026"],
    ["abstimmungen: Bauakte", "Bauakte"],
  ])("%j looks for %j", (typed, words) => {
    expect(parseList(typed)).toEqual({ words });
  });
  it.each(["abstimmung", "abstimmungsergebnis", "alle abstimmungen", ""])("%j is no list", (typed) => {
    expect(parseList(typed)).toBeUndefined();
  });

  it("the title weighs more than the text, and a typing mistake is forgiven", () => {
    const one = tokensOf("Bauakte", "Beschaffung", "");
    const two = tokensOf("Winterdienst", "Bauakte am Rand", "");
    const vocabulary = createVocabulary([...one.keys(), ...two.keys()]);
    const postings = [...one].map(([token, weight]) => ({ id: "one", token, weight }));
    const more = [...two].map(([token, weight]) => ({ id: "two", token, weight }));
    const found = (words: string) => {
      const meaning = meaningOf(askedTokens(words), vocabulary);
      const read = [...postings, ...more].filter(({ token }) => meaning.has(token));
      return bestOf(read, meaning, 2);
    };
    expect(found("Bauakte")).toEqual(["one", "two"]);
    expect(found("Bauaket")).toEqual(["one", "two"]);
    expect(found("Winterdienst")).toEqual(["two"]);
    expect(found("Friedhof")).toEqual([]);
  });
});
