/** Organising a running election: opening early, moving an end. Pure. */
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { checkDeadline, type DeadlineRefusal } from "../opening.ts";
import type { State } from "../process.ts";
import type { StoredRound } from "../stored.ts";
import type { Wahlordnung } from "../wahlordnung.ts";

const DAY = 86_400_000;

/** In these states the coordination may open the next round by hand. */
export const OPENABLE: readonly State[] = ["ready", "runoff_pending", "second_round_pending"];

/** The first instant at which the second round of a single candidate may open; null for every other round. */
export function earliestOpening(
  state: State,
  last: Pick<StoredRound, "closesAt" | "sealedAt"> | null,
  { secondRoundMinDays }: Pick<Wahlordnung, "secondRoundMinDays">,
): Instant | null {
  if (state !== "second_round_pending" || !last) return null;
  return (last.sealedAt ?? last.closesAt) + secondRoundMinDays * DAY;
}

export type ExtensionRefusal =
  | DeadlineRefusal
  | "no-open-round"
  | "not-later"
  | "reason-missing"
  | "reason-too-long";

/** Letters of a reason that everybody reads. */
export const LONGEST_REASON = 500;

/** What is wrong with a reason; null when nothing is. */
export const reasonProblem = (reason: string): "reason-missing" | "reason-too-long" | null => {
  if (reason.trim() === "") return "reason-missing";
  return reason.length > LONGEST_REASON ? "reason-too-long" : null;
};

export type Extending = { readonly date: string; readonly time: string; readonly reason: string };

/** The new end of an open round: later than the present one, never earlier, and with a reason. */
export function judgeExtension(
  round: Pick<StoredRound, "phase" | "closesAt"> | null,
  { date, time, reason }: Extending,
  now: Instant,
): Outcome<Instant, ExtensionRefusal> {
  if (round?.phase !== "voting" || now >= round.closesAt) return refused("no-open-round");
  const end = checkDeadline(date, time, now);
  if (!end.ok) return end;
  if (end.value <= round.closesAt) return refused("not-later");
  const problem = reasonProblem(reason);
  return problem ? refused(problem) : ok(end.value);
}
