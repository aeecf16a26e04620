/** Reads the shipped handbook from the folder beside this file. Called once, at start. */
import { fileURLToPath } from "node:url";
import { createEngine, type Engine } from "./decide.ts";
import { type Handbook, readHandbook } from "./read.ts";
import { loadWeights } from "./trained/load.ts";

export type Rulebook = Handbook & Engine;

/** Nothing in it changes, so one is enough for a process. */
let shipped: Rulebook | undefined;

/** The handbook that comes with the program. Throws HandbookError with one line per error if a file is wrong. */
export function shippedRulebook(): Rulebook {
  shipped ??= loadRulebook();
  return shipped;
}

/** Throws HandbookError with one line per error if a file is wrong. */
export function loadRulebook(folder: string = fileURLToPath(new URL(".", import.meta.url))): Rulebook {
  const handbook = readHandbook(folder);
  const { cards, lexicon, examples } = handbook;
  const weights = loadWeights(folder);
  return { ...handbook, ...createEngine(cards, lexicon, { examples, weights }) };
}
