/** Needs and offers: which records go together, and who is told. Pure. */
import type { Exchange, Offer, Stage } from "../exchange.ts";

/** A record brings its two sides together with at most so many others. */
export const MOST_MATCHES = 3;

export type Role = "need" | "offer";

type Said = { readonly offer: Offer | null; readonly stage: Stage };

/** Who has something in use can tell about it, though nothing is offered; null: neither a need nor an offer. */
export function roleOf({ offer, stage }: Said): Role | null {
  if (offer === "seeks") return "need";
  return offer === "offers" || stage === "inUse" ? "offer" : null;
}

type Partner = Said & { readonly id: string; readonly organisation: string };

/** Whether one of them may answer the other: a need and an offer of different organisations. */
export function goTogether(a: Partner, b: Partner): boolean {
  const [one, other] = [roleOf(a), roleOf(b)];
  return (
    one !== null && other !== null && one !== other && a.organisation !== b.organisation && a.id !== b.id
  );
}

/** Partners, those who offer before those who only use it; otherwise in the order in which they are given. */
export function inOrder<P extends Said & { readonly id: string }>(partners: readonly P[]): readonly P[] {
  const each = [...new Map(partners.map((one) => [one.id, one])).values()];
  const later = ({ offer }: Said) => (offer === null ? 1 : 0);
  return each
    .map((one, at) => ({ one, at }))
    .sort((a, b) => later(a.one) - later(b.one) || a.at - b.at)
    .map(({ one }) => one);
}

export type Pair = { readonly need: Exchange; readonly offer: Exchange };

export const pairOf = (a: Exchange, b: Exchange): Pair =>
  roleOf(a) === "need" ? { need: a, offer: b } : { need: b, offer: a };
