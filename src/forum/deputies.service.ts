/** Use cases of deputies: naming them, taking them off, letting one stand in and ending that. */
import type { Tx } from "../db/store.ts";
import { type Act, may, rolesOf } from "../member/rights.ts";
import type { NewId } from "../system/ids.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Acting } from "../turn/acting.ts";
import type { Turn } from "../turn/turn.ts";
import { endedNotices, standInNotices } from "./deputies.notices.ts";
import {
  type DeputyRefusal,
  judgeEnd,
  judgeNaming,
  judgeRemoval,
  judgeStandIn,
  type SeatActor,
  seatOf,
} from "./deputies.ts";
import type { OpenRounds, SeatRepository } from "./seats.repository.ts";
import type { SeatPerson, StandingSeat } from "./seats.ts";

export type DeputyDeps = Acting & {
  readonly repository: SeatRepository;
  readonly rounds: OpenRounds;
  readonly newId: NewId;
};

export type DeputySeatView = {
  readonly seat: StandingSeat;
  /** Members of the party, for their names. */
  readonly people: readonly SeatPerson[];
  /** Members of the party who could be named now; without the person who looks. */
  readonly available: readonly SeatPerson[];
  /** A round is open: only who was named at its opening may stand in there. */
  readonly frozen: boolean;
};

export type DeputiesView = {
  readonly seats: readonly StandingSeat[];
  readonly people: readonly SeatPerson[];
};

/** As whom somebody acts: for the own seat, or as coordinator for any. */
export type Acts = "own" | "coordinating";

export type DeputyService = ReturnType<typeof deputyService>;

type Refuse = (why: DeputyRefusal) => never;
type Change = (tx: Tx, seat: StandingSeat | undefined, refuse: Refuse) => Promise<void>;

const RIGHT = { own: "seat.standIn", coordinating: "seat.deputise" } as const satisfies Record<Acts, Act>;

export function deputyService(deps: DeputyDeps) {
  const { repository, rounds, newId, enqueue } = deps;

  const actorOf = (turn: Turn, as: Acts): SeatActor => ({
    memberId: turn.member?.id ?? null,
    coordinates: as === "coordinating",
  });

  const refusalOf = (turn: Turn, as: Acts): DeputyRefusal | null => {
    if (may(rolesOf(turn), RIGHT[as])) return null;
    return as === "own" ? "notDelegate" : "notCoordinator";
  };

  async function view(turn: Turn, party: string): Promise<Outcome<DeputySeatView, DeputyRefusal>> {
    const [seats, people, frozen] = await Promise.all([
      repository.all(),
      repository.people(undefined, party),
      rounds.frozen(),
    ]);
    const seat = seats.find((one) => one.party === party);
    if (!seat) return refused("noSeat");
    const available = people.filter(
      ({ memberId }) => memberId !== turn.member?.id && !seatOf(seats, memberId),
    );
    return ok({ seat, people, available, frozen });
  }

  /** One change of one seat: alone with it, once per key. */
  async function changed(
    turn: Turn,
    key: string,
    kind: string,
    party: string,
    change: Change,
  ): Promise<Outcome<DeputySeatView, DeputyRefusal>> {
    const done = await orRefuse<DeputyRefusal, unknown>((refuse) =>
      deps.write((tx) =>
        deps.applyOnce(tx, key, kind, turn.now, async () => {
          await repository.hold(tx, [party]);
          const seat = (await repository.all(tx)).find((one) => one.party === party);
          await change(tx, seat, refuse);
          return party;
        }),
      ),
    );
    return done.ok ? view(turn, party) : done;
  }

  /** An open round must know the person for this seat; otherwise nothing changes at all. */
  async function hands(tx: Tx, turn: Turn, party: string, to: string, refuse: Refuse): Promise<void> {
    if ((await rounds.substituted(tx, party, to, turn.now)) === "not-eligible") refuse("notEligible");
  }

  return {
    /** All seats with their deputies; for the coordinator only. */
    async list(turn: Turn): Promise<Outcome<DeputiesView, DeputyRefusal>> {
      if (!may(rolesOf(turn), "seat.deputise")) return refused("notCoordinator");
      const [seats, people] = await Promise.all([repository.all(), repository.people()]);
      return ok({ seats, people });
    },

    /** One seat with its deputies; for the coordinator only. */
    async look(turn: Turn, party: string): Promise<Outcome<DeputySeatView, DeputyRefusal>> {
      return may(rolesOf(turn), "seat.deputise") ? view(turn, party) : refused("notCoordinator");
    },

    /** The seat this person belongs to, as delegate or as deputy; null for everybody else. */
    async own(turn: Turn): Promise<DeputySeatView | null> {
      if (!turn.member || !may(rolesOf(turn), "seat.show")) return null;
      const party = await repository.heldBy(turn.member.id);
      if (party === null) return null;
      const seen = await view(turn, party);
      return seen.ok ? seen.value : null;
    },

    /** Names a deputy of this seat. */
    async name(turn: Turn, key: string, party: string, memberId: string) {
      if (!may(rolesOf(turn), "seat.deputise")) return refused("notCoordinator");
      return changed(turn, key, "deputy.name", party, async (tx, _, refuse) => {
        const [people, seats] = [await repository.people(tx), await repository.all(tx)];
        const judged = judgeNaming(memberId, party, people, seats, turn.member?.id ?? null);
        if (!judged.ok) refuse(judged.reason);
        await repository.nameDeputy(tx, party, memberId, turn.now);
      });
    },

    /** Takes a deputy off the seat. */
    async remove(turn: Turn, key: string, party: string, memberId: string) {
      if (!may(rolesOf(turn), "seat.deputise")) return refused("notCoordinator");
      return changed(turn, key, "deputy.remove", party, async (tx, seat, refuse) => {
        const judged = judgeRemoval(seat, memberId);
        if (!judged.ok) refuse(judged.reason);
        await repository.removeDeputy(tx, party, memberId);
      });
    },

    /**
     * Lets this deputy hold the seat and tells delegate and deputy. In an open round a vote of the seat that
     * was cast before stands.
     */
    async standIn(turn: Turn, key: string, as: Acts, party: string, to: string) {
      const why = refusalOf(turn, as);
      if (why) return refused(why);
      return changed(turn, key, "deputy.standIn", party, async (tx, seat, refuse) => {
        const people = await repository.people(tx, party);
        const judged = judgeStandIn(seat, to, people, actorOf(turn, as));
        if (!judged.ok) return refuse(judged.reason);
        await hands(tx, turn, party, to, refuse);
        await repository.setStandIn(tx, party, to);
        await enqueue(tx, standInNotices(newId(), judged.value, to, turn.now));
      });
    },

    /** Gives the vote back to the delegate and tells both. */
    async end(turn: Turn, key: string, as: Acts, party: string) {
      const why = refusalOf(turn, as);
      if (why) return refused(why);
      return changed(turn, key, "deputy.end", party, async (tx, seat, refuse) => {
        const judged = judgeEnd(seat, actorOf(turn, as));
        if (!judged.ok) return refuse(judged.reason);
        const { delegateId, holderId } = judged.value;
        await hands(tx, turn, party, delegateId, refuse);
        await repository.setStandIn(tx, party, null);
        await enqueue(tx, endedNotices(newId(), party, [delegateId, holderId], turn.now));
      });
    },
  };
}
