/**
 * The one way from a question to a phrased answer: the answer without a model comes first and stands unless a
 * checked one may take its place. What a gate has refused never reaches the model. Pure but for what is passed.
 */
import type { Answer, Answered, Citation, DocumentKind } from "../answer.ts";
import { gate, withoutInstructions } from "../gates.ts";
import { figuresIn, provenBy } from "./figures.ts";
import type { AskedModel, ModelOutcome } from "./model.service.ts";
import type { Excerpt } from "./model.ts";
import type { Verified } from "./verify.ts";

export type Phrased = {
  readonly answer: Answer;
  /** The words are a model's: the person must be told so. */
  readonly generated: boolean;
};

export type PhrasedDeps = {
  /** What the question may be answered from, the best first. */
  readonly contextFor: (question: string, baseline: Answer) => readonly Excerpt[];
  readonly ask: (asked: AskedModel) => Promise<ModelOutcome>;
};

/** May answer without having been found by the cards; a motion or another cooperation may not. */
const OWN: ReadonlySet<DocumentKind> = new Set(["rule", "report", "strategy", "information"]);
const BINDING: ReadonlySet<DocumentKind> = new Set(["rule", "report", "information"]);

/**
 * Only an answer, or a question to which nothing was found. Every other refusal is settled: by a gate, or
 * because it is known that no document says it.
 */
const mayBePhrased = (baseline: Answer): boolean =>
  baseline.kind === "answered" || baseline.reason === "unknown";

const isClean = (question: string): boolean =>
  gate(question) === undefined && !withoutInstructions(question).instructed;

const kindsOf = (citations: readonly Citation[]): readonly DocumentKind[] =>
  citations.map(({ kind }) => kind);

/** The handbook rests on a rule or report, the model on neither. */
const outranked = (baseline: Answer, citations: readonly Citation[]): boolean =>
  baseline.kind === "answered" &&
  kindsOf(baseline.citations).some((kind) => BINDING.has(kind)) &&
  !kindsOf(citations).some((kind) => BINDING.has(kind));

/**
 * The handbook names a number or date that the model leaves out. Some facts are wrong without the second half:
 * the date until which something holds, without its extension.
 */
function saysLess(sentences: readonly string[], baseline: Answer): boolean {
  if (baseline.kind !== "answered") return false;
  const said = provenBy(sentences.join(" "));
  return baseline.sentences.some((one) => figuresIn(one).some(({ value }) => !said.has(value)));
}

const answeredWith = ({ verdict, sentences, citations }: Verified): Answered => ({
  kind: "answered",
  ...(verdict ? { verdict } : {}),
  sentences,
  citations,
  cards: [...new Set(citations.flatMap(({ cards }) => cards))],
});

/** Never rejects because of the model; rejects only if `contextFor` throws. */
export async function phrased(
  question: string,
  baseline: Answer,
  { contextFor, ask }: PhrasedDeps,
): Promise<Phrased> {
  const unphrased: Phrased = { answer: baseline, generated: false };
  if (!mayBePhrased(baseline) || !isClean(question)) return unphrased;
  const cited = baseline.kind === "answered" ? kindsOf(baseline.citations) : [];
  const passages = contextFor(question, baseline).filter(
    ({ citation: { kind } }) => OWN.has(kind) || cited.includes(kind),
  );
  const verdict = baseline.kind === "answered" ? baseline.verdict : undefined;
  const outcome = await ask({ question, passages, ...(verdict ? { verdict } : {}) });
  if (!outcome.ok || outranked(baseline, outcome.citations)) return unphrased;
  if (saysLess(outcome.sentences, baseline)) return unphrased;
  return { answer: answeredWith(outcome), generated: true };
}
