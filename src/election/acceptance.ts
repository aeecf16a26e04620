/** Whether the elected person takes the office. Silence is not acceptance: the Forum's own rule. */
import { type Count, notElected } from "./election.ts";

export const ANSWERS = ["accepted", "declined", "expired"] as const;
export type AcceptanceAnswer = (typeof ANSWERS)[number];

/** Nobody moves up for somebody who declines or lets the time pass. Only an elected person can do either. */
export function afterAcceptance(count: Count, answer: AcceptanceAnswer | null): Count {
  if (count.outcome !== "elected" || answer === null || answer === "accepted") return count;
  return notElected(answer === "declined" ? "declined" : "acceptance-expired");
}
