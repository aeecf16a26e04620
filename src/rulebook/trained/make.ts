/** Makes what is learnt from the handbook's examples; the build keeps it in a file beside the program. */

import { type Example, learn } from "../../search/trained/learn.ts";
import { packWeights } from "../../search/trained/weights.ts";
import type { FactCard } from "../handbook.ts";
import type { Handbook } from "../read.ts";
import { NONE, withMistakes } from "./examples.ts";
import { createFeatures } from "./features.ts";

/** So many words of a card make an example: about as many as a question has. */
const TOGETHER = 3;

/** What the card says of itself, though not its answer: that may be reworded without another question getting it. */
function ownOf({ id, words, says, terms, section }: FactCard): readonly Example[] {
  const all = [words, says, terms].flatMap((list) => list.split(",")).filter((term) => term.trim() !== "");
  const texts = all.flatMap((_, at) => (at % TOGETHER === 0 ? [all.slice(at, at + TOGETHER).join(" ")] : []));
  return [...texts, section].map((text) => ({ label: id, text }));
}

/** Every question of the bank, those without an answer, the words of the cards, and those for what stands nowhere. */
function examplesOf({ cards, examples, lexicon }: Handbook): readonly Example[] {
  const asked = examples.flatMap(({ card, lines, misses }) => [
    ...lines.map((text) => ({ label: card, text })),
    ...misses.map((text) => ({ label: NONE, text })),
  ]);
  const absent = lexicon.absent.map((row) => ({ label: NONE, text: row.join(" ") }));
  return [...withMistakes(asked), ...cards.flatMap(ownOf), ...absent];
}

/** The contents of the file; takes some seconds. */
export const makeWeights = (handbook: Handbook): Uint8Array =>
  packWeights(learn(examplesOf(handbook), createFeatures(handbook.lexicon), handbook.stamp));
