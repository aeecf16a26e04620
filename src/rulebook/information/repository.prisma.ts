/** The table of information. Rows are never deleted or changed in their words: they are the history. */
import { berlinDate } from "../../calendar/zones.ts";
import type { Db } from "../../db/store.ts";
import { namesOf, takeTurns } from "./care.prisma.ts";
import type { StoredInformation } from "./information.ts";
import type { InformationRepository } from "./repository.ts";

type Row = {
  id: string;
  corrects: string | null;
  questions: string;
  answer: string;
  basis: string | null;
  givenAt: Date;
  givenById: string | null;
  endedAt: Date | null;
  endedById: string | null;
  supersededById: string | null;
};

const toInformation = ({ questions, givenAt, endedAt, ...same }: Row): StoredInformation => ({
  ...same,
  questions: questions.split("\n"),
  givenOn: berlinDate(givenAt.getTime()),
  givenAt: givenAt.getTime(),
  endedAt: endedAt?.getTime() ?? null,
});

const oldestFirst = [{ givenAt: "asc" as const }, { id: "asc" as const }];

export function informationRepository(db: Db): InformationRepository {
  return {
    takeTurns,
    namesOf: (ids) => namesOf(db, ids),
    byId: async (id, tx) => {
      const row = await (tx ?? db.read).rulesInformation.findUnique({ where: { id } });
      return row && toInformation(row);
    },
    current: async (tx) => {
      const query = { where: { endedAt: null }, orderBy: oldestFirst };
      return (await (tx ?? db.read).rulesInformation.findMany(query)).map(toInformation);
    },
    before: async (supersededById) => {
      const row = await db.read.rulesInformation.findUnique({ where: { supersededById } });
      return row && toInformation(row);
    },
    stamp: async () => {
      // Both numbers only ever grow.
      const { _count } = await db.read.rulesInformation.aggregate({ _count: { id: true, endedAt: true } });
      return `${_count.id}|${_count.endedAt}`;
    },
    insert: async (tx, { questions, givenAt, ...same }) => {
      const data = { ...same, questions: questions.join("\n"), givenAt: new Date(givenAt) };
      await tx.rulesInformation.create({ data });
    },
    end: async (tx, id, { at, byId, supersededById }) => {
      const data = { endedAt: new Date(at), endedById: byId, supersededById };
      await tx.rulesInformation.update({ where: { id }, data });
    },
  };
}
