/** Reads the shipped handbook and lexicon from the folder beside this file. Called once, at start. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createDecide, type Decide } from "./decide.ts";
import { type FactCard, HandbookError, handbookFaults, parseHandbook } from "./handbook.ts";
import { type Lexicon, parseLexicon } from "./lexicon.ts";

export type Rulebook = {
  readonly cards: readonly FactCard[];
  readonly lexicon: Lexicon;
  readonly decide: Decide;
};

/** Rules come before reports and strategies where cards are equally good. */
const FIRST: readonly string[] = ["rule"];

/** Throws HandbookError with one line per error if a file is wrong. */
export function loadRulebook(folder: string = fileURLToPath(new URL(".", import.meta.url))): Rulebook {
  const lexicon = parseLexicon("lexicon.yaml", readFileSync(`${folder}/lexicon.yaml`, "utf8"));
  const files = readdirSync(`${folder}/handbook`).filter((name) => name.endsWith(".yaml"));
  const cards = files
    .sort()
    .flatMap((name) => parseHandbook(`handbook/${name}`, readFileSync(`${folder}/handbook/${name}`, "utf8")))
    .sort((a, b) => Number(FIRST.includes(b.document.kind)) - Number(FIRST.includes(a.document.kind)));
  const faults = handbookFaults(cards, lexicon.isConcept);
  if (faults.length > 0) throw new HandbookError(faults);
  return { cards, lexicon, decide: createDecide(cards, lexicon) };
}
