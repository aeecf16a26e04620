/** The minutes as a value: every way an election or a decision can end, and what must never stand in them. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Minutes, minutesSchema } from "../../src/election/minutes/minutes.schema.ts";
import type { MinutesSource } from "../../src/election/minutes/minutes.source.ts";
import { isDraft, minutesOf } from "../../src/election/minutes/minutes.ts";
import {
  accepted,
  CLOSED,
  candidacy,
  counted,
  DAY,
  decision,
  election,
  entry,
  NOW,
  nameOf,
  OPENED,
  PARTIES,
  round,
  source,
} from "./minutes-source.ts";

/** Made, written as a file, and read back: what a recount gets. */
function minutes(given: MinutesSource, now = NOW): Minutes {
  const made = minutesOf(given, { now, version: "1.2.3", organisationName: nameOf });
  const read = minutesSchema.parse(JSON.parse(JSON.stringify(made)));
  expect(read).toEqual(made);
  return read;
}

const iso = (at: number) => new Date(at).toISOString();
const LOT = {
  ...{ way: "public-draw" as const, source: "lotto-6aus49:2026-02-11", notBefore: CLOSED + DAY },
  ...{ publicRandom: "lotto-6aus49:2026-02-11:03-08-17-22-31-45", keys: [], witnesses: [] },
};

