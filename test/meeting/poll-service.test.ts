import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import type { Db } from "../../src/db/store.ts";
import { pollJob } from "../../src/meeting/poll/job.ts";
import type { POLL } from "../../src/meeting/poll/notices.ts";
import type { PollDraft, Suits } from "../../src/meeting/poll/poll.ts";
import { pollNotices } from "../../src/meeting/poll/render.ts";
import { pollService } from "../../src/meeting/poll/service.ts";
import { forgetReplies } from "../../src/meeting/retention.ts";
import { engines, freshDb, freshUrl, openTestDb } from "../support/database.ts";
import { draft, type Forum, forumOn, inChannel, NOON, SEATS, turnOf } from "./forum.ts";
import { toNotice } from "./rendering.ts";

const reason = (done: object) => ("reason" in done ? done.reason : done);
const asked = (part: Partial<PollDraft> = {}): PollDraft => ({
  ...{
    days: ["2026-04-22", "2026-05-06", "2026-05-20"],
    startsAt: "09:00",
    minutes: "120",
    place: "",
    link: "",
  },
  closesOn: "2026-03-09",
  ...part,
});
const coordinator = (now = NOON) => turnOf("loerrach", { coordinator: true, now });
const CLOSE = "2026-03-09T09:00";

describe.each(engines)("a poll on %s", (engine) => {
  let db: Db;
  let forum: Forum;
  beforeEach(async () => {
    db = await freshDb(engine);
    forum = forumOn(db);
  });

  const depsOf = (on: Forum) => ({
    ...on.deps,
    polls: on.polls,
    begin: on.service.begin,
    coordinators: async () => ["m-loerrach", "m-other"],
  });
  const serviceOf = (on = forum) => pollService(depsOf(on));
  const runAt = (wallClock: string, on = forum) => pollJob(depsOf(on)).run(instantOf(wallClock));
  const start = async (on = forum, part: Partial<PollDraft> = {}, key = "k"): Promise<string> => {
    const done = await serviceOf(on).start(coordinator(), key, asked(part));
    if (!done.ok) throw new Error(`not begun: ${JSON.stringify(done)}`);
    return done.value.id;
  };
  const answer = (id: string, party: string, given: readonly (Suits | undefined)[], now = NOON) =>
    serviceOf().answer(turnOf(party, { now }), id, given);
  const toldOf = async (kind: string, on = forum) =>
    (await on.told()).filter(({ what }) => what.startsWith(`${kind}|`)).map(({ what }) => what);
  const rendered = async (kind: (typeof POLL)[keyof typeof POLL], member: string, now: number) => {
    const all = (await forum.told()).filter(({ row }) => row.kind === kind && row.memberId === member);
    const row = all.at(-1)?.row;
    if (!row) throw new Error(`no ${kind}`);
    const done = await pollNotices(depsOf(forum))[kind](toNotice(row), now);
    return "drop" in done ? done.drop : JSON.stringify(done.send);
  };

  it("asks the holder of every seat, once for a form", async () => {
    const both = await Promise.all([start(), start()]);
    expect(both[0]).toBe(both[1]);
    expect(await toldOf("meeting.poll")).toEqual([
      "meeting.poll|m-kandern",
      "meeting.poll|m-loerrach",
      "meeting.poll|m-schopfheim",
    ]);
    expect(await forum.told()).toMatchObject(Array(3).fill({ expiresAt: instantOf(CLOSE) }));
    expect(await db.read.datePoll.findFirst()).toMatchObject({ quarter: "2026-04-01", settledAt: null });
  });

  it("is one at a time, also for two coordinators in two processes at once", async () => {
    const url = await freshUrl(engine);
    const [one, two] = [forumOn(await openTestDb(url)), forumOn(await openTestDb(url))];
    const done = await Promise.all([
      serviceOf(one).start(coordinator(), "a", asked()),
      serviceOf(two).start(coordinator(), "b", asked({ closesOn: "2026-03-11" })),
    ]);
    expect(done.filter((each) => each.ok)).toHaveLength(1);
    expect(done.filter((each) => reason(each) === "pollOpen")).toHaveLength(1);
    expect(await toldOf("meeting.poll", one)).toHaveLength(3);
  });

  it("is begun by a coordinator who has said who he or she is, with good dates, and warns", async () => {
    const service = serviceOf();
    expect(reason(await service.start(turnOf("kandern"), "k", asked()))).toBe("notCoordinator");
    expect(reason(await service.start(turnOf(null, { coordinator: true }), "k", asked()))).toBe("notMember");
    expect(await service.start(coordinator(), "k", asked({ days: [] }))).toEqual({
      ok: false,
      problems: ["tooFewOptions"],
    });
    const checked = await service.check(coordinator(), asked({ days: ["2026-04-06", "2026-05-20"] }));
    expect(checked).toMatchObject({
      ok: true,
      value: {
        options: [
          { startsAt: "2026-04-06T09:00", warnings: expect.arrayContaining([{ warning: "schoolHolidays" }]) },
          { startsAt: "2026-05-20T09:00" },
        ],
      },
    });
    expect(await db.read.datePoll.count()).toBe(0);
  });

  it("keeps one answer a party, the last one, until the deadline", async () => {
    const id = await start();
    await answer(id, "kandern", ["suits", "no", "no"]);
    await answer(id, "kandern", ["no", "ifNeedBe", "suits"], NOON + 2);
    // Pressed before, arrived after: it does not undo what was pressed last.
    await answer(id, "kandern", ["suits", "suits", "suits"], NOON + 1);
    const both = await Promise.all([
      answer(id, "schopfheim", ["suits", "suits", "suits"]),
      answer(id, "schopfheim", ["no", "no", "no"]),
    ]);
    expect(both.every((one) => one.ok)).toBe(true);
    expect(await db.read.datePollAnswer.count()).toBe(6);
    expect(await forum.polls.answers(id)).toMatchObject([
      { party: "kandern", suits: { "2026-04-22T09:00": "no", "2026-05-20T09:00": "suits" } },
      { party: "schopfheim" },
    ]);
    expect(reason(await answer(id, "kandern", ["suits", "suits", undefined]))).toBe("answerAll");
    expect(reason(await serviceOf().answer(turnOf(null), id, []))).toBe("notMember");
    expect(reason(await serviceOf().answer(turnOf("kandern", { id: "m-2" }), id, []))).toBe("seatOfOther");
    const last = instantOf(CLOSE) - 1;
    expect(await answer(id, "todtnau", ["suits", "no", "no"], last)).toMatchObject({ ok: true });
    expect(reason(await answer(id, "kandern", ["suits", "no", "no"], last + 1))).toBe("pollClosed");
  });

  it("shows who has answered to the coordinator in the personal chat only, numbers to all", async () => {
    const id = await start();
    await answer(id, "kandern", ["suits", "no", "no"]);
    const show = async (turn: ReturnType<typeof turnOf>) => {
      const done = await serviceOf().show(turn);
      return done.ok ? done.value : done;
    };
    const missing = ["loerrach", "schopfheim", "todtnau"];
    expect(await show(coordinator())).toMatchObject({ list: { answered: ["kandern"], missing } });
    expect(await show(inChannel(coordinator()))).toMatchObject({
      list: null,
      parties: { answered: 1, all: 4 },
    });
    expect(await show(turnOf("schopfheim"))).toMatchObject({ list: null, own: null, mayAnswer: true });
    forum.state.seats = SEATS.filter(({ party }) => party !== "kandern");
    expect(await show(coordinator())).toMatchObject({
      counted: [{ suits: 0 }, { no: 0 }, { no: 0 }],
      parties: { answered: 0, all: 3 },
    });
  });

  it("reminds once those who have not answered, and not when they have until it leaves", async () => {
    const id = await start();
    await answer(id, "kandern", ["suits", "no", "no"]);
    await runAt("2026-03-06T08:59");
    expect(await toldOf("meeting.pollReminder")).toEqual([]);
    for (const time of ["09:00", "09:01", "12:00"]) await runAt(`2026-03-06T${time}`);
    expect(await toldOf("meeting.pollReminder")).toEqual([
      "meeting.pollReminder|m-loerrach",
      "meeting.pollReminder|m-schopfheim",
    ]);
    const then = instantOf("2026-03-06T09:00");
    expect(await rendered("meeting.pollReminder", "m-schopfheim", then)).toContain("Bitte antworten Sie");
    await answer(id, "schopfheim", ["no", "no", "no"]);
    expect(await rendered("meeting.pollReminder", "m-schopfheim", then)).toBe("superseded");
  });

  it("asks who takes a seat while it is open, at once and not twice", async () => {
    const id = await start();
    await answer(id, "kandern", ["suits", "no", "no"]);
    await runAt("2026-03-03T10:00");
    expect(await toldOf("meeting.poll")).toHaveLength(3);
    const seats = [
      ...SEATS.filter(({ party }) => party !== "todtnau" && party !== "kandern"),
      { party: "todtnau", holderId: "m-todtnau" },
      { party: "kandern", holderId: "m-kandern-2" },
    ];
    forum.state.seats = seats;
    const other = forumOn(db);
    other.state.seats = seats;
    const now = "2026-03-03T10:01";
    await Promise.all([runAt(now), runAt(now, other), runAt(now)]);
    await runAt("2026-03-03T10:02");
    const fresh = (await forum.told()).filter(({ dueAt }) => dueAt === instantOf(now));
    expect(fresh.map(({ what }) => what)).toEqual(["meeting.poll|m-kandern-2", "meeting.poll|m-todtnau"]);
    expect(await rendered("meeting.poll", "m-todtnau", instantOf(now))).toContain("Terminumfrage");
    // Back on the seat: he or she has the card.
    forum.state.seats = SEATS;
    await runAt("2026-03-03T11:00");
    expect(await toldOf("meeting.poll")).toHaveLength(5);
    // In the night it waits for the morning; with the reminder it comes as one message; after the end not at all.
    forum.state.seats = [...seats, { party: "binzen", holderId: "m-binzen" }];
    await runAt("2026-03-04T23:00");
    const night = (await forum.told()).find(({ what }) => what === "meeting.poll|m-binzen");
    expect(night?.dueAt).toBe(instantOf("2026-03-05T07:00"));
    forum.state.seats = [...seats, { party: "rheinfelden", holderId: "m-rheinfelden" }];
    await runAt("2026-03-06T09:00");
    expect(await toldOf("meeting.pollReminder")).toContain("meeting.pollReminder|m-rheinfelden");
    forum.state.seats = [...seats, { party: "steinen", holderId: "m-steinen" }];
    await runAt(CLOSE);
    expect(await toldOf("meeting.poll")).toHaveLength(6);
  });

  it("asks nobody again in a long poll when the outbox has forgotten who was asked", async () => {
    await start(forum, { days: ["2026-05-06", "2026-05-20"], closesOn: "2026-04-28" });
    await db.write(async (tx) => {
      await tx.outboxItem.deleteMany({});
    });
    await runAt("2026-04-01T12:00");
    expect(await forum.told()).toEqual([]);
  });

  it("holds a late reminder back until morning, and leaves it out where that is too late", async () => {
    await start();
    await runAt("2026-03-08T22:00");
    const told = (await forum.told()).filter(({ what }) => what.startsWith("meeting.pollReminder"));
    expect(told).toMatchObject(Array(3).fill({ dueAt: instantOf("2026-03-09T07:00") }));
  });

  it("is evaluated once, by two processes at once, for the coordinators", async () => {
    const url = await freshUrl(engine);
    const [one, two] = [forumOn(await openTestDb(url)), forumOn(await openTestDb(url))];
    await start(one);
    await runAt("2026-03-06T08:59", one);
    await Promise.all([one, two, one, two].map((each) => runAt(CLOSE, each)));
    await runAt("2026-03-09T09:01", two);
    expect(await toldOf("meeting.pollResult", one)).toEqual([
      "meeting.pollResult|m-loerrach",
      "meeting.pollResult|m-other",
    ]);
    expect(await toldOf("meeting.pollReminder", one)).toEqual([]);
  });

  it("gives the ranking to coordinators, and a form with the date", async () => {
    const id = await start();
    await answer(id, "kandern", ["no", "suits", "suits"]);
    await answer(id, "schopfheim", ["suits", "suits", "no"]);
    await runAt(CLOSE);
    const now = instantOf(CLOSE);
    const shown = await rendered("meeting.pollResult", "m-loerrach", now);
    expect(shown).toContain("Vorn liegt Mittwoch, 06.05.2026, 09:00 Uhr.");
    expect(shown).toContain(`"startsOn":"2026-05-06","startsAt":"09:00","minutes":"120"`);
    const order = [...shown.matchAll(/"text":"Mi (\d\d\.\d\d)\.2026"/g)].map(([, day]) => day);
    expect(order).toEqual(["06.05", "22.04", "20.05"]);
    expect(await rendered("meeting.pollResult", "m-loerrach", instantOf("2026-05-21T09:00"))).toContain(
      "Alle Tage der Umfrage sind vorbei.",
    );
  });

  it("found long after its end is evaluated all the same, and nobody reminded", async () => {
    await start();
    await runAt("2026-06-01T23:00");
    expect(await toldOf("meeting.pollResult")).toHaveLength(2);
    expect(await toldOf("meeting.pollReminder")).toEqual([]);
    expect(await rendered("meeting.poll", "m-kandern", instantOf(CLOSE))).toBe("superseded");
  });

  it("leads to one date: a second from the same poll is refused while the first stands", async () => {
    const id = await start();
    await runAt(CLOSE);
    const plan = (key: string, startsOn: string) =>
      forum.service.plan(coordinator(instantOf(CLOSE)), key, draft({ startsOn }), id);
    const done = await Promise.all([plan("a", "2026-04-22"), plan("b", "2026-05-06")]);
    expect(done.filter((one) => one.ok)).toHaveLength(1);
    expect(done.filter((one) => reason(one) === "pollUsed")).toHaveLength(1);
    expect(await rendered("meeting.pollResult", "m-loerrach", instantOf(CLOSE))).toBe("superseded");
    const planned = (await db.read.meeting.findFirst())?.id ?? "";
    await forum.service.cancel(coordinator(instantOf(CLOSE)), "c", planned);
    expect(await plan("c2", "2026-05-20")).toMatchObject({ ok: true });
  });

  it("given up is told once, never evaluated, and makes room for the next", async () => {
    const id = await start();
    expect(reason(await serviceOf().giveUp(turnOf("kandern"), id))).toBe("notCoordinator");
    const give = () => serviceOf().giveUp(coordinator(NOON + 1), id);
    const both = await Promise.all([give(), give()]);
    expect(both).toMatchObject(Array(2).fill({ ok: true, value: { state: "givenUp" } }));
    expect(await toldOf("meeting.pollGivenUp")).toHaveLength(3);
    expect(await rendered("meeting.poll", "m-kandern", NOON + 2)).toBe("superseded");
    expect(await rendered("meeting.pollGivenUp", "m-kandern", NOON + 2)).toContain("Sie müssen nichts tun.");
    await runAt(CLOSE);
    expect(await toldOf("meeting.pollResult")).toEqual([]);
    expect(reason(await answer(id, "kandern", ["suits", "no", "no"]))).toBe("pollClosed");
    expect(await start(forum, {}, "next")).not.toBe(id);
    await runAt(CLOSE);
    expect(reason(await serviceOf().giveUp(coordinator(instantOf(CLOSE)), id))).toMatchObject({ ok: true });
  });

  it("goes to nobody who does not hold the seat any more", async () => {
    await start();
    forum.state.seats = SEATS.map((seat) =>
      seat.party === "kandern" ? { ...seat, holderId: "m-neu" } : seat,
    );
    expect(await rendered("meeting.poll", "m-kandern", NOON)).toBe("notEntitled");
    expect(await rendered("meeting.poll", "m-schopfheim", NOON)).toContain("zu jedem Tag");
  });

  describe("is forgotten", () => {
    it("with replies and stages three months after, and not a day before", async () => {
      const id = await forum.plan({ startsOn: "2026-04-22" });
      await forum.service.reply(turnOf("kandern"), id, { reply: "vertretung", deputy: "Fachamt" });
      await db.write((tx) =>
        forum.repository.settle(
          tx,
          { ...draft(), id, sequence: 0 } as never,
          [{ stage: "vortag", sent: true }],
          NOON,
        ),
      );
      const poll = await start();
      await answer(poll, "kandern", ["suits", "no", "no"]);
      await runAt("2026-03-06T09:00");
      await runAt(CLOSE);
      const deps = { repository: forum.repository, polls: forum.polls };
      expect(await forgetReplies(deps, instantOf("2026-06-09T12:00"))).toBe(0);
      expect(await forgetReplies(deps, instantOf("2026-06-10T12:00"))).toBe(1);
      expect(await db.read.datePollAnswer.count()).toBe(0);
      expect(await db.read.calendarNote.count()).toBe(0);
      expect(await forgetReplies(deps, instantOf("2026-07-22T23:00"))).toBe(0);
      expect(await forgetReplies(deps, instantOf("2026-07-23T01:00"))).toBe(2);
      expect([await db.read.meeting.count(), await db.read.meetingReply.count()]).toEqual([1, 0]);
    });

    it("never while it is open", async () => {
      await start();
      const deps = { repository: forum.repository, polls: forum.polls };
      expect(await forgetReplies(deps, instantOf("2027-01-01T12:00"))).toBe(0);
    });
  });
});
