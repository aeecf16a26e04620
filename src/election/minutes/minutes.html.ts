/** Small pieces of the page of the minutes. What is put into a template is text unless it was made by one. */

export type Html = { readonly markup: string };
type Part = string | number | null | Html | readonly Html[];

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? "");

function drawn(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(drawn).join("");
}

/** Everything that is put in is escaped, so that no name and no reason can become markup. */
export const html = (text: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: text.map((piece, at) => (at === 0 ? piece : drawn(parts[at - 1] ?? null) + piece)).join(""),
});

export const paragraph = (text: string): Html => html`<p>${text}</p>\n`;

export const section = (title: string, body: readonly Html[]): Html =>
  html`<section>\n<h2>${title}</h2>\n${body}</section>\n`;

export const part = (title: string, body: readonly Html[]): Html => html`<h3>${title}</h3>\n${body}`;

export const list = (items: readonly Html[]): Html =>
  html`<ul>\n${items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`;

export type Fact = readonly [name: string, value: string | Html];

/** Name and value; several values of one name stand one below the other. */
export const factList = (facts: readonly Fact[]): Html =>
  html`<dl>\n${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>\n`;

export type Row = readonly [name: string | number | Html, value: string | number | Html];

/** The first cell of a row names it. Two columns: more would break words apart on a phone. */
export const table = (caption: string, heads: readonly [string, string], rows: readonly Row[]): Html =>
  html`<table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>\n`)}</tbody>
</table>
`;

/** One below the other in a cell; empty ones are left out. */
export const lines = (texts: readonly string[]): Html =>
  html`${texts.filter((text) => text !== "").map((text, at) => (at === 0 ? html`${text}` : html`<br>${text}`))}`;
