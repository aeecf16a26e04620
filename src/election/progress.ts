/** What an event of an election leaves in its row: state, timer, answer, term. Pure. */
import { addMonths } from "../calendar/dates.ts";
import { berlinDate } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";
import type { Change } from "./elections.repository.ts";
import { isFinal, type Process, type ProcessEffect } from "./process.ts";
import type { StoredElection, StoredRound } from "./stored.ts";
import { dueIn, objectionEnd } from "./timing.ts";
import type { ProcessEvent } from "./transition.ts";

/** State, and the timer of the state where a new one has begun. */
export function stateChange(
  { rule }: StoredElection,
  before: Process,
  after: Process,
  effect: ProcessEffect,
  last: Pick<StoredRound, "closesAt" | "sealedAt"> | null,
  now: Instant,
): Change {
  const { state, winner, quorum, extended } = after;
  const begins = state !== before.state || effect === "extended";
  const closedAt = last && (last.sealedAt ?? last.closesAt);
  return {
    ...{ state, winner, quorum, extended },
    ...(begins ? { dueAt: dueIn({ state, rule, now, closedAt }) } : {}),
  };
}

const ANSWER = { accept: "accepted", decline: "declined", "end-acceptance": "expired" } as const;

const answerOf = (event: ProcessEvent) =>
  event.type in ANSWER ? ANSWER[event.type as keyof typeof ANSWER] : null;

/** Code of why nobody was elected. */
function reasonOf(after: Process, event: ProcessEvent): string | null {
  if (after.state !== "not_elected") return null;
  if (event.type === "decline") return "declined";
  if (event.type === "end-acceptance") return "acceptance-expired";
  const count = after.counted?.count;
  if (count?.outcome === "not-elected") return count.reason;
  // The elected person withdraws instead of answering.
  return count?.outcome === "elected" ? "declined" : "no-candidates";
}

/** The answer of the person elected, the term, the end of the election. */
export function finalChange(
  { rule }: StoredElection,
  after: Process,
  event: ProcessEvent,
  now: Instant,
): Change {
  const answer = answerOf(event);
  const from = berlinDate(now);
  return {
    reason: reasonOf(after, event),
    ...(answer ? { answer, answeredAt: now } : {}),
    // §§ 187 (1), 188 (2) BGB: a term that begins on a day ends with the day of the same number.
    ...(answer === "accepted" ? { term: { from, to: addMonths(from, rule.termMonths) } } : {}),
    ...(event.type === "cancel" ? { cancelReason: event.reason } : {}),
    ...(isFinal(after.state) ? { objectionUntil: objectionEnd(now, rule) } : {}),
  };
}
