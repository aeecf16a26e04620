/** Markup for pages. What is put into a template is text unless it was made by one. */

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
