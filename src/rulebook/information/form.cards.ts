/** The form in which a coordinator writes an information: new, changed, or as the answer to a question. */
import { button, cardOf, choice, exit, field, heading, note, plain, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { type InformationDraft, type KnownCard, LIMITS } from "./information.ts";
import { form, know, problems as mistakes, shared } from "./texts.ts";
import { cut, oneLine } from "./written.ts";

/** Value of "no card": a drop-down cannot be emptied again once something was chosen. */
export const NO_CARD = "none";

export type InformationForm = {
  readonly title: string;
  readonly save: string;
  readonly verb: string;
  /** Given back with what is entered; holds the random id of this drawing. */
  readonly data: Record<string, unknown>;
  readonly draft: InformationDraft;
  readonly problems: readonly string[];
  /** Cards that can be corrected; empty: nothing to choose. */
  readonly cards: readonly KnownCard[];
  /** The card whose correction this is, where that is settled. */
  readonly corrected?: KnownCard | null;
};

const LONGEST_CHOICE = 120;

export const placeOf = ({ document, section }: KnownCard): string => know.cardLine(document, section);

const choiceOf = (card: KnownCard) => ({
  value: card.id,
  title: cut(oneLine(`${placeOf(card)}: ${card.answer}`), LONGEST_CHOICE),
});

/** A field that holds nothing yet has no value. */
const holding = (value: string, limit: number) => (value === "" ? {} : { value: cut(value, limit) });

const lines = LIMITS.wordings * (LIMITS.wording + 1);

const inputsOf = ({ draft, cards }: InformationForm) => [
  field("heading", form.heading, {
    maxLength: LIMITS.heading,
    ...holding(draft.heading, LIMITS.heading),
    isRequired: true,
    errorMessage: mistakes.headingMissing,
  }),
  field("wordings", form.wordings, {
    isMultiline: true,
    maxLength: lines,
    ...holding(draft.wordings, lines),
  }),
  field("answer", form.answer, {
    isMultiline: true,
    maxLength: LIMITS.answer,
    ...holding(draft.answer, LIMITS.answer),
    isRequired: true,
    errorMessage: mistakes.answerMissing,
  }),
  field("basis", form.basis, { maxLength: LIMITS.basis, ...holding(draft.basis, LIMITS.basis) }),
  ...(cards.length === 0
    ? []
    : [
        choice("card", form.card, [{ value: NO_CARD, title: form.noCard }, ...cards.map(choiceOf)], {
          value: cards.some(({ id }) => id === draft.corrects) ? draft.corrects : NO_CARD,
        }),
      ]),
];

/** Everything that was put in is kept; what is wrong with it stands at the top. */
export function informationForm(view: InformationForm): Card {
  const chosen = view.corrected ?? view.cards.find(({ id }) => id === view.draft.corrects);
  return cardOf(
    view.title,
    [
      heading(view.title),
      ...view.problems.map(warning),
      ...(view.corrected ? [note(plain(form.corrects(placeOf(view.corrected))))] : []),
      ...(chosen ? [note(plain(form.handbookSays(chosen.answer)))] : []),
      ...inputsOf(view),
      note(form.visible),
    ],
    [button(view.save, view.verb, view.data, true), exit(shared.cancel, "form.cancel")],
  );
}
