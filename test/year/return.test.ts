import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import type { Db } from "../../src/db/store.ts";
import { forumRepository } from "../../src/forum/repository.prisma.ts";
import { seatRepository } from "../../src/forum/seats.repository.prisma.ts";
import { endsAt } from "../../src/year/leave/leave.ts";
import { engines, freshUrl, openTestDb } from "../support/database.ts";
import { CARER, coordination, listedParties, processOn, settled } from "./parties.ts";

const NOON = instantOf("2026-11-10T12:00");
const BACK = instantOf("2027-03-01T10:00");

describe.each(engines)("a party that comes back on %s", (engine) => {
  let url: string;
  let db: Db;
  let bot: ReturnType<typeof processOn>;
  beforeEach(async () => {
    url = await freshUrl(engine);
    db = await openTestDb(url);
    await settled(db);
    bot = processOn(db);
    await bot.leaves.record(coordination(NOON), "k", kandern);
  });

  const kandern = { party: "kandern", lastDay: "2026-12-31" };
  const carer = coordination(BACK);
  const seats = () => seatRepository(db).all();
  const parties = async () => (await seats()).map(({ party }) => party);
  const returned = async () => (await bot.told()).filter(({ kind }) => kind === "year.partyReturned");

  it("has left before: until then the leave is taken back instead", async () => {
    expect(await bot.returns.review(carer, "kandern")).toEqual({ ok: false, reason: "notLeft" });
    expect(await bot.returns.review(carer, "")).toEqual({ ok: false, reason: "partyMissing" });
    expect(await bot.returns.record(carer, "r", "kandern", NOON)).toEqual({ ok: false, reason: "gone" });
    expect(await parties()).toHaveLength(4);
  });

  it("has an empty seat from that instant on, is counted, and what was before stays", async () => {
    await bot.plans({ id: "past", startsAt: "2026-11-18T09:00" });
    await db.write(async (tx) => {
      const reply = { meetingId: "past", party: "kandern", reply: "zusage" } as const;
      await tx.meetingReply.create({ data: { ...reply, repliedAt: new Date(NOON) } });
    });
    await bot.run(endsAt(kandern));
    const nobody = { ...carer, coordinator: false };
    expect(await bot.returns.look(nobody)).toEqual({ ok: false, reason: "notCoordinator" });
    expect(await bot.returns.record(nobody, "r", "kandern", NOON)).toMatchObject({ ok: false });
    expect(await bot.returns.record(carer, "r", "kandern", NOON + 1)).toEqual({ ok: false, reason: "gone" });
    expect(await bot.returns.review(carer, "kandern")).toMatchObject({ ok: true, value: kandern });
    expect(await bot.returns.record(carer, "r", "kandern", NOON)).toMatchObject({ ok: true });
    expect(await bot.returns.record(carer, "r", "kandern", NOON)).toMatchObject({ ok: true });
    expect(await bot.returns.record(carer, "r-2", "kandern", NOON)).toEqual({ ok: false, reason: "gone" });
    const seat = (await seats()).find(({ party }) => party === "kandern");
    expect(seat).toMatchObject({ holderId: null, delegateId: null, deputies: [] });
    expect(await bot.leaves.look(carer)).toMatchObject({ value: { leaving: [], left: [] } });
    expect(await db.read.meetingReply.count({ where: { party: "kandern" } })).toBe(1);
    const notes = await db.read.calendarNote.findMany({ where: { key: { startsWith: "party|" } } });
    expect(Object.fromEntries(notes.map(({ key, settledAt }) => [key, settledAt.getTime()]))).toEqual({
      [`party|left|kandern|${NOON}|2026-12-31`]: endsAt(kandern),
      [`party|returned|kandern|${NOON}`]: BACK,
    });
    // A start of the program changes nothing, and it is missed in groups again.
    await forumRepository(db).seed(listedParties, "Probeforum");
    await seatRepository(db).seed(listedParties.map(({ key }) => key));
    const row = await db.read.organisation.findUniqueOrThrow({ where: { key: "kandern" } });
    expect(row.validTo).toBeNull();
    expect(await parties()).toHaveLength(4);
  });

  it("and its people are told, until it leaves once more", async () => {
    await bot.run(endsAt(kandern));
    await bot.returns.record(carer, "r", "kandern", NOON);
    const key = (who: string) => `year.partyReturned|kandern|${NOON}|${who}`;
    expect((await returned()).map((one) => one.key).sort()).toEqual(
      ["m-kandern", "m-kandern-2", CARER].map(key).sort(),
    );
    const read = await bot.reads(key("m-kandern-2"), BACK);
    expect(read).toContain("Stadt Kandern ist wieder an der Willensbekundung beteiligt");
    expect(read).toContain("Beteiligt sind jetzt 4.");
    // That it has left is no news any more.
    expect(await bot.reads(`year.partyLeft|kandern|${NOON}|m-kandern`, BACK)).toBe("superseded");
    await db.write((tx) => seatRepository(db).give(tx, "kandern", "m-kandern"));
    expect(await bot.reads(key("m-kandern"), BACK)).not.toContain("Der Sitz ist noch leer.");
    const again = { party: "kandern", lastDay: "2027-03-31" };
    expect(await bot.leaves.record(carer, "k-2", again)).toMatchObject({ ok: true });
    await bot.run(endsAt(again));
    expect(await bot.reads(key("m-kandern"), BACK)).toBe("superseded");
    expect(await parties()).toEqual(["loerrach", "schopfheim", "todtnau"]);
    expect(await bot.returns.record(coordination(endsAt(again)), "r-3", "kandern", BACK)).toMatchObject({
      ok: true,
    });
    expect(await returned()).toHaveLength(6);
  });

  it("comes back once when two record it at once", async () => {
    await bot.run(endsAt(kandern));
    const other = processOn(await openTestDb(url));
    const done = await Promise.all([
      bot.returns.record(carer, "r", "kandern", NOON),
      other.returns.record(carer, "r-2", "kandern", NOON),
    ]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await returned()).toHaveLength(3);
    expect(await parties()).toHaveLength(4);
  });
});
