import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballotsOf, type PollEvent, playPoll } from "../../src/election/poll-events.ts";
import { CLOSES, NOON, OPENS, play, poll, vote } from "./polls.ts";

const at = NOON;
const secret = poll();
const open = poll({ secret: false });
const all = [vote("kandern-delegate", "A"), vote("schopfheim-delegate", "B"), vote("weil-delegate", "A")];

describe("a vote", () => {
  it("counts from the opening instant until just before the closing one, by the server's clock", () => {
    const times = [OPENS - 1, OPENS, CLOSES - 1, CLOSES];
    const results = times.map((time) => play(secret, vote("weil-delegate", "A", { at: time })).results[0]);
    expect(results).toEqual(["not-open", "ok", "ok", "closed"]);
  });

  it("delivered again gets the same answer and has no effect, whatever it says and however late", () => {
    const first = vote("weil-delegate", "A");
    const again = [
      { ...first, choice: "B" },
      { ...first, at: CLOSES + 60_000 },
      { ...first, round: 7, choice: "nobody" },
      { ...first, at: OPENS - 1 },
    ];
    const { results, tally } = play(secret, first, ...again);
    expect(results).toEqual(["ok", "duplicate", "duplicate", "duplicate", "duplicate"]);
    expect(tally).toEqual({ A: 1 });
  });

  it("delivered again stays a duplicate after the cancelling and after the party has left", () => {
    const first = vote("weil-delegate", "A");
    const { results } = play(
      secret,
      first,
      { type: "leave", at, seat: "weil" },
      { type: "cancel", at },
      first,
    );
    expect(results).toEqual(["ok", "duplicate"]);
  });

  it("that was refused may be sent again with the same action", () => {
    const early = vote("weil-delegate", "A", { at: OPENS - 1 });
    const wrong = vote("kandern-delegate", "C");
    const { results } = play(secret, early, { ...early, at }, wrong, { ...wrong, choice: "B" });
    expect(results).toEqual(["not-open", "ok", "unknown-choice", "ok"]);
  });

  it("from a card of another round, or of another person, is refused", () => {
    const mine = vote("weil-delegate", "A", { round: 1 });
    const { results, tally } = play(secret, vote("weil-delegate", "A", { round: 2 }), mine, {
      ...mine,
      by: "kandern-delegate",
    });
    expect(results).toEqual(["wrong-round", "ok", "foreign-action"]);
    expect(tally).toEqual({ A: 1 });
  });

  it("names the first reason that applies, in the fixed order", () => {
    const used = vote("weil-delegate", "A");
    const worst = { ...used, by: "stranger", choice: "nobody", round: 2, at: CLOSES };
    const refusals = [
      [worst],
      [{ type: "cancel", at } as const, { ...worst, round: null }],
      [{ ...worst, round: null, at: OPENS - 1 }],
      [{ ...worst, round: null }],
      [{ ...worst, round: null, at }],
      [{ ...worst, round: null, at, by: "kandern-deputy" }],
      [{ ...worst, round: null, at, by: "kandern-delegate" }],
      [{ ...used, by: "kandern-delegate" }],
    ].map((events) => play(secret, used, ...events).results.at(-1));
    expect(refusals).toEqual([
      "wrong-round",
      "cancelled",
      "not-open",
      "closed",
      "not-entitled",
      "not-holder",
      "unknown-choice",
      "foreign-action",
    ]);
    // Also for a seat that has voted: a foreign card is told from a second vote.
    const second = play(secret, used, vote("kandern-delegate", "B"), { ...used, by: "kandern-delegate" });
    expect(second.results.at(-1)).toBe("foreign-action");
  });

  it("is final in a secret round and the last one counts in an open one", () => {
    const change = [vote("weil-delegate", "A"), vote("weil-delegate", "B")];
    expect(play(secret, ...change)).toMatchObject({ results: ["ok", "already-voted"], tally: { A: 1 } });
    expect(play(open, ...change)).toMatchObject({ results: ["ok", "replaced"], tally: { B: 1 } });
  });

  it("in an open round is a duplicate also after it was replaced, and does not come back", () => {
    const first = vote("weil-delegate", "A");
    const { results, tally } = play(open, first, vote("weil-delegate", "B"), first);
    expect(results).toEqual(["ok", "replaced", "duplicate"]);
    expect(tally).toEqual({ B: 1 });
  });

  it("with a refused choice does not use up the vote; an invalid ballot is a ballot", () => {
    for (const wrong of ["nein", "C", "", "__proto__", "ENTHALTUNG"]) {
      const { results, tally } = play(secret, vote("weil-delegate", wrong), vote("weil-delegate", "A"));
      expect([results, tally]).toEqual([["unknown-choice", "ok"], { A: 1 }]);
    }
    expect(play(secret, vote("weil-delegate", "ungueltig")).tally).toEqual({ ungueltig: 1 });
  });

  it("may be a no only where there is a single candidate", () => {
    const no = vote("weil-delegate", "nein");
    expect(play(poll({ candidates: ["A"] }), no).results).toEqual(["ok"]);
    expect(play(secret, no).results).toEqual(["unknown-choice"]);
  });
});

