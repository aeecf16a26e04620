/** A question taken apart: what is asked for, and by which words. Pure. */
import { fold } from "../search/fold.ts";
import { sentencesOf } from "./gates.ts";
import type { Asked, Lexicon } from "./lexicon.ts";
import type { Reader, Token, Word } from "./tokens.ts";

export type Question = {
  /** As asked, with what it borrows. */
  readonly text: string;
  /** As asked, folded. */
  readonly folded: string;
  readonly tokens: readonly Token[];
  /** Each inner list is one thing asked for, by alternatives: "bis wann" is a date or a duration. */
  readonly asks: readonly (readonly Asked[])[];
  /** Can be answered with yes or no. */
  readonly closed: boolean;
  readonly negated: boolean;
  /** "Wer ist nicht dabei": asks for those of whom the statement does not hold, and no card tells. */
  readonly excluded: boolean;
  /** "nur", "allein": a yes would say too much. */
  readonly only: boolean;
  /** Several things may be meant: an enumeration, or bare keywords. */
  readonly several: boolean;
  /** The word after "wie viele" or "welche": what is counted or told apart. */
  readonly target: Token | undefined;
};

const NEXT =
  /,?\s+(?:und|sowie|and)\s+(?=(?:seit |bis |ab |von |mit |für |an |in |um |aus |durch |zu |unter |auf |über |vor |for |by |from |until )?(?:wann|wie|wer|wem|wen|wo|warum|wieso|wozu|was|welche\p{L}*|how|when|who|where|why|what)(?!\p{L})|(?:ist|war|sind|waren|wird|werden|hat|haben|muss|müssen|kann|darf|gilt|is|was|are|were|does|do|did|can) (?:sie|er|es|das|man|dies|it|they|that)(?!\p{L}))/iu;
const LIST = /^([^:]{4,90}):\s*([^:]+,[^:]+)$/u;
const ITEM = /\s*,\s*(?:und |and )?|\s+(?:und|and)\s+/u;
const OPEN =
  /\b(was|welche[rnsm]?|wie|wer|wem|wen|wessen|wann|wo|wo(?:hin|her|mit|bei|durch|fur|gegen|nach|von|vor|zu|ran|rauf|raus|rin|rum|runter|ruber)|warum|wieso|weshalb|what|which|how|when|who|where|why)\b/;
