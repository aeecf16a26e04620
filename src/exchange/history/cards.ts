/** Cards of what was: the steps of a record, and the bin. */
import { germanDate, wallClockAt } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";
import {
  button,
  cardOf,
  type Elements,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { excerpt } from "../cards.ts";
import type { Exchange } from "../exchange.ts";
import { kinds, offers, stages } from "../texts.ts";
import type { Bin, BinEntry, History, Step } from "./service.ts";
import { bin as binTexts, history as texts } from "./texts.ts";
import { type Difference, differences, excerpts, KEPT_MS } from "./versions.ts";

/** So much of a changed text and of any other changed field is shown, in UTF-16 units. */
const TEXT = 100;
const FIELD = 60;
/** A button on a phone of 360 px holds about so much beside its first word. */
const BUTTON = 18;

export type Names = { readonly organisationName: (key: string) => string };

const momentOf = (at: Instant): string => texts.at(germanDate(at), wallClockAt(at).slice(11));
const said = (value: string | null): string => (value === null || value === "" ? texts.none : value);

/** One line of a value, as text. */
const shown = (value: string, most: number): string => plain(excerpt(value, most));

type Short = Exclude<Difference, { readonly field: "text" | "tags" | "links" }>;

/** Both values of a short field as people call them. */
function namedValues(one: Short, { organisationName }: Names): readonly [string, string] {
  switch (one.field) {
    case "kind":
      return [kinds[one.before], kinds[one.after]];
    case "stage":
      return [stages[one.before], stages[one.after]];
    case "offer":
      return [said(one.before && offers[one.before]), said(one.after && offers[one.after])];
    case "binding":
      return [texts.bindings[one.before], texts.bindings[one.after]];
    case "visibility":
      return [texts.visibilities[one.before], texts.visibilities[one.after]];
    case "organisation":
      return [organisationName(one.before), organisationName(one.after)];
    case "group":
      return [one.before?.name ?? texts.noGroup, one.after?.name ?? texts.noGroup];
    case "title":
    case "product":
      return [said(one.before), said(one.after)];
  }
}

/** Only what was taken away and what was added. */
function listLines(name: string, before: readonly string[], after: readonly string[]): readonly string[] {
  const gone = before.filter((one) => !after.includes(one)).join(", ");
  const added = after.filter((one) => !before.includes(one)).join(", ");
  if (gone === "" && added === "") return [texts.order(name)];
  return [
    ...(gone === "" ? [] : [texts.gone(name, shown(gone, TEXT))]),
    ...(added === "" ? [] : [texts.added(name, shown(added, TEXT))]),
  ];
}

function textLines(name: string, before: string, after: string): readonly string[] {
  const [was, is] = excerpts(before, after, TEXT);
  // One line each: that only lines were parted otherwise cannot be seen.
  return was === is
    ? [texts.spacing(name)]
    : [texts.before(name, plain(said(was))), texts.after(name, plain(said(is)))];
}

function linesOf(one: Difference, names: Names): readonly string[] {
  const name = texts.fields[one.field];
  if (one.field === "text") return textLines(name, one.before, one.after);
  if (one.field === "tags" || one.field === "links") return listLines(name, one.before, one.after);
  const [before, after] = namedValues(one, names);
  return [texts.changed(name, shown(before, FIELD), shown(after, FIELD))];
}

/** The lines below the head of a step. */
function contentOf({ closed, before, after }: Step, names: Names): readonly string[] {
  if (closed) return [texts.closed];
  if (before === null) return [plain(excerpt(after.title, TEXT))];
  const changed = differences(before, after).flatMap((one) => linesOf(one, names));
  return changed.length > 0 ? changed : [texts.nothing];
}

function stepOf(step: Step, { id, revision }: Exchange, names: Names): Elements[number] {
  const { act, at, by, after, revertible } = step;
  const data = { id, revision, to: after.revision };
  return {
    type: "Container",
    separator: true,
    items: [
      { ...paragraph(texts.act(act, momentOf(at), plain(by.name))), weight: "Bolder" },
      note(texts.version(after.revision)),
      ...contentOf(step, names).map((line) => paragraph(line)),
      ...(revertible
        ? [
            {
              type: "ActionSet" as const,
              actions: [button(texts.revert(after.revision), "exchange.revert", data)],
            },
          ]
        : []),
    ],
  };
}

/** Turns pages; `data` is sent with either button. */
const turning = (verb: string, data: Record<string, unknown>, page: number, pages: number) => [
  ...(page > 1 ? [button(texts.newer, verb, { ...data, page: page - 1 })] : []),
  ...(page < pages ? [button(texts.older, verb, { ...data, page: page + 1 })] : []),
];

/** Names as they were stored, one page of five. */
export function historyCard(view: History, names: Names, problem?: string): Card {
  const { exchange, steps, page, pages } = view;
  const { id } = exchange;
  return cardOf(
    texts.title(exchange.title),
    [
      ...(problem ? [warning(problem)] : []),
      heading(texts.title(plain(exchange.title))),
      ...steps.map((step) => stepOf(step, exchange, names)),
      ...(pages > 1 ? [note(texts.page(page, pages))] : []),
    ],
    [
      ...turning("exchange.history", { id }, page, pages),
      ...(exchange.deletedAt === null ? [button(texts.back, "exchange.show", { id })] : []),
    ],
  );
}

/** What has just been gone back to. */
export const revertedCard = ({ id, title }: Exchange): Card =>
  cardOf(
    texts.reverted(title),
    [heading(texts.reverted(plain(title))), paragraph(texts.revertedHint)],
    [button(texts.back, "exchange.show", { id }), button(texts.show, "exchange.history", { id })],
  );

function binItems(entry: BinEntry, title: string, { organisationName }: Names): Elements[number] {
  const { exchange, deletedAt, deletedBy, objected, restorable } = entry;
  const { id, revision } = exchange;
  const by = objected ? null : (deletedBy?.name ?? null);
  const line = binTexts.line(organisationName(exchange.organisation), germanDate(deletedAt), by);
  return {
    type: "Container",
    separator: true,
    items: [
      { ...paragraph(plain(exchange.title)), weight: "Bolder" },
      note(plain(line)),
      ...(objected ? [note(binTexts.objected)] : []),
      ...(restorable
        ? [
            note(binTexts.until(germanDate(deletedAt + KEPT_MS))),
            { type: "ActionSet" as const, actions: [button(title, "exchange.restore", { id, revision })] },
          ]
        : []),
    ],
  };
}

export function binCard({ entries, page, pages, all }: Bin, names: Names): Card {
  const titles = differing(entries.map(({ exchange }) => excerpt(exchange.title, BUTTON)));
  return cardOf(
    entries.length === 0 ? `${binTexts.title}. ${binTexts.none}` : binTexts.title,
    [
      heading(binTexts.title),
      paragraph(entries.length === 0 ? binTexts.none : all ? binTexts.all : binTexts.own),
      note(binTexts.kept),
      ...entries.map((entry, at) => binItems(entry, binTexts.restore(titles[at] ?? ""), names)),
      ...(pages > 1 ? [note(binTexts.page(page, pages))] : []),
    ],
    turning("exchange.bin", {}, page, pages),
  );
}

/** A screen reader lists buttons without what stands around them: equal titles are numbered. */
const differing = (titles: readonly string[]): readonly string[] =>
  titles.map((title, at) => {
    const earlier = titles.slice(0, at).filter((one) => one === title).length;
    return earlier === 0 ? title : `${title} (${earlier + 1})`;
  });
