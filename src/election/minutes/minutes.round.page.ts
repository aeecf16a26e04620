/** One round on the page of the minutes. */

import { type Html, html } from "../../pages/html.ts";
import { receiptOf } from "../seal.ts";
import { paperOf } from "../stored.ts";
import { barPicture } from "./minutes.bars.ts";
import {
  type Fact,
  factList,
  lines,
  list,
  paragraph,
  part,
  type Row,
  section,
  table,
} from "./minutes.html.ts";
import {
  facts,
  incidents,
  lot as lotWords,
  outcomeLine,
  register as registerWords,
  roundTitle,
  seal as sealWords,
  votes as voteWords,
} from "./minutes.round.texts.ts";
import { isoOf } from "./minutes.rounds.ts";
import type { MinutesLot, MinutesRound } from "./minutes.schema.ts";
import { frame, when } from "./minutes.texts.ts";
import type { RoundExtra } from "./minutes.view.ts";

export type NameOf = (party: string) => string;

const joined = (names: readonly string[]): string => (names.length === 0 ? frame.nobody : names.join(", "));

function timeFacts({ opensAt, closesAt, closedEarly, extensions }: MinutesRound): Fact[] {
  const end = when(closesAt);
  return [
    [facts.opened, when(opensAt)],
    [facts.closed, closedEarly ? facts.early(end) : end],
    ...extensions.map(
      ({ from, to, reason }): Fact => [facts.extension, facts.extended(when(from), when(to), reason)],
    ),
  ];
}

function roundFacts(round: MinutesRound): Html {
  const { stage, candidates, present, entitled, seal, paper, withdrawnAfter, votes } = round;
  const isMotion = stage === "motion";
  const equal = seal ? facts.same(seal.commitments.length) : facts.unlike;
  return factList([
    ...(isMotion ? [] : [[facts.candidates, joined(candidates)] as const]),
    ...timeFacts(round),
    [facts.turnout, facts.took(present, entitled)],
    [facts.quorum, facts.atLeast(round.quorum)],
    ...(isMotion ? [] : [[facts.needed, facts.moreThanHalf(round.needed)] as const]),
    ...(votes || paper ? [] : [[facts.equal, equal] as const]),
    ...(paper ? [[facts.paper, facts.entered(paper.enteredBy, joined(paper.witnesses))] as const] : []),
    ...(withdrawnAfter.length > 0 ? [[facts.withdrawn, joined(withdrawnAfter)] as const] : []),
  ]);
}

function choiceName(choice: string, { candidates }: MinutesRound): string {
  if (!candidates.includes(choice)) return voteWords.choices[choice] ?? choice;
  return candidates.length === 1 ? voteWords.yesTo(choice) : choice;
}

function tallyPart(round: MinutesRound): Html {
  const { tally, choices, outcome, stage, needed } = round;
  if (!tally) {
    const isVoid = outcome === "void";
    return part(voteWords.title, [paragraph(isVoid ? voteWords.hiddenVoid : voteWords.hidden)]);
  }
  const counts = new Map(Object.entries(tally));
  const bars = [...paperOf(round)].map((choice) => ({
    name: choiceName(choice, round),
    count: counts.get(choice) ?? 0,
  }));
  const sum = bars.reduce((all, bar) => all + bar.count, 0);
  const rows: Row[] = [...bars.map(({ name, count }): Row => [name, count]), [voteWords.sum, sum]];
  const line = stage === "first" || stage === "second" ? needed : null;
  const papers = choices
    ? [
        html`<h4>${voteWords.papers}</h4>\n`,
        paragraph(choices.map((one) => choiceName(one, round)).join(", ")),
      ]
    : [];
  return part(voteWords.title, [
    table(voteWords.caption, [voteWords.choice, voteWords.count], rows),
    barPicture(bars, line),
    ...papers,
  ]);
}

