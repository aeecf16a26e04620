/** The privacy notice and the terms of use as pages for everybody. Pure. */
import type { PageFile } from "../pages/answer.ts";
import { type Html, html } from "../pages/html.ts";
import { publicPage, said, section } from "../pages/public-page.ts";
import { pageTexts, sectionTitles, terms, texts } from "./notice.texts.ts";
import { germanCalendarDate, type PrivacyNotice, paragraphsOf, SECTIONS } from "./notice.ts";

const controllerOf = ({ controller: { name, address, contact } }: PrivacyNotice): Html =>
  html`<p>${name}<br>${address}<br>${contact}</p>\n`;

export const noticePage = (notice: PrivacyNotice): PageFile =>
  publicPage("/datenschutz", [
    html`<p>${texts.version(notice.version, germanCalendarDate(notice.validFrom))}</p>\n`,
    section(pageTexts.short, html`${paragraphsOf(notice.short).map((one) => html`<p>${one}</p>\n`)}`),
    section(texts.controller, controllerOf(notice)),
    ...SECTIONS.map((one) => section(sectionTitles[one], said(notice.sections[one]))),
  ]);

export const termsPage = (notice: PrivacyNotice): PageFile =>
  publicPage("/nutzung", [
    ...(notice.terms ? [said(notice.terms)] : terms.map(({ title, points }) => section(title, said(points)))),
    section(pageTexts.provider, controllerOf(notice)),
  ]);
