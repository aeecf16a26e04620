/** Use cases of experiences: add, change, delete. Rights are checked here, whatever a card has shown. */
import type { Tx } from "../../db/store.ts";
import type { Member } from "../../member/member.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { Notice } from "../../outbox/notice.ts";
import type { Instant } from "../../system/clock.ts";
import type { NewId } from "../../system/ids.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Exchange } from "../exchange.ts";
import type { ExchangeRepository } from "../repository.ts";
import type { Experience, ExperienceContent } from "./experience.ts";
import type { ExperienceRepository } from "./repository.ts";
import type { ExperienceRefusal } from "./texts.ts";

export type ExperienceDeps = Acting & {
  readonly records: Pick<ExchangeRepository, "byId">;
  readonly experiences: ExperienceRepository;
  readonly newId: NewId;
  /** Whether the person of the turn may see a record here. */
  readonly maySee: (turn: Turn, exchange: Exchange) => Promise<boolean>;
};

export type Refused = ExperienceRefusal | "gone" | "notMember";
/** An experience with the record it belongs to. */
export type Told = { readonly exchange: Exchange; readonly experience: Experience };

export const EXPERIENCE = "exchange.experience";
/** After that it is no news. */
export const NEWS_MS = 7 * 86_400_000;

/** Whether the person of the turn may change it: only who wrote it. */
export const mayChange = (turn: Turn, { by }: Experience): boolean =>
  may(rolesOf(turn), "exchange.experience") && turn.member?.id === by.id;

export const mayDelete = (turn: Turn, experience: Experience): boolean =>
  mayChange(turn, experience) || may(rolesOf(turn), "exchange.experienceAny");

/** To who recorded it and who wrote the message, one message each, not to who says it. */
const tellOf = (exchange: Exchange, id: string, by: string, now: Instant): readonly Notice[] => {
  const author = exchange.source?.author?.id;
  const people = new Set([exchange.recordedBy.id, ...(author === undefined ? [] : [author])]);
  return [...people]
    .filter((member) => member !== by)
    .map((member) => ({
      key: `${EXPERIENCE}|${id}|${member}`,
      ...{ kind: EXPERIENCE, subject: id, to: { member }, dueAt: now, expiresAt: now + NEWS_MS },
    }));
};

export function experienceService(deps: ExperienceDeps) {
  const { records, experiences } = deps;

  const who = (turn: Turn): Member | null =>
    turn.member && may(rolesOf(turn), "exchange.experience") ? turn.member : null;

  /** A record that is there and may be seen here. */
  async function record(turn: Turn, id: string): Promise<Outcome<Exchange, Refused>> {
    if (!who(turn)) return refused("notMember");
    const exchange = await records.byId(id);
    const there = exchange && exchange.deletedAt === null && (await deps.maySee(turn, exchange));
    return there ? ok(exchange) : refused("gone");
  }

  /** An experience of a record that may be seen here. */
  async function find(turn: Turn, id: string): Promise<Outcome<Told, Refused>> {
    const experience = await experiences.byId(id);
    if (!experience) return refused(who(turn) ? "experienceGone" : "notMember");
    const exchange = await record(turn, experience.exchange);
    return exchange.ok ? ok({ exchange: exchange.value, experience }) : exchange;
  }

  async function stillThere(tx: Tx, id: string): Promise<boolean> {
    const exchange = await records.byId(id, tx);
    return exchange !== null && exchange.deletedAt === null;
  }

  return {
    record,
    find,
    /** Of a record, newest first; ask `record` before. */
    all: experiences.of,

    /** The same key again adds nothing. */
    async add(
      turn: Turn,
      {
        key,
        id,
        content,
      }: { readonly key: string; readonly id: string; readonly content: ExperienceContent },
    ): Promise<Outcome<Exchange, Refused>> {
      const found = await record(turn, id);
      const member = who(turn);
      if (!found.ok || !member) return found.ok ? refused("notMember") : found;
      return orRefuse<Refused, Exchange>(async (refuse) => {
        await deps.write((tx) =>
          deps.applyOnce(tx, key, EXPERIENCE, turn.now, async () => {
            if (!(await stillThere(tx, id))) refuse("gone");
            const made = deps.newId();
            const by = { memberId: member.id, organisation: member.organisation, at: turn.now };
            await experiences.insert(tx, { id: made, exchange: id, ...content, ...by });
            await deps.enqueue(tx, tellOf(found.value, made, member.id, turn.now));
            return made;
          }),
        );
        return found.value;
      });
    },

    /** Replaces what was seen; refused when it was changed since. */
    async change(
      turn: Turn,
      edit: {
        readonly key: string;
        readonly id: string;
        readonly seen: Instant;
        readonly content: ExperienceContent;
      },
    ): Promise<Outcome<Exchange, Refused>> {
      const found = await find(turn, edit.id);
      if (!found.ok) return found;
      const { exchange, experience } = found.value;
      if (!mayChange(turn, experience)) return refused("experienceNotYours");
      return orRefuse<Refused, Exchange>(async (refuse) => {
        await deps.write((tx) =>
          deps.applyOnce(tx, edit.key, EXPERIENCE, turn.now, async () => {
            if (!(await stillThere(tx, exchange.id))) refuse("gone");
            // Two changes within one millisecond must not look alike.
            const at = Math.max(turn.now, edit.seen + 1);
            if (await experiences.change(tx, { id: edit.id, seen: edit.seen, at }, edit.content))
              return edit.id;
            return refuse((await experiences.byId(edit.id, tx)) ? "experienceChanged" : "experienceGone");
          }),
        );
        return exchange;
      });
    },

    /** Soft delete by who wrote it or a coordinator. */
    async remove(turn: Turn, id: string): Promise<Outcome<Exchange, Refused>> {
      const found = await find(turn, id);
      if (!found.ok) return found;
      const { exchange, experience } = found.value;
      if (!mayDelete(turn, experience)) return refused("experienceNotYours");
      const done = await deps.write((tx) => experiences.remove(tx, id, turn.now));
      return done ? ok(exchange) : refused("experienceGone");
    },
  };
}

export type ExperienceService = ReturnType<typeof experienceService>;
