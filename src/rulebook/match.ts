/** One card against one question: what it explains, and how well it fits. Pure. */
import { isAbsent } from "./answer.ts";
import type { Asked, Lexicon } from "./lexicon.ts";
import { isOtherPaper, withoutDates } from "./papers.ts";
import { fitness, type Profile } from "./profile.ts";
import type { Question } from "./question.ts";
import type { Token } from "./tokens.ts";

export type Match = {
  readonly profile: Profile;
  readonly score: number;
  /** Focus words the card does not explain. Empty: it may answer. */
  readonly open: readonly Token[];
  readonly topicMet: boolean;
  /** How many concepts are met that the card was written for and that are not the setting of its document. */
  readonly pointed: number;
  /** There is more in common than the general setting. */
  readonly evident: boolean;
  readonly affirmed: boolean;
  readonly denied: boolean;
};

const AMBIENT = 0.45;
const MENTIONED = 0.5;
const STEM = 0.4;
const FIT = 2.2;
const LEANING = 1.2;
const OTHER_PAPER = 2.5;
/** A concept that at most five cards name reaches this alone. */
const ENOUGH = 2.6;
/** A number or month that stands among the card's own terms; two of them make a date. */
const DATED = /^=(?:\d+|januar|oktob|novemb|dezemb)/;
const ENOUGH_ASKED = 1.8;
/** What a statement says in passing must tell more than what it is about. */
const ENOUGH_SAID = 5;
const BARE_VALUE = 1.5;
/** Attributes whose cards tell a date or a number. */
export const VALUES: ReadonlySet<string> = new Set(["date", "count", "duration", "frequency"]);

/** A word that somebody has to explain: it carries meaning, and not only the setting. */
const isFocus = (token: Token, lexicon: Lexicon): boolean =>
  [...token.concepts].some(isAbsent) ||
  (!token.filler && ![...token.concepts].some((concept) => lexicon.ambient.has(concept)));

const mustBeExplained = (token: Token, { target }: Question, lexicon: Lexicon): boolean =>
  (token === target && token.concepts.size > 0) || isFocus(token, lexicon);

/** "Welche Gemeinde" wants some of many: only a card that says which they are may answer. */
const TOLD_APART = "municipalities";

/** True if the card may answer the kind of question; scores come later. */
export function fits(profile: Profile, question: Question): boolean {
  const { target, asks } = question;
  if (!asks.every((asked) => fitness(profile, asked) > 0)) return false;
  if (question.excluded) return false;
  if (!target) return true;
  const { counts, silent, topic } = profile.card;
  const counted = counts.length > 0 ? counts : [topic];
  if (asks.some((asked) => asked[0] === "count"))
    return counted.some((concept) => target.concepts.has(concept));
  if (silent.some((concept) => target.concepts.has(concept))) return false;
  return !target.concepts.has(TOLD_APART) || profile.card.affirms.includes(TOLD_APART);
}

/** Compares; the caller sorts. `weight` says how telling a concept is (see `weigher`). */
export function match(
  profile: Profile,
  question: Question,
  lexicon: Lexicon,
  weight: (concept: string) => number,
): Match {
  const points = new Map<string, number>();
  const open: Token[] = [];
  for (const token of question.tokens) {
    const gained = [...pointsOf(profile, token, lexicon, weight)].sort((a, b) => b[1] - a[1]);
    for (const [at, [key, value]] of gained.entries()) {
      points.set(key, Math.max(points.get(key) ?? 0, at === 0 ? value : 0));
    }
    if (gained.length === 0 && mustBeExplained(token, question, lexicon)) open.push(token);
  }
  const named = [...points.keys()].filter((key) => profile.named.has(key));
  const topicMet = isMet(profile, points);
  return {
    profile,
    score:
      sum(points.values()) +
      attributePoints(profile, question) +
      breadth(profile, named.length) -
      (isBareValue(profile, question, points) ? BARE_VALUE : 0) -
      (isOtherPaper(profile, question, lexicon) ? OTHER_PAPER : 0),
    open: withoutDates(open, profile, question),
    topicMet,
    pointed: named.filter((key) => !lexicon.ambient.has(key) && !profile.card.document.setting.includes(key))
      .length,
    evident: needsMet(profile, points) && isEvident(profile, question, points, lexicon, weight),
    ...verdictOf(profile, question),
  };
}