const TAG = /,?\s*\b(oder|gell|nicht wahr|right|richtig|stimmt'?s|oder nicht)\s*\?*\s*$/i;
const LEAD =
  /^\s*(?:stimmt es,?(?: eigentlich)?,?|ist es (?:so|richtig|wahr|korrekt),?|trifft es zu,?|is it true)\s*(?:dass|that)?\s+/i;
/** "am Ende" of nothing in particular. */
const IDLE = /\s(?:am|zum) (?:Ende|Schluss)(?!\p{L})(?! (?:de[rs]|von|vom|dieser)(?!\p{L}))/iu;
const BY_WHAT_WAY =
  /(?<!\p{L})(?:auf|durch|über) welche[mnr]? (?:Weg|Wege|Weise|Art und Weise|Art)(?!\p{L})/iu;
const NEGATION = /\b(nicht|nich|net|nie|niemals|kein\w*|not|never|no)\b/;
const EXCLUDED =
  /\bwelche[rn]? nicht\b|^(?:und |and )?(?:wer|wen|wie ?viele \w+|welche[rn]? (?:kommunen?|gemeinden?|stadte?|orte?|partner|mitglied\w*|burgermeister\w*)|who|how many \w+|which (?:towns?|municipalit\w+))\b[^,]*\b(?:nicht|nich|net|kein\w*|nie|not|never|no)\b/;
const ONLY = /\b(nur|allein|alleine|ausschliesslich|bloss|lediglich|only)\b/;
const SEVERAL = /[,/&]|\b(und|sowie|and|oder|or)\b/;
const TARGET = /^(welche[rsnm]?|which|vielen?|viele|many|anzahl|zahl|wie?vie?len?)$/;
/** Between "welche" and its noun there may stand an adjective or two. */
const TARGET_WITHIN = 3;
/** Letters by which an inflected question word differs at most, and one. */
const LONGER = 4;
const EITHER = /\b(oder|or)\b/;

/** The questions of a text, in order. A question without a subject of its own borrows that of its neighbour. */
export function questionsOf(text: string, lexicon: Lexicon, read: Reader): Question[] {
  const sentences = sentencesOf(text);
  const asked = sentences.filter((sentence) => sentence.includes("?"));
  const context = sentences.filter((sentence) => !sentence.includes("?")).join(" ");
  const chosen = asked.length > 0 ? asked : [sentences.join(" ")];
  const questions = chosen
    .flatMap((sentence) => listed(sentence, lexicon, read) ?? coordinated(sentence, lexicon, read))
    .filter((one) => one.tokens.length > 0 || one.asks.length > 0);
  const lender = asked.length > 0 ? read(context) : [];
  return questions.map((one, at) => {
    if (hasSubject(one)) return one;
    const near = [questions[at - 1], questions[at + 1]].find((other) => other && hasSubject(other));
    const text = `${one.text} ${near?.text ?? context}`;
    return { ...one, text, tokens: [...one.tokens, ...(near?.tokens ?? lender)] };
  });
}

const coordinated = (sentence: string, lexicon: Lexicon, read: Reader): Question[] =>
  sentence.split(NEXT).map((part) => questionOf(part, lexicon, read));

/** "Nennen Sie die Termine: A, B, C" asks the same of each; the head only says what. */
function listed(sentence: string, lexicon: Lexicon, read: Reader): Question[] | undefined {
  const [, head, items] = LIST.exec(sentence) ?? [];
  if (head === undefined || items === undefined) return undefined;
  const { asks, tokens } = questionOf(head, lexicon, read);
  const worded = tokens.flatMap((token) => [...token.concepts].filter((one) => one.startsWith("?")));
  const [first] = worded;
  const all = asks.length > 0 || first === undefined ? asks : [[first.slice(1) as Asked]];
  return items.split(ITEM).map((item) => ({ ...questionOf(item, lexicon, read), asks: all }));
}

const hasSubject = (question: Question): boolean => question.tokens.some((token) => !token.filler);

function questionOf(part: string, lexicon: Lexicon, read: Reader): Question {
  const plain = part.replace(TAG, "?").replace(LEAD, "").replace(IDLE, "").replace(BY_WHAT_WAY, "wie");
  const folded = fold(plain);
  const tokens = read(plain);
  const { asks, left } = takeAsks(tokens, lexicon);
  const spoken = part.includes("?") && (asks.length === 0 || LEAD.test(part));
  return {
    text: plain,
    folded,
    tokens: left,
    asks,
    closed: spoken && !OPEN.test(folded) && !EITHER.test(folded),
    negated: NEGATION.test(folded),
    excluded: EXCLUDED.test(folded),
    only: ONLY.test(folded),
    several: SEVERAL.test(folded) || !part.includes("?"),
    target: targetOf(tokens),
  };
}

function targetOf(tokens: readonly Token[]): Token | undefined {
  const at = tokens.findIndex((token) => TARGET.test(token.word));
  if (at < 0) return undefined;
  const [next, ...later] = tokens.slice(at + 1, at + 1 + TARGET_WITHIN);
  const [noun] = later;
  if (next && noun && noun.concepts.size > 0 && isAdjective(next)) return noun;
  return next && next.concepts.size > 0 ? next : [next, ...later].find((token) => token && !token.filler);
}

/** "virtuelle Treffen", "virtual meetings": the noun is what is counted. */
const isAdjective = (token: Token): boolean =>
  (token.small && token.before) ||
  (token.lower && /(?:al|ive|[eu]lle[nr]?|ische[nr]?|ige[nr]?)$/.test(token.word));

/** Takes the question words out of the tokens, the longest first. */
export function takeAsks<T extends Word>(
  tokens: readonly T[],
  lexicon: Lexicon,
): { readonly asks: readonly (readonly Asked[])[]; readonly left: readonly T[] } {
  const left = [...tokens];
  const asks: (readonly Asked[])[] = [];
  for (const one of lexicon.asks) {
    const at = left.findIndex((_, start) =>
      one.row.every((word, offset) => meets(left[start + offset], word, one.stems[offset])),
    );
    if (at < 0) continue;
    left.splice(at, one.row.length);
    asks.push(one.asked);
  }
  return { asks, left };
}

/** Short question words only as they stand: "were" is no "wer"; longer ones inflected, "persönlich" is no "Person". */
const meets = (token: Word | undefined, word: string, root: string | undefined): boolean =>
  token !== undefined &&
  (token.word === word ||
    (word.length > 3 && token.stem === root && Math.abs(token.word.length - word.length) < LONGER));
