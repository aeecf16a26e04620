/** What the minutes are made from: an election or a decision as it is stored. Types only. */
import type { Instant } from "../../system/clock.ts";
import type { DecisionCount, Majority } from "../decision.ts";
import type { State } from "../process.ts";
import type {
  Entry,
  Extension,
  Office,
  StoredCandidacy,
  StoredElection,
  StoredLot,
  StoredPaper,
  StoredResult,
  StoredRole,
  StoredRound,
  StoredSeal,
} from "../stored.ts";

export type SourceRound = Pick<
  StoredRound,
  "stage" | "candidates" | "entitled" | "quorum" | "opensAt" | "closesAt" | "closedEarly" | "sealedAt"
> & {
  readonly number: number;
  readonly seal: StoredSeal | null;
  /** Null while it is open or not yet counted. */
  readonly result: StoredResult | null;
  readonly extensions: readonly Extension[];
  readonly lot: StoredLot | null;
  readonly paper: StoredPaper | null;
  readonly duplicates: number;
  readonly late: number;
  readonly register: readonly Entry[];
};

export type SourceDecision = {
  readonly title: string;
  readonly text: string;
  /** Name of the working group that decides; null for the Forum. */
  readonly group: string | null;
  readonly majority: Majority;
  readonly circulation: boolean;
  readonly secret: boolean;
  readonly state: "draft" | "voting" | "cancelled" | DecisionCount["outcome"];
  /** Code of why it was not accepted. */
  readonly reason: string | null;
  readonly cancelReason: string | null;
  readonly opensAt: Instant | null;
  readonly closesAt: Instant;
  readonly settledAt: Instant | null;
  readonly entitled: number;
  readonly quorum: number;
  /** Votes of an open decision; empty for a secret one. */
  readonly votes: readonly {
    readonly party: string;
    readonly holderId: string | null;
    readonly choice: string | null;
  }[];
};

/** The election; of an open decision, which has none, what would be the same. */
export type SourceElection = Pick<
  StoredElection,
  | "winner"
  | "reason"
  | "rule"
  | "ruleVersion"
  | "answer"
  | "answeredAt"
  | "term"
  | "objectionUntil"
  | "erasedAt"
  | "cancelReason"
> & { readonly id: string; readonly office: Office; readonly state: State };

export type SourceConfirmation = {
  readonly round: number;
  readonly memberId: string;
  readonly agrees: boolean;
  readonly at: Instant;
};

export type MinutesSource = {
  readonly forum: string;
  readonly election: SourceElection;
  readonly decision: SourceDecision | null;
  readonly candidacies: readonly StoredCandidacy[];
  /** With those who have handed over, oldest first. */
  readonly roles: readonly StoredRole[];
  /** By number. */
  readonly rounds: readonly SourceRound[];
  readonly confirmations: readonly SourceConfirmation[];
  readonly objections: number;
  /** Names of the members who appear in it, by id. */
  readonly people: ReadonlyMap<string, string>;
};
