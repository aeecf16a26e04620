/** The minutes as a page: everything § 5.7 asks for, readable on a phone, with a screen reader and on paper. */
import { type Html, html } from "../../pages/html.ts";
import { statementLink } from "../../pages/public-page.ts";
import { type Fact, factList, lines, list, paragraph, section, table } from "./minutes.html.ts";
import { type NameOf, roundSection } from "./minutes.round.page.ts";
import type { Minutes } from "./minutes.schema.ts";
import { STYLE } from "./minutes.style.ts";
import {
  confirmations as confirmationWords,
  dayOf,
  ending,
  frame,
  motion as motionWords,
  nominations as nominationWords,
  people as peopleWords,
  reasonText,
  recount,
  rules as ruleWords,
  signatures,
  when,
} from "./minutes.texts.ts";
import type { MinutesView } from "./minutes.view.ts";

/** Links of the files that belong to the page; null where there is none. */
export type MinutesLinks = {
  readonly json: string | null;
  readonly text: string | null;
  readonly recount: string | null;
};

export const jsonName = ({ electionId }: Minutes): string => `niederschrift-${electionId.slice(0, 8)}.json`;
export const textName = ({ electionId }: Minutes): string => `niederschrift-${electionId.slice(0, 8)}.txt`;

function marks({ minutes, draft }: MinutesView, trial: boolean): Html | null {
  const { objectionUntil, outcome } = minutes;
  const why =
    outcome !== null && objectionUntil !== null ? frame.draftUntil(when(objectionUntil)) : frame.draftRunning;
  const texts = [...(trial ? [frame.trial] : []), ...(draft ? [frame.draft, why] : [])];
  return texts.length === 0 ? null : html`<div class="mark">\n${texts.map(paragraph)}</div>\n`;
}

const headFacts = ({ forum, electionId, decision, madeAt }: Minutes): Html =>
  factList([
    [frame.forum, forum],
    [frame.id, html`<code>${electionId}</code>`],
    [frame.kind, decision && !decision.secret ? frame.open : frame.secret],
    [frame.madeAt, when(madeAt)],
  ]);

function outcomeText({ outcome, winner }: Minutes): string {
  if (outcome === null) return winner === null ? ending.running : ending.waiting(winner);
  return outcome === "elected" ? ending.elected(winner ?? "") : ending[outcome];
}

function endingSection(minutes: Minutes): Html {
  const { kind, outcome, reason, acceptance, term, objectionUntil, objections } = minutes;
  const why = outcome === "cancelled" ? ending.cancelledWhy(reason ?? "") : reasonText(reason ?? "");
  return section(ending.title, [
    html`<p class="outcome">${outcomeText(minutes)}</p>\n`,
    ...(reason === null ? [] : [paragraph(why)]),
    ...(acceptance ? [paragraph(ending.answers[acceptance.answer](when(acceptance.at)))] : []),
    ...(term ? [paragraph(ending.term(dayOf(term.from), dayOf(term.to)))] : []),
    ...(objectionUntil === null ? [] : [paragraph(ending.objectionUntil(when(objectionUntil)))]),
    ...(kind === "chair" ? [paragraph(ending.objections(objections))] : []),
  ]);
}

function motionSection({ decision }: Minutes): readonly Html[] {
  if (!decision) return [];
  const text = decision.text.split(/\n{2,}/).map((one) => html`<p>${lines(one.split("\n"))}</p>\n`);
  const circulates = decision.mode === "umlauf";
  const majority: Fact[] = circulates
    ? []
    : [[motionWords.majority, motionWords.majorities[decision.majority]]];
  const way: Fact = [motionWords.way, motionWords.ways[decision.mode]];
  return [section(motionWords.title, [...text, factList([way, ...majority])])];
}

function peopleSection({ officer, scrutineers }: Minutes, nameOf: NameOf): Html {
  const shown = ({ name, party }: { name: string; party: string }) => `${name} (${nameOf(party)})`;
  return section(peopleWords.title, [
    factList([
      [peopleWords.officer, officer ? shown(officer) : frame.nobody],
      [peopleWords.scrutineers, scrutineers.length > 0 ? lines(scrutineers.map(shown)) : frame.nobody],
    ]),
  ]);
}

