/** What a question about the rules gets: an answer with its sources, or an honest refusal. */

/** What a paper can be. */
export const KINDS = ["rule", "report", "strategy", "motion", "foreign"] as const;
export type PaperKind = (typeof KINDS)[number];
/** What can be cited: a paper, or what a coordinator has answered. */
export type DocumentKind = PaperKind | "information";

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

/** The place in an imported paper on which a card rests. */
export type Original = {
  readonly documentId: string;
  /** Of the passage within the paper. */
  readonly position: number;
  readonly version: number;
  readonly page: number | null;
  /** To the letter as it stands in the passage. */
  readonly quote: string;
};

/** `date` is a calendar date, YYYY-MM-DD, or "ohne Datum". */
export type Citation = {
  readonly document: string;
  readonly section: string;
  readonly date: string;
  readonly kind: DocumentKind;
  /** Ids of the cards for which it stands. */
  readonly cards: readonly string[];
  /** Where the paper has been imported. */
  readonly original?: Original;
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
