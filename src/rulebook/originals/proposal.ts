/** The one passage worth looking at where no card answers. A hint, never an answer. Pure. */
import { analyse } from "../../search/analyse.ts";
import type { Citation } from "../answer.ts";
import { createFinder } from "./find.ts";
import type { Paper } from "./paper.ts";
import { sectionText } from "./texts.ts";

/** Fewer words in common are chance. */
const LEAST_SHARED = 2;
/** Share of the words of the question that stand in the passage. */
const LEAST_COVERED = 0.6;
/** Longer passages are no hint any more; characters. */
const LONGEST = 400;

/** Prepares the papers once. */
export function createProposal(papers: readonly Paper[]): (text: string) => Citation | undefined {
  const places = papers.flatMap((paper) => paper.passages.map((passage) => ({ paper, passage })));
  const find = createFinder(places.map(({ passage }) => passage));
  const stems = new Map<number, ReadonlySet<string>>();
  const stemsAt = (at: number): ReadonlySet<string> => {
    const { heading = "", text = "" } = places[at]?.passage ?? {};
    const known = stems.get(at) ?? new Set(analyse(`${heading} ${text}`).keys());
    stems.set(at, known);
    return known;
  };
  return (text) => {
    const asked = [...analyse(text).keys()];
    const [best] = find(text);
    const place = best && places[best.at];
    if (!best || !place || place.passage.text.length > LONGEST) return undefined;
    const shared = asked.filter((stem) => stemsAt(best.at).has(stem)).length;
    if (shared < LEAST_SHARED || shared < LEAST_COVERED * asked.length) return undefined;
    return citationOf(place.paper, place.passage);
  };
}

function citationOf(paper: Paper, passage: Paper["passages"][number]): Citation {
  const { id, title, kind, date, version } = paper;
  const { position, page, text } = passage;
  return {
    document: title,
    section: sectionText(passage.heading, passage.paragraph),
    date: date ?? "ohne Datum",
    kind,
    cards: [],
    original: { documentId: id, position, version, page, quote: text },
  };
}
