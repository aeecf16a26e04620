/** What a record has been: its versions, what each step changed, and how much of a changed text is shown. Pure. */
import type { Instant } from "../../system/clock.ts";
import { cut } from "../draft.ts";
import type { Content, Exchange } from "../exchange.ts";
import type { Revision } from "../repository.ts";

type Named = { readonly id: string; readonly name: string };

/** What a record said at one revision, and where it belonged. */
export type Version = Content & {
  readonly revision: number;
  /** Null: written down before this was kept. */
  readonly placing: { readonly organisation: string; readonly group: Named | null } | null;
};

/** A version that another one has taken the place of, and the act that did it. */
export type Earlier = Version & Pick<Revision, "act" | "by" | "at">;

export type Act = "recorded" | Revision["act"];

/** One step in the life of a record. */
export type Entry = {
  readonly act: Act;
  readonly by: Named;
  readonly at: Instant;
  /** Null: it was recorded. */
  readonly before: Version | null;
  readonly after: Version;
};

export const versionOf = (exchange: Exchange): Version => ({
  ...exchange,
  placing: { organisation: exchange.organisation, group: exchange.group },
});

/**
 * The steps between neighbouring versions, newest first. `newest` follows `earlier`, which is newest first and without
 * gaps; when it reaches back to the first version, the last step is that it was recorded.
 */
export function entriesOf(
  recorded: Pick<Exchange, "recordedBy" | "recordedAt">,
  newest: Version,
  earlier: readonly Earlier[],
): readonly Entry[] {
  const versions: readonly Version[] = [newest, ...earlier];
  const steps = earlier.map(
    (before, at): Entry => ({
      ...{ act: before.act, by: before.by, at: before.at, before },
      after: versions[at] ?? newest,
    }),
  );
  const first = versions.at(-1) ?? newest;
  if (first.revision !== 1) return steps;
  const { recordedBy: by, recordedAt: at } = recorded;
  return [...steps, { act: "recorded", by, at, before: null, after: first }];
}

const SAID = [
  ...(["kind", "title", "text", "stage", "product", "offer"] as const),
  ...(["binding", "visibility", "tags", "links"] as const),
] as const satisfies readonly (keyof Content)[];

/** A field that is not the same any more. */
export type Difference =
  | {
      [F in keyof Content]: { readonly field: F; readonly before: Content[F]; readonly after: Content[F] };
    }[keyof Content]
  | { readonly field: "organisation"; readonly before: string; readonly after: string }
  | { readonly field: "group"; readonly before: Named | null; readonly after: Named | null };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function moved(a: Version["placing"], b: Version["placing"]): readonly Difference[] {
  if (!a || !b) return [];
  return [
    ...(a.organisation === b.organisation
      ? []
      : [{ field: "organisation" as const, before: a.organisation, after: b.organisation }]),
    ...(a.group?.id === b.group?.id ? [] : [{ field: "group" as const, before: a.group, after: b.group }]),
  ];
}

/** What differs from `a` to `b`, in the order of the form; where it belonged counts only if it is known of both. */
export function differences(a: Version, b: Version): readonly Difference[] {
  const said = SAID.filter((field) => !same(a[field], b[field])).map(
    (field) => ({ field, before: a[field], after: b[field] }) as Difference,
  );
  return [...said, ...moved(a.placing, b.placing)];
}

/** Whether both say the same; where they belong does not matter. */
export const saysTheSame = (a: Content, b: Content): boolean =>
  SAID.every((field) => same(a[field], b[field]));

/** So much of what stays the same is shown before a change, in UTF-16 units. */
const LEAD = 24;

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** The excerpt that begins at `from`, one line, never half a character. */
function window(text: string, from: number, most: number): string {
  const line = text.slice(from).replace(/\s+/g, " ").trim();
  return `${from > 0 ? "… " : ""}${line.length > most ? `${cut(line, most).trimEnd()} …` : line}`;
}

/** Two texts from a little before the place where they begin to differ, each at most about `most` UTF-16 units. */
export function excerpts(before: string, after: string, most: number): readonly [string, string] {
  const differ = commonStart(before, after);
  const near = Math.max(0, differ - LEAD);
  const space = near === 0 ? -1 : before.indexOf(" ", near);
  // At the beginning of a word where one is near, else where it must be, but never within a character.
  const from = space !== -1 && space < differ ? space + 1 : near;
  const half = from > 0 && /[\uD800-\uDBFF]/.test(before[from - 1] ?? "");
  const start = half ? from - 1 : from;
  return [window(before, start, most), window(after, start, most)];
}

/** How long a deleted record can be taken back, in ms; after that it is removed for good. */
export const KEPT_MS = 30 * 86_400_000;

/** Whether a record that was deleted at this instant can still be taken back. */
export const isRestorable = (deletedAt: Instant, now: Instant): boolean => now - deletedAt <= KEPT_MS;
