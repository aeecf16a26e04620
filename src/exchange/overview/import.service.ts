/** Takes the records of a file into the store: all of them or none. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { NewId } from "../../system/ids.ts";
import type { Outcome } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Content } from "../exchange.ts";
import type { Prepare } from "../find/prepared.ts";
import type { Packed } from "../repository.ts";
import { type Altered, IMPORTER, type ImportStore, type Known, type Made } from "./import.repository.ts";
import type { Imported } from "./imported.ts";

export type ImportDeps = {
  readonly store: ImportStore;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly newId: NewId;
  readonly prepare: Prepare;
  /** Id of the group of this name; makes it where there is none. */
  readonly groupNamed: (tx: Tx, name: string, now: Instant) => Promise<string>;
};

export type Taken = {
  readonly created: number;
  readonly changed: number;
  /** Said the same as before. */
  readonly unchanged: number;
  /** Somebody has deleted them; they stay so. */
  readonly deleted: readonly string[];
};

/** One file, read and without a fault. */
export type Import = {
  readonly rows: readonly Imported[];
  /** Member who stands for the changes. */
  readonly by: string;
  readonly now: Instant;
};

/** So often it is begun anew when somebody changes one of the records at the same time. */
const MOST_TRIES = 3;
/** Prepared in one go; then others get their turn. */
const AT_A_TIME = 50;

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Prepared = (row: Imported) => Packed;

type Placed = Imported & { readonly groupId: string | null };

const says = (content: Content, placed: Omit<Known, "content" | "id" | "revision" | "deleted">): string =>
  JSON.stringify([
    ...[content.kind, content.title, content.text, content.stage, content.product, content.offer],
    ...[content.binding, content.visibility, content.tags, content.links],
    ...[placed.organisation, placed.groupId, placed.recordedAt],
  ]);

const alteredBy = (row: Placed, before: Known): Altered["after"] => ({
  ...{ content: row.content, organisation: row.organisation, groupId: row.groupId },
  recordedAt: row.recordedAt ?? before.recordedAt,
});

const isSame = (row: Placed, before: Known): boolean => {
  const after = alteredBy(row, before);
  return says(after.content, after) === says(before.content, before);
};

export type Importer = ReturnType<typeof createImporter>;

export function createImporter({ store, write, newId, prepare, groupNamed }: ImportDeps) {
  async function place(tx: Tx, rows: readonly Imported[], now: Instant): Promise<readonly Placed[]> {
    const ids = new Map<string, string>();
    for (const { group } of rows)
      if (group !== null && !ids.has(group)) ids.set(group, await groupNamed(tx, group, now));
    return rows.map((row) => ({ ...row, groupId: row.group === null ? null : (ids.get(row.group) ?? null) }));
  }

  /** What the rows are found by. Takes longer than storing them, so it is done before anybody waits for it. */
  async function prepared(rows: readonly Imported[]): Promise<Prepared> {
    const all = new Map<string, Packed>();
    for (const [at, row] of rows.entries()) {
      all.set(row.externalId, prepare(row.content));
      if (at % AT_A_TIME === 0) await pause();
    }
    return (row) => all.get(row.externalId) ?? prepare(row.content);
  }

  /** Within a transaction of the caller. Refuses when somebody has changed one of the records meanwhile. */
  async function takeIn(tx: Tx, { rows, by, now }: Import, found: Prepared, refuse: () => never) {
    await store.importer(tx, now);
    const placed = await place(tx, rows, now);
    const known = await store.known(
      tx,
      rows.map(({ externalId }) => externalId),
    );
    const made: Made[] = [];
    const altered: Altered[] = [];
    const deleted: string[] = [];
    for (const row of placed) {
      const before = known.get(row.externalId);
      if (before?.deleted) deleted.push(row.externalId);
      else if (!before) made.push({ exchange: newOne(row, now), index: found(row) });
      else if (!isSame(row, before))
        altered.push({ before, after: alteredBy(row, before), index: found(row) });
    }
    await store.make(tx, made);
    if (!(await store.alter(tx, altered, by, now))) refuse();
    const [created, changed] = [made.length, altered.length];
    const unchanged = rows.length - created - changed - deleted.length;
    return { created, changed, unchanged, deleted } satisfies Taken;
  }

  const newOne = (row: Placed, now: Instant): Made["exchange"] => ({
    ...{ id: newId(), ...row.content, externalId: row.externalId, organisation: row.organisation },
    ...{ groupId: row.groupId, recordedById: IMPORTER, recordedAt: row.recordedAt ?? now },
  });

  return {
    prepared,
    takeIn,
    /** In a transaction of its own. */
    async take(file: Import): Promise<Outcome<Taken, "changedMeanwhile">> {
      const found = await prepared(file.rows);
      for (let tries = 1; ; tries++) {
        const done = await orRefuse<"changedMeanwhile", Taken>((refuse) =>
          write((tx) => takeIn(tx, file, found, () => refuse("changedMeanwhile"))),
        );
        if (done.ok || tries === MOST_TRIES) return done;
      }
    },
  };
}
