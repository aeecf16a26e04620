import { describe, expect, it } from "vitest";
import { engines } from "../support/database.ts";
import { kim, openRound, seatTable, turnOf } from "./seats-table.ts";

describe.each(engines)("seats and their people on %s", (engine) => {
  it("a person belongs to one seat: as delegate or as deputy", async () => {
    const { repository, names } = await seatTable(engine);
    await names("b2");
    expect(await repository.heldBy("b1")).toBe("binzen");
    expect(await repository.heldBy("b2")).toBe("binzen");
    expect(await repository.heldBy("b3")).toBeNull();
    expect(await repository.heldBy("nobody")).toBeNull();
  });

  it("a freed seat has no holder, whoever stood in, who is told; its deputies stay named", async () => {
    const { seats, deputies, names, seat, told } = await seatTable(engine);
    await names("b2", "b3");
    await deputies.standIn(turnOf("b1"), "a", "own", "binzen", "b2");
    expect((await seats.free(kim(), "b", "binzen")).ok).toBe(true);
    expect(await seat("binzen")).toMatchObject({ holderId: null, delegateId: null, deputies: ["b2", "b3"] });
    expect(await told("deputy.ended")).toEqual(["b2"]);
    expect(await seats.free(kim(), "c", "binzen")).toEqual({ ok: false, reason: "noSeat" });
  });

  it("a deputy who gets the seat is a deputy no longer", async () => {
    const { seats, names, seat } = await seatTable(engine);
    await names("b2", "b3");
    await seats.free(kim(), "a", "binzen");
    expect((await seats.give(kim(), "b", ["b2"])).ok).toBe(true);
    expect(await seat("binzen")).toMatchObject({ holderId: "b2", delegateId: "b2", deputies: ["b3"] });
  });

  it("who stands in for a person who is gone holds the seat until it is freed", async () => {
    const { db, seats, deputies, names, seat } = await seatTable(engine);
    await names("b2");
    await deputies.standIn(turnOf("b1"), "a", "own", "binzen", "b2");
    await db.write((tx) => tx.member.delete({ where: { id: "b1" } }));
    expect(await seat("binzen")).toMatchObject({ holderId: "b2", delegateId: null });
    expect(await seats.give(kim(), "b", ["b3"])).toEqual({ ok: false, reason: "seatTaken" });
    await db.write((tx) => tx.member.delete({ where: { id: "b2" } }));
    expect(await seat("binzen")).toMatchObject({ holderId: null, deputies: [] });
    expect((await seats.give(kim(), "c", ["b3"])).ok).toBe(true);
    expect(await seat("binzen")).toMatchObject({ holderId: "b3" });
  });

  it("while a round is open nobody becomes or ceases to be a delegate", async () => {
    const { rounds } = openRound({});
    const { seats, seat } = await seatTable(engine, rounds);
    expect(await seats.free(kim(), "a", "binzen")).toEqual({ ok: false, reason: "roundOpen" });
    const other = turnOf("k2", { coordinator: true });
    expect(await seats.give(other, "b", ["co"])).toEqual({ ok: false, reason: "roundOpen" });
    expect((await seat("binzen")).holderId).toBe("b1");
    expect((await seat("landkreis-loerrach")).holderId).toBeNull();
  });

  it("two coordinators who give one seat at once give it to one person", async () => {
    const { seats, seat } = await seatTable(engine);
    await seats.free(kim(), "free", "binzen");
    const done = await Promise.all([seats.give(kim(), "a", ["b2"]), seats.give(kim(), "b", ["b3"])]);
    expect(done.filter((one) => one.ok)).toHaveLength(1);
    expect((await seat("binzen")).holderId).toBe(done[0]?.ok ? "b2" : "b3");
  });
});
