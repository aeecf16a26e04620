/** The handbook: fact cards in our own words, one YAML file per document, read and checked. Pure. */
import { isMap, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { z } from "zod";
import { type DocumentKind, KINDS } from "./answer.ts";

const ATTRIBUTES = [
  "date",
  "frequency",
  "duration",
  "count",
  "role",
  "place",
  "reason",
  "purpose",
  "parts",
  "rule",
  "exit",
  "definition",
  "document",
  "state",
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

const concepts = z.array(z.string().min(1)).default([]);
const card = z.strictObject({
  id: z.string().regex(/^[a-z]{2}(-[a-z0-9]+)+$/),
  topic: z.string().min(1),
  attribute: z.enum(ATTRIBUTES),
  also: z.array(z.enum(ATTRIBUTES)).default([]),
  answer: z.string().min(1).max(600),
  section: z.string().min(3),
  keywords: concepts,
  /** Concepts the statement touches without being about them. */
  mentions: concepts,
  /** Further words of the statement that are no concept: names, months, numbers. */
  terms: z.string().default(""),
  /** Concepts of which at least one must be asked for; without it the card is never the answer. */
  needs: concepts,
  /** What a number question may count to get this card; without it, the topic. */
  counts: concepts,
  /** What the card mentions without saying which: "welche Themen" stays without an answer. */
  silent: concepts,
  affirms: concepts,
  denies: concepts,
});
const file = z.strictObject({
  title: z.string().min(3),
  date: z.union([z.iso.date(), z.literal("ohne Datum")]),
  kind: z.enum(KINDS),
  scope: z.string().min(3),
  /** The concept by which people mean this document as a whole. */
  concept: z.string().min(1),
  cards: z.array(card).min(1),
});

type DocumentHead = {
  readonly title: string;
  readonly date: string;
  readonly kind: DocumentKind;
  readonly scope: string;
  readonly concept: string;
};
export type FactCard = Readonly<z.output<typeof card>> & { readonly document: DocumentHead };

/** A handbook or lexicon that cannot be used; the message has one line per error: file, line, what is wrong. */
export class HandbookError extends Error {
  constructor(errors: readonly string[]) {
    super(errors.join("\n"));
    this.name = "HandbookError";
  }
}

/** Reads one file of cards. Throws HandbookError naming file and line of everything that is wrong. */
export function parseHandbook(name: string, yaml: string): FactCard[] {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new HandbookError(
      document.errors.map(
        (error) => `${name}:${lines.linePos(error.pos[0]).line}: ${error.message.split("\n")[0]}`,
      ),
    );
  }
  const parsed = file.safeParse(document.toJS());
  if (!parsed.success) {
    throw new HandbookError(
      parsed.error.issues.map((issue) => {
        const line = lineOf(document.contents, issue.path, lines);
        return `${name}:${line}: ${issue.path.join(".") || "file"}: ${issue.message}`;
      }),
    );
  }
  const { cards, ...head } = parsed.data;
  return cards.map((one) => ({ ...one, document: head }));
}

/** Everything that is wrong between cards: an id used twice, a concept the lexicon does not know. */
export function handbookFaults(cards: readonly FactCard[], isConcept: (name: string) => boolean): string[] {
  const seen = new Set<string>();
  return cards.flatMap((one) => {
    const twice = seen.has(one.id) ? [`${one.id}: this id is used twice`] : [];
    seen.add(one.id);
    const { keywords, mentions, needs, counts, silent, affirms, denies } = one;
    const listed = [keywords, mentions, needs, counts, silent, affirms, denies].flat();
    const named = [one.topic, one.document.concept, ...listed];
    const alien = [...new Set(named)].filter((name) => !isConcept(name));
    return [...twice, ...alien.map((name) => `${one.id}: no such concept in the lexicon: ${name}`)];
  });
}

/** The line of the deepest node on the path that exists; of a missing field, the line of what should hold it. */
function lineOf(root: Node | null, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: unknown = root;
  let offset = 0;
  for (const key of [undefined, ...path]) {
    const next: unknown = key === undefined ? node : childOf(node, key);
    const range = (next as Node | undefined)?.range;
    if (!range) break;
    node = next;
    offset = range[0];
  }
  return lines.linePos(offset).line;
}

function childOf(node: unknown, key: PropertyKey): unknown {
  if (isMap(node)) return node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
  const items = (node as { items?: unknown[] } | null)?.items;
  return typeof key === "number" ? items?.[key] : undefined;
}
