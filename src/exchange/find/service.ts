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
import type { Filters } from "./filters.ts";
import { createKnowledge, type Known } from "./knowledge.ts";
import { type Asked, type Looked, look } from "./look.ts";
import type { Prepare } from "./prepared.ts";
import { type About, SUBJECT } from "./rank.ts";
import type { Named } from "./restrictions.ts";
import { type Why, whyFound } from "./why.ts";

export type FindDeps = AudienceDeps & {
  readonly repository: ExchangeRepository;
  readonly store: IndexStore;
  readonly subjectsOf: SubjectsOf;
  readonly knows: (stem: string) => boolean;
  readonly prepare: Prepare;
  /** Of the preparation. */
  readonly version: string;
  /** Name of a subject for people. */
  readonly subjectName: (subject: string) => string;
  readonly organisations: readonly Named[];
  readonly groups: () => Promise<readonly WorkingGroup[]>;
};

export type Hit = { readonly exchange: Exchange; readonly why: Why };

export type Found = Pick<Looked, "restrictions" | "letGo" | "onlyNear"> & {
  readonly hits: readonly Hit[];
  /** How many records there are to page through. */
  readonly total: number;
};

/** A page of what answers a search. */
export type Paged = Asked & { readonly from?: number; readonly most?: number };

const MOST_HITS = 5;
/** A record as alike as that is shown before the same is recorded twice. */
const ALIKE = 0.45;

/** The subjects of a record in the index. */
const subjectsAt = ({ index }: Known, slot: number): ReadonlyMap<string, number> =>
  new Map(
    index
      .tokensAt(slot)
      .flatMap(([token, strength]) =>
        token.startsWith(SUBJECT) ? [[token.slice(1), strength] as const] : [],
      ),
  );

export type ExchangeSearch = ReturnType<typeof exchangeSearch>;

export function exchangeSearch(deps: FindDeps) {
  const { repository } = deps;
  const knowledge = createKnowledge(deps);
  const audienceOf = createAudience(deps);

  async function namesAt(now: Instant) {
    const groups = (await deps.groups()).map(({ id, name }) => ({ key: id, names: [fold(name)] }));
    return { organisations: deps.organisations, groups, today: berlinDate(now) };
  }

  async function find(
    { from = 0, most = MOST_HITS, ...asked }: Paged,
    now: Instant,
    seen: Audience,
    group: string | null,
  ): Promise<Found> {
    const known = await knowledge.at(now);
    const scope = { now, names: await namesAt(now), seen, group };
    const looked = look(known, asked, scope, deps);
    const page = looked.scored.slice(0, looked.worth).slice(from, from + most);
    const loaded = new Map((await repository.byIds(page.map(({ id }) => id))).map((one) => [one.id, one]));
    const hits = page.flatMap(({ id, slot }) => {
      const exchange = loaded.get(id);
      // Read anew: what is found has just been deleted, or is for others only by now.
      if (!exchange || !isSeenBy(exchange, seen)) return [];
      return [{ exchange, why: whyFound(exchange, looked.sought, subjectsAt(known, slot)) }];
    });
    const { restrictions, letGo, onlyNear, worth: total } = looked;
    return { hits, total, restrictions, letGo, onlyNear };
  }

  return {
    /** The best records for the words; any word counts, restrictions are read from them. */
    async find(turn: Turn, asked: Paged): Promise<Outcome<Found, "notMember">> {
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
      const scope = { now, names: await namesAt(now), seen: "all", group: null } as const;
      const { scored } = look(known, { words, filters }, scope, deps);
      return scored.slice(0, most).map(({ id, slot }) => known.index.at(slot)?.about.externalId ?? id);
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

    /** Name of a subject for people. */
    subjectName: deps.subjectName,
    /** Names of the groups by their ids, for people. */
    async groupNames(): Promise<(id: string) => string> {
      const names = new Map((await deps.groups()).map(({ id, name }) => [id, name]));
      return (id) => names.get(id) ?? id;
    },

    /** Whether a message about this record may be delivered there. */
    mayReach: createReach(deps),

    /**
     * Records about nearly the same, best first: shown before the same is recorded twice, and to bring needs and
     * offers together. `wanted` says which are considered; without a turn `seen` says whose records are.
     */
    async similar(
      turn: Turn | { readonly now: Instant; readonly seen: Audience },
      content: Content,
      wanted: (about: About) => boolean,
      most: number,
      share = ALIKE,
    ): Promise<readonly Exchange[]> {
      const known = await knowledge.at(turn.now);
      const { seen } = "seen" in turn ? turn : await audienceOf(turn);
      const allowed = (about: About) => isSeen(about, seen) && wanted(about);
      const near = alike(known, content, deps.subjectsOf, { now: turn.now, allowed, share, most });
      const loaded = await repository.byIds(near);
      const place = new Map(near.map((id, at) => [id, at]));
      return [...loaded].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
    },
  };
}
