/** From chosen cards to the answer. Every sentence is a card's own. Pure. */
import type { Abstained, AbstainReason, Answered, Citation } from "./answer.ts";
import type { FactCard } from "./handbook.ts";
import type { Match } from "./match.ts";
import type { Question } from "./question.ts";

const MOST_CARDS = 4;

/** `chosen` holds the cards of each question, in the order asked. */
export function answered(chosen: readonly (readonly Match[])[], questions: readonly Question[]): Answered {
  const [only, ...more] = questions;
  const first = chosen[0]?.[0];
  const verdict = first && only && more.length === 0 ? verdictOf(first, only) : undefined;
  const cards = [...new Set(chosen.flat().map((one) => one.profile.card))].slice(0, MOST_CARDS);
  const citations = new Map<string, Citation>();
  for (const card of cards) {
    const place = `${card.document.title}|${card.section}`;
    const others = citations.get(place)?.cards ?? [];
    citations.set(place, { ...citationOf(card), cards: [...others, card.id] });
  }
  return {
    kind: "answered",
    ...(verdict ? { verdict } : {}),
    sentences: cards.map((card) => card.answer),
    citations: [...citations.values()],
    cards: cards.map((card) => card.id),
  };
}

/** Yes or no only where the card's author has said what it affirms or denies. */
function verdictOf(one: Match, question: Question): "yes" | "no" | undefined {
  if (!question.closed || question.negated || one.open.length > 0) return undefined;
  if (one.denied && !one.affirmed) return "no";
  return one.affirmed && !one.denied && !question.only ? "yes" : undefined;
}

export function abstained(reason: AbstainReason, near?: Match): Abstained {
  if (!near) return { kind: "abstained", reason };
  const { card } = near.profile;
  return {
    kind: "abstained",
    reason,
    nearest: { topic: card.topic, answer: card.answer, citation: citationOf(card) },
  };
}

const citationOf = (card: FactCard): Citation => ({
  document: card.document.title,
  section: card.section,
  date: card.document.date,
  kind: card.document.kind,
  cards: [card.id],
});
