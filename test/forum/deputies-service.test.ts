import { describe, expect, it } from "vitest";
import { engines } from "../support/database.ts";
import { kim, openRound, START, seatTable, turnOf } from "./seats-table.ts";

const reasons = (done: readonly { ok: boolean; reason?: string }[]) =>
  done.map((one) => (one.ok ? "ok" : (one.reason ?? ""))).sort();

describe.each(engines)("deputies on %s", (engine) => {
  it("are named by the coordinator, once, and seen in the order of naming", async () => {
    const { deputies, seat } = await seatTable(engine);
    expect((await deputies.name(kim(), "a", "binzen", "b3")).ok).toBe(true);
    expect((await deputies.name(kim(START + 1), "b", "binzen", "b2")).ok).toBe(true);
    expect((await deputies.name(kim(START + 1), "b", "binzen", "b2")).ok).toBe(true);
    expect(await deputies.name(kim(), "c", "binzen", "b2")).toEqual({ ok: false, reason: "onSeatAlready" });
    expect(await seat("binzen")).toEqual({
      party: "binzen",
      holderId: "b1",
      delegateId: "b1",
      deputies: ["b3", "b2"],
    });
    const own = await deputies.own(turnOf("b2"));
    expect(own?.seat.party).toBe("binzen");
    expect(await deputies.own(turnOf("k2"))).toBeNull();
  });

  it("named twice at once are named once", async () => {
    const { deputies, seat } = await seatTable(engine);
    const done = await Promise.all([
      deputies.name(kim(), "a", "binzen", "b2"),
      deputies.name(kim(), "b", "binzen", "b2"),
    ]);
    expect(reasons(done)).toEqual(["ok", "onSeatAlready"]);
    expect((await seat("binzen")).deputies).toEqual(["b2"]);
  });

  it("stand in for the delegate, both are told once, and a repeated form changes nothing", async () => {
    const { deputies, names, seat, told } = await seatTable(engine);
    await names("b2");
    for (const _ of [1, 2])
      expect((await deputies.standIn(turnOf("b1"), "a", "own", "binzen", "b2")).ok).toBe(true);
    expect((await seat("binzen")).holderId).toBe("b2");
    expect(await told("deputy.standIn")).toEqual(["b1", "b2"]);
    for (const _ of [1, 2]) expect((await deputies.end(kim(), "b", "coordinating", "binzen")).ok).toBe(true);
    expect((await seat("binzen")).holderId).toBe("b1");
    expect(await told("deputy.ended")).toEqual(["b1", "b2"]);
    // The old form again, after the end: nobody stands in by it.
    await deputies.standIn(turnOf("b1"), "a", "own", "binzen", "b2");
    expect((await seat("binzen")).holderId).toBe("b1");
  });

  it("switched on by two people at once leave one holder, and only two people told", async () => {
    const { deputies, names, seat, told } = await seatTable(engine);
    await names("b2", "b3");
    for (let round = 0; round < 5; round++) {
      const done = await Promise.all([
        deputies.standIn(turnOf("b1"), `own${round}`, "own", "binzen", "b2"),
        deputies.standIn(kim(), `kim${round}`, "coordinating", "binzen", "b3"),
      ]);
      expect(reasons(done)).toEqual(["alreadyOn", "ok"]);
      const winner = done[0]?.ok ? "b2" : "b3";
      expect((await seat("binzen")).holderId).toBe(winner);
      expect(await told("deputy.standIn")).toHaveLength(2 * (round + 1));
      expect((await deputies.end(kim(), `end${round}`, "coordinating", "binzen")).ok).toBe(true);
    }
  });

  it("switched on and taken off at once never leave a holder who is not named", async () => {
    const { deputies, names, seat } = await seatTable(engine);
    for (let round = 0; round < 5; round++) {
      await names("b2");
      await Promise.all([
        deputies.standIn(turnOf("b1"), `on${round}`, "own", "binzen", "b2"),
        deputies.remove(kim(), `off${round}`, "binzen", "b2"),
      ]);
      const { holderId, deputies: named } = await seat("binzen");
      expect(holderId === "b2" ? named : [holderId]).toEqual(holderId === "b2" ? ["b2"] : ["b1"]);
      await deputies.end(kim(), `end${round}`, "coordinating", "binzen");
      await deputies.remove(kim(), `away${round}`, "binzen", "b2");
    }
  });

  it("are refused to whom it does not concern", async () => {
    const { deputies, names, seat } = await seatTable(engine);
    await names("b2", "b3");
    const no = (reason: string) => ({ ok: false, reason });
    expect(await deputies.standIn(turnOf("b2"), "a", "own", "binzen", "b2")).toEqual(no("notDelegate"));
    expect(await deputies.standIn(turnOf("k1"), "b", "own", "binzen", "b2")).toEqual(no("notDelegate"));
    expect(await deputies.standIn(turnOf("b1"), "c", "coordinating", "binzen", "b2")).toEqual(
      no("notCoordinator"),
    );
    expect(await deputies.name(turnOf("b1"), "d", "binzen", "b3")).toEqual(no("notCoordinator"));
    expect(await deputies.remove(turnOf("b1"), "e", "binzen", "b3")).toEqual(no("notCoordinator"));
    expect(await deputies.end(turnOf("b3"), "f", "own", "binzen")).toEqual(no("notDelegate"));
    expect((await deputies.list(turnOf("b1"))).ok).toBe(false);
    expect((await deputies.look(turnOf("b1"), "binzen")).ok).toBe(false);
    const coordinating = turnOf("b2", { coordinator: true });
    expect(await deputies.standIn(coordinating, "g", "coordinating", "binzen", "b2")).toEqual(
      no("notYourself"),
    );
    expect((await seat("binzen")).holderId).toBe("b1");
  });

  it("who have changed their organisation do not stand in", async () => {
    const { db, deputies, names } = await seatTable(engine);
    await names("b2");
    await db.write((tx) => tx.member.update({ where: { id: "b2" }, data: { organisationKey: "kandern" } }));
    expect(await deputies.standIn(kim(), "a", "coordinating", "binzen", "b2")).toEqual({
      ok: false,
      reason: "otherParty",
    });
  });

  it("in an open round stand in only if the register knows them; nothing changes otherwise", async () => {
    const { rounds, told: round } = openRound({ binzen: ["b1", "b2"] });
    const { deputies, names, seat, told } = await seatTable(engine, rounds);
    await names("b2", "b3");
    expect(await deputies.standIn(turnOf("b1"), "a", "own", "binzen", "b3")).toEqual({
      ok: false,
      reason: "notEligible",
    });
    expect((await seat("binzen")).holderId).toBe("b1");
    expect(await told("deputy.standIn")).toEqual([]);
    expect((await deputies.standIn(turnOf("b1"), "a", "own", "binzen", "b2")).ok).toBe(true);
    expect((await deputies.end(turnOf("b1"), "b", "own", "binzen")).ok).toBe(true);
    expect(round).toEqual(["binzen: b2", "binzen: b1"]);
  });
});
