/** Use cases of what was: reading the steps of a record, going back to one, and what lies in the bin. */
import { may, rolesOf } from "../../member/rights.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { Turn } from "../../turn/turn.ts";
import { exchangeChanges, mayDelete, mayEdit } from "../change.service.ts";
import type { Exchange, ExchangeRefusal, Problem } from "../exchange.ts";
import { isAuthor } from "../message/message.ts";
import type { ExchangeDeps } from "../service.ts";
import type { Deleted, HistoryRepository } from "./repository.ts";
import {
  type Entry,
  entriesOf,
  isRestorable,
  KEPT_MS,
  saysTheSame,
  type Version,
  versionOf,
} from "./versions.ts";

/** Steps, or deleted records, on one card. */
export const PER_PAGE = 5;
/** Deleted records that can be paged through. */
const MOST_DELETED = 500;

/** A step as this person may read it. */
export type Step = Entry & {
  /** What it said is for another group only. */
  readonly closed: boolean;
  /** The person may go back to it, and it differs from what is there now. */
  readonly revertible: boolean;
};

export type History = {
  readonly exchange: Exchange;
  readonly steps: readonly Step[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
};

export type BinEntry = Deleted & { readonly restorable: boolean };
export type Bin = {
  readonly entries: readonly BinEntry[];
  readonly page: number;
  readonly pages: number;
  readonly all: boolean;
};

export type HistoryDeps = Pick<ExchangeDeps, "repository" | "write" | "applyOnce" | "prepare" | "maySee"> & {
  readonly history: HistoryRepository;
};

export type Revert = { readonly id: string; readonly revision: number; readonly to: number };
export type RevertRefusal = Problem | "sameNow";

export type HistoryService = ReturnType<typeof historyService>;

const within = (asked: number, pages: number): number => Math.min(Math.max(1, asked), pages);

export function historyService(deps: HistoryDeps) {
  const { repository, history } = deps;
  const changes = exchangeChanges(deps);

  /** What a version said is judged by whom it was for then, not by whom the record is for today. */
  async function mayRead(turn: Turn, exchange: Exchange, version: Version): Promise<boolean> {
    const { visibility, placing } = version;
    const group = placing ? placing.group : exchange.group;
    return deps.maySee(turn, { ...exchange, visibility, group });
  }

  async function stepOf(turn: Turn, exchange: Exchange, entry: Entry): Promise<Step> {
    const { before, after } = entry;
    const readable =
      (await mayRead(turn, exchange, after)) && (before === null || (await mayRead(turn, exchange, before)));
    const live = exchange.deletedAt === null;
    const revertible =
      readable &&
      live &&
      mayEdit(turn, exchange) &&
      after.revision < exchange.revision &&
      !saysTheSame(after, exchange);
    return { ...entry, closed: !readable, revertible };
  }

  /** Also a deleted record, for those who may take it back. */
  async function readable(turn: Turn, id: string): Promise<Exchange | null> {
    const exchange = await repository.byId(id);
    if (!exchange || !(await deps.maySee(turn, exchange))) return null;
    return exchange.deletedAt === null || mayDelete(turn, exchange) ? exchange : null;
  }

  async function show(turn: Turn, id: string, asked: number): Promise<Outcome<History, ExchangeRefusal>> {
    if (!may(rolesOf(turn), "exchange.search")) return refused("notMember");
    const exchange = await readable(turn, id);
    if (!exchange) return refused("gone");
    const pages = Math.ceil(((await history.count(id)) + 1) / PER_PAGE);
    const page = within(asked, pages);
    // The version after the first step of a page is the last one of the page before.
    const skip = (page - 1) * PER_PAGE - 1;
    const rows = await history.earlier(id, Math.max(0, skip), PER_PAGE + (page === 1 ? 0 : 1));
    const [first, ...rest] = rows;
    const entries =
      page === 1 || !first
        ? entriesOf(exchange, versionOf(exchange), rows)
        : entriesOf(exchange, first, rest);
    const steps: Step[] = [];
    for (const entry of entries.slice(0, PER_PAGE)) steps.push(await stepOf(turn, exchange, entry));
    return ok({ exchange, steps, page, pages });
  }

  /** An earlier version of a record that is there, as far as this person may read both. */
  async function target(turn: Turn, id: string, to: number) {
    const exchange = await readable(turn, id);
    const version = exchange?.deletedAt === null ? await history.version(id, to) : null;
    return exchange && version && (await mayRead(turn, exchange, version)) ? { exchange, version } : null;
  }

  async function revert(turn: Turn, { id, revision, to }: Revert): Promise<Outcome<Exchange, RevertRefusal>> {
    if (!turn.member) return refused("notMember");
    const found = await target(turn, id, to);
    if (!found) return refused("gone");
    const { exchange, version } = found;
    const same = exchange.revision === revision && saysTheSame(version, exchange);
    if (same && mayEdit(turn, exchange)) return refused("sameNow");
    const done = await changes.revert(turn, id, revision, to, version);
    return done.ok ? done : refused(done.problems[0] ?? "gone");
  }

  /** An objection is taken back by the author alone. */
  const restorable = (turn: Turn, { exchange, deletedAt, objected }: Deleted): boolean =>
    isRestorable(deletedAt, turn.now) &&
    (objected ? isAuthor(turn, exchange.source) : mayDelete(turn, exchange));

  async function bin(turn: Turn, asked: number): Promise<Outcome<Bin, "notMember">> {
    const { member, actor } = turn;
    if (!member || !may(rolesOf(turn), "exchange.editOwn")) return refused("notMember");
    const all = may(rolesOf(turn), "exchange.editAny");
    const authorKey = `${actor.tenantId}|${actor.aadObjectId}`;
    const whose = all ? "all" : { memberId: member.id, authorKey };
    const deleted = await history.deleted(whose, turn.now - KEPT_MS, MOST_DELETED);
    const seen: BinEntry[] = [];
    for (const one of deleted)
      if (await deps.maySee(turn, one.exchange)) seen.push({ ...one, restorable: restorable(turn, one) });
    const pages = Math.max(1, Math.ceil(seen.length / PER_PAGE));
    const page = within(asked, pages);
    return ok({ entries: seen.slice((page - 1) * PER_PAGE, page * PER_PAGE), page, pages, all });
  }

  return {
    /** One page of the steps of a record, newest first. */
    show,
    /** Says again what the record said at revision `to`, if `revision` is still the newest. */
    revert,
    /** Deleted records that can still be taken back: one's own, for the coordinator all. */
    bin,
    /** Removes for good what has been in the bin for too long. Says how many records that were. */
    purge: (now: Instant): Promise<number> => history.purge(now - KEPT_MS),
  };
}
