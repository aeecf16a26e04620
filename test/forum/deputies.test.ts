import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deputiesCard, deputySeatCard, endedCard, standInCard } from "../../src/forum/deputies.cards.ts";
import { judgeEnd, judgeNaming, judgeRemoval, judgeStandIn } from "../../src/forum/deputies.ts";
import { holderOf, type StandingSeat } from "../../src/forum/seats.ts";
import { ownSeatCard } from "../../src/forum/seats-own.cards.ts";
import { actionsOf, inputsOf, textOf } from "../support/card.ts";

const people = [
  { memberId: "b1", name: "Bürgermeisteramt", party: "binzen" },
  { memberId: "b2", name: "Hauptamt", party: "binzen" },
  { memberId: "b3", name: "Kämmerei", party: "binzen" },
  { memberId: "b4", name: "Bauamt", party: "binzen" },
  { memberId: "k1", name: "Bürgermeisteramt", party: "kandern" },
  { memberId: "k2", name: "Hauptamt", party: "kandern" },
];
const binzen: StandingSeat = {
  party: "binzen",
  holderId: "b1",
  delegateId: "b1",
  deputies: ["b2", "b3", "gone"],
};
const substituted: StandingSeat = { ...binzen, holderId: "b2" };
const kandern: StandingSeat = { party: "kandern", holderId: "k1", delegateId: "k1", deputies: [] };
const seats = [binzen, kandern];
const DELEGATE = { memberId: "b1", coordinates: false };
const COORDINATOR = { memberId: "co", coordinates: true };

describe("naming a deputy", () => {
  it("takes somebody of the same party who belongs to no seat", () => {
    expect(judgeNaming("b4", "binzen", people, seats, "co").ok).toBe(true);
  });

  it.each([
    ["nobody", "", "binzen", "co", "nobodyChosen"],
    ["the person who names", "b4", "binzen", "b4", "notYourself"],
    ["somebody unknown", "x", "binzen", "co", "unknownPerson"],
    ["somebody of another party", "k2", "binzen", "co", "otherParty"],
    ["the delegate", "b1", "binzen", "co", "onSeatAlready"],
    ["somebody who is named already", "b2", "binzen", "co", "onSeatAlready"],
    ["anybody for a seat that is not there", "b4", "wieden", "co", "noSeat"],
  ] as const)("refuses %s", (_what, memberId, party, by, reason) => {
    expect(judgeNaming(memberId, party, people, seats, by)).toEqual({ ok: false, reason });
  });
});

describe("taking a deputy off", () => {
  it.each([
    [binzen, "b2", undefined],
    [binzen, "gone", undefined],
    [substituted, "b3", undefined],
    [substituted, "b2", "standsIn"],
    [binzen, "b1", "notNamed"],
    [binzen, "", "nobodyChosen"],
    [undefined, "b2", "noSeat"],
  ] as const)("%#: is refused while he or she stands in", (seat, memberId, reason) => {
    const judged = judgeRemoval(seat, memberId);
    expect(judged.ok ? undefined : judged.reason).toBe(reason);
  });
});

