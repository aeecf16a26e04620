/** Use cases of finding: members search what the Forum has recorded. */
import { berlinDate } from "../../calendar/zones.ts";
import type { WorkingGroup } from "../../forum/forum.ts";
import { may, rolesOf } from "../../member/rights.ts";
import { fold } from "../../search/fold.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Content, Exchange } from "../exchange.ts";
import type { ExchangeRepository, IndexStore } from "../repository.ts";
import type { SubjectsOf } from "../subjects/subjects.ts";
import { alike } from "./alike.ts";
import {
  type Audience,
  type AudienceDeps,
  createAudience,
  createReach,
  isSeen,
  isSeenBy,
} from "./audience.ts";
import { type FilterName, type Filters, filtersOf, meets } from "./filters.ts";
import { createKnowledge, type Known } from "./knowledge.ts";
import { soughtIn } from "./meaning.ts";
import type { Prepare } from "./prepared.ts";
import { type About, rank, type Scored, SUBJECT } from "./rank.ts";
import { type Named, type Restriction, readRestrictions } from "./restrictions.ts";
import { type Why, whyFound } from "./why.ts";

export type FindDeps = AudienceDeps & {
  readonly repository: ExchangeRepository;
  readonly store: IndexStore;
  readonly subjectsOf: SubjectsOf;
  readonly prepare: Prepare;
  /** Of the preparation. */
  readonly version: string;
  readonly organisations: readonly Named[];
  readonly groups: () => Promise<readonly WorkingGroup[]>;
};

export type Hit = { readonly exchange: Exchange; readonly why: Why };

export type Found = {
  readonly hits: readonly Hit[];
  /** How many records there are to page through. */
  readonly total: number;
  /** Read from the words; those in `dropped` were not. */
  readonly restrictions: readonly Restriction[];
  /** The restrictions left nothing, so they were let go. */
  readonly letGo: boolean;
};

export type Asked = {
  readonly words: string;
  /** As a form gives them; they always hold. */
  readonly filters?: Filters;
  /** Restrictions in the words that are to be taken as plain words. */
  readonly dropped?: readonly FilterName[];
  readonly from?: number;
  readonly most?: number;
};

const MOST_HITS = 5;
/** Pages end here: who has not found it by then searches with other words. */
const MOST_PAGED = 100;
/** What was perhaps meant as a restriction. */
const FAVOUR = 1.6;
/** Records so much less fitting than the best are no hits. */
const LEAST_SHARE = 0.12;
/** A record as alike as that is shown before the same is recorded twice. */
const ALIKE = 0.45;

export type ExchangeSearch = ReturnType<typeof exchangeSearch>;

