/** The names on a ballot paper, as a coordinator enters them. Pure. */
import { fold } from "../search/fold.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { ABSTAIN, AGAINST, FOR, INVALID } from "./election.ts";

export type CandidateRefusal =
  | "no-candidates"
  | "too-many"
  | "name-too-long"
  | "name-twice"
  | "name-reserved";

export const MOST_CANDIDATES = 20;
/** Characters of a name; far below what a sealed ballot can hold. */
export const LONGEST_NAME = 80;

const letters = (name: string): string => fold(name).replace(/[^\p{L}\p{N}]/gu, "");
const RESERVED = new Set([FOR, AGAINST, ABSTAIN, INVALID].map(letters));

/** One spelling (NFC), no invisible signs, white space tidied. */
const tidy = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "")
    // What was removed may have stood between two spaces.
    .replace(/\s+/g, " ")
    .trim();

const collator = new Intl.Collator("de");

/** Each line is a name; empty lines are left out. */
export const namesIn = (lines: string): readonly string[] => lines.split(/\r\n|\r|\n/);

/**
 * The names in the order of the ballot paper, alphabetically. Two that differ in case or accents only could
 * be taken for one another, and the words for abstention and the like are no names.
 */
export function checkCandidates(entered: readonly string[]): Outcome<readonly string[], CandidateRefusal> {
  const names = entered.map(tidy).filter((name) => name !== "");
  if (names.length === 0) return refused("no-candidates");
  if (names.length > MOST_CANDIDATES) return refused("too-many");
  if (names.some((name) => name.length > LONGEST_NAME)) return refused("name-too-long");
  if (names.some((name) => RESERVED.has(letters(name)) || letters(name) === ""))
    return refused("name-reserved");
  if (new Set(names.map(fold)).size !== names.length) return refused("name-twice");
  return ok([...names].sort(collator.compare));
}
