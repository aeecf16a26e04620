/** Reads what a digest tells, from what is stored at this moment. */
import type { Quarter } from "../../calendar/quarters.ts";
import type { Instant } from "../../system/clock.ts";
import { type Digest, MOST_TITLES, spanOf } from "./digest.ts";
import type { DigestRepository } from "./repository.ts";

/** Coming dates that are named. */
const MOST_DATES = 4;

export async function readDigest(facts: DigestRepository, quarter: Quarter, now: Instant): Promise<Digest> {
  const span = spanOf(quarter);
  const [records, decisions, elections, questions, dates] = await Promise.all([
    facts.exchangesBetween(span, MOST_TITLES),
    facts.decisionsBetween(span),
    facts.electionsBetween(span),
    facts.openQuestions(now),
    facts.dates(span, now, MOST_DATES),
  ]);
  return { quarter, records, decisions, elections, questions, dates };
}
