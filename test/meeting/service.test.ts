import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import type { Db } from "../../src/db/store.ts";
import { engines, freshDb, freshUrl, openTestDb } from "../support/database.ts";
import { CHANNEL, coordination, draft, type Forum, forumOn, inChannel, NOON, turnOf } from "./forum.ts";

const START = instantOf("2026-04-22T09:00");
const kandern = turnOf("kandern");
/** Something that waits until it is told to go. */
function deferred() {
  let go = () => {};
  const until = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { until, go: () => go() };
}
const reason = (done: object) => ("reason" in done ? done.reason : done);

describe.each(engines)("dates on %s", (engine) => {
  let db: Db;
  let forum: Forum;
  beforeEach(async () => {
    db = await freshDb(engine);
    forum = forumOn(db);
  });

  const answer = (
    id: string,
    turn: typeof kandern,
    reply: "zusage" | "absage" | "vertretung",
    deputy?: string,
  ) => forum.service.reply(turn, id, { reply, deputy });

  describe("planning", () => {
    it("stores the date and invites the channel and every holder, once for a form", async () => {
      const plan = () => forum.service.plan(coordination(), "form|1", draft());
      const both = await Promise.all([plan(), plan()]);
      expect(both[0]).toMatchObject({ ok: true, value: { people: 3, empty: 1 } });
      expect(both[1]).toEqual(both[0]);
      const told = await forum.told();
      expect(told.map(({ what }) => what)).toEqual([
        `meeting.invited|0|${CHANNEL}`,
        "meeting.invited|0|m-kandern",
        "meeting.invited|0|m-loerrach",
        "meeting.invited|0|m-schopfheim",
      ]);
      expect(told.every(({ dueAt, expiresAt }) => dueAt === NOON && expiresAt === START)).toBe(true);
      expect(await forum.stages()).toEqual({});
    });

    it("leaves out the stages that the invitation has said already", async () => {
      await forum.plan({ startsOn: "2026-03-09" });
      expect(await forum.stages()).toEqual({ einladung: false, rsvp: false });
    });

    it("leaves out a question for replies within 24 hours, not one after that", async () => {
      await forum.plan({ startsOn: "2026-03-10" });
      expect(await forum.stages()).toEqual({ einladung: false, rsvp: false });
      await forum.plan({ startsOn: "2026-03-11" });
      expect(await db.read.meetingStage.count()).toBe(3);
    });

    it("is refused to others, without a channel, and for the start of another date", async () => {
      const { service } = forum;
      expect(reason(await service.plan(turnOf("kandern"), "a", draft()))).toBe("notCoordinator");
      expect(reason(await service.check(turnOf("kandern"), draft()))).toBe("notCoordinator");
      forum.state.channel = null;
      expect(reason(await service.begin(coordination()))).toBe("noForumChannel");
      expect(reason(await service.plan(coordination(), "b", draft()))).toBe("noForumChannel");
      forum.state.channel = CHANNEL;
      expect(await service.plan(coordination(), "c", draft({ place: "" }))).toEqual({
        ok: false,
        problems: ["placeMissing"],
      });
      const id = await forum.plan();
      expect(reason(await service.plan(coordination(), "d", draft({ place: "Anderswo" })))).toBe("sameTime");
      expect(await db.read.meeting.count()).toBe(1);
      await service.cancel(coordination(), "e", id);
      expect(await service.plan(coordination(), "f", draft())).toMatchObject({ ok: true });
    });

    it("of the same start by two at once gives one date", async () => {
      const all = ["a", "b", "c"].map((key) => forum.service.plan(coordination(), key, draft()));
      const done = await Promise.all(all);
      expect(done.filter((one) => one.ok)).toHaveLength(1);
      expect(done.filter((one) => reason(one) === "sameTime")).toHaveLength(2);
      expect(await forum.told()).toHaveLength(4);
    });

    it("warns of what speaks against the date and forbids nothing", async () => {
      const warn = async (startsOn: string) => {
        const done = await forum.service.check(coordination(), draft({ startsOn }));
        return done.ok ? done.value.warnings : done;
      };
      expect(await warn("2026-04-22")).toEqual([{ warning: "schoolYearOpen" }]);
      await db.write((tx) => forum.holidays.confirm(tx, 2025, null, NOON));
      expect(await warn("2026-04-22")).toEqual([]);
      expect(await warn("2026-04-06")).toEqual([
        { warning: "holiday", holiday: "easterMonday" },
        { warning: "schoolHolidays" },
      ]);
      expect(await warn("2026-03-08")).toEqual([{ warning: "weekend" }, { warning: "shortNotice" }]);
    });

    it("stores nothing when the messages cannot be written", async () => {
      const failing = forumOn(db, { enqueue: async () => Promise.reject(new Error("full")) });
      await expect(failing.plan()).rejects.toThrow("full");
      expect([await db.read.meeting.count(), await db.read.appliedAction.count()]).toEqual([0, 0]);
    });
  });

  describe("answering", () => {
    it("keeps one reply a party, the last one, and counts it", async () => {
      const id = await forum.plan();
      await answer(id, kandern, "vertretung", " Fachamt  Bauen ");
      await answer(id, turnOf("loerrach"), "absage");
      const seen = await answer(id, turnOf("todtnau", { id: "m-egal" }), "zusage");
      expect(seen).toMatchObject({
        value: {
          own: { party: "todtnau", reply: "zusage" },
          list: null,
          tally: { accepted: 1, declined: 1, deputies: 1, open: 1, expected: 2, needed: 2, seats: 4 },
        },
      });
      await answer(id, kandern, "absage");
      expect(await forum.repository.replies(id)).toEqual([
        { party: "kandern", reply: "absage", deputy: null },
        { party: "loerrach", reply: "absage", deputy: null },
        { party: "todtnau", reply: "zusage", deputy: null },
      ]);
    });

    it("keeps the newer press when an older one is carried out after it, by a slow process", async () => {
      const url = await freshUrl(engine);
      const slowDb = await openTestDb(url);
      const [quick, slow] = [forumOn(await openTestDb(url)), deferred()];
      const held = forumOn(slowDb, { write: (body) => slow.until.then(() => slowDb.write(body)) });
      const id = await quick.plan();
      const at = (now: number) => turnOf("kandern", { now });
      const older = held.service.reply(at(NOON), id, { reply: "absage", deputy: undefined });
      await quick.service.reply(at(NOON + 1), id, { reply: "zusage", deputy: undefined });
      slow.go();
      expect(await older).toMatchObject({ ok: true, value: { own: { reply: "zusage" } } });
      expect(await quick.repository.replies(id)).toMatchObject([{ reply: "zusage" }]);
      await quick.service.reply(at(NOON + 1), id, { reply: "absage", deputy: undefined });
      expect(await quick.repository.replies(id)).toMatchObject([{ reply: "absage" }]);
    });

    it("takes a press after the clock went back by far: no press is under way for so long", async () => {
      const id = await forum.plan();
      await answer(id, turnOf("kandern", { now: NOON + 3_600_000 }), "absage");
      await answer(id, turnOf("kandern", { now: NOON }), "zusage");
      expect(await forum.repository.replies(id)).toMatchObject([{ reply: "zusage" }]);
    });

    it("is for the holder of a seat, or for anybody of a party whose seat nobody holds", async () => {
      const id = await forum.plan();
      expect(reason(await answer(id, turnOf(null), "zusage"))).toBe("notMember");
      expect(reason(await answer(id, turnOf("kandern", { id: "m-2" }), "zusage"))).toBe("seatOfOther");
      expect(reason(await answer(id, turnOf("komm-one"), "zusage"))).toBe("noSeat");
      expect(reason(await answer("nie", kandern, "zusage"))).toBe("gone");
      expect(await db.read.meetingReply.count()).toBe(0);
    });

    it("asks for a deputy, and stores none without a name", async () => {
      const id = await forum.plan();
      expect(reason(await answer(id, kandern, "vertretung", " "))).toBe("deputyMissing");
      expect(reason(await answer(id, kandern, "vertretung", "x".repeat(81)))).toBe("deputyTooLong");
      expect(await db.read.meetingReply.count()).toBe(0);
    });

    it("is possible until the start, and not after a cancellation", async () => {
      const id = await forum.plan();
      const at = (now: number) => turnOf("kandern", { now });
      expect(await answer(id, at(START - 1), "zusage")).toMatchObject({ ok: true });
      expect(reason(await answer(id, at(START), "absage"))).toBe("tooLate");
      await forum.service.cancel(coordination(), "c", id);
      expect(reason(await answer(id, kandern, "absage"))).toBe("isCancelled");
      expect(await forum.repository.replies(id)).toMatchObject([{ reply: "zusage" }]);
    });

    it("shows the list by party to the coordinator in the personal chat only", async () => {
      const id = await forum.plan();
      await answer(id, kandern, "vertretung", "Fachamt");
      const listFor = async (turn: typeof kandern) => {
        const done = await forum.service.show(turn, id);
        return done.ok && done.value.list;
      };
      expect(await listFor(coordination())).toMatchObject([
        { party: "kandern", given: { deputy: "Fachamt" } },
        { party: "loerrach", given: null },
        { party: "schopfheim" },
        { party: "todtnau" },
      ]);
      expect(await listFor(inChannel(coordination()))).toBeNull();
      expect(await listFor(kandern)).toBeNull();
    });
  });

  describe("cancelling", () => {
    it("tells the channel and every holder once, for good", async () => {
      const id = await forum.plan();
      expect(reason(await forum.service.cancel(kandern, "k", id))).toBe("notCoordinator");
      const first = await forum.service.cancel(coordination(), "c", id);
      expect(first).toMatchObject({ ok: true, value: { already: false, meeting: { sequence: 1 } } });
      expect(await forum.service.cancel(coordination(), "c", id)).toEqual(first);
      expect(await forum.service.cancel(coordination(), "d", id)).toMatchObject({ value: { already: true } });
      const told = (await forum.told()).filter(({ what }) => what.startsWith("meeting.cancelled"));
      expect(told.map(({ what }) => what)).toEqual([
        `meeting.cancelled|1|${CHANNEL}`,
        "meeting.cancelled|1|m-kandern",
        "meeting.cancelled|1|m-loerrach",
        "meeting.cancelled|1|m-schopfheim",
      ]);
      expect(told.every(({ expiresAt }) => expiresAt === START + 86_400_000)).toBe(true);
    });

    it("is refused once the meeting has begun, and where there is no such date", async () => {
      const id = await forum.plan();
      for (const attempt of [
        forum.service.askCancel,
        (turn = kandern, it = "") => forum.service.cancel(turn, "x", it),
      ]) {
        expect(reason(await attempt(coordination(START), id))).toBe("begun");
        expect(reason(await attempt(coordination(), "nie"))).toBe("gone");
      }
      expect((await db.read.meeting.findUnique({ where: { id } }))?.cancelledAt).toBeNull();
    });

    it("by two processes at once tells once", async () => {
      const url = await freshUrl(engine);
      const [one, two] = [forumOn(await openTestDb(url)), forumOn(await openTestDb(url))];
      const id = await one.plan();
      const done = await Promise.all([
        one.service.cancel(coordination(), "a", id),
        two.service.cancel(coordination(), "b", id),
      ]);
      expect(done.map((each) => each.ok && each.value.already).sort()).toEqual([false, true]);
      expect(await one.told()).toHaveLength(8);
    });
  });
});
