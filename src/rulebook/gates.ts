/** What is settled before any card is looked at. Pure. */
import { fold } from "../search/fold.ts";

/** Folded texts. Instructions to the bot are taken out; a real question beside them is still answered. */
const INSTRUCTION =
  /\b(ignorier\w*|missacht\w*|vergiss|vergesst|du bist (jetzt|nun|ab sofort|ab jetzt)|sie sind (jetzt|nun|ab sofort)|tu so|stell dir vor|verhalte? dich|schlupfe|antworte\w* (nur|ausschliesslich|immer|ab jetzt|auf|mit|in)|sprich (wie|ab)|system ?prompt|prompt|jailbreak|ubersetz\w*|dichte\w*|gedichte?|witze?|limericks?|poe?m|joke|reime?|(deine?|alle|vorherige[nr]?|bisherige[nr]?|obige[nr]?) (anweisung|instruktion|regel|vorgabe)\w*|ignore|disregard|pretend|act as|you are now|forget (all|everything|your|previous)|roleplay|repeat after|answer only|from now on)\b/;
/** After one of these a real request begins. */
const REQUEST =
  /(?:\b(?:und|dann|danach|and|then)\s+)?\b(?:sage?n?|nenne?n?|beantworte?n?|verrate?n?|erklare?n?|tell|say|answer|explain)\b(?:\s+sie)?(?:\s+(?:mir|uns|me|us|bitte|dann|please))*\s*[,:]?\s+(.*)$/;

const SECRET =
  /\b(passwort\w*|passworter\w*|kennwort\w*|kennworter\w*|zugangsdaten|pin|api.?key|token|passwords?|credentials|admin.?zugang)\b/;
const PRIVATE =
  /\b(tel|telefon\w*|telefonnummer\w*|\w*rufnummer\w*|durchwahl\w*|handy\w*|handynummer\w*|mobilnummer\w*|faxnummer\w*|fax|e ?-?mail\w*|mail|mailadresse\w*|privatadresse\w*|postadresse\w*|anschrift\w*|adresse\w*|wohnort\w*|wohnanschrift\w*|whatsapp\w*|anrufen|anzurufen|phone|email|address|kontaktdaten|\w*telefonnummer\w*)\b/;
/** A person is meant by name: the honorific stands before a capital letter. */
const PERSON =
  /\b(?:Herrn?|Frau|Mr\.?|Mrs\.?|Ms\.?|Dr\.|Prof\.)\s+(?!Landr|Bürgermeister|Oberbürgermeister|Vorsitzende)\p{Lu}/u;
const MONEY = /€|\$|\b(euro|eur|euros|cent|million(en)?|milliarden?|teuros?|kohle)\b/;

export type Gate = "private" | "secret" | "money";

/** The first gate a text runs into, or undefined. */
export function gate(text: string): Gate | undefined {
  const folded = fold(text);
  if (SECRET.test(folded)) return "secret";
  if (PRIVATE.test(folded) || PERSON.test(text)) return "private";
  return MONEY.test(folded) ? "money" : undefined;
}

/** Sentences of a text, each with its final mark; a dot ends one only after a longer word and before a capital. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[?!])\s|(?<=[\p{L}\d]{3}\.)\s+(?=\p{Lu})|[\n\r;]/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");

/** The text without instructions to the bot. `instructed` says whether there was one. */
export function withoutInstructions(text: string): { readonly rest: string; readonly instructed: boolean } {
  const kept: string[] = [];
  let instructed = false;
  for (const sentence of sentencesOf(text)) {
    const folded = fold(sentence);
    if (!INSTRUCTION.test(folded)) {
      kept.push(sentence);
      continue;
    }
    instructed = true;
    const request = REQUEST.exec(folded)?.[1];
    if (request !== undefined && !INSTRUCTION.test(request)) kept.push(request);
  }
  return { rest: kept.join(" "), instructed };
}
