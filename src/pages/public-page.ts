/** Pages for everybody: one look, light and dark, and the way to the other ones. Pure. */
import { HTML, type PageFile } from "./answer.ts";
import { type Html, html } from "./html.ts";
import { publicPages } from "./texts.ts";

const STYLE =
  ":root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--link:#0b4a8f}@media(prefers-color-scheme:dark){:root{--ink:#f0f0f0;--paper:#16181c;--link:#9cc4ff}}body{font:1.125rem/1.55 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.25rem;line-height:1.3;margin-top:2rem}nav{margin-top:2.5rem;border-top:1px solid var(--ink)}a{color:var(--link)}a:focus-visible{outline:3px solid var(--link);outline-offset:2px}";

export type PublicPath = keyof typeof publicPages;

/** Links to the others, none to the page itself. Relative: the server may stand under a path of its own. */
const others = (own: PublicPath): Html => {
  const links = Object.entries(publicPages).filter(([path]) => path !== own);
  return html`<nav>\n<ul>\n${links.map(([path, title]) => html`<li><a href="${path.slice(1)}">${title}</a></li>\n`)}</ul>\n</nav>\n`;
};

/** One point is a paragraph, several are a list. */
export const said = (points: readonly string[]): Html =>
  points.length === 1
    ? html`<p>${points[0] ?? ""}</p>\n`
    : html`<ul>\n${points.map((one) => html`<li>${one}</li>\n`)}</ul>\n`;

export const section = (title: string, contents: Html): Html =>
  html`<section>\n<h2>${title}</h2>\n${contents}</section>\n`;

export const publicPage = (path: PublicPath, body: readonly Html[]): PageFile => ({
  contentType: HTML,
  styles: [STYLE],
  body: html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${publicPages[path]} – Forumsbote</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<h1>${publicPages[path]}</h1>
${body}</main>
${others(path)}</body>
</html>
`.markup,
});

/** At the end of pages behind links of their own (`/seiten/…`): how everybody can use them, and whom to tell where that fails. */
export const statementLink: Html = html`<footer class="screen"><p><a href="../barrierefreiheit">${publicPages["/barrierefreiheit"]}</a></p></footer>\n`;
