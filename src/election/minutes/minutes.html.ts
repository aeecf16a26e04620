/** Small pieces of the page of the minutes. */
import { type Html, html } from "../../pages/html.ts";

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
