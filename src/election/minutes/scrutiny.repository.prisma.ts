/** The table of what scrutineers have done, and the counted boxes they look into. */
import type { Db } from "../../db/store.ts";
import { toRound, withElection } from "../rows.prisma.ts";
import type { RoundName } from "../seal.ts";
import { storedSeal } from "../stored.ts";
import type { ScrutinyRepository } from "./scrutiny.repository.ts";

const inRound = ({ electionId, round }: RoundName) => ({ electionId, number: round });

export function scrutinyRepository(db: Db): ScrutinyRepository {
  return {
    facts: async (name, memberId, tx) => {
      const row = await (tx ?? db.read).electionRound.findUnique({
        where: { electionId_number: inRound(name) },
        select: {
          ...{ phase: true, seal: true },
          scrutiny: { where: { memberId } },
          _count: { select: { box: true } },
          election: {
            select: {
              erasedAt: true,
              roles: { where: { memberId, role: "scrutineer", until: null } },
            },
          },
        },
      });
      if (!row) return null;
      const [scrutiny] = row.scrutiny;
      return {
        scrutineer: row.election.roles.length > 0,
        phase: row.phase,
        root: row.seal === null ? null : storedSeal.parse(row.seal).root,
        erased: row.election.erasedAt !== null || row._count.box === 0,
        scrutiny: scrutiny
          ? {
              fetchedAt: scrutiny.fetchedAt.getTime(),
              confirmedAt: scrutiny.confirmedAt?.getTime() ?? null,
              agrees: scrutiny.agrees,
            }
          : null,
      };
    },
    fetched: async (tx, name, memberId, now) => {
      await tx.scrutiny.create({ data: { ...inRound(name), memberId, fetchedAt: new Date(now) } });
    },
    confirmed: async (tx, name, memberId, agrees, now) => {
      const where = { ...inRound(name), memberId, confirmedAt: null };
      const data = { agrees, confirmedAt: new Date(now) };
      return (await tx.scrutiny.updateMany({ where, data })).count === 1;
    },
    box: async (name) => {
      const where = inRound(name);
      const row = await db.read.electionRound.findUnique({
        where: { electionId_number: where },
        ...withElection,
      });
      if (!row) return null;
      const select = { slot: true, sealed: true } as const;
      const box = await db.read.ballot.findMany({ where, select, orderBy: { slot: "asc" } });
      return { round: toRound(row), box };
    },
  };
}
