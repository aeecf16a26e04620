/** The card of minutes and decisions of a date. */
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
import { webAddress } from "../meeting.ts";
import { PAPER_LIMITS, type Paper } from "./paper.ts";
import type { PapersView } from "./service.ts";
import { papers as words } from "./texts.ts";

export type PapersCardView = PapersView & {
  /** Random id of this drawing; what it attaches is attached once. */
  readonly actionId: string;
  /** In the personal chat: only there the coordinator is shown what can be changed. */
  readonly personal: boolean;
  readonly entered?: { readonly title: string; readonly link: string };
  readonly problem?: string;
};

/** The papers of a date in one line, as text: in a card it goes through `plain`. Null without papers. */
export const paperLine = (papers: readonly Pick<Paper, "title">[]): string | null =>
  papers.length === 0 ? null : words.list(papers.map(({ title }) => title));

function opened({ link, decisionId }: Paper, at: number) {
  const url = link === null ? null : webAddress(link);
  if (url !== null) return [{ type: "Action.OpenUrl" as const, title: words.open(at), url }];
  return decisionId === null ? [] : [exit(words.show(at), "decision.show", { decision: decisionId })];
}

const changes = ({ personal, mayChange }: PapersCardView): boolean => personal && mayChange;

function entryOf(paper: Paper, at: number, view: PapersCardView) {
  const data = { meeting: view.meeting.id, paper: paper.id };
  const actions = [
    ...opened(paper, at),
    ...(changes(view) ? [exit(words.remove(at), "attachment.remove", data)] : []),
  ];
  return {
    type: "Container" as const,
    separator: true,
    items: [
      { ...paragraph(plain(`${at}. ${paper.title}`)), weight: "Bolder" as const },
      ...(paper.title === words.kinds[paper.kind] ? [] : [note(words.kinds[paper.kind])]),
      ...(actions.length === 0 ? [] : [{ type: "ActionSet" as const, actions }]),
    ],
  };
}

function formOf(view: PapersCardView) {
  if (!changes(view)) return [];
  const { title = "", link = "" } = view.entered ?? {};
  const decisions = view.decisions.map((one) => ({ title: one.title, value: one.id }));
  return [
    { ...paragraph(words.add), weight: "Bolder" as const, separator: true },
    field("link", words.link, {
      placeholder: words.linkExample,
      maxLength: PAPER_LIMITS.link,
      ...(link === "" ? {} : { value: link }),
    }),
    field("title", words.label, { maxLength: PAPER_LIMITS.title, ...(title === "" ? {} : { value: title }) }),
    ...(decisions.length === 0
      ? []
      : [choice("decision", words.choose, decisions, { placeholder: words.chooseHint })]),
  ];
}

function actionsOf(view: PapersCardView) {
  const meeting = view.meeting.id;
  const data = { meeting, actionId: view.actionId };
  return [
    ...(changes(view) ? [button(words.addLink, "attachment.link", data)] : []),
    ...(changes(view) && view.decisions.length > 0
      ? [button(words.addDecision, "attachment.decision", data)]
      : []),
    exit(words.back, "meeting.show", { meeting }),
  ];
}

export function papersCard(view: PapersCardView): Card {
  const { meeting, papers, problem } = view;
  const title = words.title(meeting.startsAt);
  const spoken = [problem, title, paperLine(papers) ?? words.none].filter((one) => one !== undefined);
  return cardOf(
    spoken.join(". "),
    [
      heading(title),
      ...(problem === undefined ? [] : [warning(problem)]),
      ...(papers.length === 0 ? [paragraph(words.none)] : []),
      ...papers.map((paper, at) => entryOf(paper, at + 1, view)),
      ...formOf(view),
    ],
    actionsOf(view),
  );
}
