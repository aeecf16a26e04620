import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { endedNotices } from "../../src/forum/deputies.notices.ts";
import { createEnqueue } from "../../src/outbox/repository.prisma.ts";
import { pageRepository } from "../../src/pages/repository.prisma.ts";
import { leaveRepository } from "../../src/privacy/leave.prisma.ts";
import { leaveService } from "../../src/privacy/leave.service.ts";
import { openRound, START, seatTable, turnOf } from "../forum/seats-table.ts";
import { engines } from "../support/database.ts";

const noRound = { substituted: async () => "none" as const };

/** The seats of a real database, and leaving there; `k2` coordinates. */
async function stage(engine: (typeof engines)[number], rounds?: ReturnType<typeof openRound>) {
  const table = await seatTable(engine, rounds?.rounds);
  const { db, repository } = table;
  const pages = pageRepository(db);
  const leave = leaveService({
    repository: leaveRepository(),
    seats: {
      ...{ hold: repository.hold, all: repository.all, heldBy: repository.heldBy },
      ...{ removeDeputy: repository.removeDeputy, setStandIn: repository.setStandIn },
    },
    substituted: (rounds?.rounds ?? noRound).substituted,
    substitutionEnded: endedNotices,
    revoke: pages.revoke,
    coordinators: async () => ["k2"],
    enqueue: createEnqueue(randomUUID),
    newId: randomUUID,
  });
  const goes = (id: string, by: string | null = null) => db.write((tx) => leave(tx, id, START + 5, by));
  return { ...table, goes, pages };
}

