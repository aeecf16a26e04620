/** Reads what was learnt, and puts it to use. */
import { readFileSync } from "node:fs";
import { unpackWeights, type Weights } from "../../search/trained/weights.ts";
import { HandbookError } from "../checked-yaml.ts";

/** Where the build keeps it, below the folder of the handbook. */
export const WEIGHTS = "generated/weights.bin";

/**
 * Throws HandbookError when the file is missing. One that was made from other texts still serves, less well: the set-up
 * makes it anew before the next start.
 */
export function loadWeights(folder: string): Weights {
  try {
    return unpackWeights(readFileSync(`${folder}/${WEIGHTS}`));
  } catch {
    throw new HandbookError([`${WEIGHTS} cannot be read: npm run build makes it`]);
  }
}
