/** A stored election as the rules and cards see it. What comes out of JSON columns is read with a schema. */
import { z } from "zod";
import type { Instant } from "../system/clock.ts";
import { ballotPaper } from "./count.ts";
import { MOTION_PAPER } from "./decision.ts";
import type { NotElectedReason, Stage, VoidReason } from "./election.ts";
import type { State } from "./process.ts";
import type { RoundName } from "./seal.ts";

export type Phase = "voting" | "sealed" | "rewriting" | "counted" | "closed";

/**
 * Why an election ended without somebody elected: by the count, by an outcome that asks for a further round,
 * or because the box cannot be counted.
 */
export const BOX_TROUBLES = ["key-lost", "box-damaged", "box-changed"] as const;
export const FURTHER_ROUNDS = ["runoff", "second-round", "lot"] as const;
export type BoxTrouble = (typeof BOX_TROUBLES)[number];
export type EndReason = NotElectedReason | VoidReason | BoxTrouble | (typeof FURTHER_ROUNDS)[number];

const END_REASONS = [
  ...["no-candidates", "no-majority", "no-votes", "declined", "acceptance-expired"],
  ...["cancelled", "count-mismatch", "no-quorum", "withdrawal-restart"],
  ...BOX_TROUBLES,
  ...FURTHER_ROUNDS,
] as readonly EndReason[];

const count = z.int().nonnegative();

export const storedNames = z.array(z.string());
export const storedSeal = z.object({
  commitments: z.array(z.string()),
  voters: z.array(z.string()),
  root: z.string(),
});
export const storedResult = z.object({
  outcome: z.enum(["elected", "runoff", "second-round", "lot", "not-elected", "void"]),
  reason: z.enum(END_REASONS).nullable(),
  winner: z.string().nullable(),
  /** Choice and number of ballots; null when so few ballots would show single votes, and of a void round. */
  tally: z.array(z.tuple([z.string(), count])).nullable(),
  /** Every choice once, in random order; null as above. */
  choices: z.array(z.string()).nullable(),
  present: count,
  needed: count,
  entitled: count,
});
export type StoredSeal = z.output<typeof storedSeal>;
export type StoredResult = z.output<typeof storedResult>;

export type StoredRound = {
  readonly name: RoundName;
  readonly electionState: State;
  /** Number of the newest round of this election. */
  readonly current: number;
  /** `motion`: the secret ballot on a motion. */
  readonly stage: Stage | "motion";
  readonly phase: Phase;
  readonly candidates: readonly string[];
  readonly entitled: number;
  readonly quorum: number;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly closedEarly: boolean;
  /** How many had taken part when it was last counted. */
  readonly turnout: number;
  readonly turnoutAt: Instant;
  readonly sealedAt: Instant | null;
  /** Null while it is open, and for ever where the box could not be read. */
  readonly seal: StoredSeal | null;
  readonly result: StoredResult | null;
};

/** What may stand on a ballot of the round. */
export const paperOf = ({
  stage,
  candidates,
}: Pick<StoredRound, "stage" | "candidates">): ReadonlySet<string> =>
  stage === "motion" ? MOTION_PAPER : ballotPaper(candidates);

export type Entry = {
  readonly party: string;
  readonly holderId: string | null;
  readonly voted: boolean;
};

export type BoxRow = { readonly slot: string; readonly sealed: string };

/** Below this number of ballots neither tally nor choices are stored or shown. */
export const SHOWN_FROM = 5;
/** Below this number of seats people are told before the vote that the result may show single votes. */
export const SMALL_BELOW = 10;
