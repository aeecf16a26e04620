/** Links to calendars on a real store: one date for a day, all dates until the link is taken back. */
import ICAL from "ical.js";
import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import type { Db } from "../../src/db/store.ts";
import { calendarPages, calendarService } from "../../src/meeting/calendar/service.ts";
import { moveService } from "../../src/meeting/move/move.service.ts";
import { LINK_MS } from "../../src/pages/links.ts";
import { pageRepository } from "../../src/pages/repository.prisma.ts";
import { pageDoor, pageService } from "../../src/pages/service.ts";
import { systemIds } from "../../src/system/ids.ts";
import { systemRandomBytes } from "../../src/system/random.ts";
import { engines, freshDb } from "../support/database.ts";
import { coordination, draft, type Forum, forumOn, inChannel, NOON, turnOf } from "./forum.ts";

const BASE = "https://bot.example";
const DAY = 86_400_000;
const kandern = turnOf("kandern");
const reasonOf = (done: object) => ("reason" in done ? done.reason : done);

function entries(body: string) {
  return new ICAL.Component(ICAL.parse(body)).getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(one.getFirstPropertyValue("status")),
      from: event.startDate.toJSDate().getTime(),
      location: event.location,
    };
  });
}

describe.each(engines)("calendars on %s", (engine) => {
  let db: Db;
  let forum: Forum;
  let service: ReturnType<typeof calendarService>;
  let open: (url: string, now?: number) => ReturnType<ReturnType<typeof pageDoor>>;
  const gone = new Set<string>();

  beforeEach(async () => {
    gone.clear();
    db = await freshDb(engine);
    forum = forumOn(db);
    const repository = pageRepository(db);
    const pages = pageService({ repository, random: systemRandomBytes, newId: systemIds, base: BASE });
    const isMember = async (id: string) => !gone.has(id);
    const deps = {
      ...forum.deps,
      repository: forum.repository,
      pages,
      isMember,
      host: "bot.example",
      organizer: null,
      polls: forum.polls,
    };
    service = calendarService(deps);
    const door = pageDoor({ repository, base: BASE }, calendarPages(deps));
    open = (url, now = NOON) => door(url.slice(url.lastIndexOf("/") + 1), now);
  });

  const make = async (turn = kandern, actionId: string = systemIds()) => {
    const done = await service.make(turn, actionId);
    if (!done.ok) throw new Error(done.reason);
    return done.value.url;
  };
  const read = async (url: string, now = NOON) => entries((await open(url, now)).body);

  it("give the file of a date for a day, to a member, also when it is cancelled", async () => {
    const id = await forum.plan();
    const done = await service.file(inChannel(kandern), id);
    if (!done.ok) throw new Error(done.reason);
    const { url } = done.value;
    const answer = await open(url);
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.headers).toMatchObject({
      "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
      "content-disposition": 'attachment; filename="termin-2026-04-22.ics"',
      "cache-control": "no-store",
    });
    expect(entries(answer.body)).toMatchObject([
      { uid: `${id}@bot.example`, sequence: 0, status: "CONFIRMED" },
    ]);
    await forum.service.cancel(coordination(), "c", id);
    const cancelled = await open(url, NOON + 1);
    expect(cancelled.headers["content-type"]).toBe("text/calendar; charset=utf-8; method=CANCEL");
    expect(entries(cancelled.body)).toMatchObject([
      { uid: `${id}@bot.example`, sequence: 1, status: "CANCELLED" },
    ]);
    expect([(await open(url, NOON + LINK_MS - 1)).status, (await open(url, NOON + LINK_MS)).status]).toEqual([
      200, 404,
    ]);
    expect(reasonOf(await service.file(kandern, "unbekannt"))).toBe("gone");
    expect(reasonOf(await service.file(turnOf(null), id))).toBe("notMember");
  });

  it("give all dates from a year back on, as they are at the time of reading, and name nobody", async () => {
    const first = await forum.plan();
    const second = await forum.plan({ startsOn: "2026-06-10" });
    await forum.service.reply(kandern, first, { reply: "vertretung", deputy: "Fachamt Bauen" });
    const url = await make();
    expect(await read(url)).toMatchObject([{ sequence: 0 }, { sequence: 0 }]);
    const plan = { startsAt: "2026-06-17T10:00", minutes: 60, place: "Werkhof, 2. OG", link: null };
    await db.write((tx) => forum.repository.change(tx, second, plan, 1, NOON + 5));
    await forum.service.cancel(coordination(), "c", first);
    expect(await read(url)).toEqual([
      {
        uid: `${first}@bot.example`,
        sequence: 1,
        status: "CANCELLED",
        from: instantOf("2026-04-22T09:00"),
        location: "Großer Sitzungssaal",
      },
      {
        uid: `${second}@bot.example`,
        sequence: 1,
        status: "CONFIRMED",
        from: instantOf("2026-06-17T10:00"),
        location: "Werkhof, 2. OG",
      },
    ]);
    const { body, headers } = await open(url);
    expect(body).not.toMatch(/Fachamt|kandern|Kandern|ATTENDEE|m-/);
    expect(headers).toMatchObject({
      "cache-control": "private, max-age=900",
      etag: expect.stringMatching(/^"/),
    });
    const nextYear = instantOf("2027-05-01T09:00");
    expect((await read(url, nextYear)).map(({ uid }) => uid)).toEqual([`${second}@bot.example`]);
    expect(await read(url, nextYear + 400 * DAY)).toEqual([]);
  });

  it("hold the dates of a poll as proposals while it is open, and no longer", async () => {
    const url = await make();
    const poll = (id: string, settledAt: number | null = null) => ({
      ...{ id, minutes: 120, place: "Saal", link: null, settledAt, meetingId: null },
      ...{ options: ["2026-06-10T09:00", "2026-06-17T09:00"], createdById: "m-kandern" },
      ...{ createdAt: NOON, closesAt: NOON + 7 * DAY },
    });
    await db.write((tx) => forum.polls.insert(tx, poll("p-1")));
    const open = async (now: number) => (await read(url, now)).map(({ uid, status }) => `${status} ${uid}`);
    const proposed = ["20260610T0900", "20260617T0900"].map((at) => `TENTATIVE p-1-${at}@bot.example`);
    expect(await open(NOON + 1)).toEqual(proposed);
    expect(await open(NOON + 7 * DAY - 1)).toEqual(proposed);
    // Over by its deadline, also before anybody has evaluated it; and at once when it is given up.
    expect(await open(NOON + 7 * DAY)).toEqual([]);
    await db.write((tx) => forum.polls.settle(tx, "p-1", NOON + DAY));
    expect(await open(NOON + DAY)).toEqual([]);
    const id = await forum.plan({ startsOn: "2026-06-10" });
    expect(await open(NOON + DAY)).toEqual([`CONFIRMED ${id}@bot.example`]);
  });

  it("follow every change of a date under one UID, each time with a higher sequence", async () => {
    const id = await forum.plan({ startsOn: "2026-10-23" });
    const url = await make();
    const move = moveService(forum.deps);
    const seen: { sequence: number; status: string; from: number; location: string }[] = [];
    const look = async () => seen.push(...(await read(url)));
    await look();
    const steps = [
      { startsOn: "2026-10-25", startsAt: "02:30" },
      { place: "Werkhof" },
      { startsOn: "2026-10-26" },
    ];
    let plan = draft({ startsOn: "2026-10-23" });
    for (const [at, step] of steps.entries()) {
      plan = { ...plan, ...step };
      const asked = { id, seen: at, draft: plan };
      expect(await move.apply(coordination(), systemIds(), asked)).toMatchObject({ ok: true });
      await look();
    }
    await forum.service.cancel(coordination(), "c", id);
    await look();
    expect(new Set(seen.map((one) => JSON.stringify({ ...one, uid: 0 }))).size).toBe(5);
    expect(seen).toMatchObject([
      { uid: `${id}@bot.example`, sequence: 0, from: Date.parse("2026-10-23T07:00:00Z") },
      { uid: `${id}@bot.example`, sequence: 1, from: Date.parse("2026-10-25T00:30:00Z") },
      { uid: `${id}@bot.example`, sequence: 2, location: "Werkhof" },
      {
        uid: `${id}@bot.example`,
        sequence: 3,
        from: Date.parse("2026-10-26T01:30:00Z"),
        status: "CONFIRMED",
      },
      { uid: `${id}@bot.example`, sequence: 4, status: "CANCELLED" },
    ]);
  });

  it("have one version until a date changes, whenever they are read", async () => {
    const id = await forum.plan();
    const url = await make();
    const etag = async (now: number) => (await open(url, now)).headers.etag;
    const before = await etag(NOON);
    expect(await etag(NOON + 3 * DAY)).toBe(before);
    expect((await open(await make(turnOf("loerrach")))).headers.etag).toBe(before);
    await forum.service.cancel(coordination(NOON + DAY), "c", id);
    expect(await etag(NOON + 3 * DAY)).not.toBe(before);
  });

  it("end with a new link, when switched off, and when the person has left; not by themselves", async () => {
    const old = await make();
    const url = await make();
    expect([(await open(old)).status, (await open(url)).status]).toEqual([404, 200]);
    expect((await open(url, NOON + 3650 * DAY)).status).toBe(200);
    expect(await service.since(kandern)).toEqual({ ok: true, value: NOON });
    const other = await make(turnOf("loerrach"));
    for (const _ of [1, 2]) expect(await service.stop(kandern)).toEqual({ ok: true, value: true });
    expect([(await open(url)).status, (await open(other)).status]).toEqual([404, 200]);
    expect(await service.since(kandern)).toEqual({ ok: true, value: null });
    gone.add("m-loerrach");
    expect((await open(other)).status).toBe(404);
  });

  it("made by the same press twice both work, and the next press ends both", async () => {
    const action = systemIds();
    const both = await Promise.all([make(kandern, action), make(kandern, action)]);
    for (const url of both) expect((await open(url)).status).toBe(200);
    const url = await make();
    for (const one of both) expect((await open(one)).status).toBe(404);
    expect((await open(url)).status).toBe(200);
  });

  it("are stored without their secret, and cannot be guessed", async () => {
    const url = await make();
    expect(url).toMatch(/^https:\/\/bot\.example\/seiten\/[0-9a-f]{64}$/);
    const rows = await db.read.pageLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(url.slice(-64));
    expect((await open(`${BASE}/seiten/${"0".repeat(64)}`)).status).toBe(404);
  });

  it("are for members, in the personal chat", async () => {
    for (const act of [
      (turn: typeof kandern) => service.since(turn),
      (turn: typeof kandern) => service.make(turn, "a"),
      (turn: typeof kandern) => service.stop(turn),
    ]) {
      expect(reasonOf(await act(inChannel(kandern)))).toBe("notPersonal");
      expect(reasonOf(await act(coordination()))).toBe("notMember");
    }
    expect(await db.read.pageLink.count()).toBe(0);
  });
});
