/** Puts the wording of imported papers beside the sources of an answer. Pure. */
import type { Answer, Citation, Original } from "./answer.ts";

export type Papers = {
  /** The wording on which a card rests; undefined: its paper is not imported, or no longer says so. */
  readonly originalOf: (card: string) => Original | undefined;
  /** The version in force of a paper. `date`: calendar date; null: it bears none. */
  readonly documentNamed: (title: string) => { readonly date: string | null } | undefined;
};

/** The date is that of the imported version. A source that has its wording keeps it. */
function sourced(citation: Citation, { originalOf, documentNamed }: Papers): Citation {
  const date = documentNamed(citation.document)?.date ?? citation.date;
  const [found] = citation.cards.flatMap((card) => originalOf(card) ?? []);
  const original = citation.original ?? found;
  return { ...citation, date, ...(original ? { original } : {}) };
}

/** The same answer, each of its sources with the wording of the paper where that is known. */
export function withOriginals(answer: Answer, papers: Papers): Answer {
  if (answer.kind === "answered")
    return { ...answer, citations: answer.citations.map((one) => sourced(one, papers)) };
  const { nearest } = answer;
  return nearest
    ? { ...answer, nearest: { ...nearest, citation: sourced(nearest.citation, papers) } }
    : answer;
}
