/** The statement on accessibility as a page for everybody. Pure. */

import { statement } from "./accessibility.texts.ts";
import type { PageFile } from "./answer.ts";
import { html } from "./html.ts";
import { publicPage, said, section } from "./public-page.ts";

/** When the program was last gone through with the list in docs/BARRIEREFREIHEIT.md. */
const REVIEWED_ON = "22.11.2026";

/** Whom to tell: the office that runs the program. */
export type Contact = { readonly name: string; readonly address: string; readonly contact: string };

export const accessibilityPage = ({ name, address, contact }: Contact): PageFile =>
  publicPage("/barrierefreiheit", [
    html`${statement.about.map((one) => html`<p>${one}</p>\n`)}`,
    section(statement.stateTitle, html`${statement.state.map((one) => html`<p>${one}</p>\n`)}`),
    section(statement.gapsTitle, said(statement.gaps)),
    section(statement.madeTitle, html`${statement.made(REVIEWED_ON).map((one) => html`<p>${one}</p>\n`)}`),
    section(
      statement.contactTitle,
      html`<p>${statement.contact[0]}</p>\n<p>${name}<br>${address}<br>${contact}</p>\n`,
    ),
    section(statement.settleTitle, html`${statement.settle.map((one) => html`<p>${one}</p>\n`)}`),
  ]);
