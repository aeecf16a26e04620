/** Cards that show one record. */
import { germanDate } from "../calendar/zones.ts";
import {
  type Action,
  button,
  cardOf,
  type Elements,
  folded,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { cut } from "./draft.ts";
import type { Exchange } from "./exchange.ts";
import { confirm, facts, kinds, notice, offers, search, stages } from "./texts.ts";

const EXCERPT = 160;

/** The beginning of a text in one line, cut at a word. */
export function excerpt(text: string, most = EXCERPT): string {
  const line = text.replace(/\s+/g, " ");
  if (line.length <= most) return line;
  const start = cut(line, most);
  const space = start.lastIndexOf(" ");
  return `${space > most / 2 ? start.slice(0, space) : start} …`;
}

/** A line break alone is lost in a card's text; an empty line is kept. */
const lines = (text: string): string => plain(text).replace(/\n+/g, "\n\n");

export type RecordView = {
  readonly exchange: Exchange;
  readonly organisation: string;
  readonly mayEdit: boolean;
};

function factsOf({ exchange, organisation }: RecordView) {
  const { product, offer } = exchange;
  const rows = [
    [facts.kind, kinds[exchange.kind]],
    [facts.stage, stages[exchange.stage]],
    [facts.organisation, organisation],
    [facts.group, exchange.group?.name ?? facts.noGroup],
    ...(product ? [[facts.product, product] as const] : []),
    ...(offer ? [[facts.offer, offers[offer]] as const] : []),
    [facts.recorded, facts.by(germanDate(exchange.recordedAt), exchange.recordedBy.name)],
  ] as const;
  return {
    type: "FactSet" as const,
    facts: rows.map(([title, value]) => ({ title: title, value: plain(value) })),
  };
}

const seen = ({ id, revision }: Exchange) => ({ id, revision });

export type Confirmed = "recorded" | "changed" | "restored";

/**
 * What has just been stored. The buttons work only for those who may change it. `assumed`: nobody has
 * said the stage.
 */
export function confirmCard(view: RecordView, what: Confirmed, assumed = false): Card {
  const { exchange } = view;
  const undo = what === "recorded" ? [button(confirm.undo, "exchange.delete", seen(exchange))] : [];
  return cardOf(
    confirm[what](exchange.title),
    [
      heading(confirm[what](plain(exchange.title))),
      factsOf(view),
      paragraph(plain(excerpt(exchange.text, 300))),
      ...(assumed ? [note(confirm.assumed(stages[exchange.stage]))] : []),
    ],
    [button(confirm.edit, "exchange.edit", { id: exchange.id }), ...undo],
  );
}

export const deletedCard = ({ exchange }: RecordView): Card =>
  cardOf(
    confirm.deleted(exchange.title),
    [heading(confirm.deleted(plain(exchange.title))), paragraph(confirm.deletedHint)],
    [button(confirm.restore, "exchange.restore", seen(exchange))],
  );

/** What others have said about a record and what can be done with it, beside reading and editing. */
export type Beside = {
  /** Shown below the text. */
  readonly below?: Elements;
  /** Buttons that are always seen: three at most. */
  readonly actions?: readonly Action[];
  /** Rarer ones, behind one button. */
  readonly more?: readonly Action[];
};

export type ShowOptions = Beside & {
  /** The search that the person came from. */
  readonly words?: string;
  readonly problem?: string;
};

/** The whole record. */
export function recordCard(view: RecordView, options: ShowOptions = {}): Card {
  const { exchange, mayEdit } = view;
  const { words, problem, below = [], actions = [] } = options;
  const more = [
    ...(options.more ?? []),
    ...(mayEdit ? [button(confirm.remove, "exchange.delete", seen(exchange))] : []),
  ];
  return cardOf(
    exchange.title,
    [
      ...(problem ? [warning(problem)] : []),
      heading(plain(exchange.title)),
      factsOf(view),
      paragraph(lines(exchange.text)),
      ...below,
    ],
    [
      ...(words === undefined ? [] : [button(search.back, "exchange.find", { words })]),
      ...actions,
      ...(mayEdit ? [button(confirm.edit, "exchange.edit", { id: exchange.id })] : []),
      ...(more.length > 0 ? [folded(confirm.more, more)] : []),
    ],
  );
}

/** What the place of a form is told about a new record. */
export const noticeCard = ({ exchange, organisation }: RecordView): Card =>
  cardOf(
    notice.title(exchange.title),
    [
      heading(notice.title(plain(exchange.title))),
      note(plain(lineOf(exchange, organisation))),
      paragraph(plain(excerpt(exchange.text))),
    ],
    [button(notice.show, "exchange.show", { id: exchange.id })],
  );

/** Kind, organisation, stage and date in one line. */
export const lineOf = (exchange: Exchange, organisation: string): string =>
  search.line(kinds[exchange.kind], organisation, stages[exchange.stage], germanDate(exchange.recordedAt));
