import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import { Prisma } from "../../src/db/generated/sqlite/client.ts";
import type { Db } from "../../src/db/store.ts";
import { meetingJob } from "../../src/meeting/job.ts";
import type { MeetingDraft } from "../../src/meeting/meeting.ts";
import { moveService } from "../../src/meeting/move/move.service.ts";
import { changeOf, DETAILS, draftOf } from "../../src/meeting/move/move.ts";
import { meetingNotices } from "../../src/meeting/render.ts";
import { engines, freshDb, freshUrl, openTestDb } from "../support/database.ts";
import { CHANNEL, coordination, draft, type Forum, forumOn, NOON, turnOf } from "./forum.ts";
import { toNotice } from "./rendering.ts";

const reason = (done: object) => ("reason" in done ? done.reason : done);
const AFTER = NOON + 60_000;

describe("what a change is", () => {
  const plan = fc.record({
    startsAt: fc.constantFrom("2026-04-22T09:00", "2026-04-29T09:00", "2026-04-22T14:00"),
    minutes: fc.constantFrom(60, 120),
    place: fc.constantFrom("", "Saal", "Anderswo"),
    link: fc.constantFrom(null, "https://video.example/a"),
  });

  it("another start moves; anything else changes details; the same is no change", () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const change = changeOf(before, after);
        const same = DETAILS.every((field) => before[field] === after[field]);
        if (before.startsAt !== after.startsAt) expect(change).toEqual({ kind: "moved" });
        else if (same) expect(change).toBeNull();
        else expect(change).toMatchObject({ kind: "changed" });
      }),
    );
  });

  it("the form holds the date as it is", () => {
    const now = { startsAt: "2026-04-22T09:00", minutes: 90, place: "Saal", link: null };
    expect(draftOf(now)).toEqual({
      ...{ startsOn: "2026-04-22", startsAt: "09:00", minutes: "90", place: "Saal", link: "" },
    });
  });
});