const isMet = ({ card }: Profile, points: ReadonlyMap<string, number>): boolean =>
  points.has(card.topic) || points.has(card.id);

/**
 * There is more in common than the general setting: a date, the topic, a rare concept, or two common ones. Only a "why"
 * may be about the setting itself.
 */
function isEvident(
  profile: Profile,
  question: Question,
  points: ReadonlyMap<string, number>,
  lexicon: Lexicon,
  weight: (concept: string) => number,
): boolean {
  const telling = [...points.keys()].filter((key) => profile.named.has(key) && !lexicon.ambient.has(key));
  const asked = question.asks.length > 0 || [...points.keys()].some((key) => key.startsWith("?"));
  if ([...points.keys()].filter((key) => DATED.test(key)).length > 1) return true;
  if (isMet(profile, points)) return telling.length > 0 || asked || isAboutNothingElse(profile, question);
  const setting = [...points.keys()].filter((key) => profile.named.has(key) && lexicon.ambient.has(key));
  if (setting.length > 1 && question.asks.some(([first]) => first === "reason")) return true;
  if (sum(telling.map(weight)) >= (asked ? ENOUGH_ASKED : ENOUGH)) return true;
  const said = [...points.keys()].filter((key) => profile.said.has(key) && !lexicon.ambient.has(key));
  return sum([...telling, ...said].map(weight)) >= ENOUGH_SAID;
}

/** "Was ist das Forum?": a setting asked for by itself, and a card that says what it is. */
function isAboutNothingElse({ card }: Profile, question: Question): boolean {
  const bearing = question.tokens.filter((token) => !token.filler);
  return card.attribute === "definition" && bearing.every((token) => token.concepts.has(card.topic));
}

/** A date or a number nobody asked for. */
function isBareValue(profile: Profile, question: Question, points: ReadonlyMap<string, number>): boolean {
  const asked =
    question.asks.length > 0 || question.closed || [...points.keys()].some((key) => key.startsWith("?"));
  return !asked && VALUES.has(profile.card.attribute);
}

/** What a token gains on this card, per concept; nothing: it stays unexplained. */
function pointsOf(
  profile: Profile,
  token: Token,
  lexicon: Lexicon,
  weight: (concept: string) => number,
): Map<string, number> {
  const gained = new Map<string, number>();
  for (const concept of token.concepts) {
    const factor = lexicon.ambient.has(concept) ? AMBIENT : 1;
    const named = profile.named.get(concept);
    if (named !== undefined) gained.set(concept, named * factor * weight(concept));
    else if (profile.mentioned.has(concept)) gained.set(concept, MENTIONED * factor * weight(concept));
    else if (concept.startsWith("?") && fitness(profile, [concept.slice(1) as Asked]) > 0)
      gained.set(concept, LEANING);
  }
  const isSaid =
    profile.stems.has(token.stem) && ![...token.concepts].some((one) => isAbsent(one) || one === "elsewhere");
  if (gained.size === 0 && isSaid && !token.filler)
    gained.set(`=${token.stem}`, STEM * weight(`=${token.stem}`));
  return gained;
}

const attributePoints = (profile: Profile, question: Question): number =>
  sum(question.asks.map((asked) => FIT * fitness(profile, asked)));

/** Of two cards that share as much with the question, the narrower one. */
const breadth = (profile: Profile, met: number): number => met / profile.named.size;

const needsMet = (profile: Profile, points: ReadonlyMap<string, number>): boolean =>
  profile.card.needs.every((concept) => points.has(concept));

/** Lexicon that could mean both what the card affirms and what it denies decide nothing. */
function verdictOf(profile: Profile, question: Question): { affirmed: boolean; denied: boolean } {
  const { affirms, denies } = profile.card;
  let affirmed = false;
  let denied = false;
  for (const { concepts } of question.tokens) {
    const yes = affirms.some((concept) => concepts.has(concept));
    const no = denies.some((concept) => concepts.has(concept));
    affirmed ||= yes && !no;
    denied ||= no && !yes;
  }
  return { affirmed, denied };
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
