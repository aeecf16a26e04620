/** What a record is, line by line, and where it leads. */
import { germanDate } from "../calendar/zones.ts";
import { type Action, type Elements, linked, paragraph, plain } from "../turn/elements.ts";
import type { RecordView } from "./cards.ts";
import type { Exchange } from "./exchange.ts";
import { messageTexts } from "./message/texts.ts";
import { bindings, facts, kinds, offers, stages, visibilities } from "./texts.ts";

/** Who said it when, for a record that was made from a message. */
function saidIn({ source }: Exchange): string {
  if (!source) return "";
  return facts.saidBy(source.at === null ? null : germanDate(source.at), source.author?.name ?? null);
}

/** What is only shown where it is not as usual. */
function furtherFacts(exchange: Exchange): readonly (readonly [string, string])[] {
  const { binding, visibility, tags } = exchange;
  const rows = [
    [facts.binding, binding === "decided" ? bindings.decided : ""],
    [facts.readers, visibility === "group" ? visibilities.group : ""],
    [facts.tags, tags.join(", ")],
    [facts.said, saidIn(exchange)],
  ] as const;
  return rows.filter(([, value]) => value !== "");
}

/** Each shown as its whole address, one a line, so that nobody is led elsewhere than it says. */
export const linksOf = ({ links }: Exchange): Elements =>
  links.length === 0 ? [] : [paragraph(`${facts.links}:\n\n${links.map(linked).join("\n\n")}`)];

export const messageLink = ({ source }: Exchange): readonly Action[] =>
  source?.link?.startsWith("https://")
    ? [{ type: "Action.OpenUrl", title: messageTexts.open, url: source.link }]
    : [];

export function factsOf({ exchange, organisation }: RecordView) {
  const { product, offer } = exchange;
  const rows = [
    [facts.kind, kinds[exchange.kind]],
    [facts.stage, stages[exchange.stage]],
    [facts.organisation, organisation],
    [facts.group, exchange.group?.name ?? facts.noGroup],
    ...(product ? [[facts.product, product] as const] : []),
    ...(offer ? [[facts.offer, offers[offer]] as const] : []),
    ...furtherFacts(exchange),
    [facts.recorded, facts.by(germanDate(exchange.recordedAt), exchange.recordedBy.name)],
  ] as const;
  return {
    type: "FactSet" as const,
    facts: rows.map(([title, value]) => ({ title: title, value: plain(value) })),
  };
}
