/** "Nutzen wir auch" and "Interesse": said once for an organisation, by any of its people. Pure. */
import type { Instant } from "../../system/clock.ts";
import type { Stage } from "../exchange.ts";

export const MARKS = ["uses", "interested"] as const;
export type MarkKind = (typeof MARKS)[number];

export type Mark = {
  readonly kind: MarkKind;
  /** Key of an organisation. */
  readonly organisation: string;
  /** Who has said it for the organisation. */
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Instant;
};

export type MarkRefusal = "ownRecord" | "hasEnded";

export type MarkStep =
  | {
      readonly ok: true;
      readonly add: boolean;
      readonly remove: readonly MarkKind[];
      readonly said: Mark | null;
    }
  | { readonly ok: false; readonly reason: MarkRefusal };

export type Wish = { readonly kind: MarkKind; readonly on: boolean; readonly organisation: string };

/**
 * What a press changes. It names what it wants (`on`) and does not turn over what is there: of two colleagues who
 * press at once the second must not take back what the first has said. Who uses it now needs it no more, so the
 * interest ends. What has ended nobody begins to use; interest in it is still of help, for what comes after it.
 */
export function stepOf(
  { organisation, stage }: { readonly organisation: string; readonly stage: Stage },
  marks: readonly Mark[],
  wish: Wish,
): MarkStep {
  const own = marks.filter((one) => one.organisation === wish.organisation);
  const said = own.find(({ kind }) => kind === wish.kind) ?? null;
  if (!wish.on) return { ok: true, add: false, remove: said ? [wish.kind] : [], said };
  if (said) return { ok: true, add: false, remove: [], said };
  if (wish.kind === "interested") return { ok: true, add: true, remove: [], said };
  if (organisation === wish.organisation) return { ok: false, reason: "ownRecord" };
  if (stage === "ended") return { ok: false, reason: "hasEnded" };
  const ends = own.some(({ kind }) => kind === "interested");
  return { ok: true, add: true, remove: ends ? ["interested"] : [], said };
}

/** Organisations that have said it, in the order in which they did. */
export const organisationsOf = (marks: readonly Mark[], kind: MarkKind): readonly string[] =>
  marks
    .filter((one) => one.kind === kind)
    .sort((a, b) => a.at - b.at || (a.organisation < b.organisation ? -1 : 1))
    .map(({ organisation }) => organisation);
