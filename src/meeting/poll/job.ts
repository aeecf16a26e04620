/** What polls do by the clock: ask who has taken a seat since, remind once, evaluate once. */
import { quietUntil } from "../../calendar/quiet-hours.ts";
import type { Tx } from "../../db/store.ts";
import type { Job } from "../../schedule/ticker.ts";
import type { Instant } from "../../system/clock.ts";
import type { MeetingDeps } from "../service.ts";
import { newlyHeld, pollAsked, pollReminders, pollResults } from "./notices.ts";
import { missingOf, type Poll, pollDue, stateOf } from "./poll.ts";
import type { PollRepository } from "./repository.ts";

export type PollJobDeps = Pick<MeetingDeps, "write" | "enqueue" | "seats"> & {
  readonly polls: PollRepository;
  /** Member ids of those who coordinate. */
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
};

const EVERY_MS = 30_000;
/**
 * So long after its beginning a new holder is asked. Who was asked is known from the outbox, which forgets after 30
 * days: later everybody would seem new. In a longer poll the reminder comes to all the same.
 */
const ASKS_NEW_FOR_MS = 28 * 86_400_000;

export function pollJob({ polls, write, enqueue, seats, coordinators }: PollJobDeps): Job {
  /** A reminder that would have to wait for the deadline is left out. */
  async function remindIn(tx: Tx, poll: Poll, now: Instant): Promise<void> {
    const at = quietUntil(now) ?? now;
    const sent = at < poll.closesAt;
    await polls.markReminded(tx, poll.id, sent, now);
    if (!sent) return;
    const held = await seats(tx);
    const parties = held.map(({ party }) => party);
    const missing = missingOf(await polls.answers(poll.id, tx), parties);
    await enqueue(tx, pollReminders(poll, missing, held, at));
  }

  /** A question that would have to wait for the deadline is left out. */
  const asksNew = (poll: Poll, now: Instant): boolean =>
    stateOf(poll, now) === "open" &&
    (quietUntil(now) ?? now) < poll.closesAt &&
    now < poll.createdAt + ASKS_NEW_FOR_MS;

  async function askIn(tx: Tx, poll: Poll, now: Instant): Promise<void> {
    const at = quietUntil(now) ?? now;
    await enqueue(tx, pollAsked(poll, newlyHeld(await seats(tx), await polls.asked(poll.id, tx)), at));
  }

  /** Whether somebody holds a seat who does not know of the poll; asked before every write. */
  async function someNew(poll: Poll, now: Instant): Promise<boolean> {
    if (!asksNew(poll, now)) return false;
    return newlyHeld(await seats(), await polls.asked(poll.id)).length > 0;
  }

  const isIdle = async (poll: Poll, now: Instant): Promise<boolean> =>
    pollDue(poll, now, await polls.isReminded(poll.id)) === "nothing" && !(await someNew(poll, now));

  /** Decides once more inside the transaction: another process may have been here since. */
  async function runIn(tx: Tx, id: string, now: Instant): Promise<void> {
    const poll = await polls.hold(tx, id);
    if (!poll) return;
    const next = pollDue(poll, now, await polls.isReminded(id, tx));
    if (next === "remind") await remindIn(tx, poll, now);
    // After the reminder: who gets that has the question with it.
    if (asksNew(poll, now)) await askIn(tx, poll, now);
    if (next !== "close") return;
    await polls.settle(tx, id, now);
    await enqueue(tx, pollResults(poll, await coordinators(tx), quietUntil(now) ?? now));
  }

  return {
    name: "meetingPoll",
    everyMs: EVERY_MS,
    run: async (now) => {
      const faults: unknown[] = [];
      for (const poll of await polls.unsettled()) {
        if (await isIdle(poll, now)) continue;
        // What is wrong with one poll must not keep the others waiting.
        await write((tx) => runIn(tx, poll.id, now)).catch((error) => faults.push(error));
      }
      if (faults.length > 0) throw faults[0];
      return undefined;
    },
  };
}
