/** Use cases of records: load, decide, save, tell. Rights are checked here, whatever a card has shown. */
import type { Tx } from "../db/store.ts";
import type { Organisation, WorkingGroup } from "../forum/forum.ts";
import type { Member } from "../member/member.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Recipient } from "../outbox/notice.ts";
import type { PrivacyNotice } from "../privacy/notice.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import { ok } from "../system/outcome.ts";
import type { Acting } from "../turn/acting.ts";
import type { Actor, Turn } from "../turn/turn.ts";
import { exchangeChanges, mayEdit } from "./change.service.ts";
import { check } from "./draft.ts";
import { type Content, type Draft, type Exchange, type Problem, type Result, stopped } from "./exchange.ts";
import type { Prepare } from "./find/prepared.ts";
import { authorKey, type Carried, sourceKey } from "./message/message.ts";
import { newsOf } from "./news.ts";
import { recorderRules } from "./recorder.ts";
import type { ExchangeRepository, NewExchange } from "./repository.ts";

export type ExchangeDeps = Acting & {
  readonly repository: ExchangeRepository;
  readonly newId: NewId;
  /** Stores who the person is and to which organisation he or she belongs. */
  readonly introduce: (tx: Tx, actor: Actor, organisationKey: string, now: Instant) => Promise<Member>;
  /** Whether nothing is stored about this person. */
  readonly isStranger: (actor: Actor) => Promise<boolean>;
  /** The privacy notice that is shown now. */
  readonly notice: PrivacyNotice;
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
  readonly findMember: (tenantId: string, aadObjectId: string) => Promise<Member | null>;
  /** Whether the bot is in this place, so that it may write there. */
  readonly isInstalled: (conversationId: string) => Promise<boolean>;
};

/** How a record is made. */
export type Recording = {
  /** Idempotency key of the message or form. */
  readonly key: string;
  readonly draft: Draft;
  /** Chosen in the form by somebody who has not said it before. */
  readonly organisation?: string;
  /** Version of the privacy notice that stood beside that choice. */
  readonly shownNotice?: string;
  /** The organisation it is about; without it the person's own. */
  readonly about?: string;
  /** The message it is made from. */
  readonly message?: Carried;
  /** The place hears of it, since an answer to a form is seen by one person only. */
  readonly byForm: boolean;
};

export type Recorded =
  | {
      readonly ok: true;
      readonly value: Exchange;
      /** The message had been recorded before: nothing was stored now. */
      readonly known: boolean;
      /** The place hears of it in a message of its own. */
      readonly told: boolean;
      /** Name of the group whose place this is and for which nothing new is recorded; null where there is none. */
      readonly closed: string | null;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Judged =
  | {
      readonly ok: true;
      readonly content: Content;
      readonly group: WorkingGroup | null;
      readonly closed: string | null;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function exchangeService(deps: ExchangeDeps) {
  const { repository } = deps;
  const isKnown = (organisation: string): boolean =>
    deps.organisations.some(({ key }) => key === organisation);
  const whoIs = recorderRules({ ...deps, isKnown });

  /** The group for which something is recorded here; none that has been closed, whose name is kept apart. */
  async function groupAt({ place }: Turn): Promise<{ open: WorkingGroup | null; closed: string | null }> {
    const group = place.kind === "personal" ? null : await deps.groupOf(place.conversationId);
    return group?.archivedAt === undefined
      ? { open: group, closed: null }
      : { open: null, closed: group.name };
  }

  /** What would be recorded, or everything that is wrong. */
  async function judge(turn: Turn, recording: Recording): Promise<Judged> {
    const { draft, about } = recording;
    const checked = check(draft);
    const problems = [...(checked.ok ? [] : checked.problems), ...(await whoIs(turn, recording))];
    if (about !== undefined && !isKnown(about)) problems.push("organisationUnknown");
    if (!checked.ok || problems.length > 0) return stopped(...problems);
    const { open, closed } = await groupAt(turn);
    if (checked.value.visibility === "group" && !open) return stopped("noGroup");
    return { ok: true, content: checked.value, group: open, closed };
  }

  async function sourceOf(turn: Turn, message: Carried): Promise<NonNullable<NewExchange["source"]>> {
    const { link, at, author } = message;
    const { tenantId } = turn.place;
    const member = author && (await deps.findMember(tenantId, author.aadObjectId));
    const stranger = author && !member ? authorKey(tenantId, author.aadObjectId) : null;
    return { key: sourceKey(turn, message), link, at, authorId: member?.id ?? null, authorKey: stranger };
  }

  async function load(id: string): Promise<Exchange> {
    const exchange = await repository.byId(id);
    if (!exchange) throw new Error("a record that was stored cannot be read");
    return exchange;
  }

  return {
    judge,

    /** The group for which something is recorded here; null in a personal chat, and for one that was closed. */
    openGroupAt: async (turn: Turn): Promise<WorkingGroup | null> => (await groupAt(turn)).open,

    /**
     * Makes a record, and the person a member if he or she is not; the same key again gives the same record, and so
     * does the same message, whoever records it.
     */
    async record(turn: Turn, recording: Recording): Promise<Recorded> {
      const { key, organisation, about, message, byForm } = recording;
      const judged = await judge(turn, recording);
      if (!judged.ok) return judged;
      const { content, group, closed } = judged;
      const { kind, conversationId } = turn.place;
      const inPlace = byForm && kind !== "personal" && (await deps.isInstalled(conversationId));
      const source = message && (await sourceOf(turn, message));

      async function make(tx: Tx): Promise<string> {
        const member = turn.member ?? (await deps.introduce(tx, turn.actor, organisation ?? "", turn.now));
        const placing = { organisation: about ?? member.organisation, groupId: group?.id ?? null };
        const by = { recordedById: member.id, recordedAt: turn.now, ...(source ? { source } : {}) };
        const made = { id: deps.newId(), ...content, ...placing, ...by };
        await repository.insert(tx, made, deps.prepare(content));
        await deps.enqueue(tx, newsOf(turn, made, { message, inPlace }));
        return made.id;
      }
      const stored = await deps.write(async (tx) => {
        // Of two at once one breaks the unique key of the message; run again, it finds the other's record.
        let known = false;
        const { subject } = await deps.applyOnce(tx, key, "exchange.record", turn.now, async () => {
          const before = source ? await repository.bySource(source.key, tx) : null;
          known = before !== null;
          return before?.id ?? make(tx);
        });
        return { subject, known };
      });
      return { ok: true, value: await load(stored.subject), known: stored.known, told: inPlace, closed };
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