function nominationSection({ kind, nominations }: Minutes, nameOf: NameOf): readonly Html[] {
  if (kind === "decision") return [];
  const words = nominationWords;
  const rows = nominations.map(
    ({ name, party, nominatedBy, consented, withdrawn }) =>
      [
        lines([name, party === null || nameOf(party) === name ? "" : nameOf(party)]),
        lines([
          nominatedBy === null ? "" : words.by(nominatedBy),
          consented ? words.consented : words.open,
          withdrawn ? words.withdrawn : "",
        ]),
      ] as const,
  );
  const body =
    rows.length > 0 ? table(words.caption, [words.name, words.state], rows) : paragraph(words.none);
  return [section(words.title, [body])];
}

function confirmationSection({ confirmations }: Minutes, nameOf: NameOf): Html {
  const words = confirmationWords;
  const rows = confirmations.map(
    ({ name, party, round, root, agrees, at }) =>
      [
        lines([name, nameOf(party)]),
        html`${lines([words.round(round), agrees ? words.agrees(when(at)) : words.differs(when(at))])}<br><code>${root}</code>`,
      ] as const,
  );
  const body = rows.length > 0 ? table(words.caption, [words.who, words.says], rows) : paragraph(words.none);
  return section(words.title, [body]);
}

const ruleSection = ({ kind, rule }: Minutes): readonly Html[] =>
  kind === "decision"
    ? []
    : [
        section(ruleWords.title, [
          paragraph(ruleWords.version(rule.version)),
          paragraph(ruleWords.origins),
          list(rule.lines.map((line) => html`${line}`)),
        ]),
      ];

function signatureSection({ officer, scrutineers }: Minutes): Html {
  const signers = [
    signatures.chair,
    ...(officer ? [`${peopleWords.officer}: ${officer.name}`] : []),
    ...scrutineers.map(({ name }) => `${peopleWords.scrutineers}: ${name}`),
  ];
  return section(signatures.title, [
    paragraph(signatures.intro),
    ...signers.map((name) => html`<p class="line">${name}<br>${signatures.line}</p>\n`),
  ]);
}

function recountSection(minutes: Minutes, links: MinutesLinks): Html {
  const link = (url: string | null, words: string) =>
    url === null ? [] : [html`<a href="${url}" download>${words}</a>`];
  const files = [
    ...link(links.json, recount.json),
    ...link(links.text, recount.text),
    ...link(links.recount, recount.page),
  ];
  const command = `npm run recount -- ${jsonName(minutes)}`;
  return section(recount.title, [
    ...(files.length > 0 ? [html`<div class="screen">\n${list(files)}</div>\n`] : []),
    ...(links.recount === null ? [] : [paragraph(recount.how)]),
    paragraph(recount.command),
    html`<p><code>${command}</code></p>\n`,
    ...(minutes.scrutineers.length > 0 ? [paragraph(recount.opening)] : []),
    paragraph(recount.software(minutes.software.version)),
  ]);
}

/** One whole document. Its only style is `STYLE`; it has no script and loads nothing. */
export function minutesPage(view: MinutesView, links: MinutesLinks, trial: boolean): string {
  const { minutes, extras } = view;
  const nameOf = (party: string): string => minutes.parties[party] ?? party;
  const title = frame.heading(minutes.title);
  const rounds = minutes.rounds.map((round) =>
    roundSection(
      round,
      extras.find((extra) => extra.round === round.round),
      nameOf,
    ),
  );
  return html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${marks(view, trial)}${headFacts(minutes)}${endingSection(minutes)}${motionSection(minutes)}${minutes.kind === "chair" ? peopleSection(minutes, nameOf) : null}${nominationSection(minutes, nameOf)}${rounds}${confirmationSection(minutes, nameOf)}${ruleSection(minutes)}${signatureSection(minutes)}${recountSection(minutes, links)}</main>
${statementLink}</body>
</html>
`.markup;
}
