/** The text of a message that Teams gives as HTML. Pure; what it makes is text for any field, never markup. */
import { plain } from "./typed-text.ts";

const NAMED: Readonly<Record<string, string>> = {
  ...{ nbsp: " ", lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" },
  ...{ auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä", Ouml: "Ö", Uuml: "Ü", szlig: "ß" },
  ...{ ndash: "–", mdash: "—", bdquo: "„", ldquo: "“", rdquo: "”", hellip: "…", euro: "€", shy: "" },
};

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;

function decoded(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    const isSign = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    return isSign ? String.fromCodePoint(point) : "";
  });
}

/** Tags and what stands between them; an angle bracket that opens no tag is text. No way back, so linear. */
const PIECES = /<(\/?)([a-z][\w-]*)([^<>]*)>|<!--[^<>]*>|<|[^<]+/gi;
const BREAKS = new Set(["br", "p", "div", "li", "tr", "blockquote", "ul", "ol", "table", "hr", "pre"]);
for (let level = 1; level <= 6; level++) BREAKS.add(`h${level}`);
/** What stands inside is no text for people. */
const SILENT = new Set(["script", "style", "head", "title"]);
/** Pictures that stand for a sign. */
const EMOJI = new Set(["emoji", "img"]);
const ALT = /\balt="([^"<>]{1,12})"/i;

/** What a tag says by itself. */
function tagText(name: string, closes: boolean, attributes: string): string {
  if (name === "li" && !closes) return "\n- ";
  if (name === "td" || name === "th") return " ";
  if (BREAKS.has(name)) return "\n";
  return EMOJI.has(name) ? decoded(ALT.exec(attributes)?.[1] ?? "") : "";
}

/** All pieces one after the other; what is inside of a silent tag is left out. */
function* spoken(html: string): Generator<string> {
  let silent: string | undefined;
  for (const [piece, slash, tag, attributes] of html.matchAll(PIECES)) {
    const name = tag?.toLowerCase();
    const closes = slash === "/";
    if (silent === undefined && name && SILENT.has(name) && !closes) silent = name;
    else if (silent !== undefined) silent = name === silent && closes ? undefined : silent;
    else if (name) yield tagText(name, closes, attributes ?? "");
    else if (!piece.startsWith("<!--")) yield decoded(piece);
  }
}

/** Paragraphs and list items in lines of their own; mentions and quotes as their words; pictures and scripts gone. */
export const htmlText = (html: string): string =>
  plain([...spoken(html)].join(""))
    .split("\n")
    .map((line) => line.replace(/[ \t]+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
