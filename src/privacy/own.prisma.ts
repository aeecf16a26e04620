/** A person and what is stored about him or her, in the tables. */
import type { Db, Tx } from "../db/store.ts";
import { openRegisters } from "./erase.prisma.ts";
import { ownAlone } from "./erase-records.prisma.ts";
import { electionParts } from "./leave.prisma.ts";
import type { EraseFacts, KnownPerson, OwnRepository } from "./own.repository.ts";
import { collect, collectGuest } from "./own-collect.prisma.ts";

type Row = {
  id: string;
  tenantId: string;
  aadObjectId: string;
  teamsUserId: string;
  name: string;
  leftAt: Date | null;
};

const known = ({ id, leftAt, tenantId, aadObjectId, teamsUserId, name }: Row): KnownPerson => ({
  ...{ memberId: id, tenantId, aadObjectId, teamsUserId, name, left: leftAt !== null },
});

async function eraseFacts(tx: Tx, id: string): Promise<EraseFacts> {
  const seat = await tx.seat.findUnique({ where: { delegateId: id }, select: { party: true } });
  const deputy = await tx.seatDeputy.findUnique({ where: { memberId: id }, select: { party: true } });
  const of = { where: { memberId: id } };
  const inMinutes = (await tx.candidacy.count(of)) + (await tx.electionRole.count(of));
  const asDeputy = deputy ? { party: deputy.party, as: "deputy" as const } : null;
  return {
    records: await tx.exchange.count({ where: { recordedById: id } }),
    alone: await tx.exchange.count({ where: ownAlone(id) }),
    seat: seat ? { party: seat.party, as: "delegate" } : asDeputy,
    openRegister: (await openRegisters(tx, id)).length > 0,
    running: (await electionParts(tx, id)).length > 0,
    minutes: inMinutes > 0,
  };
}

export const ownRepository = (db: Db): OwnRepository => ({
  find: async (tenantId, aadObjectId, tx) => {
    const where = { tenantId_aadObjectId: { tenantId, aadObjectId } };
    const row = await (tx ?? db.read).member.findUnique({ where });
    return row && known(row);
  },
  byId: async (id) => {
    const row = await db.read.member.findUnique({ where: { id } });
    return row && known(row);
  },
  collect: (person) => collect(db.read, person),
  collectGuest: (who) => collectGuest(db.read, who),
  isWaiting: async (memberId, tx) => {
    const where = { memberId, kind: "erasure" as const, settledAt: null };
    return (await (tx ?? db.read).privacyRequest.count({ where })) > 0;
  },
  eraseFacts: (id, tx) => (tx ? eraseFacts(tx, id) : db.write((own) => eraseFacts(own, id))),
});
