/** Cards about procuring together: the message, the list and one hint. */
import { germanDate } from "../../calendar/zones.ts";
import {
  type Action,
  button,
  cardOf,
  type Elements,
  field,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { excerpt } from "../cards.ts";
import { numbered } from "./beside.cards.ts";
import type { Bundle } from "./bundle.service.ts";
import { invitation, bundles as say } from "./bundle.texts.ts";
import { ENOUGH } from "./bundle.ts";

type Names = (key: string) => string;
/** A button on a phone of 360 px holds about so much beside its first word. */
const LONGEST_TITLE = 18;
const PAGE = 5;
const MOST_RECORDS = 3;

export const bundleNotice = ({ hint, standing }: Bundle): Card =>
  cardOf(
    say.noticeTitle(standing.name),
    [heading(say.noticeTitle(plain(standing.name))), paragraph(say.notice(standing.interested.length))],
    [
      button(
        say.show(excerpt(standing.name, LONGEST_TITLE)),
        "exchange.bundle",
        { subject: hint.subject },
        true,
      ),
    ],
  );

function itemOf({ hint, standing }: Bundle, title: string): Elements[number] {
  const { doneAt, raisedAt, subject } = hint;
  return {
    type: "Container",
    separator: true,
    items: [
      { ...paragraph(plain(standing.name)), weight: "Bolder" },
      note(say.line(standing.interested.length, germanDate(raisedAt))),
      ...(doneAt === null ? [] : [note(say.doneOn(germanDate(doneAt)))]),
      { type: "ActionSet", actions: [button(title, "exchange.bundle", { subject })] },
    ],
  };
}

/** Open ones, then those that were dealt with; `from` is the position of the first shown. */
export function bundlesCard(all: readonly Bundle[], from: number): Card {
  const shown = all.slice(from, from + PAGE);
  const titles = numbered(shown.map(({ standing }) => excerpt(standing.name, LONGEST_TITLE))).map(say.show);
  const items = shown.map((one, at) => ({ one, item: itemOf(one, titles[at] ?? "") }));
  const done = items.filter(({ one }) => one.hint.doneAt !== null).map(({ item }) => item);
  const open = items.filter(({ one }) => one.hint.doneAt === null).map(({ item }) => item);
  const later = all.length - from - shown.length;
  const turn = (title: string, at: number) => button(title, "exchange.bundles", { from: at });
  return cardOf(
    say.title,
    [
      heading(say.title),
      paragraph(all.length > 0 ? say.what : say.none),
      ...open,
      ...(done.length > 0 ? [heading(say.done)] : []),
      ...done,
      ...(later > 0 ? [note(say.further(later))] : []),
    ],
    [
      ...(later > 0 ? [turn(say.older, from + PAGE)] : []),
      ...(from > 0 ? [turn(say.newer, Math.max(0, from - PAGE))] : []),
    ],
  );
}

function factsOf({ standing }: Bundle, nameOf: Names): Elements[number] {
  const { interested, notCounted, uses, offers } = standing;
  const names = (keys: readonly string[]) => (keys.length > 0 ? keys.map(nameOf).join(", ") : say.nobody);
  const rows: readonly (readonly [string, string])[] = [
    [`${say.interested} (${interested.length})`, names(interested.map(({ organisation }) => organisation))],
    ...(notCounted.length > 0 ? [[say.notCounted, names(notCounted)] as const] : []),
    [say.uses, names(uses)],
    [say.offers, names(offers)],
  ];
  return { type: "FactSet", facts: rows.map(([title, value]) => ({ title, value: plain(value) })) };
}

function recordButtons({ standing }: Bundle): readonly Action[] {
  const some = standing.records.slice(0, MOST_RECORDS);
  const titles = numbered(some.map(({ title }) => excerpt(title, LONGEST_TITLE)));
  return some.map(({ id }, at) => button(say.record(titles[at] ?? ""), "exchange.show", { id }));
}

/** One hint, with a text to be copied into an invitation. */
export function bundleCard(bundle: Bundle, nameOf: Names, isNowDone = false): Card {
  const { hint, standing } = bundle;
  const { name, interested, uses, offers, restricted } = standing;
  const { subject, doneAt, raisedAt } = hint;
  const names = (keys: readonly string[]) => keys.map(nameOf);
  const text = invitation({
    name,
    interested: names(interested.map(({ organisation }) => organisation)),
    uses: names(uses),
    offers: names(offers),
  });
  return cardOf(
    say.detailTitle(name),
    [
      ...(isNowDone ? [paragraph(`${say.doneNow} ${say.again}`)] : []),
      heading(say.detailTitle(plain(name))),
      ...(doneAt === null ? [] : [note(say.doneOn(germanDate(doneAt)))]),
      ...(interested.length < ENOUGH ? [warning(say.fewer)] : []),
      factsOf(bundle, nameOf),
      ...(restricted ? [warning(say.restricted)] : []),
      field("invitation", say.copy, { isMultiline: true, value: text }),
    ],
    [
      ...(doneAt === null ? [button(say.markDone, "exchange.bundle.done", { subject, raisedAt }, true)] : []),
      button(say.list, "exchange.bundles", { from: 0 }),
      ...recordButtons(bundle),
    ],
  );
}
