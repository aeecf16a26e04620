/** A record about a process, a product or a service: what it holds and what it must hold. Pure. */
import type { Instant } from "../system/clock.ts";

export const KINDS = ["process", "product", "service"] as const;
export const STAGES = ["idea", "trial", "inUse", "ended"] as const;
export const OFFERS = ["seeks", "offers"] as const;
export type Kind = (typeof KINDS)[number];
export type Stage = (typeof STAGES)[number];
export type Offer = (typeof OFFERS)[number];

/** Longest values, in UTF-16 units, as the input fields of a card count them. */
export const LIMITS = { title: 120, text: 4000, product: 80 } as const;

/** What people write in a record; the rest the bot adds. */
export type Content = {
  readonly kind: Kind;
  readonly title: string;
  readonly text: string;
  readonly stage: Stage;
  readonly product: string | null;
  readonly offer: Offer | null;
};

export type Exchange = Content & {
  readonly id: string;
  /** Key of an organisation. */
  readonly organisation: string;
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly recordedBy: { readonly id: string; readonly name: string };
  readonly recordedAt: Instant;
  /** 1 when recorded; one more with every change, also with deleting and restoring. */
  readonly revision: number;
  readonly deletedAt: Instant | null;
};

/** A form as it was filled in: any text in any field, empty where nothing was said. */
export type Draft = { readonly [F in keyof Content]: string };

export const EMPTY_DRAFT: Draft = { kind: "", title: "", text: "", stage: "", product: "", offer: "" };

export const draftOf = ({ kind, title, text, stage, product, offer }: Content): Draft => ({
  kind,
  title,
  text,
  stage,
  product: product ?? "",
  offer: offer ?? "",
});

/** What is wrong with the fields of a draft. */
export type DraftProblem =
  | "kindMissing"
  | "titleMissing"
  | "titleTooLong"
  | "textMissing"
  | "textTooLong"
  | "stageMissing"
  | "productTooLong"
  | "offerUnknown";

/** Why a record was not made, changed or found. */
export type ExchangeRefusal =
  | "notMember"
  | "organisationMissing"
  | "organisationUnknown"
  | "gone"
  | "notYours"
  | "changedMeanwhile";

export type Problem = DraftProblem | ExchangeRefusal;

/** A record as it is stored now, or everything that keeps it from being stored or shown. */
export type Result =
  | { readonly ok: true; readonly value: Exchange }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const stopped = (...problems: readonly Problem[]) => ({ ok: false, problems }) as const;

/** Control characters other than white space, signs that turn the direction of writing, halves of characters. */
const UNSEEN = /[^\P{Cc}\s]|[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

const seen = (value: string): string => value.replace(UNSEEN, "").normalize("NFC");
const oneLine = (value: string): string => seen(value).replace(/\s+/g, " ").trim();
const manyLines = (value: string): string =>
  seen(value)
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.replace(/[\t\v\f]/g, " ").trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** The draft with white space tidied and unseen characters gone; nothing is cut. */
export const tidy = (draft: Draft): Draft => ({
  ...draft,
  title: oneLine(draft.title),
  text: manyLines(draft.text),
  product: oneLine(draft.product),
});

/** The first `limit` UTF-16 units of a text, never half a character. */
export const cut = (value: string, limit: number): string => {
  const last = value.charCodeAt(limit - 1);
  const half = value.length > limit && last >= 0xd800 && last <= 0xdbff;
  return value.slice(0, half ? limit - 1 : limit);
};

const memberOf = <T extends string>(list: readonly T[], value: string): T | undefined =>
  list.find((one) => one === value);

/** All that is wrong with a tidied draft, in the order of the form; empty when it can be recorded. */
function problemsOf(draft: Draft): readonly DraftProblem[] {
  const found: readonly (DraftProblem | false)[] = [
    !memberOf(KINDS, draft.kind) && "kindMissing",
    draft.title === "" && "titleMissing",
    draft.title.length > LIMITS.title && "titleTooLong",
    draft.text === "" && "textMissing",
    draft.text.length > LIMITS.text && "textTooLong",
    !memberOf(STAGES, draft.stage) && "stageMissing",
    draft.product.length > LIMITS.product && "productTooLong",
    draft.offer !== "" && !memberOf(OFFERS, draft.offer) && "offerUnknown",
  ];
  return found.filter((problem) => problem !== false);
}

export type Checked =
  | { readonly ok: true; readonly value: Content }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

/** Tidies a draft and makes a record's content of it, or says everything that is wrong with it. */
export function check(raw: Draft): Checked {
  const draft = tidy(raw);
  const problems = problemsOf(draft);
  const kind = memberOf(KINDS, draft.kind);
  const stage = memberOf(STAGES, draft.stage);
  if (problems.length > 0 || !kind || !stage) return { ok: false, problems };
  const { title, text, product } = draft;
  const offer = memberOf(OFFERS, draft.offer) ?? null;
  return { ok: true, value: { kind, title, text, stage, product: product === "" ? null : product, offer } };
}
