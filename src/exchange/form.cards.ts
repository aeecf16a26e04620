/** The form in which a record is made or changed, and what stands in its place when it is closed. */
import type { Organisation } from "../forum/forum.ts";
import { organisationChoices } from "../member/cards.ts";
import { noticeElements } from "../privacy/notice.cards.ts";
import type { PrivacyNotice } from "../privacy/notice.ts";
import {
  type Action,
  button,
  cardOf,
  choice,
  type Elements,
  field,
  heading,
  hidden,
  note,
  paragraph,
  plain,
  reveal,
  warning,
} from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { cut } from "./draft.ts";
import { BINDINGS, type Draft, KINDS, OFFERS, type Problem, STAGES, VISIBILITIES } from "./exchange.ts";
import { carriedBy, type Entered, MOST, NO_OFFER, wholeOf } from "./form.data.ts";
import { bindings, form, kinds, labels, offers, onlyGroup, refusals, stages, visibilities } from "./texts.ts";

export type FormView = Entered & {
  /** Random id of this drawing of the form; what it saves is saved once. */
  readonly action: string;
  readonly problems: readonly Problem[];
  /** A further sentence at the top. */
  readonly remark?: string;
  /** Asked of somebody who has not yet said to which organisation he or she belongs. */
  readonly introduction?: { readonly organisations: readonly Organisation[]; readonly notice: PrivacyNotice };
  /** Offered where the record may be about another organisation. */
  readonly abouts?: readonly Organisation[];
  /** Name of the group that the record belongs to; without one all of the Forum reads it. */
  readonly group?: string;
};

const choicesOf = <T extends string>(values: readonly T[], names: Record<T, string>) =>
  values.map((value) => ({ value, title: names[value] }));

/** A field that holds nothing yet has no value, so that its placeholder is shown. */
const holding = (value: string) => (value === "" ? {} : { value });

// No field is required by the client: it would not let anybody leave the form with what was put in so far.
const inputsOf = ({ draft }: FormView): Elements => [
  choice("kind", labels.kind, choicesOf(KINDS, kinds), {
    placeholder: form.choose,
    ...holding(draft.kind),
  }),
  field("title", labels.title, {
    placeholder: form.titleHint,
    maxLength: MOST.title,
    ...holding(cut(draft.title, MOST.title)),
  }),
  field("text", labels.text, {
    placeholder: form.textHint,
    isMultiline: true,
    maxLength: MOST.text,
    ...holding(cut(draft.text, MOST.text)),
  }),
  choice("stage", labels.stage, choicesOf(STAGES, stages), {
    placeholder: form.choose,
    ...holding(draft.stage),
  }),
  field("product", labels.product, {
    maxLength: MOST.product,
    ...holding(cut(draft.product, MOST.product)),
  }),
  choice("offer", labels.offer, [{ value: NO_OFFER, title: form.noOffer }, ...choicesOf(OFFERS, offers)], {
    value: draft.offer === "" ? NO_OFFER : draft.offer,
  }),
];

const organisationInput = (
  id: "organisation" | "about",
  organisations: readonly Organisation[],
  chosen = "",
) =>
  choice(id, labels[id], organisationChoices(organisations), {
    placeholder: form.choose,
    ...holding(chosen),
  });

const FURTHER = "further";
const FURTHER_PROBLEMS: readonly Problem[] = [
  ...(["bindingUnknown", "visibilityUnknown", "noGroup"] as const),
  ...(["tooManyTags", "tagTooLong", "tooManyLinks", "linkInvalid"] as const),
];

/** Seen from the beginning where something is said or wrong in it. */
const isUnfolded = ({ draft, problems }: FormView): boolean =>
  draft.tags !== "" ||
  draft.links !== "" ||
  draft.binding === "decided" ||
  draft.visibility === "group" ||
  problems.some((problem) => FURTHER_PROBLEMS.includes(problem));

const readersInput = (group: string, { visibility }: Draft) =>
  choice(
    "visibility",
    labels.visibility,
    choicesOf(VISIBILITIES, { ...visibilities, group: onlyGroup(group) }),
    {
      value: visibility === "" ? "forum" : visibility,
    },
  );

function further(view: FormView): Elements {
  const { draft, group } = view;
  const inputs = [
    choice("binding", labels.binding, choicesOf(BINDINGS, bindings), {
      value: draft.binding === "" ? "open" : draft.binding,
    }),
    field("tags", labels.tags, {
      placeholder: form.tagsHint,
      maxLength: MOST.tags,
      ...holding(cut(draft.tags, MOST.tags)),
    }),
    field("links", labels.links, {
      placeholder: form.linksHint,
      isMultiline: true,
      maxLength: MOST.links,
      ...holding(cut(draft.links, MOST.links)),
    }),
    ...(group === undefined ? [] : [readersInput(group, draft)]),
  ];
  const box = hidden(FURTHER, inputs);
  return [
    { type: "ActionSet", actions: [reveal(form.further, [FURTHER])] },
    isUnfolded(view) ? { ...box, isVisible: true } : box,
  ];
}

/**
 * One element, however much is wrong: some clients recognise the inputs of a card that takes the place of another one by
 * their position, and would show the choices of a neighbour.
 */
const top = (title: string, { problems, remark }: FormView) => ({
  type: "Container" as const,
  items: [
    heading(title),
    ...problems.map((problem) => warning(refusals[problem])),
    ...(remark ? [note(plain(remark))] : []),
  ],
});

/** Who saves becomes a member: what is stored about him or her stands beside the question. */
const introducing = (
  { organisations, notice }: NonNullable<FormView["introduction"]>,
  chosen: string | undefined,
): Elements => [
  organisationInput("organisation", organisations, chosen),
  paragraph(form.personStored),
  ...noticeElements(notice),
];

/** Everything that was put in is kept; what is wrong with it stands at the top. */
export function formCard(view: FormView): Card {
  const { action, editing, introduction, abouts, group, draft } = view;
  const title = editing ? form.editTitle : form.newTitle;
  const verb = editing ? "exchange.update" : "exchange.save";
  const shown = introduction ? { notice: introduction.notice.version } : {};
  const data = { action, ...shown, ...carriedBy(view) };
  return cardOf(
    title,
    [
      top(title, view),
      ...inputsOf(view),
      ...(abouts ? [organisationInput("about", abouts, view.about)] : []),
      ...(introduction ? introducing(introduction, view.organisation) : []),
      ...further(view),
      note(group !== undefined && draft.visibility === "group" ? form.visibleGroup : form.visible),
    ],
    [button(form.save, verb, data, true), button(form.cancel, "exchange.cancel", data)],
  );
}

const isEmpty = ({ draft }: Entered): boolean =>
  [draft.title, draft.text, draft.product, draft.tags, draft.links].every((said) => said.trim() === "");

/** The form was left: what was put in stays on the card, and nowhere else. */
export function closedCard(entered: Entered, action: string): Card {
  const title = form.closed[entered.editing ? "edit" : "new"];
  const empty = isEmpty(entered);
  const back: readonly Action[] = [button(form.resume, "exchange.resume", { action, ...wholeOf(entered) })];
  return cardOf(
    title,
    [heading(title), paragraph(empty ? form.closedEmpty : form.closedHint)],
    empty ? [] : [...back],
  );
}
