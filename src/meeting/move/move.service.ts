/** Use cases of moving a date and of changing its length, place or link. */
import { berlinDate, dateOf } from "../../calendar/zones.ts";
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Turn } from "../../turn/turn.ts";
import { planLadder } from "../ladder.ts";
import {
  checkMeeting,
  type Meeting,
  type MeetingDraft,
  type MeetingPlan,
  type MeetingProblem,
} from "../meeting.ts";
import { changes, moves } from "../notices.ts";
import { type DateWarning, warningsFor } from "../own-date.ts";
import { reschedule } from "../reschedule.ts";
import type { MeetingDeps } from "../service.ts";
import { takeStart } from "../start-guard.ts";
import { canChange, judgeMove, type MeetingChange, type MoveRefusal } from "./move.ts";

export type MovingRefusal = MoveRefusal | "notCoordinator" | "sameTime";

/** `problems` are those of the draft. */
export type MoveStopped =
  | { readonly ok: false; readonly problems: readonly MeetingProblem[] }
  | { readonly ok: false; readonly reason: MovingRefusal };

export type MoveView = {
  readonly meeting: Meeting;
  readonly plan: MeetingPlan;
  readonly change: MeetingChange;
  readonly warnings: readonly DateWarning[];
  /** Replies that no longer count when the date is moved. */
  readonly replies: number;
};

type Asked = { readonly id: string; readonly seen: number; readonly draft: MeetingDraft };
type Refuse = (reason: MovingRefusal) => never;

export function moveService(deps: MeetingDeps) {
  const { repository } = deps;

  /** The date as it can be changed now by this person. */
  async function ask(turn: Turn, id: string): Promise<Outcome<Meeting, MovingRefusal>> {
    if (!may(rolesOf(turn), "meeting.move")) return refused("notCoordinator");
    return canChange(await repository.byId(id), turn.now);
  }

  /** A new start: replies and stages of the old one no longer count, the notice says what its first stages would. */
  async function moveIn(tx: Tx, before: Meeting, plan: MeetingPlan, now: number): Promise<void> {
    const next = reschedule(planLadder(plan.startsAt), now, before.sequence);
    const meeting = { ...before, ...plan, sequence: next.sequence };
    await repository.change(tx, before.id, plan, next.sequence, now);
    await repository.forgetReplies(tx, before.id);
    const left = next.superseded.map((stage) => ({ stage, sent: false }));
    await repository.settle(tx, meeting, left, now);
    const [channel, seats] = [await deps.forumChannel(tx), await deps.seats(tx)];
    const untold = await repository.untoldMoves(tx, before.id);
    await deps.enqueue(tx, moves(meeting, before.startsAt, channel, seats, next.notice, untold));
  }

  /** The same date with other details: replies and stages stay. */
  async function changeIn(
    tx: Tx,
    before: Meeting,
    plan: MeetingPlan,
    fields: readonly string[],
    now: number,
  ): Promise<void> {
    const sequence = before.sequence + 1;
    const meeting = { ...before, ...plan, sequence };
    await repository.change(tx, before.id, plan, sequence, now);
    await repository.carryStages(tx, before, sequence, now);
    const [channel, seats] = [await deps.forumChannel(tx), await deps.seats(tx)];
    await deps.enqueue(tx, changes(meeting, fields, channel, seats, now));
  }

  async function applyIn(
    tx: Tx,
    turn: Turn,
    asked: Asked,
    plan: MeetingPlan,
    refuse: Refuse,
  ): Promise<string> {
    const held = await repository.hold(tx, asked.id);
    const possible = canChange(held?.meeting ?? null, turn.now);
    if (!possible.ok) return refuse(possible.reason);
    const before = possible.value;
    const judged = judgeMove(before, plan, asked.seen);
    if (!judged.ok) return refuse(judged.reason);
    if (judged.value.kind === "changed") {
      await changeIn(tx, before, plan, judged.value.fields, turn.now);
    } else {
      if (!(await takeStart(deps, tx, plan.startsAt, turn.now))) refuse("sameTime");
      await moveIn(tx, before, plan, turn.now);
    }
    return asked.id;
  }

  return {
    ask,

    /** What a change would do, and what speaks against it; stores nothing. */
    async check(
      turn: Turn,
      { id, seen, draft }: Asked,
    ): Promise<MoveStopped | { ok: true; value: MoveView }> {
      const asked = await ask(turn, id);
      if (!asked.ok) return asked;
      const checked = checkMeeting(draft, turn.now);
      if (!checked.ok) return checked;
      const plan = checked.value;
      const judged = judgeMove(asked.value, plan, seen);
      if (!judged.ok) return judged;
      const isMoved = judged.value.kind === "moved";
      const about = { date: dateOf(plan.startsAt), today: berlinDate(turn.now) };
      return ok({
        ...{ meeting: asked.value, plan, change: judged.value },
        warnings: isMoved ? warningsFor({ ...about, calendar: await deps.calendar() }) : [],
        replies: isMoved ? (await repository.replies(id)).length : 0,
      });
    },

    /** Moves or changes a date and tells everybody; the same key again changes nothing more. */
    async apply(turn: Turn, key: string, asked: Asked): Promise<MoveStopped | { ok: true; value: Meeting }> {
      if (!may(rolesOf(turn), "meeting.move")) return refused("notCoordinator");
      const checked = checkMeeting(asked.draft, turn.now);
      if (!checked.ok) return checked;
      const done = await orRefuse<MovingRefusal, unknown>((refuse) =>
        deps.write((tx) =>
          deps.applyOnce(tx, key, "meeting.move", turn.now, () =>
            applyIn(tx, turn, asked, checked.value, refuse),
          ),
        ),
      );
      if (!done.ok) return done;
      const meeting = await repository.byId(asked.id);
      if (!meeting) throw new Error("a date that was changed cannot be read");
      return ok(meeting);
    },
  };
}
