/** A record about a process, a product or a service: what it holds and what it must hold. Pure. */
import { fold } from "../search/fold.ts";
import type { Instant } from "../system/clock.ts";

export const KINDS = ["process", "product", "service"] as const;
export const STAGES = ["idea", "trial", "inUse", "ended"] as const;
export const OFFERS = ["seeks", "offers"] as const;
/** Only an intention, or resolved by the body that is competent for it. */
export const BINDINGS = ["open", "decided"] as const;
/** Who may find and read it: everybody in the Forum, or only the members of its group. */
export const VISIBILITIES = ["forum", "group"] as const;
export type Kind = (typeof KINDS)[number];
export type Stage = (typeof STAGES)[number];
export type Offer = (typeof OFFERS)[number];
export type Binding = (typeof BINDINGS)[number];
export type Visibility = (typeof VISIBILITIES)[number];

/** Longest values, in UTF-16 units, as the input fields of a card count them. */
export const LIMITS = { title: 120, text: 4000, product: 80, tag: 40, tags: 8, link: 500, links: 5 } as const;

/** What people write in a record; the rest the bot adds. */
export type Content = {
  readonly kind: Kind;
  readonly title: string;
  readonly text: string;
  readonly stage: Stage;
  readonly product: string | null;
  readonly offer: Offer | null;
  readonly binding: Binding;
  readonly visibility: Visibility;
  /** Free words, none twice. */
  readonly tags: readonly string[];
  /** Addresses (https) of further material. */
  readonly links: readonly string[];
};

export type Exchange = Content & {
  readonly id: string;
  /** Key of an organisation. */
  readonly organisation: string;
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly recordedBy: { readonly id: string; readonly name: string };
  readonly recordedAt: Instant;
  /** The message it was made from; null when it was written in the form or imported. */
  readonly source: Source | null;
  /** 1 when recorded; one more with every change, also with deleting and restoring. */
  readonly revision: number;
  readonly deletedAt: Instant | null;
};

/** The message a record was made from. */
export type Source = {
  /** Conversation and message: the same message is recorded once. */
  readonly key: string;
  /** Leads back to the message; null where the client gave none. */
  readonly link: string | null;
  readonly at: Instant | null;
  /** Who wrote it, once he or she is a member; null for somebody not known here. */
  readonly author: { readonly id: string; readonly name: string } | null;
  /** Recognises an author who is not known here: tenant|object id. */
  readonly authorKey: string | null;
};

/** One key for all spellings of a product's name. */
export const productKey = (name: string): string => fold(name).replace(/[^\p{L}\p{N}]+/gu, "");

/** A form as it was filled in: any text in any field, empty where nothing was said. */
export type Draft = { readonly [F in keyof Content]: string };

export const EMPTY_DRAFT: Draft = {
  ...{ kind: "", title: "", text: "", stage: "", product: "", offer: "" },
  ...{ binding: "", visibility: "", tags: "", links: "" },
};

/** A form that holds what a record says: tags in one line, links one per line. */
export const draftOf = (content: Content): Draft => ({
  kind: content.kind,
  title: content.title,
  text: content.text,
  stage: content.stage,
  product: content.product ?? "",
  offer: content.offer ?? "",
  binding: content.binding,
  visibility: content.visibility,
  tags: content.tags.join(", "),
  links: content.links.join("\n"),
});

/** What is wrong with the fields of a draft. */
export type DraftProblem =
  | "kindMissing"
  | "titleMissing"
  | "titleTooLong"
  | "textMissing"
  | "textTooLong"
  | "stageMissing"
  | "productMissing"
  | "productTooLong"
  | "offerUnknown"
  | "bindingUnknown"
  | "visibilityUnknown"
  | "tooManyTags"
  | "tagTooLong"
  | "tooManyLinks"
  | "linkInvalid";

/** Why a record was not made, changed or found. */
export type ExchangeRefusal =
  | "notMember"
  | "organisationMissing"
  | "organisationUnknown"
  | "noticeChanged"
  | "gone"
  | "notYours"
  | "noGroup"
  | "objected"
  | "notAuthor"
  | "changedMeanwhile";

export type Problem = DraftProblem | ExchangeRefusal;

/** A record as it is stored now, or everything that keeps it from being stored or shown. */
export type Result =
  | { readonly ok: true; readonly value: Exchange }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const stopped = (...problems: readonly Problem[]) => ({ ok: false, problems }) as const;
