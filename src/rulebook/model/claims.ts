/** What turns a true sentence into a false one with a single word: negation, duty, limits, frequency. Pure. */
import { fold } from "../../search/fold.ts";

const NEGATION = /\b(?:nicht(?! nur\b)|kein\w*|nie|niemals|nirgends|ohne|weder|nein)\b/g;

/** Folded. What one of them says must be said by the proof as well. */
const FAMILIES: readonly RegExp[] = [
  /\b(?:muss|mussen|musste\w*|zwingend\w*|\w*pflicht\w*|erforderlich\w*|vorgeschrieben\w*)\b/,
  /\b(?:darf|durfen|durfte\w*|erlaub\w*|zulassig\w*|unzulassig\w*|berechtigt\w*|verboten|untersagt)\b/,
  /\b(?:nur|ausschliesslich\w*|lediglich|einzig\w*)\b/,
  /\b(?:mindestens|wenigstens)\b/,
  /\b(?:hochstens|maximal\w*)\b/,
  /\b(?:spatestens|bis)\b/,
  /\b(?:fruhestens|ab)\b/,
  /\b(?:alle[nrsm]?|jede[nrsm]?|samtliche\w*)\b/,
  /\b(?:immer|stets|jederzeit|dauerhaft\w*|unbefristet\w*)\b/,
  /\b(?:taglich\w*|(?:pro|am|jeden) tag)\b/,
  /\b(?:wochentlich\w*|(?:pro|in der|jede) woche)\b/,
  /\b(?:monatlich\w*|(?:pro|im|je|jeden) monat)\b/,
  /\b(?:vierteljahrlich\w*|quartalsweise|(?:pro|im|je|jedes) quartal)\b/,
  /\bhalbjahrlich\w*/,
  /\b(?:jahrlich\w*|alljahrlich\w*|(?:pro|im|je|jedes) jahr|um ein jahr)\b/,
  ...[
    "einstimmig",
    "mehrheit",
    "geheim",
    "schriftlich",
    "mundlich",
    "offentlich",
    "nichtoffentlich",
    "automatisch",
    "freiwillig",
    "verbindlich",
    "unverbindlich",
    "bindend",
    "kostenlos",
    "kostenfrei",
    "befristet",
    "endgultig",
    "vorlaufig",
    "halfte",
    "drittel",
    "viertel(?!ja)",
    "doppelt",
  ].map((word) => new RegExp(`\\b(?:${word})`)),
  /prozent|%/,
  /\beuro\b|€/,
];

/** How often a text denies something. */
export const denials = (text: string): number => fold(text).match(NEGATION)?.length ?? 0;

/** The sentence says something of a closed list that its proof does not say. */
export const oversteps = (sentence: string, proof: string): boolean => {
  const [said, proven] = [fold(sentence), fold(proof)];
  return FAMILIES.some((family) => family.test(said) && !family.test(proven));
};