describe("a seat", () => {
  it("has one holder: the deputy votes only while substituting, then the delegate again", () => {
    const { results } = play(
      open,
      vote("weil-deputy", "A"),
      { type: "substitute", at, seat: "weil", to: "weil-deputy" },
      vote("weil-delegate", "A"),
      vote("weil-deputy", "A"),
      { type: "substitute-end", at, seat: "weil" },
      vote("weil-deputy", "A"),
      vote("weil-delegate", "B"),
    );
    expect(results).toEqual(["not-holder", "not-holder", "ok", "not-holder", "replaced"]);
  });

  it("is never held by somebody of another party", () => {
    const { results } = play(
      secret,
      { type: "substitute", at, seat: "weil", to: "kandern-delegate" },
      vote("weil-delegate", "A"),
    );
    expect(results).toEqual(["ok"]);
  });

  it("passes to the new delegate; the old one belongs to no seat, the deputies stay", () => {
    const { results } = play(
      secret,
      { type: "delegate-change", at, seat: "weil", to: "weil-new" },
      vote("weil-delegate", "A"),
      vote("weil-deputy", "A"),
      vote("weil-new", "B"),
    );
    expect(results).toEqual(["not-entitled", "not-holder", "ok"]);
  });

  it("whose deputy becomes the delegate lists that person once", () => {
    const { after, results } = play(
      secret,
      { type: "substitute", at, seat: "weil", to: "weil-second-deputy" },
      { type: "delegate-change", at, seat: "weil", to: "weil-deputy" },
      vote("weil-second-deputy", "A"),
      vote("weil-deputy", "A"),
    );
    expect(after.seats[2]).toMatchObject({
      people: ["weil-deputy", "weil-second-deputy"],
      holder: "weil-deputy",
    });
    expect(results).toEqual(["not-holder", "ok"]);
  });

  it("that has voted keeps its vote when the delegate changes, also in a secret round", () => {
    const change: PollEvent = { type: "delegate-change", at, seat: "weil", to: "weil-new" };
    const events = [vote("weil-delegate", "A"), change, vote("weil-new", "B")];
    expect(play(secret, ...events)).toMatchObject({ results: ["ok", "already-voted"], tally: { A: 1 } });
    expect(play(open, ...events)).toMatchObject({ results: ["ok", "replaced"], tally: { B: 1 } });
  });
});

describe("a party that leaves", () => {
  const leave: PollEvent = { type: "leave", at, seat: "weil" };

  it("before voting is off the register, and cannot come back", () => {
    const back: PollEvent[] = [
      { type: "substitute", at, seat: "weil", to: "weil-deputy" },
      { type: "substitute-end", at, seat: "weil" },
      { type: "delegate-change", at, seat: "weil", to: "weil-new" },
    ];
    const { results, entitled } = play(
      secret,
      leave,
      leave,
      ...back,
      ...["weil-delegate", "weil-deputy", "weil-new"].map((by) => vote(by, "A")),
    );
    expect(entitled).toBe(2);
    expect(results).toEqual(["not-entitled", "not-entitled", "not-entitled"]);
  });

  it("after voting stays entitled and its ballot stays", () => {
    const { tally, entitled, results } = play(
      open,
      vote("weil-delegate", "A"),
      leave,
      leave,
      vote("weil-delegate", "B"),
    );
    expect([tally, entitled, results]).toEqual([{ A: 1 }, 3, ["ok", "not-entitled"]]);
  });

  it("that nobody knows changes nothing", () => {
    expect(play(secret, { type: "leave", at, seat: "nirgendwo" }).entitled).toBe(3);
  });
});

