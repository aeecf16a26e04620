import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import type { Db } from "../../src/db/store.ts";
import { meetingJob } from "../../src/meeting/job.ts";
import { meetingNotices } from "../../src/meeting/render.ts";
import { engines, freshDb, freshUrl, openTestDb } from "../support/database.ts";
import { CHANNEL, coordination, type Forum, forumOn, NOON, SEATS, turnOf } from "./forum.ts";
import { toNotice } from "./rendering.ts";

const HOUR = 3_600_000;

describe.each(engines)("reminders on %s", (engine) => {
  let db: Db;
  let forum: Forum;
  beforeEach(async () => {
    db = await freshDb(engine);
    forum = forumOn(db);
  });

  const runAt = (wallClock: string, on = forum) => meetingJob(on.deps).run(instantOf(wallClock));
  const sent = async (stage: string, on = forum) =>
    (await on.told()).filter(({ what }) => what.startsWith(`meeting.stage|0|${stage}|`));
  const names = async (stage: string, on = forum) =>
    (await sent(stage, on)).map(({ what }) => what.split("|").at(-1));
  const reply = (id: string, party: string, said: "zusage" | "absage") =>
    forum.service.reply(turnOf(party), id, { reply: said, deputy: undefined });

  it("come stage by stage, each once, to those who should get it", async () => {
    const id = await forum.plan();
    await runAt("2026-04-08T08:59");
    expect(await forum.stages()).toEqual({});
    await runAt("2026-04-08T09:00");
    expect(await names("einladung")).toEqual(["m-kandern", "m-loerrach", "m-schopfheim"]);
    expect(await sent("einladung")).toMatchObject(
      Array(3).fill({ expiresAt: instantOf("2026-04-15T09:00") }),
    );
    await reply(id, "kandern", "zusage");
    await reply(id, "loerrach", "absage");
    await runAt("2026-04-15T09:00");
    expect(await names("rsvp")).toEqual(["m-schopfheim"]);
    await runAt("2026-04-21T09:00");
    expect(await names("vortag")).toEqual([CHANNEL, "m-kandern", "m-schopfheim"]);
    await runAt("2026-04-22T08:00");
    expect(await names("start")).toEqual(["m-kandern", "m-schopfheim"]);
    expect(await sent("start")).toMatchObject(Array(2).fill({ expiresAt: instantOf("2026-04-22T09:00") }));
    const all = await forum.told();
    for (const time of ["08:01", "08:59", "09:00", "12:00"]) await runAt(`2026-04-22T${time}`);
    expect(await forum.told()).toEqual(all);
    expect(await forum.stages()).toEqual({ einladung: true, rsvp: true, vortag: true, start: true });
  });

  it("of two processes at once are written once", async () => {
    const url = await freshUrl(engine);
    const processes = [forumOn(await openTestDb(url)), forumOn(await openTestDb(url))] as const;
    await processes[0].plan();
    for (const time of ["2026-04-08T09:00", "2026-04-21T09:00", "2026-04-22T08:00", "2026-04-22T09:00"])
      await Promise.all([...processes, ...processes].map((one) => runAt(time, one)));
    expect(await names("einladung", processes[0])).toHaveLength(3);
    expect(await names("vortag", processes[0])).toHaveLength(4);
    expect(await names("start", processes[0])).toHaveLength(3);
    expect(await processes[0].stages()).toEqual({ einladung: true, rsvp: false, vortag: true, start: true });
  });

  it("after a restart go on where the last process ended", async () => {
    await forum.plan();
    await runAt("2026-04-21T09:00");
    await runAt("2026-04-21T09:00", forumOn(db));
    await runAt("2026-04-21T09:30", forumOn(db));
    expect(await names("vortag")).toHaveLength(4);
    expect(await names("einladung")).toEqual([]);
  });

  it("wait out the night when they are late, and come before the next stage", async () => {
    await forum.plan({ startsAt: "14:00" });
    await runAt("2026-04-21T23:00");
    expect(await sent("vortag")).toMatchObject(
      Array(4).fill({
        dueAt: instantOf("2026-04-22T07:00"),
        expiresAt: instantOf("2026-04-22T13:00"),
      }),
    );
  });

  it("are left out when nothing ran until the start, and nothing stays open", async () => {
    await forum.plan();
    await runAt("2026-04-25T10:00");
    expect(await forum.stages()).toEqual({ einladung: false, rsvp: false, vortag: false, start: false });
    expect(await forum.told()).toHaveLength(4);
  });

  it("of a cancelled date never come", async () => {
    const id = await forum.plan();
    await forum.service.cancel(coordination(), "c", id);
    await runAt("2026-04-21T09:00");
    expect(await forum.stages()).toEqual({});
    expect(await forum.told()).toHaveLength(8);
  });

  it("across the night in March stay at nine o'clock, and say Monday on Friday", async () => {
    await forum.plan({ startsOn: "2026-03-30" });
    await forum.plan({ startsOn: "2026-03-31", startsAt: "08:00" });
    await runAt("2026-03-27T08:59");
    expect(await names("vortag")).toEqual([]);
    await runAt("2026-03-27T09:00");
    expect(await sent("vortag")).toMatchObject(Array(4).fill({ dueAt: Date.UTC(2026, 2, 27, 8) }));
    await runAt("2026-03-30T09:00");
    const tuesday = (await sent("vortag")).filter(({ dueAt }) => dueAt > Date.UTC(2026, 2, 29));
    expect(tuesday).toMatchObject(Array(4).fill({ dueAt: Date.UTC(2026, 2, 30, 7) }));
  });

  it("of one date are not held back by a fault in another", async () => {
    await forum.plan();
    await forum.plan({ startsOn: "2026-04-23" });
    let times = 0;
    const failing = forumOn(db, {
      enqueue: async (tx, notices) => {
        times += 1;
        if (times === 1) throw new Error("full");
        await forum.deps.enqueue(tx, notices);
      },
    });
    await expect(runAt("2026-04-09T09:00", failing)).rejects.toThrow("full");
    expect(await names("einladung")).toHaveLength(3);
    await runAt("2026-04-09T09:01");
    expect(await names("einladung")).toHaveLength(6);
  });

  describe("when they leave", () => {
    const rendered = async (stage: string, now: number, member = "m-kandern") => {
      const render = meetingNotices(forum.deps);
      const kind = stage.startsWith("meeting.") ? (stage as "meeting.invited") : "meeting.stage";
      const row = (await forum.told()).find(
        ({ what }) =>
          what.startsWith(kind) &&
          what.endsWith(member) &&
          (kind !== "meeting.stage" || what.includes(stage)),
      )?.row;
      if (!row) throw new Error("no such message");
      const done = await render[kind](toNotice(row), now);
      return "drop" in done ? done.drop : "summary" in done.send && done.send.summary;
    };

    it("say the day as it is called then", async () => {
      await forum.plan({ startsOn: "2026-03-30" });
      await runAt("2026-03-27T09:00");
      expect(await rendered("vortag", instantOf("2026-03-27T09:00"))).toBe(
        "Am Montag, 30.03.2026, um 09:00 Uhr: Forum",
      );
      expect(await rendered("vortag", instantOf("2026-03-29T21:00"))).toBe("Morgen: Forum um 09:00 Uhr");
      await runAt("2026-03-30T08:00");
      expect(await rendered("start", instantOf("2026-03-30T08:00"))).toBe(
        "Heute um 09:00 Uhr beginnt das Forum",
      );
      expect(await rendered("meeting.invited", NOON)).toBe(
        "Einladung: Forum am Montag, 30.03.2026, 09:00 Uhr",
      );
    });

    it("are dropped when the date is cancelled or has begun", async () => {
      const id = await forum.plan();
      await runAt("2026-04-21T09:00");
      const start = instantOf("2026-04-22T09:00");
      expect(await rendered("vortag", start)).toBe("superseded");
      expect(await rendered("meeting.invited", start)).toBe("superseded");
      await forum.service.cancel(coordination(), "c", id);
      expect(await rendered("vortag", start - HOUR)).toBe("superseded");
      expect(await rendered("vortag", start - HOUR, CHANNEL)).toBe("superseded");
      expect(await rendered("meeting.invited", NOON)).toBe("superseded");
      expect(await rendered("meeting.cancelled", NOON)).toBe(
        "Abgesagt: Forum am Mittwoch, 22.04.2026, 09:00 Uhr",
      );
    });

    it("are dropped for somebody who no longer holds the seat", async () => {
      await forum.plan();
      await runAt("2026-04-21T09:00");
      forum.state.seats = SEATS.map((seat) =>
        seat.party === "kandern" ? { ...seat, holderId: "m-neu" } : seat,
      );
      expect(await rendered("vortag", instantOf("2026-04-21T09:00"))).toBe("notEntitled");
      expect(await rendered("vortag", instantOf("2026-04-21T09:00"), "m-loerrach")).toContain("Morgen");
      expect(await rendered("vortag", instantOf("2026-04-21T09:00"), CHANNEL)).toContain("Morgen");
    });

    it("are dropped when the party has meanwhile replied or declined", async () => {
      const id = await forum.plan();
      await runAt("2026-04-15T09:00");
      const then = instantOf("2026-04-15T09:00");
      expect(await rendered("rsvp", then)).toContain("Bitte um Rückmeldung");
      await reply(id, "kandern", "zusage");
      expect(await rendered("rsvp", then)).toBe("superseded");
      await runAt("2026-04-21T09:00");
      expect(await rendered("vortag", then)).toContain("Forum");
      await reply(id, "kandern", "absage");
      expect(await rendered("vortag", then)).toBe("superseded");
    });
  });
});
