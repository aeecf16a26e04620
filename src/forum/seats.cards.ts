/** The coordinator's entrance, and the forms for seats. */
import { button, cardOf, choice, exit, heading, note, paragraph, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { SeatsView } from "./seats.service.ts";
import { texts } from "./seats.texts.ts";

type Names = (party: string) => string;

const say = (title: string, text: string) => button(title, "say", { text });
const isHeld = ({ holderId }: SeatsView["seats"][number]): boolean => holderId !== null;

export function coordinationCard({ seats, reached }: SeatsView, nameOf: Names): Card {
  const held = seats.filter(isHeld);
  const empty = seats.filter((seat) => !isHeld(seat)).map((seat) => nameOf(seat.party));
  return cardOf(
    texts.title,
    [
      heading(texts.title),
      paragraph(texts.filled(held.length, seats.length)),
      note(texts.reached(reached)),
      ...(empty.length === 0
        ? [note(texts.all)]
        : [note(`${texts.empty} ${empty.join(", ")}`), note(texts.how)]),
    ],
    [
      button(texts.fill, "seat.form", {}, empty.length > 0),
      ...(held.length > 0 ? [button(texts.release, "seat.releaseForm")] : []),
      say(texts.planMeeting, "termin planen"),
      say(texts.startElection, "wahl starten"),
    ],
  );
}

export type SeatFormView = {
  readonly actionId: string;
  readonly view: SeatsView;
  readonly nameOf: Names;
  readonly problem?: string;
};

const problemIn = ({ problem }: SeatFormView) => (problem ? [warning(problem)] : []);

export function seatFormCard(form: SeatFormView): Card {
  const { actionId, view, nameOf } = form;
  const people = view.available.map(({ memberId, name, party }) => ({
    value: memberId,
    title: texts.person(nameOf(party), name),
  }));
  const nobody = people.length === 0;
  return cardOf(
    texts.fillTitle,
    [
      heading(texts.fillTitle),
      ...problemIn(form),
      paragraph(nobody ? texts.nobodyAvailable : texts.fillWhy),
      ...(nobody
        ? []
        : [choice("people", texts.people, people, { style: "expanded", isMultiSelect: true, wrap: true })]),
    ],
    nobody
      ? [exit(texts.cancel, "form.cancel")]
      : [button(texts.give, "seat.give", { actionId }, true), exit(texts.cancel, "form.cancel")],
  );
}

export function releaseFormCard(form: SeatFormView): Card {
  const { actionId, view, nameOf } = form;
  const held = view.seats.filter(isHeld).map(({ party }) => ({ value: party, title: nameOf(party) }));
  return cardOf(
    texts.releaseTitle,
    [
      heading(texts.releaseTitle),
      ...problemIn(form),
      paragraph(texts.releaseWhy),
      choice("party", texts.party, held, { placeholder: texts.choose }),
    ],
    [button(texts.releaseNow, "seat.free", { actionId }, true), exit(texts.cancel, "form.cancel")],
  );
}
