/** Use cases of finding: the newest decisions, and those that meet some words. */
import { may, rolesOf } from "../member/rights.ts";
import { createVocabulary } from "../search/vocabulary.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { Turn } from "../turn/turn.ts";
import type { Decision } from "./decision.ts";
import { askedTokens, bestOf, meaningOf } from "./find.ts";
import type { DecisionDeps } from "./service.ts";

export type Found = {
  readonly hits: readonly Decision[];
  /** How many there are in all, or meet at least one word. */
  readonly total: number;
};

/** More make a card too long for a phone. */
const MOST_HITS = 6;
const NOTHING: Found = { hits: [], total: 0 };

export function listService({ repository }: Pick<DecisionDeps, "repository">) {
  async function newest(): Promise<Found> {
    const [hits, total] = await Promise.all([repository.newest(MOST_HITS), repository.count()]);
    return { hits, total };
  }

  async function search(words: string): Promise<Found> {
    const asked = askedTokens(words);
    if (asked.length === 0) return NOTHING;
    const meaning = meaningOf(asked, createVocabulary(await repository.vocabulary()));
    const postings = await repository.postings([...meaning.keys()]);
    const ids = bestOf(postings, meaning, await repository.count());
    const found = new Map((await repository.byIds(ids.slice(0, MOST_HITS))).map((one) => [one.id, one]));
    const hits = ids.flatMap((id) => found.get(id) ?? []);
    return { hits, total: ids.length };
  }

  return {
    /** The newest decisions when `words` is empty, else those that fit best; any word counts. */
    async list(turn: Turn, words: string): Promise<Outcome<Found, "notMember">> {
      if (!may(rolesOf(turn), "decision.show")) return refused("notMember");
      return ok(words === "" ? await newest() : await search(words));
    },
  };
}
