/** Makes what is learnt from the bank; the build keeps it in a file beside the program. */
import { type Example, learn } from "../../search/trained/learn.ts";
import { packWeights } from "../../search/trained/weights.ts";
import type { Subject } from "./bank.ts";
import { featuresOf, isWord } from "./features.ts";

/** So many related words make an example: about as many as a search has. */
const TOGETHER = 3;

/** Everything that is said of a subject; titles once more alone, because they stand for the record in most lists. */
function examplesOf({ key, called, related, asked, written }: Subject): readonly Example[] {
  const groups = related.flatMap((_, at) =>
    at % TOGETHER === 0 ? [related.slice(at, at + TOGETHER).join(" ")] : [],
  );
  const records = written.flatMap(({ title, text }) => [title, `${title} ${text}`]);
  return [...asked, ...records, ...called, ...groups].map((text) => ({ label: key, text }));
}

/** More rounds were measured to find nothing better. */
const ROUNDS = 3;

/** A whole word tells something even if it stands but once, as a name of the subject; a part of one does not. */
const leastSeen = (feature: string): number => (isWord(feature) ? 1 : 3);

/** The contents of the file; takes some ten seconds. `stamp` names the bank. */
export const makeSubjects = (bank: readonly Subject[], stamp: string): Uint8Array =>
  packWeights(learn(bank.flatMap(examplesOf), featuresOf, stamp, { leastSeen, rounds: ROUNDS }));
