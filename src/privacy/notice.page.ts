/** The privacy notice and the terms of use as pages for everybody. Pure. */
import { HTML, type PageFile } from "../pages/answer.ts";
import { type Html, html } from "../pages/html.ts";
import { pageTexts, sectionTitles, terms, texts } from "./notice.texts.ts";
import { germanCalendarDate, type PrivacyNotice, paragraphsOf, SECTIONS } from "./notice.ts";

const STYLE =
  ":root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--link:#0b4a8f}@media(prefers-color-scheme:dark){:root{--ink:#f0f0f0;--paper:#16181c;--link:#9cc4ff}}body{font:1.125rem/1.55 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.25rem;line-height:1.3;margin-top:2rem}a{color:var(--link)}a:focus-visible{outline:3px solid var(--link);outline-offset:2px}";

const pageOf = (title: string, body: readonly Html[]): PageFile => ({
  contentType: HTML,
  styles: [STYLE],
  body: html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Forumsbote</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}</main>
</body>
</html>
`.markup,
});

/** One point is a paragraph, several are a list. */
const said = (points: readonly string[]): Html =>
  points.length === 1
    ? html`<p>${points[0] ?? ""}</p>\n`
    : html`<ul>\n${points.map((one) => html`<li>${one}</li>\n`)}</ul>\n`;

const section = (title: string, contents: Html): Html =>
  html`<section>\n<h2>${title}</h2>\n${contents}</section>\n`;

const controllerOf = ({ controller: { name, address, contact } }: PrivacyNotice): Html =>
  html`<p>${name}<br>${address}<br>${contact}</p>\n`;

export const noticePage = (notice: PrivacyNotice): PageFile =>
  pageOf(texts.fullTitle, [
    html`<p>${texts.version(notice.version, germanCalendarDate(notice.validFrom))}</p>\n`,
    section(pageTexts.short, html`${paragraphsOf(notice.short).map((one) => html`<p>${one}</p>\n`)}`),
    section(texts.controller, controllerOf(notice)),
    ...SECTIONS.map((one) => section(sectionTitles[one], said(notice.sections[one]))),
    html`<p><a href="/nutzung">${pageTexts.terms}</a></p>\n`,
  ]);

export const termsPage = (notice: PrivacyNotice): PageFile =>
  pageOf(pageTexts.terms, [
    ...(notice.terms ? [said(notice.terms)] : terms.map(({ title, points }) => section(title, said(points)))),
    section(pageTexts.provider, controllerOf(notice)),
    html`<p><a href="/datenschutz">${texts.fullTitle}</a></p>\n`,
  ]);
