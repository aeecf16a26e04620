/** Use cases of parties that leave: who takes part, recording it, taking the record back. */
import type { Tx } from "../../db/store.ts";
import type { HeldSeat } from "../../forum/seats.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Turn } from "../../turn/turn.ts";
import {
  checkLeave,
  endsAt,
  type InElection,
  type Leave,
  type LeaveDraft,
  type LeaveProblem,
  type LeaveRefusal,
  type LeaveWarning,
  warningsOf,
} from "./leave.ts";
import { LEAVE, leaveNotices } from "./notices.ts";
import type { LeaveRepository } from "./repository.ts";

export type LeaveDeps = Acting & {
  readonly leaves: LeaveRepository;
  readonly seats: (tx?: Tx) => Promise<readonly HeldSeat[]>;
  /** Has the seat of a party alone until the transaction ends. */
  readonly holdSeat: (tx: Tx, party: string) => Promise<void>;
  /** Takes the party off the registers of open rounds, where it has not voted. */
  readonly partyLeaves: (tx: Tx, party: string) => Promise<void>;
  /** Member ids of those who coordinate. */
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
};

export type PartiesView = {
  /** Keys of the parties in force. */
  readonly parties: readonly string[];
  readonly leaving: readonly Leave[];
  /** Those that have left and could come back. */
  readonly left: readonly Leave[];
};

export type Reviewed = LeaveDraft & {
  readonly warnings: readonly LeaveWarning[];
  readonly inElections: readonly InElection[];
};

type Stop = LeaveRefusal | LeaveProblem;

export type LeaveService = ReturnType<typeof leaveService>;

export function leaveService(deps: LeaveDeps) {
  const { leaves, write, applyOnce, enqueue } = deps;
  const isEntitled = (turn: Turn): boolean => may(rolesOf(turn), "year.care");

  async function view(tx?: Tx): Promise<PartiesView> {
    const [seats, leaving] = [await deps.seats(tx), await leaves.pending(tx)];
    return { parties: seats.map(({ party }) => party), leaving, left: await leaves.left(tx) };
  }

  async function judged(draft: LeaveDraft, turn: Turn, tx?: Tx) {
    const { parties, leaving } = await view(tx);
    const known = leaving.map(({ party }) => party);
    return checkLeave(draft, parties, known, turn.now);
  }

  /** Its people, without whoever did it, and everybody who coordinates. */
  async function toldOf(tx: Tx, party: string, turn: Turn): Promise<readonly string[]> {
    const all = [...(await leaves.people(party, tx)), ...(await deps.coordinators(tx))];
    return all.filter((id) => id !== turn.member?.id);
  }

  async function recordIn(tx: Tx, turn: Turn, draft: LeaveDraft, refuse: (why: Stop) => never) {
    await deps.holdSeat(tx, draft.party);
    const checked = await judged(draft, turn, tx);
    if (!checked.ok) return refuse(checked.reason);
    const leave = { ...checked.value, recordedAt: turn.now };
    await leaves.record(tx, leave, turn.member?.id ?? null);
    const told = await toldOf(tx, leave.party, turn);
    await enqueue(tx, leaveNotices(LEAVE.noted, leave, told, turn.now, endsAt(leave)));
    return leave.party;
  }

  async function withdrawIn(tx: Tx, turn: Turn, leave: Leave, refuse: (why: Stop) => never) {
    if (turn.now >= endsAt(leave)) return refuse("tooLate");
    if (!(await leaves.withdraw(tx, leave.party, leave.recordedAt))) return refuse("gone");
    const told = await toldOf(tx, leave.party, turn);
    await enqueue(tx, leaveNotices(LEAVE.withdrawn, leave, told, turn.now, endsAt(leave)));
    return leave.party;
  }

  return {
    /** Who takes part and who is about to leave; for the coordinator only. */
    async look(turn: Turn): Promise<Outcome<PartiesView, LeaveRefusal>> {
      return isEntitled(turn) ? ok(await view()) : refused("notCoordinator");
    },

    /** What would be recorded, and what should be looked at again. */
    async review(turn: Turn, draft: LeaveDraft): Promise<Outcome<Reviewed, Stop>> {
      if (!isEntitled(turn)) return refused("notCoordinator");
      const checked = await judged(draft, turn);
      if (!checked.ok) return checked;
      const { party, lastDay } = checked.value;
      const inElections = await leaves.inElections(party);
      return ok({ ...checked.value, warnings: warningsOf(lastDay, turn.now), inElections });
    },

    /** Records it, once per key, and tells the people of the party. */
    async record(turn: Turn, key: string, draft: LeaveDraft): Promise<Outcome<PartiesView, Stop>> {
      if (!isEntitled(turn)) return refused("notCoordinator");
      const done = await orRefuse<Stop, unknown>((refuse) =>
        write((tx) => applyOnce(tx, key, "year.leave", turn.now, () => recordIn(tx, turn, draft, refuse))),
      );
      return done.ok ? ok(await view()) : done;
    },

    /** Takes the record made at `recordedAt` back, before it takes effect. The same key again changes nothing. */
    async withdraw(
      turn: Turn,
      key: string,
      party: string,
      recordedAt: Instant,
    ): Promise<Outcome<PartiesView, Stop>> {
      if (!isEntitled(turn)) return refused("notCoordinator");
      const done = await orRefuse<Stop, unknown>((refuse) =>
        write((tx) =>
          applyOnce(tx, key, "year.withdraw", turn.now, async () => {
            const leave = await leaves.of(party, tx);
            if (leave?.recordedAt !== recordedAt) return refuse("gone");
            return leave.left ? refuse("tooLate") : withdrawIn(tx, turn, leave, refuse);
          }),
        ),
      );
      return done.ok ? ok(await view()) : done;
    },
  };
}
