/** What is sent without being asked for: invitation, reminders, cancellation. */

import type { WallClock } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";
import { cardOf, heading, note, paragraph } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { linkButton, planFacts, replyButtons } from "./cards.ts";
import type { Stage } from "./ladder.ts";
import type { Meeting } from "./meeting.ts";
import type { Detail } from "./move/move.ts";
import { answer, fullWhen, told } from "./texts.ts";

/** The heading of a message, in the words of the moment in which it is sent. */
export function titleOf(stage: Stage | null, { startsAt }: Meeting, now: Instant): string {
  if (stage === null) return told.invited(startsAt);
  if (stage === "rsvp") return told.rsvp(startsAt);
  if (stage === "vortag") return told.soon(startsAt, now);
  return stage === "start" ? told.starts(startsAt, now) : told.reminded(startsAt);
}

export type ToldView = {
  readonly meeting: Meeting;
  /** Null: the invitation itself. */
  readonly stage: Stage | null;
  readonly now: Instant;
  readonly personal: boolean;
};

export function toldCard({ meeting, stage, now, personal }: ToldView): Card {
  const title = titleOf(stage, meeting, now);
  const asks = stage === null || stage === "einladung" || stage === "rsvp";
  return cardOf(
    title,
    [
      heading(title),
      ...(stage === "rsvp" ? [paragraph(told.rsvpAsk)] : []),
      planFacts(meeting),
      ...(asks ? [paragraph(personal ? answer.ask : answer.askChannel)] : [note(answer.changeable)]),
    ],
    [...replyButtons(meeting), ...linkButton(meeting)],
  );
}

export const toldCancelledCard = (meeting: Meeting): Card =>
  cardOf(told.cancelled(meeting.startsAt), [
    heading(told.cancelled(meeting.startsAt)),
    planFacts(meeting),
    paragraph(told.cancelledHint),
  ]);

export type MovedView = {
  readonly meeting: Meeting;
  readonly from: WallClock;
  readonly personal: boolean;
};

/** Moved away and back before anybody heard of it: the date is the one they know. */
const isBack = ({ startsAt }: Meeting, from: WallClock): boolean => startsAt === from;

export const movedTitle = (meeting: Meeting, from: WallClock): string =>
  isBack(meeting, from) ? told.movedBack(meeting.startsAt) : told.moved(meeting.startsAt);

/** That the date is another one, and that everybody has to answer again. */
export function toldMovedCard({ meeting, from, personal }: MovedView): Card {
  const title = movedTitle(meeting, from);
  return cardOf(
    title,
    [
      heading(title),
      paragraph(isBack(meeting, from) ? told.movedBackWhy : told.movedFrom(fullWhen(from))),
      planFacts(meeting),
      paragraph(told.movedReplies),
      paragraph(personal ? answer.ask : answer.askChannel),
      note(told.movedCalendar),
    ],
    [...replyButtons(meeting), ...linkButton(meeting)],
  );
}

export type ChangedView = {
  readonly meeting: Meeting;
  readonly fields: readonly Detail[];
  readonly personal: boolean;
};

/** That something beside the date is another; replies stay. */
export function toldChangedCard({ meeting, fields, personal }: ChangedView): Card {
  const title = told.changed(meeting.startsAt);
  return cardOf(
    title,
    [
      heading(title),
      ...(fields.length === 0 ? [] : [paragraph(told.changedFields(fields))]),
      planFacts(meeting),
      paragraph(told.changedReplies),
      ...(personal ? [] : [note(answer.askChannel)]),
    ],
    [...replyButtons(meeting), ...linkButton(meeting)],
  );
}
