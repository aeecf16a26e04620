/** Any election and any decision, small enough that ties, lots and rounds without a quorum are frequent. */
import fc from "fast-check";
import { MAJORITIES } from "../../src/election/decision.ts";
import { WITHDRAWAL_RULES } from "../../src/election/withdrawal.ts";
import type { MotionPlan, Plan } from "./held.ts";

const number = fc.nat({ max: 40 });
const votes = fc.oneof(
  { weight: 4, arbitrary: fc.array(number, { minLength: 6, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.array(number, { maxLength: 6 }) },
);

export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  candidates: fc.integer({ min: 1, max: 4 }),
  withdrawal: fc.constantFrom(...WITHDRAWAL_RULES),
  answer: fc.constantFrom("accepted", "declined", "expired" as const),
  rounds: fc.array(fc.record({ votes, withdrawn: fc.array(fc.nat({ max: 3 }), { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
});

export const anyMotion: fc.Arbitrary<MotionPlan> = fc.record({
  majority: fc.constantFrom(...MAJORITIES),
  mode: fc.constantFrom("vote", "umlauf" as const),
  secret: fc.boolean(),
  votes,
});
