/** Records about nearly the same, shown before one more is made. */
import {
  type Action,
  button,
  cardOf,
  type Elements,
  heading,
  hidden,
  note,
  paragraph,
  plain,
  reveal,
} from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { excerpt, lineOf } from "./cards.ts";
import type { Exchange } from "./exchange.ts";
import { factsOf } from "./facts.cards.ts";
import { type Entered, wholeOf } from "./form.data.ts";
import { form, near as words } from "./texts.ts";

/** Titles in buttons are short: the whole title stands above. */
const BUTTON = 30;
const TEXT = 300;

export type NearView = {
  readonly near: readonly Exchange[];
  readonly organisationName: (key: string) => string;
  readonly entered: Entered;
  /** Random id; what is saved from here is saved once. */
  readonly action: string;
};

/** Shown where it stands: to open it in place of this card would lose what was put in. */
function one(exchange: Exchange, at: number, { near, organisationName }: NearView): Elements {
  const organisation = organisationName(exchange.organisation);
  const title = excerpt(exchange.title, BUTTON);
  // Titles that begin alike must not make two buttons of the same name.
  const named = near.length === 1 ? title : `${at + 1}. ${title}`;
  const box = `near${at}`;
  const experience = near.length === 1 ? words.experience : words.experienceOf(named);
  return [
    { ...paragraph(plain(exchange.title)), weight: "Bolder" as const },
    note(plain(lineOf(exchange, organisation))),
    hidden(box, [
      factsOf({ exchange, organisation, mayEdit: false }),
      paragraph(plain(excerpt(exchange.text, TEXT))),
    ]),
    {
      type: "ActionSet",
      actions: [
        reveal(words.show(named), [box]),
        button(experience, "exchange.experience.new", { id: exchange.id }),
      ],
    },
  ];
}

export function nearCard(view: NearView): Card {
  const { near, entered, action } = view;
  const whole = { action, ...wholeOf(entered) };
  const actions: readonly Action[] = [
    button(words.despite, "exchange.save", { ...whole, despite: true }, true),
    button(form.cancel, "exchange.cancel", whole),
  ];
  return cardOf(
    words.title,
    [
      heading(words.title),
      paragraph(near.length === 1 ? words.one : words.many(near.length)),
      ...near.flatMap((exchange, at) => one(exchange, at, view)),
    ],
    [...actions],
  );
}
