/** Cards about information: the list, what was found, one entry, its history. */

import { germanDate } from "../../calendar/zones.ts";
import { button, cardOf, exit, heading, note, paragraph, plain } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { placeOf } from "./form.cards.ts";
import type { Information, KnownCard, StoredInformation } from "./information.ts";
import { type Page, pageButtons, pageNote } from "./paging.ts";
import type { Version } from "./service.ts";
import { byWhom, dayOf, done, know, past, shared, sourceOf, withdrawal } from "./texts.ts";
import { cut, oneLine, shortNames } from "./written.ts";

const EXCERPT = 220;

/** A line break alone is lost in a card's text; an empty line is kept. */
export const written = (text: string) => paragraph(plain(text).replace(/\n+/g, "\n\n"));
export const strong = (text: string) => ({ ...paragraph(plain(text)), weight: "Bolder" as const });

export const headingOf = ({ questions }: Pick<Information, "questions">): string => questions[0] ?? "";

/** An information as people read it, with its source. */
export const informationBody = (one: Information) => [
  written(one.answer),
  note(sourceOf(one.givenOn)),
  ...(one.basis === null ? [] : [note(plain(shared.basis(one.basis)))]),
];

type Entry = { readonly name: string; readonly corrected: KnownCard | null };

const entryOf = (one: Information, { name, corrected }: Entry) => ({
  type: "Container" as const,
  separator: true,
  items: [
    strong(cut(headingOf(one), EXCERPT)),
    paragraph(plain(cut(oneLine(one.answer), EXCERPT))),
    note(sourceOf(one.givenOn)),
    ...(corrected ? [note(plain(know.corrects(placeOf(corrected))))] : []),
    {
      type: "ActionSet" as const,
      actions: [
        button(know.buttons.change(name), "rules.change", { id: one.id }),
        button(know.buttons.withdraw(name), "rules.withdrawing", { id: one.id }),
        button(know.buttons.history(name), "rules.history", { id: one.id }),
      ],
    },
  ],
});

const cardEntryOf = (card: KnownCard, name: string) => ({
  type: "Container" as const,
  separator: true,
  items: [
    strong(placeOf(card)),
    paragraph(plain(cut(card.answer, EXCERPT))),
    {
      type: "ActionSet" as const,
      actions: [button(know.buttons.correct(name), "rules.inform", { card: card.id })],
    },
  ],
});

type Named = { readonly getCard: (id: string) => KnownCard | null };

const entriesOf = (items: readonly Information[], names: readonly string[], { getCard }: Named) =>
  items.map((one, at) =>
    entryOf(one, { name: names[at] ?? "", corrected: one.corrects === null ? null : getCard(one.corrects) }),
  );

export type KnowView = Named & { readonly cards: number; readonly total: number } & Page<Information>;

export function knowCard(view: KnowView): Card {
  const { cards, total, items } = view;
  const count = total === 1 ? know.oneEntry : know.entries(total);
  return cardOf(
    `${know.title}. ${count}`,
    [
      heading(know.title),
      paragraph(know.cards(cards)),
      paragraph(count),
      note(know.hint),
      ...entriesOf(items, shortNames(items.map(headingOf)), view),
      ...pageNote(view),
    ],
    [button(know.buttons.add, "rules.inform", {}, true), ...pageButtons(view, "rules.know")],
  );
}

export type FoundView = Named & {
  readonly words: string;
  readonly entries: readonly Information[];
  readonly found: readonly KnownCard[];
  readonly more: boolean;
};

export function foundCard(view: FoundView): Card {
  const { words, entries, found, more } = view;
  const names = shortNames([...entries.map(headingOf), ...found.map(({ answer }) => answer)]);
  const title = entries.length + found.length === 0 ? know.nothing(words) : know.found(words);
  return cardOf(
    title,
    [
      heading(plain(title)),
      ...entriesOf(entries, names, view),
      ...found.map((card, at) => cardEntryOf(card, names[entries.length + at] ?? "")),
      ...(more ? [note(know.more)] : []),
    ],
    [button(know.buttons.add, "rules.inform"), button(know.buttons.back, "rules.know")],
  );
}

/** Confirms what is stored; `said` are sentences about what happened. */
export const savedCard = (one: StoredInformation, said: readonly string[]): Card =>
  cardOf(
    said.join(" "),
    [...said.map((sentence) => paragraph(sentence)), strong(headingOf(one)), ...informationBody(one)],
    [button(know.buttons.back, "rules.know")],
  );

export const withdrawnCard = (one: StoredInformation): Card =>
  savedCard(one, [done.withdrawn, ...(one.corrects === null ? [] : [done.handbookAgain])]);

export const withdrawCard = (one: StoredInformation, actionId: string): Card =>
  cardOf(
    withdrawal.title,
    [
      heading(withdrawal.title),
      strong(headingOf(one)),
      ...informationBody(one),
      paragraph(one.corrects === null ? withdrawal.what : withdrawal.card),
    ],
    [
      button(withdrawal.yes, "rules.withdraw", { actionId, id: one.id }, true),
      exit(withdrawal.no, "rules.know"),
    ],
  );

const stateOf = ({ endedAt, endedBy, supersededById }: Version): string => {
  if (endedAt === null) return past.inForce;
  const day = germanDate(endedAt);
  return supersededById === null ? past.withdrawn(day, byWhom(endedBy)) : past.superseded(day);
};

/** `id`: of the newest version. */
export const historyCard = (id: string, versions: Page<Version>): Card =>
  cardOf(
    past.title,
    [
      heading(past.title),
      ...versions.items.map((one) => ({
        type: "Container" as const,
        separator: true,
        items: [
          strong(past.given(dayOf(one.givenOn), byWhom(one.givenBy))),
          note(plain(stateOf(one))),
          paragraph(plain(headingOf(one))),
          written(one.answer),
        ],
      })),
      ...pageNote(versions),
    ],
    [...pageButtons(versions, "rules.history", { id }), button(know.buttons.back, "rules.know")],
  );
