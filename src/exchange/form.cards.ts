/** The form in which a record is made or changed. */
import type { Organisation } from "../forum/forum.ts";
import { organisationChoices } from "../member/cards.ts";
import { button, cardOf, choice, exit, field, heading, note, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { cut } from "./draft.ts";
import { type Draft, KINDS, LIMITS, OFFERS, type Problem, STAGES } from "./exchange.ts";
import { form, kinds, labels, offers, refusals, stages } from "./texts.ts";

/** Value of "no statement": a drop-down cannot be emptied again once something was chosen. */
export const NO_OFFER = "none";

export type FormView = {
  /** Random id of this drawing of the form; what it saves is saved once. */
  readonly action: string;
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  /** A further sentence at the top. */
  readonly remark?: string;
  /** The record that is edited and the revision that was seen. Absent: a new record. */
  readonly editing?: { readonly id: string; readonly revision: number };
  /** Offered to somebody who has not yet said to which organisation he or she belongs. */
  readonly organisations?: readonly Organisation[];
  readonly organisation?: string;
};

const choicesOf = <T extends string>(values: readonly T[], names: Record<T, string>) =>
  values.map((value) => ({ value, title: names[value] }));

/** A field that holds nothing yet has no value, so that its placeholder is shown. */
const holding = (value: string) => (value === "" ? {} : { value });

const required = (errorMessage: string) => ({ isRequired: true, errorMessage });

const inputsOf = ({ draft }: FormView) => [
  choice("kind", labels.kind, choicesOf(KINDS, kinds), {
    placeholder: form.choose,
    ...holding(draft.kind),
    ...required(refusals.kindMissing),
  }),
  field("title", labels.title, {
    placeholder: form.titleHint,
    maxLength: LIMITS.title,
    ...holding(cut(draft.title, LIMITS.title)),
    ...required(refusals.titleMissing),
  }),
  field("text", labels.text, {
    placeholder: form.textHint,
    isMultiline: true,
    maxLength: LIMITS.text,
    ...holding(cut(draft.text, LIMITS.text)),
    ...required(refusals.textMissing),
  }),
  choice("stage", labels.stage, choicesOf(STAGES, stages), {
    placeholder: form.choose,
    ...holding(draft.stage),
    ...required(refusals.stageMissing),
  }),
  field("product", labels.product, {
    maxLength: LIMITS.product,
    ...holding(cut(draft.product, LIMITS.product)),
  }),
  choice("offer", labels.offer, [{ value: NO_OFFER, title: form.noOffer }, ...choicesOf(OFFERS, offers)], {
    value: draft.offer === "" ? NO_OFFER : draft.offer,
  }),
];

const organisationInput = (organisations: readonly Organisation[], chosen = "") =>
  choice("organisation", labels.organisation, organisationChoices(organisations), {
    placeholder: form.choose,
    ...holding(chosen),
    ...required(refusals.organisationMissing),
  });

/** Everything that was put in is kept; what is wrong with it stands at the top. */
export function formCard(view: FormView): Card {
  const { action, editing, organisations } = view;
  const title = editing ? form.editTitle : form.newTitle;
  const verb = editing ? "exchange.update" : "exchange.save";
  return cardOf(
    title,
    [
      heading(title),
      ...view.problems.map((problem) => warning(refusals[problem])),
      ...(view.remark ? [note(plain(view.remark))] : []),
      ...inputsOf(view),
      ...(organisations
        ? [organisationInput(organisations, view.organisation), note(form.personStored)]
        : []),
      note(form.visible),
    ],
    [button(form.save, verb, { action, ...editing }, true), exit(form.cancel, "form.cancel")],
  );
}
