/** What a person typed, without what the platform put around it. Pure. */

/** One mention in a message: who is meant, and the marked words in the text. */
export type Mention = { readonly id: string; readonly text: string };

const ENTITIES: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** Control characters except tab and line feed. PostgreSQL takes no text with a NUL in it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Text as it may be stored: composed (NFC), one kind of line end, no control characters. */
export const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(CONTROL, "")
    .replace(/\u00a0/g, " ")
    .normalize("NFC");

/**
 * The typed words: mentions of the bot removed, mentions of others reduced to their names, the five
 * entities Teams writes decoded, trimmed.
 */
export function typedText(raw: string, mentions: readonly Mention[], botId: string): string {
  const ofBot = mentions.filter((mention) => mention.id === botId && mention.text !== "");
  const withoutBot = ofBot.reduce((text, mention) => text.replaceAll(mention.text, " "), raw);
  const withoutMarks = withoutBot.replace(/<\/?at(?:\s[^<>]*)?>/gi, "");
  const decoded = withoutMarks.replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (found) => ENTITIES[found] ?? found);
  return plain(decoded).trim();
}

const MAX_DEPTH = 12;

/** Action data with every text made plain; what is nested deeper than any form of ours is dropped. */
export function plainData(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return plain(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((item) => plainData(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainData(item, depth + 1)]));
}
