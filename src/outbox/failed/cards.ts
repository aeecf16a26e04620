/** Cards about messages that did not arrive. */
import { button, cardOf, heading, note, paragraph, plain } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import type { FailedGroup } from "./failed.ts";
import type { Retried } from "./service.ts";
import { texts } from "./texts.ts";

/** With the two for turning pages a card has at most six buttons, as many as Teams shows. */
const PER_PAGE = 4;

const pagesOf = (groups: readonly FailedGroup[]): number => Math.max(1, Math.ceil(groups.length / PER_PAGE));

function groupLines({ to, cause, items, retriable }: FailedGroup, number: number) {
  const last = items[0]?.at ?? 0;
  const late = items.length - retriable;
  const lateLine = retriable === 0 ? texts.allLate : texts.tooLate(late);
  return [
    { ...paragraph(texts.entry(number, plain(texts.name(to)))), weight: "Bolder" as const, separator: true },
    paragraph(texts.cause(cause, to)),
    paragraph(`${texts.count(items.length, last)} ${texts.topics(items.map(({ kind }) => kind))}`),
    ...(to.reachable && retriable > 0 ? [paragraph(texts.reachable)] : []),
    ...(late > 0 ? [note(lateLine)] : []),
  ];
}

/** One page of the list, counted from 1; a page that is not there any more is the last one. */
export function failedCard(groups: readonly FailedGroup[], asked: number, actionId: string): Card {
  const all = groups.reduce((sum, { items }) => sum + items.length, 0);
  const pages = pagesOf(groups);
  const page = Math.min(Math.max(asked, 1), pages);
  const begin = (page - 1) * PER_PAGE;
  const shown = groups.slice(begin, begin + PER_PAGE).map((group, at) => ({ group, number: begin + at + 1 }));
  const said = all === 0 ? texts.none : texts.sum(all, groups.length);
  const retries = shown.flatMap(({ group: { to, cause, retriable }, number }) =>
    retriable > 0 ? [button(texts.retry(number), "delivery.retry", { actionId, to: to.id, cause })] : [],
  );
  return cardOf(
    `${texts.title}. ${said}`,
    [
      heading(texts.title),
      paragraph(said),
      ...shown.flatMap(({ group, number }) => groupLines(group, number)),
      ...(pages > 1 ? [note(texts.page(page, pages))] : []),
    ],
    [
      ...retries,
      ...(page > 1 ? [button(texts.earlier, "delivery.show", { page: page - 1 })] : []),
      ...(page < pages ? [button(texts.later, "delivery.show", { page: page + 1 })] : []),
    ],
  );
}

/** What a retry is answered with. */
export function retriedCard({ retried, late }: Retried): Card {
  const said = texts.retried(retried);
  return cardOf(
    said,
    [heading(texts.title), paragraph(said), ...(late > 0 ? [paragraph(texts.notRetried(late))] : [])],
    [button(texts.back, "delivery.show", { page: 1 })],
  );
}

/** That somebody is out of reach; who it is, the list says. */
export const newsCard = (count: number): Card =>
  cardOf(
    `${texts.newsTitle}. ${texts.news(count)}`,
    [heading(texts.newsTitle), paragraph(texts.news(count))],
    [button(texts.show, "delivery.show", { page: 1 }, true)],
  );
