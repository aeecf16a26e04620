/** Use cases of seats: who holds them, giving and freeing them. */
import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { NewId } from "../system/ids.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Acting } from "../turn/acting.ts";
import type { Turn } from "../turn/turn.ts";
import { endedNotices } from "./deputies.notices.ts";
import { isSubstituted } from "./deputies.ts";
import type { ProbeRepository } from "./probe.repository.ts";
import { isReached } from "./probe.ts";
import type { OpenRounds, SeatRepository } from "./seats.repository.ts";
import { type HeldSeat, judgeAppointment, type SeatPerson, type SeatRefusal } from "./seats.ts";

export type SeatDeps = Acting & {
  readonly repository: SeatRepository;
  readonly probes: Pick<ProbeRepository, "all">;
  readonly rounds: OpenRounds;
  readonly newId: NewId;
};

export type SeatsView = {
  readonly seats: readonly HeldSeat[];
  /** Members who could be named now: of a party whose seat is free, without the person who looks. */
  readonly available: readonly SeatPerson[];
  /** Seats whose holder has answered the last Probe card. */
  readonly reached: number;
};

export type SeatService = ReturnType<typeof seatService>;

export function seatService({ repository, probes, rounds, newId, write, applyOnce, enqueue }: SeatDeps) {
  async function view(turn: Turn): Promise<SeatsView> {
    const [seats, people, asked] = await Promise.all([repository.all(), repository.people(), probes.all()]);
    const free = new Set(seats.filter((seat) => seat.holderId === null).map((seat) => seat.party));
    return {
      seats,
      available: people.filter((one) => free.has(one.party) && one.memberId !== turn.member?.id),
      reached: seats.filter((seat) => isReached(seat, asked)).length,
    };
  }

  type Refuse = (why: SeatRefusal) => never;

  async function giveIn(tx: Tx, turn: Turn, chosen: readonly string[], refuse: Refuse) {
    await repository.hold(tx);
    const [people, seats] = [await repository.people(tx), await repository.all(tx)];
    const judged = judgeAppointment(chosen, people, seats, turn.member?.id ?? null);
    if (!judged.ok) return refuse(judged.reason);
    if (await rounds.frozen(tx)) refuse("roundOpen");
    for (const { party, memberId } of judged.value)
      if (!(await repository.give(tx, party, memberId))) refuse("seatTaken");
    return judged.value.map((one) => one.party).join(",");
  }

  async function freeIn(tx: Tx, turn: Turn, party: string, refuse: Refuse): Promise<string> {
    await repository.hold(tx, [party]);
    const seat = (await repository.all(tx)).find((one) => one.party === party);
    if (!seat || seat.holderId === null) return refuse("noSeat");
    if (await rounds.frozen(tx)) refuse("roundOpen");
    await repository.free(tx, party);
    // Who stood in learns that it is over; the delegate is out of office and spoken to by the coordination.
    if (isSubstituted(seat)) await enqueue(tx, endedNotices(newId(), party, [seat.holderId], turn.now));
    return party;
  }

  return {
    /** Seats, who could be named, and how many holders have been reached; for the coordinator only. */
    async look(turn: Turn): Promise<Outcome<SeatsView, SeatRefusal>> {
      return may(rolesOf(turn), "seat.appoint") ? ok(await view(turn)) : refused("notCoordinator");
    },

    /**
     * Gives each of these members the seat of his or her party: all or none. The same key again changes
     * nothing. Refused while a round is open: its register of delegates stands still.
     */
    async give(turn: Turn, key: string, chosen: readonly string[]): Promise<Outcome<SeatsView, SeatRefusal>> {
      if (!may(rolesOf(turn), "seat.appoint")) return refused("notCoordinator");
      const done = await orRefuse<SeatRefusal, unknown>((refuse) =>
        write((tx) => applyOnce(tx, key, "seat.give", turn.now, () => giveIn(tx, turn, chosen, refuse))),
      );
      return done.ok ? ok(await view(turn)) : done;
    },

    /** Frees a seat and ends a substitution; its deputies stay named. Refused while a round is open. */
    async free(turn: Turn, key: string, party: string): Promise<Outcome<SeatsView, SeatRefusal>> {
      if (!may(rolesOf(turn), "seat.appoint")) return refused("notCoordinator");
      const done = await orRefuse<SeatRefusal, unknown>((refuse) =>
        write((tx) => applyOnce(tx, key, "seat.free", turn.now, () => freeIn(tx, turn, party, refuse))),
      );
      return done.ok ? ok(await view(turn)) : done;
    },
  };
}
