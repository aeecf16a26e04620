/** Cards that list records. */
import { button, cardOf, heading, note, paragraph, plain } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { excerpt, lineOf } from "../cards.ts";
import type { Exchange } from "../exchange.ts";
import type { FilterName } from "./filters.ts";
import { search } from "./texts.ts";

export type HitView = {
  readonly exchange: Exchange;
  /** Why it was found. */
  readonly why?: string;
};

export type HitsView = {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly hits: readonly HitView[];
  /** Leads back from a record to this search. */
  readonly words?: string;
  /** Restrictions that can be dropped, as people read them. */
  readonly restrictions?: readonly { readonly name: FilterName; readonly text: string }[];
  readonly dropped?: readonly FilterName[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: number;
  readonly organisationName: (key: string) => string;
};

/** A button on a phone of 360 px holds about so much beside its first word. */
const LONGEST_TITLE = 18;

/** Every button has a title of its own: a screen reader lists them without what stands around them. */
function titlesOf(hits: readonly HitView[]): readonly string[] {
  const times = new Map<string, number>();
  return hits.map(({ exchange }) => {
    const title = excerpt(exchange.title, LONGEST_TITLE);
    const count = (times.get(title) ?? 0) + 1;
    times.set(title, count);
    return search.show(count === 1 ? title : `${title} (${count})`);
  });
}

function hitItems({ exchange, why }: HitView, title: string, view: HitsView) {
  const { words, organisationName } = view;
  const data = { id: exchange.id, ...(words === undefined ? {} : { words }) };
  return {
    type: "Container" as const,
    separator: true,
    items: [
      { ...paragraph(plain(exchange.title)), weight: "Bolder" as const },
      note(plain(lineOf(exchange, organisationName(exchange.organisation)))),
      paragraph(plain(excerpt(exchange.text))),
      ...(why ? [note(plain(why))] : []),
      { type: "ActionSet" as const, actions: [button(title, "exchange.show", data)] },
    ],
  };
}

/** Each restriction with a button that searches on without it. */
function restrictionItems({ restrictions = [], dropped = [], words = "" }: HitsView) {
  if (restrictions.length === 0) return [];
  const actions = restrictions.map(({ name, text }) =>
    button(search.without(text), "exchange.find", { words, dropped: [...dropped, name] }),
  );
  return [{ type: "ActionSet" as const, actions }];
}

export function hitsCard(view: HitsView): Card {
  const { title, sentences, hits, words = "", dropped = [], next } = view;
  const buttons = titlesOf(hits);
  const found = hits.map((hit, at) => hitItems(hit, buttons[at] ?? hit.exchange.title, view));
  const more =
    next === undefined ? [] : [button(search.more, "exchange.find", { words, dropped, from: next })];
  return cardOf(
    [title, ...sentences].join(" "),
    [
      heading(plain(title)),
      ...sentences.map((sentence) => paragraph(plain(sentence))),
      ...restrictionItems(view),
      ...found,
    ],
    [...more, button(search.record, "exchange.new")],
  );
}
