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

/** More are never looked at: who has not found it by then searches with other words. */
const MOST = 200;

/** The best allowed records that have something of what is sought; of equals the newer one first, then by id. */
export function rank(index: Inverted<About>, sought: Sought, options: RankOptions): readonly Scored[] {
  const { allowed, favour = () => 1 } = options;
  const words = pointsOfWords(index, sought);
  const subjects = pointsOfSubjects(index, sought);
  const scores = new Float64Array(index.slots());
  for (let slot = 0; slot < scores.length; slot++) {
    const fit = (words[slot] as number) + SUBJECTS * (subjects[slot] as number);
    if (fit === 0) continue;
    const about = index.at(slot)?.about;
    if (about && allowed(about)) scores[slot] = fit * liking(about, options) * favour(about);
  }
  const found: (Scored & { readonly at: Instant })[] = [];
  const least = leastOfBest(scores);
  for (let slot = 0; slot < scores.length; slot++) {
    const score = scores[slot] as number;
    const entry = score >= least ? index.at(slot) : undefined;
    if (!entry) continue;
    const [said, alike] = [words[slot] as number, subjects[slot] as number];
    found.push({ id: entry.id, slot, score, words: said, alike, at: entry.about.recordedAt });
  }
  return found.sort((a, b) => b.score - a.score || b.at - a.at || (a.id < b.id ? -1 : 1)).slice(0, MOST);
}

/** The score that the last of the best has. Sorting bare numbers is far cheaper than sorting all records. */
function leastOfBest(scores: Float64Array): number {
  const some = scores.filter((score) => score > 0).sort();
  return some[Math.max(0, some.length - MOST)] ?? Number.POSITIVE_INFINITY;
}

/** Only enough to part records of an equal fit. */
function liking({ stage, decided, groupId, recordedAt }: About, { now, group = null }: RankOptions): number {
  const settled = stage === "inUse" || decided ? IN_USE : 0;
  const own = group !== null && groupId === group ? OWN_GROUP : 0;
  return 1 + settled + own + NEWEST / (1 + Math.max(0, now - recordedAt) / YEAR_MS);
}

/** By slot: the arrays are as long as the index, since nearly every record has something of a subject. */
type Points = Float64Array;

/** One word counts once, by the best of what it may have meant. */
function pointsOfWords(index: Inverted<About>, { terms }: Sought): Points {
  const points = new Float64Array(index.slots());
  const best = new Float64Array(index.slots());
  for (const { alternatives } of terms) {
    const touched: number[] = [];
    for (const [token, weight] of alternatives) raiseAll(index, token, weight, best, touched);
    for (const slot of touched) {
      points[slot] = (points[slot] as number) + (best[slot] as number);
      best[slot] = 0;
    }
  }
  return points;
}

function raiseAll(
  index: Inverted<About>,
  token: string,
  weight: number,
  best: Points,
  touched: number[],
): void {
  const { slots, weights } = index.postings(token);
  const worth = weight * rarity(index.count(), index.frequency(token));
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as number;
    const entry = index.at(slot);
    if (!entry) continue;
    const value = worth * saturated(weights[at] as number, entry.length);
    const before = best[slot] as number;
    if (before === 0) touched.push(slot);
    if (value > before) best[slot] = value;
  }
}

function pointsOfSubjects(index: Inverted<About>, { subjects }: Sought): Points {
  const points = new Float64Array(index.slots());
  for (const [subject, strength] of subjects) {
    const { slots, weights } = index.postings(SUBJECT + subject);
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] as number;
      points[slot] = (points[slot] as number) + strength * (weights[at] as number);
    }
  }
  return points;
}
