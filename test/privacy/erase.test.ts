import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Db } from "../../src/db/store.ts";
import { eraseRepository } from "../../src/privacy/erase.prisma.ts";
import type { OwnRecords } from "../../src/privacy/erase.repository.ts";
import { eraseService } from "../../src/privacy/erase.service.ts";
import { leaveRepository } from "../../src/privacy/leave.prisma.ts";
import { FORMER } from "../../src/privacy/person.ts";
import { engines, freshDb } from "../support/database.ts";
import { columnsOf } from "./schema.ts";
import { leaveTraces, MARKED, MARKS, NOW, OTHER, tracesIn } from "./traces.ts";

/** What may go on naming the person, and why. Nothing else may. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "Election.winner": "minutes: who was elected",
  "Candidacy.name": "minutes: who stood for election",
  "ElectionRound.candidates": "minutes: the ballot paper",
  "ElectionRole.name": "minutes: election officer and scrutineers",
  "ElectionApproval.name": "file of the election: who confirmed by four eyes",
};

/** Columns that hold a person by their name; what else is found is found by its contents. */
const HOLDS_PERSON =
  /(ById|[mM]emberId|holderId|delegateId|proposerId|authorId|standInId|confirmedBy|probeFor|authorKey|deputies|aadObjectId|teamsUserId)$/;
/** Columns of this kind of name that never hold a person. */
const NO_PERSON = new Set(["RulesInformation.supersededById"]);

const eraser = (db: Db) => {
  // Leaving has its own test; here nothing of it may stand in the way.
  const repository = leaveRepository();
  return eraseService({
    repository: eraseRepository(db),
    leave: async (tx, memberId, now) => {
      if (!(await repository.mark(tx, memberId, now))) return null;
      await repository.note(tx, randomUUID(), memberId, null, now);
      await repository.detach(tx, memberId);
      return { memberId, seat: null, parts: [], coordinated: false };
    },
  });
};

