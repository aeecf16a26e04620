/** Finds an organisation by what somebody types. Pure. */
import { fold } from "../search/fold.ts";
import type { Organisation } from "./forum.ts";

export type Directory = {
  readonly all: readonly Organisation[];
  readonly get: (key: string) => Organisation | undefined;
  /** Name for people; the key itself for an organisation that is no longer listed. */
  readonly name: (key: string) => string;
  /** The same, and an associated organisation is marked: it may offer, and never counts as a party. */
  readonly label: (key: string) => string;
  /** All names of every organisation, folded. */
  readonly names: readonly { readonly key: string; readonly names: readonly string[] }[];
  /** Every organisation that the words can mean, best first: one = certain, several = ask, none = unknown. */
  readonly find: (typed: string) => readonly Organisation[];
};

export type ListedOrganisation = Organisation & { readonly aliases: readonly string[] };

const PREFIXES = /^(?:bei|von|aus|in|der|die|das|dem|den|beim|vom)\s+/;
const TITLES = /^(?:stadt|gemeinde|stadtverwaltung|gemeindeverwaltung|stadt verwaltung|rathaus)\s+/;

/** Words in front of a name that say nothing about which one is meant. */
function core(typed: string): string {
  const folded = fold(typed).replace(/[.!,;:]+$/, "");
  const stripped = folded.replace(PREFIXES, "");
  return stripped === folded ? folded : core(stripped);
}

/**
 * A full name or alias decides; then the name without "Stadt" or "Gemeinde" in front (so "Stadt Lörrach"
 * is the town and "Landkreis Lörrach" the county); then names that contain every typed word.
 */
export function createDirectory(listed: readonly ListedOrganisation[]): Directory {
  const byKey = new Map(listed.map((one) => [one.key, one]));
  const names = listed.map((one) => ({ one, names: [one.name, one.key, ...one.aliases].map(fold) }));
  const exactly = (wanted: string) => names.filter((entry) => entry.names.includes(wanted));
  const containing = (wanted: string) => {
    const words = wanted.split(" ").filter((word) => word.length >= 3);
    if (words.length === 0) return [];
    return names.filter((entry) => entry.names.some((name) => words.every((word) => name.includes(word))));
  };
  return {
    all: listed,
    names: names.map(({ one, names: called }) => ({ key: one.key, names: called })),
    get: (key) => byKey.get(key),
    name: (key) => byKey.get(key)?.name ?? key,
    label: (key) => {
      const one = byKey.get(key);
      return one && !one.party ? `${one.name} (assoziiert)` : (one?.name ?? key);
    },
    find: (typed) => {
      const wanted = core(typed);
      if (wanted === "") return [];
      for (const hits of [exactly(wanted), exactly(wanted.replace(TITLES, "")), containing(wanted)])
        if (hits.length > 0) return hits.map((entry) => entry.one);
      return [];
    },
  };
}
