/** What papers that are no rules are asked more loosely, and what more strictly. Pure. */

import { words } from "../search/words.ts";
import { isAbsent } from "./answer.ts";
import type { FactCard } from "./handbook.ts";
import type { Match } from "./match.ts";
import type { Profile } from "./profile.ts";
import type { Question } from "./question.ts";
import type { Token } from "./tokens.ts";

/** Kinds of question in which a verb decides what is asked: "Wer leitet", "Wann endet". */
const STRICT: ReadonlySet<string> = new Set(["role", "date", "count", "place", "duration", "frequency"]);
const MOST_SOFT = 2;
const SOFT = 0.8;
/** Ordinals and superlatives single something out. */
const SINGLED = /(?:st|zweit|dritt|viert|funft|sechst|siebt|acht|neunt|zehnt)e[nmrs]?$/;
/** Concepts of verbs that say little beside what they are about. */
const PALE: ReadonlySet<string> = new Set(
  "offer sharedUse reference obligation providing promote needs worthwhile consideration consequence effects demands advice success control examples naming expectation goal acknowledge decisions seeking coordination".split(
    " ",
  ),
);
/** Nouns that only point: "welche Rolle spielt", "welchen Einfluss hat". */
const VAGUE =
  /^(?:rolle|einfluss|verhaltnis|beziehung|thema|themen|zukunft|funktion|wort|anspruch|abkurzung|wirkung\w*|auswirkung\w*|meinung|haltung|punkte?n?|aspekte?n?|inhalte?n?|gebiete?n?|influnce|role|topics?|opinion)$/;
/** Folded, as all here: "does" has become "dos". */
const WHAT_IS = /^(?:und )?(?:was (?:ist|sind|heisst|bedeutet)|what (?:is|are|dos))\b/;
const HOW_WORKS = /\bwie funktionier\w+|\bhow dos\b.*\bwork\b/;
/** What became of a proposal does not stand in it. */
const DONE = /\bwurden?\b|\b(?:was|were)\b/;
const WHAT_CALLED = /\bwie heiss(?:t|en)\b|\bname[ns]?\b|\bcalled\b/;

/** A verb nobody can explain would change what is asked. */
export const isStrict = ({ closed, asks }: Question): boolean =>
  closed || asks.some(([first]) => first !== undefined && STRICT.has(first));

/**
 * Asked openly about what the card was written for, its verbs and adjectives need no explanation: "Welche Gefahren
 * birgt …". What stands in no document, a number and a word behind "welche" still do.
 */
export function softened(ours: ReadonlySet<string>): (one: Match, question: Question) => Match {
  return (one, question) =>
    suits(one, question, ours) && tellsIt(one, question) ? soften(one, question) : { ...one, evident: false };
}

/** The card tells the kind of thing that is asked, and of the region that is meant (`ours`: words for our own). */
export const suits = (one: Match, question: Question, ours: ReadonlySet<string>): boolean =>
  isAnswer(one, question) && isThere(one, question, ours);

function soften(one: Match, question: Question): Match {
  const strict = isStrict(question);
  if (one.pointed === 0) return one;
  const soft = one.open.filter(
    (token) =>
      VAGUE.test(token.word) ||
      (isSoft(token) && (strict ? isPaleYesNo(token, question) : token !== question.target)),
  );
  if (soft.length > MOST_SOFT) return one;
  const open = one.open.filter((token) => !soft.includes(token));
  return { ...one, open, score: one.score - SOFT * soft.length };
}

/** "Strebt … an", "Bietet …": in a yes-or-no question at least these verbs change nothing. */
const isPaleYesNo = ({ concepts }: Token, { closed, asks }: Question): boolean =>
  closed && asks.length === 0 && concepts.size > 0;

const isSoft = ({ word, small, concepts }: Token): boolean =>
  small && !/\d/.test(word) && !SINGLED.test(word) && [...concepts].every((one) => PALE.has(one));

/** A number needs something that the card counts, a name a card that tells one, "was ist X" one that says what X is. */
function isAnswer({ profile: { card } }: Match, { folded, asks, tokens, closed }: Question): boolean {
  if (card.document.kind === "motion" && closed && DONE.test(folded)) return false;
  const kinds: readonly string[] = [card.attribute, ...card.also];
  if (WHAT_CALLED.test(folded) && !kinds.includes("document") && !kinds.includes("definition")) return false;
  const counted = card.counts.length > 0 ? card.counts : [card.topic];
  if (asks.some(([first]) => first === "count"))
    return tokens.some(({ concepts }) => counted.some((one) => concepts.has(one)));
  const alone = tokens.every(
    ({ filler, concepts }) => filler || concepts.has(card.id) || concepts.has(card.topic),
  );
  if (HOW_WORKS.test(folded)) return card.attribute === "definition";
  return !(WHAT_IS.test(folded) && alone) || kinds.includes("definition") || kinds.includes("parts");
}

/** The words by which our own region is known, from the scope of the rules. */
export const placesOf = (cards: readonly FactCard[]): ReadonlySet<string> =>
  new Set(
    cards.filter(({ document }) => document.kind === "rule").flatMap(({ document }) => words(document.scope)),
  );

/** A paper from elsewhere says nothing about our own region. */
function isThere({ profile: { card } }: Match, { tokens }: Question, ours: ReadonlySet<string>): boolean {
  if (card.document.kind !== "foreign") return true;
  const theirs = words(card.document.scope);
  return !tokens.some(({ word }) => ours.has(word) && !theirs.includes(word));
}

/** What a card is expected to tell when "welche" asks for one. */
const CATEGORY =
  /^(?:bereich|stelle|stabsstelle|einrichtung|projekt|plattform|portal|programm|system|initiative|netzwerk|gesellschaft|gremi|behorde|amt|ministeri|gruppe|fachbereich|konzept|ziel|aufgabe|form|kriteri|vorhab|unternehm|rolle)\w{0,3}$/;
const TURNING: ReadonlySet<string> = new Set([
  "validity",
  "termination",
  "extension",
  "election",
  "chair",
  "appointment",
]);

/** What would make another question of it: "läuft aus", "gewählt"; and "welche Kirche", where churches are only mentioned. */
function tellsIt({ profile }: Match, question: Question): boolean {
  const { target, tokens, asks, closed } = question;
  const timed = closed || asks.some(([first]) => first === "date" || first === "duration");
  const weighs = ({ filler }: Token): boolean => timed || (isStrict(question) && !filler);
  if (tokens.some((token) => weighs(token) && turns(token, profile))) return false;
  if (!target || asks.length > 0 || VAGUE.test(target.word) || CATEGORY.test(target.word)) return true;
  const told = (one: string): boolean => profile.named.has(one) || one.startsWith("?");
  return target.concepts.size === 0 ? !profile.stems.has(target.stem) : [...target.concepts].some(told);
}

function turns({ concepts }: Token, { named, mentioned }: Profile): boolean {
  const all = [...concepts];
  return all.some((one) => TURNING.has(one)) && !all.some((one) => named.has(one) || mentioned.has(one));
}

/** Speaks of something that only other papers know: then no card of this shelf is about it. */
export function aliens(spoken: ReadonlySet<string>): (one: Match) => Match {
  const isAlien = ({ concepts }: Token): boolean =>
    concepts.size > 0 &&
    [...concepts].every(
      (one) => !spoken.has(one) && !one.startsWith("?") && !isAbsent(one) && one !== "elsewhere",
    );
  return (one) => (one.open.some(isAlien) ? { ...one, evident: false } : one);
}
