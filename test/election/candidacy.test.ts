/** Candidacies: names, who may nominate, answer and enter, on both databases. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCandidates, LONGEST_NAME } from "../../src/election/candidates.ts";
import { candidacyRefusals } from "../../src/election/people/candidacy.texts.ts";
import { isBinding, mayWithdraw, paperName, standingFor } from "../../src/election/people/candidacy.ts";
import { processIn, STATES } from "../../src/election/process.ts";
import { STEPS, stepsFor } from "../../src/election/status.ts";
import { engines } from "../support/database.ts";
import { candidacy, election } from "./drawn.ts";
import { FORM, type Hall, type HallOptions, memberOf, openHall, START, turnOf } from "./hall.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

describe("the name on the ballot paper", () => {
  it("is the person's, with the organisation unless it is in it", () => {
    expect(paperName("Hauptamt", "Kandern")).toBe("Hauptamt (Kandern)");
    expect(paperName("Delegation KANDERN", "Kandern")).toBe("Delegation KANDERN");
    expect(paperName("Delegation Loerrach", "Lörrach")).toBe("Delegation Loerrach");
    expect(paperName(null, "Kandern")).toBe("Kandern");
    expect(paperName("Enthaltung", "Kandern")).toBe("Enthaltung (Kandern)");
    expect(paperName("\u202e \u0000", "Kandern")).toBe("Kandern");
    expect(paperName("Amt\tfür\u200b  Digitales\u0000 ", "Kandern")).toBe("Amt für Digitales (Kandern)");
  });

  it("is always one that a ballot paper can carry", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (person) => {
        const name = paperName(person, "Kandern");
        expect(checkCandidates([name])).toEqual({ ok: true, value: [name] });
        expect(name.length).toBeLessThanOrEqual(LONGEST_NAME);
      }),
    );
  });
});

describe("a candidacy", () => {
  const all = [candidacy({ name: "Kandern", memberId: "m1" }), candidacy({ name: "Binzen", withdrawnAt: 1 })];

  it("is found by person or by name in any spelling, unless it was taken back", () => {
    const of = (name: string, memberId: string | null) => standingFor(all, { name, memberId, party: "p" });
    expect(of("Anders", "m1")?.name).toBe("Kandern");
    expect(of("KANDERN", "m9")?.name).toBe("Kandern");
    expect(of("Binzen", null)).toBeUndefined();
  });

  it("can be withdrawn wherever the process takes it, and never after the end", () => {
    const consenting = candidacy({ name: "A", consentedAt: 1 });
    for (const state of STATES) {
      const process = processIn(state, ["A", "B"]);
      const open = ["nomination", "ready", "voting", "runoff_pending", "second_round_pending", "lot_pending"];
      expect([state, mayWithdraw(process, consenting, "move-up")]).toEqual([state, open.includes(state)]);
      expect(mayWithdraw(process, { ...consenting, withdrawnAt: 2 }, "move-up")).toBe(false);
      expect(mayWithdraw(process, { ...consenting, consentedAt: null }, "move-up")).toBe(false);
      expect(isBinding(state, "binding") && mayWithdraw(process, consenting, "binding")).toBe(false);
    }
    const gone = { ...processIn("voting", ["B"]), nominees: [] };
    expect(mayWithdraw(gone, consenting, "move-up")).toBe(false);
  });
});

describe("the next steps of a person", () => {
  it("are none in a channel but the early close, and the answer comes first", () => {
    const mine = candidacy({ name: "A", consentedAt: null });
    const person = {
      ...{ personal: true, delegate: true, mayNominate: true, mayClose: true, organises: true },
      ...{ candidacy: mine, vote: "nothing" as const },
    };
    const matter = {
      election: election({ state: "nomination" }),
      process: processIn("nomination", []),
      ...{ round: null, writtenPossible: true },
    };
    expect(stepsFor(matter, person, 0)).toEqual(["consent", "decline", "nominate", "written", "manage"]);
    expect(stepsFor(matter, { ...person, personal: false }, 0)).toEqual([]);
    expect(new Set(STEPS).size).toBe(STEPS.length);
  });
});

/** Nominations run for ten days. */
async function nominating(engine: Parameters<typeof openHall>[0], options: HallOptions = {}) {
  const hall = await openHall(engine, { seats: 7, ...options });
  const wanted = {
    ...{ ...FORM, way: "open" as const, ...hall.roles },
    ...{ nominationOn: "2026-03-12", nominationAt: "18:00" },
  };
  const done = await hall.service.start(turnOf(null, START, true), randomUUID(), wanted);
  if (!done.ok) throw new Error(done.reason);
  const id = done.value;
  const nominate = (by: string | null, party: string, actionId: string = randomUUID()) => {
    const turn = turnOf(by === null ? null : memberOf(by), START + MINUTE, by === null);
    return hall.service.candidacy.nominate(turn, { actionId, election: id, party });
  };
  const answers = (party: string, type: "consent" | "withdraw", now = START + 2 * MINUTE) =>
    hall.service.candidacy.answer(turnOf(memberOf(party), now), id, nameOf(party), type);
  const nameOf = (party: string) => paperName(memberOf(party).name, party);
  return { hall, id, nominate, answers, nameOf };
}