describe("minutes of an election", () => {
  it("decided in the first round hold everything that is published of it", () => {
    const read = minutes(accepted());
    expect(read).toMatchObject({
      ...{ format: "forum-niederschrift/v1", title: "Wahl: Vorsitz des Forums", kind: "chair" },
      ...{ outcome: "elected", winner: "A", reason: null, decision: null },
      acceptance: { answer: "accepted", at: iso(NOW) },
      term: { from: "2026-02-10", to: "2027-02-09" },
      rule: { version: 3, settings: { withdrawal: "move-up", quorum: "half" } },
      officer: { name: "Hauptamt Wieden", party: "wieden" },
      software: { name: "forumsbote", version: "1.2.3" },
    });
    expect(read.rule.lines.join("\n")).toContain("(Willensbekundung)");
    expect(read.rule.lines).toHaveLength(3 + Object.keys(read.rule.settings).length);
    expect(read.nominations[0]).toEqual({
      ...{ name: "A", party: null, nominatedBy: "Delegation binzen", consented: true, withdrawn: false },
    });
    expect(read.rounds).toHaveLength(1);
    expect(read.rounds[0]).toMatchObject({
      ...{ round: 1, stage: "first", outcome: "elected", winner: "A", byLot: false, present: 7, needed: 4 },
      ...{ tally: { A: 5, B: 1, enthaltung: 1 }, quorum: 4, entitled: 8, lot: null, votes: null },
      ...{ opensAt: iso(OPENED), closesAt: iso(CLOSED), incidents: { duplicates: 0, late: 0 } },
    });
    expect(read.rounds[0]?.choices?.toSorted()).toEqual(["A", "A", "A", "A", "A", "B", "enthaltung"]);
    expect(Object.keys(read.parties)).toEqual([...PARTIES].sort());
  });

  it("name who withdrew, who stood in, who left, and how the end was moved", () => {
    const extensions = [{ from: CLOSED - DAY, to: CLOSED, reason: "Störung im Rechenzentrum" }];
    const register = PARTIES.map((party, at) =>
      entry(party, {
        voted: at < 7,
        ...(at === 0 ? { holderId: "m-wieden", deputies: ["m-wieden"] } : {}),
        ...(at === 7 ? { left: true } : {}),
      }),
    );
    const result = counted("runoff", { A: 3, B: 2, C: 2 }, { reason: "runoff" });
    const one = round(result, { register, extensions, duplicates: 2, late: 1 });
    const withdrawn = { withdrawnIn: 1, withdrawnAt: CLOSED + 5000 };
    const candidacies = [candidacy("A", withdrawn), candidacy("B"), candidacy("C")];
    const [read] = minutes(source({ rounds: [one], candidacies })).rounds;
    expect(read).toMatchObject({
      substitutions: [{ party: "binzen", holder: "Delegation wieden" }],
      ...{ left: ["wieden"], withdrawnAfter: ["A"], outcome: "runoff", reason: null, winner: null },
      extensions: [{ from: iso(CLOSED - DAY), to: iso(CLOSED), reason: "Störung im Rechenzentrum" }],
      incidents: { duplicates: 2, late: 1 },
    });
  });

  it("with a run-off hold both rounds; the runner-up who withdraws makes room for the next", () => {
    const first = round(counted("runoff", { A: 3, B: 2, C: 1 }, { reason: "runoff" }));
    const second = round(counted("elected", { A: 4, C: 3 }, { winner: "A" }), {
      ...{ number: 2, stage: "runoff", candidates: ["A", "C"] },
    });
    const candidacies = [
      candidacy("A"),
      candidacy("B", { withdrawnIn: 1, withdrawnAt: CLOSED + 1 }),
      candidacy("C"),
    ];
    const read = minutes(accepted({ rounds: [first, second], candidacies }));
    expect(read.rounds.map(({ stage, outcome, winner }) => [stage, outcome, winner])).toEqual([
      ["first", "runoff", null],
      ["runoff", "elected", "A"],
    ]);
    expect(read.rounds[1]).toMatchObject({ needed: 4, seal: { root: second.seal?.root } });
  });

  it("of a single candidate go on to a second round", () => {
    const first = round(counted("second-round", { A: 2, nein: 5 }, { reason: "second-round" }), {
      candidates: ["A"],
    });
    const last = round(counted("not-elected", { A: 3, nein: 4 }, { reason: "no-majority" }), {
      ...{ number: 2, stage: "second", candidates: ["A"] },
    });
    const ended = election({ state: "not_elected", reason: "no-majority" });
    const read = minutes(source({ election: ended, rounds: [first, last], candidacies: [candidacy("A")] }));
    expect(read).toMatchObject({ outcome: "not_elected", reason: "no-majority", winner: null });
    expect(read.rounds.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["second-round", null],
      ["not-elected", "no-majority"],
    ]);
  });

  it("with a lot by public draw let anybody repeat it", () => {
    const tied = counted("lot", { A: 3, B: 3 }, { reason: "lot" });
    const lot = { ...LOT, drawn: ["B"] };
    const one = round(tied, { number: 2, stage: "runoff", candidates: ["A", "B"], lot });
    const read = minutes(source({ rounds: [one] })).rounds[0];
    expect(read).toMatchObject({ outcome: "elected", winner: "B", byLot: true });
    expect(read?.lot).toMatchObject({
      ...{ way: "public-draw", source: "lotto-6aus49", announced: iso(CLOSED + DAY), lotFor: "winner" },
      ...{ among: ["A", "B"], seats: 1, runoffFixed: [], drawn: ["B"], publicRandom: LOT.publicRandom },
    });
    const seed = `forum-los/v1|wahl-1|2|winner|${one.seal?.root}|${LOT.publicRandom}`;
    const key = (name: string) => createHash("sha256").update(`${seed}|${name}`).digest("hex");
    expect(read?.lot).toMatchObject({ keys: { A: key("A"), B: key("B") } });
  });

  it("with a lot for the run-off before witnesses name them", () => {
    const tied = counted("lot", { A: 3, B: 1, C: 1, enthaltung: 1 }, { reason: "lot" });
    const witnesses = ["Hauptamt Wieden", "Ratsbüro Weil"];
    const lot = { ...LOT, way: "manual-witnessed" as const, publicRandom: null, drawn: ["C"], witnesses };
    const read = minutes(source({ rounds: [round(tied, { lot })] })).rounds[0];
    expect(read).toMatchObject({ outcome: "runoff", winner: null, byLot: null });
    expect(read?.lot).toEqual({
      ...{ way: "manual-witnessed", lotFor: "runoff", among: ["B", "C"], seats: 1 },
      ...{ runoffFixed: ["A"], drawn: ["C"], witnesses },
    });
  });

  it("keep a lot that was drawn before somebody withdrew", () => {
    const tied = counted("lot", { A: 3, B: 1, C: 1, enthaltung: 1 }, { reason: "lot" });
    const lot = { ...LOT, drawn: ["B"] };
    const candidacies = ["A", "B", "C"].map((name) =>
      candidacy(name, name === "B" ? { withdrawnIn: 1, withdrawnAt: CLOSED + 3 * DAY } : {}),
    );
    const read = minutes(source({ rounds: [round(tied, { lot })], candidacies })).rounds[0];
    expect(read).toMatchObject({ outcome: "runoff", withdrawnAfter: ["B"], lot: { among: ["B", "C"] } });
  });

  it("say nothing of a lot that is announced and not drawn", () => {
    const lot = { ...LOT, publicRandom: null, drawn: null };
    const tied = counted("lot", { A: 3, B: 3 }, { reason: "lot" });
    const one = round(tied, { stage: "runoff", candidates: ["A", "B"], lot });
    const read = minutes(source({ election: election({ state: "lot_pending" }), rounds: [one] }));
    expect(read).toMatchObject({ outcome: null, winner: null, rounds: [{ outcome: "lot", lot: null }] });
  });

  it("of a void round publish the seal, neither tally nor choices", () => {
    const result = counted("void", null, { reason: "no-quorum", present: 3 });
    const read = minutes(source({ election: election({ state: "void" }), rounds: [round(result)] }));
    expect(read.rounds[0]).toMatchObject({
      ...{ outcome: "void", reason: "no-quorum", present: 3, tally: null, choices: null },
      seal: { root: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(read.rounds[0]?.voters).toEqual(["binzen", "kandern", "landkreis"]);
  });

  it("of a round that became void by a withdrawal take the numbers back", () => {
    const result = counted("runoff", { A: 3, B: 2, C: 1 }, { reason: "runoff" });
    const candidacies = [candidacy("A", { withdrawnIn: 1, withdrawnAt: CLOSED + 1 }), candidacy("B")];
    const rule = { ...election().rule, withdrawal: "restart" as const };
    const read = minutes(source({ election: election({ rule }), candidacies, rounds: [round(result)] }));
    expect(read.rounds[0]).toMatchObject({ outcome: "void", reason: "withdrawal-restart", tally: null });
  });

  it("of fewer than five ballots publish the outcome alone, whatever was stored", () => {
    const result = counted("elected", { A: 3, B: 1 }, { winner: "A" });
    const read = minutes(source({ rounds: [round(result)] })).rounds[0];
    expect(read).toMatchObject({ outcome: "elected", winner: "A", tally: null, choices: null, present: 4 });
    expect(read?.seal?.commitments).toHaveLength(4);
  });

  it("of few ballots with a lot name the lot as it was stored", () => {
    const next = { lotFor: "winner" as const, lotAmong: ["A", "B"], lotSeats: 1, runoffFixed: [] };
    const result = counted("elected", null, { winner: "A", byLot: true, present: 4, next });
    const lot = { ...LOT, drawn: ["A"] };
    const one = round(result, { stage: "runoff", candidates: ["A", "B"], lot });
    const read = minutes(source({ rounds: [one] })).rounds[0];
    expect(read).toMatchObject({ winner: "A", byLot: true, tally: null });
    expect(read?.lot).toMatchObject({ among: ["A", "B"], drawn: ["A"] });
  });

  it.each(["key-lost", "box-damaged", "count-mismatch"] as const)(
    "without a readable box (%s) have no seal",
    (reason) => {
      const result = counted("void", null, { reason, present: 5 });
      const read = minutes(source({ rounds: [round(result, { seal: null })] })).rounds[0];
      expect(read).toMatchObject({ outcome: "void", reason, seal: null, voters: PARTIES.slice(0, 5) });
    },
  );

  it.each([
    ["declined", "declined"],
    ["expired", "acceptance-expired"],
  ] as const)(
    "of somebody who has %s keep the round's outcome and give the office to nobody",
    (answer, reason) => {
      const ended = election({ state: "not_elected", reason, answer, answeredAt: NOW });
      const read = minutes(accepted({ election: ended }));
      expect(read).toMatchObject({ outcome: "not_elected", reason, winner: null, acceptance: { answer } });
      expect(read.rounds[0]).toMatchObject({ outcome: "elected", winner: "A" });
    },
  );

  it("of a cancelled election give the reason everybody reads, and nothing of an open round", () => {
    const cancelled = election({ state: "cancelled", cancelReason: "Eine Kommune verlangt Papier." });
    const stopped = round(counted("void", null, { reason: "cancelled", present: 2 }), { seal: null });
    expect(minutes(source({ election: cancelled, rounds: [stopped] }))).toMatchObject({
      ...{ outcome: "cancelled", reason: "Eine Kommune verlangt Papier.", winner: null },
      rounds: [{ outcome: "void", reason: "cancelled", tally: null }],
    });
    const open = round(null, { seal: null });
    expect(minutes(source({ election: election({ state: "voting" }), rounds: [open] })).rounds).toEqual([]);
  });

  it("of a ballot on paper name who entered and who saw it", () => {
    const tally = { A: 5, B: 2 };
    const paper = {
      ...{ tally: Object.entries(tally), present: 7, enteredBy: "Hauptamt Wieden" },
      witnesses: ["Ratsbüro Weil", "Bürgerbüro Todtnau"],
    };
    const result = counted("elected", tally, { winner: "A", choices: null });
    const one = round(result, {
      seal: null,
      paper,
      register: PARTIES.map((party) => entry(party, { voted: false })),
    });
    expect(minutes(source({ rounds: [one] })).rounds[0]).toMatchObject({
      ...{ seal: null, tally, choices: null, voters: [], present: 7 },
      paper: { enteredBy: "Hauptamt Wieden", witnesses: ["Ratsbüro Weil", "Bürgerbüro Todtnau"] },
    });
  });

  it("closed early say when it was closed, not when it should have been", () => {
    const result = counted("elected", { A: 8 }, { winner: "A" });
    const one = round(result, { closedEarly: true, sealedAt: OPENED + DAY });
    expect(minutes(source({ rounds: [one] })).rounds[0]).toMatchObject({
      ...{ closedEarly: true, closesAt: iso(OPENED + DAY) },
    });
  });

  it("show what scrutineers have confirmed, with the root they saw", () => {
    const given = accepted({
      confirmations: [
        { round: 1, memberId: "m-weil", agrees: true, at: NOW },
        { round: 1, memberId: "m-stranger", agrees: true, at: NOW },
      ],
    });
    expect(minutes(given).confirmations).toEqual([
      {
        ...{ name: "Ratsbüro Weil", party: "weil", round: 1, agrees: true, at: iso(NOW) },
        root: given.rounds[0]?.seal?.root,
      },
    ]);
  });

  it("are a draft until the time for objections is over", () => {
    const read = minutes(accepted());
    expect([isDraft(read, NOW), isDraft(read, NOW + 7 * DAY - 1), isDraft(read, NOW + 7 * DAY)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isDraft(minutes(source()), NOW + 99 * DAY)).toBe(true);
    expect(isDraft(minutes(source({ election: election({ state: "cancelled" }) })), NOW)).toBe(false);
  });

  it("never hold a member's id, a key of a round, or a time between opening and close", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 5, maxLength: 5 }), (numbers) => {
        const [a = 0, b = 0, c = 0, enthaltung = 0, ungueltig = 0] = numbers;
        const given = accepted({
          rounds: [round(counted("runoff", { A: a, B: b, C: c, enthaltung, ungueltig }))],
        });
        const text = JSON.stringify(minutes(given));
        for (const party of PARTIES) expect(text).not.toContain(`m-${party}`);
        const times = text.match(/\d{4}-\d\d-\d\dT[^"]+/g) ?? [];
        for (const time of times.map(Date.parse)) expect(time <= OPENED || time >= CLOSED).toBe(true);
        const [one] = minutes(given).rounds;
        const cast = numbers.reduce((sum, many) => sum + many, 0);
        expect(one?.tally === null).toBe(cast < 5 || one?.outcome === "void");
      }),
    );
  });
});

