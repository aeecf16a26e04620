/** What a route answers. The Teams edge turns it into an activity or an invoke response. */
import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { withoutUnseen } from "./unseen.ts";

export type Card = IAdaptiveCard;

/** What a message rests on, for clients that show sources and the origin of a text in a form of their own. */
export type Cited = {
  /** The words were put together by a language model. */
  readonly generated: boolean;
  readonly sources: readonly { readonly title: string; readonly abstract: string }[];
};

export type Reply =
  | { readonly kind: "text"; readonly text: string; readonly stored?: true }
  /** `summary` is the plain text for lists, notifications and clients without cards. */
  | {
      readonly kind: "card";
      readonly card: Card;
      readonly summary: string;
      readonly stored?: true;
      readonly cited?: Cited;
    }
  /** Nothing was done, and why. Under a card: the card stays as it is and keeps its input. */
  | { readonly kind: "refusal"; readonly text: string }
  | { readonly kind: "silence" };

/** One hit of a message extension search. */
export type Hit = { readonly title: string; readonly text: string; readonly card: Card };

export const text = (value: string): Reply => ({ kind: "text", text: value });
export const refusal = (value: string): Reply => ({ kind: "refusal", text: value });
export const card = (value: Card, summary: string): Reply => ({
  kind: "card",
  card: value,
  summary: withoutUnseen(summary),
});
export const silence: Reply = { kind: "silence" };

/**
 * Marks a reply that confirms a stored change: if it cannot be sent within the turn, it goes to the
 * outbox instead of being lost.
 */
export const stored = (reply: Reply): Reply =>
  reply.kind === "text" || reply.kind === "card" ? { ...reply, stored: true } : reply;
