/** Reads the shipped handbook, its examples and the lexicon from a folder. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { sha256 } from "../system/hash.ts";
import { type AskedFile, type Examples, parseAsked } from "./asked.ts";
import { HandbookError } from "./checked-yaml.ts";
import { type FactCard, handbookFaults, parseHandbook } from "./handbook.ts";
import { type Lexicon, parseLexicon, type Source } from "./lexicon.ts";

export type Handbook = {
  readonly cards: readonly FactCard[];
  readonly lexicon: Lexicon;
  /** How people ask for each card. */
  readonly examples: readonly Examples[];
  /** Of all that was read: what was learnt from other files does not fit. */
  readonly stamp: string;
};

/** Rules come before reports and strategies where cards are equally good. */
const FIRST: readonly string[] = ["rule"];

/** Throws HandbookError with one line per error if a file is wrong. */
export function readHandbook(folder: string): Handbook {
  const source = (name: string): Source => ({ name, yaml: readFileSync(`${folder}/${name}`, "utf8") });
  const files = readdirSync(`${folder}/handbook`)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => source(`handbook/${name}`));
  const cards = files
    .flatMap(({ name, yaml }) => parseHandbook(name, yaml))
    .sort((a, b) => Number(FIRST.includes(b.document.kind)) - Number(FIRST.includes(a.document.kind)));
  const own = Object.fromEntries(cards.flatMap(({ id, words }) => (words === "" ? [] : [[id, words]])));
  const lexica = [source("lexicon.yaml"), source("lexicon-further.yaml")] as const;
  const lexicon = parseLexicon(...lexica, own);
  const faults = handbookFaults(cards, lexicon.isConcept);
  if (faults.length > 0) throw new HandbookError(faults.map((fault) => located(fault, files)));
  const ids = new Set(cards.map(({ id }) => id));
  const bank = askedFiles(folder);
  const examples = parseAsked(bank, (id) => ids.has(id));
  return { cards, lexicon, examples, stamp: stampOf([...files, ...lexica, ...bank]) };
}

const stampOf = (texts: readonly (Source | AskedFile)[]): string =>
  sha256(texts.map((one) => ("yaml" in one ? one.yaml : one.text)).join("\0"));

/** The bank of examples, if there is one. */
function askedFiles(folder: string): AskedFile[] {
  const bank = `${folder}/handbook/asked`;
  if (!existsSync(bank)) return [];
  return readdirSync(bank)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => ({ name: `handbook/asked/${name}`, text: readFileSync(`${bank}/${name}`, "utf8") }));
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
