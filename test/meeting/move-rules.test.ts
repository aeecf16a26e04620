/** What a change of a date means, and which papers a date takes, with plain values. */
import { describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import type { Meeting } from "../../src/meeting/meeting.ts";
import { canChange, changeOf, draftOf, judgeMove } from "../../src/meeting/move/move.ts";
import { checkMinutesLink, judgePaper, PAPER_LIMITS, type Paper } from "../../src/meeting/papers/paper.ts";
import { NOON } from "./forum.ts";

const PLAN = { startsAt: "2026-04-22T09:30", minutes: 120, place: "Rathaus", link: null };
const MEETING: Meeting = {
  ...{ ...PLAN, id: "m", sequence: 3, plannedAt: NOON, cancelledAt: null, changedAt: null },
};

describe("a change of a date", () => {
  it("is a move when the start differs, whatever else does", () => {
    expect(changeOf(MEETING, { ...PLAN, startsAt: "2026-04-22T10:00", place: "Kreishaus" })).toEqual({
      kind: "moved",
    });
  });

  it("names the details that differ", () => {
    expect(changeOf(MEETING, { ...PLAN, place: "Kreishaus" })).toEqual({
      kind: "changed",
      fields: ["place"],
    });
    expect(changeOf(MEETING, { ...PLAN, minutes: 90, link: "https://video.example/1" })).toEqual({
      kind: "changed",
      fields: ["minutes", "link"],
    });
    expect(changeOf(MEETING, PLAN)).toBeNull();
  });

  it("is refused when another one came between, or nothing differs", () => {
    const later = { ...PLAN, place: "Kreishaus" };
    expect(judgeMove(MEETING, later, 2)).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect(judgeMove(MEETING, PLAN, 3)).toEqual({ ok: false, reason: "nothingChanged" });
    expect(judgeMove(MEETING, later, 3)).toEqual({ ok: true, value: { kind: "changed", fields: ["place"] } });
  });

  it("is possible until the date begins, and never for one that is gone or cancelled", () => {
    const begins = instantOf(MEETING.startsAt);
    expect(canChange(null, NOON)).toEqual({ ok: false, reason: "gone" });
    expect(canChange({ ...MEETING, cancelledAt: NOON }, NOON)).toEqual({ ok: false, reason: "isCancelled" });
    expect(canChange(MEETING, begins - 1)).toEqual({ ok: true, value: MEETING });
    expect(canChange(MEETING, begins)).toEqual({ ok: false, reason: "begun" });
  });

  it("begins with the form of what stands", () => {
    const form = { startsOn: "2026-04-22", startsAt: "09:30", minutes: "120", place: "Rathaus", link: "" };
    expect(draftOf(PLAN)).toEqual(form);
    expect(draftOf({ ...PLAN, link: "https://video.example/1" }).link).toBe("https://video.example/1");
  });
});

const paper = (part: Partial<Paper>): Paper => ({
  ...{ id: "p", meetingId: "m", kind: "minutes", title: "Niederschrift", link: null, decisionId: null },
  ...{ addedById: "k", addedAt: NOON, ...part },
});

describe("a paper of a date", () => {
  const link = "https://forum.example/p";

  it("is a web address with a title, or with the usual one", () => {
    expect(checkMinutesLink({ title: " Niederschrift\n1 ", link: ` ${link} ` }, "Üblich")).toEqual({
      ok: true,
      value: { title: "Niederschrift 1", link },
    });
    expect(checkMinutesLink({ title: " ", link }, "Üblich")).toMatchObject({ value: { title: "Üblich" } });
  });

  it.each([
    ["linkMissing", { title: "", link: "  " }],
    ["linkWrong", { title: "", link: "http://forum.example" }],
    ["linkWrong", { title: "", link: "forum" }],
    ["linkTooLong", { title: "", link: `${link}${"x".repeat(PAPER_LIMITS.link)}` }],
    // An umlaut is written with six characters in an address.
    ["linkTooLong", { title: "", link: `${link}${"ä".repeat(PAPER_LIMITS.link - link.length - 1)}` }],
    ["titleTooLong", { title: "x".repeat(PAPER_LIMITS.title + 1), link }],
  ] as const)("is refused: %s", (reason, written) => {
    expect(checkMinutesLink(written, "Üblich")).toEqual({ ok: false, reason });
  });

  it("reaches its limits", () => {
    const longest = `${link}${"x".repeat(PAPER_LIMITS.link - link.length)}`;
    const title = "x".repeat(PAPER_LIMITS.title);
    expect(checkMinutesLink({ title, link: longest }, "Üblich")).toEqual({
      ok: true,
      value: { title, link: longest },
    });
  });

  it("stands beside others once, and a date takes only so many", () => {
    const decision = { link: null, decisionId: "d" };
    expect(judgePaper([], decision)).toEqual({ ok: true, value: null });
    expect(judgePaper([paper(decision)], decision)).toEqual({ ok: false, reason: "attached" });
    expect(judgePaper([paper({ link })], { link, decisionId: null })).toEqual({
      ok: false,
      reason: "attached",
    });
    expect(judgePaper([paper({ link })], decision).ok).toBe(true);
    expect(judgePaper([paper({ decisionId: "e" })], decision).ok).toBe(true);
    const others = (count: number) => Array.from({ length: count }, (_, n) => paper({ link: `${link}${n}` }));
    expect(judgePaper(others(PAPER_LIMITS.ofDate - 1), decision).ok).toBe(true);
    expect(judgePaper(others(PAPER_LIMITS.ofDate), decision)).toEqual({ ok: false, reason: "tooMany" });
  });
});
