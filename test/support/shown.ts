/** What a card makes of its texts when a client draws their Markdown: to show that people's words stay words. */
import MarkdownIt from "markdown-it";
import { actionsOf } from "./card.ts";

/** More than any client does: with tables, strikethrough and HTML. */
const parser = new MarkdownIt({ html: true, linkify: false });

/** HTML that a client could make of a text. */
export const drawn = (text: string): string => parser.render(text);

const NAMED: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' };

/** The words in HTML, white space as one. */
export const wordsIn = (html: string): string =>
  html
    .replace(/<\/?(?:p|br)>/g, " ")
    .replace(/&(?:lt|gt|amp|quot);/g, (entity) => NAMED[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();

type Node = { readonly [key: string]: unknown };

/** Every text of a card that a client reads as Markdown. */
export function markdownOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(markdownOf);
  if (typeof node !== "object" || node === null) return [];
  const { type, text, data: _, ...rest } = node as Node;
  const own = type === "TextBlock" || type === "TextRun" ? [text] : [];
  const facts =
    type === "FactSet" ? (rest.facts as Node[]).flatMap(({ title, value }) => [title, value]) : [];
  return [...own, ...facts.map(String), ...Object.values(rest).flatMap(markdownOf)].map(String);
}

const LINK = /<a href="([^"]*)">([^<]*)<\/a>/g;

/**
 * What in a card is more than words: elements that its Markdown makes, mentions, signs nobody sees. Empty when all is
 * well. `own` are elements the card itself makes; a link to the https address that it shows is none.
 */
export function markupIn(card: object, own: readonly string[] = []): readonly string[] {
  const found = markdownOf(card).flatMap((text) => {
    const html = drawn(text).replace(LINK, (whole, target: string, label: string) => {
      const host = (address: string) => new URL(address.replaceAll("&amp;", "&")).host;
      const honest = target.startsWith("https://") && host(target) === host(label);
      return honest ? label : whole;
    });
    const allowed = new RegExp(`</?(?:${["p", "br", ...own].join("|")})>`, "g");
    return /<[^>]*>/.test(html.replace(allowed, "")) ? [html] : [];
  });
  const json = JSON.stringify(card);
  const insecure = [...json.matchAll(/"url":"([^"]*)"/g)].flatMap(([, url = ""]) =>
    url.startsWith("https://") ? [] : [url],
  );
  const titles = actionsOf(card).map(({ title }) => title);
  const unseen = [...markdownOf(card), ...titles].filter((text) =>
    /[\u200b\u200e\u202a-\u202e\u2066-\u2069]/.test(text),
  );
  return [...found, ...unseen, ...insecure, ...(/"entities"|"mentioned"/.test(json) ? ["a mention"] : [])];
}
