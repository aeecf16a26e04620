/** Cards about experiences: the form, the question before deleting, the pages of a list, the message to others. */
import {
  button,
  cardOf,
  choice,
  exit,
  field,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";

import { cut } from "../draft.ts";
import type { Exchange } from "../exchange.ts";
import { type ExperienceView, experienceElements } from "./beside.cards.ts";
import { type ExperienceDraft, LONGEST_EXPERIENCE, MEASURES } from "./experience.ts";
import { measures, notices, experiences as say } from "./texts.ts";

export type ExperienceFormView = {
  readonly exchange: Exchange;
  readonly action: string;
  readonly draft: ExperienceDraft;
  readonly problems: readonly string[];
  /** The experience that is changed, and the state of it that was seen. */
  readonly editing?: { readonly experience: string; readonly seen: number };
};

/** An empty value is no choice that a client accepts. */
export const NO_MEASURE = "none";

const choices = [
  { title: say.noMeasure, value: NO_MEASURE },
  ...MEASURES.map((value) => ({ title: measures[value], value })),
];

const shown = (measure: string): string =>
  choices.some(({ value }) => value === measure) ? measure : NO_MEASURE;

export function experienceForm({ exchange, action, draft, problems, editing }: ExperienceFormView): Card {
  const title = editing ? say.editTitle : say.formTitle;
  const { id } = exchange;
  return cardOf(
    [title, ...problems].join(" "),
    [
      heading(title),
      ...problems.map(warning),
      note(plain(say.about(exchange.title))),
      field("text", say.text, {
        isMultiline: true,
        maxLength: LONGEST_EXPERIENCE,
        placeholder: say.textHint,
        isRequired: true,
        errorMessage: say.textHint,
        value: cut(draft.text, LONGEST_EXPERIENCE),
      }),
      choice("effort", say.effort, choices, { value: shown(draft.effort) }),
      choice("benefit", say.benefit, choices, { value: shown(draft.benefit) }),
      note(say.visible),
    ],
    [
      button(say.save, "exchange.experience.save", { id, action, ...(editing ?? {}) }, true),
      exit(say.cancel, "exchange.show", { id }),
    ],
  );
}

export const sureCard = (exchange: Exchange, view: ExperienceView): Card => {
  const { id } = view.experience;
  const readOnly = { ...view, rights: { edit: false, remove: false } };
  return cardOf(
    say.sure,
    [heading(say.sureTitle), paragraph(say.sure), ...experienceElements([readOnly], true)],
    [
      button(say.removeNow, "exchange.experience.delete", { id, sure: true }, true),
      button(say.back, "exchange.show", { id: exchange.id }),
    ],
  );
};

export type PageView = {
  readonly exchange: Exchange;
  readonly views: readonly ExperienceView[];
  /** Position of the first shown, from 0, and how many there are in all. */
  readonly from: number;
  readonly all: number;
  /** Where the page before begins; null on the first. */
  readonly before: number | null;
};

export function pageCard({ exchange, views, from, all, before }: PageView): Card {
  const { id } = exchange;
  const next = from + views.length;
  const turn = (title: string, at: number) => button(title, "exchange.experiences", { id, from: at });
  return cardOf(
    say.pageTitle(exchange.title),
    [
      heading(say.pageTitle(plain(exchange.title))),
      note(say.shown(from + 1, next, all)),
      ...experienceElements(views, false),
    ],
    [
      ...(next < all ? [turn(say.further, next)] : []),
      ...(before === null ? [] : [turn(say.earlier, before)]),
      button(say.back, "exchange.show", { id }),
    ],
  );
}

/** What the people of a record are told about a new experience. */
export const experienceNotice = (exchange: Exchange, view: ExperienceView): Card =>
  cardOf(
    notices.experienceTitle(exchange.title),
    [
      heading(notices.experienceTitle(plain(exchange.title))),
      paragraph(plain(notices.experienceFrom(view.organisation))),
      ...experienceElements([{ ...view, rights: { edit: false, remove: false } }], true),
      note(notices.optOut),
    ],
    [button(notices.show, "exchange.show", { id: exchange.id })],
  );