const noticesOf = async ({ db }: Hall, kind: string) =>
  (await db.read.outboxItem.findMany({ where: { kind }, orderBy: { key: "asc" } })).map((one) => one.key);

describe.each(engines)("nominating on %s", (engine) => {
  it("stores a candidacy once, with the delegate behind it, and asks the person", async () => {
    const { hall, id, nominate, nameOf } = await nominating(engine);
    const [by = "", party = ""] = hall.seated;
    const same = randomUUID();
    const both = await Promise.all([nominate(by, party, same), nominate(by, party, same)]);
    for (const done of both)
      expect(done).toMatchObject({ ok: true, value: { name: nameOf(party), memberId: memberOf(party).id } });
    expect(await nominate(by, party)).toEqual({ ok: false, reason: "already-nominated" });
    expect(await nominate(null, party)).toEqual({ ok: false, reason: "already-nominated" });
    expect(await nominate(by, "nirgends")).toEqual({ ok: false, reason: "party-unknown" });
    expect(await hall.elections.candidacies(id)).toHaveLength(1);
    expect(await noticesOf(hall, "election.asked")).toHaveLength(1);
  });

  it("is for delegates, deputies in charge, the chair and the coordination", async () => {
    const { hall, id } = await nominating(engine);
    const [party = ""] = hall.seated;
    const other = memberOf(party, 2);
    const form = (member: typeof other | null, coordinator = false) =>
      hall.service.candidacy.form(turnOf(member, START + MINUTE, coordinator), id);
    expect(await form(other)).toEqual({ ok: false, reason: "not-delegate" });
    expect(await form(null)).toEqual({ ok: false, reason: "not-delegate" });
    expect((await form(null, true)).ok).toBe(true);
    expect((await form(memberOf(party))).ok).toBe(true);
    const chair = openHall(engine, {
      ...{ seats: 7 },
      deps: {
        inOffice: { holders: async () => [], chairOn: async () => other.id, hasSuccessor: async () => false },
      },
    });
    const service = (await chair).service;
    expect(await service.candidacy.nominatesAs(turnOf(other, START))).toBe("chair");
  });

  it("can be answered by the person alone, twice is once, and somebody who declined can be asked again", async () => {
    const { hall, id, nominate, answers, nameOf } = await nominating(engine);
    const [by = "", party = "", third = ""] = hall.seated;
    await nominate(by, party);
    const foreign = hall.service.candidacy.answer(
      turnOf(memberOf(third), START),
      id,
      nameOf(party),
      "consent",
    );
    expect(await foreign).toEqual({ ok: false, reason: "not-yours" });
    expect(await answers(party, "withdraw")).toMatchObject({ ok: true, value: { effect: "ok" } });
    expect(await answers(party, "withdraw")).toMatchObject({ ok: true, value: { effect: "duplicate" } });
    expect((await nominate(by, party)).ok).toBe(true);
    expect(await answers(party, "consent")).toMatchObject({ ok: true, value: { effect: "ok" } });
    expect(await answers(party, "consent")).toMatchObject({ ok: true, value: { effect: "duplicate" } });
    const consented = (await noticesOf(hall, "election.asked")).filter((key) => key.includes("|consented|"));
    expect(consented).toHaveLength(1);
    const nobody = hall.service.candidacy.answer(turnOf(memberOf(party), START), id, "Niemand", "consent");
    expect(await nobody).toEqual({ ok: false, reason: "not-nominated" });
  });

  it("a consent and the end of the nominations at once leave a candidate or none, never half of one", async () => {
    const { hall, id, nominate, answers, nameOf } = await nominating(engine);
    const [by = "", first = "", second = ""] = hall.seated;
    await nominate(by, first);
    await nominate(by, second);
    await answers(first, "consent");
    const end = Date.UTC(2026, 2, 12, 17);
    const [late] = await Promise.all([
      answers(second, "consent", end - 1),
      hall.service.timers.advanceDue(end),
    ]);
    const stored = (await hall.elections.candidacies(id)).find((one) => one.name === nameOf(second));
    expect(stored?.consentedAt !== null).toBe(late.ok);
    expect((await hall.elections.election(id))?.state).toBe("ready");
  });

  it("ends with the instant of the deadline, whether the timer has run or not", async () => {
    const { hall, id, nominate, answers } = await nominating(engine);
    const [by = "", party = "", other = ""] = hall.seated;
    await nominate(by, party);
    const end = Date.UTC(2026, 2, 12, 17);
    const late = { actionId: randomUUID(), election: id, party: other };
    const tooLate = { ok: false, reason: "too-late" };
    expect(await hall.service.candidacy.nominate(turnOf(memberOf(by), end), late)).toEqual(tooLate);
    expect(await answers(party, "consent", end)).toEqual(tooLate);
    expect(await answers(party, "consent", end - 1)).toMatchObject({ ok: true });
    // Nobody is kept in a candidacy by a timer that has not run yet.
    expect(await answers(party, "withdraw", end)).toMatchObject({ ok: true });
  });

  it("takes roles from those who stand and tells the coordination, also of a scrutineer's party", async () => {
    const { hall, id, nominate, answers } = await nominating(engine, {
      deps: { coordinators: async () => ["bureau"] },
    });
    const [by = "", party = ""] = hall.seated;
    const watching = hall.seated.at(-1) ?? "";
    await nominate(by, party);
    expect(await answers(party, "consent")).toMatchObject({ ok: true, value: { lostRole: false } });
    expect(await noticesOf(hall, "election.stuck")).toHaveLength(0);
    await nominate(by, watching);
    expect(await answers(watching, "consent")).toMatchObject({ ok: true, value: { lostRole: true } });
    const left = (await hall.elections.roles(id)).filter((one) => one.until === null);
    expect(left.map((one) => one.role).sort()).toEqual(["officer", "scrutineer"]);
    expect(await noticesOf(hall, "election.stuck")).toHaveLength(1);
  });
});

