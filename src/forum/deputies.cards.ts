/** Cards about deputies: the coordinator's list and seat, and what delegate and deputy are told. */
import { button, cardOf, choice, heading, note, paragraph, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { DeputiesView, DeputySeatView } from "./deputies.service.ts";
import { notices, texts } from "./deputies.texts.ts";
import { isSubstituted } from "./deputies.ts";
import type { SeatPerson, StandingSeat } from "./seats.ts";

type Names = (party: string) => string;

const say = (title: string, text: string) => button(title, "say", { text });

/** Name of somebody for a Markdown field. */
export const nameIn = (people: readonly SeatPerson[], memberId: string | null): string =>
  plain(people.find((one) => one.memberId === memberId)?.name ?? texts.unknown);

/** Names of the deputies, the one who stands in marked. */
export const deputyNames = (seat: StandingSeat, people: readonly SeatPerson[]): string =>
  seat.deputies
    .map((id) => {
      const name = nameIn(people, id);
      return seat.holderId === id ? texts.standing(name) : name;
    })
    .join(", ");

/** Choices are no Markdown. */
export const personChoices = (people: readonly SeatPerson[], ids?: readonly string[]) =>
  (ids ?? people.map((one) => one.memberId)).map((value) => ({
    value,
    title: people.find((one) => one.memberId === value)?.name ?? texts.unknown,
  }));

export function deputiesCard({ seats, people }: DeputiesView, nameOf: Names, problem?: string): Card {
  const named = seats.filter((seat) => seat.deputies.length > 0);
  return cardOf(
    texts.listTitle,
    [
      heading(texts.listTitle),
      ...(problem ? [warning(problem)] : []),
      paragraph(texts.listWhy),
      ...(named.length === 0
        ? [note(texts.nobodyNamed)]
        : named.map((seat) => note(texts.line(nameOf(seat.party), deputyNames(seat, people))))),
      choice(
        "party",
        texts.party,
        seats.map(({ party }) => ({ value: party, title: nameOf(party) })),
        { placeholder: texts.choose },
      ),
    ],
    [button(texts.open, "deputy.seat", {}, true), say(texts.overview, "koordination")],
  );
}

export type DeputySeatForm = {
  readonly actionId: string;
  readonly view: DeputySeatView;
  readonly nameOf: Names;
  readonly problem?: string;
};

/** Who has the seat, who votes now, who is named. */
const peopleLines = ({ seat, people }: DeputySeatView) => [
  paragraph(seat.delegateId === null ? texts.noDelegate : texts.delegate(nameIn(people, seat.delegateId))),
  ...(isSubstituted(seat) ? [paragraph(texts.votes(nameIn(people, seat.holderId)))] : []),
  note(seat.deputies.length === 0 ? texts.noneNamed : texts.named(deputyNames(seat, people))),
];

export function deputySeatCard({ actionId, view, nameOf, problem }: DeputySeatForm): Card {
  const { seat, people, available, frozen } = view;
  const title = texts.seatTitle(nameOf(seat.party));
  const data = { actionId, party: seat.party };
  const canName = available.length > 0;
  const deputised = seat.deputies.length > 0;
  const on = isSubstituted(seat);
  const standsIn = deputised && !on && seat.delegateId !== null;
  return cardOf(
    title,
    [
      heading(title),
      ...(problem ? [warning(problem)] : []),
      ...peopleLines(view),
      ...(frozen ? [note(texts.frozen)] : []),
      ...(canName
        ? [choice("member", texts.whom, personChoices(available), { placeholder: texts.choose })]
        : [note(texts.nobodyAvailable)]),
      ...(deputised
        ? [choice("deputy", texts.which, personChoices(people, seat.deputies), { placeholder: texts.choose })]
        : []),
    ],
    [
      ...(canName ? [button(texts.name, "deputy.name", data)] : []),
      ...(standsIn ? [button(texts.standIn, "deputy.standIn", data)] : []),
      ...(on ? [button(texts.end, "deputy.end", data)] : []),
      ...(deputised ? [button(texts.remove, "deputy.remove", data)] : []),
      button(texts.list, "deputy.list"),
    ],
  );
}

const toldCard = (title: string, next: string): Card =>
  cardOf(title, [heading(plain(title)), paragraph(next)], [say(notices.seat, "sitz")]);

export const standInCard = (told: {
  readonly own: boolean;
  readonly deputy: string;
  readonly party: string;
}): Card =>
  told.own
    ? toldCard(notices.youStandIn(told.party), notices.youNext)
    : toldCard(notices.standsInForYou(told.deputy), notices.forYouNext);

export const endedCard = (told: { readonly own: boolean; readonly party: string }): Card =>
  told.own
    ? toldCard(notices.youEnded(told.party), notices.youEndedNext)
    : toldCard(notices.endedForYou(told.party), notices.endedForYouNext);
