/** What importing a file would do, from what it says and what is stored. Pure. */
import type { Content } from "../exchange.ts";
import type { Altered, Known } from "./import.repository.ts";
import type { Imported } from "./imported.ts";

/** A row whose group has been found. */
export type Placed = Imported & { readonly groupId: string | null };

export type Plan = {
  readonly created: readonly Placed[];
  readonly changed: readonly {
    readonly row: Placed;
    readonly before: Known;
    readonly after: Altered["after"];
  }[];
  readonly unchanged: number;
  /** Names of records that somebody has deleted; they stay so. */
  readonly deleted: readonly string[];
};

const says = ({ content, ...placed }: Altered["after"]): string => {
  const { kind, title, text, stage, product, offer, binding, visibility, tags, links }: Content = content;
  const { organisation, groupId, recordedAt } = placed;
  const said = [kind, title, text, stage, product, offer, binding, visibility, tags, links];
  return JSON.stringify([...said, organisation, groupId, recordedAt]);
};

/** `keepDates`: when a stored record was recorded stays as it is; a table says it less precisely. */
export function planOf(rows: readonly Placed[], known: ReadonlyMap<string, Known>, keepDates: boolean): Plan {
  const created: Placed[] = [];
  const changed: Plan["changed"][number][] = [];
  const deleted: string[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const before = known.get(row.externalId);
    if (!before) {
      created.push(row);
      continue;
    }
    const recordedAt = keepDates ? before.recordedAt : (row.recordedAt ?? before.recordedAt);
    const { content, organisation, groupId } = row;
    const after = { content, organisation, groupId, recordedAt };
    if (before.deleted) deleted.push(row.externalId);
    else if (says(after) === says(before)) unchanged += 1;
    else changed.push({ row, before, after });
  }
  return { created, changed, unchanged, deleted };
}
