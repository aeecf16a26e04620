/** The table of requests about one's own data. */
import type { Prisma } from "../db/generated/sqlite/client.ts";
import type { Db } from "../db/store.ts";
import type { RequestRepository } from "./requests.repository.ts";
import { KINDS, type PrivacyAsk } from "./requests.ts";

/** So many are listed; a coordination with more of them has another problem. */
const MOST = 50;
const member = { member: { select: { name: true } } } as const;
type Row = Prisma.PrivacyRequestGetPayload<{ include: typeof member }>;

function toAsk(row: Row): readonly PrivacyAsk[] {
  const kind = KINDS.find((one) => one === row.kind);
  if (!kind) return [];
  const { id, number, text, memberId, answer } = row;
  return [
    {
      ...{ id, number, kind, text, memberId, answer, name: row.member?.name ?? null },
      ...{ askedAt: row.askedAt.getTime(), settledAt: row.settledAt?.getTime() ?? null },
    },
  ];
}

export const requestRepository = (db: Db): RequestRepository => ({
  add: async (tx, { askedAt, ...request }) => {
    // Two at once: the second breaks the unique key and is run again.
    const last = await tx.privacyRequest.aggregate({ _max: { number: true } });
    const number = (last._max.number ?? 0) + 1;
    await tx.privacyRequest.create({ data: { ...request, number, askedAt: new Date(askedAt) } });
    return number;
  },
  all: async () => {
    const of = { include: member, take: MOST } as const;
    const asked = { kind: { in: [...KINDS] } };
    const open = await db.read.privacyRequest.findMany({
      ...{ ...of, where: { ...asked, settledAt: null }, orderBy: { askedAt: "asc" } },
    });
    const settled = await db.read.privacyRequest.findMany({
      ...{ ...of, where: { ...asked, settledAt: { not: null } }, orderBy: { askedAt: "desc" } },
    });
    return [...open, ...settled].slice(0, MOST).flatMap(toAsk);
  },
  byId: async (id, tx) => {
    const row = await (tx ?? db.read).privacyRequest.findUnique({ where: { id }, include: member });
    return (row && toAsk(row)[0]) ?? null;
  },
  settle: async (tx, id, settledById, answer, now) => {
    const data = { settledAt: new Date(now), settledById, answer };
    return (await tx.privacyRequest.updateMany({ where: { id, settledAt: null }, data })).count === 1;
  },
});
