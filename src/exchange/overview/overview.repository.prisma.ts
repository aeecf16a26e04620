/** All records at once, read from the tables. What is deleted is nowhere. */
import type { Db } from "../../db/store.ts";
import { visibleTo } from "../repository.prisma.ts";
import { contentOf } from "../rows.prisma.ts";
import type { ExportRow } from "./export-row.ts";
import type { OverviewRepository, Reader } from "./overview.repository.ts";

/** Rows read at once; between two pages others get their turn. */
const PAGE = 500;

/** As `visibleTo`, and what the reader has recorded. */
function seenBy({ groups, memberId }: Reader) {
  const { OR } = { OR: undefined, ...visibleTo(groups) };
  const own = memberId === null ? [] : [{ recordedById: memberId }];
  return { deletedAt: null, ...(OR ? { OR: [...OR, ...own] } : {}) };
}

const order = [{ recordedAt: "asc" as const }, { id: "asc" as const }];
const byTime = { orderBy: [{ createdAt: "asc" as const }, { id: "asc" as const }] };

export function overviewRepository(db: Db): OverviewRepository {
  const { exchange, exchangeExperience } = db.read;

  async function page(reader: Reader, skip: number): Promise<readonly ExportRow[]> {
    const rows = await exchange.findMany({
      where: seenBy(reader),
      orderBy: order,
      ...{ skip, take: PAGE },
      include: {
        group: { select: { name: true } },
        recordedBy: { select: { name: true } },
        experiences: { where: { deletedAt: null }, ...byTime },
        marks: { orderBy: { organisationKey: "asc" } },
      },
    });
    return rows.map((row) => {
      const marked = (kind: "uses" | "interested") =>
        row.marks.filter((one) => one.kind === kind).map((one) => one.organisationKey);
      return {
        ...{ name: row.externalId ?? row.id, content: contentOf(row), organisation: row.organisationKey },
        ...{ group: row.group?.name ?? null, recordedBy: row.recordedBy.name },
        recordedAt: row.recordedAt.getTime(),
        experiences: row.experiences.map((one) => ({
          ...{ organisation: one.organisationKey, text: one.text, effort: one.effort },
          ...{ benefit: one.benefit, at: one.createdAt.getTime() },
        })),
        ...{ uses: marked("uses"), interested: marked("interested") },
      };
    });
  }

  return {
    statements: async (reader) => {
      const rows = await exchange.findMany({
        where: { ...seenBy(reader), productKey: { not: null } },
        select: {
          ...{ id: true, product: true, stage: true, organisationKey: true, recordedAt: true },
          marks: { where: { kind: "uses" }, select: { organisationKey: true, at: true } },
        },
      });
      return rows.flatMap(({ id, product, stage, organisationKey, recordedAt, marks }) => {
        const about = { product: product ?? "", record: id };
        return [
          { ...about, organisation: organisationKey, stage, at: recordedAt.getTime() },
          ...marks.map((mark) => ({
            ...about,
            ...{ organisation: mark.organisationKey, stage: "inUse" as const, at: mark.at.getTime() },
          })),
        ];
      });
    },
    happened: async (reader, instant) => {
      const since = { gte: new Date(instant) };
      const group = { select: { name: true } } as const;
      const records = await exchange.findMany({
        where: { ...seenBy(reader), recordedAt: since },
        select: { kind: true, recordedAt: true, group },
      });
      const experiences = await exchangeExperience.findMany({
        where: { deletedAt: null, createdAt: since, exchange: seenBy(reader) },
        select: { createdAt: true, exchange: { select: { group } } },
      });
      return [
        ...records.map((one) => ({
          ...{ kind: one.kind, at: one.recordedAt.getTime(), group: one.group?.name ?? null },
        })),
        ...experiences.map((one) => ({
          ...{ kind: null, at: one.createdAt.getTime(), group: one.exchange.group?.name ?? null },
        })),
      ];
    },
    all: async (reader) => {
      const all: ExportRow[] = [];
      for (;;) {
        const rows = await page(reader, all.length);
        all.push(...rows);
        if (rows.length < PAGE) return all;
      }
    },
  };
}
