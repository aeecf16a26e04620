/** A lot by public draw and by hand, on both stores. */
import { afterEach, describe, expect, it } from "vitest";
import { engines } from "../support/database.ts";
import { CLOSES } from "./hall.ts";
import { acting, type Bureau, coordinating, openBureau } from "./manage-hall.ts";

const SIX = "3 12 17 28 34 49";
const DRAWN_AT = Date.UTC(2026, 2, 4, 18);

const open: Bureau[] = [];
afterEach(async () => {
  for (const bureau of open.splice(0)) await bureau.db.close();
});

describe.each(engines)("a lot on %s", (engine) => {
  const tied = async (rule: Parameters<Bureau["rules"]>[0] = {}, votes = ["A", "A", "B", "B", "C", "C"]) => {
    const bureau = await openBureau(engine);
    open.push(bureau);
    if (Object.keys(rule).length > 0) await bureau.rules(rule);
    const name = await bureau.counts(votes, ["A", "B", "C"]);
    expect((await bureau.election(name)).state).toBe("lot_pending");
    return { bureau, name, id: name.electionId };
  };

  it("is drawn with the announced numbers, once, and told to all", async () => {
    const { bureau, name, id } = await tied();
    const early = await bureau.lottery.review(coordinating(CLOSES + 60_000), id, SIX);
    expect(early).toEqual({ ok: false, reason: "lot-too-early" });
    const shown = await bureau.lottery.review(coordinating(DRAWN_AT), id, SIX);
    if (!shown.ok) throw new Error(shown.reason);
    expect((await bureau.roundOf(name)).lot?.drawn).toBeNull();
    const { publicRandom, drawn, keys } = shown.value.drawn;
    expect(publicRandom).toMatch(/^lotto-6aus49:2026-03-04:03-12-17-28-34-49$/);
    const draws = (actionId: string, number = 0) =>
      bureau.lottery.draw(coordinating(DRAWN_AT, number), actionId, id, publicRandom);
    const both = await Promise.all([draws("d1"), draws("d2", 1)]);
    expect(both.map((one) => (one.ok ? "ok" : one.reason)).sort()).toEqual(["no-lot-pending", "ok"]);
    const [again] = both[0]?.ok ? [await draws("d1")] : [await draws("d2", 1)];
    expect(again?.ok).toBe(true);
    const round = await bureau.roundOf(name);
    expect(round.lot).toMatchObject({ publicRandom, drawn, keys, way: "public-draw" });
    expect([...(round.result?.next.runoffPair ?? [])].sort()).toEqual([...drawn].sort());
    expect((await bureau.election(name)).state).toBe("runoff_pending");
    expect((await bureau.told("election.news")).length).toBe(bureau.seated.length + 1);
  });

  it("is drawn from ballots of which no numbers were shown, too", async () => {
    const { bureau, name, id } = await tied({}, ["A", "A", "B", "C"]);
    expect((await bureau.roundOf(name)).result?.tally).toBeNull();
    expect((await bureau.lottery.draw(coordinating(DRAWN_AT), "d1", id, SIX)).ok).toBe(true);
    const pair = (await bureau.roundOf(name)).result?.next.runoffPair ?? [];
    expect(pair).toContain("A");
    expect(pair).toHaveLength(2);
  });

  it("is entered by the coordination only, and not by hand where a value was announced", async () => {
    const { bureau, id } = await tied();
    expect(await bureau.lottery.review(acting(bureau.officer, DRAWN_AT), id, SIX)).toEqual({
      ok: false,
      reason: "propose-coordinator",
    });
    const hand = { what: "lotDrawn", drawn: ["A", "B"] } as const;
    expect(
      await bureau.fourEyes.propose(acting(bureau.officer), "h", id, { ...hand, drawn: [...hand.drawn] }),
    ).toEqual({ ok: false, reason: "no-lot-by-hand" });
  });

  it("drawn by hand counts with the second witness, from another municipality", async () => {
    const { bureau, name, id } = await tied({ lot: "manual-witnessed" });
    expect(await bureau.lottery.review(coordinating(DRAWN_AT), id, SIX)).toEqual({
      ok: false,
      reason: "lot-by-hand",
    });
    const officer = acting(bureau.officer, DRAWN_AT);
    const enters = (drawn: string[], actionId: string) =>
      bureau.fourEyes.propose(officer, actionId, id, { what: "lotDrawn", drawn });
    expect(await enters(["A"], "h1")).toEqual({ ok: false, reason: "invalid-lot" });
    expect(await enters(["A", "Z"], "h2")).toEqual({ ok: false, reason: "invalid-lot" });
    const done = await enters(["A", "C"], "h3");
    if (!done.ok) throw new Error(done.reason);
    const [first, second] = bureau.scrutineers;
    expect(await bureau.fourEyes.confirm(officer, done.value)).toEqual({
      ok: false,
      reason: "confirms-self",
    });
    expect(await bureau.fourEyes.confirm(acting(first, DRAWN_AT), done.value)).toEqual({
      ok: true,
      value: { done: false },
    });
    expect(await bureau.fourEyes.confirm(acting(first, DRAWN_AT), done.value)).toEqual({
      ok: true,
      value: { done: false },
    });
    expect((await bureau.election(name)).state).toBe("lot_pending");
    expect((await bureau.fourEyes.confirm(acting(second, DRAWN_AT), done.value)).ok).toBe(true);
    const round = await bureau.roundOf(name);
    expect(round.lot).toMatchObject({ drawn: ["A", "C"], way: "manual-witnessed", publicRandom: null });
    expect(round.lot?.witnesses).toHaveLength(2);
    expect((await bureau.election(name)).state).toBe("runoff_pending");
  });
});
