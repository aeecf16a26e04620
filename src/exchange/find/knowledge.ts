/** What is known of all records, in memory: read once, then only what has changed since. */
import { createInverted, type Inverted } from "../../search/inverted.ts";
import { createVocabulary, type Vocabulary } from "../../search/vocabulary.ts";
import type { Instant } from "../../system/clock.ts";
import type { IndexRow, IndexStore, Packed } from "../repository.ts";
import { type Prepare, unpack } from "./prepared.ts";
import { type About, SUBJECT } from "./rank.ts";

export type Known = { readonly index: Inverted<About>; readonly vocabulary: Vocabulary };

/** Rows read at once; between two pages others get their turn. */
const PAGE = 500;
/** Writers' clocks and the time their transactions take may differ by so much, in ms. */
const OVERLAP_MS = 30_000;
/** Anew when so many places in the index are of records as they were before, and more than there are records. */
const MOST_GONE = 1_000;
/** Learning many words takes some tenths of a second: then once in this time is enough. */
const FRESH_MS = 60_000;
const MANY_WORDS = 5_000;
const UNPREPARED: Packed = { version: "", packed: "" };

type Held = {
  readonly index: Inverted<About>;
  /** Revision of every record, deleted ones too. */
  readonly revisions: Map<string, number>;
  sum: number;
  latest: Instant;
  /** What the store held when this was read. */
  state: State;
};

type State = Awaited<ReturnType<IndexStore["state"]>>;
const NOTHING: State = { count: 0, changes: 0, latest: 0 };

const isSame = (a: State, b: State): boolean =>
  a.count === b.count && a.changes === b.changes && a.latest === b.latest;

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export type KnowledgeDeps = {
  readonly store: IndexStore;
  readonly prepare: Prepare;
  /** Which preparation is the present one. */
  readonly version: string;
};

export function createKnowledge({ store, prepare, version }: KnowledgeDeps) {
  let held: Held | undefined;
  let words: { readonly vocabulary: Vocabulary; readonly many: boolean; until: Instant } | undefined;
  let reading: Promise<Held> | undefined;

  function take(into: Held, row: IndexRow, index: Packed): void {
    const { index: _, deleted, ...about } = row;
    into.sum += row.revision - (into.revisions.get(row.id) ?? 0);
    into.revisions.set(row.id, row.revision);
    into.latest = Math.max(into.latest, row.updatedAt);
    if (deleted) {
      into.index.drop(row.id);
      return;
    }
    const { words: said, subjects } = unpack(index.packed);
    const tokens = new Map(said);
    for (const [subject, likely] of subjects) tokens.set(SUBJECT + subject, likely);
    into.index.put(row.id, tokens, about);
  }

  /** Takes rows in; what an older program has prepared is prepared again, in memory. */
  async function takeAll(into: Held, rows: readonly IndexRow[]): Promise<void> {
    const good = ({ index, revision, deleted }: IndexRow) =>
      deleted || (index !== null && index.version === version && index.revision === revision);
    const stale = rows.filter((row) => !good(row)).map(({ id }) => id);
    const contents = stale.length > 0 ? await store.contents(stale) : [];
    const anew = new Map(contents.map((one) => [one.id, prepare(one)]));
    for (const row of rows) take(into, row, anew.get(row.id) ?? row.index ?? UNPREPARED);
  }

  async function readAll(): Promise<Held> {
    const into: Held = {
      ...{ index: createInverted<About>(), revisions: new Map(), sum: 0, latest: 0, state: NOTHING },
    };
    for (let after: string | null = null; ; ) {
      const rows: readonly IndexRow[] = await store.page(after, PAGE);
      await takeAll(into, rows);
      if (rows.length < PAGE) return into;
      after = rows.at(-1)?.id ?? null;
      await pause();
    }
  }

  /** Revisions only ever grow, so whoever holds as many holds the same; more: written meanwhile, or removed for good. */
  const holds = ({ revisions, sum }: Held, { count, changes }: State): boolean =>
    revisions.size >= count && sum >= changes;

  /** Only what was written since; all of it when that does not lead to what the store holds. */
  async function readOn(before: Held, wanted: State): Promise<Held> {
    // Many records may have been written within the overlap: those that are held are not read again.
    const written = await store.since(before.latest - OVERLAP_MS);
    const news = written.filter(({ id, revision }) => before.revisions.get(id) !== revision);
    for (let from = 0; from < news.length; from += PAGE)
      await takeAll(before, await store.rows(news.slice(from, from + PAGE).map(({ id }) => id)));
    return holds(before, wanted) && before.index.gone() <= Math.max(MOST_GONE, before.index.count())
      ? before
      : readAll();
  }

  async function refresh(wanted: State): Promise<Held> {
    held = held ? await readOn(held, wanted) : await readAll();
    held.state = wanted;
    words = words?.many ? words : undefined;
    return held;
  }

  /** Many searches at once wait for the same reading. */
  async function current(): Promise<Held> {
    if (reading) return reading;
    const state = await store.state();
    if (held && isSame(held.state, state)) return held;
    reading ??= refresh(state).finally(() => {
      reading = undefined;
    });
    return reading;
  }

  function vocabularyOf({ index }: Held, now: Instant): Vocabulary {
    if (words && (!words.many || now < words.until)) return words.vocabulary;
    const all = [...index.tokens()].filter((token) => !token.startsWith(SUBJECT));
    words = {
      vocabulary: createVocabulary(all),
      many: all.length >= MANY_WORDS,
      until: now + FRESH_MS,
    };
    return words.vocabulary;
  }

  return {
    /** What is stored now. */
    async at(now: Instant): Promise<Known> {
      const one = await current();
      return { index: one.index, vocabulary: vocabularyOf(one, now) };
    },
  };
}