describe.each(engines)("withdrawing between rounds on %s", (engine) => {
  it("is refused where the rule of procedure binds, and has its effect where it does not", async () => {
    for (const withdrawal of ["binding", "move-up"] as const) {
      const { hall, id, nominate, answers } = await nominating(engine);
      await hall.db.write((tx) => tx.election.update({ where: { id }, data: { rule: { withdrawal } } }));
      const [a = "", b = "", c = ""] = hall.seated;
      for (const party of [a, b, c]) {
        await nominate(a, party);
        await answers(party, "consent");
      }
      await hall.service.timers.advanceDue(Date.UTC(2026, 2, 12, 17));
      const opens = Date.UTC(2026, 2, 13, 8);
      await hall.service.timers.advanceDue(opens);
      const name = { electionId: id, round: 1 };
      const choices = [a, a, a, b, b, c, c];
      for (const [at, party] of hall.seated.entries()) {
        const chosen = paperName(memberOf(choices[at] ?? "").name, choices[at] ?? "");
        const done = await hall.votes(name, party, chosen, opens + MINUTE);
        expect(done.ok).toBe(true);
      }
      const closes = (await hall.roundOf(name)).closesAt;
      await hall.service.closeDue(closes + 2_000);
      expect((await hall.elections.election(id))?.state).toBe("lot_pending");
      const done = await answers(b, "withdraw", closes + DAY);
      if (withdrawal === "binding") expect(done).toEqual({ ok: false, reason: "withdrawal-binding" });
      else expect((await hall.elections.election(id))?.state).toBe("runoff_pending");
    }
  });
});

describe.each(engines)("what came in writing on %s", (engine) => {
  it("is entered by coordination or officer for candidacies without a member only", async () => {
    const { hall, id, nominate } = await nominating(engine);
    const [by = "", party = "", other = ""] = hall.seated;
    await hall.db.write((tx) => tx.seat.update({ where: { party }, data: { delegateId: null } }));
    await nominate(by, party);
    await nominate(by, other);
    const officer = turnOf(memberOf(hall.seated.at(-3) ?? ""), START + MINUTE);
    const coordinator = turnOf(null, START + MINUTE, true);
    const { written } = hall.service;
    const delegate = turnOf(memberOf(by), START + MINUTE);
    expect(await written.form(delegate, id)).toEqual({ ok: false, reason: "not-organiser" });
    expect(await written.enter(delegate, id, party, "consent")).toEqual({
      ok: false,
      reason: "not-organiser",
    });
    const form = await written.form(officer, id);
    expect(form).toMatchObject({
      ...{ ok: true, value: { candidacies: [{ name: party }], answers: ["consent", "withdraw"] } },
    });
    const named = paperName(memberOf(other).name, other);
    for (const type of ["consent", "withdraw"] as const)
      for (const turn of [officer, coordinator])
        expect(await written.enter(turn, id, named, type)).toEqual({
          ...{ ok: false, reason: "answers-personally" },
        });
    expect(await written.enter(officer, id, party, "accept")).toEqual({ ok: false, reason: "wrong-state" });
    expect(await written.enter(officer, id, party, "consent")).toMatchObject({ ok: true });
    expect(await written.enter(coordinator, id, party, "withdraw")).toMatchObject({ ok: true });
    for (const sentence of Object.values(candidacyRefusals)) expect(sentence).toMatch(/[.!]$/);
  });
});
