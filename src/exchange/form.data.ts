/** What the form of a record sends back, and what travels with it from card to card: nothing of it is stored. */
import { z } from "zod";
import { cut, tidy } from "./draft.ts";
import { type Draft, LIMITS } from "./exchange.ts";
import { type Carried, isTeamsLink } from "./message/message.ts";

/** Value of "no statement": a drop-down cannot be emptied again once something was chosen. */
export const NO_OFFER = "none";

export const ID = z.string().regex(/^[\w-]{1,64}$/);
const REVISION = z.number().int().min(1).max(1_000_000);
export const SEEN = { id: ID, revision: REVISION };

/** A field that nobody filled in is not sent by every client. */
const input = z.string().max(100_000).default("");
const FIELDS = {
  ...{ kind: input, title: input, text: input, stage: input, product: input, offer: input },
  ...{ binding: input, visibility: input, tags: input, links: input },
};
const key = z.string().regex(/^[^\s;|]{1,300}$/);
const MESSAGE = z.object({
  id: key,
  rootId: key,
  at: z.number().int().min(0).max(4_102_444_800_000).nullable(),
  link: z.string().max(2_000).refine(isTeamsLink).nullable(),
  author: z.object({ aadObjectId: key, name: z.string().max(200) }).nullable(),
});

/** What was guessed from the words of a record typed in one line. */
export const ASSUMED = ["stage", "product"] as const;
export type Assumed = readonly (typeof ASSUMED)[number][];

export const FORM = z.object({
  action: ID,
  ...FIELDS,
  /** The person's own organisation, of somebody who has not said it before. */
  organisation: input,
  /** The organisation that the record is about, where it can be chosen. */
  about: input,
  /** Version of the privacy notice that stood on the form. */
  notice: z.string().max(40).optional(),
  message: MESSAGE.optional(),
  /** The record that is edited and the revision that was seen. */
  ...{ id: ID.optional(), revision: REVISION.optional() },
  /** Similar records have been shown. */
  despite: z.literal(true).optional(),
  assumed: z.array(z.enum(ASSUMED)).max(ASSUMED.length).optional(),
});
export type FormData = z.output<typeof FORM>;

/** A form as it was filled in, and what it belongs to. */
export type Entered = {
  readonly draft: Draft;
  readonly organisation?: string;
  readonly about?: string;
  /** Version of the privacy notice that the person has seen with the form. */
  readonly shownNotice?: string;
  readonly message?: Carried;
  readonly editing?: { readonly id: string; readonly revision: number };
  readonly assumed?: Assumed;
};

const draftIn = ({ kind, title, text, stage, product, offer, ...further }: Draft): Draft => ({
  ...{ kind, title, text, stage, product },
  offer: offer === NO_OFFER ? "" : offer,
  ...{ binding: further.binding, visibility: further.visibility, tags: further.tags, links: further.links },
});

export function enteredIn(data: FormData): Entered {
  const { organisation, about, notice, message, id, revision, assumed } = data;
  return {
    draft: draftIn(data),
    ...(organisation === "" ? {} : { organisation }),
    ...(about === "" ? {} : { about }),
    ...(notice === undefined ? {} : { shownNotice: notice }),
    ...(message ? { message } : {}),
    ...(id !== undefined && revision !== undefined ? { editing: { id, revision } } : {}),
    ...(assumed ? { assumed } : {}),
  };
}

/** What the fields of the form take at most. */
export const MOST = {
  title: LIMITS.title,
  text: LIMITS.text,
  product: LIMITS.product,
  tags: LIMITS.tags * (LIMITS.tag + 2),
  links: LIMITS.links * (LIMITS.link + 1),
} as const;

/** Everything of a form that its fields do not send themselves. */
export const carriedBy = ({ message, editing, assumed }: Entered): Record<string, unknown> => ({
  ...(message ? { message } : {}),
  ...(editing ?? {}),
  ...(assumed ? { assumed } : {}),
});

/** Everything of a form, for a card that has no fields. */
export function wholeOf(entered: Entered): Record<string, unknown> {
  const draft = tidy(entered.draft);
  const fields = Object.entries(draft).map(([name, value]) => {
    const most = MOST[name as keyof typeof MOST] as number | undefined;
    return [name, most === undefined ? value : cut(value, most)];
  });
  const { organisation, about, shownNotice } = entered;
  return {
    ...Object.fromEntries(fields),
    ...(organisation === undefined ? {} : { organisation }),
    ...(about === undefined ? {} : { about }),
    ...(shownNotice === undefined ? {} : { notice: shownNotice }),
    ...carriedBy(entered),
  };
}
