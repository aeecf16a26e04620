/** What a model is told when its answer was not accepted; undefined where asking again would not help. */
import type { Unverified } from "./verify.ts";

const LITERAL =
  "Die letzte Antwort wurde nicht angenommen: Ein Zitat stand nicht Zeichen für Zeichen in seiner Passage. Übernehmen Sie Zitate unverändert.";
const PROVE =
  "Die letzte Antwort wurde nicht angenommen: Sie sagte mehr als ihre Zitate. Verwenden Sie nur Zahlen, Namen und Wörter, die in den Zitaten stehen.";
const PLAIN =
  "Die letzte Antwort wurde nicht angenommen: Schreiben Sie ein bis drei kurze deutsche Aussagesätze ohne Formatierung.";
const SHAPE = "Die letzte Antwort wurde nicht angenommen: Geben Sie nur das beschriebene JSON-Objekt aus.";

export const repairs = {
  shape: SHAPE,
  noQuote: SHAPE,
  notLiteral: LITERAL,
  number: PROVE,
  name: PROVE,
  uncovered: PROVE,
  overstated: PROVE,
  polarity: PROVE,
  tooLong: PLAIN,
  markup: PLAIN,
  link: PLAIN,
  letters: PLAIN,
  question: PLAIN,
  abstained: undefined,
  instructed: undefined,
  instruction: undefined,
  leak: undefined,
} as const satisfies Record<Unverified, string | undefined>;
