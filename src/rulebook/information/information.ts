/** What coordinators answer and correct. Types and rules, pure. */
import type { CalendarDate } from "../../calendar/dates.ts";
import type { Instant } from "../../system/clock.ts";
import { manyLines, oneLine, questionKey } from "./written.ts";

/** An information of the coordinators that is in force. */
export type Information = {
  readonly id: string;
  /** Id of the fact card whose place it takes; null: it stands beside them. */
  readonly corrects: string | null;
  /** The first is its heading. */
  readonly questions: readonly string[];
  readonly answer: string;
  /** On what the coordinators rely; null: on nothing written. */
  readonly basis: string | null;
  /** Calendar date in Berlin, YYYY-MM-DD. */
  readonly givenOn: CalendarDate;
};

/** With its place in the history. `supersededById`: the newer one that took its place. */
export type StoredInformation = Information & {
  readonly givenAt: Instant;
  /** Null: a coordinator who belongs to no organisation, or has left. */
  readonly givenById: string | null;
  readonly endedAt: Instant | null;
  readonly endedById: string | null;
  readonly supersededById: string | null;
};

/** A fact card of the handbook, as far as people see it. */
export type KnownCard = {
  readonly id: string;
  readonly section: string;
  readonly document: string;
  readonly answer: string;
};

/** The handbook, as far as the coordinators' lists and forms need it. */
export type KnownCards = {
  /** Best first. */
  readonly find: (words: string) => readonly KnownCard[];
  /** Null where the handbook has no such card (any more). */
  readonly get: (id: string) => KnownCard | null;
  readonly count: () => number;
};

/** Characters (UTF-16 units); `wordings` is how many questions may stand below the heading. */
export const LIMITS = { heading: 300, wording: 200, wordings: 10, answer: 600, basis: 300 } as const;

/** What a coordinator put into the form, as it came. */
export type InformationDraft = {
  readonly heading: string;
  /** One a line. */
  readonly wordings: string;
  readonly answer: string;
  readonly basis: string;
  /** Id of a card; empty: none. */
  readonly corrects: string;
};

export type InformationContent = Omit<Information, "id" | "givenOn">;

export type DraftProblem =
  | "headingMissing"
  | "headingTooLong"
  | "wordingTooLong"
  | "tooManyWordings"
  | "answerMissing"
  | "answerTooLong"
  | "basisTooLong"
  | "cardUnknown";

export type CheckedDraft =
  | { readonly ok: true; readonly value: InformationContent }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

export const EMPTY_INFORMATION: InformationDraft = {
  heading: "",
  wordings: "",
  answer: "",
  basis: "",
  corrects: "",
};

/** White space tidied and unseen characters gone; nothing is cut. */
export const tidyDraft = (draft: InformationDraft): InformationDraft => ({
  heading: oneLine(draft.heading),
  wordings: manyLines(draft.wordings),
  answer: manyLines(draft.answer),
  basis: oneLine(draft.basis),
  corrects: draft.corrects,
});

export const draftOf = ({ questions, answer, basis, corrects }: InformationContent): InformationDraft => ({
  heading: questions[0] ?? "",
  wordings: questions.slice(1).join("\n"),
  answer,
  basis: basis ?? "",
  corrects: corrects ?? "",
});

/** The wordings of a draft, each once, without the heading. */
function wordingsOf({ heading, wordings }: InformationDraft): readonly string[] {
  const known = new Set([questionKey(heading)]);
  return wordings
    .split("\n")
    .map(oneLine)
    .filter((line) => {
      const key = questionKey(line);
      if (key === "" || known.has(key)) return false;
      known.add(key);
      return true;
    });
}

/** Tidies a draft and makes an information's content of it, or says everything that is wrong with it. */
export function checkDraft(raw: InformationDraft, isCard: (id: string) => boolean): CheckedDraft {
  const draft = tidyDraft(raw);
  const { heading, answer, basis, corrects } = draft;
  const wordings = wordingsOf(draft);
  const found: readonly (DraftProblem | false)[] = [
    questionKey(heading) === "" && "headingMissing",
    heading.length > LIMITS.heading && "headingTooLong",
    wordings.some((line) => line.length > LIMITS.wording) && "wordingTooLong",
    wordings.length > LIMITS.wordings && "tooManyWordings",
    answer === "" && "answerMissing",
    answer.length > LIMITS.answer && "answerTooLong",
    basis.length > LIMITS.basis && "basisTooLong",
    corrects !== "" && !isCard(corrects) && "cardUnknown",
  ];
  const problems = found.filter((one) => one !== false);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      questions: [heading, ...wordings],
      answer,
      basis: basis === "" ? null : basis,
      corrects: corrects === "" ? null : corrects,
    },
  };
}
