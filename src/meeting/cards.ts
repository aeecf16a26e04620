/** Pieces that every card about a date is made of, and the card of one date. */
import type { IOpenUrlAction } from "@microsoft/teams.cards";
import { dateOf } from "../calendar/zones.ts";
import { button, cardOf, exit, heading, note, paragraph, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { MeetingView } from "./answer.service.ts";
import type { PartyReply, Tally } from "./answering.ts";
import { type Meeting, type MeetingPlan, webAddress } from "./meeting.ts";
import { REPLIES } from "./replies.ts";
import { agenda, answer, cancelling, facts, fullWhen, longDay, replies } from "./texts.ts";

type Row = readonly [title: string, value: string];

const factSet = (rows: readonly Row[]) => ({
  type: "FactSet" as const,
  facts: rows.map(([title, value]) => ({ title, value: plain(value) })),
});

/** Day, time, length, place and link of a date. The link is text; it can be read and copied. */
export const planFacts = ({ startsAt, minutes, place, link }: MeetingPlan) =>
  factSet([
    [facts.date, longDay(dateOf(startsAt))],
    [facts.time, facts.timeOf(startsAt, minutes)],
    ...(place === "" ? [] : [[facts.place, place] as const]),
    ...(link === null ? [] : [[facts.link, link] as const]),
  ]);

/** Opens the video room in the browser; nothing for an address that is not https. */
export const linkButton = ({ link }: Pick<MeetingPlan, "link">): readonly IOpenUrlAction[] => {
  const url = link === null ? null : webAddress(link);
  return url === null ? [] : [{ type: "Action.OpenUrl", title: answer.openLink, url }];
};

/** One button for each reply. It carries the date it answers: a reply to a date that was moved does not count. */
export const replyButtons = ({ id, startsAt }: Pick<Meeting, "id" | "startsAt">) =>
  REPLIES.map((reply) => button(replies[reply], "meeting.reply", { meeting: id, reply, startsAt }));

const tallyFacts = ({ accepted, declined, deputies, open }: Tally) =>
  factSet([
    [facts.accepted, String(accepted)],
    [facts.declined, String(declined)],
    [facts.deputies, String(deputies)],
    [facts.open, String(open)],
  ]);

export type CardContext = {
  readonly partyName: (key: string) => string;
  /** In the personal chat; names of deputies are shown nowhere else. */
  readonly personal: boolean;
};

/** The reply of a party in one sentence. */
export function replyLine(given: PartyReply, { partyName, personal }: CardContext): string {
  const party = partyName(given.party);
  const named = personal && given.deputy !== null;
  return named ? answer.ownDeputy(party, given.deputy ?? "") : answer.own(party, given.reply);
}

/** Parties by their reply: 36 lines of their own would be too long for a phone. */
function listOf({ list }: MeetingView, { partyName, personal }: CardContext) {
  if (list === null || !personal) return [];
  const called = (one: (typeof list)[number]): string =>
    one.given?.deputy ? answer.listDeputy(partyName(one.party), one.given.deputy) : partyName(one.party);
  const groups = [...REPLIES, null].flatMap((reply) => {
    const names = list.filter((one) => (one.given?.reply ?? null) === reply).map(called);
    const title = reply === null ? answer.listNone : replies[reply];
    return names.length === 0 ? [] : [paragraph(`**${title}:** ${plain(names.join(", "))}`)];
  });
  return [{ ...paragraph(answer.list), weight: "Bolder" as const }, ...groups];
}

/** What can still be done about a date. */
function nextOf({ meeting, begun, mayAnswer, own }: MeetingView) {
  if (meeting.cancelledAt !== null) return [warning(agenda.cancelled)];
  if (begun) return [note(answer.begun)];
  if (!mayAnswer) return [note(answer.notYours)];
  return [note(own ? answer.changeable : answer.ask)];
}

const actionsOf = (view: MeetingView) => [
  ...(view.mayAnswer ? replyButtons(view.meeting) : []),
  ...linkButton(view.meeting),
  // Only the coordinator sees the list.
  ...(view.list === null ? [] : [button(answer.change, "meeting.moveForm", { meeting: view.meeting.id })]),
];

/** A date with its numbers; the own reply stands first. */
export function meetingCard(view: MeetingView, context: CardContext, problem?: string): Card {
  const { meeting, own, tally, begun } = view;
  const title = answer.title(meeting.startsAt);
  const open = !begun && meeting.cancelledAt === null;
  return cardOf(
    [problem, own && replyLine(own, context), title].filter(Boolean).join(" "),
    [
      heading(title),
      ...(problem === undefined ? [] : [warning(problem)]),
      ...(own ? [paragraph(plain(replyLine(own, context)))] : []),
      planFacts(meeting),
      tallyFacts(tally),
      paragraph(answer.quorum(tally)),
      ...listOf(view, context),
      ...nextOf(view),
    ],
    open ? actionsOf(view) : [],
  );
}

export type CancelView = { readonly actionId: string; readonly meeting: Meeting };

export const askCancelCard = ({ actionId, meeting }: CancelView): Card =>
  cardOf(
    cancelling.ask(meeting.startsAt),
    [heading(cancelling.ask(meeting.startsAt)), planFacts(meeting), paragraph(cancelling.what)],
    [
      button(cancelling.confirm, "meeting.cancel", { meeting: meeting.id, actionId }, true),
      exit(cancelling.keep, "meeting.show", { meeting: meeting.id }),
    ],
  );

export const cancelledCard = ({ startsAt }: Meeting): Card =>
  cardOf(cancelling.done(startsAt), [heading(cancelling.done(startsAt)), paragraph(cancelling.doneHint)]);

/** Said when somebody else, or the same person, has cancelled the date before. */
export const alreadyCancelledCard = ({ startsAt }: Meeting): Card =>
  cardOf(cancelling.already(startsAt), [paragraph(cancelling.already(startsAt))]);

/** What the date is called in a list of dates. */
export const nameOf = ({ startsAt }: Meeting): string => fullWhen(startsAt);
