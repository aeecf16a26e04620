/** Cards of one's own data. */
import {
  type Action,
  button,
  cardOf,
  choice,
  type Elements,
  exit,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { done, review } from "./erase.texts.ts";
import type { EraseReview, OwnView } from "./own.service.ts";
import { fields, texts } from "./own.texts.ts";
import { type Shown, shownOf } from "./own.ts";

/** So much of a section stands on the card; the rest is in the file. */
const FACTS = 3;
const LONGEST = 160;

type Names = (party: string) => string;

const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
/** Names of kinds inside the program say nothing to people; they stand in the file. */
const INSIDE = /^[a-zA-Z]+\.[a-zA-Z.]+$/;
type Fact = Shown["facts"][number];
const readable = (fact: Fact, partyName: Names): [string, string][] =>
  Object.entries(fact)
    .filter(([, value]) => !INSIDE.test(value))
    .map(([label, value]) => [label, label === fields.party ? partyName(value) : value]);
const line = (fact: Fact, partyName: Names): string =>
  readable(fact, partyName)
    .map(([label, value]) => `${label}: ${plain(clipped(value))}`)
    .join(" · ");

const sectionOf = ({ title, facts }: Shown, partyName: Names): Elements => [
  paragraph(`**${texts.heading(title, facts.length)}**`),
  ...facts.slice(0, FACTS).map((fact) => note(line(fact, partyName))),
  ...(facts.length > FACTS ? [note(texts.more(facts.length - FACTS))] : []),
];

export function ownCard({ data, stored, member }: OwnView, partyName: Names): Card {
  const shown = shownOf(data);
  const body = [
    heading(texts.title),
    paragraph(texts.why),
    ...shown.flatMap((one) => sectionOf(one, partyName)),
    paragraph(texts.secret),
  ];
  const actions: Action[] = [
    ...(stored ? [button(texts.file, "privacy.file", {}, true)] : []),
    button(texts.erase, "privacy.eraseForm"),
    ...(member ? [button(texts.request, "privacy.requestForm")] : []),
  ];
  return cardOf(`${texts.title}. ${texts.why}`, body, actions);
}

export const fileCard = (url: string): Card =>
  cardOf(
    `${texts.linkTitle}. ${texts.linkWhy}`,
    [heading(texts.linkTitle), paragraph(texts.linkWhy)],
    [{ type: "Action.OpenUrl", title: texts.open, url }],
  );

/** What is particular about this person. */
function ownCases({ seat, openRegister, running, minutes }: EraseReview, partyName: (key: string) => string) {
  return [
    ...(seat ? [paragraph(review.seat(partyName(seat.party), seat.as))] : []),
    ...(openRegister ? [warning(review.openRegister)] : []),
    ...(running ? [warning(review.running)] : []),
    ...(minutes ? [paragraph(review.staysYours)] : []),
  ];
}

export function eraseCard(view: EraseReview, partyName: (key: string) => string): Card {
  const options = [
    { title: review.keep, value: "keep" },
    { title: review.remove, value: "delete" },
  ];
  const own =
    view.alone === 0
      ? []
      : [choice("own", review.own(view.alone), options, { style: "expanded", value: "keep", wrap: true })];
  const whole = [
    paragraph(`**${review.goesTitle}**`),
    paragraph(review.goes),
    paragraph(`**${review.namelessTitle}**`),
    paragraph(review.nameless),
    paragraph(`**${review.staysTitle}**`),
    paragraph(review.stays),
    paragraph(review.ballots),
    ...ownCases(view, partyName),
    ...own,
  ];
  return cardOf(
    `${review.title}. ${review.why}`,
    [
      heading(review.title),
      paragraph(review.why),
      ...(view.lastCoordinator ? [warning(review.lastCoordinator)] : []),
      ...(view.guest ? [paragraph(review.guest)] : whole),
    ],
    [button(review.confirm, "privacy.erase", {}, true), exit(review.cancel, "form.cancel")],
  );
}

export const erasedCard = (): Card =>
  cardOf(done.gone, [
    heading(done.title),
    paragraph(done.gone),
    paragraph(done.stays),
    note(done.backups),
    note(done.chat),
  ]);

export const leftCard = (): Card =>
  cardOf(done.later, [heading(done.laterTitle), paragraph(done.later), note(done.chat)]);
