/** Rows of records as the program knows them. */
import type { Binding, Content, Exchange, Kind, Offer, Stage, Visibility } from "./exchange.ts";

export type Stored = {
  kind: Kind;
  title: string;
  text: string;
  stage: Stage;
  product: string | null;
  offer: Offer | null;
  binding: Binding;
  visibility: Visibility;
  tags: string;
  links: string;
};

type Row = Stored & {
  id: string;
  organisationKey: string;
  group: { id: string; name: string } | null;
  recordedBy: { id: string; name: string };
  recordedAt: Date;
  happenedAt: Date | null;
  sourceKey: string | null;
  sourceLink: string | null;
  author: { id: string; name: string } | null;
  authorKey: string | null;
  revision: number;
  deletedAt: Date | null;
};

export const named = { select: { id: true, name: true } } as const;
export const include = { group: named, recordedBy: named, author: named } as const;

const lines = (list: readonly string[]): string => list.join("\n");
const listed = (kept: string): readonly string[] => (kept === "" ? [] : kept.split("\n"));

export const storedOf = (content: Content): Stored => ({
  kind: content.kind,
  title: content.title,
  text: content.text,
  stage: content.stage,
  product: content.product,
  offer: content.offer,
  binding: content.binding,
  visibility: content.visibility,
  tags: lines(content.tags),
  links: lines(content.links),
});

export const keptOf = ({
  kind,
  title,
  text,
  stage,
  product,
  offer,
  binding,
  visibility,
  tags,
  links,
}: Stored) => ({
  ...{ kind, title, text, stage, product, offer, binding, visibility, tags, links },
});

export const contentOf = (row: Stored): Content => ({
  ...keptOf(row),
  tags: listed(row.tags),
  links: listed(row.links),
});

const sourceOf = ({ sourceKey, sourceLink, happenedAt, author, authorKey }: Row): Exchange["source"] =>
  sourceKey === null
    ? null
    : { key: sourceKey, link: sourceLink, at: happenedAt?.getTime() ?? null, author, authorKey };

export const toExchange = (row: Row): Exchange => ({
  id: row.id,
  ...contentOf(row),
  organisation: row.organisationKey,
  group: row.group,
  recordedBy: row.recordedBy,
  recordedAt: row.recordedAt.getTime(),
  source: sourceOf(row),
  revision: row.revision,
  deletedAt: row.deletedAt?.getTime() ?? null,
});
