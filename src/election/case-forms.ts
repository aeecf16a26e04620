/** How the published election cases are written down: read with a schema before any rule sees them. */
import { z } from "zod";
import type { Instant } from "../system/clock.ts";
import { ANSWERS } from "./acceptance.ts";
import { MAJORITIES } from "./decision.ts";
import { STATES } from "./process.ts";
import { WITHDRAWAL_RULES } from "./withdrawal.ts";

const count = z.int().nonnegative();
const names = z.array(z.string());
/** A key that is missing and one that is null say the same. */
const number = count.nullish().transform((value) => value ?? null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
const ballots = z
  .record(z.string(), count)
  .nullish()
  .transform((record): ReadonlyMap<string, number> => new Map(Object.entries(record ?? {})));
const list = names.nullish().transform((value) => value ?? []);
const instant = z.iso.datetime({ offset: true }).transform((text): Instant => Date.parse(text));

const seated = { at: instant, seat: z.string() };
const pollEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal(["substitute", "delegate-change"]), ...seated, to: z.string() }),
  z.object({ type: z.literal(["substitute-end", "leave"]), ...seated }),
  z.object({ type: z.literal(["close", "cancel"]), at: instant }),
  z.object({ type: z.literal("extend"), at: instant, closesAt: instant }),
  z.object({
    type: z.literal("vote"),
    at: instant,
    by: z.string(),
    choice: z.string(),
    action: z.string(),
    round: number,
  }),
]);

const common = {
  candidates: names.nullish().transform((value) => value ?? null),
  entitled: number,
  present: number,
  cancelled: flag,
  withdrawnAfter: list,
  lotDrawn: names.nullish().transform((value) => value ?? null),
  acceptance: z
    .enum(ANSWERS)
    .nullish()
    .transform((value) => value ?? null),
};
const tallyRound = z.object({ ...common, ballots, events: z.undefined().optional() });
const eventRound = z.object({
  ...common,
  ballots,
  opensAt: instant,
  closesAt: instant,
  events: z.array(pollEvent),
});
export type CaseRound = z.infer<typeof tallyRound> | z.infer<typeof eventRound>;

const config = z
  .object({
    withdrawal: z.enum(WITHDRAWAL_RULES).default("move-up"),
    majority: z.enum(MAJORITIES).default("simple"),
    mode: z.string().nullish(),
    secret: z.boolean().nullish(),
    otherRunning: z.boolean().default(false),
  })
  .prefault({});

const body = { electorate: count, quorum: number, config };

/** `chair` and `decision`. */
export const countCase = z.object({
  ...body,
  seats: z.record(z.string(), names).default({}),
  rounds: z.array(z.union([eventRound, tallyRound])).min(1),
});
export type CountCase = z.infer<typeof countCase>;

/** An event that is refused for its role or state need not say more than that. */
const who = { by: z.string().default("") };
const whom = { ...who, candidate: z.string().default("") };
const box = { ballots, present: number };
const processEvent = z.union([
  z.object({ type: z.literal(["announce", "open", "repeat"]), ...who }),
  z.object({ type: z.literal(["nominate", "consent", "withdraw", "accept", "decline"]), ...whom }),
  z.object({ type: z.literal("close"), ...who, allVoted: flag, ...box }),
  z.object({ type: z.literal("draw"), ...who, drawn: list }),
  z.object({
    type: z.literal("cancel"),
    ...who,
    second: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
    reason: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
  }),
  z.object({ type: z.literal("timer"), name: z.literal(["nomination", "acceptance"]) }),
  z.object({ type: z.literal("timer"), name: z.literal("voting"), ...box }),
]);
export type CaseProcessEvent = z.infer<typeof processEvent>;

export const processCase = z.object({
  ...body,
  start: z.enum(STATES).default("draft"),
  candidates: list,
  events: z.array(processEvent),
});

export const lotCase = z.object({
  electionId: z.string(),
  round: z.int(),
  lotFor: z.enum(["winner", "runoff"]),
  sealRoot: z.string(),
  publicRandom: z.string(),
  among: names,
  seats: count,
});

export const sealCase = z.object({
  electionId: z.string(),
  round: z.int(),
  voters: names,
  ballots: z.array(z.object({ choice: z.string(), salt: z.string() })),
});
