/** What a coordinator enters to begin an election, and what it will be. Types only. */
import type { Instant } from "../system/clock.ts";
import type { CandidateRefusal } from "./candidates.ts";
import type { Eligible } from "./elections.repository.ts";
import type { DeadlineRefusal } from "./opening.ts";
import type { RoleRefusal } from "./people/roles.ts";
import type { ProgressRefusal } from "./progress.service.ts";
import type { Wahlordnung } from "./wahlordnung.ts";

export type StartRefusal =
  | CandidateRefusal
  | DeadlineRefusal
  | RoleRefusal
  | ProgressRefusal
  | "nomination-end-missing"
  | "nomination-end-too-soon"
  | "nomination-end-too-late"
  | "not-coordinator"
  | "term-limit"
  | "no-deputies";

/** As a form sends it: keys of parties, names line by line, member ids, dates and times on a clock in Berlin. */
export type Entered = {
  readonly office: "chair" | "deputy";
  /** `open`: nominations first. `fixed`: these candidacies stand, their consent is at hand in writing. */
  readonly way: "open" | "fixed";
  readonly parties: readonly string[];
  readonly others: string;
  /** End of the nominations; looked at only with `open`. */
  readonly nominationOn: string;
  readonly nominationAt: string;
  /** End of the first round; looked at only with `fixed`. */
  readonly closesOn: string;
  readonly closesAt: string;
  readonly officer: string;
  readonly scrutineers: readonly string[];
};

export type Candidate = {
  readonly name: string;
  readonly memberId: string | null;
  readonly party: string | null;
};

export type Planned = {
  readonly candidates: readonly Candidate[];
  /** Null where there are no nominations. */
  readonly nominationEndsAt: Instant | null;
  /** Null where the rule gives it, after the nominations. */
  readonly closesAt: Instant | null;
  readonly officer: Eligible;
  readonly scrutineers: readonly Eligible[];
  readonly entitled: number;
  readonly held: number;
  readonly quorum: number;
  readonly rule: Wahlordnung;
  readonly ruleVersion: number;
};
