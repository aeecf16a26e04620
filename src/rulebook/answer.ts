/** What a question about the rules gets: an answer with its sources, or an honest refusal. */

export const KINDS = ["rule", "report", "strategy", "motion", "foreign"] as const;
export type DocumentKind = (typeof KINDS)[number];

/** What could be asked and stands in no document; each is a heading of `absent:` in lexicon.yaml. */
export const ABSENT = [
  "majority",
  "quorum",
  "deputies",
  "fees",
  "staff",
  "nextCouncil",
  "sessionRules",
  "noticePeriod",
  "reelection",
  "dataProtection",
  "placeOfMeeting",
  "names",
  "voteResult",
  "technical",
  "liability",
  "results",
] as const;
export type Absent = (typeof ABSENT)[number];

export type AbstainReason =
  | Absent
  | "empty"
  | "tooLong"
  | "instruction"
  | "private"
  | "secret"
  | "money"
  | "elsewhere"
  | "unknown";

/** `date` is a calendar date, YYYY-MM-DD, or "ohne Datum". */
export type Citation = {
  readonly document: string;
  readonly section: string;
  readonly date: string;
  readonly kind: DocumentKind;
};

type Nearest = { readonly topic: string; readonly answer: string; readonly citation: Citation };

export type Answered = {
  readonly kind: "answered";
  /** Said before the sentences where the question can be answered so. */
  readonly verdict?: "yes" | "no";
  readonly sentences: readonly string[];
  readonly citations: readonly Citation[];
  readonly cards: readonly string[];
};
export type Abstained = {
  readonly kind: "abstained";
  readonly reason: AbstainReason;
  readonly nearest?: Nearest;
};
export type Answer = Answered | Abstained;

export const isAbsent = (concept: string): concept is Absent =>
  (ABSENT as readonly string[]).includes(concept);
