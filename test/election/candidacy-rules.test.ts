/** Candidacies as plain rules: the name on the paper, whom it means, and until when it can be taken back. */
import { describe, expect, it } from "vitest";
import { LONGEST_NAME } from "../../src/election/candidates.ts";
import {
  delegateSeat,
  isBinding,
  isOverdue,
  mayWithdraw,
  paperName,
  standingFor,
} from "../../src/election/people/candidacy.ts";
import { processIn, STATES } from "../../src/election/process.ts";
import { candidacy } from "./drawn.ts";

describe("the name on the ballot paper", () => {
  it("carries the organisation unless the name says it already, in any spelling", () => {
    expect(paperName("Hauptamt", "Kandern")).toBe("Hauptamt (Kandern)");
    expect(paperName("Delegation KANDERN", "Kandern")).toBe("Delegation KANDERN");
    expect(paperName("Delegation Loerrach", "Lörrach")).toBe("Delegation Loerrach");
  });

  it("is the organisation alone where nobody, white space or only invisible signs stand for a person", () => {
    for (const nobody of [null, "", "   ", "\t\n", "\u0000", "\u200b", "\ud800", "\ue000", " \u202e \u0007 "])
      expect([nobody, paperName(nobody, "Kandern")]).toEqual([nobody, "Kandern"]);
  });

  it("has one kind of white space, single spaces and no invisible signs", () => {
    expect(paperName("Amt\tfür\u200b  Digi\u0000ta\ue000les\ud800 ", "Kandern")).toBe(
      "Amt für Digitales (Kandern)",
    );
    expect(paperName("Amt fu\u0308r Bau", "Kandern")).toBe("Amt für Bau (Kandern)");
  });

  it("does not lose its end to spaces that nobody sees on the paper", () => {
    expect(paperName(`Amt${" ".repeat(100)}Süd`, "Kandern")).toBe("Amt Süd (Kandern)");
  });

  it("is cut before the organisation, never in it, and never within a sign", () => {
    const added = " (Kandern)";
    const cut = paperName("x".repeat(LONGEST_NAME + 20), "Kandern");
    expect(cut).toBe(`${"x".repeat(LONGEST_NAME - added.length)}${added}`);
    const exact = "x".repeat(LONGEST_NAME - added.length);
    expect(paperName(exact, "Kandern")).toBe(`${exact}${added}`);
    expect(paperName(`${exact.slice(1)} Rest`, "Kandern")).toBe(`${exact.slice(1)}${added}`);
    expect(paperName(`Kandern ${"x".repeat(LONGEST_NAME)}`, "Kandern")).toHaveLength(LONGEST_NAME);
    // Signs of two units: the whole name would be too long for the paper.
    expect(paperName("😀".repeat(LONGEST_NAME), "Kandern")).toBe("Kandern");
  });

  it("is the organisation where the person's would be none for a ballot paper", () => {
    const long = "Zweckverband ".repeat(8).trim();
    expect(paperName("Hauptamt", long)).toBe(long);
  });
});

describe("the seat somebody speaks for", () => {
  const seat = (party: string, delegateId: string | null, holderId: string | null) => ({
    ...{ party, delegateId, holderId, deputies: [] },
  });
  const seats = [seat("binzen", "b", "anna"), seat("kandern", "anna", "k"), seat("weil", "w", "w")];

  it("is the one of the delegate first, then the one held for now, else nobody's", () => {
    expect(delegateSeat(seats, "anna")?.party).toBe("kandern");
    expect(delegateSeat(seats, "k")?.party).toBe("kandern");
    expect(delegateSeat(seats, "w")?.party).toBe("weil");
    expect(delegateSeat(seats, "b")?.party).toBe("binzen");
    expect(delegateSeat(seats, "niemand")).toBeUndefined();
  });
});

describe("a nomination that is there already", () => {
  const all = [
    candidacy({ name: "Weil", memberId: null }),
    candidacy({ name: "Kandern", memberId: "m1" }),
    candidacy({ name: "Binzen", memberId: "m2", withdrawnAt: 1 }),
  ];
  const of = (name: string, memberId: string | null) =>
    standingFor(all, { name, memberId, party: "p" })?.name;

  it("is found by the person, whatever the name", () => {
    expect(of("Anders", "m1")).toBe("Kandern");
    expect(of("Anders", "m9")).toBeUndefined();
  });

  it("is found by the name in any spelling, whoever is meant", () => {
    expect(of("KANDERN", "m9")).toBe("Kandern");
    expect(of("kandern", null)).toBe("Kandern");
  });

  it("on paper is nobody's, so that two on paper are told apart by their names", () => {
    expect(of("Anders", null)).toBeUndefined();
    expect(of("weil", null)).toBe("Weil");
  });

  it("does not count once it was taken back", () => {
    expect(of("Binzen", "m2")).toBeUndefined();
  });
});

describe("the time to nominate, agree or accept", () => {
  it("ends with its instant, in these two states only", () => {
    for (const state of STATES) {
      const waits = state === "nomination" || state === "acceptance";
      const overdue = [99, 100, 101].map((now) => isOverdue({ state, dueAt: 100 }, now));
      expect([state, ...overdue]).toEqual([state, false, waits, waits]);
    }
  });

  it("does not end where nothing is waited for", () => {
    expect(isOverdue({ state: "nomination", dueAt: null }, 1)).toBe(false);
    expect(isOverdue({ state: "acceptance", dueAt: null }, 1)).toBe(false);
  });
});

describe("taking a candidacy back", () => {
  const BETWEEN: readonly string[] = ["runoff_pending", "second_round_pending", "lot_pending"];
  const OPEN: readonly string[] = ["nomination", "ready", "voting", ...BETWEEN];
  const mine = candidacy({ name: "A", consentedAt: 1 });

  it("is bound between the rounds where the rule of procedure says so, and only there", () => {
    for (const state of STATES) {
      expect([state, isBinding(state, "binding")]).toEqual([state, BETWEEN.includes(state)]);
      expect([state, isBinding(state, "move-up")]).toEqual([state, false]);
    }
  });

  it("is possible from the nomination to the last round, not after, and not between rounds that bind", () => {
    for (const state of STATES) {
      const process = processIn(state, ["A", "B"]);
      const may = [mayWithdraw(process, mine, "move-up"), mayWithdraw(process, mine, "binding")];
      const free = OPEN.includes(state);
      expect([state, ...may]).toEqual([state, free, free && !BETWEEN.includes(state)]);
    }
  });

  it("is nothing for somebody who has never agreed, or who has taken it back", () => {
    for (const state of STATES) {
      const process = processIn(state, ["A", "B"]);
      expect(mayWithdraw(process, { ...mine, consentedAt: null }, "move-up")).toBe(false);
      expect(mayWithdraw(process, { ...mine, withdrawnAt: 2 }, "move-up")).toBe(false);
    }
  });

  it("is for those who stand in the round; before there is one, for all who agreed", () => {
    expect(mayWithdraw(processIn("runoff_pending", ["B", "C"]), mine, "move-up")).toBe(false);
    expect(mayWithdraw(processIn("ready", ["B"]), mine, "move-up")).toBe(false);
    expect(mayWithdraw(processIn("nomination", []), mine, "move-up")).toBe(true);
  });
});
