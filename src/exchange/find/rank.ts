/** In which order records answer a search. Pure. */
import type { Inverted } from "../../search/inverted.ts";
import type { Instant } from "../../system/clock.ts";
import type { IndexRow } from "../repository.ts";
import type { Sought } from "./meaning.ts";

/** What the index keeps of a record beside its tokens. */
export type About = Omit<IndexRow, "index" | "deleted">;

export type Scored = {
  readonly id: string;
  readonly slot: number;
  readonly score: number;
  /** Points for words in common. */
  readonly words: number;
  /** How alike the subjects are, from 0 to 1. */
  readonly alike: number;
};

/** Names of subjects among the tokens; no word begins so. */
export const SUBJECT = "#";

const SATURATION = 1.2;
const LENGTH = 0.4;
const USUAL_LENGTH = 45;
/** How much the same subjects count against words in common. */
export const SUBJECTS = 25;
/** Records of an equal fit: in use or resolved, of the own group, and newer ones first. */
const IN_USE = 0.01;
const OWN_GROUP = 0.02;
const NEWEST = 0.02;
const YEAR_MS = 365 * 86_400_000;

const saturated = (weight: number, length: number): number =>
  (weight * (SATURATION + 1)) / (weight + SATURATION * (1 - LENGTH + (LENGTH * length) / USUAL_LENGTH));

const rarity = (count: number, frequency: number): number =>
  Math.log(1 + (Math.max(count, frequency) - frequency + 0.5) / (frequency + 0.5));

export type RankOptions = {
  readonly now: Instant;
  /** Whether the person may see it, and it holds to the restrictions. */
  readonly allowed: (about: About) => boolean;
  /** Multiplies the score, for what was perhaps meant as a restriction. */
  readonly favour?: (about: About) => number;
  /** The group in which somebody searches. */
  readonly group?: string | null;
};

/** Every allowed record that has something of what is sought, best first; of equals the newer one, then by id. */
export function rank(index: Inverted<About>, sought: Sought, options: RankOptions): readonly Scored[] {
  const { allowed, favour = () => 1 } = options;
  const words = pointsOfWords(index, sought);
  const subjects = pointsOfSubjects(index, sought);
  const found: (Scored & { readonly at: Instant })[] = [];
  for (const slot of new Set([...words.keys(), ...subjects.keys()])) {
    const entry = index.at(slot);
    if (!entry || !allowed(entry.about)) continue;
    const { about, id } = entry;
    const said = words.get(slot) ?? 0;
    const alike = subjects.get(slot) ?? 0;
    const fit = said + SUBJECTS * alike;
    const score = fit * liking(about, options) * favour(about);
    found.push({ id, slot, score, words: said, alike, at: about.recordedAt });
  }
  return found.sort((a, b) => b.score - a.score || b.at - a.at || (a.id < b.id ? -1 : 1));
}

/** Only enough to part records of an equal fit. */
function liking({ stage, decided, groupId, recordedAt }: About, { now, group = null }: RankOptions): number {
  const settled = stage === "inUse" || decided ? IN_USE : 0;
  const own = group !== null && groupId === group ? OWN_GROUP : 0;
  return 1 + settled + own + NEWEST / (1 + Math.max(0, now - recordedAt) / YEAR_MS);
}

type Points = Map<number, number>;
const raise = (points: Points, slot: number, value: number): void => {
  if (value > (points.get(slot) ?? 0)) points.set(slot, value);
};

/** By slot. One word counts once, by the best of what it may have meant. */
function pointsOfWords(index: Inverted<About>, { terms }: Sought): Points {
  const points: Points = new Map();
  const count = index.count();
  for (const { alternatives } of terms) {
    const best: Points = new Map();
    for (const [token, weight] of alternatives) {
      const { slots, weights } = index.postings(token);
      const worth = weight * rarity(count, index.frequency(token));
      for (let at = 0; at < slots.length; at++) {
        const slot = slots[at] as number;
        const entry = index.at(slot);
        if (entry) raise(best, slot, worth * saturated(weights[at] as number, entry.length));
      }
    }
    for (const [slot, value] of best) points.set(slot, (points.get(slot) ?? 0) + value);
  }
  return points;
}

function pointsOfSubjects(index: Inverted<About>, { subjects }: Sought): Points {
  const points: Points = new Map();
  for (const [subject, strength] of subjects) {
    const { slots, weights } = index.postings(SUBJECT + subject);
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] as number;
      points.set(slot, (points.get(slot) ?? 0) + strength * (weights[at] as number));
    }
  }
  return points;
}
