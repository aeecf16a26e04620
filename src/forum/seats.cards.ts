/** The coordinator's entrance, and the forms for seats. */
import { button, cardOf, choice, exit, heading, note, paragraph, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { SeatsView } from "./seats.service.ts";
import { texts } from "./seats.texts.ts";

type Names = (party: string) => string;
type Actions = NonNullable<Card["actions"]>;

const say = (title: string, text: string) => button(title, "say", { text });
const isHeld = ({ holderId }: SeatsView["seats"][number]): boolean => holderId !== null;

/** More empty seats than this are counted, not listed. */
const LISTED = 6;

/** One matter of the coordination: its name, how it stands, and what can be done. */
const group = (title: string, lines: readonly string[], actions: Actions): NonNullable<Card["body"]> => [
  { ...paragraph(title), weight: "Bolder", separator: true },
  ...lines.map((line) => ({ ...note(line), spacing: "None" as const })),
  { type: "ActionSet", actions },
];

const emptyLines = (empty: readonly string[]): string[] => {
  if (empty.length === 0) return [texts.all];
  return [empty.length > LISTED ? texts.emptyMany(empty.length) : texts.empty(empty.join(", "))];
};

export function coordinationCard({ seats, reached }: SeatsView, nameOf: Names): Card {
  const { groups } = texts;
  const held = seats.filter(isHeld);
  const empty = seats.filter((seat) => !isHeld(seat)).map((seat) => nameOf(seat.party));
  return cardOf(texts.title, [
    heading(texts.title),
    ...group(
      groups.seats,
      [texts.filled(held.length, seats.length), ...emptyLines(empty), texts.reached(reached, seats.length)],
      [
        button(texts.fill, "seat.form", {}, empty.length > 0),
        ...(held.length > 0 ? [button(texts.release, "seat.releaseForm")] : []),
        button(texts.showDeputies, "deputy.list"),
        button(texts.checkReach, "probe.show"),
      ],
    ),
    ...group(groups.people, [], [say(texts.peopleList, "personen")]),
    ...group(
      groups.election,
      [],
      [say(texts.startElection, "wahl starten"), say(texts.showElection, "wahl")],
    ),
    ...group(
      groups.meeting,
      [],
      [say(texts.planMeeting, "termin planen"), say(texts.openQuestions, "offene fragen")],
    ),
    ...group(groups.more, [], [button(texts.more, "seat.more")]),
  ]);
}

/** What is needed more rarely, so that the entrance stays short on a phone. */
export function moreCard(): Card {
  const { groups } = texts;
  return cardOf(
    texts.more,
    [
      heading(texts.more),
      ...group(
        groups.year,
        [],
        [
          say(texts.dates, "termine"),
          say(texts.agenda, "tagesordnung"),
          say(texts.poll, "terminumfrage starten"),
          say(texts.holidays, "ferien"),
          say(texts.blocked, "sperrtage"),
          say(texts.leaving, "beteiligung"),
        ],
      ),
      ...group(
        groups.votes,
        [],
        [
          say(texts.manageElection, "wahl leiten"),
          say(texts.rule, "wahlordnung"),
          say(texts.startDecision, "abstimmung starten"),
          say(texts.decisions, "abstimmungen"),
        ],
      ),
      ...group(
        groups.rules,
        [],
        [say(texts.knowledge, "wissen"), say(texts.ratings, "bewertungen"), say(texts.papers, "unterlagen")],
      ),
      ...group(
        groups.records,
        [texts.registerWhere],
        [
          say(texts.workGroups, "gruppe"),
          say(texts.commonNeeds, "sammelbedarf"),
          say(texts.bin, "papierkorb"),
        ],
      ),
      ...group(
        groups.care,
        [],
        [
          say(texts.undelivered, "zustellung"),
          button(texts.list, "roster.show"),
          say(texts.privacyRequests, "datenschutzanfragen"),
        ],
      ),
    ],
    [exit(texts.back, "seat.overview")],
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
  const empty = view.seats.filter((seat) => !isHeld(seat)).map((seat) => nameOf(seat.party));
  const nobody = people.length === 0;
  return cardOf(
    texts.fillTitle,
    [
      heading(texts.fillTitle),
      ...problemIn(form),
      paragraph(nobody ? texts.nobodyAvailable : texts.fillWhy),
      ...(empty.length > 0 ? [note(texts.empty(empty.join(", "))), note(texts.how)] : []),
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
