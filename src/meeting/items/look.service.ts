/** Use cases of looking at agendas: what stands on one, and what somebody may do there. */
import type { Tx } from "../../db/store.ts";
import type { StandingSeat } from "../../forum/seats.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { Turn } from "../../turn/turn.ts";
import { hasBegun } from "../meeting.ts";
import {
  type AgendaDate,
  type AgendaItem,
  type AgendaSum,
  isOwn,
  type SpeakerRefusal,
  speakerOf,
  sumOf,
} from "./item.ts";
import type { ItemRepository } from "./repository.ts";

/** A question about the rules that waits for an answer. */
export type OpenQuestion = { readonly number: number; readonly question: string; readonly askedAt: Instant };

export type LookDeps = {
  readonly items: ItemRepository;
  readonly seats: (tx?: Tx) => Promise<readonly StandingSeat[]>;
  readonly openQuestions: () => Promise<readonly OpenQuestion[]>;
};

/** The agenda of a date, or what waits while none is planned. */
export type AgendaView = {
  readonly date: AgendaDate | null;
  readonly items: readonly AgendaItem[];
  /** Null without a date. */
  readonly sum: AgendaSum | null;
  /** Nothing changes any more: the date has begun or is cancelled. */
  readonly closed: boolean;
  /** Ids of the items that the person who looks may take back. */
  readonly own: ReadonlySet<string>;
};

/** More would make the choice too long; the first asked come first. */
const MOST_QUESTIONS = 20;

export const isClosed = (date: AgendaDate, now: Instant): boolean =>
  date.cancelledAt !== null || hasBegun(date, now);

export function itemLooking(deps: LookDeps) {
  const { items } = deps;

  /** Those of the date; on the next one also what waits, even before the job has put it there. */
  async function standing(date: AgendaDate | null, now: Instant, tx?: Tx): Promise<readonly AgendaItem[]> {
    if (date === null) return items.waiting(tx);
    const placed = await items.onDate(date.id, tx);
    const next = await items.nextDate(now, tx);
    return next?.id === date.id ? [...placed, ...(await items.waiting(tx))] : placed;
  }

  const speaker = async ({ member, coordinator }: Turn, tx?: Tx) =>
    speakerOf(member, coordinator, await deps.seats(tx));

  async function mayTakeBack(turn: Turn, tx?: Tx): Promise<(item: AgendaItem) => boolean> {
    const speaks = await speaker(turn, tx);
    return (item) => isOwn(item, turn.member?.id ?? null, speaks.ok ? speaks.value : null);
  }

  async function viewOf(turn: Turn, date: AgendaDate | null): Promise<AgendaView> {
    const [all, isMine] = await Promise.all([standing(date, turn.now), mayTakeBack(turn)]);
    const closed = date !== null && isClosed(date, turn.now);
    return {
      date,
      items: all,
      sum: date && sumOf(all, date),
      closed,
      own: new Set(closed ? [] : all.filter(isMine).map(({ id }) => id)),
    };
  }

  return {
    standing,
    speaker,
    mayTakeBack,
    viewOf,

    /** The agenda of a date; without one that of the next, or what waits for it. */
    async show(turn: Turn, meetingId?: string): Promise<Outcome<AgendaView, "gone">> {
      if (meetingId === undefined) return ok(await viewOf(turn, await items.nextDate(turn.now)));
      const date = await items.date(meetingId);
      return date ? ok(await viewOf(turn, date)) : refused("gone");
    },

    /** For which date this person can propose now; null: it would wait for one. */
    async begin(turn: Turn): Promise<Outcome<AgendaDate | null, SpeakerRefusal>> {
      if (!may(rolesOf(turn), "agenda.propose")) return refused("notMember");
      const speaks = await speaker(turn);
      return speaks.ok ? ok(await items.nextDate(turn.now)) : speaks;
    },

    /** Open questions that stand on no agenda yet: for the coordinator in the personal chat, who may see them. */
    async questions(turn: Turn): Promise<readonly OpenQuestion[]> {
      if (!turn.coordinator || turn.place.kind !== "personal") return [];
      const [open, taken] = await Promise.all([deps.openQuestions(), items.questions()]);
      return open.filter(({ number }) => !taken.has(String(number))).slice(0, MOST_QUESTIONS);
    },

    /** Items of a date in their order, for cards and messages about it. */
    async itemsOf(meetingId: string, now: Instant): Promise<readonly AgendaItem[]> {
      const date = await items.date(meetingId);
      return date ? standing(date, now) : [];
    },
  };
}
