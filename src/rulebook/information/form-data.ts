/** What the buttons and forms of taking care send, read and made sense of. */
import { z } from "zod";
import { NO_CARD } from "./form.cards.ts";
import type { InformationDraft, KnownCard, KnownCards } from "./information.ts";

export const ID = z.string().regex(/^[\w-]{1,64}$/);
/** A field that nobody filled in is not sent by every client. */
const input = z.string().max(20_000).default("");
export const FIELDS = { heading: input, wordings: input, answer: input, basis: input, card: input };
/** What a form was drawn with: the cards it offers and the corrections its author saw. */
export const OFFERED = { cards: z.array(ID).max(8).default([]), seen: z.array(ID).max(8).default([]) };
export const PAGE = z.number().int().min(1).max(10_000).default(1);
type Fields = { readonly [K in keyof typeof FIELDS]: string };

export const draftIn = ({ heading, wordings, answer, basis, card: chosen }: Fields): InformationDraft => ({
  ...{ heading, wordings, answer, basis },
  corrects: chosen === NO_CARD ? "" : chosen,
});

/** The cards that are still in the handbook. */
export const known = (cards: KnownCards, ids: readonly string[]): readonly KnownCard[] =>
  [...new Set(ids)].flatMap((id) => cards.get(id) ?? []);
