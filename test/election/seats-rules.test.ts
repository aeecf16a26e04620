/** The seats of a poll: who votes for a party now, and who may. */
import { describe, expect, it } from "vitest";
import {
  delegateChanged,
  departed,
  seatFor,
  seatOf,
  substituted,
  substitutionEnded,
} from "../../src/election/seats.ts";

const kandern = seatOf("kandern", ["delegate", "deputy", "second"]);
const empty = seatOf("weil", []);

describe("a seat", () => {
  it("is held by the delegate, and by nobody where there is none", () => {
    expect(kandern).toEqual({
      ...{ party: "kandern", people: ["delegate", "deputy", "second"], holder: "delegate", left: false },
    });
    expect(empty.holder).toBeNull();
  });

  it("goes to a deputy named before, and to nobody else", () => {
    expect(substituted(kandern, "second")).toEqual({ ...kandern, holder: "second" });
    expect(substituted(kandern, "stranger")).toEqual(kandern);
  });

  it("goes back to the delegate after the substitution", () => {
    expect(substitutionEnded(substituted(kandern, "deputy"))).toEqual(kandern);
    expect(substitutionEnded({ ...empty, holder: "somebody" })).toEqual(empty);
  });

  it("goes to a new delegate at once; the one before is out, a deputy who becomes it stands there once", () => {
    expect(delegateChanged(kandern, "new")).toEqual({
      ...{ ...kandern, people: ["new", "deputy", "second"], holder: "new" },
    });
    expect(delegateChanged(substituted(kandern, "second"), "deputy")).toEqual({
      ...{ ...kandern, people: ["deputy", "second"], holder: "deputy" },
    });
    expect(delegateChanged(empty, "new")).toEqual({ ...empty, people: ["new"], holder: "new" });
  });

  it("of a party that has left has nobody, for good", () => {
    const gone = { party: "kandern", people: [], holder: null, left: true };
    expect(departed(kandern)).toEqual(gone);
    expect(delegateChanged(departed(kandern), "new")).toEqual(gone);
    expect(substitutionEnded(departed(kandern))).toEqual(gone);
  });
});

describe("the seat a person votes for", () => {
  it("is the one held; else the first in whose list the person stands; else none", () => {
    const binzen = seatOf("binzen", ["b", "anna"]);
    const anna = substituted(seatOf("weil", ["w", "anna"]), "anna");
    const seats = [binzen, anna, kandern];
    expect(seatFor(seats, "anna")?.party).toBe("weil");
    expect(seatFor([binzen, kandern], "anna")?.party).toBe("binzen");
    expect(seatFor(seats, "second")?.party).toBe("kandern");
    expect(seatFor(seats, "stranger")).toBeUndefined();
    expect(seatFor([departed(kandern)], "delegate")).toBeUndefined();
  });
});