describe.each(engines)("moving a date on %s", (engine) => {
  let db: Db;
  let forum: Forum;
  beforeEach(async () => {
    db = await freshDb(engine);
    forum = forumOn(db);
  });

  const runAt = (wallClock: string, on = forum) => meetingJob(on.deps).run(instantOf(wallClock));
  const move = (
    id: string,
    part: Partial<MeetingDraft>,
    { seen = 0, key = "", now = AFTER, on = forum } = {},
  ) => moveService(on.deps).apply(coordination(now), key || `k|${seen}`, { id, seen, draft: draft(part) });
  const toldOf = async (kind: string) =>
    (await forum.told()).filter(({ what }) => what.startsWith(kind)).map(({ what }) => what);
  const stagesAt = async (sequence: number) => {
    const rows = await db.read.meetingStage.findMany({ where: { sequence }, orderBy: { stage: "asc" } });
    return Object.fromEntries(rows.map(({ stage, sent }) => [stage, sent]));
  };
  const reply = (party: string, id: string, said: "zusage" | "absage", startsAt?: string) =>
    forum.service.reply(turnOf(party, { now: AFTER }), id, { reply: said, deputy: undefined, startsAt });

  it("tells channel and holders at once, also those who declined, forgets replies, raises the sequence", async () => {
    const id = await forum.plan();
    await reply("kandern", id, "absage");
    await reply("loerrach", id, "zusage");
    const view = await moveService(forum.deps).check(coordination(AFTER), {
      ...{ id, seen: 0, draft: draft({ startsOn: "2026-04-29" }) },
    });
    expect(view).toMatchObject({ ok: true, value: { change: { kind: "moved" }, replies: 2 } });
    expect(await move(id, { startsOn: "2026-04-29" })).toMatchObject({
      ok: true,
      value: { startsAt: "2026-04-29T09:00", sequence: 1, changedAt: AFTER, cancelledAt: null },
    });
    expect(await forum.repository.replies(id)).toEqual([]);
    const told = (await forum.told()).filter(({ what }) => what.startsWith("meeting.moved"));
    expect(told.map(({ what }) => what)).toEqual([
      `meeting.moved|1|${CHANNEL}`,
      "meeting.moved|1|m-kandern",
      "meeting.moved|1|m-loerrach",
      "meeting.moved|1|m-schopfheim",
    ]);
    expect(told.every(({ dueAt }) => dueAt === AFTER)).toBe(true);
    await runAt("2026-04-15T09:00");
    expect(await toldOf("meeting.stage|0")).toEqual([]);
    expect(await toldOf("meeting.stage|1|einladung")).toHaveLength(3);
    await runAt("2026-04-28T09:00");
    expect(await toldOf("meeting.stage|1|vortag")).toHaveLength(4);
  });

  it("covers the stages of the new start that would repeat the notice within 24 hours", async () => {
    const id = await forum.plan();
    await runAt("2026-04-08T09:00");
    await move(id, { startsOn: "2026-03-10" });
    expect(await stagesAt(1)).toEqual({ einladung: false, rsvp: false });
    await runAt("2026-03-09T09:00");
    expect(await toldOf("meeting.stage|1|vortag")).toHaveLength(4);
  });

  it("to a start the coordinator pressed twice is one move", async () => {
    const id = await forum.plan();
    const both = await Promise.all([
      move(id, { startsOn: "2026-04-29" }),
      move(id, { startsOn: "2026-04-29" }),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]).toMatchObject({ ok: true, value: { sequence: 1 } });
    expect(await toldOf("meeting.moved")).toHaveLength(4);
  });

  it("by two coordinators at once: the second is told that the date has changed", async () => {
    const url = await freshUrl(engine);
    const [one, two] = [forumOn(await openTestDb(url)), forumOn(await openTestDb(url))];
    const id = await one.plan();
    const done = await Promise.all([
      move(id, { startsOn: "2026-04-29" }, { key: "a", on: one }),
      move(id, { startsOn: "2026-05-06" }, { key: "b", on: two }),
    ]);
    expect(done.filter((each) => each.ok)).toHaveLength(1);
    expect(done.filter((each) => reason(each) === "changedMeanwhile")).toHaveLength(1);
    const told = (await one.told()).filter(({ what }) => what.startsWith("meeting.moved"));
    expect(told).toHaveLength(4);
  });

  it("and planning another date for the same start at once gives one of them", async () => {
    const url = await freshUrl(engine);
    const [one, two] = [forumOn(await openTestDb(url)), forumOn(await openTestDb(url))];
    const id = await one.plan();
    const done = await Promise.all([
      move(id, { startsOn: "2026-04-29" }, { on: one }),
      two.service.plan(coordination(AFTER), "p", draft({ startsOn: "2026-04-29" })),
    ]);
    expect(done.filter((each) => each.ok)).toHaveLength(1);
    expect(done.filter((each) => reason(each) === "sameTime")).toHaveLength(1);
  });

  it("away and back, and another date where it was, all follow one another", async () => {
    const id = await forum.plan();
    expect(await move(id, { startsOn: "2026-04-29" })).toMatchObject({ ok: true });
    expect(await move(id, {}, { seen: 1 })).toMatchObject({ ok: true, value: { sequence: 2 } });
    expect(await move(id, { startsOn: "2026-04-29" }, { seen: 2 })).toMatchObject({ ok: true });
    expect(await forum.service.plan(coordination(AFTER), "n", draft())).toMatchObject({ ok: true });
    expect(reason(await move(id, {}, { seen: 3 }))).toBe("sameTime");
  });

  it("a reply to the old date does not count for the new one, whatever comes first", async () => {
    const id = await forum.plan();
    const [, replied] = await Promise.all([
      move(id, { startsOn: "2026-04-29" }),
      reply("kandern", id, "zusage", "2026-04-22T09:00"),
    ]);
    expect(["moved", replied]).toContain(reason(replied));
    expect(await forum.repository.replies(id)).toEqual([]);
    expect(reason(await reply("kandern", id, "zusage", "2026-04-22T09:00"))).toBe("moved");
    expect(await reply("kandern", id, "zusage", "2026-04-29T09:00")).toMatchObject({ ok: true });
  });

  it("is refused to others, for a cancelled date, after the start, without a change, and with a bad draft", async () => {
    const id = await forum.plan();
    const service = moveService(forum.deps);
    expect(reason(await service.ask(turnOf("kandern"), id))).toBe("notCoordinator");
    const asked = { id, seen: 0, draft: draft({ startsOn: "2026-04-29" }) };
    expect(reason(await service.apply(turnOf("kandern"), "x", asked))).toBe("notCoordinator");
    expect(reason(await move(id, {}))).toBe("nothingChanged");
    expect(reason(await move("nie", { startsOn: "2026-04-29" }))).toBe("gone");
    expect(await move(id, { startsOn: "2026-02-29" })).toEqual({ ok: false, problems: ["dateUnknown"] });
    const begun = instantOf("2026-04-22T09:00");
    expect(reason(await move(id, { startsOn: "2026-04-29" }, { now: begun, key: "b" }))).toBe("begun");
    await forum.service.cancel(coordination(), "c", id);
    expect(reason(await move(id, { startsOn: "2026-04-29" }, { seen: 1 }))).toBe("isCancelled");
    expect(await toldOf("meeting.moved")).toEqual([]);
  });

  describe("with another place alone", () => {
    it("keeps replies and what was sent, raises the sequence and tells all", async () => {
      const id = await forum.plan();
      await reply("kandern", id, "zusage");
      await runAt("2026-04-08T09:00");
      const now = instantOf("2026-04-08T10:00");
      const done = await move(id, { place: "Rathaus", minutes: "90" }, { now });
      expect(done).toMatchObject({ ok: true, value: { sequence: 1, place: "Rathaus", changedAt: now } });
      expect(await forum.repository.replies(id)).toMatchObject([{ party: "kandern", reply: "zusage" }]);
      expect(await toldOf("meeting.changed")).toHaveLength(4);
      await runAt("2026-04-08T10:01");
      expect(await toldOf("meeting.stage|1")).toEqual([]);
      await runAt("2026-04-15T09:00");
      expect(await toldOf("meeting.stage|1|rsvp")).toHaveLength(2);
    });

    it("lets a reminder through that was waiting, and not after a move", async () => {
      const id = await forum.plan();
      await runAt("2026-04-21T09:00");
      const at = instantOf("2026-04-21T09:00");
      const row = (await forum.told()).find(({ what }) => what === "meeting.stage|0|vortag|m-kandern")?.row;
      if (!row) throw new Error("no reminder");
      const rendered = async () => {
        const done = await meetingNotices(forum.deps)["meeting.stage"](toNotice(row), at);
        return "drop" in done ? done.drop : "sent";
      };
      await move(id, { place: "Rathaus" }, { now: at });
      await move(id, { place: "Bürgersaal" }, { now: at, seen: 1 });
      expect(await rendered()).toBe("sent");
      await move(id, { startsOn: "2026-04-29" }, { now: at, seen: 2 });
      await move(id, {}, { now: at, seen: 3 });
      await move(id, { place: "Rathaus" }, { now: at, seen: 4 });
      expect(await rendered()).toBe("superseded");
    });
  });

  it("says when it leaves what is true then, and nothing about a date moved again or cancelled", async () => {
    const id = await forum.plan();
    await move(id, { startsOn: "2026-04-29" });
    const rendered = async (what: string) => {
      const row = (await forum.told()).find((one) => one.what === what)?.row;
      if (!row) throw new Error(`no ${what}`);
      const kind = row.kind as "meeting.moved" | "meeting.changed";
      const done = await meetingNotices(forum.deps)[kind](toNotice(row), AFTER);
      return "drop" in done ? done.drop : JSON.stringify(done.send);
    };
    expect(await rendered("meeting.moved|1|m-kandern")).toContain("Bisher: Mittwoch, 22.04.2026, 09:00 Uhr");
    await move(id, { startsOn: "2026-04-29", place: "Rathaus" }, { seen: 1 });
    expect(await rendered("meeting.moved|1|m-kandern")).toContain("Rathaus");
    expect(await rendered("meeting.changed|2|m-kandern")).toContain("Neu: Ort. Datum und Uhrzeit bleiben.");
    await move(id, { startsOn: "2026-05-06" }, { seen: 2 });
    expect(await rendered("meeting.moved|1|m-kandern")).toBe("superseded");
    expect(await rendered("meeting.changed|2|m-kandern")).toBe("superseded");
    expect(await rendered("meeting.moved|3|m-kandern")).toContain("Mittwoch, 06.05.2026");
    await forum.service.cancel(coordination(), "c", id);
    expect(await rendered("meeting.moved|3|m-kandern")).toBe("superseded");
  });

  it("twice before the first is told names the date that people know, each his own", async () => {
    const id = await forum.plan();
    const key = (sequence: number, who: string) => `meeting.moved|${id}|${sequence}|${who}`;
    const arrives = (sequence: number, who: string) =>
      db.write(async (tx) => {
        await tx.outboxItem.update({
          where: { key: key(sequence, who) },
          data: { state: "delivered", settledAt: new Date(AFTER), payload: Prisma.DbNull },
        });
      });
    const reads = async (sequence: number, who: string) => {
      const row = await db.read.outboxItem.findUniqueOrThrow({ where: { key: key(sequence, who) } });
      const done = await meetingNotices(forum.deps)["meeting.moved"](toNotice(row), AFTER);
      return "drop" in done ? done.drop : JSON.stringify(done.send);
    };
    await move(id, { startsOn: "2026-04-29" });
    await arrives(1, "m-kandern");
    await move(id, { startsOn: "2026-05-06" }, { seen: 1 });
    expect(await reads(2, "m-kandern")).toContain("Bisher: Mittwoch, 29.04.2026");
    for (const who of ["m-loerrach", CHANNEL])
      expect(await reads(2, who)).toContain("Bisher: Mittwoch, 22.04.2026");
    // What was under way when the date was moved again, and arrived after all.
    await arrives(1, "m-schopfheim");
    expect(await reads(2, "m-schopfheim")).toContain("Bisher: Mittwoch, 29.04.2026");
    await move(id, {}, { seen: 2 });
    expect(await reads(3, "m-loerrach")).toContain("Es bleibt beim Forum am Mittwoch, 22.04.2026");
    expect(await reads(3, "m-loerrach")).not.toContain("Bisher");
    expect(await reads(3, "m-kandern")).toContain("Bisher: Mittwoch, 29.04.2026");
  });

  it("sets when calendars have to take something over", async () => {
    const id = await forum.plan();
    expect(await forum.repository.byId(id)).toMatchObject({ changedAt: null, sequence: 0 });
    await forum.service.cancel(coordination(AFTER), "c", id);
    expect(await forum.repository.byId(id)).toMatchObject({ changedAt: AFTER, cancelledAt: AFTER });
  });
});
