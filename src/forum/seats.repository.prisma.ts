/** The tables of seats and deputies. */
import type { Db, Reader, Tx } from "../db/store.ts";
import type { SeatRepository } from "./seats.repository.ts";
import { holderOf } from "./seats.ts";

const seatRows = (door: Reader | Tx) =>
  door.seat.findMany({
    include: { deputies: { select: { memberId: true }, orderBy: [{ namedAt: "asc" }, { memberId: "asc" }] } },
    orderBy: { party: "asc" },
  });

type Row = {
  party: string;
  delegateId: string | null;
  standInId: string | null;
  deputies: { memberId: string }[];
};

function toSeat({ party, delegateId, standInId, deputies: rows }: Row) {
  const deputies = rows.map((one) => one.memberId);
  return { party, holderId: holderOf(delegateId, standInId, deputies), delegateId, deputies };
}

export function seatRepository(db: Db): SeatRepository {
  return {
    seed: async (parties) => {
      const known = new Set(
        (await db.read.seat.findMany({ select: { party: true } })).map((one) => one.party),
      );
      // Who has left the Forum gets no seat again by a start of the program.
      const left = await db.read.partyLeave.findMany({
        where: { settledAt: { not: null } },
        select: { party: true },
      });
      for (const { party } of left) known.add(party);
      const missing = parties.filter((party) => !known.has(party));
      if (missing.length === 0) return [];
      await db.write(async (tx) => {
        for (const party of missing)
          await tx.seat.upsert({ where: { party }, create: { party }, update: {} });
      });
      return missing;
    },
    all: async (tx) => (await seatRows(tx ?? db.read)).map(toSeat),
    heldBy: async (id, tx) => {
      const row = await (tx ?? db.read).member.findUnique({
        where: { id },
        select: { seat: { select: { party: true } }, deputyFor: { select: { party: true } } },
      });
      return row?.seat?.party ?? row?.deputyFor?.party ?? null;
    },
    people: async (tx, party) => {
      const rows = await (tx ?? db.read).member.findMany({
        where: {
          leftAt: null,
          organisation: { seat: { isNot: null } },
          ...(party === undefined ? {} : { organisationKey: party }),
        },
        select: { id: true, name: true, organisationKey: true },
        orderBy: [{ organisationKey: "asc" }, { name: "asc" }, { id: "asc" }],
      });
      return rows.map((row) => ({ memberId: row.id, name: row.name, party: row.organisationKey }));
    },

    hold: async (tx, parties) => {
      // A row written is a row locked, on PostgreSQL as well. Always in the same order, so that two who
      // want several seats wait for each other instead of standing in each other's way.
      const all = parties ?? (await tx.seat.findMany({ select: { party: true } })).map(({ party }) => party);
      for (const party of [...new Set(all)].sort())
        await tx.seat.updateMany({ where: { party }, data: { party } });
    },
    give: async (tx, party, memberId) => {
      const free = { party, delegateId: null };
      const data = { delegateId: memberId, standInId: null };
      if ((await tx.seat.updateMany({ where: free, data })).count !== 1) return false;
      await tx.seatDeputy.deleteMany({ where: { memberId } });
      return true;
    },
    free: async (tx, party) => {
      const held = { party, OR: [{ delegateId: { not: null } }, { standInId: { not: null } }] };
      const data = { delegateId: null, standInId: null };
      return (await tx.seat.updateMany({ where: held, data })).count === 1;
    },
    nameDeputy: async (tx, party, memberId, now) => {
      await tx.seatDeputy.create({ data: { party, memberId, namedAt: new Date(now) } });
    },
    removeDeputy: async (tx, party, memberId) => {
      await tx.seatDeputy.deleteMany({ where: { party, memberId } });
    },
    setStandIn: async (tx, party, standInId) => {
      await tx.seat.update({ where: { party }, data: { standInId } });
    },
  };
}
