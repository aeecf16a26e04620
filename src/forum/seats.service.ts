/** Use cases of seats: who holds them, giving and freeing them. */
import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Acting } from "../turn/acting.ts";
import type { Turn } from "../turn/turn.ts";
import type { SeatRepository } from "./seats.repository.ts";
import { type HeldSeat, judgeAppointment, type SeatPerson, type SeatRefusal } from "./seats.ts";

export type SeatDeps = Acting & { readonly repository: SeatRepository };

export type SeatsView = {
  readonly seats: readonly HeldSeat[];
  /** Members who could be named now: of a party whose seat is free, without the person who looks. */
  readonly available: readonly SeatPerson[];
  /** Holders whose personal chat is known. */
  readonly reached: number;
};

export type SeatService = ReturnType<typeof seatService>;

export function seatService({ repository, write, applyOnce }: SeatDeps) {
  async function view(turn: Turn): Promise<SeatsView> {
    const [seats, people, reached] = await Promise.all([
      repository.all(),
      repository.people(),
      repository.reached(),
    ]);
    const free = new Set(seats.filter((seat) => seat.holderId === null).map((seat) => seat.party));
    return {
      seats,
      available: people.filter((one) => free.has(one.party) && one.memberId !== turn.member?.id),
      reached: seats.filter((seat) => seat.holderId !== null && reached.has(seat.holderId)).length,
    };
  }

  async function giveIn(tx: Tx, turn: Turn, chosen: readonly string[], refuse: (why: SeatRefusal) => never) {
    const [people, seats] = [await repository.people(tx), await repository.all(tx)];
    const judged = judgeAppointment(chosen, people, seats, turn.member?.id ?? null);
    if (!judged.ok) return refuse(judged.reason);
    for (const { party, memberId } of judged.value)
      if (!(await repository.give(tx, party, memberId))) refuse("seatTaken");
    return judged.value.map((one) => one.party).join(",");
  }

  return {
    /** Seats, who could be named, and how many holders have been reached; for the coordinator only. */
    async look(turn: Turn): Promise<Outcome<SeatsView, SeatRefusal>> {
      return may(rolesOf(turn), "seat.appoint") ? ok(await view(turn)) : refused("notCoordinator");
    },

    /** Gives each of these members the seat of his or her party: all or none. The same key again changes nothing. */
    async give(turn: Turn, key: string, chosen: readonly string[]): Promise<Outcome<SeatsView, SeatRefusal>> {
      if (!may(rolesOf(turn), "seat.appoint")) return refused("notCoordinator");
      const done = await orRefuse<SeatRefusal, unknown>((refuse) =>
        write((tx) => applyOnce(tx, key, "seat.give", turn.now, () => giveIn(tx, turn, chosen, refuse))),
      );
      return done.ok ? ok(await view(turn)) : done;
    },

    /** Frees a seat; a round that is open keeps the register it was opened with. */
    async free(turn: Turn, key: string, party: string): Promise<Outcome<SeatsView, SeatRefusal>> {
      if (!may(rolesOf(turn), "seat.appoint")) return refused("notCoordinator");
      const done = await orRefuse<SeatRefusal, unknown>((refuse) =>
        write((tx) =>
          applyOnce(tx, key, "seat.free", turn.now, async () => {
            if (!(await repository.free(tx, party))) refuse("noSeat");
            return party;
          }),
        ),
      );
      return done.ok ? ok(await view(turn)) : done;
    },
  };
}
