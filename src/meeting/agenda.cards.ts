/** The card of the coming dates. */
import { button, cardOf, heading, note, paragraph, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { AgendaView } from "./answer.service.ts";
import { type CardContext, nameOf, replyLine } from "./cards.ts";
import { hasBegun, type Meeting } from "./meeting.ts";
import { agenda, answer, clockTime, facts, shortDate } from "./texts.ts";

export type AgendaCardView = CardContext & {
  readonly agenda: AgendaView;
  readonly coordinator: boolean;
  readonly now: number;
};

/** Buttons are told apart by the date; two dates of one day by the time as well. */
function shortName(meeting: Meeting, all: readonly Meeting[]): string {
  const date = shortDate(meeting.startsAt);
  const sameDay = all.filter((one) => shortDate(one.startsAt) === date);
  if (sameDay.length === 1) return date;
  const time = `${date}, ${clockTime(meeting.startsAt)}`;
  const twice = sameDay.filter((one) => one.startsAt === meeting.startsAt && one.cancelledAt === null);
  return twice.length > 1 ? `${time} (${twice.indexOf(meeting) + 1})` : time;
}

function stateOf(meeting: Meeting, view: AgendaCardView) {
  if (meeting.cancelledAt !== null) return [warning(agenda.cancelled)];
  if (hasBegun(meeting, view.now)) return [note(agenda.begun)];
  const { own, party } = view.agenda;
  if (party === null) return [];
  const given = own.get(meeting.id);
  return [note(plain(given ? replyLine(given, view) : answer.ownNone(view.partyName(party))))];
}

function actionsOf(meeting: Meeting, view: AgendaCardView) {
  if (meeting.cancelledAt !== null || hasBegun(meeting, view.now)) return [];
  const name = shortName(meeting, view.agenda.coming);
  const data = { meeting: meeting.id };
  return [
    button(agenda.answer(name), "meeting.show", data),
    ...(view.coordinator ? [button(agenda.cancel(name), "meeting.askCancel", data)] : []),
  ];
}

function entryOf(meeting: Meeting, view: AgendaCardView) {
  const actions = actionsOf(meeting, view);
  const where = meeting.place === "" ? (meeting.link ?? "") : meeting.place;
  return {
    type: "Container" as const,
    separator: true,
    items: [
      { ...paragraph(nameOf(meeting)), weight: "Bolder" as const },
      note(plain(`${facts.place}: ${where}`)),
      ...stateOf(meeting, view),
      ...(actions.length === 0 ? [] : [{ type: "ActionSet" as const, actions }]),
    ],
  };
}

export function agendaCard(view: AgendaCardView): Card {
  const { coming, without } = view.agenda;
  const missing = without.map(agenda.without);
  return cardOf(
    [agenda.title, ...(coming.length === 0 ? [agenda.none] : coming.map(nameOf)), ...missing].join(". "),
    [
      heading(agenda.title),
      ...(coming.length === 0 ? [paragraph(agenda.none)] : []),
      ...coming.map((meeting) => entryOf(meeting, view)),
      ...missing.map((sentence) => paragraph(sentence)),
    ],
    view.coordinator ? [button(agenda.plan, "meeting.form")] : [],
  );
}