export function exchangeSearch(deps: FindDeps) {
  const { repository } = deps;
  const knowledge = createKnowledge(deps);
  const audienceOf = createAudience(deps);

  async function namesAt(now: Instant) {
    const groups = (await deps.groups()).map(({ id, name }) => ({ key: id, names: [fold(name)] }));
    return { organisations: deps.organisations, groups, today: berlinDate(now) };
  }

  function ranked(
    known: Known,
    text: string,
    filters: Filters,
    unsure: readonly Restriction[],
    options: { readonly now: Instant; readonly seen: Audience; readonly group: string | null },
  ): readonly Scored[] {
    const { now, seen, group } = options;
    const perhaps = filtersOf(unsure);
    const allowed = (about: About) => isSeen(about, seen) && meets(about, filters);
    const sought = soughtIn(text, known.vocabulary, deps.subjectsOf);
    if (sought.terms.length === 0 && sought.subjects.size === 0) return everything(known, allowed);
    const favour = (about: About) => (unsure.length > 0 && meets(about, perhaps) ? FAVOUR : 1);
    const all = rank(known.index, sought, { now, allowed, favour, group });
    const least = (all[0]?.score ?? 0) * LEAST_SHARE;
    return all.filter((one) => one.score >= least);
  }

  async function find(asked: Asked, now: Instant, seen: Audience, group: string | null): Promise<Found> {
    const { words, filters = {}, dropped = [], from = 0, most = MOST_HITS } = asked;
    const known = await knowledge.at(now);
    const read = readRestrictions(words, await namesAt(now), dropped);
    const sure = read.restrictions.filter((one) => !one.unsure);
    const unsure = read.restrictions.filter((one) => one.unsure);
    const options = { now, seen, group };
    const within = { ...filtersOf(sure), ...filters };
    const narrow = ranked(known, read.rest, within, unsure, options);
    const letGo = narrow.length === 0 && sure.length > 0;
    const scored = letGo ? ranked(known, words, filters, unsure, options) : narrow;
    const page = scored.slice(from, from + most);
    const loaded = new Map((await repository.byIds(page.map(({ id }) => id))).map((one) => [one.id, one]));
    const sought = soughtIn(letGo ? words : read.rest, known.vocabulary, deps.subjectsOf);
    const hits = page.flatMap((one) => {
      const exchange = loaded.get(one.id);
      // Read anew: what is found has just been deleted, or is for others only by now.
      if (!exchange || !isSeenBy(exchange, seen)) return [];
      const subjects = new Map(
        known.index
          .tokensAt(one.slot)
          .flatMap(([token, likely]) =>
            token.startsWith(SUBJECT) ? [[token.slice(1), likely] as const] : [],
          ),
      );
      return [{ exchange, why: whyFound(exchange, sought, subjects) }];
    });
    return { hits, total: Math.min(scored.length, MOST_PAGED), restrictions: read.restrictions, letGo };
  }

  function everything({ index }: Known, allowed: (about: About) => boolean): readonly Scored[] {
    const all = [...index.entries()].filter(({ about }) => allowed(about));
    return all
      .sort((a, b) => b.about.recordedAt - a.about.recordedAt || (a.id < b.id ? -1 : 1))
      .map(({ id, slot }) => ({ id, slot, score: 1, words: 0 }));
  }

  return {
    /** The best records for the words; any word counts, restrictions are read from them. */
    async find(turn: Turn, asked: Asked): Promise<Outcome<Found, "notMember">> {
      if (!may(rolesOf(turn), "exchange.search")) return refused("notMember");
      const { seen, group } = await audienceOf(turn);
      return ok(await find(asked, turn.now, seen, group));
    },

    /** External ids for a search without a person, best first: for evaluation. */
    async externally(
      words: string,
      filters: Filters,
      now: Instant,
      most: number,
    ): Promise<readonly string[]> {
      const known = await knowledge.at(now);
      const { hits } = await find({ words, filters, most }, now, "all", null);
      return hits.map(({ exchange }) => {
        const slot = known.index.slotOf(exchange.id);
        return (slot === undefined ? undefined : known.index.at(slot)?.about.externalId) ?? exchange.id;
      });
    },

    async newest(turn: Turn, most = MOST_HITS): Promise<Outcome<readonly Exchange[], "notMember">> {
      if (!may(rolesOf(turn), "exchange.search")) return refused("notMember");
      const { seen } = await audienceOf(turn);
      return ok(await repository.newest(most, seen));
    },

    /** Whether the person of the turn may see this record here; in the personal chat always what he or she has recorded. */
    async maySee(turn: Turn, exchange: Exchange): Promise<boolean> {
      if (!may(rolesOf(turn), "exchange.search")) return false;
      if (exchange.visibility === "forum") return true;
      const { seen } = await audienceOf(turn);
      const own = turn.place.kind === "personal" && turn.member?.id === exchange.recordedBy.id;
      return own || isSeenBy(exchange, seen);
    },

    /** Whether a message about this record may be delivered there. */
    mayReach: createReach(deps),

    /**
     * Records about nearly the same, best first: shown before the same is recorded twice, and to bring needs and
     * offers together. `wanted` says which are considered.
     */
    async similar(
      turn: Turn,
      content: Content,
      wanted: (about: About) => boolean,
      most: number,
      share = ALIKE,
    ): Promise<readonly Exchange[]> {
      const known = await knowledge.at(turn.now);
      const { seen } = await audienceOf(turn);
      const allowed = (about: About) => isSeen(about, seen) && wanted(about);
      const near = alike(known, content, deps.subjectsOf, { now: turn.now, allowed, share, most });
      const loaded = await repository.byIds(near);
      const place = new Map(near.map((id, at) => [id, at]));
      return [...loaded].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
    },
  };
}
