/**
 * Seats that change while a round is open. Its register stands still: only who was delegate or deputy at the
 * opening may get the vote of a party, anybody else by four eyes. A vote that was cast stands.
 */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { ElectionDeps } from "../service.ts";
import type { Entry, StoredRound } from "../stored.ts";
import { quorumOf } from "../wahlordnung.ts";
import { holderNotices } from "./register.notices.ts";
import type { RegisterRepository } from "./register.repository.ts";

export type RegisterDeps = Pick<ElectionDeps, "repository" | "elections" | "enqueue"> & {
  readonly registers: RegisterRepository;
};

type OpenSeat = { readonly round: StoredRound; readonly entry: Entry };

/** Whether the register of a round lets this person vote for the seat. */
const isEligible = ({ entry }: OpenSeat, memberId: string): boolean =>
  entry.delegateId === memberId || entry.deputies.includes(memberId);

export function registerService({ repository, elections, registers, enqueue }: RegisterDeps) {
  /** The seat in every open round, with nobody casting or closing there until the transaction ends. */
  async function openSeats(tx: Tx, party: string): Promise<readonly OpenSeat[]> {
    const found: OpenSeat[] = [];
    for (const name of await registers.open(tx)) {
      await elections.lockElection(tx, name.electionId);
      await repository.lock(tx, name, "alone");
      const round = await repository.round(name, tx);
      const entry = (await repository.register(name, tx)).find((one) => one.party === party);
      if (round?.phase === "voting" && entry && !entry.left) found.push({ round, entry });
    }
    return found;
  }

  /** The same is written into the outbox whether the seat has voted or not. */
  async function hand(tx: Tx, { round, entry }: OpenSeat, holderId: string, now: Instant, delegate: boolean) {
    const { party } = entry;
    const seat = { holderId, ...(delegate ? { delegateId: holderId } : {}) };
    // A vote that was cast stands; who holds the seat now is told so.
    await repository.setHolder(tx, round.name, party, seat);
    if (entry.holderId === holderId) return;
    await enqueue(tx, holderNotices(round.name, party, holderId, { now, closesAt: round.closesAt }));
  }

  return {
    openSeats,

    /** For a deputy who stands in, and for the end of that; see OpenRounds of the seats. */
    async substituted(
      tx: Tx,
      party: string,
      holderId: string,
      now: Instant,
    ): Promise<"ok" | "not-eligible" | "none"> {
      const seats = await openSeats(tx, party);
      if (seats.length === 0) return "none";
      if (!seats.every((seat) => isEligible(seat, holderId))) return "not-eligible";
      for (const seat of seats) await hand(tx, seat, holderId, now, false);
      return "ok";
    },

    /** Whether a round is open. */
    frozen: async (tx?: Tx): Promise<boolean> => (await registers.open(tx)).length > 0,

    /** Another delegate, agreed by four eyes: in every open round. A vote that was cast stands. */
    async delegateChanged(tx: Tx, party: string, holderId: string, now: Instant): Promise<void> {
      for (const seat of await openSeats(tx, party)) await hand(tx, seat, holderId, now, true);
    },

    /**
     * The party leaves the Forum: where it has not voted, one seat less, and the quorum is that of the rest.
     * A vote that was cast stays; nobody could find it.
     */
    async partyLeaves(tx: Tx, party: string): Promise<void> {
      for (const { round } of await openSeats(tx, party)) {
        if (!(await repository.setLeft(tx, round.name, party))) continue;
        const election = await elections.election(round.name.electionId, tx);
        if (round.stage === "motion" || !election) continue;
        const quorum = quorumOf(round.rule, round.entitled - 1, election.quorum);
        await registers.setQuorum(tx, round.name, quorum);
      }
    },
  };
}
