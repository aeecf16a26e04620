/** Takes the records of a file into the store: all of them or none. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { NewId } from "../../system/ids.ts";
import { type Outcome, ok } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Prepare } from "../find/prepared.ts";
import type { Packed } from "../repository.ts";
import { type Placed, type Plan, planOf } from "./import.plan.ts";
import { IMPORTER, type ImportStore, type Made } from "./import.repository.ts";
import type { Imported } from "./imported.ts";

export type ImportDeps = {
  readonly store: ImportStore;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly applyOnce: (
    tx: Tx,
    key: string,
    kind: string,
    now: Instant,
    body: () => Promise<string>,
  ) => Promise<{ readonly subject: string }>;
  readonly newId: NewId;
  readonly prepare: Prepare;
  /** Id of the group of this name, which may be made for it. Without a transaction nothing is made: null. */
  readonly groupNamed: (name: string, now: Instant, tx?: Tx) => Promise<string | null>;
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
  /** See `planOf`. */
  readonly keepDates?: boolean;
  /** The same key again gives the numbers of the first time. */
  readonly key?: string;
};

/** So often it is begun anew when somebody changes one of the records at the same time. */
const MOST_TRIES = 3;
/** Prepared in one go; then others get their turn. */
const AT_A_TIME = 50;

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Prepared = (row: Imported) => Packed;

const taken = ({ created, changed, unchanged, deleted }: Plan): Taken => ({
  ...{ created: created.length, changed: changed.length, unchanged, deleted },
});

export type Importer = ReturnType<typeof createImporter>;

export function createImporter(deps: ImportDeps) {
  const { store, prepare } = deps;

  async function plan({ rows, now, keepDates = false }: Import, tx?: Tx): Promise<Plan> {
    const ids = new Map<string, string | null>();
    for (const { group } of rows)
      if (group !== null && !ids.has(group)) ids.set(group, await deps.groupNamed(group, now, tx));
    const placed = rows.map((row) => ({
      ...row,
      groupId: row.group === null ? null : (ids.get(row.group) ?? null),
    }));
    const names = rows.map(({ externalId }) => externalId);
    return planOf(placed, await store.known(names, tx), keepDates);
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

  const newOne = (row: Placed, now: Instant): Made["exchange"] => ({
    ...{ id: deps.newId(), ...row.content, externalId: row.externalId, organisation: row.organisation },
    ...{ groupId: row.groupId, recordedById: IMPORTER, recordedAt: row.recordedAt ?? now },
  });

  async function keep(tx: Tx, file: Import, found: Prepared, refuse: () => never): Promise<Taken> {
    const { by, now } = file;
    await store.importer(tx, now);
    const todo = await plan(file, tx);
    await store.make(
      tx,
      todo.created.map((row) => ({ exchange: newOne(row, now), index: found(row) })),
    );
    const altered = todo.changed.map(({ row, before, after }) => ({ before, after, index: found(row) }));
    if (!(await store.alter(tx, altered, by, now))) refuse();
    return taken(todo);
  }

  /** The numbers travel as the subject of the act, so that the same press again tells the same. */
  async function once(tx: Tx, file: Import, body: () => Promise<Taken>): Promise<Taken> {
    if (file.key === undefined) return body();
    const { subject } = await deps.applyOnce(tx, file.key, "exchange.import", file.now, async () =>
      JSON.stringify(await body()),
    );
    return JSON.parse(subject);
  }

  return {
    /** What `take` would do now; nothing is written. */
    preview: async (file: Import): Promise<Taken> => taken(await plan(file)),

    /** In one transaction. */
    async take(file: Import): Promise<Outcome<Taken, "changedMeanwhile">> {
      if (file.rows.length === 0) return ok({ created: 0, changed: 0, unchanged: 0, deleted: [] });
      const found = await prepared(file.rows);
      for (let tries = 1; ; tries++) {
        const done = await orRefuse<"changedMeanwhile", Taken>((refuse) =>
          deps.write((tx) => once(tx, file, () => keep(tx, file, found, () => refuse("changedMeanwhile")))),
        );
        if (done.ok || tries === MOST_TRIES) return done;
      }
    },
  };
}
