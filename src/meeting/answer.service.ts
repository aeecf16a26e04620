/** Use cases of answering and looking: reply for a party, one date. */
import { dateOf, wallClockAt } from "../calendar/zones.ts";
import type { Tx } from "../db/store.ts";
import type { HeldSeat } from "../forum/seats.ts";
import { may, rolesOf } from "../member/rights.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Turn } from "../turn/turn.ts";
import {
  type AnswerRefusal,
  checkDeputy,
  isOvertaken,
  type PartyReply,
  partyOf,
  repliesBySeat,
  type Tally,
  tallyOf,
} from "./answering.ts";
import { hasBegun, type Meeting } from "./meeting.ts";
import type { MeetingReply } from "./replies.ts";
import type { MeetingDeps } from "./service.ts";
import { nextOf } from "./typed-reply.ts";

export type ReplyRefusal =
  | AnswerRefusal
  | "notMember"
  | "gone"
  | "tooLate"
  | "isCancelled"
  | "moved"
  | "deputyMissing"
  | "deputyTooLong";

export type MeetingView = {
  readonly meeting: Meeting;
  readonly begun: boolean;
  readonly tally: Tally;
  /** Of the person who looks; null for one who answers for no party, or has not. */
  readonly own: PartyReply | null;
  /** Whether the person who looks can answer now. */
  readonly mayAnswer: boolean;
  /** Reply of every seat, for the coordinator in the personal chat only; null for all others. */
  readonly list: readonly { readonly party: string; readonly given: PartyReply | null }[] | null;
};

type Answering = {
  readonly reply: MeetingReply;
  readonly deputy: string | undefined;
  /** The start to which is answered; not carried by cards drawn before dates could be moved. */
  readonly startsAt?: string | undefined;
};
type Refuse = (reason: ReplyRefusal) => never;

const partyIn = ({ member }: Turn, seats: readonly HeldSeat[]): string | null => {
  const party = member && partyOf(member, seats);
  return party?.ok ? party.value : null;
};

export function answerService(deps: MeetingDeps) {
  const { repository } = deps;

  async function viewOf(turn: Turn, meeting: Meeting): Promise<MeetingView> {
    const [seats, given] = await Promise.all([deps.seats(), repository.replies(meeting.id)]);
    const party = partyIn(turn, seats);
    const find = (key: string) => given.find((one) => one.party === key) ?? null;
    const listed = turn.coordinator && turn.place.kind === "personal";
    const begun = hasBegun(meeting, turn.now);
    return {
      meeting,
      begun,
      tally: tallyOf(repliesBySeat(seats, given)),
      own: party === null ? null : find(party),
      mayAnswer: party !== null && !begun && meeting.cancelledAt === null,
      list: listed ? seats.map((seat) => ({ party: seat.party, given: find(seat.party) })) : null,
    };
  }

  async function replyIn(
    tx: Tx,
    turn: Turn,
    id: string,
    { startsAt, ...answer }: Omit<PartyReply, "party"> & Pick<Answering, "startsAt">,
    refuse: Refuse,
  ): Promise<void> {
    const held = await repository.hold(tx, id);
    if (!held) return refuse("gone");
    if (held.meeting.cancelledAt !== null) refuse("isCancelled");
    if (startsAt !== undefined && startsAt !== held.meeting.startsAt) refuse("moved");
    if (hasBegun(held.meeting, turn.now)) refuse("tooLate");
    if (!turn.member) return refuse("notMember");
    const party = partyOf(turn.member, await deps.seats(tx));
    if (!party.ok) return refuse(party.reason);
    if (isOvertaken(turn.now, await repository.repliedAt(tx, id, party.value))) return;
    await repository.saveReply(tx, id, { party: party.value, ...answer }, turn.now);
  }

  /** Whether this person can answer this date now, for the form that asks for the deputy. */
  async function judge(turn: Turn, id: string): Promise<Outcome<Meeting, ReplyRefusal>> {
    if (!turn.member || !may(rolesOf(turn), "meeting.reply")) return refused("notMember");
    const meeting = await repository.byId(id);
    if (!meeting) return refused("gone");
    if (meeting.cancelledAt !== null) return refused("isCancelled");
    if (hasBegun(meeting, turn.now)) return refused("tooLate");
    const party = partyOf(turn.member, await deps.seats());
    return party.ok ? ok(meeting) : party;
  }

  return {
    judge,

    /**
     * Keeps the reply of the person's party; the last one counts until the start. Last is what began last, in any
     * process: a press that was overtaken changes nothing, and what counts is shown.
     */
    async reply(
      turn: Turn,
      id: string,
      { reply, deputy, startsAt }: Answering,
    ): Promise<Outcome<MeetingView, ReplyRefusal>> {
      const judged = await judge(turn, id);
      if (!judged.ok) return judged;
      const name = reply === "vertretung" ? checkDeputy(deputy ?? "") : ok(null);
      if (!name.ok) return name;
      const answer = { reply, deputy: name.value, startsAt };
      const done = await orRefuse<ReplyRefusal, void>((refuse) =>
        deps.write((tx) => replyIn(tx, turn, id, answer, refuse)),
      );
      return done.ok ? ok(await viewOf(turn, judged.value)) : done;
    },

    /** The date that `zusage` is about; null where none is planned. */
    async next({ now }: Turn): Promise<Meeting | null> {
      const dates = await repository.watched(dateOf(wallClockAt(now)));
      return nextOf(
        dates.map(({ meeting }) => meeting),
        now,
      );
    },

    /** A date as this person may see it here. */
    async show(turn: Turn, id: string): Promise<Outcome<MeetingView, "gone">> {
      const meeting = await repository.byId(id);
      return meeting ? ok(await viewOf(turn, meeting)) : refused("gone");
    },
  };
}
