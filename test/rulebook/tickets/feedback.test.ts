import { beforeEach, describe, expect, it } from "vitest";
import { bySource, type Rating, type StoredRating } from "../../../src/rulebook/feedback/feedback.ts";
import type { Turn } from "../../../src/turn/turn.ts";
import { engines } from "../../support/database.ts";
import { DAY, NOON, office, turnOf } from "./office.ts";

type Office = Awaited<ReturnType<typeof office>>;

const rating = (part: Partial<Rating> = {}): Rating => ({
  answerId: "answer-1",
  question: "Wer hat den Vorsitz?",
  answer: "Der Vorsitz wechselt jährlich.",
  sources: ["wb-chair"],
  helpful: false,
  why: null,
  comment: null,
  ...part,
});

describe("ratings by source", () => {
  const stored = (at: number, sources: string[]): StoredRating => ({
    ...rating({ answerId: `a${at}`, sources }),
    memberId: "m",
    at,
  });

  it("stand under each of their sources, the newest first, and those without one together", () => {
    const groups = bySource([stored(1, ["a"]), stored(3, ["b", "a"]), stored(2, []), stored(4, ["a", "a"])]);
    expect(groups.map(({ source, ratings }) => [source, ratings.map(({ at }) => at)])).toEqual([
      ["a", [4, 3, 1]],
      ["b", [3]],
      [null, [2]],
    ]);
  });
});

describe.each(engines)("ratings on %s", (engine) => {
  let it_: Office;
  beforeEach(async () => {
    it_ = await office(engine);
  });
  const rates = (turn: Turn, part: Partial<Rating> = {}) => it_.ratings.rate(turn, rating(part));
  const rows = () => it_.db.read.rulesFeedback.findMany({ orderBy: { memberId: "asc" } });

  it("are one per answer and person, and the last one counts", async () => {
    const mia = turnOf("mia");
    await Promise.all([rates(mia), rates(mia, { helpful: true }), rates(mia)]);
    await rates(mia, { why: "wrong", comment: " Seit Mai anders. " });
    await rates(turnOf("noor"), { helpful: true });
    expect(await rows()).toMatchObject([
      {
        memberId: "mia",
        helpful: false,
        reason: "wrong",
        comment: "Seit Mai anders.",
        sources: ["wb-chair"],
      },
      { memberId: "noor", helpful: true, reason: null, comment: null },
    ]);
    await rates(mia, { helpful: true });
    expect(await rows()).toMatchObject([{ helpful: true, reason: null, comment: null }, {}]);
  });

  it("of somebody who is no member are not stored", async () => {
    expect(await rates(turnOf("guest"))).toEqual({ ok: false, reason: "notMember" });
    expect(await rates(turnOf("office"))).toEqual({ ok: false, reason: "notMember" });
    expect(await rows()).toEqual([]);
  });

  it("with a comment that is too long, or without a question, are refused", async () => {
    expect(await rates(turnOf("mia"), { comment: "x".repeat(501) })).toMatchObject({
      reason: "commentTooLong",
    });
    expect(await rates(turnOf("mia"), { question: " ? " })).toMatchObject({ reason: "questionMissing" });
    expect(await rows()).toEqual([]);
  });

  it("are listed for coordinators, and are done with up to what was seen", async () => {
    await rates(turnOf("mia"));
    await rates(turnOf("noor"), { answerId: "answer-2", sources: ["wb-chair", "kv-goal"] });
    await rates(turnOf("mia"), { answerId: "answer-3", helpful: true });
    await rates(turnOf("noor", { now: NOON + 5 }), { answerId: "answer-4" });
    expect(await it_.ratings.list(turnOf("mia"))).toMatchObject({ reason: "notCoordinator" });
    const listed = await it_.ratings.list(turnOf("office"));
    expect(listed.ok && listed.value.map(({ source, ratings }) => [source, ratings.length])).toEqual([
      ["wb-chair", 3],
      ["kv-goal", 1],
    ]);
    const done = { source: "wb-chair", seen: NOON };
    expect(await it_.ratings.settle(turnOf("mia"), done)).toMatchObject({ reason: "notCoordinator" });
    await it_.ratings.settle(turnOf("kim"), done);
    await it_.ratings.settle(turnOf("lou"), done);
    const left = await it_.ratings.list(turnOf("kim"));
    expect(left.ok && left.value.map(({ ratings }) => ratings.map(({ answerId }) => answerId))).toEqual([
      ["answer-4"],
    ]);
  });

  it("say from which sources a passed-on question came", async () => {
    await rates(turnOf("mia"), { question: "Wer hat\r\nden Vorsitz?" });
    const passed = { key: "k", question: "Wer hat\nden Vorsitz?", reason: "rated" };
    const ticket = await it_.tickets.passOn(turnOf("mia"), passed);
    const other = await it_.tickets.passOn(turnOf("noor"), { ...passed, key: "l" });
    if (!ticket.ok || !other.ok) throw new Error("refused");
    expect(await it_.ticketStore.ratedSources(ticket.value)).toEqual(["wb-chair"]);
    expect(await it_.ticketStore.ratedSources(other.value)).toEqual([]);
  });

  it("go after a year, or 90 days after they were dealt with", async () => {
    await rates(turnOf("mia"));
    await rates(turnOf("noor"), { sources: ["kv-goal"] });
    await it_.ratings.settle(turnOf("kim"), { source: "kv-goal", seen: NOON });
    const prune = (now: number) =>
      it_.feedbackStore.prune({ given: now - 365 * DAY, settled: now - 90 * DAY });
    expect(await prune(NOON + 90 * DAY - 1)).toBe(0);
    expect(await prune(NOON + 90 * DAY)).toBe(1);
    expect(await prune(NOON + 365 * DAY - 1)).toBe(0);
    expect(await prune(NOON + 365 * DAY)).toBe(1);
  });
});
