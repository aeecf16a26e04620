/** What is forgotten when: every period once at its last moment and once after it, on a database that holds everything. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Db } from "../../src/db/store.ts";
import { eraseRepository } from "../../src/privacy/erase.prisma.ts";
import { eraseService } from "../../src/privacy/erase.service.ts";
import { leaveRepository } from "../../src/privacy/leave.prisma.ts";
import { PERIODS, type Periods, periodsFrom } from "../../src/privacy/periods.ts";
import { FORMER } from "../../src/privacy/person.ts";
import { retentionRepository } from "../../src/privacy/retention.prisma.ts";
import { LATEST_MS, retentionService } from "../../src/privacy/retention.service.ts";
import { engines, freshDb } from "../support/database.ts";
import { leaveTraces, MARKED, NOW, OTHER } from "./traces.ts";

const DAY = 86_400_000;
const log = { info: () => {}, warn: () => {}, fault: () => {} } as never;

function jobsOf(db: Db, periods: Periods = PERIODS) {
  const leaving = leaveRepository();
  const erase = eraseService({
    repository: eraseRepository(db),
    leave: async (tx, memberId, now) => {
      await leaving.mark(tx, memberId, now);
      return { memberId, seat: null, parts: [], coordinated: false };
    },
  });
  const { jobs } = retentionService({
    ...{ repository: retentionRepository(db), erase, write: db.write, periods, log },
  });
  return {
    forgets: (at: number) => jobs.privacyRetention.run(at),
    erases: (at: number) => jobs.privacyPending.run(at),
    rhythm: jobs,
  };
}

const found = (db: Db, id: string = MARKED.id) => db.read.member.count({ where: { id } });

describe("periods", () => {
  it("are those of the table unless the configuration names others", () => {
    expect(periodsFrom("")).toEqual(PERIODS);
    expect(periodsFrom(" profile = 7 ; register=200,")).toEqual({ ...PERIODS, profile: 7, register: 200 });
  });

  it.each(["profil=7", "profile", "profile=", "profile=0", "profile=-1", "profile=1.5", "profile=3654"])(
    "refuses %s",
    (text) => expect(periodsFrom(text)).toBeNull(),
  );

  it.each(["profile=7=8", "profile=7,profile=8", "toString=3", "profile=7 register=8"])(
    "refuses %s",
    (text) => expect(periodsFrom(text)).toBeNull(),
  );
});

describe.each(engines)("what runs by the clock on %s", (engine) => {
  async function prepared(phase: "voting" | "closed" = "closed") {
    const db = await freshDb(engine);
    await leaveTraces(db, phase);
    return { db, ...jobsOf(db) };
  }

  it("erases who left 30 days ago, and not before; nobody else", async () => {
    const { db, forgets } = await prepared();
    await forgets(NOW + 10 * 365 * DAY);
    expect(await found(db)).toBe(1);
    await db.write((tx) => tx.member.update({ where: { id: MARKED.id }, data: { leftAt: new Date(NOW) } }));
    await forgets(NOW + 30 * DAY);
    expect(await found(db)).toBe(1);
    await forgets(NOW + 30 * DAY + 1);
    expect(await found(db)).toBe(0);
    expect(await found(db, OTHER)).toBe(1);
    // The one who stands for all who left is not erased in turn.
    await forgets(NOW + 100 * DAY);
    expect(await found(db, FORMER)).toBe(1);
  });

  it("keeps to a period of the configuration", async () => {
    const { db } = await prepared();
    const { forgets } = jobsOf(db, { ...PERIODS, profile: 7 });
    await db.write((tx) => tx.member.update({ where: { id: MARKED.id }, data: { leftAt: new Date(NOW) } }));
    await forgets(NOW + 7 * DAY + 1);
    expect(await found(db)).toBe(0);
  });

  it("forgets who voted for a party six months after an election; the parties stay", async () => {
    const { db, forgets } = await prepared();
    const end = NOW + DAY;
    await forgets(end + 183 * DAY);
    expect(await db.read.registerEntry.count({ where: { holderId: { not: null } } })).toBe(2);
    await forgets(end + 183 * DAY + 1);
    const rows = await db.read.registerEntry.findMany({ orderBy: { party: "asc" } });
    const nobody = { holderId: null, delegateId: null, deputies: null, voted: true };
    expect(rows).toMatchObject([
      { party: "binzen", ...nobody },
      { party: "kandern", ...nobody },
    ]);
    expect(await db.read.decisionSeat.findMany()).toMatchObject([{ party: "kandern", holderId: null }]);
  });

  it("forgets nothing of an election whose answer came later, or whose round is open", async () => {
    const { db, forgets } = await prepared();
    const answeredAt = new Date(NOW + 100 * DAY);
    await db.write((tx) =>
      tx.election.update({ where: { id: "e" }, data: { answer: "accepted", answeredAt } }),
    );
    await forgets(NOW + 200 * DAY);
    expect(await db.read.registerEntry.count({ where: { holderId: { not: null } } })).toBe(2);
    await forgets(NOW + 284 * DAY);
    expect(await db.read.registerEntry.count({ where: { holderId: { not: null } } })).toBe(0);
    const open = await prepared("voting");
    await open.forgets(NOW + 400 * DAY);
    expect(await open.db.read.registerEntry.count({ where: { holderId: { not: null } } })).toBe(2);
  });

  it("forgets nominations nobody accepted at the end of the election, and no others", async () => {
    const { db, forgets } = await prepared();
    const nominated = { electionId: "e", nominatedAt: new Date(NOW) };
    const state = (to: "nomination" | "elected") =>
      db.write((tx) => tx.election.update({ where: { id: "e" }, data: { state: to, winner: null } }));
    await db.write((tx) => tx.candidacy.create({ data: { ...nominated, name: "Kämmerei" } }));
    await state("nomination");
    await forgets(NOW + 1);
    expect(await db.read.candidacy.count()).toBe(2);
    await state("elected");
    await forgets(NOW + 1);
    expect((await db.read.candidacy.findMany()).map(({ name }) => name)).toEqual([MARKED.name]);
  });

  it("forgets a year after a group was closed what only its members could read, and names in the rest", async () => {
    const { db, forgets } = await prepared();
    await db.write(async (tx) => {
      await tx.exchange.update({ where: { id: "own" }, data: { groupId: "g", visibility: "group" } });
      await tx.exchange.update({ where: { id: "said" }, data: { groupId: "g" } });
      await tx.workingGroup.update({ where: { id: "g" }, data: { archivedAt: new Date(NOW) } });
    });
    await forgets(NOW + 365 * DAY);
    expect(await db.read.exchange.count()).toBe(3);
    await forgets(NOW + 365 * DAY + 1);
    const rows = await db.read.exchange.findMany({ orderBy: { id: "asc" } });
    expect(rows).toMatchObject([
      { id: "said", recordedById: FORMER, authorKey: null },
      { id: "shared", recordedById: MARKED.id },
    ]);
    expect(await db.read.exchangeRevision.findMany()).toMatchObject([{ changedById: FORMER }]);
    const experiences = await db.read.exchangeExperience.findMany({ where: { exchangeId: "said" } });
    expect(experiences).toMatchObject([{ memberId: FORMER }]);
  });

  it("forgets changes of people and settled requests after a year; open requests stay", async () => {
    const { db, forgets } = await prepared();
    const before = NOW - 1000;
    await forgets(before + 365 * DAY);
    expect([await db.read.memberChange.count(), await db.read.privacyRequest.count()]).toEqual([2, 2]);
    await forgets(before + 365 * DAY + 1);
    expect(await db.read.memberChange.count()).toBe(0);
    expect((await db.read.privacyRequest.findMany()).map(({ id }) => id)).toEqual(["q1"]);
  });

  it("erases who waits for an open round when it is closed, and after a week at the latest", async () => {
    for (const closes of [true, false]) {
      const { db, erases } = await prepared("voting");
      await db.write(async (tx) => {
        await tx.member.update({ where: { id: MARKED.id }, data: { leftAt: new Date(NOW) } });
        const wish = { memberId: MARKED.id, kind: "erasure" as const, text: "delete", conversationId: "c" };
        await tx.privacyRequest.create({
          data: { id: randomUUID(), number: 9, ...wish, askedAt: new Date(NOW) },
        });
      });
      await erases(NOW + LATEST_MS - 1);
      expect(await found(db)).toBe(1);
      if (closes) {
        const closed = { phase: "closed" as const, sealedAt: new Date(NOW) };
        await db.write((tx) => tx.electionRound.updateMany({ data: closed }));
      }
      await erases(closes ? NOW + LATEST_MS - 1 : NOW + LATEST_MS);
      expect(await found(db)).toBe(0);
      // The own records go as it was chosen.
      expect(await db.read.exchange.count({ where: { id: "own" } })).toBe(0);
      expect(await db.read.privacyRequest.count({ where: { kind: "erasure" } })).toBe(0);
    }
  });

  it("does not erase who came back meanwhile", async () => {
    const { db, erases } = await prepared("voting");
    const wish = { memberId: MARKED.id, kind: "erasure" as const, text: "keep", conversationId: "c" };
    await db.write((tx) =>
      tx.privacyRequest.create({ data: { id: "w", number: 9, ...wish, askedAt: new Date(NOW) } }),
    );
    await erases(NOW + 30 * DAY);
    expect(await found(db)).toBe(1);
    expect(await db.read.privacyRequest.count({ where: { kind: "erasure" } })).toBe(0);
  });

  it("looks once a day, and once an hour for those who wait", async () => {
    const { rhythm } = await prepared();
    expect([rhythm.privacyRetention.everyMs, rhythm.privacyPending.everyMs]).toEqual([DAY, DAY / 24]);
  });
});