describe.each(engines)("erasing a person on %s", (engine) => {
  async function prepared(phase: "voting" | "closed" = "closed") {
    const db = await freshDb(engine);
    await leaveTraces(db, phase);
    const erase = eraser(db);
    const erases = (how: { own?: OwnRecords; evenNow?: boolean } = {}) =>
      db.write((tx) => erase(tx, MARKED.id, NOW, how));
    return { db, erases };
  }

  it("begins with a database in which every column for a person holds one", async () => {
    const { db } = await prepared();
    const filled = new Set((await tracesIn(db, MARKS)).map((one) => one.at));
    const wanted = columnsOf()
      .map(({ table, column }) => `${table}.${column}`)
      .filter((name) => HOLDS_PERSON.test(name) && !NO_PERSON.has(name));
    expect(wanted.length).toBeGreaterThan(40);
    expect(wanted.filter((name) => !filled.has(name))).toEqual([]);
  });

  it("leaves nothing that names the person but what belongs to minutes", async () => {
    const { db, erases } = await prepared();
    expect(await erases()).toMatchObject({ gone: true });
    const left = await tracesIn(db, MARKS);
    expect(left.filter(({ at }) => !(at in EXCEPTIONS))).toEqual([]);
    // An exception that is never needed is none.
    expect(new Set(left.map(({ at }) => at))).toEqual(new Set(Object.keys(EXCEPTIONS)));
  });

  it("keeps what belongs to others, and contents without the name", async () => {
    const { db, erases } = await prepared();
    await erases();
    const records = await db.read.exchange.findMany({ orderBy: { id: "asc" } });
    expect(records.map(({ id, recordedById }) => [id, recordedById])).toEqual([
      ["own", FORMER],
      ["said", OTHER],
      ["shared", FORMER],
    ]);
    const experiences = await db.read.exchangeExperience.findMany({ orderBy: { id: "asc" } });
    expect(experiences.map((one) => one.memberId)).toEqual([FORMER, OTHER]);
    expect(await db.read.objection.count()).toBe(1);
    const register = await db.read.registerEntry.findMany({ orderBy: { party: "asc" } });
    expect(register).toMatchObject([
      { party: "binzen", holderId: OTHER, deputies: ["else"], voted: true },
      { party: "kandern", holderId: null, delegateId: null, voted: true },
    ]);
    const waiting = await db.read.outboxItem.findMany({ where: { state: "pending" } });
    const formerKey = `k5|${FORMER}-5`;
    const payload = { deputyId: FORMER, said: "Von ehemalige Person", [FORMER]: true };
    expect(waiting).toMatchObject([{ memberId: OTHER, key: formerKey, payload }]);
    expect(await db.read.appliedAction.count()).toBe(1);
    const tickets = await db.read.rulesTicket.findMany({ orderBy: { number: "asc" } });
    expect(tickets.map((one) => one.conversationId)).toEqual(["", "19:channel", "a:other"]);
    expect(await db.read.decisionSeat.findFirst()).toMatchObject({ choice: "ja", holderId: null });
    // An open change of the delegate to somebody who is gone leads nowhere.
    expect((await db.read.electionProposal.findFirst())?.settledAt?.getTime()).toBe(NOW);
    const former = await db.read.member.findUniqueOrThrow({ where: { id: FORMER } });
    expect(former).toMatchObject({ name: "ehemalige Person", organisationKey: FORMER });
    expect(former.leftAt).not.toBeNull();
  });

  it("deletes own records to which nobody else has added anything, on request only", async () => {
    const { db, erases } = await prepared();
    await erases({ own: "delete" });
    const records = await db.read.exchange.findMany({ orderBy: { id: "asc" } });
    expect(records.map((one) => one.id)).toEqual(["said", "shared"]);
  });

  it("deletes with the person what he or she had put into the bin", async () => {
    const { db, erases } = await prepared();
    await db.write((tx) =>
      tx.exchange.updateMany({ where: { id: "own" }, data: { deletedAt: new Date(NOW) } }),
    );
    await erases();
    expect(await db.read.exchange.findUnique({ where: { id: "own" } })).toBeNull();
  });

  it("waits while the register of an open round names the person, who has left at once", async () => {
    const { db, erases } = await prepared("voting");
    expect(await erases()).toMatchObject({ gone: false, left: { memberId: MARKED.id } });
    const member = await db.read.member.findUniqueOrThrow({ where: { id: MARKED.id } });
    expect(member.leftAt?.getTime()).toBe(NOW);
    expect(await db.read.registerEntry.count({ where: { holderId: MARKED.id } })).toBe(1);
    expect(await erases()).toEqual({ left: null, gone: false });
    expect(await erases({ evenNow: true })).toEqual({ left: null, gone: true });
    const left = await tracesIn(db, MARKS);
    expect(left.filter(({ at }) => !(at in EXCEPTIONS))).toEqual([]);
  });

  it("is one act, also when it is asked twice at the same moment, and for somebody unknown none", async () => {
    const { db, erases } = await prepared();
    const both = await Promise.all([erases(), erases()]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
    expect(await erases()).toBeNull();
    const erase = eraser(db);
    for (const nobody of ["unknown", FORMER, "import"])
      expect(await db.write((tx) => erase(tx, nobody, NOW))).toBeNull();
  });

  it("takes two people out who did the same", async () => {
    const { db, erases } = await prepared();
    await erases();
    const roles = {
      electionId: "e",
      memberId: OTHER,
      name: "Hauptamt",
      party: "binzen",
      since: new Date(NOW),
    };
    await db.write((tx) => tx.electionRole.create({ data: { ...roles, role: "scrutineer" } }));
    const erase = eraser(db);
    expect(await db.write((tx) => erase(tx, OTHER, NOW))).toMatchObject({ gone: true });
    const left = await tracesIn(db, ["other-oid", "29:other", "Hauptamt"]);
    expect(left.map(({ at }) => at)).toEqual(["ElectionRole.name"]);
  });

  it("takes off what recognises somebody who was never a member, as author and in acts", async () => {
    const { db } = await prepared();
    const who = { tenantId: MARKED.tenantId, aadObjectId: MARKED.aadObjectId };
    expect(await db.write((tx) => eraseRepository(db).eraseAuthor(tx, who))).toBe(2);
    const at = (await tracesIn(db, [MARKED.aadObjectId])).map((one) => one.at);
    expect(at).not.toContain("Exchange.authorKey");
    expect(at).not.toContain("AppliedAction.key");
    expect(await db.write((tx) => eraseRepository(db).eraseAuthor(tx, who))).toBe(0);
  });
});
