/** What somebody has experienced with the subject of a record: what it holds and how a list is paged. Pure. */
import type { Instant } from "../../system/clock.ts";
import { tidy } from "../draft.ts";
import { EMPTY_DRAFT } from "../exchange.ts";

export const MEASURES = ["low", "medium", "high"] as const;
export type Measure = (typeof MEASURES)[number];

/** Longest text in UTF-16 units. */
export const LONGEST_EXPERIENCE = 2000;

export type ExperienceContent = {
  readonly text: string;
  readonly effort: Measure | null;
  readonly benefit: Measure | null;
};

export type Experience = ExperienceContent & {
  readonly id: string;
  /** Id of the record. */
  readonly exchange: string;
  readonly by: { readonly id: string; readonly name: string };
  /** Of the person when it was written. */
  readonly organisation: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant | null;
};

/** A form as it was filled in. */
export type ExperienceDraft = { readonly [F in keyof ExperienceContent]: string };

export const EMPTY_EXPERIENCE: ExperienceDraft = { text: "", effort: "", benefit: "" };

export const experienceDraftOf = ({ text, effort, benefit }: ExperienceContent): ExperienceDraft => ({
  text,
  effort: effort ?? "",
  benefit: benefit ?? "",
});

export type ExperienceProblem =
  | "experienceMissing"
  | "experienceTooLong"
  | "effortUnknown"
  | "benefitUnknown";

type Checked =
  | { readonly ok: true; readonly value: ExperienceContent }
  | { readonly ok: false; readonly problems: readonly ExperienceProblem[] };

const measureIn = (said: string): Measure | null | undefined =>
  said === "" ? null : MEASURES.find((one) => one === said);

/** What is entered, without unseen characters; nothing is cut. */
export const tidyExperience = (draft: ExperienceDraft): ExperienceDraft => ({
  ...draft,
  text: tidy({ ...EMPTY_DRAFT, text: draft.text }).text,
});

/** Makes an experience of a form, or says everything that is wrong with it. */
export function checkExperience(raw: ExperienceDraft): Checked {
  const { text, ...said } = tidyExperience(raw);
  const effort = measureIn(said.effort);
  const benefit = measureIn(said.benefit);
  const found: readonly (ExperienceProblem | false)[] = [
    text === "" && "experienceMissing",
    text.length > LONGEST_EXPERIENCE && "experienceTooLong",
    effort === undefined && "effortUnknown",
    benefit === undefined && "benefitUnknown",
  ];
  const problems = found.filter((one) => one !== false);
  if (problems.length > 0 || effort === undefined || benefit === undefined) return { ok: false, problems };
  return { ok: true, value: { text, effort, benefit } };
}

/** Which state of an experience somebody has seen: two devices must not overwrite one another. */
export const stateOf = ({ createdAt, changedAt }: Pick<Experience, "createdAt" | "changedAt">): Instant =>
  changedAt ?? createdAt;

/** So many are shown at once, and together so many UTF-16 units, so that a card stays small. */
export const PAGE = 3;
const PAGE_UNITS = 3000;

/** The experiences of a page that begins at `from`; at least one as long as there is any. */
export function pageOf<E extends Pick<Experience, "text">>(all: readonly E[], from: number): readonly E[] {
  const page: E[] = [];
  let units = 0;
  for (const one of all.slice(from, from + PAGE)) {
    units += one.text.length;
    if (page.length > 0 && units > PAGE_UNITS) break;
    page.push(one);
  }
  return page;
}

/** Where the page before `from` begins, so that paging back shows every one again. */
export function pageBefore<E extends Pick<Experience, "text">>(all: readonly E[], from: number): number {
  let start = 0;
  for (let next = 0; next < Math.min(from, all.length); ) {
    start = next;
    next += pageOf(all, next).length;
  }
  return start;
}
