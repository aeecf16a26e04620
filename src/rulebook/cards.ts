/** An answer about the rules as a card. Pure. */
import { cardOf, heading, hidden, note, paragraph, plain, reveal } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { Answer, Citation } from "./answer.ts";
import {
  citationText,
  markOf,
  nextStep,
  originTexts,
  plainText,
  refusals,
  sentencesOf,
  texts,
} from "./texts.ts";

type Body = NonNullable<Card["body"]>;

export type AnswerView = {
  readonly answer: Answer;
  /** Phrased by a language model and checked against its quotes. */
  readonly generated?: boolean;
  /** A place in an imported paper that may help where there is no answer. */
  readonly proposal?: Citation;
  /** What can be done with it: rate it, pass the question on. */
  readonly actions?: NonNullable<Card["actions"]>;
  /** Said at the end, for example thanks for a rating. */
  readonly remark?: string;
};

export function answerCard(view: AnswerView): Card {
  const { answer, actions = [], remark } = view;
  const body = answer.kind === "answered" ? answeredBody(answer, view) : refusedBody(answer, view);
  return cardOf(plainText(answer, view), [...body, ...(remark ? [note(remark)] : [])], actions);
}

const answeredBody = (answer: Extract<Answer, { kind: "answered" }>, { generated }: AnswerView): Body => [
  heading(texts.answerTitle),
  paragraph(plain(sentencesOf(answer))),
  ...(generated ? [note(texts.generated)] : []),
  ...sources(answer.citations),
];

function refusedBody(answer: Extract<Answer, { kind: "abstained" }>, { proposal }: AnswerView): Body {
  const { reason, nearest } = answer;
  const next = nextStep(reason);
  return [
    heading(texts.refusalTitle),
    paragraph(refusals[reason]),
    ...(nearest
      ? [paragraph(plain(`${texts.nearest} ${nearest.answer}`)), ...sources([nearest.citation])]
      : []),
    ...(proposal ? [paragraph(texts.proposal), ...sources([proposal])] : []),
    ...(next ? [paragraph(next)] : []),
  ];
}

const sources = (citations: readonly Citation[]): Body => [
  { ...paragraph(texts.sources), weight: "Bolder" as const, separator: true },
  ...citations.flatMap((one, at) => source(one, at + 1)),
];

/** The wording of a paper opens in place, so that the answer stays in view. */
function source(citation: Citation, number: number): Body {
  const line = note(plain(citationText(citation, number)));
  const { original } = citation;
  if (!original) return [line];
  const id = `source-${number}`;
  return [
    line,
    { type: "ActionSet", actions: [reveal(originTexts.show(markOf(number)), [id])] },
    hidden(id, [note(originTexts.from(original)), paragraph(plain(originTexts.quoted(original.quote)))]),
  ];
}
