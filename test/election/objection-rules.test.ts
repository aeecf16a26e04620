/** Objections as plain rules: until when, and what a reason is. */
import { describe, expect, it } from "vitest";
import { checkPeriod, checkReason, LONGEST_REASON } from "../../src/election/people/objection.ts";
import { STATES } from "../../src/election/process.ts";

const refused = (reason: string) => ({ ok: false, reason });

describe("the time for objections", () => {
  it("is open until just before its end, and over with it", () => {
    const elected = { state: "elected", objectionUntil: 100 } as const;
    expect(checkPeriod(elected, 99)).toEqual({ ok: true, value: null });
    expect(checkPeriod(elected, 100)).toEqual(refused("too-late"));
    expect(checkPeriod(elected, 101)).toEqual(refused("too-late"));
  });

  it("is there only where somebody was elected and the time has begun", () => {
    for (const state of STATES.filter((one) => one !== "elected"))
      expect([state, checkPeriod({ state, objectionUntil: 100 }, 1)]).toEqual([
        state,
        refused("nobody-elected"),
      ]);
    expect(checkPeriod({ state: "elected", objectionUntil: null }, -1)).toEqual(refused("nobody-elected"));
  });
});

describe("the reason of an objection", () => {
  it("has from 10 to 2000 characters, without the white space around it", () => {
    expect(checkReason(" 123456789 ")).toEqual(refused("reason-missing"));
    expect(checkReason("\n1234567890\n")).toEqual({ ok: true, value: "1234567890" });
    expect(checkReason("x".repeat(LONGEST_REASON))).toEqual({ ok: true, value: "x".repeat(LONGEST_REASON) });
    expect(checkReason("x".repeat(LONGEST_REASON + 1))).toEqual(refused("reason-too-long"));
    expect(checkReason("")).toEqual(refused("reason-missing"));
  });

  it("keeps line breaks and tabs, and nothing that cannot be seen", () => {
    expect(checkReason("Ein\u0000 Grund,\r\n\tder\u202e lang\ud800 ge\ue000nug\u0378 ist.")).toEqual({
      ...{ ok: true, value: "Ein Grund,\r\n\tder lang genug ist." },
    });
    expect(checkReason(`kurz${"\u200b".repeat(20)}`)).toEqual(refused("reason-missing"));
  });

  it("is in one spelling, however it was typed", () => {
    expect(checkReason("zu spa\u0308t geladen")).toEqual({ ok: true, value: "zu spät geladen" });
  });
});
