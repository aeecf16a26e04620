/** What a model is given to read for a question: the nearest cards of the handbook, then the imported papers. Pure. */
import type { Answer, DocumentKind, Original } from "../answer.ts";
import type { FactCard } from "../handbook.ts";
import type { Catalogue } from "../originals/catalogue.ts";
import { createFinder } from "../originals/find.ts";
import type { Excerpt } from "./model.ts";

type Papers = Pick<Catalogue, "contextFor" | "documents" | "passage">;
type Card = Pick<FactCard, "id" | "section" | "answer"> & {
  readonly document: Pick<FactCard["document"], "title" | "date"> & { readonly kind: DocumentKind };
};
type PaperPassage = ReturnType<Papers["contextFor"]>[number];

/** Cards beside those of the answer without a model. */
const MOST_CARDS = 30;

type Nameless = Omit<Excerpt, "id">;

const excerptOf = ({ id, section, answer, document }: Card): Nameless => ({
  text: answer,
  citation: { document: document.title, section, date: document.date, kind: document.kind, cards: [id] },
});

/** Where the passage stands in its paper; its id is `<paper>#<position>`. */
function originalOf({ id, text }: PaperPassage, papers: Papers): Original | undefined {
  const at = id.lastIndexOf("#");
  const [documentId, position] = [id.slice(0, at), Number(id.slice(at + 1))];
  const head = papers.documents().find((one) => one.id === documentId);
  const page = papers.passage(documentId, position)?.page ?? null;
  return head && { documentId, position, version: head.version, page, quote: text };
}

function paperExcerpt(passage: PaperPassage, papers: Papers): Nameless {
  const { text, document, section, date, kind } = passage;
  const original = originalOf(passage, papers);
  return { text, citation: { document, section, date, kind, cards: [], ...(original ? { original } : {}) } };
}

/** Prepares the cards once. Their own words are no wording of a paper, so a citation of a card bears none here. */
export function createModelContext(cards: readonly Card[], papers: Papers) {
  const find = createFinder(
    cards.map(({ section, answer, document }) => ({ heading: `${document.title} ${section}`, text: answer })),
  );
  return (question: string, baseline: Answer): readonly Excerpt[] => {
    const used = baseline.kind === "answered" ? baseline.cards : [];
    const first = cards.filter(({ id }) => used.includes(id));
    const near = find(question).flatMap(({ at }) => cards[at] ?? []);
    const chosen = new Set([...first, ...near.slice(0, MOST_CARDS)]);
    const all = [
      ...[...chosen].map(excerptOf),
      ...papers.contextFor(question).map((one) => paperExcerpt(one, papers)),
    ];
    return all.map((one, at) => ({ id: `p${at + 1}`, ...one }));
  };
}
