/** Which cards answer a question, and if none does, why. Pure. */
import { fold } from "../search/fold.ts";
import { type AbstainReason, isAbsent } from "./answer.ts";
import type { Lexicon } from "./lexicon.ts";
import { fits, type Match, VALUES } from "./match.ts";
import type { Question } from "./question.ts";
import type { Token } from "./tokens.ts";

/** A second card joins the answer when it fits nearly as well. */
const NEARLY = 0.93;
const MOST_TOGETHER = 2;
/** When words nobody can explain are forgiven: so many at most, with this score and this lead over the next card. */
const MOST_FORGIVEN = 2;
const LEAST_EXPLAINED = 2;
const LEAST = 5;
const WELL = 8;
const CLEARLY = 1.3;
const CONSIDERED = 8;
/** Asked for by name, these are people, whom no answer names. */
const PEOPLE = new Set(["chair", "heads", "office", "referent", "authorship", "experts", "council"]);
/** Who might be named in place of whom a card names, and how other dates and numbers look. */
const ACTORS = new Set(["association", "council", "steering", "workgroups", "kommOne", "assembly"]);
const VALUE =
  /\d|^(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|fruhjahr|fruhling|sommer|herbst|winter|january|february|march|may|june|july|october|december|summer|autumn|spring)$/;
/** Other regions and single towns: to leave them out would answer another question. */
const NEVER: ReadonlySet<string> = new Set(["elsewhere", "oneTown", "otherBody"]);
const ADJECTIVE = /e[nmrs]?$/;
const ASKS_NAME =
  /\b(?:wie heiss\w*|namen? (?:de[rs]|vo[nm])|what is the name of|who is|wer (?:ist|war|sind))\b|^[^?]*\bnamen?\b[^?]*$/;

/** How a vote went: the documents were written before. */
const VOTED =
  /\b(?:wie (?:hat|haben|hatte|stimmte|votierte|entschied|wurde)|how (?:did|has|have|was))\b.*\b(?:kreis\w*|council\w*|landkreistag|stadtverordnet\w*|magistrat)\b.*\b(?:\w*stimm\w*|entschieden|beschlossen|votier\w*|ab|vote[ds]?|decided?)\b|\b(?:hat|haben|did|has|have|was)\b.*\b(?:kreistag|kreisrate|council\w*)\b.*\b(?:zugestimmt|abgelehnt|angenommen|verabschiedet|gebilligt|approved?|reject\w*|adopt\w*)\b/;

/** How votes are held: no document says. Folded, "does" is "dos". */
const VOTING =
  /\bwie (?:wird|werden|stimm\w*)\b[^?]*\b(?:abgestimmt|gestimmt|ab)\b|\bhow (?:do|dos|are)\b[^?]*\bvotes? (?:held|taken|counted)\b/;

/** What the words alone settle: how a vote went, other regions, and people asked for by name. */
export function refusalOf(question: Question, lexicon: Lexicon, text: string): AbstainReason | undefined {
  const folded = fold(text);
  if (VOTED.test(folded)) return "voteResult";
  if (VOTING.test(folded)) return "majority";
  const bearing = question.tokens.filter((token) => !token.filler);
  if (bearing.some((token) => token.concepts.has("elsewhere"))) return "elsewhere";
  const isPerson = (token: Token) => [...token.concepts].some((one) => PEOPLE.has(one));
  const isSetting = (token: Token) =>
    [...token.concepts].some((one) => one === "naming" || lexicon.ambient.has(one));
  const people = bearing.filter(isPerson);
  const others = bearing.filter(
    (token) => !isPerson(token) && !isSetting(token) && !/^\d+$/.test(token.word),
  );
  return ASKS_NAME.test(folded) && people.length > 0 && others.length === 0 ? "names" : undefined;
}

/**
 * The cards that answer the question, best first; none: abstain. `all` is sorted, best first. `forgiving`: a word
 * that nobody can explain need not stop a card that fits clearly best.
 */
