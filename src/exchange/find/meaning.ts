/** What is sought: the words of a search, what each of them may have meant, and the subjects they speak of. Pure. */
import { analyse } from "../../search/analyse.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import type { SubjectsOf } from "../subjects/subjects.ts";

/** A word of the search: tokens it may have meant, with weights. */
export type Term = { readonly said: string; readonly alternatives: ReadonlyMap<string, number> };
export type Sought = {
  readonly terms: readonly Term[];
  readonly subjects: ReadonlyMap<string, number>;
};

/** More words make no better search. */
const MOST_WORDS = 24;
const MOST_WIDENED = 12;
const GUESSED = 0.8;
const PART = 0.6;
/** A part that is little of the word is likely there by chance: "beleg" in "Belegschaft". */
const UNCOVERED = 2;

/** Words that are said of every record, as stems. */
const USUAL = new Set([
  ...analyse(
    `Projekt Projekte Erfahrung Erfahrungen Beitrag Beiträge Austausch Thema Themen suche suchen zeige zeigen finde finden alles
    nur gibt macht machen mache Kommune Kommunen Gemeinde Gemeinden Stadt Städte Ort Orte Dorf jemand wer wen schon bereits
    eigentlich mal bloß halt denn etwas anderswo andere anderen Nachbarn bitte brauche brauchen hätte hätten gerne gern
    neu neue neues aktuell derzeit gerade geht gehen komme kommen los dazu daran davon lassen lässt läuft tun
    Vorhaben Ideen Idee Überlegungen Maßnahme Maßnahmen Anwendung Anwendungen Angebot Angebote Beispiel Beispiele
    Information Informationen Infos Sache Sachen Ding Dinge Lösung Lösungen Möglichkeit`,
  ).keys(),
]);

/** What tells the subjects of a text, and whether a stem tells any. */
export type Learnt = { readonly subjectsOf: SubjectsOf; readonly knows: (stem: string) => boolean };

export function soughtIn(words: string, vocabulary: Vocabulary, { subjectsOf, knows }: Learnt): Sought {
  const tokens = [...analyse(words).keys()];
  const used = tokens.filter((token) => !USUAL.has(token)).slice(0, MOST_WORDS);
  // Words that are said of every record tell no subject either.
  if (used.length === 0) return { terms: [], subjects: new Map() };
  const terms = used.map((said) => ({ said, alternatives: alternatives(said, vocabulary) }));
  // A word that stands in records and in no example is a name: of it the subjects can only guess.
  const names = used.filter((stem) => vocabulary.has(stem) && !knows(stem)).length / used.length;
  const trust = 1 - GUESSED * names;
  const subjects = [...subjectsOf(words)].map(([one, strength]) => [one, strength * trust] as const);
  return { terms, subjects: new Map(subjects) };
}

function alternatives(token: string, vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const meant = new Map([[token, 1]]);
  const add = (word: string, weight: number) => meant.set(word, Math.max(meant.get(word) ?? 0, weight));
  const parts = vocabulary.parts(token);
  const covered = parts.reduce((sum, part) => sum + part.length, 0) / token.length;
  for (const part of parts) add(part, PART * covered ** UNCOVERED);
  if (vocabulary.has(token)) return meant;
  for (const { word, weight } of vocabulary.widen(token, MOST_WIDENED)) add(word, weight);
  return meant;
}
