/** Failed messages in the database. */
import { Prisma } from "../../db/generated/sqlite/client.ts";
import type { Db, Reader, Tx } from "../../db/store.ts";
import type { Addressee, Cause, Failed } from "./failed.ts";
import { UNREACHED } from "./notices.ts";
import type { FailedRepository } from "./repository.ts";

type Door = Reader | Tx;

// A message about failed messages is not listed among them: the one who would read it has not got it.
const given = (states: ("undeliverable" | "expired")[]) => ({
  state: { in: states },
  traceless: false,
  kind: { not: UNREACHED },
});

const SHOWN = {
  ...{ id: true, kind: true, state: true, lastFailure: true, settledAt: true, expiresAt: true },
  ...{ conversationId: true, memberId: true },
} as const;

/** Names of places, and whose personal chats they are. */
async function readPlaces(door: Door, ids: readonly string[], memberIds: readonly string[]) {
  const rows = await door.conversation.findMany({
    where: { OR: [{ id: { in: [...ids] } }, { memberId: { in: [...memberIds] } }] },
    select: {
      id: true,
      memberId: true,
      dead: true,
      group: { select: { name: true } },
      forum: { select: { id: true } },
    },
  });
  return rows;
}
type PlaceRow = Awaited<ReturnType<typeof readPlaces>>[number];

async function addressees(door: Door, ids: readonly string[], memberIds: readonly string[]) {
  const places = await readPlaces(door, ids, memberIds);
  const owners = places.flatMap(({ memberId }) => (memberId === null ? [] : [memberId]));
  const people = await door.member.findMany({
    where: { id: { in: [...new Set([...memberIds, ...owners])] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const byId = new Map(places.map((place) => [place.id, place]));
  const chats = new Map<string, PlaceRow[]>();
  for (const place of places)
    if (place.memberId !== null) chats.set(place.memberId, [...(chats.get(place.memberId) ?? []), place]);
  const person = (id: string): Addressee => {
    const reachable = (chats.get(id) ?? []).some(({ dead }) => !dead);
    return { id, kind: "person", name: names.get(id) ?? null, reachable };
  };
  return {
    hasChat: (id: string) => chats.has(id),
    of: (memberId: string | null, conversationId: string): Addressee => {
      const place = byId.get(conversationId);
      const owner = memberId ?? place?.memberId;
      if (owner) return person(owner);
      const kind = place?.forum ? "forum" : "place";
      const name = place?.group?.name ?? null;
      return { id: conversationId, kind, name, reachable: place?.dead === false };
    },
  };
}

type Row = Prisma.OutboxItemGetPayload<{ select: typeof SHOWN }>;

function causeOf({ state, lastFailure, memberId }: Row, hasChat: (id: string) => boolean): Cause {
  if (state === "expired") return "late";
  if (lastFailure === "rejected") return "rejected";
  return lastFailure === "noConversation" && memberId !== null && !hasChat(memberId) ? "noChat" : "gone";
}

async function readAll(door: Door): Promise<readonly Failed[]> {
  const rows = await door.outboxItem.findMany({ where: given(["undeliverable", "expired"]), select: SHOWN });
  const own = (column: "conversationId" | "memberId") =>
    [...new Set(rows.map((row) => row[column]))].filter((id) => id !== null);
  const known = await addressees(door, own("conversationId"), own("memberId"));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    to: known.of(row.memberId, row.conversationId ?? ""),
    cause: causeOf(row, known.hasChat),
    at: row.settledAt?.getTime() ?? 0,
    expiresAt: row.expiresAt?.getTime() ?? null,
  }));
}

async function retryOne(tx: Tx, { id, to }: Failed): Promise<number> {
  const kept = await tx.outboxKept.findUnique({ where: { itemId: id } });
  const { count } = await tx.outboxItem.updateMany({
    where: { id, state: { in: ["undeliverable", "expired"] } },
    data: {
      // `dueAt` stays: it keeps them in the order in which they were to arrive.
      ...{ state: "pending", settledAt: null, lastFailure: null, attempts: 0 },
      ...{ claimedBy: null, claimedUntil: null },
      payload: kept ? (kept.payload as Prisma.InputJsonValue) : Prisma.DbNull,
    },
  });
  await tx.outboxKept.deleteMany({ where: { itemId: id } });
  const where = to.kind === "person" ? { memberId: to.id } : { id: to.id };
  await tx.conversation.updateMany({ where: { ...where, dead: true }, data: { dead: false } });
  return count;
}

export const failedRepository = (db: Db): FailedRepository => ({
  all: (tx) => readAll(tx ?? db.read),
  retry: async (tx, failed) => {
    let count = 0;
    for (const one of failed) count += await retryOne(tx, one);
    return count;
  },
  failures: async () => {
    const rows = await db.read.outboxItem.findMany({
      where: given(["undeliverable"]),
      select: { memberId: true, conversationId: true, settledAt: true },
      orderBy: { settledAt: "asc" },
    });
    return rows.map(({ memberId, conversationId, settledAt }) => ({
      to: memberId ?? conversationId ?? "",
      at: settledAt?.getTime() ?? 0,
    }));
  },
  toldAt: async () => {
    const told = await db.read.outboxItem.findMany({ where: { kind: UNREACHED }, select: { subject: true } });
    const instants = told.map(({ subject }) => Number(subject)).filter(Number.isFinite);
    return instants.length === 0 ? null : Math.max(...instants);
  },
});
