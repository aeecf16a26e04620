/** The overview as a page: who uses what as a table, activity as bars with words. Pure. */
import { germanDate } from "../../calendar/zones.ts";
import { type Html, html } from "../../pages/html.ts";
import { statementLink } from "../../pages/public-page.ts";
import type { Instant } from "../../system/clock.ts";
import { KINDS } from "../exchange.ts";
import { stages } from "../texts.ts";
import { type Activity, type QuarterActivity, share } from "./activity.ts";
import type { NameOf } from "./export-row.ts";
import { links as linkWords, activity as said, usage, page as words } from "./overview.texts.ts";
import { STYLE } from "./page.style.ts";
import type { ProductUse } from "./usage.ts";

export type PageView = {
  readonly products: readonly ProductUse[];
  readonly activity: Activity;
  readonly now: Instant;
  readonly label: NameOf;
};
export type FileLinks = Readonly<Record<"csv" | "markdown" | "json", string>>;

/** A table in a frame of its own that scrolls sideways, also with the keyboard. */
const scrolling = (name: string, table: Html): Html =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${usage.tableLabel(name)}">\n${table}</div>\n`;

function usageTable(products: readonly ProductUse[], label: NameOf): Html {
  const keys = [...new Set(products.flatMap(({ uses }) => uses.map(({ organisation }) => organisation)))];
  const organisations = keys.map((key) => ({ key, name: label(key) }));
  organisations.sort((a, b) => a.name.localeCompare(b.name, "de"));
  const row = ({ name, uses }: ProductUse) => {
    const stageOf = new Map(uses.map(({ organisation, stage }) => [organisation, stages[stage]]));
    const cells = organisations.map(({ key }) => html`<td>${stageOf.get(key) ?? usage.dash}</td>`);
    return html`<tr><th scope="row">${name}</th>${cells}</tr>\n`;
  };
  return scrolling(
    usage.title,
    html`<table>
<caption>${usage.title}</caption>
<thead><tr><th scope="col">${usage.product}</th>${organisations.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${products.map(row)}</tbody>
</table>
`,
  );
}

/** In words, so that nothing hangs on the length or colour of a bar. */
export function quarterLine({ quarter, records, kinds, experiences }: QuarterActivity): string {
  const each = KINDS.filter((kind) => kinds[kind] > 0).map((kind) => said.kinds[kind](kinds[kind]));
  const detail = each.length === 0 ? "" : ` (${each.join(", ")})`;
  const more = experiences === 0 ? "" : `, ${said.experiences(experiences)}`;
  return `${said.quarter(quarter)}: ${said.records(records)}${detail}${more}`;
}

const WIDTH = 320;
const ROW = 44;
const BAR = 16;

/** The lines beside say the same, so the picture needs no second reading. */
function bars({ quarters }: Activity): Html {
  const most = Math.max(1, ...quarters.map(({ records }) => records));
  const bar = (
    one: QuarterActivity,
    at: number,
  ) => html`<text x="0" y="${at * ROW + 14}">${said.quarter(one.quarter)}: ${one.records}</text>
<rect class="frame" x="1" y="${at * ROW + 20}" width="${WIDTH - 2}" height="${BAR}"/>
<rect class="bar" x="1" y="${at * ROW + 20}" width="${share(one.records, most, WIDTH - 2)}" height="${BAR}"/>
`;
  const height = quarters.length * ROW;
  return html`<svg class="bars" aria-hidden="true" viewBox="-2 0 ${WIDTH + 4} ${height}" xmlns="http://www.w3.org/2000/svg">
${quarters.map(bar)}</svg>
`;
}

const groupTable = ({ groups }: Activity): Html =>
  scrolling(
    said.groups,
    html`<table>
<caption>${said.groups}</caption>
<thead><tr><th scope="col">${said.group}</th><th scope="col">${said.recordsHead}</th><th scope="col">${said.experiencesHead}</th></tr></thead>
<tbody>
${groups.map((one) => html`<tr><th scope="row">${one.group ?? said.noGroup}</th><td>${one.records}</td><td>${one.experiences}</td></tr>\n`)}</tbody>
</table>
`,
  );

const activityPart = (activity: Activity): readonly Html[] =>
  activity.groups.length === 0
    ? [html`<p>${said.none}</p>\n`]
    : [
        html`<p>${said.about}</p>\n`,
        bars(activity),
        html`<ul>\n${activity.quarters.map((one) => html`<li>${quarterLine(one)}</li>\n`)}</ul>\n`,
        groupTable(activity),
      ];

/** One whole document. Its only style is `STYLE`; it has no script and loads nothing. */
export function overviewPage({ products, activity, now, label }: PageView, files: FileLinks): string {
  const file = (url: string, name: string) => html`<li><a href="${url}" download>${name}</a></li>\n`;
  return html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.madeAt(germanDate(now))} ${words.scope}</p>
<section>
<h2>${usage.title}</h2>
${products.length === 0 ? html`<p>${usage.none}</p>\n` : [html`<p>${usage.about}</p>\n`, usageTable(products, label)]}</section>
<section>
<h2>${said.title}</h2>
${activityPart(activity)}</section>
<section>
<h2>${words.files}</h2>
<p>${linkWords.fileAbout}</p>
<ul>
${file(files.csv, linkWords.csv)}${file(files.markdown, linkWords.markdown)}${file(files.json, linkWords.json)}</ul>
</section>
</main>
${statementLink}</body>
</html>
`.markup;
}
