import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeAppointment } from "../../src/forum/seats.ts";

const seats = [
  { party: "binzen", holderId: null },
  { party: "kandern", holderId: null },
  { party: "wieden", holderId: "w1" },
];
const people = [
  { memberId: "b1", name: "Bürgermeisteramt", party: "binzen" },
  { memberId: "b2", name: "Hauptamt", party: "binzen" },
  { memberId: "k1", name: "Bürgermeisteramt", party: "kandern" },
  { memberId: "w2", name: "Hauptamt", party: "wieden" },
  { memberId: "z1", name: "Geschäftsstelle", party: "zweckverband" },
];
const judge = (chosen: readonly string[], by: string | null = null) =>
  judgeAppointment(chosen, people, seats, by);

describe("giving seats", () => {
  it("takes one person for each free seat, also when one was ticked twice", () => {
    const given = judge(["b1", "k1", "b1"]);
    expect(given).toMatchObject({ ok: true, value: [{ memberId: "b1" }, { memberId: "k1" }] });
  });

  it.each([
    ["nobody", [], null, "nobodyChosen"],
    ["the person who gives", ["k1", "b1"], "b1", "notYourself"],
    ["somebody unknown", ["x"], null, "unknownPerson"],
    ["two of one party", ["b1", "b2"], null, "twoForOneSeat"],
    ["somebody whose party has a holder", ["w2"], null, "seatTaken"],
    ["somebody whose organisation has no seat", ["z1"], null, "noSeat"],
  ] as const)("refuses %s", (_what, chosen, by, reason) => {
    expect(judge(chosen, by)).toEqual({ ok: false, reason });
  });

  it("never gives a party two people, and never replaces anybody", () => {
    const ids = fc.subarray(["b1", "b2", "k1", "w2", "z1", "x"]);
    fc.assert(
      fc.property(ids, fc.option(fc.constantFrom("b1", "k1")), (chosen, by) => {
        const given = judge(chosen, by);
        if (!given.ok) return;
        const parties = given.value.map((one) => one.party);
        expect(new Set(parties).size).toBe(parties.length);
        expect(parties).not.toContain("wieden");
        expect(given.value.map((one) => one.memberId)).not.toContain(by);
      }),
    );
  });
});
