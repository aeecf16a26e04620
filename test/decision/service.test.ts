import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/store.ts";
import { decisionJob } from "../../src/decision/job.ts";
import { engines, freshUrl, openTestDb } from "../support/database.ts";
import {
  CHANNEL,
  CLOSES,
  coordination,
  draft,
  forumDb,
  type Hall,
  HELD,
  hallOn,
  inPlace,
  NOON,
  OPENS,
  SEATS,
  turnOf,
} from "./hall.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;

describe.each(engines)("decisions on %s", (engine) => {
  let db: Db;
  let hall: Hall;
  beforeEach(async () => {
    db = await forumDb(engine);
    hall = hallOn(db);
  });

  const runs = (now: number, on = hall) => decisionJob(on.service).run(now);
  const cast = async (id: string) =>
    Object.fromEntries((await hall.repository.seats(id)).map(({ party, choice }) => [party, choice]));
  const addressees = async (kind: string) => (await hall.told(kind)).map(({ to }) => to);

  describe("before the opening", () => {
    it("are announced to the channel and to every holder, and open once at nine the next working day", async () => {
      const id = await hall.puts({}, false);
      expect(await hall.load(id)).toMatchObject({ state: "draft", number: 1, opensAt: OPENS, entitled: 6 });
      expect(await addressees("draft")).toEqual([CHANNEL, ...HELD.map((party) => `m-${party}`)].sort());
      await runs(OPENS - 1);
      expect((await hall.load(id)).state).toBe("draft");
      await Promise.all([runs(OPENS), runs(OPENS, hallOn(db)), runs(OPENS)]);
      expect(await hall.load(id)).toMatchObject({ state: "voting", opensAt: OPENS, quorum: 3, entitled: 6 });
      expect(await hall.repository.seats(id)).toHaveLength(6);
      expect(await addressees("opened")).toEqual([CHANNEL]);
      expect(await addressees("ballot")).toHaveLength(5);
      const [told] = await hall.told("draft");
      expect(told && (await hall.rendered(told.row, OPENS))).toBe("superseded");
    });

    it("the same form twice makes one, also at once, and each gets a number of its own", async () => {
      const key = "form|same";
      const put = () => hall.service.create(coordination(), { key, draft: draft(), group: "", atOnce: true });
      const [a, b] = await Promise.all([put(), put()]);
      expect(a).toEqual(b);
      await Promise.all([hall.puts(), hall.puts(), hall.puts({}, false)]);
      const numbers = (await db.read.decision.findMany({ orderBy: { number: "asc" } })).map(
        (one) => one.number,
      );
      expect(numbers).toEqual([1, 2, 3, 4]);
      expect(await addressees("opened")).toHaveLength(3);
    });

    it("freeze the parties that are there at the opening, not at the announcement", async () => {
      const id = await hall.puts({}, false);
      hall.state.seats = [...SEATS, { party: "zell", holderId: "m-zell" }];
      await runs(OPENS);
      expect(await hall.load(id)).toMatchObject({ entitled: 7, quorum: 4 });
      hall.state.seats = [...hall.state.seats, { party: "rheinfelden", holderId: "m-rheinfelden" }];
      expect(await hall.votes("rheinfelden", id, "ja", OPENS)).toEqual({ ok: false, reason: "notEntitled" });
    });

    it("are opened by hand by the coordinator only, and twice is once", async () => {
      const id = await hall.puts({}, false);
      expect(await hall.service.openNow(turnOf("kandern"), id)).toEqual({ ok: false, reason: "notManager" });
      const opened = await Promise.all([
        hall.service.openNow(coordination(), id),
        hall.service.openNow(coordination(), id),
      ]);
      expect(opened.map((one) => one.ok && one.value.state)).toEqual(["voting", "voting"]);
      expect(await addressees("ballot")).toHaveLength(5);
      expect(await hall.service.openNow(coordination(), "gone")).toEqual({ ok: false, reason: "gone" });
      await runs(CLOSES);
      expect(await hall.service.openNow(coordination(), id)).toEqual({ ok: false, reason: "notDraft" });
    });

    it("that nobody could open in time end without a result, and everybody is told", async () => {
      const id = await hall.puts({}, false);
      await runs(CLOSES - 5 * MINUTE);
      expect(await hall.load(id)).toMatchObject({ state: "void", reason: "not-opened", result: null });
      expect(await addressees("result")).toHaveLength(6);
    });

    it("cannot be announced when they end before the opening", async () => {
      const soon = draft({ closesOn: "2026-03-02", closesAt: "18:00" });
      const put = (atOnce: boolean) =>
        hall.service.create(coordination(), { key: `k${atOnce}`, draft: soon, group: "", atOnce });
      expect(await put(false)).toEqual({ ok: false, reason: "endBeforeOpening" });
      expect(await put(true)).toMatchObject({ ok: true });
    });
  });

  describe("the votes", () => {
    it("of all parties at once are all there, and the last of each counts", async () => {
      const id = await hall.puts();
      const choices = ["ja", "nein", "enthaltung", "ja", "nein"];
      await Promise.all(HELD.map((party, at) => hall.votes(party, id, choices[at] ?? "ja")));
      await hall.votes("kandern", id, "ja", NOON + 1);
      const all = await cast(id);
      expect(all).toEqual({
        ...Object.fromEntries(HELD.map((party, at) => [party, choices[at]])),
        kandern: "ja",
        todtnau: null,
      });
    });

    it("of 36 parties at once through two processes, some of them changed in the same moment, make 36", async () => {
      const url = await freshUrl(engine);
      const [one, two] = [hallOn(await openTestDb(url)), hallOn(await openTestDb(url))] as const;
      const parties = Array.from({ length: 36 }, (_, at) => `p${at}`);
      const seats = parties.map((party) => ({ party, holderId: `m-${party}` }));
      for (const process of [one, two]) process.state.seats = seats;
      const id = await one.puts();
      const first = parties.map((party, at) => (at % 2 ? one : two).votes(party, id, "ja"));
      const again = parties.slice(0, 6).map((party) => two.votes(party, id, "ja"));
      expect((await Promise.all([...first, ...again])).every(({ ok }) => ok)).toBe(true);
      const close = await one.service.closeEarly(coordination(), id);
      expect(close).toMatchObject({
        value: { state: "accepted", result: { tally: { ja: 36 }, present: 36 } },
      });
    });

    it("delivered twice get the answer of the first time, also after a later vote and after the close", async () => {
      const id = await hall.puts();
      const first = turnOf("kandern");
      const [a, b] = await Promise.all([
        hall.service.cast(first, id, "ja"),
        hall.service.cast(first, id, "ja"),
      ]);
      expect(a).toMatchObject({ ok: true, value: { party: "kandern", choice: "ja", changed: false } });
      expect(b).toEqual(a);
      await hall.votes("kandern", id, "nein");
      expect(await hall.service.cast(first, id, "ja")).toMatchObject({ value: { choice: "ja" } });
      expect((await cast(id)).kandern).toBe("nein");
      await runs(CLOSES);
      expect(await hall.service.cast({ ...first, now: CLOSES }, id, "ja")).toMatchObject({ ok: true });
      expect(await hall.votes("kandern", id, "ja", CLOSES)).toEqual({ ok: false, reason: "closed" });
    });

    it("racing with the close are either counted or refused, never lost", async () => {
      const url = await freshUrl(engine);
      const [one, two] = [hallOn(await openTestDb(url)), hallOn(await openTestDb(url))] as const;
      const id = await one.puts();
      const pressed = [
        ...HELD.map((party, at) => (at % 2 ? one : two).votes(party, id, "ja", CLOSES - 1)),
        ...HELD.map((party) => one.votes(party, id, "nein", CLOSES)),
      ];
      const [answers] = await Promise.all([
        Promise.all(pressed),
        runs(CLOSES, one),
        runs(CLOSES, two),
        runs(CLOSES, one),
      ]);
      await runs(CLOSES + 1, two);
      const taken = answers.filter(({ ok }) => ok).length;
      const { result, state } = await one.load(id);
      expect(result?.tally).toEqual(taken === 0 ? {} : { ja: taken });
      expect(result?.present).toBe(taken);
      expect(state).toBe(taken >= 3 ? "accepted" : "void");
      expect(answers.slice(HELD.length)).toEqual(HELD.map(() => ({ ok: false, reason: "closed" })));
      expect(await one.told("result")).toHaveLength(6);
    });

    it("follow the seat: a new holder votes, the old one no more", async () => {
      const id = await hall.puts();
      await hall.votes("kandern", id, "nein");
      hall.state.seats = SEATS.map((seat) =>
        seat.party === "kandern" ? { ...seat, holderId: "m-neu" } : seat,
      );
      expect(await hall.votes("kandern", id, "ja")).toEqual({ ok: false, reason: "seatChanged" });
      const fresh = turnOf("kandern", { id: "m-neu" });
      expect(await hall.service.cast(fresh, id, "ja")).toMatchObject({ ok: true, value: { changed: true } });
      expect((await cast(id)).kandern).toBe("ja");
      const [ballot] = (await hall.told("ballot")).filter(({ to }) => to === "m-kandern");
      expect(ballot && (await hall.rendered(ballot.row, NOON))).toBe("notEntitled");
    });

    it("are refused for guests, colleagues, strangers, in a channel, and for what is no choice", async () => {
      const id = await hall.puts({}, false);
      const by = (turn: ReturnType<typeof turnOf>, choice = "ja") => hall.service.cast(turn, id, choice);
      expect(await by(turnOf("kandern"))).toEqual({ ok: false, reason: "notOpen" });
      await runs(OPENS);
      expect(await by(turnOf(null))).toEqual({ ok: false, reason: "notMember" });
      expect(await by(inPlace(turnOf("kandern"), CHANNEL))).toEqual({ ok: false, reason: "notPersonal" });
      expect(await by(turnOf("komm-one", { now: OPENS }))).toEqual({ ok: false, reason: "notEntitled" });
      expect(await by(turnOf("kandern", { id: "m-2", now: OPENS }))).toEqual({
        ok: false,
        reason: "notHolder",
      });
      expect(await by(turnOf("kandern", { now: OPENS }), "jein")).toEqual({
        ok: false,
        reason: "unknownChoice",
      });
      await by(turnOf("kandern", { now: OPENS }));
      expect(await by(turnOf("kandern", { id: "m-2", now: OPENS }))).toEqual({
        ok: false,
        reason: "hasVoted",
      });
      expect(await hall.service.cast(turnOf("kandern"), "gone", "ja")).toEqual({ ok: false, reason: "gone" });
    });
  });

  it("remind those whose party has not voted, 24 and 2 hours before the end", async () => {
    const id = await hall.puts();
    const reminders = await hall.told("reminder");
    expect(new Set(reminders.map(({ dueAt }) => CLOSES - dueAt))).toEqual(new Set([24 * HOUR, 2 * HOUR]));
    expect(reminders).toHaveLength(10);
    const of = (party: string) => reminders.filter(({ to }) => to === `m-${party}`).map(({ row }) => row);
    await hall.votes("kandern", id, "enthaltung");
    const [day, hours] = of("loerrach");
    expect(day && (await hall.rendered(day, CLOSES - 24 * HOUR))).toContain("Noch etwa ein Tag");
    expect(hours && (await hall.rendered(hours, CLOSES - 2 * HOUR))).toContain("Noch etwa zwei Stunden");
    expect(hours && (await hall.rendered(hours, CLOSES))).toBe("superseded");
    for (const row of of("kandern")) expect(await hall.rendered(row, CLOSES - 2 * HOUR)).toBe("superseded");
    await hall.puts({ closesOn: "2026-03-02", closesAt: "14:30" });
    expect(await hall.told("reminder")).toHaveLength(10);
  });

  it("are found by their words, by typing mistakes and parts of words, newest first without any", async () => {
    await hall.puts({ title: "Gemeinsame Bauakte" });
    await hall.puts({ title: "Winterdienst", text: "Fahrzeuge melden ihre Strecke." });
    await hall.puts({ title: "Hundesteuer online", text: "Formular mit Bezahlung." });
    const list = async (words: string) => {
      const done = await hall.service.list(turnOf("kandern"), words);
      return done.ok ? done.value.hits.map(({ title }) => title) : done.reason;
    };
    expect(await list("")).toEqual(["Hundesteuer online", "Winterdienst", "Gemeinsame Bauakte"]);
    expect(await list("winterdienste")).toEqual(["Winterdienst"]);
    expect(await list("Hundesteur")).toEqual(["Hundesteuer online"]);
    expect(await list("Quantenphysik")).toEqual([]);
    expect(await list("der die das")).toEqual([]);
    expect(await hall.service.list(turnOf(null), "")).toEqual({ ok: false, reason: "notMember" });
  });
});
