/** What each matter of four eyes is made of: when it fits, and what it does once it is confirmed. Types only. */
import type { Tx } from "../../db/store.ts";
import type { Outcome } from "../../system/outcome.ts";
import type { ProgressRefusal } from "../progress.service.ts";
import type { PayloadOf, Proposal } from "./proposals.payload.ts";
import type { Scene } from "./proposals.scene.ts";
import type { ConfirmRefusal, Matter, Part, ProposerRefusal } from "./proposals.ts";

export type FitRefusal =
  | "reason-missing"
  | "reason-too-long"
  | "no-open-round"
  | "unknown-person"
  | "holds-already"
  | "on-other-seat"
  | "names-self"
  | "paper-not-foreseen"
  | "paper-not-awaited"
  | "paper-numbers"
  | "paper-more-ballots"
  | "paper-more-present"
  | "second-too-early"
  | "no-lot-by-hand"
  | "invalid-lot"
  | "round-changed";

export type ProposalRefusal =
  | ProposerRefusal
  | ConfirmRefusal
  | ProgressRefusal
  | FitRefusal
  | "no-proposal"
  | "settled"
  | "already-proposed"
  | "nobody-confirms"
  | "may-not-drop";

/** When the rules of a matter are asked. */
export type Step = "propose" | "confirm";

/** The confirmation that was the last one needed. */
export type Confirmed<M extends Matter> = {
  readonly proposal: Proposal;
  readonly said: PayloadOf<M>;
  readonly scene: Scene;
  readonly part: Part;
  /** Names of all who have confirmed. */
  readonly witnesses: readonly string[];
};

/** What has to be done outside the transaction, after it. */
export type After = () => Promise<void>;
export type Carried<M extends Matter> = (
  tx: Tx,
  confirmed: Confirmed<M>,
) => Promise<Outcome<After | null, ProposalRefusal>>;

export type MatterRules<M extends Matter> = {
  /** Whether it can be proposed, or confirmed, as things are. */
  readonly fits: (scene: Scene, said: PayloadOf<M>, step: Step, tx: Tx) => Promise<FitRefusal | null>;
  /** Reads what it needs outside the transaction, and answers what it does inside. */
  readonly prepare: (proposal: Proposal) => Promise<{
    /** Locks that come before the election's. */
    readonly first?: (tx: Tx) => Promise<void>;
    readonly carryOut: Carried<M>;
  }>;
};

export type AllMatters = { readonly [M in Matter]: MatterRules<M> };
