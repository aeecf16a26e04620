/** Renders what is told about a date from what is true when it leaves. */
import { z } from "zod";
import type { HeldSeat } from "../forum/seats.ts";
import type { Notice, Render, Rendered } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import { type Card, card } from "../turn/reply.ts";
import { repliesBySeat } from "./answering.ts";
import { dressed } from "./dressed.ts";
import { hasBegun, type Meeting } from "./meeting.ts";
import { lastHeard } from "./move/heard.ts";
import { DETAILS } from "./move/move.ts";
import { CANCELLED, CHANGED, INVITED, MOVED, STAGE } from "./notices.ts";
import { recipientsOf } from "./replies.ts";
import type { MeetingDeps } from "./service.ts";
import { told } from "./texts.ts";
import {
  movedTitle,
  titleOf,
  toldCancelledCard,
  toldCard,
  toldChangedCard,
  toldMovedCard,
} from "./told.cards.ts";

const PAYLOAD = z.object({
  sequence: z.number().int(),
  party: z.string().optional(),
  stage: z.string().optional(),
  from: z.string().optional(),
  untold: z.array(z.object({ key: z.string(), from: z.string() })).default([]),
  fields: z.array(z.enum(DETAILS)).optional(),
});
type Payload = z.output<typeof PAYLOAD>;

const superseded: Rendered = { drop: "superseded" };
const notEntitled: Rendered = { drop: "notEntitled" };

/** A message to the channel is for all; one to a person only while he or she holds the seat it was for. */
function isEntitled({ to }: Notice, { party }: Payload, seats: readonly HeldSeat[]): boolean {
  if (!("member" in to)) return true;
  return seats.some((seat) => seat.party === party && seat.holderId === to.member);
}

type Kind = typeof INVITED | typeof STAGE | typeof CANCELLED | typeof MOVED | typeof CHANGED;

export type MeetingNoticeDeps = Pick<MeetingDeps, "repository" | "seats" | "beside">;
type Drawn = { readonly card: Card; readonly summary: string };
type Draw = (meeting: Meeting, payload: Payload, now: Instant, personal: boolean) => Drawn | Promise<Drawn>;

export function meetingNotices(deps: MeetingNoticeDeps): Readonly<Record<Kind, Render>> {
  const { repository, seats } = deps;

  /** Whether the party of a reminder should still get it, after what it has replied since. */
  async function stillGets(meeting: Meeting, { party, stage }: Payload, held: readonly HeldSeat[]) {
    if (party === undefined || stage === undefined) return true;
    const replies = repliesBySeat(held, await repository.replies(meeting.id));
    return recipientsOf(stage, replies).includes(party);
  }

  /** Whether the date of which a message speaks stands and lies ahead; a moved one is another date. */
  async function stands(meeting: Meeting, { sequence }: Payload, now: Instant): Promise<boolean> {
    if (meeting.cancelledAt !== null || hasBegun(meeting, now)) return false;
    return repository.isSameDate(meeting, sequence);
  }

  /** Renders what speaks of a date that stands. */
  const beforeTheStart =
    (draw: Draw): Render =>
    async (notice, now) => {
      const payload = PAYLOAD.parse(notice.payload);
      const meeting = await repository.byId(notice.subject);
      if (!meeting) return { drop: "gone" };
      if (!(await stands(meeting, payload, now))) return superseded;
      const held = await seats();
      if (!isEntitled(notice, payload, held)) return notEntitled;
      if (!(await stillGets(meeting, payload, held))) return superseded;
      const drawn = await draw(meeting, payload, now, "member" in notice.to);
      return { send: card(await dressed(deps, drawn.card, meeting, now), drawn.summary) };
    };

  const reminding = beforeTheStart((meeting, { stage = null }, now, personal) => ({
    card: toldCard({ meeting, stage, now, personal }),
    summary: titleOf(stage, meeting, now),
  }));
  const moved = beforeTheStart(async (meeting, { from = meeting.startsAt, untold }, _, personal) => {
    const arrived = await repository.arrived(untold.map(({ key }) => key));
    const heard = lastHeard(from, untold, arrived);
    return {
      card: toldMovedCard({ meeting, from: heard, personal }),
      summary: movedTitle(meeting, heard),
    };
  });
  const changed = beforeTheStart((meeting, { fields = [] }, _, personal) => ({
    card: toldChangedCard({ meeting, fields, personal }),
    summary: told.changed(meeting.startsAt),
  }));

  const cancelled: Render = async (notice, now) => {
    const payload = PAYLOAD.parse(notice.payload);
    const meeting = await repository.byId(notice.subject);
    if (!meeting) return { drop: "gone" };
    if (meeting.cancelledAt === null) return superseded;
    if (!isEntitled(notice, payload, await seats())) return notEntitled;
    const drawn = await dressed(deps, toldCancelledCard(meeting), meeting, now);
    return { send: card(drawn, told.cancelled(meeting.startsAt)) };
  };

  return {
    [INVITED]: reminding,
    [STAGE]: reminding,
    [MOVED]: moved,
    [CHANGED]: changed,
    [CANCELLED]: cancelled,
  };
}
