/** When enough parties want the same product or service, procuring it together may pay. Pure. */
import type { Instant } from "../../system/clock.ts";
import { type Kind, type Offer, productKey, type Stage, type Visibility } from "../exchange.ts";
import type { MarkKind } from "./mark.ts";

/** So many parties make a hint. */
export const ENOUGH = 3;

/** An organisation as far as it matters here; dates are calendar dates. */
export type Side = {
  readonly key: string;
  readonly party: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** A record of a subject and who has said what about it. */
export type Voiced = {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly product: string | null;
  readonly stage: Stage;
  readonly offer: Offer | null;
  readonly visibility: Visibility;
  readonly recordedAt: Instant;
  readonly organisation: Side;
  readonly marks: readonly { readonly kind: MarkKind; readonly at: Instant; readonly organisation: Side }[];
};

/**
 * `product:<key>` across all records of a product, `exchange:<id>` for one that names none; null where there is
 * nothing to be procured.
 */
export function subjectOf(record: Pick<Voiced, "id" | "kind" | "product">): string | null {
  const key = record.product === null ? "" : productKey(record.product);
  if (key !== "") return `product:${key}`;
  return record.kind === "process" ? null : `exchange:${record.id}`;
}

/** A subject, read. */
export function readSubject(subject: string): { readonly product: string } | { readonly exchange: string } {
  const [what, ...rest] = subject.split(":");
  const value = rest.join(":");
  return what === "product" ? { product: value } : { exchange: value };
}

export type Hint = {
  readonly subject: string;
  readonly raisedAt: Instant;
  /** When a coordinator has dealt with it. */
  readonly doneAt: Instant | null;
};

/** Who stands where about a subject; keys of organisations, those who said it first in front. */
export type Standing = {
  /** The product's name as it is written most, or the title of the record. */
  readonly name: string;
  readonly interested: readonly { readonly organisation: string; readonly since: Instant }[];
  /** Associated organisations and parties whose time is over: named, not counted. */
  readonly notCounted: readonly string[];
  readonly uses: readonly string[];
  readonly offers: readonly string[];
  /** Some of it comes from records that only their group may read. */
  readonly restricted: boolean;
  readonly records: readonly { readonly id: string; readonly title: string }[];
};

const counts = ({ party, validFrom, validTo }: Side, today: string): boolean =>
  party && validFrom <= today && (validTo === null || today <= validTo);

type Said = { readonly side: Side; readonly since: Instant };

function interestIn({ offer, organisation, recordedAt, marks }: Voiced): readonly Said[] {
  const seeks = offer === "seeks" ? [{ side: organisation, since: recordedAt }] : [];
  const marked = marks.filter(({ kind }) => kind === "interested");
  return [...seeks, ...marked.map(({ organisation: side, at }) => ({ side, since: at }))];
}

function useOf({ offer, stage, organisation, recordedAt, marks }: Voiced): readonly Said[] {
  const own = stage === "inUse" && offer !== "seeks" ? [{ side: organisation, since: recordedAt }] : [];
  const marked = marks.filter(({ kind }) => kind === "uses");
  return [...own, ...marked.map(({ organisation: side, at }) => ({ side, since: at }))];
}

/** Each organisation once, with the first time it said so. */
function once(said: readonly Said[]): readonly Said[] {
  const first = new Map<string, Said>();
  for (const one of [...said].sort((a, b) => a.since - b.since || (a.side.key < b.side.key ? -1 : 1)))
    if (!first.has(one.side.key)) first.set(one.side.key, one);
  return [...first.values()];
}

function nameOf(records: readonly Voiced[]): string {
  const times = new Map<string, number>();
  for (const { product, title } of records) {
    const name = product ?? title;
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

/** Reads from the records of one subject who wants, uses and offers it. `today` is a calendar date. */
export function standingOf(records: readonly Voiced[], today: string): Standing {
  const oldest = [...records].sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
  const wanting = once(oldest.flatMap(interestIn));
  const offering = oldest
    .filter(({ offer }) => offer === "offers")
    .map(({ organisation: side, recordedAt: since }) => ({ side, since }));
  const keys = (said: readonly Said[]) => once(said).map(({ side }) => side.key);
  return {
    name: nameOf(oldest),
    interested: wanting
      .filter(({ side }) => counts(side, today))
      .map(({ side, since }) => ({ organisation: side.key, since })),
    notCounted: wanting.filter(({ side }) => !counts(side, today)).map(({ side }) => side.key),
    uses: keys(oldest.flatMap(useOf)),
    offers: keys(offering),
    restricted: oldest.some(({ visibility }) => visibility === "group"),
    records: oldest.map(({ id, title }) => ({ id, title })),
  };
}

/**
 * Whether the coordinators are to hear of a subject now: once when there are enough parties, and again when as many
 * further ones want it since it was dealt with.
 */
export function isNews({ interested }: Pick<Standing, "interested">, hint: Hint | null): boolean {
  if (!hint) return interested.length >= ENOUGH;
  const { doneAt } = hint;
  return doneAt !== null && interested.filter(({ since }) => since > doneAt).length >= ENOUGH;
}
