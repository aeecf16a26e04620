/** A form as it was typed, made into what a record holds, or everything that is wrong with it. Pure. */
import { seenOrNothing } from "../turn/unseen.ts";
import {
  BINDINGS,
  type Content,
  type Draft,
  type DraftProblem,
  KINDS,
  LIMITS,
  OFFERS,
  STAGES,
  VISIBILITIES,
} from "./exchange.ts";

/** Control characters other than white space, signs that turn the direction of writing, halves of characters. */
const UNSEEN = /[^\P{Cc}\s]|[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

const seen = (value: string): string => seenOrNothing(value.replace(UNSEEN, "").normalize("NFC"));
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
  tags: tagsIn(draft.tags).join(", "),
  links: linksIn(draft.links).join("\n"),
});

/** Tags as they are typed: parted by commas, semicolons, lines or "#"; each once, whatever its case. */
const tagsIn = (typed: string): readonly string[] => {
  const all = seen(typed)
    .split(/[,;\n#]/)
    .map((tag) => oneLine(tag));
  const once = new Map(all.filter((tag) => tag !== "").map((tag) => [tag.toLowerCase(), tag] as const));
  return [...once.values()];
};

/** Links as they are typed: parted by white space; each once. */
const linksIn = (typed: string): readonly string[] => [
  ...new Set(
    seen(typed)
      .split(/\s+/)
      .filter((link) => link !== ""),
  ),
];

/** An address that can be opened safely: https, with a host, without a name or password in it. */
export function isLink(link: string): boolean {
  if (link.length > LIMITS.link || !URL.canParse(link)) return false;
  const url = new URL(link);
  return (
    url.protocol === "https:" && url.hostname.includes(".") && url.username === "" && url.password === ""
  );
}

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
    draft.kind === "product" && draft.product === "" && draft.offer !== "seeks" && "productMissing",
    draft.product.length > LIMITS.product && "productTooLong",
    draft.offer !== "" && !memberOf(OFFERS, draft.offer) && "offerUnknown",
    draft.binding !== "" && !memberOf(BINDINGS, draft.binding) && "bindingUnknown",
    draft.visibility !== "" && !memberOf(VISIBILITIES, draft.visibility) && "visibilityUnknown",
    ...furtherProblems(tagsIn(draft.tags), linksIn(draft.links)),
  ];
  return found.filter((problem) => problem !== false);
}

const furtherProblems = (tags: readonly string[], links: readonly string[]) => [
  tags.length > LIMITS.tags && ("tooManyTags" as const),
  tags.some((tag) => tag.length > LIMITS.tag) && ("tagTooLong" as const),
  links.length > LIMITS.links && ("tooManyLinks" as const),
  !links.every(isLink) && ("linkInvalid" as const),
];

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
  const { title, text } = draft;
  const product = draft.product === "" ? null : draft.product;
  const offer = memberOf(OFFERS, draft.offer) ?? null;
  const binding = memberOf(BINDINGS, draft.binding) ?? "open";
  const visibility = memberOf(VISIBILITIES, draft.visibility) ?? "forum";
  const further = { binding, visibility, tags: tagsIn(draft.tags), links: linksIn(draft.links) };
  return { ok: true, value: { kind, title, text, stage, product, offer, ...further } };
}
