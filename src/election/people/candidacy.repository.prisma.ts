/** Who is in office, read from the elections that have ended. */
import type { Db } from "../../db/store.ts";
import type { InOffice } from "./candidacy.repository.ts";

export function inOfficeRepository(db: Db): InOffice {
  return {
    chairOn: async (date, tx) => {
      const door = tx ?? db.read;
      const where = { office: "chair" as const, state: "elected" as const };
      const runs = { termFrom: { lte: date }, termTo: { gte: date } };
      const row = await door.election.findFirst({
        where: { ...where, ...runs },
        orderBy: { answeredAt: "desc" },
      });
      if (!row?.winner) return null;
      const key = { electionId_name: { electionId: row.id, name: row.winner } };
      return (await door.candidacy.findUnique({ where: key }))?.memberId ?? null;
    },
    holders: async (office, tx) => {
      const rows = await (tx ?? db.read).election.findMany({
        where: { office, state: "elected" },
        orderBy: { answeredAt: "desc" },
        select: { winner: true, candidacies: { select: { name: true, memberId: true } } },
      });
      return rows.map(
        ({ winner, candidacies }) => candidacies.find((one) => one.name === winner)?.memberId ?? null,
      );
    },
    hasSuccessor: async (office, since) => {
      const state = { notIn: ["not_elected" as const, "cancelled" as const] };
      const where = { office, startedAt: { gt: new Date(since) }, state };
      return (await db.read.election.findFirst({ where })) !== null;
    },
  };
}
