/** Use cases of planning: check, plan, cancel. Load, decide, save, tell; rights are checked here. */
import { berlinDate, dateOf, instantOf } from "../calendar/zones.ts";
import type { Tx } from "../db/store.ts";
import type { HeldSeat } from "../forum/seats.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Acting } from "../turn/acting.ts";
import type { Turn } from "../turn/turn.ts";
import type { Beside } from "./agenda-beside.ts";
import { answerService } from "./answer.service.ts";
import { type CancelRefusal, cancel } from "./cancel.ts";
import type { CalendarFacts } from "./holidays/holidays.ts";
import { planLadder } from "./ladder.ts";
import {
  checkMeeting,
  type Meeting,
  type MeetingDraft,
  type MeetingPlan,
  type MeetingProblem,
} from "./meeting.ts";
import { cancellations, invitations } from "./notices.ts";
import { type DateWarning, warningsFor } from "./own-date.ts";
import type { MeetingRepository } from "./repository.ts";
import { reschedule } from "./reschedule.ts";
import { takeStart } from "./start-guard.ts";

export type MeetingDeps = Acting & {
  readonly repository: MeetingRepository;
  readonly newId: NewId;
  readonly seats: (tx?: Tx) => Promise<readonly HeldSeat[]>;
  /** Conversation of the Forum's channel; null while there is none. */
  readonly forumChannel: (tx?: Tx) => Promise<string | null>;
  readonly partyName: (key: string) => string;
  /** School holidays and blocked days as they are now. */
  readonly calendar: () => Promise<CalendarFacts>;
  /** What belongs on every card about one date beside the date itself. */
  readonly beside?: (meeting: Meeting, now: Instant) => Promise<Beside>;
  /** Notes in a poll which date came of it; false when it has one already. */
  readonly usePoll: (tx: Tx, poll: string, meeting: string) => Promise<boolean>;
};

export type PlanRefusal = "notCoordinator" | "noForumChannel" | "sameTime" | "pollUsed";
export type CancellingRefusal = "notCoordinator" | "gone" | CancelRefusal;

/** `problems` are those of the draft; with a `reason` the draft was not the matter. */
export type Stopped =
  | { readonly ok: false; readonly problems: readonly MeetingProblem[] }
  | { readonly ok: false; readonly reason: PlanRefusal };
export type CheckedPlan =
  | Stopped
  | { readonly ok: true; readonly value: { plan: MeetingPlan; warnings: readonly DateWarning[] } };
/** A planned date, how many people are invited, and how many seats have nobody to invite. */
export type Invited = { readonly meeting: Meeting; readonly people: number; readonly empty: number };
export type Planned = Stopped | { readonly ok: true; readonly value: Invited };

export type CancelDone = { readonly meeting: Meeting; readonly already: boolean };

const ALREADY = "already";

