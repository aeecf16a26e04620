/** What people type and press to find records, and what answers it. */
import { z } from "zod";
import { card, type Hit, type Reply, text } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import { lineOf, recordCard } from "../cards.ts";
import { cut } from "../draft.ts";
import type { Exchange } from "../exchange.ts";
import { refusals, search as say } from "../texts.ts";
import { LONGEST_SEARCH, parseList, parseSearch } from "../typed.ts";
import { type HitsView, hitsCard } from "./hits.cards.ts";
import type { ExchangeSearch, Found } from "./service.ts";

/** Hits of the message extension, in one list. */
const MOST_LISTED = 10;

export const WORDS = z.string().max(LONGEST_SEARCH);

export type FindRouteDeps = {
  readonly finder: ExchangeSearch;
  readonly organisationName: (key: string) => string;
  /** Asks a guest for the organisation. */
  readonly introduceCard: () => Reply;
};

export function findRoutes({ finder, organisationName, introduceCard }: FindRouteDeps): Routes {
  const list = (part: Omit<HitsView, "organisationName">): Reply =>
    card(hitsCard({ ...part, organisationName }), [part.title, ...part.sentences].join(" "));

  async function newest(turn: Turn): Promise<Reply> {
    const found = await finder.newest(turn);
    if (!found.ok) return introduceCard();
    const hits = found.value;
    return list({ title: say.newestTitle, sentences: hits.length > 0 ? [] : [say.none], hits });
  }

  async function nothing(turn: Turn, words: string): Promise<Reply> {
    const found = await finder.newest(turn);
    const hits = found.ok ? found.value : [];
    const last = hits.length > 0 ? say.newestBelow : say.none;
    return list({ title: say.title(words), sentences: [say.nothing(words), say.nothingHint, last], hits });
  }

  const listed = (words: string, { hits, total }: Found): Reply =>
    list({
      title: say.title(words),
      sentences: [say.total(total, hits.length)],
      hits: hits.map(({ exchange }) => exchange),
      words,
    });

  async function find(turn: Turn, words: string): Promise<Reply> {
    const found = await finder.find(turn, { words });
    if (!found.ok) return introduceCard();
    if (words === "") return text(say.askWords);
    return found.value.hits.length > 0 ? listed(words, found.value) : nothing(turn, words);
  }

  const toHit = (exchange: Exchange): Hit => {
    const organisation = organisationName(exchange.organisation);
    return {
      title: exchange.title,
      text: lineOf(exchange, organisation),
      card: recordCard({ exchange, organisation, mayEdit: false }),
    };
  };

  /** Before a word is typed the newest records are listed. */
  async function extension(turn: Turn, typed: string): Promise<readonly Hit[]> {
    const words = cut(typed.trim(), LONGEST_SEARCH);
    if (words === "") {
      const newest = await finder.newest(turn, MOST_LISTED);
      return newest.ok ? newest.value.map(toHit) : askFirst();
    }
    const found = await finder.find(turn, { words, most: MOST_LISTED });
    return found.ok ? found.value.hits.map(({ exchange }) => toHit(exchange)) : askFirst();
  }

  function askFirst(): readonly Hit[] {
    const ask = introduceCard();
    return ask.kind === "card" ? [{ title: ask.summary, text: refusals.notMember, card: ask.card }] : [];
  }

  return {
    texts: [
      textRoute("suche", parseSearch, (turn, { words }) => find(turn, words)),
      textRoute("beiträge", parseList, newest),
    ],
    actions: [
      actionRoute("exchange.find", z.object({ words: WORDS }), (turn, { words }) => find(turn, words.trim())),
    ],
    searches: [{ name: "suche", search: extension }],
  };
}
