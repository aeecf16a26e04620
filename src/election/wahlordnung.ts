/**
 * The rule of procedure of elections (Wahlordnung): every point the declaration leaves open, with the default
 * that holds until the Forum decides otherwise. Pure.
 */
import { z } from "zod";
import { halfOf } from "./turnout.ts";
import { WITHDRAWAL_RULES } from "./withdrawal.ts";

const days = (least: number, most: number) => z.int().min(least).max(most);

export const LOT_WAYS = ["public-draw", "manual-witnessed"] as const;
export type LotWay = (typeof LOT_WAYS)[number];

/** Every setting with its default; what is stored may lack newer ones. */
export const wahlordnung = z
  .object({
    /** `half`: half of the entitled, rounded up (GemO BW § 37(2)); else a number of parties. */
    quorum: z.union([z.literal("half"), z.int().min(1).max(1000)]).default("half"),
    withdrawal: z.enum(WITHDRAWAL_RULES).default("move-up"),
    nominationDays: days(1, 60).default(14),
    votingDays: days(1, 60).default(7),
    runoffDays: days(1, 60).default(5),
    /** Days between the first round of a single candidate and the second. */
    secondRoundMinDays: days(1, 60).default(7),
    acceptanceDays: days(1, 60).default(7),
    objectionDays: days(1, 60).default(7),
    /** Fewer seats get no secret ballot. */
    secretMinElectorate: z.int().min(1).max(36).default(5),
    /** Of fewer ballots only the outcome is shown. */
    hideDistributionBelow: z.int().min(3).max(36).default(5),
    lot: z.enum(LOT_WAYS).default("public-draw"),
    /** How many terms in a row somebody may serve; 0: no limit. */
    mostTerms: z.int().min(0).max(20).default(0),
    /** Deputies elected beside the chair, each as an election of its own. */
    deputies: z.int().min(0).max(2).default(0),
    /** The chair before stays in charge until a successor accepts. */
    caretaker: z.boolean().default(true),
    /** One party that asks for paper is enough. */
    paperOnRequest: z.boolean().default(true),
    /** Voters may open a test ballot (Probestimme, Benaloh challenge), which is never counted. */
    testBallot: z.boolean().default(false),
    /** Length of the term of office; the declaration says one year. */
    termMonths: z.int().min(1).max(60).default(12),
  })
  .readonly();
export type Wahlordnung = z.output<typeof wahlordnung>;

export const DEFAULT_RULE: Wahlordnung = wahlordnung.parse({});

/** Where a setting comes from: the declaration itself, a default of this program, or the Forum's own decision. */
export type Origin = "declaration" | "default" | "forum";

/** The only point of the table that the declaration of 15.10.2021 itself gives: elected for one year. */
const DECLARED: ReadonlySet<keyof Wahlordnung> = new Set(["termMonths"]);

export const originOf = (key: keyof Wahlordnung, rule: Wahlordnung): Origin => {
  if (rule[key] !== DEFAULT_RULE[key]) return "forum";
  return DECLARED.has(key) ? "declaration" : "default";
};

/** Parties needed in a round; `second` is the number of a second session, null otherwise. */
export const quorumOf = (rule: Wahlordnung, entitled: number, second: number | null): number =>
  second ?? (rule.quorum === "half" ? halfOf(entitled) : rule.quorum);
