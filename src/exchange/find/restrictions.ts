/** Reads from the words of a search what it is restricted to: whose, how far, of what kind, which group, since when. Pure. */
import { fold } from "../../search/fold.ts";
import type { FilterName } from "./filters.ts";
import { readPeriod } from "./period.ts";
import { KINDS, OFFERS, STAGES } from "./restriction-words.ts";

/** One restriction and the words that made it. */
export type Restriction = {
  readonly name: FilterName;
  readonly value: string | number;
  /** Folded, as it stands in the search. */
  readonly said: string;
  /** The words may also be meant as words: they are searched as well, and give way when nothing is left. */
  readonly unsure?: true;
};

export type Read = {
  readonly restrictions: readonly Restriction[];
  /** What is left to search for, folded. */
  readonly rest: string;
};

/** Names by which something is called, each folded. */
export type Named = { readonly key: string; readonly names: readonly string[] };

export type Names = {
  readonly organisations: readonly Named[];
  readonly groups: readonly Named[];
  /** Calendar date, YYYY-MM-DD. */
  readonly today: string;
};

/** Names of places that are also words of the language. Folded. */
const ALSO_WORDS = new Set(["weil", "steinen", "hasel", "hausen", "zell", "wieden", "schonau", "kreis"]);
/** Before a name they make it one. */
const LEADING =
  "(?:in|aus|bei|von|vom|fur|beim|der|des|die|dem|stadt|gemeinde|stadtverwaltung|rathaus|macht|hat|haben)";

/** Replaces what was read by spaces, so that nothing is read twice. */
class Words {
  text: string;
  constructor(text: string) {
    this.text = ` ${text} `;
  }
  take(found: RegExpExecArray): void {
    const { index } = found;
    this.text =
      this.text.slice(0, index) + " ".repeat(found[0].length) + this.text.slice(index + found[0].length);
  }
  first(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = 0;
    return pattern.exec(this.text);
  }
}

const escaped = (name: string): string =>
  name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/[ -]/g, "[ -]");

/** All ways to call an organisation, the longest first, so that a county is not taken for its town. */
function callings(
  organisations: readonly Named[],
): readonly { key: string; name: string; unsure: boolean }[] {
  return organisations
    .flatMap(({ key, names }) =>
      [...new Set(names)].map((name) => ({ key, name, unsure: ALSO_WORDS.has(name) || name.length < 4 })),
    )
    .sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
}

/** Where a name stands as a name; `sure` unless it is also a word and nothing before it makes it a name. */
function placeOf(words: Words, { name, unsure }: { name: string; unsure: boolean }) {
  const ending = unsure ? "" : "(?:er|ern|es|s)?";
  const plain = new RegExp(`(?<![\\p{L}\\p{N}-])${escaped(name)}${ending}(?![\\p{L}\\p{N}])`, "u");
  if (!unsure) return { found: words.first(plain), sure: true };
  const led = new RegExp(`(?<![\\p{L}\\p{N}])${LEADING} ${escaped(name)}(?![\\p{L}\\p{N}])`, "u");
  const found = words.first(led);
  // "weil" alone is a conjunction.
  return found ? { found, sure: true } : { found: name === "weil" ? null : words.first(plain), sure: false };
}

function readParty(words: Words, organisations: readonly Named[]): Restriction | undefined {
  for (const calling of callings(organisations)) {
    const { found, sure } = placeOf(words, calling);
    if (!found) continue;
    if (sure) words.take(found);
    return {
      name: "party",
      value: calling.key,
      said: found[0].trim(),
      ...(sure ? {} : { unsure: true }),
    };
  }
  return undefined;
}

function readGroup(words: Words, groups: readonly Named[]): Restriction | undefined {
  for (const { key, names } of groups)
    for (const name of [...names].sort((a, b) => b.length - a.length)) {
      const bare = name.replace(/^(?:ag|arbeitsgruppe|arbeitskreis|ak|gruppe) /, "");
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}])(?:(?:der |die |aus der )?(?:ag|arbeitsgruppe|arbeitskreis|gruppe)[ -]${escaped(bare)}|${escaped(name)})(?![\\p{L}\\p{N}])`,
        "u",
      );
      const found = words.first(pattern);
      if (!found) continue;
      // A group that is called like its subject: only with "AG" before it the group is meant.
      if (name === bare && found[0].trim() === bare && !bare.includes(" ")) continue;
      words.take(found);
      return { name: "group", value: key, said: found[0].trim() };
    }
  return undefined;
}

function readOf<T extends string>(
  words: Words,
  name: FilterName,
  list: readonly (readonly [T, RegExp])[],
): Restriction | undefined {
  for (const [value, pattern] of list) {
    const found = words.first(pattern);
    if (!found) continue;
    words.take(found);
    return { name, value, said: found[0].trim() };
  }
  return undefined;
}

function readStage(words: Words): Restriction | undefined {
  const sure = readOf(
    words,
    "stage",
    STAGES.map(([stage, certain]) => [stage, certain] as const),
  );
  if (sure) return sure;
  for (const [stage, , perhaps] of STAGES) {
    const found = words.first(perhaps);
    if (found) return { name: "stage", value: stage, said: found[0].trim(), unsure: true };
  }
  return undefined;
}

/** The restrictions of a search, at most one of each name and none of those dropped, and the words that are left. */
export function readRestrictions(typed: string, names: Names, dropped: readonly FilterName[] = []): Read {
  const words = new Words(fold(typed));
  const wanted = (name: FilterName) => !dropped.includes(name);
  const found: (Restriction | undefined)[] = [];
  if (wanted("group")) found.push(readGroup(words, names.groups));
  if (wanted("since") && wanted("until"))
    found.push(...readPeriod(words.text, names.today, (match) => words.take(match)));
  if (wanted("party")) found.push(readParty(words, names.organisations));
  if (wanted("stage")) found.push(readStage(words));
  if (wanted("offer")) found.push(readOf(words, "offer", OFFERS));
  if (wanted("kind")) found.push(readOf(words, "kind", KINDS));
  const restrictions = found.filter((one) => one !== undefined);
  return { restrictions, rest: words.text.replace(/\s+/g, " ").trim() };
}
