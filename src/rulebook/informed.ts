/**
 * What coordinators have answered, beside the handbook. It comes from the store and changes while the program runs:
 * a thin layer over the decision, made anew in a moment. Pure.
 */
import type { Abstained, AbstainReason, Answer, Answered, Citation } from "./answer.ts";
import type { Decide } from "./decide.ts";
import { informedTexts } from "./informed.texts.ts";
import type { Lexicon } from "./lexicon.ts";
import { takeAsks } from "./question.ts";
import type { Spoken } from "./spoken.ts";
import type { Word } from "./tokens.ts";

export type Information = {
  readonly id: string;
  /** The card whose place it takes; null: it stands for itself. */
  readonly corrects: string | null;
  /** The first is its heading. */
  readonly questions: readonly string[];
  readonly answer: string;
  readonly basis: string | null;
  /** Calendar date, YYYY-MM-DD. */
  readonly givenOn: string;
};

export type Informing = {
  readonly decide: Decide;
  readonly lexicon: Lexicon;
  /** Reads what was written with care; `guess` also sees through typing mistakes. */
  readonly read: (text: string) => readonly Word[];
  readonly guess: (text: string) => readonly Word[];
  readonly spoken: Spoken;
};

/** How near a question must be to one of an information, from 0 to 1. */
const NEAR = 0.6;
/** A word that means the same counts a little less than the same word. */
const MEANT = 0.8;
/** Stay refused, whatever was answered. */
const KEPT: ReadonlySet<AbstainReason> = new Set(["empty", "tooLong", "instruction", "private", "secret"]);

type Line = { readonly words: readonly Word[]; readonly asks: string };
type Prepared = {
  readonly one: Information;
  readonly lines: readonly Line[];
  readonly answer: readonly Word[];
};

/** Answers as before, but with the given information; a few milliseconds for a hundred of them. */
export function createInformed(informing: Informing, list: readonly Information[]): Decide {
  const { decide, lexicon, read, guess, spoken } = informing;
  if (list.length === 0) return decide;
  const lineOf = (words: readonly Word[]): Line => {
    const { asks, left } = takeAsks(words, lexicon);
    return { words: left.filter(({ filler }) => !filler), asks: asks.map(([first]) => first).join() };
  };
  const prepared = list.map((one): Prepared => {
    const lines = one.questions.map((text) => lineOf(read(text)));
    return { one, lines, answer: read(one.answer) };
  });
  const corrections = new Map(list.flatMap((one) => (one.corrects === null ? [] : [[one.corrects, one]])));

  /** How much two questions have in common; 0 if they ask for different kinds of things. */
  function likeness(asked: Line, line: Line): number {
    if (asked.asks !== "" && line.asks !== "" && asked.asks !== line.asks) return 0;
    const weigh = (words: readonly Word[]): number =>
      words.reduce((sum, { stem }) => sum + spoken.rarity(stem), 0);
    const shared = (words: readonly Word[], others: readonly Word[]): number =>
      words.reduce((sum, word) => sum + spoken.rarity(word.stem) * meets(word, others), 0);
    const all = weigh(asked.words) + weigh(line.words);
    return (shared(asked.words, line.words) + shared(line.words, asked.words)) / (all || 1);
  }

  function nearest(asked: Line): { readonly one: Information; readonly like: number } | undefined {
    const near = prepared.flatMap(({ one, lines, answer }) => {
      const like = Math.max(0, ...lines.map((line) => likeness(asked, line)));
      const known = [...lines.flatMap(({ words }) => words), ...answer];
      return like >= NEAR && asked.words.every((word) => meets(word, known) > 0) ? [{ one, like }] : [];
    });
    return near.sort((a, b) => b.like - a.like)[0];
  }

  /** The handbook's answer is asked for in words still nearer to the question. */
  const isBetter = ({ cards }: Answered, asked: Line, like: number): boolean =>
    cards.some((card) => likeness(asked, lineOf(read(spoken.nearest(card, asked.words).text))) >= like);

  return (text, before) => {
    const decision = decide(text, before);
    const { answer } = decision;
    if (answer.kind === "abstained" && KEPT.has(answer.reason)) return decision;
    const asked = lineOf(guess(text));
    const found = nearest(asked);
    const taken = found && !(answer.kind === "answered" && isBetter(answer, asked, found.like));
    return {
      answer: taken ? informed([found.one]) : corrected(answer, corrections),
      follows: !taken && decision.follows,
      get path() {
        const like = found ? `${found.like.toFixed(2)} ${found.one.id}` : "none";
        return [...decision.path, `information: ${like}${found && !taken ? ", the handbook is nearer" : ""}`];
      },
    };
  };
}

/** How far the words hold a word: as it is, by a meaning, or not. */
function meets({ stem, concepts }: Word, words: readonly Word[]): number {
  if (words.some((one) => one.stem === stem)) return 1;
  return words.some((one) => [...one.concepts].some((concept) => concepts.has(concept))) ? MEANT : 0;
}

const citationOf = ({ id, questions, givenOn }: Information): Citation => ({
  document: informedTexts.document,
  section: informedTexts.section(questions[0] ?? ""),
  date: givenOn,
  kind: "information",
  cards: [id],
});

const informed = (all: readonly Information[]): Answered => ({
  kind: "answered",
  sentences: all.map(({ answer }) => answer),
  citations: all.map(citationOf),
  cards: all.map(({ id }) => id),
});

/** The answer with the corrected cards replaced; "Ja" and "Nein" were said of the old words. */
function corrected(answer: Answer, corrections: ReadonlyMap<string, Information>): Answer {
  if (answer.kind === "abstained") return nearCorrected(answer, corrections);
  const { cards, sentences, citations } = answer;
  const ones = cards.map((card) => corrections.get(card));
  const found = ones.filter((one) => one !== undefined);
  if (found.length === 0) return answer;
  const kept = citations.flatMap((citation) => {
    const left = citation.cards.filter((card) => !corrections.has(card));
    return left.length === 0 ? [] : [{ ...citation, cards: left }];
  });
  return {
    kind: "answered",
    sentences: sentences.map((sentence, at) => ones[at]?.answer ?? sentence),
    citations: [...found.map(citationOf), ...kept],
    cards: cards.map((card, at) => ones[at]?.id ?? card),
  };
}

function nearCorrected(answer: Abstained, corrections: ReadonlyMap<string, Information>): Abstained {
  const { nearest } = answer;
  const one = nearest?.citation.cards
    .map((card) => corrections.get(card))
    .find((found) => found !== undefined);
  if (!nearest || !one) return answer;
  return { ...answer, nearest: { ...nearest, answer: one.answer, citation: citationOf(one) } };
}
