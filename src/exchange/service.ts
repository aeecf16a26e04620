/** Use cases of records: load, decide, save, tell. Rights are checked here, whatever a card has shown. */
import type { Tx } from "../db/store.ts";
import type { Organisation, WorkingGroup } from "../forum/forum.ts";
import type { Member } from "../member/member.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Recipient } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import { ok } from "../system/outcome.ts";
import type { Acting } from "../turn/acting.ts";
import type { Actor, Turn } from "../turn/turn.ts";
import { exchangeChanges, mayEdit } from "./change.service.ts";
import { check } from "./draft.ts";
import { type Draft, type Exchange, type ExchangeRefusal, type Result, stopped } from "./exchange.ts";
import type { Prepare } from "./find/prepared.ts";
import type { ExchangeRepository } from "./repository.ts";

export type ExchangeDeps = Acting & {
  readonly repository: ExchangeRepository;
  readonly newId: NewId;
  /** Stores who the person is and to which organisation he or she belongs. */
  readonly introduce: (tx: Tx, actor: Actor, organisationKey: string, now: Instant) => Promise<Member>;
  readonly organisations: readonly Organisation[];
  readonly organisationName: (key: string) => string;
  /** The group whose place this is; null in a personal chat and in a place without a group. */
  readonly groupOf: (conversationId: string) => Promise<WorkingGroup | null>;
  /** Makes what a record is found by. */
  readonly prepare: Prepare;
  /** Whether the person may see a record here: some are for their group only. */
  readonly maySee: (turn: Turn, exchange: Exchange) => Promise<boolean>;
  /** Whether a message about a record may be delivered there, asked when it is delivered. */
  readonly mayReach: (to: Recipient, exchange: Exchange) => Promise<boolean>;
};

/** How a record is made. */
export type Recording = {
  /** Idempotency key of the message or form. */
  readonly key: string;
  readonly draft: Draft;
  /** Chosen in the form by somebody who has not said it before. */
  readonly organisation?: string;
  /** The place hears of it, since an answer to a form is seen by one person only. */
  readonly byForm: boolean;
};

export const RECORDED = "exchange.recorded";
/** A notice about a new record is no news after that. */
const NEWS_MS = 86_400_000;

export function exchangeService(deps: ExchangeDeps) {
  const { repository } = deps;

  /** What keeps the person from recording; a guest becomes a member with the organisation chosen in the form. */
  function whoIs(turn: Turn, organisation: string | undefined): readonly ExchangeRefusal[] {
    if (turn.member) return may(rolesOf(turn), "exchange.record") ? [] : ["notMember"];
    if (!may(rolesOf(turn), "member.introduce")) return ["notMember"];
    if (!organisation) return ["organisationMissing"];
    return deps.organisations.some(({ key }) => key === organisation) ? [] : ["organisationUnknown"];
  }

  /** The group for which something is recorded here; none that has been closed. */
  async function openGroupAt({ place }: Turn): Promise<WorkingGroup | null> {
    const group = place.kind === "personal" ? null : await deps.groupOf(place.conversationId);
    return group?.archivedAt === undefined ? group : null;
  }

  async function tell(tx: Tx, turn: Turn, id: string): Promise<void> {
    const { kind, conversationId, threadId } = turn.place;
    if (kind === "personal") return;
    const to = { conversation: conversationId, ...(threadId ? { threadId } : {}) };
    const key = `${RECORDED}|${id}`;
    const times = { dueAt: turn.now, expiresAt: turn.now + NEWS_MS };
    await deps.enqueue(tx, [{ key, kind: RECORDED, subject: id, to, ...times }]);
  }

  async function load(id: string): Promise<Exchange> {
    const exchange = await repository.byId(id);
    if (!exchange) throw new Error("a record that was stored cannot be read");
    return exchange;
  }

  return {
    /** Makes a record, and the person a member if he or she is not; the same key again gives the same record. */
    async record(turn: Turn, { key, draft, organisation, byForm }: Recording): Promise<Result> {
      const checked = check(draft);
      const problems = [...(checked.ok ? [] : checked.problems), ...whoIs(turn, organisation)];
      if (!checked.ok || problems.length > 0) return stopped(...problems);
      const content = checked.value;
      const group = await openGroupAt(turn);
      if (content.visibility === "group" && !group) return stopped("noGroup");
      const { subject } = await deps.write((tx) =>
        deps.applyOnce(tx, key, "exchange.record", turn.now, async () => {
          const member = turn.member ?? (await deps.introduce(tx, turn.actor, organisation ?? "", turn.now));
          const id = deps.newId();
          const made = { organisation: member.organisation, groupId: group?.id ?? null };
          const by = { recordedById: member.id, recordedAt: turn.now };
          await repository.insert(tx, { id, ...content, ...made, ...by }, deps.prepare(content));
          if (byForm) await tell(tx, turn, id);
          return id;
        }),
      );
      return ok(await load(subject));
    },

    /** A record as it is now, for those who may search. */
    async show(turn: Turn, id: string): Promise<Result> {
      if (!may(rolesOf(turn), "exchange.search")) return stopped("notMember");
      const exchange = await repository.byId(id);
      const there = exchange && exchange.deletedAt === null && (await deps.maySee(turn, exchange));
      return there ? ok(exchange) : stopped("gone");
    },

    /** A record to be edited, for those who may. */
    async open(turn: Turn, id: string): Promise<Result> {
      if (!turn.member) return stopped("notMember");
      const exchange = await repository.byId(id);
      const there = exchange && exchange.deletedAt === null && (await deps.maySee(turn, exchange));
      if (!there) return stopped("gone");
      return mayEdit(turn, exchange) ? ok(exchange) : stopped("notYours");
    },

    ...exchangeChanges(deps),
  };
}
