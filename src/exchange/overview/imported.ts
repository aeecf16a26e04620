/** A record as a file brings it, and what can be wrong with a line of such a file. Pure. */
import type { Instant } from "../../system/clock.ts";
import { check } from "../draft.ts";
import type { Content, Draft, DraftProblem } from "../exchange.ts";

export type Imported = {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Names the record in files: the same name again changes it. */
  readonly externalId: string;
  readonly content: Content;
  /** Key of an organisation. */
  readonly organisation: string;
  /** Name of a group; null for none. */
  readonly group: string | null;
  /** Null where the file says nothing. */
  readonly recordedAt: Instant | null;
};

export type Fault =
  | { readonly kind: "encoding" | "notObject" | "groupOnly" | "open" }
  /** A value that is missing or not allowed; `said` is null where there is none. */
  | { readonly kind: "field"; readonly field: string; readonly said: string | null }
  | { readonly kind: "content"; readonly problem: DraftProblem }
  | { readonly kind: "twice"; readonly said: string; readonly before: number }
  | { readonly kind: "shape"; readonly cells: number; readonly columns: number };

export type LineFault = { readonly line: number; readonly faults: readonly Fault[] };

/** All of a file: nothing of it is kept as long as there is a fault. */
export type ReadFile = {
  readonly rows: readonly Imported[];
  readonly faults: readonly LineFault[];
  /** What the file says beside and nobody reads. */
  readonly ignored: readonly string[];
};

/** What the text of a file is held against. */
export type Places = {
  /** Key of the organisation of this key or name; undefined: unknown. */
  readonly organisation: (said: string) => string | undefined;
};

export const LONGEST_ID = 120;
/** Longest name of a group. */
export const LONGEST_GROUP = 60;

/** A name in a file: one line, not empty, no white space around it. */
export const isExternalId = (said: string): boolean =>
  said !== "" && said === said.trim() && said.length <= LONGEST_ID && !/[\p{Cc}\p{Cs}]/u.test(said);

export const field = (name: string, said: string | null): Fault => ({ kind: "field", field: name, said });

/** As a form would check it, but a product may be without a name: who brings a file cannot always know it. */
export function contentIn(
  draft: Draft,
): { readonly content: Content } | { readonly faults: readonly Fault[] } {
  const nameless = draft.kind === "product" && draft.product.trim() === "";
  const checked = check(nameless ? { ...draft, kind: "process" } : draft);
  if (!checked.ok) return { faults: checked.problems.map((problem) => ({ kind: "content", problem })) };
  const { kind, ...rest } = checked.value;
  return { content: { ...rest, kind: nameless ? "product" : kind } };
}

/** Takes rows and faults of one line after the other; a name that was there before is a fault. */
export function createReading() {
  const rows: Imported[] = [];
  const faults: LineFault[] = [];
  const lines = new Map<string, number>();
  return {
    take(line: number, read: Omit<Imported, "line"> | readonly Fault[]): void {
      if (!("externalId" in read)) {
        faults.push({ line, faults: read });
        return;
      }
      const before = lines.get(read.externalId);
      if (before !== undefined) {
        faults.push({ line, faults: [{ kind: "twice", said: read.externalId, before }] });
        return;
      }
      lines.set(read.externalId, line);
      rows.push({ line, ...read });
    },
    done: (ignored: Iterable<string> = []): ReadFile => ({ rows, faults, ignored: [...new Set(ignored)] }),
  };
}
