/**
 * A page of ours as plain text: for braille, for very large type, for whoever keeps it as a file. Made from the page
 * itself, so that both always say the same. Pure.
 */

const NAMED: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** Pictures stand beside tables that say the same; links of the page lead nowhere from a file. */
const LEFT_OUT = [
  /<head>[\s\S]*?<\/head>/g,
  /<footer[\s\S]*?<\/footer>/g,
  /<svg[\s\S]*?<\/svg>/g,
  /<div class="screen">[\s\S]*?<\/div>/g,
  /<thead>[\s\S]*?<\/thead>/g,
];

const words = (markup: string): string =>
  markup
    .replace(/<br>/g, ", ")
    .replace(/<[^>]+>/g, "")
    .replace(/\s+/g, " ")
    .trim();

const ROW = /<tr><th scope="row">([\s\S]*?)<\/th><td>([\s\S]*?)<\/td><\/tr>/g;
const FACT = /<dt>([\s\S]*?)<\/dt><dd>([\s\S]*?)<\/dd>/g;
const HEADING = /<h[1-6]>([\s\S]*?)<\/h[1-6]>/g;
const ITEM = /<li>([\s\S]*?)<\/li>/g;
const PARAGRAPH = /<(?:p|caption)(?: class="[a-z]+")?>([\s\S]*?)<\/(?:p|caption)>/g;

const pair = (_: string, name: string, value: string): string => words(`${name}: ${value}`);

/**
 * Headings stand between empty lines, a row of a table or list on a line of its own: its head, a colon, its value.
 * Only for documents made by `html`, whose elements close and do not hold each other.
 */
export function plainTextOf(markup: string): string {
  const bare = LEFT_OUT.reduce((text, pattern) => text.replace(pattern, ""), markup);
  const lines = bare
    .replace(HEADING, (_, text: string) => `\n\n${words(text)}\n\n`)
    .replace(ROW, pair)
    .replace(FACT, pair)
    .replace(ITEM, (_, text: string) => words(`- ${text}`))
    .replace(PARAGRAPH, (_, text: string) => `\n${words(text)}\n\n`)
    .replace(/<[^>]+>/g, "")
    .split("\n");
  const text = lines.map((one) => one.trim()).join("\n");
  // Last, so that nothing that people wrote becomes markup on the way.
  return `${text
    .replace(/\n{3,}/g, "\n\n")
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (sign) => NAMED[sign] ?? sign)
    .trim()}\n`;
}
