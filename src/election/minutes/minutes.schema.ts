/** The file of the minutes (Niederschrift), `forum-niederschrift/v1`: what is published, and nothing else. */
import { z } from "zod";
import { ANSWERS } from "../acceptance.ts";
import { MAJORITIES } from "../decision.ts";
import { LOT_WAYS } from "../wahlordnung.ts";

export const MINUTES_FORMAT = "forum-niederschrift/v1";

const instant = z.iso.datetime();
const day = z.iso.date();
const count = z.int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const names = z.array(z.string());
const person = z.strictObject({ name: z.string(), party: z.string() });

const publicLot = z.strictObject({
  way: z.literal(LOT_WAYS[0]),
  source: z.string(),
  /** Instant from which the public value could be known, announced at the close. */
  announced: instant,
  publicRandom: z.string(),
  lotFor: z.enum(["winner", "runoff"]),
  among: names,
  seats: count,
  runoffFixed: names,
  drawn: names,
  keys: z.record(z.string(), hash),
});
const witnessedLot = publicLot
  .pick({ lotFor: true, among: true, seats: true, runoffFixed: true, drawn: true })
  .extend({ way: z.literal(LOT_WAYS[1]), witnesses: names });

const round = z.strictObject({
  round: z.int().positive(),
  stage: z.enum(["first", "runoff", "second", "motion"]),
  candidates: names,
  opensAt: instant,
  /** The end of the voting as it was: of a round closed early, that instant. */
  closesAt: instant,
  closedEarly: z.boolean(),
  extensions: z.array(z.strictObject({ from: instant, to: instant, reason: z.string() })),
  entitled: count,
  quorum: count,
  present: count,
  needed: count,
  /** Keys of the parties that took part, by code point. */
  voters: names,
  substitutions: z.array(z.strictObject({ party: z.string(), holder: z.string() })),
  /** Keys of the parties that left the Forum while the round was open. */
  left: names,
  seal: z.strictObject({ root: hash, commitments: z.array(hash) }).nullable(),
  tally: z.record(z.string(), count).nullable(),
  choices: names.nullable(),
  votes: z.array(z.strictObject({ party: z.string(), choice: z.string() })).nullable(),
  outcome: z.enum([
    ...(["elected", "runoff", "second-round", "lot", "not-elected", "void"] as const),
    ...(["accepted", "rejected"] as const),
  ]),
  reason: z.string().nullable(),
  winner: z.string().nullable(),
  byLot: z.boolean().nullable(),
  /** In the order in which they withdrew. */
  withdrawnAfter: names,
  lot: z.discriminatedUnion("way", [publicLot, witnessedLot]).nullable(),
  paper: z.strictObject({ enteredBy: z.string(), witnesses: names }).nullable(),
  incidents: z.strictObject({ duplicates: count, late: count }),
});

export const minutesSchema = z.strictObject({
  format: z.literal(MINUTES_FORMAT),
  electionId: z.string(),
  title: z.string(),
  forum: z.string(),
  kind: z.enum(["chair", "decision"]),
  decision: z
    .strictObject({
      text: z.string(),
      majority: z.enum(MAJORITIES),
      mode: z.enum(["vote", "umlauf"]),
      secret: z.boolean(),
    })
    .nullable(),
  rule: z.strictObject({
    version: count,
    settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    lines: names,
  }),
  nominations: z.array(
    z.strictObject({
      name: z.string(),
      party: z.string().nullable(),
      nominatedBy: z.string().nullable(),
      consented: z.boolean(),
      withdrawn: z.boolean(),
    }),
  ),
  officer: person.nullable(),
  scrutineers: z.array(person),
  parties: z.record(z.string(), z.string()),
  rounds: z.array(round),
  acceptance: z.strictObject({ answer: z.enum(ANSWERS), at: instant }).nullable(),
  /** Null while it goes on. */
  outcome: z
    .enum(["elected", "not_elected", "cancelled", ...(["accepted", "rejected", "void"] as const)])
    .nullable(),
  winner: z.string().nullable(),
  reason: z.string().nullable(),
  term: z.strictObject({ from: day, to: day }).nullable(),
  objectionUntil: instant.nullable(),
  objections: count,
  confirmations: z.array(
    z.strictObject({
      name: z.string(),
      party: z.string(),
      round: z.int().positive(),
      root: hash,
      agrees: z.boolean(),
      at: instant,
    }),
  ),
  software: z.strictObject({ name: z.literal("forumsbote"), version: z.string() }),
  madeAt: instant,
});

export type Minutes = z.output<typeof minutesSchema>;
export type MinutesRound = Minutes["rounds"][number];
export type MinutesLot = NonNullable<MinutesRound["lot"]>;