describe.each(engines)("a person who leaves, on %s", (engine) => {
  it("gives up seat, groups, chats, links and messages, and is marked and noted once", async () => {
    const { db, goes, seat, pages } = await stage(engine);
    const at = new Date(START);
    await db.write(async (tx) => {
      const group = { id: "g", name: "G", nameKey: "g", topic: "t", purpose: "p", contact: "c" };
      await tx.workingGroup.create({ data: { ...group, createdAt: at, updatedAt: at } });
      await tx.groupMember.create({ data: { groupId: "g", memberId: "b1", joinedAt: at } });
      const way = { tenantId: "t", serviceUrl: "https://x.example/", botId: "28:bot" };
      await tx.conversation.create({ data: { id: "a:b1", kind: "personal", ...way, memberId: "b1" } });
      await tx.coordinator.create({ data: { memberId: "b1", appointedById: "co", appointedAt: at } });
      const message = { kind: "probe.card", subject: "binzen", dueAt: at };
      await tx.outboxItem.create({ data: { id: "o1", key: "o1", ...message, memberId: "b1" } });
      await tx.outboxItem.create({ data: { id: "o2", key: "o2", ...message, memberId: "b2" } });
      const asked = { number: 1, question: "q", reason: "unknown", conversationId: "c", askedAt: at };
      await tx.rulesTicket.create({
        data: { id: "r", ...asked, state: "taken", takenById: "b1", takenAt: at },
      });
      const link = { secretHash: "h", kind: "calendar.feed", subject: "own", memberId: "b1" };
      await pages.add(tx, [{ id: "l", ...link, createdAt: START, expiresAt: START + 1_000_000 }]);
    });

    const left = await goes("b1");

    const seatLeft = { party: "binzen", as: "delegate", held: false };
    expect(left).toEqual({ memberId: "b1", seat: seatLeft, parts: [], coordinated: true });
    expect(await seat("binzen")).toMatchObject({ delegateId: null, holderId: null });
    expect(await db.read.groupMember.count()).toBe(0);
    expect(await db.read.conversation.count({ where: { dead: false } })).toBe(0);
    expect(await db.read.coordinator.count()).toBe(0);
    expect(await db.read.outboxItem.count({ where: { memberId: "b1" } })).toBe(0);
    expect(await db.read.outboxItem.count({ where: { memberId: "b2" } })).toBe(1);
    expect(await pages.openSince({ memberId: "b1" }, START + 6)).toBeNull();
    const ticket = await db.read.rulesTicket.findUniqueOrThrow({ where: { id: "r" } });
    expect(ticket).toMatchObject({ state: "open", takenById: null, takenAt: null });
    const member = await db.read.member.findUniqueOrThrow({ where: { id: "b1" } });
    expect(member.leftAt?.getTime()).toBe(START + 5);

    expect(await goes("b1")).toBeNull();
    expect(await goes("nobody")).toBeNull();
    const changes = await db.read.memberChange.findMany();
    expect(changes).toMatchObject([{ memberId: "b1", field: "left", changedById: null }]);
  });

  it("names who removed somebody else", async () => {
    const { db, goes } = await stage(engine);
    await goes("b1", "k2");
    expect(await db.read.memberChange.findMany()).toMatchObject([{ memberId: "b1", changedById: "k2" }]);
  });

  it("tells the coordination and the deputies of a free seat, once each", async () => {
    const { goes, names, told } = await stage(engine);
    await names("b2", "b3");
    await goes("b1");
    await goes("b1");
    expect(await told("privacy.left")).toEqual(["b2", "b3", "k2"]);
  });

  it("tells nobody when a person without a seat leaves, or a deputy who does not stand in", async () => {
    const { goes, names, told, seat } = await stage(engine);
    await names("b2");
    expect((await goes("b3"))?.seat).toBeNull();
    expect((await goes("b2"))?.seat).toEqual({ party: "binzen", as: "deputy", held: true });
    expect(await told("privacy.left")).toEqual([]);
    expect(await seat("binzen")).toMatchObject({ holderId: "b1", deputies: [] });
  });

  it("gives the vote back to the delegate when the deputy who stands in leaves, in open rounds as well", async () => {
    const open = openRound({ binzen: ["b1", "b2"] });
    const { deputies, goes, names, told, seat } = await stage(engine, open);
    await names("b2");
    await deputies.standIn(turnOf("b1"), "a", "own", "binzen", "b2");
    open.told.length = 0;
    await goes("b2");
    expect(open.told).toEqual(["binzen: b1"]);
    expect(await seat("binzen")).toMatchObject({ holderId: "b1", delegateId: "b1", deputies: [] });
    expect(await told("deputy.ended")).toEqual(["b1"]);
  });

  it("leaves the seat to the deputy who stands in when the delegate leaves; nothing changes in open rounds", async () => {
    const open = openRound({ binzen: ["b1", "b2"] });
    const { deputies, goes, names, told, seat } = await stage(engine, open);
    await names("b2");
    await deputies.standIn(turnOf("b1"), "a", "own", "binzen", "b2");
    open.told.length = 0;
    expect((await goes("b1"))?.seat).toEqual({ party: "binzen", as: "delegate", held: true });
    expect(open.told).toEqual([]);
    expect(await seat("binzen")).toMatchObject({ holderId: "b2", delegateId: null });
    expect(await told("privacy.left")).toEqual(["b2", "k2"]);
    // Now the one who stood in goes as well: then nobody holds the seat.
    await goes("b2");
    expect(await seat("binzen")).toMatchObject({ holderId: null, deputies: [] });
  });

  it("says which parts in a running election somebody must take over", async () => {
    const { db, goes, told } = await stage(engine);
    const at = new Date(START);
    await db.write(async (tx) => {
      await tx.election.create({ data: { id: "e", office: "chair", state: "nomination", startedAt: at } });
      await tx.election.create({ data: { id: "old", office: "chair", state: "elected", startedAt: at } });
      const stands = { name: "Hauptamt", memberId: "b3", nominatedAt: at };
      await tx.candidacy.create({ data: { electionId: "e", ...stands } });
      const role = { memberId: "b3", name: "Hauptamt", party: "binzen", since: at };
      await tx.electionRole.create({ data: { electionId: "e", role: "scrutineer", ...role } });
      await tx.electionRole.create({ data: { electionId: "old", role: "officer", ...role } });
    });
    expect((await goes("b3"))?.parts).toEqual(["candidate", "scrutineer"]);
    expect(await told("privacy.left")).toEqual(["k2"]);
    expect(await db.read.candidacy.findMany()).toMatchObject([{ memberId: "b3", withdrawnAt: null }]);
  });

  it("is named and chosen for nothing any more", async () => {
    const { goes, repository } = await stage(engine);
    await goes("b3");
    const people = await repository.people(undefined, "binzen");
    expect(people.map((one) => one.memberId)).toEqual(["b1", "b2"]);
  });
});
