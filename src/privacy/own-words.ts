/** How people ask for their own data, or that they be erased, without knowing a command. Pure. */
import { fold } from "../search/fold.ts";

/** Folded words; a longer text is no request in passing. */
const MOST_WORDS = 14;
const DATA = /\bmein(?:e|en|er|em|es)? (?:\S+ ){0,2}(?:daten|konto|profil|account|angaben)\b/;
const ERASE = /\b(?:losch\w*|entfern\w*|tilg\w*|vergiss|vergessen)\b/;
/** "Mich" alone says it only beside "löschen": out of a group one is removed, too. */
const ERASE_ME = /^(?!.*\b(?:aus|von|vom)\b)(?=.*\bmich\b).*\blosch\w*\b/;
/** Who, when and why are questions about rules, and so is what others may do. */
const ABOUT_RULES =
  /^(?:und |aber )?(?:wer|wem|wann|warum|wieso|weshalb|wie|wo|wohin|was passiert|darf|durfen|(?:kann|konnen|sehen|sieht) (?!ich|sie|wir)\w+)\b/;
const SHOW = /\b(?:welche|was|\w*zeig\w*|auskunft|einsehen|ansehen|sehen)\b/;
const ABOUT_ME = /\b(?:uber|von|zu) (?:mich|mir|meiner person)\b/;
const STORED = /\b(?:daten|gespeichert|speicher\w*|gemerkt|wissen|weiss|weisst|auskunft)\b/;

/** What is wanted of one's own data; undefined where the text says something else, or asks for rules. */
export function ownDataIn(typed: string): "show" | "erase" | undefined {
  const folded = fold(typed).trim();
  if (folded.split(/\s+/).length > MOST_WORDS || ABOUT_RULES.test(folded)) return undefined;
  if ((DATA.test(folded) && ERASE.test(folded)) || ERASE_ME.test(folded)) return "erase";
  const asks = SHOW.test(folded);
  return asks && (DATA.test(folded) || (ABOUT_ME.test(folded) && STORED.test(folded))) ? "show" : undefined;
}
