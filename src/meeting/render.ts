/** Renders what is told about a date from what is true when it leaves. */
import { z } from "zod";
import type { HeldSeat } from "../forum/seats.ts";
import type { Notice, Render, Rendered } from "../outbox/notice.ts";
import { card } from "../turn/reply.ts";
import { repliesBySeat } from "./answering.ts";
import { hasBegun, type Meeting } from "./meeting.ts";
import { CANCELLED, INVITED, STAGE } from "./notices.ts";
import { recipientsOf } from "./replies.ts";
import type { MeetingDeps } from "./service.ts";
import { told } from "./texts.ts";
import { titleOf, toldCancelledCard, toldCard } from "./told.cards.ts";

const PAYLOAD = z.object({
  sequence: z.number().int(),
  party: z.string().optional(),
  stage: z.string().optional(),
});
type Payload = z.output<typeof PAYLOAD>;

const superseded: Rendered = { drop: "superseded" };
const notEntitled: Rendered = { drop: "notEntitled" };

/** A message to the channel is for all; one to a person only while he or she holds the seat it was for. */
function isEntitled({ to }: Notice, { party }: Payload, seats: readonly HeldSeat[]): boolean {
  if (!("member" in to)) return true;
  return seats.some((seat) => seat.party === party && seat.holderId === to.member);
}

export type MeetingNoticeDeps = Pick<MeetingDeps, "repository" | "seats">;

export function meetingNotices({
  repository,
  seats,
}: MeetingNoticeDeps): Readonly<Record<typeof INVITED | typeof STAGE | typeof CANCELLED, Render>> {
  /** Whether the party of a reminder should still get it, after what it has replied since. */
  async function stillGets(meeting: Meeting, { party, stage }: Payload, held: readonly HeldSeat[]) {
    if (party === undefined || stage === undefined) return true;
    const replies = repliesBySeat(held, await repository.replies(meeting.id));
    return recipientsOf(stage, replies).includes(party);
  }

  const beforeTheStart: Render = async (notice, now) => {
    const payload = PAYLOAD.parse(notice.payload);
    const meeting = await repository.byId(notice.subject);
    if (!meeting) return { drop: "gone" };
    const isOld = meeting.cancelledAt !== null || meeting.sequence !== payload.sequence;
    if (isOld || hasBegun(meeting, now)) return superseded;
    const held = await seats();
    if (!isEntitled(notice, payload, held)) return notEntitled;
    if (!(await stillGets(meeting, payload, held))) return superseded;
    const stage = payload.stage ?? null;
    const view = { meeting, stage, now, personal: "member" in notice.to };
    return { send: card(toldCard(view), titleOf(stage, meeting, now)) };
  };

  const cancelled: Render = async (notice) => {
    const payload = PAYLOAD.parse(notice.payload);
    const meeting = await repository.byId(notice.subject);
    if (!meeting) return { drop: "gone" };
    if (meeting.cancelledAt === null) return superseded;
    if (!isEntitled(notice, payload, await seats())) return notEntitled;
    return { send: card(toldCancelledCard(meeting), told.cancelled(meeting.startsAt)) };
  };

  return { [INVITED]: beforeTheStart, [STAGE]: beforeTheStart, [CANCELLED]: cancelled };
}
