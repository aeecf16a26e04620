/** Use cases of bringing needs and offers together: find partners, tell both sides once. */
import type { Tx } from "../../db/store.ts";
import type { Notice, Recipient } from "../../outbox/notice.ts";
import type { Instant } from "../../system/clock.ts";
import type { Acting } from "../../turn/acting.ts";
import { type Exchange, productKey } from "../exchange.ts";
import type { About } from "../find/rank.ts";
import type { ExchangeRepository } from "../repository.ts";
import { NEWS_MS } from "./experience.service.ts";
import { goTogether, inOrder, MOST_MATCHES, type Pair, pairOf, roleOf } from "./match.ts";
import type { MatchRepository } from "./repository.ts";

/** Records about nearly the same, best first, whoever may see them. `share` of the likeness a text has with itself. */
export type Near = (
  now: Instant,
  exchange: Exchange,
  wanted: (about: About) => boolean,
  options: { readonly most: number; readonly share: number },
) => Promise<readonly Exchange[]>;

export type MatchDeps = Acting & {
  readonly records: Pick<ExchangeRepository, "byId" | "byIds">;
  readonly matches: MatchRepository;
  readonly near: Near;
  /** Whether a message about a record may go there. */
  readonly mayReach: (to: Recipient, exchange: Exchange) => Promise<boolean>;
};

export const MATCH = "exchange.match";

/**
 * A need and an offer say less alike than two reports of the same. Measured on some hundred records: below it hardly
 * anything belongs together, above it most of the first three do.
 */
const LIKE = 0.15;
/** A long text has little of a short one; then the short one is asked whether it finds the long one. */
const PERHAPS = 0.07;
const MOST_ASKED = 12;

export function matchService(deps: MatchDeps) {
  const { records, matches } = deps;

  /** Either text may be the short one, so each is asked for the other. */
  async function alikeTo(exchange: Exchange, now: Instant): Promise<readonly Exchange[]> {
    const wanted = (about: About) => goTogether(exchange, about);
    const most = MOST_ASKED;
    const [sure, perhaps] = [
      await deps.near(now, exchange, wanted, { most, share: LIKE }),
      await deps.near(now, exchange, wanted, { most, share: PERHAPS }),
    ];
    const found = new Set(sure.map(({ id }) => id));
    const more: Exchange[] = [];
    for (const one of perhaps) {
      if (found.has(one.id)) continue;
      const itself = (about: About) => about.id === exchange.id;
      if ((await deps.near(now, one, itself, { most: 1, share: LIKE })).length > 0) more.push(one);
    }
    return [...sure, ...more];
  }

  async function sameProduct(exchange: Exchange): Promise<readonly Exchange[]> {
    const key = exchange.product === null ? "" : productKey(exchange.product);
    if (key === "") return [];
    const all = await records.byIds((await matches.ofProduct(key)).slice(0, 100));
    return all
      .filter((one) => goTogether(exchange, one))
      .sort((a, b) => b.recordedAt - a.recordedAt || (a.id < b.id ? -1 : 1));
  }

  /** Both sides may read both records, and are two people. */
  async function mayMeet({ need, offer }: Pair): Promise<boolean> {
    if (need.recordedBy.id === offer.recordedBy.id) return false;
    const reach = (of: Exchange, to: Exchange) => deps.mayReach({ member: to.recordedBy.id }, of);
    return (await reach(need, offer)) && (await reach(offer, need));
  }

  const noticeTo = ({ need, offer }: Pair, side: "need" | "offer", now: Instant): Notice => {
    const own = side === "need" ? need : offer;
    return {
      key: `${MATCH}|${need.id}|${offer.id}|${side}`,
      ...{ kind: MATCH, subject: need.id, to: { member: own.recordedBy.id } },
      ...{ dueAt: now, expiresAt: now + NEWS_MS, payload: { offer: offer.id, side } },
    };
  };

  /** False: one of them has been brought together with as many as may be, or they with one another. */
  async function tell(tx: Tx, pair: Pair, now: Instant): Promise<boolean> {
    const { need, offer } = pair;
    const partners = await matches.partnersOf(need.id, tx);
    const others = await matches.partnersOf(offer.id, tx);
    if (partners.includes(offer.id) || Math.max(partners.length, others.length) >= MOST_MATCHES) return false;
    await matches.keep(tx, pair, now);
    await deps.enqueue(tx, [noticeTo(pair, "need", now), noticeTo(pair, "offer", now)]);
    return true;
  }

  /** The same product first, then what is alike; who offers before who only uses it. */
  async function partnersOf(exchange: Exchange, now: Instant): Promise<readonly Exchange[]> {
    if (roleOf(exchange) === null) return [];
    return inOrder([...(await sameProduct(exchange)), ...(await alikeTo(exchange, now))]);
  }

  async function bring(exchange: Exchange, now: Instant): Promise<void> {
    const known = await matches.partnersOf(exchange.id);
    let room = MOST_MATCHES - known.length;
    if (room <= 0) return;
    for (const partner of await partnersOf(exchange, now)) {
      if (room === 0) return;
      const pair = pairOf(exchange, partner);
      if (known.includes(partner.id) || !(await mayMeet(pair))) continue;
      if (await deps.write((tx) => tell(tx, pair, now))) room -= 1;
    }
  }

  return {
    partnersOf,
    /** Brings together what was written since then. Safe in several processes and to be repeated. */
    async look(since: Instant, now: Instant): Promise<void> {
      for (const id of await matches.written(since)) {
        const exchange = await records.byId(id);
        if (exchange && exchange.deletedAt === null) await bring(exchange, now);
      }
    },
  };
}

export type MatchService = ReturnType<typeof matchService>;
