/** Cards about ratings: the buttons, the answer once it is rated, the form, the list for coordinators. */
import type { IExecuteAction } from "@microsoft/teams.cards";
import { germanDate } from "../../calendar/zones.ts";
import { button, cardOf, choice, field, heading, note, paragraph, plain } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { strong, written } from "../information/cards.ts";
import { type Page, pageButtons, pageNote } from "../information/paging.ts";
import { cut, cutToBytes, oneLine, shortNames } from "../information/written.ts";
import { texts as answerTexts } from "../texts.ts";
import { LIMITS, type Shown, type SourceGroup, type StoredRating, WHYS } from "./feedback.ts";
import { list, rating, whys } from "./texts.ts";

/** Two buttons carry the answer; with it the card stays well under what Teams takes. */
const BYTES = { question: 1_500, answer: 3_500 };

/** What the buttons of an answer carry: no more than they need to draw it again. */
const carried = ({ answerId, question, answer, sources }: Shown): Record<string, unknown> => ({
  answerId,
  question: cutToBytes(question, BYTES.question),
  answer: cutToBytes(answer, BYTES.answer),
  sources: sources.slice(0, LIMITS.sources),
});

/** *Hilfreich* and *Nicht hilfreich*, for the end of an answer. */
export const ratingButtons = (shown: Shown): readonly IExecuteAction[] => [
  button(rating.helpful, "rules.rate", { ...carried(shown), helpful: true }),
  button(rating.unhelpful, "rules.rate", { ...carried(shown), helpful: false }),
];

/** The answer drawn from its plain text, where it cannot be drawn as it was. */
export const plainAnswer = (answer: string): Card =>
  cardOf(answerTexts.answerTitle, [heading(answerTexts.answerTitle), written(answer)]);

/** The answer as before, with a last word in the place of the buttons. */
export const ratedCard = (answer: Card, said: readonly string[]): Card => {
  const [first = "", ...rest] = said;
  const words = [{ ...paragraph(first), separator: true }, ...rest.map(note)];
  return { ...answer, body: [...(answer.body ?? []), ...words] };
};

/** The answer with a small form below it: what was wrong. */
export function whyCard(answer: Card, shown: Shown, actionId: string): Card {
  const choices = WHYS.map((why) => ({ value: why, title: whys[why] }));
  return {
    ...answer,
    body: [
      ...(answer.body ?? []),
      { ...paragraph(`${rating.thanks} ${rating.ask}`), separator: true },
      choice("why", rating.why, choices, { placeholder: rating.choose }),
      field("comment", rating.comment, { isMultiline: true, maxLength: LIMITS.comment }),
      note(rating.stored),
    ],
    actions: [
      button(rating.send, "rules.rateWhy", carried(shown), true),
      button(rating.passOn, "rules.ratePassOn", { ...carried(shown), actionId }),
    ],
  };
}

/** What a source says today, and what a coordinator presses to correct it. */
export type Source = {
  readonly name: string;
  readonly says: string | null;
  readonly correct: { readonly verb: string; readonly data: Record<string, unknown> } | null;
};

export type RatingsView = Page<SourceGroup & { readonly about: Source }> & { readonly total: number };

const MOST_RATINGS = 3;
const EXCERPT = 150;
const excerpt = (text: string) => plain(cut(oneLine(text), EXCERPT));

const ratingOf = ({ at, why, question, comment }: StoredRating) => [
  strong(list.line(germanDate(at), why === null ? list.noWhy : whys[why])),
  note(excerpt(list.question(question))),
  ...(comment === null ? [] : [note(excerpt(list.comment(comment)))]),
];

function groupOf(group: RatingsView["items"][number], name: string) {
  const { source, ratings, about } = group;
  const seen = Math.max(...ratings.map(({ at }) => at));
  const { correct } = about;
  const hidden = ratings.length - MOST_RATINGS;
  return {
    type: "Container" as const,
    separator: true,
    items: [
      written(`${about.name} (${list.times(ratings.length)})`),
      ...(about.says === null ? [] : [note(excerpt(list.says(about.says)))]),
      ...ratings.slice(0, MOST_RATINGS).flatMap(ratingOf),
      ...(hidden > 0 ? [note(list.more(hidden))] : []),
      {
        type: "ActionSet" as const,
        actions: [
          ...(correct ? [button(list.correct(name), correct.verb, correct.data)] : []),
          button(list.settle(name), "rules.ratingsDone", { source, seen }),
        ],
      },
    ],
  };
}

export function ratingsCard(view: RatingsView): Card {
  const { items, total } = view;
  const names = shortNames(items.map(({ about }) => about.says ?? about.name));
  const count = total === 0 ? list.none : list.count(total);
  return cardOf(
    `${list.title}. ${count}`,
    [
      heading(list.title),
      paragraph(count),
      ...items.map((group, at) => groupOf(group, names[at] ?? "")),
      ...pageNote(view),
    ],
    pageButtons(view, "rules.ratings"),
  );
}
