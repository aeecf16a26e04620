/** Time in which nothing ran, and clocks that move: nothing is lost, nothing comes twice, nothing comes too late. */
import { afterEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import { systemIds } from "../../src/system/ids.ts";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Reminders at 08.04. 09:00, 15.04. 09:00, 21.04. 09:00 and one hour before the start. */
const START = "2026-04-22T09:00";
const SEATS = 6;

describe.each(engines)("missed time on %s", (engine) => {
  async function starts(options: Parameters<typeof startForumsbote>[0] = {}): Promise<Bot> {
    const bot = await startForumsbote({ engine, ...options });
    open.push(bot);
    return bot;
  }

  /** A date six people are reminded of; one of them has talked to the bot in the Forum's channel. */
  async function forum() {
    const bot = await starts();
    for (const last of ["a0", "a1", "a2", "a3", "a4", "a5"]) {
      const aadObjectId = `00000000-0000-0000-0000-0000000000${last}`;
      await bot.people.person(`Delegation ${last}`, { aadObjectId, userId: `29:${last}` }).types("hilfe");
    }
    bot.connector.forget();
    const plannedAt = new Date(bot.time.clock());
    const meeting = { id: "m", startsAt: START, minutes: 120, place: "Kreistagssaal", plannedAt };
    await bot.db.write((tx) => tx.meeting.create({ data: meeting }));
    return bot;
  }

  /** One look of everything that runs by the clock. */
  async function ticks(bot: Bot, wallClock?: string): Promise<void> {
    if (wallClock) bot.time.isAt(instantOf(wallClock));
    await bot.built.jobs.meeting.run(bot.time.clock());
    await bot.delivers();
  }

  /** Which reminders have arrived, and how many of each. */
  async function arrived({ db, connector }: Bot) {
    const rows = await db.read.outboxItem.findMany({ where: { kind: "meeting.stage", state: "delivered" } });
    const stages: Record<string, number> = {};
    for (const { key } of rows) {
      const stage = key.split("|")[3] ?? "";
      stages[stage] = (stages[stage] ?? 0) + 1;
    }
    // Both processes send to this connector: the conversations are known by it.
    expect(connector.calls.filter(({ method }) => method === "POST")).toHaveLength(rows.length);
    return stages;
  }

  it("down for an hour: what was due is told an hour late, once", async () => {
    const bot = await forum();
    await ticks(bot, "2026-04-08T08:55");
    await ticks(bot, "2026-04-08T09:55");
    await ticks(bot, "2026-04-08T09:56");
    expect(await arrived(bot)).toEqual({ einladung: SEATS });
  });

  it("down for a day: of what was due only the newest is told, and not at night", async () => {
    const bot = await forum();
    await ticks(bot, "2026-04-08T09:00");
    await ticks(bot, "2026-04-15T23:30");
    expect(await arrived(bot)).toEqual({ einladung: SEATS });
    await ticks(bot, "2026-04-16T07:00");
    expect(await arrived(bot)).toEqual({ einladung: SEATS, rsvp: SEATS });
    await ticks(bot, "2026-04-22T07:30");
    await ticks(bot, "2026-04-22T08:00");
    expect(await arrived(bot)).toMatchObject({ einladung: SEATS, rsvp: SEATS, start: SEATS });
  });

  it("down for a month: nothing is told of a date that is over, and nothing stays open", async () => {
    const bot = await forum();
    await bot.built.jobs.meeting.run(instantOf("2026-04-08T09:00"));
    await ticks(bot, "2026-05-09T10:00");
    expect(await arrived(bot)).toEqual({});
    expect(await bot.db.read.outboxItem.count({ where: { state: "expired" } })).toBe(SEATS);
    const stages = await bot.db.read.meetingStage.findMany({ select: { stage: true, sent: true } });
    expect(stages.filter(({ sent }) => sent).map(({ stage }) => stage)).toEqual(["einladung"]);
    expect(stages).toHaveLength(4);
  });

  it("the clock goes back after a reminder, by an hour and by a month: it is not told again", async () => {
    const bot = await forum();
    await ticks(bot, "2026-04-08T09:00");
    for (const back of ["2026-04-08T08:00", "2026-03-08T09:00", "2026-04-08T09:00", "2026-04-08T12:00"])
      await ticks(bot, back);
    expect(await arrived(bot)).toEqual({ einladung: SEATS });
    await ticks(bot, "2026-04-15T09:00");
    expect(await arrived(bot)).toEqual({ einladung: SEATS, rsvp: SEATS });
  });

  it("the clock goes back while messages wait for their next try: they are tried soon, not in a month", async () => {
    const bot = await forum();
    bot.connector.meets({ kind: "answer", status: 502 }, 100);
    await ticks(bot, "2026-04-08T09:00");
    bot.connector.recovers();
    bot.connector.forget();
    await bot.db.write((tx) => tx.meeting.update({ where: { id: "m" }, data: { place: "Landratsamt" } }));
    const due = instantOf("2026-04-08T09:00");
    bot.time.isAt(due + 30 * DAY);
    bot.time.isAt(due);
    await bot.db.write((tx) =>
      tx.outboxItem.updateMany({
        where: { kind: "meeting.stage" },
        data: { claimedUntil: new Date(due + 30 * DAY), claimedBy: "nobody" },
      }),
    );
    bot.time.isAt(due + 2_500);
    await ticks(bot);
    expect(await arrived(bot)).toEqual({ einladung: SEATS });
  });

  it("the clock goes forward by a month for a moment, with nobody looking: all goes on as before", async () => {
    const bot = await forum();
    await ticks(bot, "2026-04-08T09:00");
    bot.time.passes(30 * DAY);
    bot.time.passes(-30 * DAY);
    await ticks(bot, "2026-04-15T09:00");
    expect(await arrived(bot)).toEqual({ einladung: SEATS, rsvp: SEATS });
  });

  it("two processes whose clocks differ by two seconds remind once, and one goes on when the other is gone", async () => {
    const bot = await forum();
    const { databaseUrl, ballotKeyDir } = bot;
    const other = await starts({ databaseUrl, ballotKeyDir, newId: systemIds });
    const both = async (wallClock: string) => {
      bot.time.isAt(instantOf(wallClock));
      other.time.isAt(instantOf(wallClock) + 2_000);
      for (let round = 0; round < 4; round += 1) {
        await Promise.all([ticks(bot), ticks(other)]);
        bot.time.passes(1_000);
        other.time.passes(1_000);
      }
    };
    await both("2026-04-08T08:59");
    await both("2026-04-08T09:00");
    await both("2026-04-15T09:00");
    expect(await arrived(bot)).toEqual({ einladung: SEATS, rsvp: SEATS });
    await ticks(other, "2026-04-21T09:00");
    expect(await arrived(bot)).toMatchObject({ vortag: SEATS });
  });
});
