/** Reads the bank of subjects and what was learnt from it. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { unpackWeights, type Weights } from "../../search/trained/weights.ts";
import { readBank, type Subject } from "./bank.ts";

/** Where the build keeps it, below the folder of the bank. */
export const WEIGHTS = "generated/subjects.bin";
const BANK = "bank";

/** The subjects and a stamp that is another one for every other bank. */
export function loadBank(folder: string): { readonly subjects: readonly Subject[]; readonly stamp: string } {
  const names = readdirSync(`${folder}/${BANK}`).filter((name) => name.endsWith(".txt"));
  const files = names.sort().map((name) => readFileSync(`${folder}/${BANK}/${name}`, "utf8"));
  const stamp = createHash("sha256").update(files.join("\0")).digest("hex").slice(0, 16);
  return { subjects: readBank(files), stamp };
}

/** Names of the subjects for people, by key. */
export const loadNames = (folder: string): ReadonlyMap<string, string> =>
  new Map(loadBank(folder).subjects.map(({ key, name }) => [key, name]));

/** @throws Error when the file is missing: the set-up makes it */
export function loadWeights(folder: string): Weights {
  try {
    return unpackWeights(readFileSync(`${folder}/${WEIGHTS}`));
  } catch {
    throw new Error(`${WEIGHTS} cannot be read: npm run build makes it`);
  }
}