describe("the end of a round", () => {
  it("comes early only when every seat that has not left has voted", () => {
    const [first, second, third] = all;
    const late = vote("weil-delegate", "A");
    if (!first || !second || !third) throw new Error("three votes");
    const close: PollEvent = { type: "close", at };
    expect(play(secret, first, second, close, third).results).toEqual(["ok", "ok", "ok"]);
    expect(play(open, first, second, third, close, late).results.at(-1)).toBe("closed");
    const leave: PollEvent = { type: "leave", at, seat: "weil" };
    expect(play(open, first, second, leave, close, vote("kandern-delegate", "B")).results.at(-1)).toBe(
      "closed",
    );
  });

  it("moves only to a later time and only while the round is open", () => {
    const later = CLOSES + 3_600_000;
    const late = vote("weil-delegate", "A", { at: CLOSES });
    const extend = (closesAt: number, when = at): PollEvent => ({ type: "extend", at: when, closesAt });
    expect(play(secret, extend(later), late).results).toEqual(["ok"]);
    expect(play(secret, extend(later), vote("weil-delegate", "A", { at: later })).results).toEqual([
      "closed",
    ]);
    expect(play(secret, extend(CLOSES - 1), vote("weil-delegate", "A", { at: CLOSES - 1 })).results).toEqual([
      "ok",
    ]);
    expect(play(secret, extend(later, CLOSES), late).results).toEqual(["closed"]);
    expect(play(secret, extend(later), extend(later + 1, CLOSES), { ...late, at: later }).results).toEqual([
      "ok",
    ]);
    expect(play(open, ...all, { type: "close", at }, extend(later), late).results.at(-1)).toBe("closed");
    expect(play(secret, { type: "cancel", at }, extend(later), late).results).toEqual(["cancelled"]);
  });

  it("cannot be a cancelling once the round is over", () => {
    expect(play(secret, { type: "cancel", at: CLOSES }).after.cancelled).toBe(false);
    expect(play(open, ...all, { type: "close", at }, { type: "cancel", at }).after.cancelled).toBe(false);
    expect(play(secret, { type: "cancel", at: CLOSES - 1 }).after.cancelled).toBe(true);
  });
});

const people = ["kandern-delegate", "kandern-deputy", "schopfheim-delegate", "weil-delegate", "stranger"];
const seat = fc.constantFrom("kandern", "schopfheim", "weil");
const when = fc.constantFrom(OPENS - 1, OPENS, NOON, CLOSES - 1, CLOSES);
const anyEvent: fc.Arbitrary<PollEvent> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("vote" as const),
      at: when,
      by: fc.constantFrom(...people),
      choice: fc.constantFrom("A", "B", "enthaltung", "ungueltig", "nein"),
      action: fc.constantFrom("x", "y", "z"),
      round: fc.constantFrom(null, 1, 2),
    }),
  },
  fc.record({
    type: fc.constantFrom("substitute" as const, "delegate-change" as const),
    at: when,
    seat,
    to: fc.constantFrom(...people),
  }),
  fc.record({ type: fc.constantFrom("substitute-end" as const, "leave" as const), at: when, seat }),
  fc.record({ type: fc.constantFrom("close" as const, "cancel" as const), at: when }),
  fc.record({ type: fc.constant("extend" as const), at: when, closesAt: when }),
);

describe("whatever happens in a round", () => {
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0);

  it("there are as many ballots as seats that voted, never more than entitled seats", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), fc.boolean(), (events, isSecret) => {
        const { poll: after, voteResults } = playPoll(poll({ secret: isSecret }), events);
        const marks = voteResults.filter((result) => result === "ok").length;
        expect(sum(ballotsOf(after).values())).toBe(marks);
        expect(marks).toBe(after.cast.size);
        expect(marks).toBeLessThanOrEqual(after.entitled);
        if (isSecret) expect(voteResults).not.toContain("replaced");
        else expect(voteResults).not.toContain("already-voted");
      }),
    );
  });

  it("a refused or repeated vote changes nothing", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), anyEvent, fc.boolean(), (events, last, isSecret) => {
        const before = playPoll(poll({ secret: isSecret }), events).poll;
        const { poll: after, voteResults } = playPoll(before, [last]);
        if (last.type === "vote" && voteResults[0] !== "ok" && voteResults[0] !== "replaced")
          expect(after).toBe(before);
      }),
    );
  });

  it("the number of entitled seats only falls, and by those who left without a vote", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const { poll: after } = playPoll(poll(), events);
        const gone = after.seats.filter((one) => one.left && !after.cast.has(one.party)).length;
        expect(after.entitled).toBe(3 - gone);
      }),
    );
  });
});
