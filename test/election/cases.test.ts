import { describe, expect, it } from "vitest";
import { electionCases } from "../../src/election/cases.ts";

const solve = (kind: string, input: object) => electionCases[kind]?.({ electorate: 36, ...input });
const chair = (rounds: readonly object[], more: object = {}) => solve("chair", { rounds, ...more });
const decision = (round: object, more: object = {}) => solve("decision", { rounds: [round], ...more });

const HOURS = { opensAt: "2031-03-03T08:00:00Z", closesAt: "2031-03-03T18:00:00Z" };
const vote = (by: string, choice: string, more: object = {}) => ({
  type: "vote",
  at: "2031-03-03T12:00:00Z",
  by,
  choice,
  action: `${by}-${choice}`,
  ...more,
});
const SEATS = { p: ["p1", "p2"], q: ["q1"], r: ["r1"], s: ["s1"] };

describe("a chair case", () => {
  it("counts round after round; who stands in a later one need not be said", () => {
    const first = { candidates: ["A", "B", "C"], ballots: { A: 12, B: 11, C: 7 } };
    expect(chair([first, { ballots: { A: 13, B: 13 }, lotDrawn: ["B"] }])).toMatchObject({
      outcome: "elected",
      winner: "B",
      byLot: true,
      round: 2,
      reason: null,
    });
  });

  it("passes on whom withdrawals and a lot have left for the run-off", () => {
    const first = {
      candidates: ["A", "B", "C", "D"],
      ballots: { A: 12, B: 9, C: 5, D: 5 },
      withdrawnAfter: ["A"],
      lotDrawn: ["D"],
    };
    expect(chair([first])).toMatchObject({ outcome: "runoff", runoffPair: ["B", "D"] });
    expect(chair([first, { ballots: { B: 15, D: 16 } }])).toMatchObject({
      winner: "D",
      byLot: false,
      round: 2,
    });
  });

  it("ends where the election ended, whatever rounds are given after it", () => {
    const won = { candidates: ["A", "B"], ballots: { A: 20, B: 10 } };
    const lost = { candidates: ["A", "B"], ballots: { A: 1, B: 30 } };
    expect(chair([won, lost])).toMatchObject({ winner: "A", round: 1 });
    expect(chair([{ ...won, acceptance: "expired" }, lost])).toMatchObject({
      outcome: "not-elected",
      reason: "acceptance-expired",
      winner: null,
      round: 1,
    });
  });

  it("takes the numbers of the round before those of the case", () => {
    const round = { candidates: ["A", "B"], ballots: { A: 9, B: 5 }, entitled: 28, present: 19 };
    expect(chair([round])).toMatchObject({ outcome: "runoff", present: 19, needed: 10, entitled: 28 });
    expect(chair([{ ...round, entitled: null }], { quorum: 3 })).toMatchObject({
      entitled: 36,
      outcome: "runoff",
    });
  });

  it("checks the quorum in the second round too", () => {
    const first = { candidates: ["A"], ballots: { A: 10, nein: 10 } };
    expect(chair([first, { ballots: { A: 17 } }])).toMatchObject({ reason: "no-quorum", round: 2 });
  });

  it("may give its last round as events, with the number that round has", () => {
    const events = [
      vote("p1", "A", { round: 1 }),
      vote("p1", "A", { round: 2 }),
      vote("q1", "B"),
      vote("r1", "enthaltung"),
      vote("s1", "C"),
    ];
    const first = { candidates: ["A", "B", "C"], ballots: { A: 2, B: 2 } };
    expect(chair([first, { ...HOURS, events }], { electorate: 4, seats: SEATS })).toMatchObject({
      voteResults: ["wrong-round", "ok", "ok", "ok", "unknown-choice"],
      tally: { A: 1, B: 1, enthaltung: 1 },
      outcome: "lot",
      lotFor: "winner",
      round: 2,
    });
  });

  it("looks at withdrawals, lot and acceptance after a round of events as well", () => {
    const events = [vote("p1", "A"), vote("q1", "B")];
    const round = { ...HOURS, candidates: ["A", "B"], events };
    const at = { electorate: 4, seats: SEATS };
    expect(chair([{ ...round, withdrawnAfter: ["B"] }], at)).toMatchObject({ outcome: "second-round" });
    expect(chair([{ ...round, events: events.slice(1) }], at)).toMatchObject({
      reason: "no-quorum",
      present: 1,
    });
  });

  it("takes the quorum from those who are left when parties leave", () => {
    const leave = ["q", "r"].map((seat) => ({ type: "leave", at: HOURS.opensAt, seat }));
    const round = { ...HOURS, candidates: ["A", "B"], events: [...leave, vote("p2", "A"), vote("p1", "A")] };
    expect(chair([round], { electorate: 4, seats: SEATS })).toMatchObject({
      voteResults: ["not-holder", "ok"],
      entitled: 2,
      winner: "A",
    });
  });

  it("is void when the round was cancelled in time", () => {
    const cancelled = {
      ...HOURS,
      candidates: ["A"],
      events: [{ type: "cancel", at: HOURS.opensAt }, vote("p1", "A")],
    };
    expect(chair([cancelled], { electorate: 4, seats: SEATS })).toMatchObject({
      outcome: "void",
      reason: "cancelled",
      voteResults: ["cancelled"],
      tally: {},
    });
  });

  it("shows only what was chosen in its tally", () => {
    const round = { candidates: ["A", "B"], ballots: { A: 20, B: 0, ungueltig: 0 } };
    expect(chair([round])).toHaveProperty("tally", { A: 20 });
  });

  it("keeps a party that left in one round of events out of the next one", () => {
    const votes = [vote("p1", "A"), vote("q1", "B"), vote("r1", "A"), vote("s1", "B")];
    const leave = { type: "leave", at: HOURS.opensAt, seat: "s" };
    const first = { ...HOURS, candidates: ["A", "B"], events: [...votes, leave] };
    const next = { ...HOURS, events: votes };
    const at = { electorate: 4, seats: SEATS };
    expect(chair([first], at)).toMatchObject({ entitled: 4, outcome: "runoff" });
    expect(chair([first, next], at)).toMatchObject({
      voteResults: ["ok", "ok", "ok", "not-entitled"],
      entitled: 3,
      winner: "A",
    });
  });

  it("is secret and a decision open unless the settings say otherwise", () => {
    const at = { electorate: 4, seats: SEATS };
    const papers = [vote("p1", "enthaltung"), vote("p1", "ungueltig")];
    expect(chair([{ ...HOURS, candidates: ["A"], events: papers }], at)).toMatchObject({
      voteResults: ["ok", "already-voted"],
    });
    expect(decision({ ...HOURS, events: papers }, at)).toMatchObject({ voteResults: ["ok", "replaced"] });
  });

  it("can be an open vote by its settings, as a decision can be a secret one", () => {
    const events = [vote("p1", "A"), vote("p1", "B"), vote("p1", "ja"), vote("p1", "nein")];
    const at = { electorate: 4, seats: SEATS };
    expect(
      chair([{ ...HOURS, candidates: ["A", "B"], events }], { ...at, config: { secret: false } }),
    ).toMatchObject({
      voteResults: ["ok", "replaced", "unknown-choice", "unknown-choice"],
    });
    expect(decision({ ...HOURS, events }, { ...at, config: { secret: true } })).toMatchObject({
      voteResults: ["unknown-choice", "unknown-choice", "ok", "already-voted"],
    });
  });
});

