/** Use cases of finding: members search all records of the Forum. */
import { may, rolesOf } from "../member/rights.ts";
import { createVocabulary, type Vocabulary } from "../search/vocabulary.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { Turn } from "../turn/turn.ts";
import type { Exchange } from "./exchange.ts";
import { candidatesOf, meaningOf, order, pointsOf, worthReading } from "./find.ts";
import type { ExchangeRepository } from "./repository.ts";

export type Found = {
  readonly hits: readonly Exchange[];
  /** How many records meet at least one word. */
  readonly total: number;
};

/** What is known of all records. Only widens and weighs a search; what is found is always read anew. */
type Knowledge = {
  readonly vocabulary: Vocabulary;
  readonly many: boolean;
  readonly count: number;
  readonly mark: string;
  readonly freshUntil: Instant;
};

/**
 * Learning many words takes some tenths of a second: then once in this time is enough. Meanwhile a new
 * record is found by its words, only not yet by a typing mistake in them.
 */
const FRESH_MS = 60_000;
const MANY_WORDS = 5_000;

const MOST_HITS = 5;

const NOTHING: Found = { hits: [], total: 0 };

export type ExchangeSearch = ReturnType<typeof exchangeSearch>;

export function exchangeSearch(repository: ExchangeRepository) {
  let known: Knowledge | undefined;
  let learning: Promise<Knowledge> | undefined;

  async function learn(now: Instant): Promise<Knowledge> {
    const { count, mark } = await repository.state();
    const same = known?.mark === mark ? known : undefined;
    const words = same ? [] : await repository.vocabulary();
    const vocabulary = same?.vocabulary ?? createVocabulary(words);
    const many = same?.many ?? words.length >= MANY_WORDS;
    known = { vocabulary, many, count, mark, freshUntil: many ? now + FRESH_MS : now };
    return known;
  }

  /** Many searches at once wait for the same learning. */
  async function knowledge(now: Instant): Promise<Knowledge> {
    if (known && now < known.freshUntil) return known;
    learning ??= learn(now).finally(() => {
      learning = undefined;
    });
    return learning;
  }

  async function find(words: string, now: Instant, most: number): Promise<Found> {
    const { vocabulary, count } = await knowledge(now);
    const meaning = meaningOf(words, vocabulary);
    if (meaning.size === 0) return NOTHING;
    const frequencies = await repository.frequencies([...meaning.keys()]);
    const corpus = { count, averageLength: 0, frequency: (token: string) => frequencies.get(token) ?? 0 };
    const tokens = worthReading(meaning, corpus);
    if (tokens.length === 0) return NOTHING;
    const points = pointsOf(await repository.postings(tokens), meaning, corpus);
    const candidates = await repository.byIds(candidatesOf(points));
    return { hits: order(words, points, candidates).slice(0, most), total: points.size };
  }

  return {
    /** The best records for the words; any word counts. */
    async find(turn: Turn, words: string, most = MOST_HITS): Promise<Outcome<Found, "notMember">> {
      if (!may(rolesOf(turn), "exchange.search")) return refused("notMember");
      return ok(await find(words, turn.now, most));
    },
    async newest(turn: Turn, most = MOST_HITS): Promise<Outcome<readonly Exchange[], "notMember">> {
      if (!may(rolesOf(turn), "exchange.search")) return refused("notMember");
      return ok(await repository.newest(most));
    },
  };
}