export function choose(question: Question, all: readonly Match[], forgiving: boolean): Match[] {
  const able = all.filter((one) => one.evident && fits(one.profile, question));
  const full = able.filter((one) => (forgiving ? isExplained(one, question) : one.open.length === 0));
  const best = full[0];
  if (best) return full.filter((one) => one.score >= NEARLY * best.score).slice(0, MOST_TOGETHER);
  const apart = separately(question, all) ?? (question.several ? jointly(able) : []);
  if (apart.length > 0) return apart;
  const corrected = able.find((one) => question.closed && one.topicMet && isCorrection(one));
  return corrected ? [corrected] : forgiving ? nearly(question, able) : [];
}

/** "Ist der Auftakt im Herbst?": all that is left open is another value where the card tells the right one. */
function isCorrection({ profile, open }: Match): boolean {
  const { attribute } = profile.card;
  const isOther = ({ word, concepts }: Token): boolean =>
    VALUES.has(attribute)
      ? VALUE.test(word)
      : attribute === "role" && [...concepts].some((one) => ACTORS.has(one));
  return open.length <= MOST_FORGIVEN && open.every(isOther);
}

/**
 * Lexicon nobody can explain, in a question that otherwise fits one card clearly better than all others. A number,
 * what "welche" asks for and a known gap of the documents are never forgiven.
 */
function nearly(question: Question, able: readonly Match[]): Match[] {
  const [best, rival] = able;
  if (!best?.topicMet || best.score < LEAST || best.open.length > MOST_FORGIVEN) return [];
  const bearing = question.tokens.filter((token) => !token.filler).length;
  const clear = !rival || best.score >= CLEARLY * rival.score;
  const forgiven = best.open.every((token) => isForgivable(token, question, best.score));
  return clear && forgiven && bearing - best.open.length >= LEAST_EXPLAINED ? [best] : [];
}

/** A small word more easily than a noun; where people are asked for, only an adjective: "wer moderiert". */
function isForgivable(token: Token, question: Question, score: number): boolean {
  if (/\d/.test(token.word) || token === question.target) return false;
  if ([...token.concepts].some((one) => isAbsent(one) || NEVER.has(one))) return false;
  if (token.concepts.size > 0 || !token.small) return score >= WELL;
  const people = question.asks.some(([first]) => first === "role");
  return !people || (token.before && ADJECTIVE.test(token.word));
}

/**
 * Everything explained; one small unknown word is forgiven where the topic is met and at least two more words
 * speak for the card: any such word if the question asks for no particular kind of thing, otherwise only an
 * adjective before its noun, for a verb would change what is asked.
 */
function isExplained(one: Match, question: Question): boolean {
  const [open, ...more] = one.open;
  if (!open) return true;
  if (more.length > 0 || open.known || !open.small || !one.topicMet) return false;
  const bearing = question.tokens.filter((token) => !token.filler).length;
  return bearing > 2 && (question.asks.length === 0 || (open.before && ADJECTIVE.test(open.word)));
}

/** "Wann und wo": each thing asked for may have its own card. */
function separately(question: Question, all: readonly Match[]): Match[] | undefined {
  if (question.asks.length < 2) return undefined;
  const each = question.asks.map((asked) => {
    const alone = { ...question, asks: [asked] };
    return all.find((one) => one.evident && one.open.length === 0 && fits(one.profile, alone));
  });
  const found = each.filter((one) => one !== undefined);
  return found.length === each.length ? found : undefined;
}

/** Two cards whose topics are both asked for and that together explain everything; none of `able` does alone. */
function jointly(able: readonly Match[]): Match[] {
  const topical = able.filter((one) => one.topicMet).slice(0, CONSIDERED);
  for (const first of topical) {
    const second = topical.find((one) => first.open.every((token) => !one.open.includes(token)));
    if (second) return [first, second];
  }
  return [];
}

/** Why nothing fits: a thing known to stand in no document, or a word nobody can explain. */
export function missing(question: Question, all: readonly Match[]): AbstainReason {
  const open = all[0]?.evident ? all[0].open : [];
  for (const token of [...open, ...question.tokens]) {
    const absent = [...token.concepts].find(isAbsent);
    if (absent) return absent;
  }
  return "unknown";
}

/** The card to name beside a refusal. */
export const nearest = (all: readonly Match[]): Match | undefined =>
  all.find((one) => one.evident && one.topicMet);
