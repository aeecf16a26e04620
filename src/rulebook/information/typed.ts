/** What is typed: `wissen`, `wissen WORT…`. Pure. */
import { fold } from "../../search/fold.ts";

const LONGEST_COMMAND = 12;
const LONGEST_SEARCH = 100;
/** Longer talk that begins with the word is a question. */
const MOST_WORDS = 4;

/** Words after which "wissen" is a verb: „Wissen Sie, …“, „wissen wie …“. Folded. */
const TALK = new Set(
  `sie du wir ihr ich man ob wer wen wem was wann wie wo warum wieso weshalb wozu welche welcher welches dass
  mochte mochten will wollen muss mussen kann konnen ist sind hat haben eigentlich alle schon nicht`.split(
    /\s+/,
  ),
);

/** `wissen` alone gives empty words; any other first word, and talk, is left to others. */
export function parseKnow(typed: string): { readonly words: string } | undefined {
  const said = typed.trim();
  const end = said.search(/[\s:.!]/);
  const first = end === -1 ? said : said.slice(0, end);
  if (first.length > LONGEST_COMMAND || fold(first) !== "wissen") return undefined;
  const rest = end === -1 ? "" : said.slice(end).replace(/^[\s:.!]+/, "");
  if (rest === "") return { words: "" };
  const words = rest.split(/\s+/);
  const isTalk = rest.length > LONGEST_SEARCH || words.length > MOST_WORDS || rest.includes(",");
  return isTalk || TALK.has(fold(words[0] ?? "")) ? undefined : { words: words.join(" ") };
}
