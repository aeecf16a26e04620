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
import { factsOf, linksOf, messageLink } from "./facts.cards.ts";
import type { Assumed } from "./form.data.ts";
import { messageTexts } from "./message/texts.ts";
import { confirm, kinds, notice, search, stages } from "./texts.ts";

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

const seen = ({ id, revision }: Exchange) => ({ id, revision });

export type Confirmed = "recorded" | "changed" | "restored";

/** Names what nobody has said. */
function assumptions({ stage, product }: Exchange, assumed: Assumed): Elements {
  const first = assumed.includes("stage") ? [confirm.assumedStage(stages[stage])] : [];
  const second =
    product !== null && assumed.includes("product")
      ? [confirm.assumedProduct(plain(product), first.length === 0)]
      : [];
  const all = [...first, ...second];
  return all.length === 0 ? [] : [note(confirm.assumed(all))];
}

/** What has just been stored. The buttons work only for those who may change it. */
export function confirmCard(view: RecordView, what: Confirmed, assumed: Assumed = []): Card {
  const { exchange } = view;
  const undo = what === "recorded" ? [button(confirm.undo, "exchange.delete", seen(exchange))] : [];
  return cardOf(
    confirm[what](exchange.title),
    [
      heading(confirm[what](plain(exchange.title))),
      factsOf(view),
      paragraph(plain(excerpt(exchange.text, 300))),
      ...assumptions(exchange, assumed),
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
  /** What a press has just done. */
  readonly remark?: string;
};

/** The whole record. */
export function recordCard(view: RecordView, options: ShowOptions = {}): Card {
  const { exchange, mayEdit } = view;
  const { words, problem, remark, below = [], actions = [] } = options;
  const more = [
    ...(options.more ?? []),
    ...messageLink(exchange),
    ...(mayEdit ? [button(confirm.remove, "exchange.delete", seen(exchange))] : []),
  ];
  return cardOf(
    // A title alone may be too short to say anything.
    `${exchange.title}. ${lineOf(exchange, view.organisation)}`,
    [
      ...(problem ? [warning(problem)] : []),
      ...(remark ? [paragraph(plain(remark))] : []),
      heading(plain(exchange.title)),
      factsOf(view),
      paragraph(lines(exchange.text)),
      ...linksOf(exchange),
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

/**
 * Confirms a new record where it was made: for all who read along, so the buttons say no to those who may not.
 * `author`: name of who wrote the message it was made from, where one is known.
 */
export function noticeCard({ exchange, organisation }: RecordView, author: string | null = null): Card {
  const { id, source, recordedBy } = exchange;
  const object = source && source.author?.id !== recordedBy.id && (source.author || source.authorKey);
  return cardOf(
    notice.title(exchange.title),
    [
      heading(notice.title(plain(exchange.title))),
      note(plain(lineOf(exchange, organisation))),
      paragraph(plain(excerpt(exchange.text))),
      ...(object ? [note(plain(messageTexts.from(author, recordedBy.name)))] : []),
    ],
    [
      button(notice.show, "exchange.show", { id }),
      button(confirm.edit, "exchange.edit", { id }),
      button(confirm.undo, "exchange.delete", seen(exchange)),
      ...(object ? [button(messageTexts.object, "exchange.object", { id })] : []),
    ],
  );
}

/** Kind, organisation, stage and date in one line. */
export const lineOf = (exchange: Exchange, organisation: string): string =>
  search.line(kinds[exchange.kind], organisation, stages[exchange.stage], germanDate(exchange.recordedAt));
