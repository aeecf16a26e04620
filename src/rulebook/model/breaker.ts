/** Stops asking an endpoint that keeps failing, and tries again later with one question. Pure. */
import type { Instant } from "../../system/clock.ts";

/** Failures in a row after which nothing is asked any more. */
const MOST_FAILURES = 3;
/** How long nothing is asked, in ms. */
const PAUSE_MS = 60_000;

export type Breaker =
  | { readonly state: "closed"; readonly failures: number }
  | { readonly state: "open"; readonly until: Instant }
  /** The one trial is under way. */
  | { readonly state: "trial" };

export const CLOSED: Breaker = { state: "closed", failures: 0 };

/** Whether one more question may be asked, and the state if it is. */
export function asking(breaker: Breaker, now: Instant): { readonly may: boolean; readonly next: Breaker } {
  if (breaker.state === "closed") return { may: true, next: breaker };
  if (breaker.state === "trial" || now < breaker.until) return { may: false, next: breaker };
  return { may: true, next: { state: "trial" } };
}

/** The endpoint has answered. A late answer of before does not close what has been opened meanwhile. */
export const answeredBy = (breaker: Breaker): Breaker => (breaker.state === "open" ? breaker : CLOSED);

/** The endpoint has failed. */
export function failedBy(breaker: Breaker, now: Instant): Breaker {
  if (breaker.state === "open") return breaker;
  const failures = breaker.state === "trial" ? MOST_FAILURES : breaker.failures + 1;
  return failures < MOST_FAILURES ? { state: "closed", failures } : { state: "open", until: now + PAUSE_MS };
}