describe("minutes of a decision", () => {
  it("by open vote list the parties with their votes", () => {
    const read = minutes(
      source({ election: election({ id: "d1", office: "motion" }), decision: decision(), candidacies: [] }),
    );
    expect(read).toMatchObject({
      ...{ kind: "decision", title: "Abstimmung: Gemeinsame Bauakte", outcome: "accepted", electionId: "d1" },
      decision: { majority: "simple", mode: "vote", secret: false },
    });
    expect(read.rounds[0]).toMatchObject({
      ...{ stage: "motion", outcome: "accepted", seal: null, choices: null, present: 5, needed: 3 },
      tally: { ja: 4, nein: 1 },
    });
    expect(read.rounds[0]?.votes).toHaveLength(5);
    expect(read.rounds[0]?.votes?.map((one) => one.party)).toEqual(read.rounds[0]?.voters);
  });

  it.each([
    [{ state: "void", reason: "no-quorum" }, "void", "no-quorum"],
    [
      { state: "cancelled", reason: "cancelled", cancelReason: "Falscher Text." },
      "cancelled",
      "Falscher Text.",
    ],
  ] as const)("that came to nothing show no votes: %j", (more, outcome, reason) => {
    const read = minutes(source({ election: election({ office: "motion" }), decision: decision(more) }));
    expect(read).toMatchObject({ outcome, reason });
    expect(read.rounds[0]).toMatchObject({ outcome: "void", votes: null, tally: null });
  });

  it("by secret ballot are those of its box", () => {
    const result = counted("rejected", { ja: 3, nein: 4 }, { reason: "majority" });
    const read = minutes(
      source({
        election: election({ office: "motion", state: "not_elected", reason: "majority" }),
        decision: decision({ secret: true, state: "rejected", reason: "majority", votes: [] }),
        rounds: [round(result, { stage: "motion", candidates: [] })],
      }),
    );
    expect(read).toMatchObject({ outcome: "rejected", reason: "majority" });
    expect(read.rounds[0]).toMatchObject({ outcome: "rejected", votes: null, tally: { ja: 3, nein: 4 } });
  });

  it("of a working group name it, and that it binds nobody else", () => {
    const read = minutes(source({ decision: decision({ group: "AG Bauakte" }) }));
    expect(read.forum).toBe("Probeforum, Arbeitsgruppe AG Bauakte (nicht bindend für das Forum)");
  });

  it("that still runs have no round", () => {
    const read = minutes(source({ decision: decision({ state: "voting", settledAt: null }) }));
    expect(read).toMatchObject({ outcome: null, rounds: [] });
  });
});
