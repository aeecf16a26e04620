/** An answer about the rules as a card. Pure. */
import { cardOf, heading, note, paragraph } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { Answer, Citation } from "./answer.ts";
import { citationText, nextStep, plainText, refusals, sentencesOf, texts } from "./texts.ts";

export function answerCard(answer: Answer): Card {
  return cardOf(plainText(answer), answer.kind === "answered" ? answeredBody(answer) : refusedBody(answer));
}

const answeredBody = (answer: Extract<Answer, { kind: "answered" }>) => [
  heading(texts.answerTitle),
  paragraph(sentencesOf(answer)),
  ...sources(answer.citations),
];

function refusedBody(answer: Extract<Answer, { kind: "abstained" }>) {
  const { reason, nearest } = answer;
  const next = nextStep(reason);
  return [
    heading(texts.refusalTitle),
    paragraph(refusals[reason]),
    ...(nearest ? [paragraph(`${texts.nearest} ${nearest.answer}`), ...sources([nearest.citation])] : []),
    ...(next ? [paragraph(next)] : []),
  ];
}

const sources = (citations: readonly Citation[]) => [
  { ...paragraph(texts.sources), weight: "Bolder" as const, separator: true },
  ...citations.map((one, at) => note(citationText(one, at + 1))),
];
