/** Imported papers and their versions. Pure. */
import { Temporal } from "temporal-polyfill";
import { words } from "../../search/words.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { KINDS, type PaperKind } from "../answer.ts";
import type { Format, Passage } from "./passage.ts";

/** Longest entries, in UTF-16 units. */
export const PAPER_LIMITS = { title: 200, scope: 200, fileName: 200 } as const;

/** A paper as it was imported: one per version. A removed one has no passages any more. */
export type PaperHead = {
  readonly id: string;
  /** Running number of all imports, for people; never given again. */
  readonly number: number;
  readonly titleKey: string;
  readonly title: string;
  readonly version: number;
  readonly kind: PaperKind;
  readonly scope: string;
  /** Calendar date of the paper; null: it bears none. */
  readonly date: string | null;
  readonly fileName: string;
  readonly format: Format;
  readonly sha256: string;
  readonly importedAt: Instant;
  readonly removedAt: Instant | null;
};
export type Paper = PaperHead & { readonly passages: readonly Passage[] };

/** What is said about a file by the person who imports it; `date` is a calendar date, "ohne" or empty. */
export type PaperEntry = {
  readonly title: string;
  readonly kind: string;
  readonly scope: string;
  readonly date: string;
};
type Described = Pick<PaperHead, "title" | "titleKey" | "kind" | "scope" | "date">;

export type EntryRefusal =
  | "titleMissing"
  | "titleTooLong"
  | "kindMissing"
  | "scopeMissing"
  | "scopeTooLong"
  | "dateMissing"
  | "dateWrong";

/** The same for all spellings of a title: case, umlauts, white space and punctuation do not count. */
export const titleKey = (title: string): string => words(title).join(" ");

const isKind = (kind: string): kind is PaperKind => (KINDS as readonly string[]).includes(kind);

/** Null: no date there is. */
function dateOf(written: string): string | null {
  try {
    return Temporal.PlainDate.from(written, { overflow: "reject" }).toString() === written ? written : null;
  } catch {
    return null;
  }
}

/** What must be known of a paper; the first thing that is wrong. */
export function described(entry: PaperEntry): Outcome<Described, EntryRefusal> {
  const [title, scope] = [entry.title, entry.scope].map((one) => one.replace(/\s+/g, " ").trim());
  const key = titleKey(title ?? "");
  if (!title || key === "") return refused("titleMissing");
  if (title.length > PAPER_LIMITS.title) return refused("titleTooLong");
  if (!isKind(entry.kind)) return refused("kindMissing");
  if (!scope) return refused("scopeMissing");
  if (scope.length > PAPER_LIMITS.scope) return refused("scopeTooLong");
  const written = entry.date.trim().toLowerCase();
  if (written === "") return refused("dateMissing");
  const date = written.startsWith("ohne") ? null : dateOf(written);
  if (date === null && !written.startsWith("ohne")) return refused("dateWrong");
  return ok({ title, titleKey: key, kind: entry.kind, scope, date });
}

/** The versions in force: of each title the highest that is not removed. */
export function inForce<P extends PaperHead>(papers: readonly P[]): P[] {
  const newest = new Map<string, P>();
  for (const paper of papers) {
    const known = newest.get(paper.titleKey);
    if (paper.removedAt === null && (!known || known.version < paper.version))
      newest.set(paper.titleKey, paper);
  }
  return [...newest.values()];
}

/**
 * The paper that is meant by a title: the same title, or the only one where one of the two is the beginning of the
 * other ("Digitale Agenda" for "Digitale Agenda des Landkreises").
 */
export function named<P extends Pick<PaperHead, "titleKey">>(
  papers: readonly P[],
  title: string,
): P | undefined {
  const key = titleKey(title);
  const same = papers.find((one) => one.titleKey === key);
  if (same || key === "") return same;
  const alike = papers.filter(
    (one) => one.titleKey.startsWith(`${key} `) || key.startsWith(`${one.titleKey} `),
  );
  return alike.length === 1 ? alike[0] : undefined;
}
