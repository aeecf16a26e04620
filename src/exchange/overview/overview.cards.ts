/** Cards that show all records at once: lists, since a table does not fit on a phone. */
import { type Action, button, cardOf, heading, note, paragraph, plain } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { excerpt } from "../cards.ts";
import { stages } from "../texts.ts";
import { type Activity, type QuarterActivity, share } from "./activity.ts";
import type { NameOf } from "./export-row.ts";
import type { Links } from "./overview.service.ts";
import { links as linkWords, activity as said, usage as words } from "./overview.texts.ts";
import { quarterLine } from "./page.ts";
import { byStage, type ProductUse } from "./usage.ts";

/** Products of one card. */
export const PRODUCTS_SHOWN = 6;
/** Records of one product that can be opened from the card. */
const MOST_RECORDS = 4;
/** A button on a phone holds about so much. */
const LONGEST_TITLE = 24;

export type UsageView = {
  readonly products: readonly ProductUse[];
  /** What was asked for; empty for everything. */
  readonly wanted: string;
  readonly from: number;
  /** Links are given out in the personal chat only. */
  readonly personal: boolean;
  readonly label: NameOf;
};

const open = (title: string, url: string): Action => ({ type: "Action.OpenUrl", title, url });

const productLines = (product: ProductUse, label: NameOf) =>
  byStage(product).map(({ stage, uses }) => {
    const names = uses.map(({ organisation }) => label(organisation)).join(", ");
    return note(plain(words.line(stages[stage], names)));
  });

/** One product alone: the records in which it stands. */
function recordButtons({ uses }: ProductUse, label: NameOf): readonly Action[] {
  const once = new Map(uses.map((use) => [use.record, use]));
  return [...once.values()]
    .slice(0, MOST_RECORDS)
    .map(({ record, organisation }) =>
      button(words.show(excerpt(label(organisation), LONGEST_TITLE)), "exchange.show", { id: record }),
    );
}

export function usageCard({ products, wanted, from, personal, label }: UsageView): Card {
  const shown = products.slice(from, from + PRODUCTS_SHOWN);
  const sentence =
    products.length > 0
      ? words.shown(from + 1, from + shown.length, products.length)
      : wanted === ""
        ? words.none
        : words.nothing(wanted);
  const [only] = products;
  const page = (title: string, at: number) => button(title, "exchange.usage", { wanted, from: at });
  return cardOf(
    [words.title, sentence].join(". "),
    [
      heading(words.title),
      paragraph(plain(sentence)),
      ...shown.map((product) => ({
        type: "Container" as const,
        separator: true,
        items: [
          { ...paragraph(plain(product.name)), weight: "Bolder" as const },
          ...productLines(product, label),
        ],
      })),
      ...(shown.length > 0 ? [note(words.about)] : []),
    ],
    [
      ...(products.length === 1 && only ? recordButtons(only, label) : []),
      ...(from > 0 ? [page(words.before, Math.max(0, from - PRODUCTS_SHOWN))] : []),
      ...(from + shown.length < products.length ? [page(words.further, from + PRODUCTS_SHOWN)] : []),
      ...(personal && products.length > 0 ? [button(linkWords.asPage, "exchange.links")] : []),
    ],
  );
}

/** So many signs are the longest bar at 360 px. */
const LONGEST_BAR = 14;

const barOf = (one: QuarterActivity, most: number): string => {
  const long = share(one.records, most, LONGEST_BAR);
  return `${"█".repeat(long)}${"░".repeat(LONGEST_BAR - long)} ${one.records}`;
};

export function activityCard({ quarters, groups }: Activity, personal: boolean): Card {
  const most = Math.max(...quarters.map(({ records }) => records));
  const lines = groups.map(
    ({ group, records, experiences }) =>
      `${group ?? said.noGroup}: ${said.records(records)}${experiences === 0 ? "" : `, ${said.experiences(experiences)}`}`,
  );
  const chart = quarters.flatMap((one) => [
    { ...paragraph(barOf(one, most)), fontType: "Monospace" as const, spacing: "Small" as const },
    { ...note(plain(quarterLine(one))), spacing: "None" as const },
  ]);
  const empty = groups.length === 0;
  return cardOf(
    [said.title, ...(empty ? [said.none] : quarters.map(quarterLine))].join(". "),
    [
      heading(said.title),
      ...(empty ? [paragraph(said.none)] : [note(said.about), ...chart]),
      ...(empty ? [] : [{ ...paragraph(said.groups), weight: "Bolder" as const, separator: true }]),
      ...lines.map((line) => note(plain(line))),
    ],
    personal && !empty ? [button(linkWords.asPage, "exchange.links")] : [],
  );
}

/** The links to the page and the files; whoever has them can open them, so they can be taken back. */
export const linksCard = ({ page, csv, markdown, json }: Links, what: "page" | "files"): Card =>
  cardOf(
    what === "page" ? linkWords.pageTitle : linkWords.fileTitle,
    [
      heading(what === "page" ? linkWords.pageTitle : linkWords.fileTitle),
      paragraph(linkWords.about),
      ...(what === "files" ? [note(linkWords.fileAbout)] : []),
    ],
    [
      ...(what === "page"
        ? [open(linkWords.open, page)]
        : [open(linkWords.csv, csv), open(linkWords.markdown, markdown), open(linkWords.json, json)]),
      button(linkWords.revoke, "exchange.revokeLinks"),
    ],
  );
