/** The handbook as coordinators look it up: by words that stand on a card, or by its id. Pure. */
import { analyse } from "../../search/analyse.ts";
import { corpusOf, prepare, rank } from "../../search/bm25.ts";
import type { KnownCard, KnownCards } from "./information.ts";

/** Prepared once; looking up keeps nothing. */
export function createKnownCards(cards: readonly KnownCard[]): KnownCards {
  const entries = cards.map((card) =>
    prepare(card, [[analyse(`${card.answer} ${card.section} ${card.document}`), 1]]),
  );
  const corpus = corpusOf(entries);
  const byId = new Map(cards.map((card) => [card.id, card]));
  return {
    find: (words) => {
      const exact = byId.get(words.trim());
      if (exact) return [exact];
      const query = new Map([...analyse(words).keys()].map((token) => [token, 1]));
      return rank(query, entries, corpus).map(({ key }) => key);
    },
    get: (id) => byId.get(id) ?? null,
    count: () => cards.length,
  };
}