describe("a decision case", () => {
  it("takes majority and circulation from its settings", () => {
    const ballots = { ja: 20, nein: 11, enthaltung: 5 };
    const under = (config: object) => decision({ ballots }, { config });
    expect(under({})).toMatchObject({ outcome: "accepted", reason: null, present: 36 });
    expect(under({ majority: "two-thirds-cast" })).toMatchObject({ reason: "threshold" });
    expect(under({ mode: "umlauf" })).toMatchObject({ outcome: "rejected", reason: "objection" });
    expect(decision({}, { config: { mode: "umlauf" } })).toMatchObject({ outcome: "accepted", present: 0 });
  });
});

describe("a process case", () => {
  it("tells refusals from what was done", () => {
    const events = [
      { type: "consent", by: "candidate", candidate: "A" },
      { type: "nominate", by: "delegate", candidate: "A" },
      { type: "nominate", by: "delegate", candidate: "A" },
      { type: "accept", by: "delegate" },
      { type: "timer", name: "voting" },
      { type: "timer", name: "nomination" },
    ];
    expect(solve("process", { start: "nomination", events })).toEqual({
      state: "nomination",
      results: [
        "refused:not-nominated",
        "ok",
        "duplicate",
        "refused:role",
        "refused:wrong-state",
        "extended",
      ],
      winner: null,
    });
  });

  it("begins anywhere, with those who already agreed, and with its own quorum", () => {
    const events = [
      { type: "open", by: "coordinator" },
      { type: "timer", name: "voting", ballots: { A: 2, B: 1 } },
      { type: "timer", name: "acceptance" },
    ];
    const start = { start: "ready", candidates: ["A", "B"], events, quorum: 3 };
    expect(solve("process", start)).toMatchObject({ state: "not_elected", results: ["ok", "ok", "ok"] });
    const nominated = {
      start: "nomination",
      candidates: ["A"],
      events: [{ type: "timer", name: "nomination" }],
    };
    expect(solve("process", nominated)).toMatchObject({ state: "ready" });
    const accept = [{ type: "accept", by: "candidate", candidate: "A" }];
    const late = { start: "acceptance", candidates: ["A"], events: accept };
    expect(solve("process", late)).toMatchObject({ state: "elected", winner: "A" });
  });
});

