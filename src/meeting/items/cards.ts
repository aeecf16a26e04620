/** Cards of agendas: the list with what can be done there, and the form for a new item. */
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
import { type AgendaDate, type AgendaItem, ITEM_LIMITS } from "./item.ts";
import type { AgendaView, OpenQuestion } from "./look.service.ts";
import type { Proposed } from "./service.ts";
import { agenda, form, proposed } from "./texts.ts";

type Named = { readonly partyName: (key: string) => string };

/** Longest title in a list to choose from. */
const CHOICE = 60;
const cut = (text: string): string =>
  text.length > CHOICE ? `${text.slice(0, CHOICE - 1).trimEnd()}…` : text;

const whoOf = ({ party }: Pick<AgendaItem, "party">, { partyName }: Named): string =>
  party === null ? agenda.coordination : partyName(party);

/** The agenda in one line an item, as text: in a card it goes through `plain`. */
export const linesOf = (items: readonly AgendaItem[], named: Named): readonly string[] =>
  items.map((item, at) => `${at + 1}. ${item.title} (${agenda.brief(item, whoOf(item, named))})`);

export type AgendaCardView = Named &
  AgendaView & {
    /** Random id of this drawing; what is done with it is done once. */
    readonly actionId: string;
    /** In the personal chat: only there somebody is shown what he or she can change. */
    readonly personal: boolean;
    readonly coordinator: boolean;
    readonly problem?: string | undefined;
  };

const entryOf = (item: AgendaItem, at: number, view: AgendaCardView) => ({
  type: "Container" as const,
  separator: true,
  items: [
    { ...paragraph(plain(`${at}. ${item.title}`)), weight: "Bolder" as const },
    note(plain(`${agenda.proposedBy(whoOf(item, view))} · ${agenda.minutes(item.minutes)}`)),
  ],
});

/** Each line of its own kind: what stands below the list. */
function belowOf({ sum, closed, items, date }: AgendaCardView) {
  const isLong = sum !== null && sum.allotted > sum.minutes;
  return [
    ...(sum !== null && items.length > 0 ? [paragraph(agenda.sum(sum))] : []),
    ...(isLong ? [warning(agenda.tooLong(sum))] : []),
    ...(date === null && items.length > 0 ? [note(agenda.waiting)] : []),
    note(closed ? agenda.closed : agenda.how),
  ];
}

const arranges = ({ personal, coordinator, closed, items, date }: AgendaCardView): boolean =>
  personal && coordinator && !closed && items.length > 0 && date !== null;

function fieldsOf(view: AgendaCardView) {
  if (!arranges(view)) return [];
  const choices = view.items.map(({ id, title }, at) => ({
    title: agenda.choice(at + 1, cut(title)),
    value: id,
  }));
  return [
    { ...paragraph(agenda.arrange), weight: "Bolder" as const, separator: true },
    choice("item", agenda.choose, choices, { placeholder: agenda.chooseHint }),
    field("minutes", agenda.allotLabel, { maxLength: 3 }),
  ];
}

function actionsOf(view: AgendaCardView) {
  const { actionId, items, own, personal, closed } = view;
  if (closed) return [];
  const mine = personal ? items.filter(({ id }) => own.has(id)) : [];
  return [
    exit(agenda.propose, "agenda.form"),
    ...(arranges(view)
      ? [
          button(agenda.up, "agenda.order", { actionId, direction: "up" }),
          button(agenda.down, "agenda.order", { actionId, direction: "down" }),
          button(agenda.allot, "agenda.allot", { actionId }),
          button(agenda.remove, "agenda.withdraw", { actionId }),
        ]
      : mine.map((item) =>
          exit(agenda.withdraw(items.indexOf(item) + 1), "agenda.withdraw", { actionId, item: item.id }),
        )),
  ];
}

export const agendaTitle = (date: Pick<AgendaDate, "startsAt"> | null): string =>
  date === null ? agenda.waitingTitle : agenda.title(date.startsAt);

export function agendaCard(view: AgendaCardView): Card {
  const { date, items, problem } = view;
  const title = agendaTitle(date);
  return cardOf(
    [...(problem === undefined ? [] : [problem]), title, ...linesOf(items, view)].join(". "),
    [
      heading(title),
      ...(problem === undefined ? [] : [warning(problem)]),
      ...(items.length === 0 ? [paragraph(agenda.none)] : []),
      ...items.map((item, at) => entryOf(item, at + 1, view)),
      ...belowOf(view),
      ...fieldsOf(view),
    ],
    actionsOf(view),
  );
}

export type FormView = {
  readonly actionId: string;
  readonly date: Pick<AgendaDate, "startsAt"> | null;
  readonly title: string;
  /** Number of the open question from which the title comes. */
  readonly question: string | null;
  readonly questions: readonly OpenQuestion[];
  readonly problem?: string | undefined;
};

function questionsOf({ questions, question }: FormView) {
  if (question !== null || questions.length === 0) return [];
  const choices = questions.map((one) => ({
    title: cut(form.question(one.number, one.question)),
    value: String(one.number),
  }));
  return [choice("question", form.questions, choices)];
}

export function itemForm(view: FormView): Card {
  const { actionId, date, title, question, problem } = view;
  const asked = questionsOf(view);
  return cardOf(
    [...(problem === undefined ? [] : [problem]), form.title].join(" "),
    [
      heading(form.title),
      ...(problem === undefined ? [] : [warning(problem)]),
      note(date === null ? form.waits : form.for(date.startsAt)),
      field("title", form.label, {
        placeholder: form.example,
        maxLength: ITEM_LIMITS.title,
        ...(title === "" ? {} : { value: title }),
      }),
      note(question === null ? form.visible : form.fromQuestion(question)),
      ...asked,
    ],
    [
      button(
        form.send,
        "agenda.propose",
        { actionId, ...(question === null ? {} : { from: question }) },
        true,
      ),
      ...(asked.length === 0 ? [] : [button(form.takeQuestion, "agenda.form", { take: true })]),
      exit(form.cancel, "form.cancel"),
    ],
  );
}

export const proposedCard = ({ item, date }: Proposed): Card =>
  cardOf(
    `${proposed.title}: ${item.title}`,
    [
      heading(proposed.title),
      { ...paragraph(plain(item.title)), weight: "Bolder" },
      paragraph(date === null ? proposed.waits : proposed.onDate(date.startsAt)),
      note(proposed.hint),
    ],
    [button(agenda.list, "agenda.show", date === null ? {} : { meeting: date.id })],
  );
