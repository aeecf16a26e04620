/** Use case of leaving: of a person who goes, is removed, or is taken out of Teams. */
import type { Tx } from "../db/store.ts";
import type { StandingSeat } from "../forum/seats.ts";
import type { Notice } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import type { LeaveRepository } from "./leave.repository.ts";
import { type Left, leftNotices, type SeatLeft } from "./leave.ts";

/** The standing seats, as far as leaving reaches them. */
export type LeavingSeats = {
  readonly all: (tx: Tx) => Promise<readonly StandingSeat[]>;
  readonly hold: (tx: Tx, parties: readonly string[]) => Promise<void>;
  readonly heldBy: (memberId: string, tx: Tx) => Promise<string | null>;
  readonly removeDeputy: (tx: Tx, party: string, memberId: string) => Promise<void>;
  readonly setStandIn: (tx: Tx, party: string, memberId: string | null) => Promise<void>;
};

export type LeaveDeps = {
  readonly repository: LeaveRepository;
  readonly seats: LeavingSeats;
  /** Tells open rounds who has the vote of a seat now; their register knows only people of its opening. */
  readonly substituted: (tx: Tx, party: string, holderId: string, now: Instant) => Promise<unknown>;
  /** Tells the delegate that a substitution is over. */
  readonly substitutionEnded: (
    id: string,
    party: string,
    to: readonly string[],
    now: Instant,
  ) => readonly Notice[];
  /** Takes back every open link of a person to pages, files and calendars. */
  readonly revoke: (tx: Tx, which: { readonly memberId: string }, now: Instant) => Promise<number>;
  /** Member ids of those who coordinate. */
  readonly coordinators: (tx: Tx) => Promise<readonly string[]>;
  readonly enqueue: (tx: Tx, notices: readonly Notice[]) => Promise<void>;
  readonly newId: NewId;
};

/**
 * Ends everything a person is and gets here, in the transaction of the caller: seat or deputyship, coordination by
 * appointment, groups, personal chats, messages that wait, links to pages, files and calendars. The row of the
 * person stays (`Member.leftAt`), without rights and without messages, until it is erased; whoever says „ich bin …“
 * again meanwhile is back under the same id.
 *
 * The register of an open round stays as it was: where the person was a deputy who stood in, the delegate has the
 * vote again, if the register knows him or her; a delegate is replaced only by four eyes. Parts in an election
 * stay as well. Those who coordinate, and the deputies of the seat, are told what somebody must take over.
 *
 * `by` is the member who removes the person; null: the person, or the platform. Answers null when there is no such
 * person or he or she has left before: nothing was done. Rights are checked by the caller. Lock order: the row of
 * the person, then the seat, then open rounds, as everywhere.
 */
export type Leave = (tx: Tx, memberId: string, now: Instant, by: string | null) => Promise<Left | null>;

export function leaveService(deps: LeaveDeps): Leave {
  const { repository, seats, enqueue, newId } = deps;

  async function endStandIn(tx: Tx, seat: StandingSeat, now: Instant): Promise<void> {
    await seats.setStandIn(tx, seat.party, null);
    if (seat.delegateId === null) return;
    await deps.substituted(tx, seat.party, seat.delegateId, now);
    await enqueue(tx, deps.substitutionEnded(newId(), seat.party, [seat.delegateId], now));
  }

  async function leaveSeat(tx: Tx, memberId: string, now: Instant): Promise<SeatLeft | null> {
    const party = await seats.heldBy(memberId, tx);
    if (party === null) return null;
    await seats.hold(tx, [party]);
    const seat = (await seats.all(tx)).find((one) => one.party === party);
    if (!seat) return null;
    if (seat.delegateId === memberId) {
      await repository.vacate(tx, party, memberId);
      return { party, as: "delegate", held: seat.holderId !== memberId };
    }
    if (!seat.deputies.includes(memberId)) return null;
    if (seat.holderId === memberId) await endStandIn(tx, seat, now);
    await seats.removeDeputy(tx, party, memberId);
    // A deputy who stood in for nobody: then the seat is empty now, as when a delegate leaves.
    if (seat.holderId === memberId && seat.delegateId === null) return { party, as: "delegate", held: false };
    return { party, as: "deputy", held: seat.delegateId !== null };
  }

  return async (tx, memberId, now, by) => {
    if (!(await repository.mark(tx, memberId, now))) return null;
    await repository.note(tx, newId(), memberId, by === memberId ? null : by, now);
    const seat = await leaveSeat(tx, memberId, now);
    const parts = await repository.electionParts(tx, memberId);
    const coordinated = await repository.dismiss(tx, memberId);
    await repository.detach(tx, memberId);
    await deps.revoke(tx, { memberId }, now);
    const left: Left = { memberId, seat, parts, coordinated };
    const others = (await deps.coordinators(tx)).filter((one) => one !== memberId);
    const deputies = (await seats.all(tx)).find((one) => one.party === seat?.party)?.deputies ?? [];
    await enqueue(tx, leftNotices(newId(), left, { coordinators: others, deputies }, now));
    return left;
  };
}
