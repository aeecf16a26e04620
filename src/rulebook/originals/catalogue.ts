/** The papers in force as they were last read, for answers: in memory, read again only after a change. */
import type { Citation, Original } from "../answer.ts";
import { type ContextPassage, createContext } from "./context.ts";
import { inForce, named, type Paper, type PaperHead } from "./paper.ts";
import type { Passage } from "./passage.ts";
import { createProposal } from "./proposal.ts";
import { type Anchored, type Flag, quotesOf } from "./quotes.ts";
import type { OriginalsRepository } from "./repository.ts";
import { sectionText } from "./texts.ts";

export type Catalogue = {
  /** Reads again if something was imported or removed; true: it did. Rejects when the store does not answer. */
  readonly refresh: () => Promise<boolean>;
  /** The versions in force. */
  readonly documents: () => readonly PaperHead[];
  /** The version in force of the paper that a citation names; undefined: not imported. */
  readonly documentNamed: (title: string) => PaperHead | undefined;
  /** The wording on which a card rests; undefined: not imported, or not found. */
  readonly originalOf: (cardId: string) => Original | undefined;
  readonly passage: (documentId: string, position: number) => Passage | undefined;
  /** Cards whose place the version in force does not have. */
  readonly flags: () => readonly Flag[];
  /** What is worth reading for a text; empty as long as nothing is imported. Proposes, never answers. */
  readonly contextFor: (text: string) => readonly ContextPassage[];
  /** The one passage that may help where nothing answers. */
  readonly proposalFor: (text: string) => Citation | undefined;
};

type Snapshot = {
  readonly papers: readonly Paper[];
  readonly originals: ReadonlyMap<string, Original>;
  readonly flags: readonly Flag[];
  readonly contextFor: Catalogue["contextFor"];
  readonly proposalFor: Catalogue["proposalFor"];
};

const EMPTY: Snapshot = {
  ...{ papers: [], originals: new Map(), flags: [] },
  ...{ contextFor: () => [], proposalFor: () => undefined },
};

/** An index is made when somebody first asks for it: without a model, or without refusals, nobody does. */
function lazily<T>(make: () => (text: string) => T): (text: string) => T {
  let find: ((text: string) => T) | undefined;
  return (text) => {
    find ??= make();
    return find(text);
  };
}

export function createCatalogue(repository: OriginalsRepository, cards: readonly Anchored[]): Catalogue {
  let stamp: string | undefined;
  let snapshot = EMPTY;

  async function readAgain(): Promise<Snapshot> {
    const heads = (await repository.heads()).filter((one) => one.removedAt === null);
    const all = await repository.papers(heads.map(({ id }) => id));
    // A paper removed in between comes without passages.
    const papers = all.filter((one) => one.passages.length > 0);
    const { originals, flags } = quotesOf(cards, papers);
    const current = inForce(papers);
    const contextFor = lazily(() => createContext(current, sectionText));
    const proposalFor = lazily(() => createProposal(current));
    return { papers: current, originals, flags, contextFor, proposalFor };
  }

  return {
    refresh: async () => {
      const now = await repository.stamp();
      if (now === stamp) return false;
      snapshot = await readAgain();
      // The stamp from before the reading: what changed meanwhile is seen the next time.
      stamp = now;
      return true;
    },
    documents: () => snapshot.papers,
    documentNamed: (title) => named(snapshot.papers, title),
    originalOf: (cardId) => snapshot.originals.get(cardId),
    passage: (documentId, position) =>
      snapshot.papers.find(({ id }) => id === documentId)?.passages.find((one) => one.position === position),
    flags: () => snapshot.flags,
    contextFor: (text) => snapshot.contextFor(text),
    proposalFor: (text) => snapshot.proposalFor(text),
  };
}
