/** An open round as the events come in: who votes for what, who changes seats, when it ends. */
import { describe, expect, it } from "vitest";
import { ballotsOf, openPoll, type PollEvent, playPoll, type Vote } from "../../src/election/poll-events.ts";
import { seatOf } from "../../src/election/seats.ts";

const PAPER = new Set(["A", "B", "enthaltung"]);
const SEATS = [seatOf("kandern", ["k", "k-deputy"]), seatOf("schopfheim", ["s"]), seatOf("weil", ["w"])];
const poll = (secret = true) =>
  openPoll({ round: 1, opensAt: 100, closesAt: 200, secret }, PAPER, SEATS, SEATS.length);

const vote = (by: string, choice: string, action: string, more: Partial<Vote> = {}): Vote => ({
  ...{ type: "vote", at: 150, by, choice, action, round: null },
  ...more,
});
const ALL = [vote("k", "A", "1"), vote("s", "B", "2"), vote("w", "A", "3")];

function play(start: ReturnType<typeof poll>, ...events: readonly PollEvent[]) {
  const { poll: after, voteResults } = playPoll(start, events);
  return { after, results: voteResults, tally: Object.fromEntries(ballotsOf(after)) };
}
const substitute = (seat: string, to: string): PollEvent => ({ type: "substitute", at: 150, seat, to });
const close: PollEvent = { type: "close", at: 160 };
const cancel = (at = 160): PollEvent => ({ type: "cancel", at });
const leave = (seat: string): PollEvent => ({ type: "leave", at: 150, seat });
const extend = (closesAt: number, at = 160): PollEvent => ({ type: "extend", at, closesAt });

describe("votes", () => {
  it("are counted one a party", () => {
    const { results, tally } = play(poll(), ...ALL);
    expect(results).toEqual(["ok", "ok", "ok"]);
    expect(tally).toEqual({ A: 2, B: 1 });
  });

  it("are none of strangers, of those who do not hold the seat, or for what is not on the paper", () => {
    const wrong = [vote("x", "A", "1"), vote("k-deputy", "A", "2"), vote("w", "C", "3")];
    const { results, tally } = play(poll(), ...wrong);
    expect(results).toEqual(["not-entitled", "not-holder", "unknown-choice"]);
    expect(tally).toEqual({});
  });

  it("delivered again change nothing, whatever they say now", () => {
    const { results, tally } = play(poll(false), vote("k", "A", "1"), vote("k", "B", "1"));
    expect(results).toEqual(["ok", "duplicate"]);
    expect(tally).toEqual({ A: 1 });
  });

  it("delivered again are duplicates even where the party has left meanwhile", () => {
    const { results, after } = play(poll(), vote("k", "A", "1"), leave("kandern"), vote("k", "A", "1"));
    expect(results).toEqual(["ok", "duplicate"]);
    expect([...after.cast]).toEqual([["kandern", "A"]]);
  });

  it("with the action of another person are refused; one that was refused leaves its action free", () => {
    const { results } = play(
      ...([poll(), vote("k", "C", "1"), vote("s", "B", "1"), vote("k", "A", "1")] as const),
    );
    expect(results).toEqual(["unknown-choice", "ok", "foreign-action"]);
  });

  it("stand in a secret round, and are replaced in an open one", () => {
    const events = [vote("k", "A", "1"), vote("k", "B", "2")];
    expect(play(poll(), ...events)).toMatchObject({ results: ["ok", "already-voted"], tally: { A: 1 } });
    expect(play(poll(false), ...events)).toMatchObject({ results: ["ok", "replaced"], tally: { B: 1 } });
  });
});

describe("changes of seats", () => {
  it("give the vote to the deputy, and back", () => {
    const ended: PollEvent = { type: "substitute-end", at: 150, seat: "kandern" };
    const events = [
      substitute("kandern", "k-deputy"),
      vote("k", "A", "1"),
      ended,
      vote("k-deputy", "A", "2"),
    ];
    const { results } = play(poll(), ...events, vote("k", "A", "3"));
    expect(results).toEqual(["not-holder", "not-holder", "ok"]);
    const deputy = play(poll(), substitute("kandern", "k-deputy"), vote("k-deputy", "B", "1"));
    expect(deputy).toMatchObject({ results: ["ok"], tally: { B: 1 } });
  });

  it("let a new delegate vote at once, and the one before no more", () => {
    const change: PollEvent = { type: "delegate-change", at: 150, seat: "kandern", to: "new" };
    const { results } = play(poll(), change, vote("k", "A", "1"), vote("new", "A", "2"));
    expect(results).toEqual(["not-entitled", "ok"]);
  });

  it("touch the seat of their party only", () => {
    const { after } = play(poll(), substitute("kandern", "k-deputy"));
    expect(after.seats.map((seat) => seat.holder)).toEqual(["k-deputy", "s", "w"]);
  });
});

describe("a party that leaves", () => {
  it("is entitled no more, once, and votes no more", () => {
    const { after, results } = play(poll(), leave("weil"), leave("weil"), vote("w", "A", "1"));
    expect(after.entitled).toBe(2);
    expect(results).toEqual(["not-entitled"]);
    expect(after.seats.map((seat) => seat.left)).toEqual([false, false, true]);
  });

  it("stays entitled with its ballot where it has voted", () => {
    const { after, tally } = play(poll(), ...ALL, leave("weil"));
    expect(after.entitled).toBe(3);
    expect(tally).toEqual({ A: 2, B: 1 });
  });

  it("that has no seat here changes no number", () => {
    expect(play(poll(), leave("binzen")).after.entitled).toBe(3);
    expect(play(poll(), leave("weil"), leave("binzen")).after.entitled).toBe(2);
  });
});

describe("the end of a round", () => {
  const late = vote("w", "B", "9", { at: 170 });

  it("comes early only when all have voted who have not left", () => {
    expect(play(poll(), ...ALL.slice(0, 2), close, late).results).toEqual(["ok", "ok", "ok"]);
    const early = play(poll(), ...ALL, close).after;
    expect(early).toMatchObject({ closedEarly: true, cancelled: false, closesAt: 200 });
    expect([...early.cast.keys()]).toEqual(["kandern", "schopfheim", "weil"]);
    expect(play(poll(), ...ALL.slice(0, 2), leave("weil"), close).after.closedEarly).toBe(true);
    expect(play(poll(), close).after.closedEarly).toBe(false);
    expect(play(poll(false), ...ALL, close, late).results.at(-1)).toBe("closed");
  });

  it("can be put later while the round is open, never earlier", () => {
    const closes = (...events: readonly PollEvent[]) => play(poll(), ...events).after.closesAt;
    expect([closes(extend(300)), closes(extend(201, 199)), closes(extend(199))]).toEqual([300, 201, 200]);
    expect(closes(extend(300, 200))).toBe(200);
    expect(closes(...ALL, close, extend(300))).toBe(200);
    expect(closes(cancel(), extend(300))).toBe(200);
    const extended = play(poll(), extend(300), vote("w", "B", "1", { at: 299 }));
    expect(extended).toMatchObject({ results: ["ok"], after: { entitled: 3 } });
  });

  it("by cancelling is possible while the round is open, and no vote counts then", () => {
    expect(play(poll(), cancel(), late)).toMatchObject({
      results: ["cancelled"],
      after: { cancelled: true },
    });
    expect(play(poll(), cancel(199)).after.cancelled).toBe(true);
    expect(play(poll(), cancel(200)).after.cancelled).toBe(false);
    expect(play(poll(), ...ALL, close, cancel()).after.cancelled).toBe(false);
  });
});
