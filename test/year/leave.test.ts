import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import type { Db } from "../../src/db/store.ts";
import { forumRepository } from "../../src/forum/repository.prisma.ts";
import { seatRepository } from "../../src/forum/seats.repository.prisma.ts";
import { endsAt } from "../../src/year/leave/leave.ts";
import { engines, freshUrl, openTestDb } from "../support/database.ts";
import { CARER, coordination, listedParties, processOn, settled } from "./parties.ts";

const NOON = instantOf("2026-11-10T12:00");

describe.each(engines)("a party that leaves on %s", (engine) => {
  let url: string;
  let db: Db;
  let bot: ReturnType<typeof processOn>;
  beforeEach(async () => {
    url = await freshUrl(engine);
    db = await openTestDb(url);
    await settled(db);
    bot = processOn(db);
  });

  const kandern = { party: "kandern", lastDay: "2026-12-31" };
  const carer = coordination(NOON);
  const parties = async () => (await seatRepository(db).all()).map(({ party }) => party);
  const kinds = async () => (await bot.keys()).map((key) => key.split("|")[0]).sort();

  it("is recorded by the coordinator only, once per form, and its people are told", async () => {
    expect(await bot.leaves.record({ ...carer, coordinator: false }, "k", kandern)).toEqual({
      ok: false,
      reason: "notCoordinator",
    });
    const done = await bot.leaves.record(carer, "k", kandern);
    expect(done).toMatchObject({ ok: true, value: { leaving: [{ ...kandern, recordedAt: NOON }] } });
    expect(await bot.leaves.record(carer, "k", kandern)).toMatchObject({ ok: true });
    expect(await bot.leaves.record(carer, "k-2", kandern)).toEqual({ ok: false, reason: "already" });
    expect(await bot.keys()).toEqual(
      ["m-kandern", "m-kandern-2", CARER].map((who) => `year.leaveNoted|kandern|${NOON}|${who}`).sort(),
    );
    const read = await bot.reads(`year.leaveNoted|kandern|${NOON}|m-kandern-2`, NOON);
    expect(read).toContain("Stadt Kandern scheidet aus der Willensbekundung aus. Letzter Tag: 31.12.2026.");
  });

  it("can be taken back until its last day is over, and not after", async () => {
    await bot.leaves.record(carer, "k", kandern);
    const lastMoment = coordination(endsAt(kandern) - 1);
    expect(await bot.leaves.withdraw(lastMoment, "w", "kandern", NOON)).toMatchObject({ ok: true });
    expect(await bot.leaves.withdraw(lastMoment, "w", "kandern", NOON)).toMatchObject({ ok: true });
    expect(await bot.reads(`year.leaveNoted|kandern|${NOON}|m-kandern`, NOON)).toBe("superseded");
    expect(await bot.reads(`year.leaveWithdrawn|kandern|${NOON}|m-kandern`, NOON)).toContain(
      "Stadt Kandern bleibt beteiligt.",
    );
    // Recorded again: a button of the old list takes nothing back.
    await bot.leaves.record(coordination(NOON + 1), "k-3", kandern);
    expect(await bot.leaves.withdraw(lastMoment, "w-2", "kandern", NOON)).toEqual({
      ok: false,
      reason: "gone",
    });
    const tooLate = coordination(endsAt(kandern));
    expect(await bot.leaves.withdraw(tooLate, "w-3", "kandern", NOON + 1)).toEqual({
      ok: false,
      reason: "tooLate",
    });
    await bot.run(endsAt(kandern));
    expect(await bot.leaves.withdraw(tooLate, "w-4", "kandern", NOON + 1)).toEqual({
      ok: false,
      reason: "tooLate",
    });
  });

  it("keeps its seat until midnight, then loses it with its replies to coming dates, for ever", async () => {
    await bot.plans({ id: "past", startsAt: "2026-11-18T09:00" });
    await bot.plans({ id: "next", startsAt: "2027-02-17T09:00" });
    await db.write(async (tx) => {
      for (const meetingId of ["past", "next"])
        await tx.meetingReply.create({
          data: { meetingId, party: "kandern", reply: "zusage", repliedAt: new Date(NOON) },
        });
      await tx.seatDeputy.create({
        data: { party: "kandern", memberId: "m-kandern-2", namedAt: new Date(NOON) },
      });
    });
    await bot.leaves.record(carer, "k", kandern);
    await bot.run(endsAt(kandern) - 1);
    expect(await parties()).toEqual(["kandern", "loerrach", "schopfheim", "todtnau"]);
    await bot.run(endsAt(kandern));
    expect(await parties()).toEqual(["loerrach", "schopfheim", "todtnau"]);
    expect(await seatRepository(db).heldBy("m-kandern-2")).toBeNull();
    const replies = await db.read.meetingReply.findMany();
    expect(replies.map(({ meetingId }) => meetingId)).toEqual(["past"]);
    const row = await db.read.organisation.findUniqueOrThrow({ where: { key: "kandern" } });
    expect(row.validTo).toBe("2026-12-31");
    // Its people are members as before, and are told when everybody is at work again.
    expect(await db.read.member.count({ where: { organisationKey: "kandern" } })).toBe(2);
    const left = (await bot.told()).filter(({ kind }) => kind === "year.partyLeft");
    expect(left.map(({ dueAt }) => dueAt)).toEqual(Array(3).fill(instantOf("2027-01-04T09:00")));
    const read = await bot.reads(`year.partyLeft|kandern|${NOON}|m-kandern`, instantOf("2027-01-04T09:00"));
    expect(read).toContain("Stadt Kandern war bis zum 31.12.2026 beteiligt.");
    expect(read).toContain("Beteiligt sind jetzt 3.");
    // A start of the program gives nothing back.
    await forumRepository(db).seed(listedParties, "Probeforum");
    await seatRepository(db).seed(listedParties.map(({ key }) => key));
    expect(await parties()).toEqual(["loerrach", "schopfheim", "todtnau"]);
    const again = await db.read.organisation.findUniqueOrThrow({ where: { key: "kandern" } });
    expect(again.validTo).toBe("2026-12-31");
  });

  it("leaves once, also late, and with two processes at once", async () => {
    await bot.leaves.record(carer, "k", kandern);
    await bot.leaves.record(carer, "k-2", { party: "todtnau", lastDay: "2026-12-31" });
    const other = processOn(await openTestDb(url));
    const month = instantOf("2027-02-10T21:00");
    await Promise.all([bot, other, bot, other].map((one, at) => one.run(month + at * 700)));
    expect(await parties()).toEqual(["loerrach", "schopfheim"]);
    expect((await kinds()).filter((kind) => kind === "year.partyLeft")).toHaveLength(4);
    await bot.run(instantOf("2026-12-01T12:00"));
    await bot.run(month);
    expect((await kinds()).filter((kind) => kind === "year.partyLeft")).toHaveLength(4);
  });

  it("leaves an open round where it has not voted, and stays in it where it has", async () => {
    await db.write(async (tx) => {
      const at = new Date(NOON);
      for (const [electionId, office, voted] of [
        ["w-open", "chair", false],
        ["w-voted", "deputy", true],
      ] as const) {
        await tx.election.create({ data: { id: electionId, office, state: "voting", startedAt: at } });
        const round = { electionId, number: 1 };
        const times = { opensAt: at, closesAt: new Date(endsAt(kandern) + 3_600_000), turnoutAt: at };
        const counts = { candidates: ["A", "B"], entitled: 4, quorum: 2 };
        await tx.electionRound.create({
          data: { ...round, stage: "first", phase: "voting", ...counts, ...times },
        });
        await tx.registerEntry.create({ data: { ...round, party: "kandern", holderId: "m-kandern", voted } });
      }
    });
    await bot.leaves.record(carer, "k", kandern);
    await bot.run(endsAt(kandern));
    const rounds = await db.read.electionRound.findMany({ include: { register: true } });
    const seen = rounds.map(({ electionId, entitled, register }) => [
      electionId,
      entitled,
      register[0]?.voted,
    ]);
    expect(Object.fromEntries(seen.map(([id, ...rest]) => [id, rest]))).toEqual({
      "w-open": [3, false],
      "w-voted": [4, true],
    });
    expect(rounds.flatMap(({ register }) => register).every(({ left }) => left)).toBe(true);
  });

  it("leaves people in elections: the coordination is told what to settle, the party is not", async () => {
    await db.write(async (tx) => {
      const at = new Date(NOON);
      for (const [id, state] of [
        ["w-open", "nomination"],
        ["w-over", "elected"],
      ] as const) {
        const over = state === "elected" ? { winner: `In ${id}` } : {};
        await tx.election.create({ data: { id, office: "chair", state, startedAt: at, ...over } });
        const candidacy = { electionId: id, party: "kandern", nominatedAt: at };
        await tx.candidacy.create({ data: { ...candidacy, name: `In ${id}` } });
        const gone = { withdrawnAt: at, withdrawnIn: 0 };
        await tx.candidacy.create({ data: { ...candidacy, name: `Fort ${id}`, ...gone } });
        const role = { electionId: id, party: "kandern", name: `Prüft ${id}`, since: at };
        await tx.electionRole.create({ data: { ...role, memberId: "m-kandern-2", role: "scrutineer" } });
      }
    });
    expect(await bot.leaves.review(carer, kandern)).toMatchObject({
      value: {
        inElections: [
          { part: "candidate", name: "In w-open" },
          { part: "scrutineer", name: "Prüft w-open" },
        ],
      },
    });
    await bot.leaves.record(carer, "k", kandern);
    await bot.run(endsAt(kandern));
    const now = instantOf("2027-01-04T09:00");
    const read = await bot.reads(`year.partyLeft|kandern|${NOON}|${CARER}`, now);
    expect(read).toContain("In w-open kandidiert in einer laufenden Wahl.");
    expect(read).toContain("Prüft w-open prüft eine laufende Wahl. Bitte benennen Sie jemand anderen");
    expect(read).not.toMatch(/w-over|Fort/);
    expect(await bot.reads(`year.partyLeft|kandern|${NOON}|m-kandern`, now)).not.toContain("w-open");
    // Nothing of the election itself has changed.
    expect(await db.read.candidacy.count({ where: { withdrawnAt: null } })).toBe(2);
  });

  it("that is taken back at the very moment either leaves or stays", async () => {
    await bot.leaves.record(carer, "k", kandern);
    const other = processOn(await openTestDb(url));
    const [withdrawn] = await Promise.all([
      other.leaves.withdraw(coordination(endsAt(kandern) - 1), "w", "kandern", NOON),
      bot.run(endsAt(kandern)),
    ]);
    expect((await parties()).includes("kandern")).toBe(withdrawn.ok);
    expect((await kinds()).includes("year.partyLeft")).toBe(!withdrawn.ok);
  });
});
