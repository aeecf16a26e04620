/** The votes as a picture: bars with names and numbers in text, readable without colour and when printed. */
import { type Html, html } from "../../pages/html.ts";
import { votes as words } from "./minutes.round.texts.ts";

export type Bar = { readonly name: string; readonly count: number };

/** Size in user units; the page scales it to the width there is. */
const WIDTH = 320;
const ROW = 44;
const BAR_TOP = 20;
const BAR = 16;
const LONGEST = 36;
const TOP = 20;

/** The table above has the whole name. */
const short = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);

function barOf({ name, count }: Bar, at: number, most: number): Html {
  const top = TOP + at * ROW;
  const width = Math.round((count / most) * (WIDTH - 2));
  return html`<text x="0" y="${top + BAR_TOP - 6}">${words.bar(short(name), count)}</text>
<rect x="1" y="${top + BAR_TOP}" width="${WIDTH - 2}" height="${BAR}" class="frame"/>
<rect x="1" y="${top + BAR_TOP}" width="${width}" height="${BAR}" class="bar"/>
`;
}

/** `needed` draws a dashed line where a majority begins; null for none. */
export function barPicture(bars: readonly Bar[], needed: number | null): Html {
  // The whole box is everybody who took part, as on the card in the chat.
  const most = Math.max(
    1,
    needed ?? 0,
    bars.reduce((sum, { count }) => sum + count, 0),
  );
  const height = TOP + bars.length * ROW;
  const x = needed === null ? 0 : 1 + Math.round((needed / most) * (WIDTH - 2));
  const spoken = bars.map(({ name, count }) => words.bar(name, count)).join(", ");
  const line =
    needed === null
      ? null
      : html`<line x1="${x}" x2="${x}" y1="${TOP - 4}" y2="${height}" class="needed"/>
<text x="${x}" y="12" text-anchor="${x > WIDTH / 2 ? "end" : "start"}">${words.line(needed)}</text>
`;
  return html`<svg class="bars" role="img" viewBox="-2 0 ${WIDTH + 4} ${height + 2}" xmlns="http://www.w3.org/2000/svg">
<title>${words.picture}: ${spoken}${needed === null ? "" : `, ${words.line(needed)}`}</title>
${bars.map((bar, at) => barOf(bar, at, most))}${line}</svg>
`;
}
