// @ts-check
// The receipt (Beleg) that a voter has noted: whether that ballot is in the box.
import { readFiles } from "./files.mjs";

/** @typedef {import("./files.mjs").GivenFile} GivenFile */

/**
 * A sentence on the receipt; null if none was given.
 * @param {readonly GivenFile[]} files @param {string} given as typed: digits 0-9 and a-f, with or without hyphens
 * @throws {import("./shape.mjs").NotReadable}
 */
export function receiptSentence(files, given) {
  const digits = given.toLowerCase().replace(/[\s\p{Pd}]/gu, "");
  if (digits === "") return null;
  if (!/^[0-9a-f]{12}$/.test(digits))
    return "Ihr Beleg ist nicht vollständig. Er hat zwölf Zeichen, nur Ziffern und die Buchstaben a bis f. Bitte prüfen Sie die Eingabe.";
  const { minutes } = readFiles(files);
  const rounds = minutes.rounds.filter(({ seal }) => seal?.commitments.some((one) => one.startsWith(digits)));
  const numbers = rounds.map(({ round }) => round).join(" und ");
  return rounds.length > 0
    ? `Ihr Beleg ist dabei: Wahlgang ${numbers}.`
    : "Ihr Beleg ist nicht dabei. Bitte prüfen Sie zuerst die Eingabe. Stimmt sie, melden Sie sich bei der Wahlprüfung. Nennen Sie dort nicht, was Sie gewählt haben.";
}
