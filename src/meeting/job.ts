/** Reminds of dates: looks at every coming one and puts what is due into the outbox, once for all processes. */
import { addDays } from "../calendar/dates.ts";
import { berlinDate, instantOf } from "../calendar/zones.ts";
import type { Tx } from "../db/store.ts";
import type { Job } from "../schedule/ticker.ts";
import type { Instant } from "../system/clock.ts";
import { repliesBySeat } from "./answering.ts";
import { type Due, due } from "./due.ts";
import { type Planned, planLadder } from "./ladder.ts";
import { reminders } from "./notices.ts";
import { recipientsOf } from "./replies.ts";
import type { Settling, Watched } from "./repository.ts";
import type { MeetingDeps } from "./service.ts";

export type MeetingJobDeps = Pick<MeetingDeps, "write" | "enqueue" | "repository" | "seats" | "forumChannel">;

const EVERY_MS = 30_000;
/** Days for which a date that has begun is still looked at, so that nothing of it stays open. */
const LOOK_BACK = 31;

type Decision = { readonly decided: Due; readonly planned: readonly Planned[]; readonly startsAt: Instant };

/** From the wall clock each time: new zone data move the reminders with the meeting. */
function decide({ meeting, settled }: Watched, now: Instant): Decision {
  const planned = planLadder(meeting.startsAt);
  const startsAt = instantOf(meeting.startsAt);
  return { planned, startsAt, decided: due({ planned, startsAt, now, sent: settled }) };
}

const isIdle = ({ send, skip }: Due): boolean => send === null && skip.length === 0;

/** When the next stage comes, or the meeting begins. */
function overtakenAt({ planned, startsAt }: Decision, after: Instant): Instant {
  return Math.min(startsAt, ...planned.map(({ at }) => at).filter((at) => at > after));
}

export function meetingJob(deps: MeetingJobDeps): Job {
  const { repository } = deps;

  /** Decides once more inside the transaction: another process may have been here since. */
  async function remind(tx: Tx, id: string, now: Instant): Promise<void> {
    const watched = await repository.hold(tx, id);
    if (!watched || watched.meeting.cancelledAt !== null) return;
    const decision = decide(watched, now);
    const { send, skip } = decision.decided;
    const stages: Settling[] = skip.map((stage) => ({ stage, sent: false }));
    if (send) stages.push({ stage: send.stage, sent: true });
    if (stages.length === 0) return;
    await repository.settle(tx, watched.meeting, stages, now);
    if (!send) return;
    const [seats, replies] = [await deps.seats(tx), await repository.replies(id, tx)];
    const parties = recipientsOf(send.stage, repliesBySeat(seats, replies));
    const sending = { ...send, expiresAt: overtakenAt(decision, send.at), parties };
    await deps.enqueue(tx, reminders(watched.meeting, sending, await deps.forumChannel(tx), seats));
  }

  return {
    name: "meeting",
    everyMs: EVERY_MS,
    run: async (now) => {
      const faults: unknown[] = [];
      for (const watched of await repository.watched(addDays(berlinDate(now), -LOOK_BACK))) {
        if (isIdle(decide(watched, now).decided)) continue;
        // What is wrong with one date must not keep the others from being announced.
        await deps.write((tx) => remind(tx, watched.meeting.id, now)).catch((error) => faults.push(error));
      }
      if (faults.length > 0) throw faults[0];
      return undefined;
    },
  };
}
