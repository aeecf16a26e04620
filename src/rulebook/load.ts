/** Reads the shipped handbook and lexicon from the folder beside this file. Called once, at start. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { HandbookError } from "./checked-yaml.ts";
import { createDecide, type Decide } from "./decide.ts";
import { type FactCard, handbookFaults, parseHandbook } from "./handbook.ts";
import { type Lexicon, parseLexicon, type Source } from "./lexicon.ts";

export type Rulebook = {
  readonly cards: readonly FactCard[];
  readonly lexicon: Lexicon;
  readonly decide: Decide;
};

/** Rules come before reports and strategies where cards are equally good. */
const FIRST: readonly string[] = ["rule"];

/** Throws HandbookError with one line per error if a file is wrong. */
export function loadRulebook(folder: string = fileURLToPath(new URL(".", import.meta.url))): Rulebook {
  const source = (name: string): Source => ({ name, yaml: readFileSync(`${folder}/${name}`, "utf8") });
  const files = readdirSync(`${folder}/handbook`)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => source(`handbook/${name}`));
  const cards = files
    .flatMap(({ name, yaml }) => parseHandbook(name, yaml))
    .sort((a, b) => Number(FIRST.includes(b.document.kind)) - Number(FIRST.includes(a.document.kind)));
  const own = Object.fromEntries(cards.flatMap(({ id, words }) => (words === "" ? [] : [[id, words]])));
  const lexicon = parseLexicon(source("lexicon.yaml"), source("lexicon-further.yaml"), own);
  const faults = handbookFaults(cards, lexicon.isConcept);
  if (faults.length > 0) throw new HandbookError(faults.map((fault) => located(fault, files)));
  return { cards, lexicon, decide: createDecide(cards, lexicon) };
}

/** A fault begins with the id of its card; puts the file and line of this card before it. */
function located(fault: string, files: readonly Source[]): string {
  const id = `- id: ${fault.split(":")[0]}`;
  const place = files.flatMap(({ name, yaml }) => {
    const at = yaml.split("\n").findIndex((line) => line.trim() === id);
    return at < 0 ? [] : [`${name}:${at + 1}: `];
  });
  return `${place[0] ?? ""}${fault}`;
}