export function meetingService(deps: MeetingDeps) {
  const { repository } = deps;

  async function begin(turn: Turn): Promise<Outcome<true, PlanRefusal>> {
    if (!may(rolesOf(turn), "meeting.plan")) return refused("notCoordinator");
    return (await deps.forumChannel()) === null ? refused("noForumChannel") : ok(true);
  }

  async function load(id: string): Promise<Meeting> {
    const meeting = await repository.byId(id);
    if (!meeting) throw new Error("a date that was stored cannot be read");
    return meeting;
  }

  async function planIn(
    tx: Tx,
    { plan, poll }: { readonly plan: MeetingPlan; readonly poll: string | undefined },
    now: Instant,
    refuse: (reason: PlanRefusal) => never,
  ): Promise<string> {
    const channel = await deps.forumChannel(tx);
    if (channel === null) refuse("noForumChannel");
    if (!(await takeStart(deps, tx, plan.startsAt, now))) refuse("sameTime");
    const fresh = { sequence: 0, plannedAt: now, cancelledAt: null, changedAt: null };
    const meeting = { ...plan, ...fresh, id: deps.newId() };
    if (poll !== undefined && !(await deps.usePoll(tx, poll, meeting.id))) refuse("pollUsed");
    await repository.insert(tx, meeting);
    // The invitation says what these stages would say, as the notice of a move does.
    const { superseded } = reschedule(planLadder(plan.startsAt), now, 0);
    const left = superseded.map((stage) => ({ stage, sent: false }));
    await repository.settle(tx, meeting, left, now);
    await deps.enqueue(tx, invitations(meeting, channel, await deps.seats(tx), now));
    return meeting.id;
  }

  async function cancelIn(
    tx: Tx,
    id: string,
    now: Instant,
    refuse: (reason: CancellingRefusal) => never,
  ): Promise<string> {
    const held = await repository.hold(tx, id);
    if (!held) return refuse("gone");
    const { meeting } = held;
    const { sequence, startsAt, cancelledAt } = meeting;
    const alreadyCancelled = cancelledAt !== null;
    const done = cancel({ startsAt: instantOf(startsAt), now, sequence, alreadyCancelled });
    if (!done.ok) return refuse(done.reason);
    if (done.value.notice === null) return ALREADY;
    await repository.cancel(tx, id, done.value.sequence, now);
    const [channel, seats] = [await deps.forumChannel(tx), await deps.seats(tx)];
    await deps.enqueue(tx, cancellations(meeting, done.value.sequence, channel, seats, done.value.notice));
    return id;
  }

  return {
    /** Whether this person can plan now. */
    begin,

    /** Whether a draft can be planned, and what speaks against its date; stores nothing. */
    async check(turn: Turn, draft: MeetingDraft): Promise<CheckedPlan> {
      const begun = await begin(turn);
      if (!begun.ok) return begun;
      const checked = checkMeeting(draft, turn.now);
      if (!checked.ok) return checked;
      const plan = checked.value;
      const about = { date: dateOf(plan.startsAt), today: berlinDate(turn.now) };
      return ok({ plan, warnings: warningsFor({ ...about, calendar: await deps.calendar() }) });
    },

    /** Plans a date, also from a poll, and invites; the same key again plans nothing and gives the same date. */
    async plan(turn: Turn, key: string, draft: MeetingDraft, poll?: string): Promise<Planned> {
      if (!may(rolesOf(turn), "meeting.plan")) return refused("notCoordinator");
      const checked = checkMeeting(draft, turn.now);
      if (!checked.ok) return checked;
      const done = await orRefuse<PlanRefusal, { subject: string }>((refuse) =>
        deps.write((tx) =>
          deps.applyOnce(tx, key, "meeting.plan", turn.now, () =>
            planIn(tx, { plan: checked.value, poll }, turn.now, refuse),
          ),
        ),
      );
      if (!done.ok) return done;
      const seats = await deps.seats();
      const people = seats.filter(({ holderId }) => holderId !== null).length;
      return ok({ meeting: await load(done.value.subject), people, empty: seats.length - people });
    },

    /** A date that can be cancelled now. */
    async askCancel(turn: Turn, id: string): Promise<Outcome<CancelDone, CancellingRefusal>> {
      if (!may(rolesOf(turn), "meeting.cancel")) return refused("notCoordinator");
      const meeting = await repository.byId(id);
      if (!meeting) return refused("gone");
      const { startsAt, sequence, cancelledAt } = meeting;
      const already = cancelledAt !== null;
      const input = { startsAt: instantOf(startsAt), now: turn.now, sequence, alreadyCancelled: already };
      const possible = cancel(input);
      return possible.ok ? ok({ meeting, already }) : possible;
    },

    /** Cancels a date for good and tells everybody; doing it again changes nothing. */
    async cancel(turn: Turn, key: string, id: string): Promise<Outcome<CancelDone, CancellingRefusal>> {
      if (!may(rolesOf(turn), "meeting.cancel")) return refused("notCoordinator");
      const done = await orRefuse<CancellingRefusal, { subject: string }>((refuse) =>
        deps.write((tx) =>
          deps.applyOnce(tx, key, "meeting.cancel", turn.now, () => cancelIn(tx, id, turn.now, refuse)),
        ),
      );
      return done.ok ? ok({ meeting: await load(id), already: done.value.subject === ALREADY }) : done;
    },

    ...answerService(deps),
  };
}
