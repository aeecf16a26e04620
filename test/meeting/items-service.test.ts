/** Agendas on a real store: proposing, waiting, a cancelled date, ordering, the end at the start. */
import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import type { Db } from "../../src/db/store.ts";
import { itemRepository } from "../../src/meeting/items/repository.prisma.ts";
import { itemService } from "../../src/meeting/items/service.ts";
import { systemIds } from "../../src/system/ids.ts";
import type { Turn } from "../../src/turn/turn.ts";
import { engines, freshDb } from "../support/database.ts";
import { coordination, type Forum, forumOn, inChannel, NOON, partyName, SEATS, turnOf } from "./forum.ts";

const START = instantOf("2026-04-22T09:00");
const kandern = turnOf("kandern");
const loerrach = turnOf("loerrach");
const reasonOf = (done: object) => ("reason" in done ? done.reason : done);
const key = () => `form|${systemIds()}`;

describe.each(engines)("agendas on %s", (engine) => {
  let db: Db;
  let forum: Forum;
  let service: ReturnType<typeof itemService>;
  const questions = [
    { number: 7, question: "Wer trägt die Kosten?", askedAt: NOON },
    { number: 9, question: "Wie wird geladen?", askedAt: NOON },
  ];

  const serviceOf = () =>
    itemService({
      ...forum.deps,
      items: itemRepository(db),
      hold: (tx, id) => forum.repository.hold(tx, id),
      seats: async () => SEATS.map((seat) => ({ ...seat, delegateId: seat.holderId, deputies: [] })),
      openQuestions: async () => questions,
      partyName,
    });

  beforeEach(async () => {
    db = await freshDb(engine);
    forum = forumOn(db);
    service = serviceOf();
  });

  const propose = async (turn: Turn, title: string, by = key()) => {
    const done = await service.propose(turn, by, { title, question: null });
    if (!done.ok) throw new Error(`not proposed: ${done.reason}`);
    return done.value;
  };
  const titles = async (turn: Turn = kandern, meeting?: string) => {
    const done = await service.show(turn, meeting);
    return done.ok ? done.value.items.map(({ title }) => title) : done.reason;
  };

  it("take an item for the next date that stands, once for a message", async () => {
    const later = await forum.plan({ startsOn: "2026-06-10" });
    const next = await forum.plan();
    const by = key();
    const [first, again] = await Promise.all([
      propose(kandern, " E-Akte ", by),
      propose(kandern, "E-Akte", by),
    ]);
    expect(again).toEqual(first);
    expect(first).toMatchObject({
      item: { title: "E-Akte", party: "kandern", meetingId: next },
      date: { id: next },
    });
    expect([await titles(kandern, next), await titles(kandern, later)]).toEqual([["E-Akte"], []]);
    expect(await service.itemsOf(next, NOON)).toHaveLength(1);
    expect(await service.itemsOf("unbekannt", NOON)).toEqual([]);
  });

  it("let an item wait while no date is planned, and show it on the first that is", async () => {
    const waiting = await propose(kandern, "E-Akte");
    expect(waiting).toMatchObject({ item: { meetingId: null }, date: null });
    expect(await service.show(kandern)).toMatchObject({ value: { date: null, sum: null, closed: false } });
    await service.settle(NOON);
    const id = await forum.plan();
    expect(await titles(kandern, id)).toEqual(["E-Akte"]);
    expect((await db.read.agendaItem.findFirst())?.meetingId).toBeNull();
    await service.settle(NOON);
    expect((await db.read.agendaItem.findFirst())?.meetingId).toBe(id);
    const later = await forum.plan({ startsOn: "2026-06-10" });
    expect(await titles(kandern, later)).toEqual([]);
  });

  it("of a cancelled date wait for the next one, behind what stands there", async () => {
    const off = await forum.plan();
    const next = await forum.plan({ startsOn: "2026-05-06" });
    await propose(kandern, "E-Akte");
    await forum.service.cancel(coordination(), key(), off);
    expect(await titles(kandern, next)).toEqual(["E-Akte"]);
    await propose(loerrach, "Haushalt");
    expect(await titles()).toEqual(["E-Akte", "Haushalt"]);
    expect(await titles(kandern, off)).toEqual([]);
    const rows = await db.read.agendaItem.findMany({ orderBy: { position: "asc" } });
    expect(rows.map(({ meetingId, position }) => [meetingId, position])).toEqual([
      [next, 1],
      [next, 2],
    ]);
    await forum.service.cancel(coordination(), key(), next);
    expect(await titles()).toEqual(["E-Akte", "Haushalt"]);
    expect(await service.show(kandern)).toMatchObject({ value: { date: null } });
  });

  it("close when the date has begun: nothing is proposed, ordered, or taken back there", async () => {
    const id = await forum.plan();
    const { item } = await propose(kandern, "E-Akte");
    const during = turnOf("kandern", { now: START });
    expect(reasonOf(await service.withdraw(during, key(), item.id))).toBe("begun");
    const kim = coordination(START);
    expect(reasonOf(await service.order(kim, key(), item.id, "up"))).toBe("begun");
    expect(reasonOf(await service.allot(kim, key(), item.id, "30"))).toBe("begun");
    const shown = await service.show(during, id);
    expect(shown).toMatchObject({ value: { closed: true, own: new Set() } });
    expect(await propose(during, "Nachlese")).toMatchObject({ date: null });
    expect(await titles(during, id)).toEqual(["E-Akte"]);
    expect(await service.withdraw(turnOf("kandern", { now: START - 1 }), key(), item.id)).toMatchObject({
      ok: true,
    });
  });

  it("are ordered, given time and cleared by the coordinator alone, once for a press", async () => {
    const id = await forum.plan();
    await propose(kandern, "Eins");
    await propose(loerrach, "Zwei");
    const { item } = await propose(kandern, "Drei");
    const kim = coordination();
    const by = key();
    await Promise.all([service.order(kim, by, item.id, "up"), service.order(kim, by, item.id, "up")]);
    expect(await titles()).toEqual(["Eins", "Drei", "Zwei"]);
    expect(await service.allot(kim, key(), item.id, "45")).toMatchObject({
      value: { sum: { allotted: 45, open: 2, minutes: 120 } },
    });
    expect(reasonOf(await service.allot(kim, key(), item.id, "999"))).toBe("minutesWrong");
    await service.allot(kim, key(), item.id, "");
    expect(await service.show(kim, id)).toMatchObject({ value: { sum: { allotted: 0 } } });
    for (const turn of [kandern, turnOf(null)]) {
      expect(reasonOf(await service.order(turn, key(), item.id, "up"))).toBe("notCoordinator");
      expect(reasonOf(await service.allot(turn, key(), item.id, "5"))).toBe("notCoordinator");
    }
    expect(reasonOf(await service.order(kim, key(), "", "up"))).toBe("nothingChosen");
    await service.withdraw(kim, key(), item.id);
    expect(await titles()).toEqual(["Eins", "Zwei"]);
    expect(reasonOf(await service.withdraw(kim, key(), item.id))).toBe("itemGone");
    await propose(kandern, "Drei");
    expect(await titles()).toEqual(["Eins", "Zwei", "Drei"]);
  });

  it("give an item back to its party, and to nobody else's", async () => {
    await forum.plan();
    const { item } = await propose(kandern, "E-Akte");
    expect(reasonOf(await service.withdraw(loerrach, key(), item.id))).toBe("notYours");
    expect(reasonOf(await service.withdraw(turnOf(null), key(), item.id))).toBe("notYours");
    const shown = await service.show(kandern);
    expect(shown.ok && [...shown.value.own]).toEqual([item.id]);
    const by = key();
    const both = [service.withdraw(kandern, by, item.id), service.withdraw(kandern, by, item.id)];
    for (const done of await Promise.all(both)) expect(done).toMatchObject({ value: { items: [] } });
  });

  it("cannot be ordered while no date is planned, but an item can be taken back", async () => {
    const { item } = await propose(kandern, "E-Akte");
    expect(reasonOf(await service.order(coordination(), key(), item.id, "up"))).toBe("noDate");
    expect(await service.withdraw(kandern, key(), item.id)).toMatchObject({
      value: { date: null, items: [] },
    });
  });

  it("refuse a second of the same title, also when both come at once", async () => {
    await forum.plan();
    const all = ["E-Akte", "e-akte.", "E-AKTE"].map((title, at) =>
      service.propose(at === 1 ? loerrach : kandern, key(), { title, question: null }),
    );
    const done = await Promise.all(all);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done.filter((one) => reasonOf(one) === "duplicate")).toHaveLength(2);
  });

  it("refuse people without a seat, and guests", async () => {
    const other = turnOf("kandern", { id: "m-amt" });
    expect(reasonOf(await service.begin(other))).toBe("notOnSeat");
    expect(reasonOf(await service.propose(other, key(), { title: "x", question: null }))).toBe("notOnSeat");
    expect(reasonOf(await service.begin(turnOf(null)))).toBe("notMember");
    expect(await service.begin(turnOf("todtnau", { id: "m-egal" }))).toEqual({ ok: true, value: null });
    expect(await db.read.agendaItem.count()).toBe(0);
  });

  it("offer open questions to the coordinator in the personal chat, each until it is an item", async () => {
    const kim = coordination();
    expect((await service.questions(kim)).map(({ number }) => number)).toEqual([7, 9]);
    for (const turn of [kandern, inChannel(kim)]) expect(await service.questions(turn)).toEqual([]);
    const done = await service.propose(kim, key(), { title: "Kosten", question: "7" });
    expect(done).toMatchObject({ value: { item: { question: "7", party: null, proposerId: null } } });
    expect((await service.questions(kim)).map(({ number }) => number)).toEqual([9]);
    const other = await service.propose(kandern, key(), { title: "Ladung", question: "9" });
    expect(other).toMatchObject({ value: { item: { question: null } } });
    if (done.ok) await service.withdraw(kim, key(), done.value.item.id);
    expect((await service.questions(kim)).map(({ number }) => number)).toEqual([7, 9]);
  });

  it("put what waits onto a date once, whoever is faster", async () => {
    for (const title of ["Eins", "Zwei", "Drei"]) await propose(coordination(), title);
    const id = await forum.plan();
    await Promise.all([service.settle(NOON), serviceOf().settle(NOON), propose(loerrach, "Vier")]);
    expect(await titles(kandern, id)).toEqual(["Eins", "Zwei", "Drei", "Vier"]);
    const rows = await db.read.agendaItem.findMany({ orderBy: { position: "asc" } });
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });
});
