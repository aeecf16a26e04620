/** The table of experiences. */
import type { Db } from "../../db/store.ts";
import { named } from "../rows.prisma.ts";
import type { Experience, Measure } from "./experience.ts";
import type { ExperienceRepository } from "./repository.ts";

type Row = {
  readonly id: string;
  readonly exchangeId: string;
  readonly member: { readonly id: string; readonly name: string };
  readonly organisationKey: string;
  readonly text: string;
  readonly effort: Measure | null;
  readonly benefit: Measure | null;
  readonly createdAt: Date;
  readonly changedAt: Date | null;
};

const include = { member: named } as const;

const toExperience = ({
  id,
  exchangeId,
  member,
  organisationKey,
  createdAt,
  changedAt,
  ...row
}: Row): Experience => ({
  ...{ id, exchange: exchangeId, by: member, organisation: organisationKey },
  ...{ text: row.text, effort: row.effort, benefit: row.benefit },
  createdAt: createdAt.getTime(),
  changedAt: changedAt?.getTime() ?? null,
});

export function experienceRepository(db: Db): ExperienceRepository {
  return {
    byId: async (id, tx) => {
      const where = { id, deletedAt: null };
      const row = await (tx ?? db.read).exchangeExperience.findFirst({ where, include });
      return row && toExperience(row);
    },
    of: async (exchangeId) => {
      const rows = await db.read.exchangeExperience.findMany({
        where: { exchangeId, deletedAt: null },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        include,
      });
      return rows.map(toExperience);
    },
    insert: async (tx, { exchange, organisation, at, ...row }) => {
      const owner = { exchangeId: exchange, organisationKey: organisation };
      await tx.exchangeExperience.create({ data: { ...row, ...owner, createdAt: new Date(at) } });
    },
    change: async (tx, { id, seen, at }, { text, effort, benefit }) => {
      const state = new Date(seen);
      const { count } = await tx.exchangeExperience.updateMany({
        where: { id, deletedAt: null, OR: [{ changedAt: state }, { changedAt: null, createdAt: state }] },
        data: { text, effort, benefit, changedAt: new Date(at) },
      });
      return count === 1;
    },
    remove: async (tx, id, at) => {
      const data = { deletedAt: new Date(at) };
      return (await tx.exchangeExperience.updateMany({ where: { id, deletedAt: null }, data })).count === 1;
    },
  };
}
