/** Tells what the year brings: looks at every note around today and puts what is due into the outbox, once. */
import { rangeOf } from "../calendar/quarters.ts";
import { quietUntil } from "../calendar/quiet-hours.ts";
import { berlinDate } from "../calendar/zones.ts";
import type { Tx } from "../db/store.ts";
import type { HeldSeat } from "../forum/seats.ts";
import type { Recipient } from "../outbox/notice.ts";
import type { Job } from "../schedule/ticker.ts";
import type { Instant } from "../system/clock.ts";
import type { Acting } from "../turn/acting.ts";
import { againAfter, expiredAt, type Note, notesAround, standingOf, type What } from "./notes.ts";
import { yearNotices } from "./notices.ts";
import type { YearRepository } from "./repository.ts";

export type YearDeps = Pick<Acting, "write" | "enqueue"> & {
  readonly repository: YearRepository;
  readonly seats: (tx?: Tx) => Promise<readonly HeldSeat[]>;
  readonly forumChannel: (tx?: Tx) => Promise<string | null>;
  /** Member ids of those who coordinate. */
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
  /** Member id of whoever is in the chair on a calendar date. */
  readonly chairOn: (date: string, tx?: Tx) => Promise<string | null>;
};

const EVERY_MS = 60_000;

const toMembers = (ids: readonly string[]): readonly Recipient[] =>
  [...new Set(ids)].map((member) => ({ member }));

/** Whether what a note says is so at this moment. */
export async function isSo(
  { repository }: Pick<YearDeps, "repository">,
  what: What,
  now: Instant,
  tx?: Tx,
): Promise<boolean> {
  switch (what.kind) {
    case "quarter":
      return !(await repository.hasForum(rangeOf(what.quarter), tx));
    case "chairExpired":
    case "noChair":
      return repository.chairIsMissing(berlinDate(now), tx);
    default:
      return true;
  }
}

export function yearJob(deps: YearDeps): Job {
  const { repository, write } = deps;

  async function recipientsOf(what: What, now: Instant, tx?: Tx): Promise<readonly Recipient[]> {
    if (what.kind === "digest") {
      const [channel, seats] = [await deps.forumChannel(tx), await deps.seats(tx)];
      const holders = seats.flatMap(({ holderId }) => (holderId === null ? [] : [holderId]));
      return [...(channel === null ? [] : [{ conversation: channel }]), ...toMembers(holders)];
    }
    const alsoChair = what.kind === "renewal" || (what.kind === "quarter" && what.check === "escalation");
    const chair = alsoChair ? await deps.chairOn(berlinDate(now), tx) : null;
    return toMembers([...(await deps.coordinators(tx)), ...(chair === null ? [] : [chair])]);
  }

  /** A term that ended after the start of the quarter has an alert of its own. */
  async function isOvertaken({ what, at }: Note, tx?: Tx): Promise<boolean> {
    if (what.kind !== "noChair") return false;
    const last = await repository.lastTerm(tx);
    return last !== null && expiredAt(last) >= at;
  }

  const applies = async (note: Note, now: Instant, tx?: Tx): Promise<boolean> =>
    !(await isOvertaken(note, tx)) && (await isSo(deps, note.what, now, tx));

  /**
   * Decides once more inside the transaction: another process may have been here since. A note for which there
   * is nobody, or no reason, stays open: a date that is cancelled later makes a reason.
   */
  async function tellIn(tx: Tx, note: Note, now: Instant): Promise<void> {
    if ((await repository.settled([note.key], tx)).size > 0 || !(await applies(note, now, tx))) return;
    const to = await recipientsOf(note.what, now, tx);
    if (to.length === 0) return;
    const dueAt = Math.max(quietUntil(now) ?? now, note.tellFrom ?? now);
    await repository.settle(tx, note.key, dueAt < note.until, now);
    if (dueAt < note.until) await deps.enqueue(tx, yearNotices(note, to, dueAt));
  }

  async function settleIn(tx: Tx, notes: readonly Note[], now: Instant): Promise<void> {
    const settled = await repository.settled(
      notes.map(({ key }) => key),
      tx,
    );
    for (const { key } of notes) if (!settled.has(key)) await repository.settle(tx, key, false, now);
  }

  /** Of the alarms that were told and still count: those for which a date was cancelled since. */
  async function toldAgain(notes: readonly Note[]): Promise<readonly Note[]> {
    const found: Note[] = [];
    for (const note of notes) {
      if (note.what.kind !== "quarter") continue;
      const last = await repository.lastCancelled(rangeOf(note.what.quarter));
      const again = last && againAfter(note, await repository.toldAt(note.key), last);
      if (again && (await repository.settled([again.key])).size === 0) found.push(again);
    }
    return found;
  }

  /** From the first run on; a clock that was ahead then is put right. */
  async function sinceWhen(now: Instant): Promise<Instant> {
    const begun = await repository.begun();
    if (begun !== null && begun <= now) return begun;
    await write((tx) => repository.begin(tx, now));
    return now;
  }

  return {
    name: "year",
    everyMs: EVERY_MS,
    run: async (now) => {
      const since = await sinceWhen(now);
      const notes = notesAround(berlinDate(now), await repository.lastTerm());
      const settled = await repository.settled(notes.map(({ key }) => key));
      const open = notes.filter(({ key }) => !settled.has(key));
      const over = open.filter((note) => standingOf(note, now, since) === "over");
      if (over.length > 0) await write((tx) => settleIn(tx, over, now));
      const counting = notes.filter(
        (note) => settled.has(note.key) && standingOf(note, now, since) === "due",
      );
      const faults: unknown[] = [];
      for (const note of [...open, ...(await toldAgain(counting))]) {
        if (standingOf(note, now, since) !== "due" || !(await applies(note, now))) continue;
        // What is wrong with one note must not keep the others from being told.
        await write((tx) => tellIn(tx, note, now)).catch((error) => faults.push(error));
      }
      if (faults.length > 0) throw faults[0];
      return undefined;
    },
  };
}
