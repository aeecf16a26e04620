/** The table of seats. */
import type { Db } from "../db/store.ts";
import type { SeatRepository } from "./seats.repository.ts";

export function seatRepository(db: Db): SeatRepository {
  return {
    seed: async (parties) => {
      const known = new Set(
        (await db.read.seat.findMany({ select: { party: true } })).map((one) => one.party),
      );
      const missing = parties.filter((party) => !known.has(party));
      if (missing.length === 0) return [];
      await db.write(async (tx) => {
        for (const party of missing)
          await tx.seat.upsert({ where: { party }, create: { party }, update: {} });
      });
      return missing;
    },
    all: async (tx) =>
      (await (tx ?? db.read).seat.findMany({ orderBy: { party: "asc" } })).map((row) => ({
        party: row.party,
        holderId: row.delegateId,
      })),
    heldBy: async (delegateId, tx) =>
      (await (tx ?? db.read).seat.findUnique({ where: { delegateId }, select: { party: true } }))?.party ??
      null,
    people: async (tx) => {
      const rows = await (tx ?? db.read).member.findMany({
        where: { organisation: { seat: { isNot: null } } },
        select: { id: true, name: true, organisationKey: true },
        orderBy: [{ organisationKey: "asc" }, { name: "asc" }, { id: "asc" }],
      });
      return rows.map((row) => ({ memberId: row.id, name: row.name, party: row.organisationKey }));
    },
    reached: async () => {
      const where = { kind: "personal" as const, dead: false, memberId: { not: null } };
      const rows = await db.read.conversation.findMany({ where, select: { memberId: true } });
      return new Set(rows.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])));
    },
    give: async (tx, party, delegateId) =>
      (await tx.seat.updateMany({ where: { party, delegateId: null }, data: { delegateId } })).count === 1,
    free: async (tx, party) =>
      (await tx.seat.updateMany({ where: { party, delegateId: { not: null } }, data: { delegateId: null } }))
        .count === 1,
  };
}