function registerPart(round: MinutesRound, extra: RoundExtra | undefined, nameOf: NameOf): Html {
  const { votes } = round;
  if (votes) {
    const rows = votes.map(({ party, choice }): Row => [nameOf(party), choiceName(choice, round)]);
    const heads = [registerWords.party, voteWords.choice] as const;
    return part(registerWords.title, [table(voteWords.openCaption, heads, rows)]);
  }
  if (!extra) return part(registerWords.title, [paragraph(joined(round.voters.map(nameOf)))]);
  const rows = extra.register.map(
    (seat): Row => [
      lines([
        nameOf(seat.party),
        registerWords.seat(seat.delegate ?? registerWords.empty),
        seat.deputies.length > 0 ? registerWords.deputies(joined(seat.deputies)) : "",
        seat.left ? registerWords.left : "",
      ]),
      lines([
        round.voters.includes(seat.party) ? registerWords.yes : registerWords.no,
        seat.standIn === null ? "" : registerWords.standIn(seat.standIn),
      ]),
    ],
  );
  const heads = [registerWords.party, registerWords.took] as const;
  return part(registerWords.title, [table(registerWords.caption, heads, rows)]);
}

const drawnBy = (lot: MinutesLot): readonly Html[] =>
  lot.way === "manual-witnessed"
    ? [paragraph(lotWords.witnesses(joined(lot.witnesses)))]
    : [
        paragraph(lotWords.announced(when(lot.announced))),
        paragraph(lotWords.value(lot.publicRandom)),
        table(
          lotWords.caption,
          [lotWords.name, lotWords.key],
          Object.entries(lot.keys).map(([name, key]): Row => [name, html`<code>${key}</code>`]),
        ),
      ];

function lotPart({ lot }: MinutesRound, extra: RoundExtra | undefined): readonly Html[] {
  if (lot) {
    const { runoffFixed } = lot;
    return [
      part(lotWords.title, [
        paragraph(lotWords.for[lot.lotFor]),
        paragraph(lotWords.among(joined(lot.among))),
        ...(runoffFixed.length > 0 ? [paragraph(lotWords.fixed(joined(runoffFixed)))] : []),
        ...drawnBy(lot),
        paragraph(lotWords.drawn(joined(lot.drawn))),
      ]),
    ];
  }
  const open = extra?.openLot;
  if (!open) return [];
  const byHand = open.way === "manual-witnessed";
  const text = byHand ? lotWords.pendingByHand : lotWords.pending(when(isoOf(open.notBefore)));
  return [part(lotWords.title, [paragraph(text)])];
}

function sealPart({ seal, paper, votes }: MinutesRound): readonly Html[] {
  if (paper || votes) return [];
  if (!seal) return [part(sealWords.title, [paragraph(sealWords.none)])];
  const values = seal.commitments.map(
    (value) => html`<li><strong>${receiptOf(value)}</strong><br>${value}</li>\n`,
  );
  return [
    part(sealWords.title, [
      factList([[sealWords.root, html`<code>${seal.root}</code>`]]),
      html`<h4>${sealWords.commitments}</h4>\n<ul class="values" role="list">\n${values}</ul>\n`,
    ]),
  ];
}

function incidentPart({ incidents: { duplicates, late } }: MinutesRound): Html {
  const found = [
    ...(duplicates > 0 ? [html`${incidents.duplicates(duplicates)}`] : []),
    ...(late > 0 ? [html`${incidents.late(late)}`] : []),
  ];
  return part(incidents.title, [found.length > 0 ? list(found) : paragraph(incidents.none)]);
}

export function roundSection(round: MinutesRound, extra: RoundExtra | undefined, nameOf: NameOf): Html {
  return section(roundTitle(round), [
    html`<p class="outcome">${outcomeLine(round)}</p>\n`,
    part(facts.title, [roundFacts(round)]),
    tallyPart(round),
    registerPart(round, extra, nameOf),
    ...lotPart(round, extra),
    ...sealPart(round),
    incidentPart(round),
  ]);
}
