/** Cards that list records. */
import { button, cardOf, heading, note, paragraph, plain } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { excerpt, lineOf } from "../cards.ts";
import type { Exchange } from "../exchange.ts";
import { search } from "../texts.ts";

export type HitsView = {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly hits: readonly Exchange[];
  /** Leads back from a record to this search. */
  readonly words?: string;
  readonly organisationName: (key: string) => string;
};

/** A button on a phone of 360 px holds about so much beside its first word. */
const LONGEST_TITLE = 18;

/** Every button has a title of its own: a screen reader lists them without what stands around them. */
function titlesOf(hits: readonly Exchange[]): readonly string[] {
  const times = new Map<string, number>();
  return hits.map((hit) => {
    const title = excerpt(hit.title, LONGEST_TITLE);
    const count = (times.get(title) ?? 0) + 1;
    times.set(title, count);
    return search.show(count === 1 ? title : `${title} (${count})`);
  });
}

export function hitsCard({ title, sentences, hits, words, organisationName }: HitsView): Card {
  const buttons = titlesOf(hits);
  const found = hits.map((exchange, at) => ({
    type: "Container" as const,
    separator: true,
    items: [
      { ...paragraph(plain(exchange.title)), weight: "Bolder" as const },
      note(plain(lineOf(exchange, organisationName(exchange.organisation)))),
      paragraph(plain(excerpt(exchange.text))),
      {
        type: "ActionSet" as const,
        actions: [
          button(buttons[at] ?? exchange.title, "exchange.show", {
            id: exchange.id,
            ...(words === undefined ? {} : { words }),
          }),
        ],
      },
    ],
  }));
  return cardOf(
    [title, ...sentences].join(" "),
    [heading(plain(title)), ...sentences.map((sentence) => paragraph(plain(sentence))), ...found],
    [button(search.record, "exchange.new")],
  );
}
