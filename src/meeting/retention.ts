/** Forgets what was answered about dates once it has served its purpose. */
import { addMonths } from "../calendar/dates.ts";
import { berlinDate, instantOn } from "../calendar/zones.ts";
import type { Job } from "../schedule/ticker.ts";
import type { Instant } from "../system/clock.ts";
import type { PollRepository } from "./poll/repository.ts";
import type { MeetingRepository } from "./repository.ts";

/** Calendar months after the date, or after the end of a poll. */
const KEPT_MONTHS = 3;
const EVERY_MS = 24 * 3_600_000;

export type MeetingRetentionDeps = {
  readonly repository: Pick<MeetingRepository, "forget">;
  readonly polls: Pick<PollRepository, "forget">;
};

/**
 * Deletes replies with the names of deputies, settled stages, and polls, three months after. The dates stay, and
 * what was counted stays in the minutes. Says how many rows that were.
 */
export async function forgetReplies(
  { repository, polls }: MeetingRetentionDeps,
  now: Instant,
): Promise<number> {
  const before = addMonths(berlinDate(now), -KEPT_MONTHS);
  return (await repository.forget(before)) + (await polls.forget(instantOn(before, "00:00")));
}

export const meetingRetention = (deps: MeetingRetentionDeps): Job => ({
  name: "meetingRetention",
  everyMs: EVERY_MS,
  run: async (now) => {
    await forgetReplies(deps, now);
    return undefined;
  },
});
