/** What people type and press to find records, and what answers it. */
import { z } from "zod";
import { card, type Hit as Listed, type Reply, text } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import { lineOf, recordCard } from "../cards.ts";
import { cut } from "../draft.ts";
import type { Exchange } from "../exchange.ts";
import { refusals } from "../texts.ts";
import { LONGEST_SEARCH, parseList, parseSearch } from "../typed.ts";
import { FILTER_NAMES, type FilterName } from "./filters.ts";
import { type HitsView, hitsCard } from "./hits.cards.ts";
import type { ExchangeSearch, Found } from "./service.ts";
import { type RestrictionNames, restrictionText, search as say } from "./texts.ts";
import type { Why } from "./why.ts";

/** Hits of the message extension, in one list. */
const MOST_LISTED = 10;
/** Hits on one card. */
const ON_A_CARD = 5;

export const WORDS = z.string().max(LONGEST_SEARCH);
const FIND = z.object({
  words: WORDS,
  dropped: z.array(z.enum(FILTER_NAMES)).max(FILTER_NAMES.length).default([]),
  from: z.number().int().min(0).max(1000).default(0),
});

export type FindRouteDeps = {
  readonly finder: ExchangeSearch;
  readonly organisationName: (key: string) => string;
  /** Asks a guest for the organisation. */
  readonly introduceCard: () => Reply;
};

type Search = { readonly words: string; readonly dropped: readonly FilterName[]; readonly from: number };

export function findRoutes({ finder, organisationName, introduceCard }: FindRouteDeps): Routes {
  const list = (part: Omit<HitsView, "organisationName">): Reply =>
    card(hitsCard({ ...part, organisationName }), [part.title, ...part.sentences].join(" "));
  const bare = (exchanges: readonly Exchange[]) => exchanges.map((exchange) => ({ exchange }));

  async function newest(turn: Turn): Promise<Reply> {
    const found = await finder.newest(turn);
    if (!found.ok) return introduceCard();
    const hits = bare(found.value);
    return list({ title: say.newestTitle, sentences: hits.length > 0 ? [] : [say.none], hits });
  }

  async function nothing(turn: Turn, words: string): Promise<Reply> {
    const found = await finder.newest(turn);
    const hits = bare(found.ok ? found.value : []);
    const last = hits.length > 0 ? say.newestBelow : say.none;
    return list({ title: say.title(words), sentences: [say.nothing(words), say.nothingHint, last], hits });
  }

  const because = ({ words, subject }: Why): string => {
    if (words.length > 0) return say.because(words);
    return subject === null ? "" : say.sameSubject(finder.subjectName(subject));
  };

  function sentencesOf({ words, from }: Search, found: Found, names: RestrictionNames): readonly string[] {
    const { hits, total, restrictions, letGo, onlyNear } = found;
    const named = (unsure: boolean) =>
      restrictions
        .filter((one) => (one.unsure === true) === unsure)
        .map((one) => restrictionText(one, names))
        .join(", ");
    const [sure, unsure] = [named(false), named(true)];
    return [
      onlyNear ? `${say.nothing(words)} ${say.nearest}` : say.total(total, from, hits.length),
      ...(sure === "" ? [] : [letGo ? say.letGo(sure) : say.restricted(sure)]),
      ...(unsure === "" || letGo ? [] : [say.preferred(unsure)]),
    ];
  }

  async function listed(search: Search, found: Found): Promise<Reply> {
    const { words, dropped, from } = search;
    const { hits, total, restrictions, letGo } = found;
    const names = { organisation: organisationName, group: await finder.groupNames() };
    const next = from + ON_A_CARD;
    return list({
      title: say.title(words),
      sentences: sentencesOf(search, found, names),
      hits: hits.map(({ exchange, why }) => ({ exchange, why: because(why) })),
      ...{ words, dropped },
      ...(letGo
        ? {}
        : {
            restrictions: restrictions.map((one) => ({ name: one.name, text: restrictionText(one, names) })),
          }),
      ...(next < total ? { next } : {}),
    });
  }

  async function find(turn: Turn, search: Search): Promise<Reply> {
    const found = await finder.find(turn, { ...search, most: ON_A_CARD });
    if (!found.ok) return introduceCard();
    if (search.words === "") return text(say.askWords);
    return found.value.hits.length > 0 ? listed(search, found.value) : nothing(turn, search.words);
  }

  const toListed = (exchange: Exchange): Listed => {
    const organisation = organisationName(exchange.organisation);
    return {
      title: exchange.title,
      text: lineOf(exchange, organisation),
      card: recordCard({ exchange, organisation, mayEdit: false }),
    };
  };

  /** Before a word is typed the newest records are listed. */
  async function extension(turn: Turn, typed: string): Promise<readonly Listed[]> {
    const words = cut(typed.trim(), LONGEST_SEARCH);
    if (words === "") {
      const found = await finder.newest(turn, MOST_LISTED);
      return found.ok ? found.value.map(toListed) : askFirst();
    }
    const found = await finder.find(turn, { words, most: MOST_LISTED });
    return found.ok ? found.value.hits.map(({ exchange }) => toListed(exchange)) : askFirst();
  }

  function askFirst(): readonly Listed[] {
    const ask = introduceCard();
    return ask.kind === "card" ? [{ title: ask.summary, text: refusals.notMember, card: ask.card }] : [];
  }

  return {
    texts: [
      textRoute("suche", parseSearch, (turn, { words }) => find(turn, { words, dropped: [], from: 0 })),
      textRoute("beiträge", parseList, newest),
    ],
    actions: [
      actionRoute("exchange.find", FIND, (turn, data) => find(turn, { ...data, words: data.words.trim() })),
    ],
    searches: [{ name: "suche", search: extension }],
  };
}
