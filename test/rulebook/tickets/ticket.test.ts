import { describe, expect, it } from "vitest";
import { askedNotices, settledNotices } from "../../../src/rulebook/tickets/notices.ts";
import {
  alike,
  COORDINATION,
  checkClosedReason,
  checkQuestion,
  groupsOf,
  judgeGiveBack,
  judgeSettle,
  judgeTake,
  type Ticket,
} from "../../../src/rulebook/tickets/ticket.ts";
import { NOON } from "./office.ts";

const ticket = (part: Partial<Ticket> = {}): Ticket => ({
  ...{ id: "t-1", number: 1, question: "Wer zahlt?", reason: "fees", answered: null, state: "open" },
  ...{ askedById: "mia", conversationId: "a:mia", threadId: null, askedAt: NOON, takenById: null },
  ...{ settledAt: null, closedReason: null, informationId: null },
  ...part,
});
const taken = ticket({ state: "taken", takenById: "kim" });

describe("who may do what with a question", () => {
  it.each([
    ["none", null, "gone", "gone", "gone"],
    ["an open one", ticket(), "ok", "ok", "ok"],
    ["one I have taken", taken, "taken", "ok", "ok"],
    ["one of somebody else", ticket({ state: "taken", takenById: "lou" }), "taken", "ok", "takenByOther"],
    ["an answered one", ticket({ state: "answered" }), "settled", "settled", "settled"],
    ["a closed one", ticket({ state: "closed" }), "settled", "settled", "settled"],
  ])("%s", (_, one, take, giveBack, settle) => {
    const outcomes = [judgeTake(one), judgeGiveBack(one), judgeSettle(one, "kim")];
    expect(outcomes.map((done) => (done.ok ? "ok" : done.reason))).toEqual([take, giveBack, settle]);
  });

  it("coordinators without an organisation are one", () => {
    expect(judgeSettle(ticket({ state: "taken", takenById: COORDINATION }), COORDINATION).ok).toBe(true);
  });
});

describe("equal questions", () => {
  const all = [
    ticket({ number: 3, question: "wer zahlt" }),
    ticket({ number: 2, question: "Wer tagt?" }),
    ticket({ number: 1 }),
  ];
  it("are one group, headed by the first", () => {
    expect(
      groupsOf(all).map(({ head, others }) => [head.number, ...others.map((one) => one.number)]),
    ).toEqual([[1, 3], [2]]);
    expect(alike({ question: "WER  ZAHLT" }, all).map(({ number }) => number)).toEqual([3, 1]);
  });
});

describe("what is written", () => {
  it("is tidied, and refused when it is empty or too long", () => {
    expect(checkQuestion("Wer\r\n zahlt\u0000?")).toEqual({ ok: true, value: "Wer\n zahlt?" });
    expect(checkQuestion("…")).toEqual({ ok: false, reason: "questionMissing" });
    expect(checkQuestion("x".repeat(2_001))).toEqual({ ok: false, reason: "questionTooLong" });
    expect(checkClosedReason(" ")).toEqual({ ok: false, reason: "closedReasonMissing" });
    expect(checkClosedReason("x".repeat(501))).toEqual({ ok: false, reason: "closedReasonTooLong" });
  });
});

describe("what is told", () => {
  it("goes to each coordinator once, not to the asker, and back to where it was asked", () => {
    expect(askedNotices(ticket(), ["kim", "mia", "kim", "lou"], NOON).map(({ to }) => to)).toEqual([
      { member: "kim" },
      { member: "lou" },
    ]);
    const settled = settledNotices([ticket({ threadId: "7" }), ticket({ askedById: null })], NOON);
    expect(settled).toMatchObject([
      { to: { conversation: "a:mia", threadId: "7" }, key: "rules.settled|t-1" },
    ]);
  });
});
