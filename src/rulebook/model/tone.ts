/** What an answer must look like before its content counts: plain German statements and nothing else. Pure. */
import { fold } from "../../search/fold.ts";
import { words } from "../../search/words.ts";
import { withoutInstructions } from "../gates.ts";
import { instructions } from "./prompt.ts";

const LONGEST = 600;
const MOST_SENTENCES = 3;

export type Tone = "tooLong" | "letters" | "link" | "markup" | "question" | "instruction" | "leak";

/** Letters of German and its neighbours, digits, and the marks of a sentence. */
const LETTERS = /^[A-Za-zÄÖÜäöüßẞÀ-ÖØ-öø-ÿ0-9 .,;:()„“”‚‘’"'–/%&§+€!@-]*$/u;
/** An at sign is fine within a name and nowhere else. */
const MENTION = /@(?<!\p{L}@)|@(?!\p{L})/u;
const LINK = /https?:|www\.|:\/\/|\b[\w-]{2,}\.(?:de|com|org|net|eu|info|io|ru|cn|app|dev)\b|\S@\S+\.\w/i;
const LIST = /^\s*(?:[-+•–]\s|\d+[.)]\s)/;
/** Folded: words of somebody who talks to a machine, or is one. */
const MACHINE =
  /\b(?:prompt\w*|system(?:nachricht|anweisung|prompt)\w*|sprachmodell\w*|json|assistent|chatbot\w*|ki-modell|abstain|quotes|(?:system|assistant|user|assistent|nutzer)\s*:)/;
/** Folded: talk to the reader instead of about the documents. */
const TALK = /\b(?:ich|mich|mir|mein\w*|wir|uns|passagen?|anweisung\w*)\b/;
const COMMAND = /(?:^|[.!;:]\s+)(?:bitte\s|[a-z]+en sie\b)/;

/** Words in a row that only somebody who repeats the instructions has in common with them. */
const LEAK_WORDS = 6;

const runs = (text: string): string[] => {
  const all = words(text);
  return all.slice(LEAK_WORDS - 1).map((_, at) => all.slice(at, at + LEAK_WORDS).join(" "));
};
const ours = new Set(runs(instructions));

/** The gaps between sentences; a dot ends one only after a longer word and before a capital or a number. */
export const sentenceEnds = /(?<=[!?])\s+|(?<=[\p{L}\d)]{3}\.)\s+(?=[\p{Lu}\d])/gu;

export const sentencesIn = (text: string): readonly string[] =>
  text
    .split(sentenceEnds)
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** Somebody gives orders to the bot in this text instead of stating something. */
export const orders = (text: string): boolean =>
  withoutInstructions(text).instructed || MACHINE.test(fold(text));

/** Why a text cannot be shown as an answer whatever it says, or undefined. */
export function toneOf(answer: string): Tone | undefined {
  if (answer.length > LONGEST || sentencesIn(answer).length > MOST_SENTENCES) return "tooLong";
  if (LINK.test(answer)) return "link";
  if (/[*_`#<>|~[\]{}\\]/.test(answer) || MENTION.test(answer) || LIST.test(answer)) return "markup";
  if (answer.includes("?")) return "question";
  if (!LETTERS.test(answer)) return "letters";
  const folded = fold(answer);
  if (orders(answer) || TALK.test(folded) || COMMAND.test(folded)) return "instruction";
  return runs(answer).some((run) => ours.has(run)) ? "leak" : undefined;
}
