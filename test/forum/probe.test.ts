import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probeCard, probesCard, thanksCard } from "../../src/forum/probe.cards.ts";
import { isReached, judgePress, judgeSending, PROBE_PAUSE_MS, type Probe } from "../../src/forum/probe.ts";
import { actionsOf, textOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import { kim, START, seatTable, turnOf } from "./seats-table.ts";

const seats = [
  { party: "binzen", holderId: "b1" },
  { party: "kandern", holderId: "k1" },
  { party: "wieden", holderId: null },
];
const sent = (party: string, to: string, answeredAt: number | null = null): Probe => ({
  party,
  to,
  sentAt: 1000,
  answeredAt,
});
const LATER = 1000 + PROBE_PAUSE_MS;

describe("sending probes", () => {
  it("goes to everybody who holds a seat, or only to those not reached", () => {
    const probes = [sent("binzen", "b1", 1500), sent("kandern", "k1")];
    expect(judgeSending("all", seats, probes, LATER)).toMatchObject({
      value: [{ holderId: "b1" }, { holderId: "k1" }],
    });
    expect(judgeSending("missing", seats, probes, LATER)).toEqual({
      ok: true,
      value: [{ party: "kandern", holderId: "k1" }],
    });
  });

  it.each([
    ["a millisecond too soon", "all", seats, [sent("binzen", "b1")], LATER - 1, "tooSoon"],
    ["when nobody holds a seat", "all", [{ party: "wieden", holderId: null }], [], 0, "nobodyHolds"],
    [
      "when nobody is missing",
      "missing",
      seats.slice(0, 1),
      [sent("binzen", "b1", 1)],
      LATER,
      "nobodyMissing",
    ],
  ] as const)("is refused %s", (_what, extent, held, probes, now, reason) => {
    expect(judgeSending(extent, held, probes, now)).toEqual({ ok: false, reason });
  });

  it("a new holder has yet to be reached, whoever answered before", () => {
    const who = fc.constantFrom("b1", "b2", "b3");
    fc.assert(
      fc.property(who, who, fc.option(fc.nat(), { nil: null }), (to, holderId, at) => {
        const seat = { party: "binzen", holderId };
        expect(isReached(seat, [sent("binzen", to, at)])).toBe(to === holderId && at !== null);
        expect(isReached(seat, [sent("kandern", to, at)])).toBe(false);
      }),
    );
  });
});

describe("pressing a probe", () => {
  const card = { party: "binzen", to: "b1", sentAt: 1000 };
  it.each([
    ["once", card, "b1", sent("binzen", "b1"), { ok: true, value: { again: false } }],
    ["twice", card, "b1", sent("binzen", "b1", 2000), { ok: true, value: { again: true } }],
    ["by somebody else", card, "k1", sent("binzen", "b1"), { ok: false, reason: "notYours" }],
    ["by nobody known", card, null, sent("binzen", "b1"), { ok: false, reason: "notYours" }],
    [
      "after a later one",
      { ...card, sentAt: 1 },
      "b1",
      sent("binzen", "b1"),
      { ok: false, reason: "oldCard" },
    ],
    ["that was never sent", card, "b1", undefined, { ok: false, reason: "oldCard" }],
    [
      "of a holder of before",
      { ...card, to: "b2" },
      "b2",
      sent("binzen", "b2"),
      { ok: false, reason: "notHolder" },
    ],
  ] as const)("%s is answered", (_what, pressed, by, probe, expected) => {
    expect(judgePress(pressed, by, seats[0], probe)).toEqual(expected);
  });
});

const view = {
  seats: 36,
  reached: 0,
  missing: Array.from({ length: 36 }, (_, at) => ({ party: `p${at}`, held: at > 3 })),
  lastSentAt: START,
};
const form = { actionId: "a", nameOf: (party: string) => `Gemeinde ${party}` };

describe.each([
  ["overview, none reached", probesCard({ ...form, view, problem: "Problem." })],
  ["overview, never sent", probesCard({ ...form, view: { ...view, lastSentAt: null } })],
  ["overview, all reached", probesCard({ ...form, view: { ...view, reached: 36, missing: [] }, sent: 1 })],
  ["probe", probeCard({ party: "binzen", to: "b1", sentAt: 1 })],
  ["thanks", thanksCard(true)],
])("the card %s", (_, card) => {
  it("keeps the rules of the house", () => {
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
    expect(textOf(card)).not.toContain("undefined");
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(20_000);
  });
});

describe.each(engines)("probes on %s", (engine) => {
  it("of two coordinators at once are sent once", async () => {
    const { probing, told } = await seatTable(engine);
    const done = await Promise.all([probing.send(kim(), "a", "all"), probing.send(kim(), "b", "all")]);
    expect(done.filter((one) => one.ok)).toHaveLength(1);
    expect(await told("probe.card")).toEqual(["b1", "k1"]);
    expect(await probing.send(kim(), "a", "all")).toEqual(done[0]?.ok ? done[0] : expect.anything());
    expect(await told("probe.card")).toHaveLength(2);
  });

  it("count the people who have pressed, forget them with a new holder, and start anew with a new card", async () => {
    const { probing, probes, deputies, names, seats: giving } = await seatTable(engine);
    await names("b2");
    await probing.send(kim(), "a", "all");
    const press = { party: "binzen", to: "b1", sentAt: START };
    const twice = await Promise.all(
      [1, 2].map((at) => probing.answer(turnOf("b1", { now: START + at }), press)),
    );
    expect(twice.map((one) => one.ok && one.value.again).sort()).toEqual([false, true]);
    const reached = async () => {
      const seen = await probing.look(kim());
      return seen.ok ? seen.value : null;
    };
    expect(await reached()).toMatchObject({
      seats: 3,
      reached: 1,
      missing: [
        { party: "kandern", held: true },
        { party: "landkreis-loerrach", held: false },
      ],
    });
    expect((await giving.look(kim())).ok).toBe(true);
    expect(await giving.look(kim())).toMatchObject({ value: { reached: 1 } });
    await deputies.standIn(turnOf("b1"), "b", "own", "binzen", "b2");
    expect((await reached())?.reached).toBe(0);
    expect(await probing.answer(turnOf("b1"), press)).toEqual({ ok: false, reason: "notHolder" });
    expect(await probing.answer(turnOf("b2"), press)).toEqual({ ok: false, reason: "notYours" });
    const later = START + PROBE_PAUSE_MS;
    expect(await probing.send(kim(later - 1), "c", "missing")).toEqual({ ok: false, reason: "tooSoon" });
    expect(await probing.send(kim(later), "d", "missing")).toMatchObject({ value: { sent: 2 } });
    expect((await probes.all()).map((one) => one.to)).toEqual(["b2", "k1"]);
    expect(await probing.send(turnOf("b1"), "e", "all")).toEqual({ ok: false, reason: "notCoordinator" });
    expect((await probing.look(turnOf("b1"))).ok).toBe(false);
  });
});