describe("a seal case", () => {
  it("says what the seal shows, and whether the box agrees with the register", () => {
    const name = { electionId: "x", round: 1 };
    const ballots = [
      { choice: "A", salt: "1" },
      { choice: "A", salt: "2" },
    ];
    const sealed = solve("seal", { ...name, voters: ["q", "p"], ballots }) as Record<string, string[]>;
    expect(sealed).toMatchObject({ consistent: true, tally: { A: 2 } });
    expect(sealed.commitments).toEqual([...(sealed.commitments ?? [])].sort());
    expect(sealed.receipts?.[0]).toMatch(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$/);
    expect(solve("seal", { ...name, voters: ["p"], ballots })).toMatchObject({ consistent: false });
  });
});

describe("a case that is not written as its kind requires", () => {
  it.each([
    ["chair", { rounds: [] }],
    ["chair", { rounds: [{ candidates: ["A"], ballots: { A: -1 } }] }],
    ["chair", { rounds: [{ candidates: ["A"], ballots: { A: 1.5 } }] }],
    ["chair", { rounds: [{ candidates: ["A"], events: [vote("p1", "A")] }] }],
    ["chair", { rounds: [{ ...HOURS, candidates: ["A"], events: [{ type: "dance", at: HOURS.opensAt }] }] }],
    ["chair", { rounds: [{ ...HOURS, opensAt: "Montag", candidates: ["A"], events: [] }] }],
    ["chair", { rounds: [{ candidates: ["A"], ballots: {} }], config: { withdrawal: "perhaps" } }],
    ["process", { events: [{ type: "timer", name: "tea" }] }],
    ["lot", { among: ["A"] }],
    ["seal", { voters: [] }],
  ])("%s %j is a fault", (kind, input) => {
    expect(() => solve(kind, input)).toThrow();
  });
});