describe("standing in", () => {
  it.each([
    ["the delegate", DELEGATE],
    ["the coordinator", COORDINATOR],
  ])("is begun and ended by %s", (_who, by) => {
    expect(judgeStandIn(binzen, "b3", people, by).ok).toBe(true);
    expect(judgeEnd(substituted, by)).toMatchObject({ ok: true, value: { delegateId: "b1" } });
  });

  it.each([
    ["by the deputy", binzen, "b2", { memberId: "b2", coordinates: false }, "notDelegate"],
    ["by somebody else", binzen, "b2", { memberId: "k1", coordinates: false }, "notDelegate"],
    ["by nobody known", binzen, "b2", { memberId: null, coordinates: false }, "notDelegate"],
    [
      "by a coordinator who is the deputy",
      binzen,
      "b2",
      { memberId: "b2", coordinates: true },
      "notYourself",
    ],
    ["for nobody", binzen, "", DELEGATE, "nobodyChosen"],
    ["for somebody not named before", binzen, "b4", DELEGATE, "notNamed"],
    ["for another municipality", binzen, "k2", COORDINATOR, "notNamed"],
    ["for somebody who has left the party", binzen, "gone", COORDINATOR, "otherParty"],
    ["where somebody stands in already", substituted, "b3", DELEGATE, "alreadyOn"],
    [
      "where nobody has the seat",
      { ...binzen, delegateId: null, holderId: null },
      "b2",
      COORDINATOR,
      "noDelegate",
    ],
    ["for a seat that is not there", undefined, "b2", COORDINATOR, "noSeat"],
  ] as const)("is refused %s", (_what, seat, to, by, reason) => {
    expect(judgeStandIn(seat, to, people, by)).toEqual({ ok: false, reason });
  });

  it.each([
    ["by the deputy", substituted, { memberId: "b2", coordinates: false }, "notDelegate"],
    ["where nobody stands in", binzen, DELEGATE, "notOn"],
    ["where the delegate is gone", { ...substituted, delegateId: null }, COORDINATOR, "noDelegate"],
    ["for a seat that is not there", undefined, COORDINATOR, "noSeat"],
  ] as const)("is not ended %s", (_what, seat, by, reason) => {
    expect(judgeEnd(seat, by)).toEqual({ ok: false, reason });
  });

  it("the holder is always the delegate or somebody named, whatever is stored", () => {
    const id = fc.constantFrom("a", "b", "c", "d");
    const some = fc.option(id, { nil: null });
    fc.assert(
      fc.property(some, some, fc.uniqueArray(id), (delegate, standIn, deputies) => {
        const holder = holderOf(delegate, standIn, deputies);
        if (holder !== delegate) expect(deputies).toContain(holder);
        if (standIn === null) expect(holder).toBe(delegate);
      }),
    );
  });
});

const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";
const view = {
  seat: substituted,
  people: people.map((one) => (one.memberId === "b2" ? { ...one, name: TRICK } : one)),
  available: people.filter((one) => one.memberId === "b4"),
  frozen: true,
};
const nameOf = (party: string) => `Gemeinde ${party}`;
const form = { actionId: "a", nameOf, problem: "Problem." };
const own = { actionId: "a", partyName: "Binzen" };
const many = Array.from({ length: 36 }, (_, at) => ({ ...substituted, party: `p${at}` }));

describe.each([
  ["list", deputiesCard({ seats: many, people: view.people }, nameOf, "Problem.")],
  ["empty list", deputiesCard({ seats: [kandern], people: [] }, nameOf)],
  ["seat", deputySeatCard({ ...form, view })],
  ["seat of a delegate", deputySeatCard({ ...form, view: { ...view, seat: binzen, frozen: false } })],
  ["seat without anybody", deputySeatCard({ ...form, view: { ...view, seat: kandern, available: [] } })],
  ["own seat of the delegate", ownSeatCard({ ...own, view: { ...view, seat: binzen }, me: "b1" })],
  ["own seat, substituted", ownSeatCard({ ...own, view, me: "b1", problem: "Problem." })],
  ["own seat of the deputy", ownSeatCard({ ...own, view, me: "b2" })],
  [
    "own seat without delegate",
    ownSeatCard({ ...own, view: { ...view, seat: { ...kandern, holderId: null } }, me: "k2" }),
  ],
  ["notice of standing in", standInCard({ own: false, deputy: TRICK, party: "Binzen" })],
  ["notice of the end", endedCard({ own: true, party: "Binzen" })],
])("the card %s", (_, card) => {
  it("keeps the rules of the house", () => {
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
    expect(inputsOf(card).every(({ label }) => label !== "")).toBe(true);
    const json = JSON.stringify(card);
    expect(json.match(/"type":"TextBlock"(?![^{}]*"wrap":true)/g) ?? []).toEqual([]);
    expect(Buffer.byteLength(json)).toBeLessThan(20_000);
    expect(textOf(card.body?.filter(({ type }) => !type.startsWith("Input.")))).not.toMatch(
      /[^\\]\]\(|\*\*fett|<at>/,
    );
  });
});
