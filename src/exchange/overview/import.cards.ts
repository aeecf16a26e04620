/** Cards of an import in the chat, and the page of all faults. */
import { HTML, type PageFile } from "../../pages/answer.ts";
import { html } from "../../pages/html.ts";
import { statementLink } from "../../pages/public-page.ts";
import { button, cardOf, heading, note, paragraph, plain, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import type { Taken } from "./import.service.ts";
import { chat, csvFields, faultText } from "./import.texts.ts";
import type { LineFault } from "./imported.ts";
import { STYLE } from "./page.style.ts";
import type { WaitingFile } from "./waiting.ts";

/** Faults on the card; all stand on the page. */
const FAULTS_SHOWN = 5;

const lineOf = ({ line, faults }: LineFault): string =>
  chat.line(line, faults.map((fault) => faultText(fault, csvFields)).join(" "));

/** Nothing is written yet. Without anything new there is nothing to press. */
export function previewCard(file: WaitingFile, taken: Taken, ignored: readonly string[]): Card {
  const { created, changed, unchanged, deleted } = taken;
  const counts = chat.counts(created, changed, unchanged);
  const news = created + changed > 0;
  return cardOf(
    `${chat.title}. ${counts}`,
    [
      heading(chat.title),
      note(plain(chat.file(file.fileName))),
      paragraph(counts),
      ...(deleted.length > 0 ? [paragraph(chat.deleted(deleted.length))] : []),
      ...(ignored.length > 0 ? [note(plain(chat.ignored(ignored)))] : []),
      note(news ? chat.nothingYet : chat.nothingNew),
    ],
    news
      ? [
          button(chat.take, "exchange.import", { file: file.id }, true),
          button(chat.cancel, "exchange.importCancel", { file: file.id }),
        ]
      : [],
  );
}

/** `link`: opens all faults; null when all of them stand on the card. */
export function faultsCard({ fileName, faults }: WaitingFile, link: string | null): Card {
  const sentence = chat.faults(faults.length);
  const shown = faults.slice(0, FAULTS_SHOWN);
  return cardOf(
    `${chat.title}. ${sentence}`,
    [
      heading(chat.title),
      note(plain(chat.file(fileName))),
      warning(sentence),
      ...(faults.length > FAULTS_SHOWN ? [paragraph(chat.first(FAULTS_SHOWN))] : []),
      ...shown.map((fault) => paragraph(plain(lineOf(fault)))),
      paragraph(chat.mend),
      ...(link === null ? [] : [note(chat.linkAbout)]),
    ],
    link === null ? [] : [{ type: "Action.OpenUrl" as const, title: chat.all, url: link }],
  );
}

export const needsPage = ({ faults }: WaitingFile): boolean => faults.length > FAULTS_SHOWN;

export const faultsPage = ({ fileName, faults }: WaitingFile): PageFile => ({
  contentType: HTML,
  styles: [STYLE],
  body: html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${chat.allTitle}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<h1>${chat.allTitle}</h1>
<p>${chat.file(fileName)}</p>
<p>${chat.faults(faults.length)} ${chat.mend}</p>
<ul>
${faults.map((fault) => html`<li>${lineOf(fault)}</li>\n`)}</ul>
</main>
${statementLink}</body>
</html>
`.markup,
});
