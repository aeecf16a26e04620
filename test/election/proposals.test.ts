/** Four eyes: who may propose, who may confirm, how many; and nobody confirms himself. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  completes,
  confirmationsFor,
  confirmersOf,
  judgeConfirm,
  judgeProposer,
  MATTERS,
  type Matter,
  mayDrop,
  type People,
  type Proposed,
} from "../../src/election/organise/proposals.ts";

const person = (memberId: string, party = memberId) => ({ memberId, party });
const PEOPLE: People = {
  coordinators: ["co"],
  officer: person("officer"),
  scrutineers: [person("s1"), person("s2")],
  chair: "chair",
  standing: ["cand"],
  delegates: ["chair", "officer", "s1", "s2", "cand", "d1", "d2"].map((one) => person(one)),
};
const by = (memberId: string | null, coordinates = false) => ({
  ...{ memberId, account: `account-${memberId ?? "co"}`, coordinates },
  party: memberId,
});
const proposed = (matter: Matter, more: Partial<Proposed> = {}): Proposed => ({
  ...{ matter, proposedBy: "account-co", concerned: [], approvedBy: [] },
  ...more,
});
const confirmers = (given: Proposed, people: People = PEOPLE) =>
  confirmersOf(given, people).map((one) => one.memberId);
const reason = (outcome: ReturnType<typeof judgeConfirm>) => (outcome.ok ? outcome.value : outcome.reason);

describe("who may propose", () => {
  it.each([
    ["cancel", by(null, true), true],
    ["cancel", by("officer"), "propose-coordinator"],
    ["cancel", by("chair"), "propose-coordinator"],
    ["delegateChange", by("co", true), true],
    ["delegateChange", by("d1"), "propose-coordinator"],
    ["paperRequest", by("d1"), true],
    ["paperRequest", by("stranger"), "propose-delegate"],
    ["paperRequest", by(null, true), "propose-delegate"],
    ["paperResult", by("officer"), true],
    ["paperResult", by("s1"), "propose-officer"],
    ["paperResult", by(null, true), "propose-officer"],
    ["lotDrawn", by("officer"), true],
    ["lotDrawn", by("co", true), "propose-officer"],
  ] as const)("%s by %j: %s", (matter, who, expected) => {
    const judged = judgeProposer(matter, who, PEOPLE);
    expect(judged.ok ? true : judged.reason).toBe(expected);
  });

  it("not an officer who stands", () => {
    const standing = { ...PEOPLE, standing: ["officer"] };
    expect(judgeProposer("lotDrawn", by("officer"), standing)).toEqual({
      ok: false,
      reason: "officer-stands",
    });
  });
});

describe("who confirms a cancellation", () => {
  it("the chair alone, while there is one who does not stand", () => {
    expect(confirmers(proposed("cancel"))).toEqual(["chair"]);
  });

  it.each([
    ["nobody is in the chair", { chair: null }],
    ["the chair stands", { standing: ["chair"] }],
    ["the chair coordinates", { coordinators: ["chair"] }],
  ])("the election officer, when %s", (_, change) => {
    expect(confirmers(proposed("cancel"), { ...PEOPLE, ...change })).toEqual(["officer"]);
  });

  it("a scrutineer, when the officer stands or there is none", () => {
    const alone = { ...PEOPLE, chair: null };
    expect(confirmers(proposed("cancel"), { ...alone, standing: ["officer"] })).toEqual(["s1", "s2"]);
    expect(confirmers(proposed("cancel"), { ...alone, officer: null })).toEqual(["s1", "s2"]);
  });

  it("never the one who proposed it, not even as a member he was not before", () => {
    expect(confirmers(proposed("cancel", { proposedBy: "chair" }))).toEqual(["officer"]);
    const same = { ...by("officer"), account: "account-co" };
    const given = proposed("cancel");
    expect(reason(judgeConfirm(given, same, { ...PEOPLE, chair: null }))).toBe("confirms-self");
  });
});

describe("who confirms the rest", () => {
  it("another delegate: the officer, or the scrutineers where it is about the officer", () => {
    expect(confirmers(proposed("delegateChange"))).toEqual(["officer"]);
    expect(confirmers(proposed("delegateChange", { concerned: ["officer"] }))).toEqual(["s1", "s2"]);
  });

  it("numbers from paper and a lot by hand: scrutineers and delegates of other parties, nobody who stands", () => {
    for (const matter of ["paperResult", "lotDrawn"] as const)
      expect(confirmers(proposed(matter, { proposedBy: "officer" }))).toEqual([
        "s1",
        "s2",
        "chair",
        "d1",
        "d2",
      ]);
  });

  it("a wish for paper: whoever coordinates, member or not", () => {
    const wish = proposed("paperRequest", { proposedBy: "d1" });
    expect(reason(judgeConfirm(wish, by(null, true), PEOPLE))).toEqual({ part: "coordinator", again: false });
    expect(reason(judgeConfirm(wish, by("officer"), PEOPLE))).toBe("not-confirmer");
    expect(reason(judgeConfirm({ ...wish, proposedBy: "co" }, by("co", true), PEOPLE))).toBe("confirms-self");
  });

  it("two witnesses of two parties", () => {
    const given = proposed("paperResult", { proposedBy: "officer", approvedBy: ["d1"] });
    const colleague = { ...by("s1"), party: "d1" };
    expect(reason(judgeConfirm(given, colleague, PEOPLE))).toBe("same-party-witness");
    expect(reason(judgeConfirm(given, by("s1"), PEOPLE))).toEqual({ part: "scrutineer", again: false });
    expect(reason(judgeConfirm(given, by("d1"), PEOPLE))).toEqual({ part: "delegate", again: true });
    expect(completes({ ...given, approvedBy: [] })).toBe(false);
    expect(completes(given)).toBe(true);
  });

  it("whoever could confirm may say no, but nobody to a wish for paper", () => {
    expect(mayDrop(proposed("cancel"), by("chair"), PEOPLE)).toBe(true);
    expect(mayDrop(proposed("cancel"), by("d1"), PEOPLE)).toBe(false);
    const wish = proposed("paperRequest", { proposedBy: "d1" });
    expect(mayDrop(wish, by(null, true), PEOPLE)).toBe(false);
    expect(mayDrop(wish, by("d1"), PEOPLE)).toBe(true);
    expect(mayDrop(proposed("paperResult", { proposedBy: "officer" }), by("d2"), PEOPLE)).toBe(false);
  });
});

describe("in any election", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const anyone = fc.constantFrom(...ids);
  const people: fc.Arbitrary<People> = fc.record({
    coordinators: fc.subarray(ids),
    officer: fc.option(anyone.map((one) => person(one))),
    scrutineers: fc.subarray(ids, { maxLength: 2 }).map((list) => list.map((one) => person(one))),
    chair: fc.option(anyone),
    standing: fc.subarray(ids),
    delegates: fc.subarray(ids).map((list) => list.map((one) => person(one))),
  });

  it("nobody confirms what he proposed or what is about him, stands, or confirms twice into two", () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(...MATTERS),
        anyone,
        fc.subarray(ids, { maxLength: 2 }),
        anyone,
        (around, matter, proposer, concerned, who) => {
          const given = proposed(matter, { proposedBy: proposer, concerned });
          const actor = by(who, around.coordinators.includes(who));
          const judged = judgeConfirm(given, actor, around);
          if (!judged.ok) return;
          expect(who).not.toBe(proposer);
          expect(concerned).not.toContain(who);
          if (matter !== "paperRequest") expect(around.standing).not.toContain(who);
          if (matter !== "paperRequest") expect(around.coordinators).not.toContain(who);
          const twice = judgeConfirm({ ...given, approvedBy: [who] }, actor, around);
          expect(twice.ok && twice.value.again).toBe(true);
        },
      ),
    );
    expect(MATTERS.map(confirmationsFor)).toEqual([1, 1, 1, 2, 2]);
  });
});
