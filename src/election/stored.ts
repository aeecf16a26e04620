/** A stored election as the rules and cards see it. What comes out of JSON columns is read with a schema. */
import { z } from "zod";
import type { Instant } from "../system/clock.ts";
import { ballotPaper } from "./count.ts";
import { MOTION_PAPER } from "./decision.ts";
import type { Stage } from "./election.ts";
import { END_REASONS } from "./end-reason.ts";
import type { State } from "./process.ts";
import type { RoundName } from "./seal.ts";
import type { LotWay, Wahlordnung } from "./wahlordnung.ts";

export type Phase = "voting" | "sealed" | "rewriting" | "counted" | "closed";

const count = z.int().nonnegative();

export const storedNames = z.array(z.string());
const lotFor = z.enum(["winner", "runoff"]);

/** What a count that is not over leads to: who goes on, or about whom the lot decides. */
const storedNext = z.object({
  runoffPair: storedNames.optional(),
  candidate: z.string().optional(),
  lotFor: lotFor.optional(),
  lotAmong: storedNames.optional(),
  lotSeats: count.optional(),
  runoffFixed: storedNames.optional(),
});

/** The lot of a round: announced at the close, drawn later. */
export const storedLot = z.object({
  way: z.enum(["public-draw", "manual-witnessed"]),
  /** What the public value will be, announced before it exists: source and its day or round. */
  source: z.string(),
  /** UTC instant from which the value can be known, ms. */
  notBefore: z.number(),
  publicRandom: z.string().nullable().default(null),
  drawn: storedNames.nullable().default(null),
  /** Name to key; see lot.ts. */
  keys: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** Who watched a drawing by hand. */
  witnesses: storedNames.default([]),
});
export type StoredLot = z.output<typeof storedLot> & { readonly way: LotWay };

/** A ballot on paper: entered by the officer, confirmed by two witnesses. */
export const storedPaper = z.object({
  tally: z.array(z.tuple([z.string(), count])),
  present: count,
  enteredBy: z.string(),
  witnesses: storedNames,
});
export type StoredPaper = z.output<typeof storedPaper>;

/** A moved end of a round; instants in ms. */
export const storedExtensions = z.array(z.object({ from: z.number(), to: z.number(), reason: z.string() }));
export type Extension = z.output<typeof storedExtensions>[number];
export const storedSeal = z.object({
  commitments: z.array(z.string()),
  voters: z.array(z.string()),
  root: z.string(),
});
export const storedResult = z.object({
  outcome: z.enum([
    ...["elected", "runoff", "second-round", "lot", "not-elected", "void"],
    ...["accepted", "rejected"],
  ] as ["elected", "runoff", "second-round", "lot", "not-elected", "void", "accepted", "rejected"]),
  reason: z.enum(END_REASONS).nullable(),
  winner: z.string().nullable(),
  /** Choice and number of ballots; null when so few ballots would show single votes, and of a void round. */
  tally: z.array(z.tuple([z.string(), count])).nullable(),
  /** Every choice once, in random order; null as above. */
  choices: z.array(z.string()).nullable(),
  present: count,
  needed: count,
  entitled: count,
  byLot: z.boolean().default(false),
  next: storedNext.default({}),
});
export type StoredSeal = z.output<typeof storedSeal>;
export type StoredResult = z.output<typeof storedResult>;

export type StoredRound = {
  readonly name: RoundName;
  readonly electionState: State;
  readonly office: Office;
  /** When the election goes on by itself; null where it waits for nobody. */
  readonly electionDueAt: Instant | null;
  /** Why the election ended without somebody elected; null while it runs, and when somebody is. */
  readonly electionReason: string | null;
  readonly rule: Wahlordnung;
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
  readonly extensions: readonly Extension[];
  readonly lot: StoredLot | null;
  readonly paper: StoredPaper | null;
};

/** An election without its rounds. */
export type StoredElection = {
  readonly id: string;
  readonly office: Office;
  readonly state: State;
  readonly startedAt: Instant;
  readonly winner: string | null;
  readonly reason: string | null;
  readonly rule: Wahlordnung;
  readonly ruleVersion: number;
  /** When the timer of the present state ends; null where nothing is waited for. */
  readonly dueAt: Instant | null;
  /** Chosen end of the first round. */
  readonly closesAt: Instant | null;
  readonly extended: boolean;
  /** Set after a round that was too small: the quorum of the second session. */
  readonly quorum: number | null;
  readonly answer: "accepted" | "declined" | "expired" | null;
  readonly answeredAt: Instant | null;
  /** Calendar dates. */
  readonly term: { readonly from: string; readonly to: string } | null;
  readonly objectionUntil: Instant | null;
  readonly erasedAt: Instant | null;
  readonly cancelReason: string | null;
};

/** `motion`: no office, the secret ballot on a motion. */
export type Office = "chair" | "deputy" | "motion";

export type StoredCandidacy = {
  /** As it stands on the ballot paper. */
  readonly name: string;
  /** The member behind it; null where the candidacy was handed in on paper. */
  readonly memberId: string | null;
  readonly party: string | null;
  readonly nominatedById: string | null;
  readonly nominatedAt: Instant;
  readonly consentedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  /** The round in which the withdrawal counts; 0 before the first. */
  readonly withdrawnIn: number | null;
};

export type StoredRole = {
  readonly memberId: string;
  readonly role: "officer" | "scrutineer";
  readonly name: string;
  readonly party: string;
  readonly since: Instant;
  readonly until: Instant | null;
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
  /** As at the opening: who may hold the seat of this round. */
  readonly delegateId: string | null;
  readonly deputies: readonly string[];
  /** Left the Forum while the round was open. */
  readonly left: boolean;
};

export type BoxRow = { readonly slot: string; readonly sealed: string };

/** Below this number of seats people are told before the vote that the result may show single votes. */
export const SMALL_BELOW = 10;
