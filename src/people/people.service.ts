/** Use cases of the list of people: seeing it, correcting and removing somebody. Rights are checked here. */
import { berlinDate } from "../calendar/zones.ts";
import type { Tx } from "../db/store.ts";
import { ACTS } from "../member/acts.ts";
import { type Act, may, rolesOf } from "../member/rights.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Acting } from "../turn/acting.ts";
import type { Turn } from "../turn/turn.ts";
import { CORRECTED, correctedNotice } from "./notices.ts";
import type { PeopleRepository } from "./people.repository.ts";
import { type Correction, judgeCorrection, type Person, type PersonRefusal, tidyName } from "./people.ts";

export type PeopleDeps = Acting & {
  readonly repository: PeopleRepository;
  readonly newId: NewId;
  readonly knows: (organisation: string) => boolean;
  readonly seats: {
    readonly heldBy: (memberId: string, tx?: Tx) => Promise<string | null>;
    readonly hold: (tx: Tx, parties?: readonly string[]) => Promise<void>;
  };
  /** Ends everything somebody is here; null: has left before. */
  readonly leave: (tx: Tx, memberId: string, now: Instant, by: string | null) => Promise<unknown>;
};

export type PeopleService = ReturnType<typeof peopleService>;

/** Null: this person may do that here. */
export function refusalOf(turn: Turn, act: Act): "notCoordinator" | "personalOnly" | null {
  if (!may(rolesOf(turn), act)) return "notCoordinator";
  return ACTS[act].where === "personal" && turn.place.kind !== "personal" ? "personalOnly" : null;
}

export function peopleService(deps: PeopleDeps) {
  const { repository, seats } = deps;
  type Refuse = (why: PersonRefusal) => never;

  async function once(
    turn: Turn,
    key: string,
    kind: string,
    work: (tx: Tx, refuse: Refuse) => Promise<string>,
  ): Promise<Outcome<null, PersonRefusal>> {
    const done = await orRefuse<PersonRefusal, unknown>((refuse) =>
      deps.write((tx) => deps.applyOnce(tx, key, kind, turn.now, () => work(tx, refuse))),
    );
    return done.ok ? ok(null) : done;
  }

  async function correctIn(tx: Tx, turn: Turn, id: string, said: Correction, refuse: Refuse) {
    await repository.holdPerson(tx, id);
    const before = (await repository.named(id, tx)) ?? undefined;
    // Nobody gives the person a seat of the old organisation meanwhile.
    if (before) await seats.hold(tx, [before.organisation]);
    const judged = judgeCorrection(before, said, await seats.heldBy(id, tx), deps.knows);
    if (typeof judged === "string") return refuse(judged);
    await repository.correct(tx, id, said, turn.now);
    const by = turn.member?.id ?? null;
    for (const field of judged.changed)
      await repository.note(tx, { id: deps.newId(), memberId: id, field }, by, turn.now);
    const told = id === by ? [] : await repository.reachable(tx, [id]);
    await deps.enqueue(
      tx,
      told.map((to) => correctedNotice(deps.newId(), to, turn.now)),
    );
    return id;
  }

  return {
    /** Everybody who has not left; for coordinators, in their own chat. */
    async all(turn: Turn): Promise<Outcome<readonly Person[], PersonRefusal>> {
      const why = refusalOf(turn, "people.see");
      return why ? refused(why) : ok(await repository.all(berlinDate(turn.now)));
    },

    async one(turn: Turn, memberId: string): Promise<Outcome<Person, PersonRefusal>> {
      const why = refusalOf(turn, "people.see");
      if (why) return refused(why);
      const found = (await repository.all(berlinDate(turn.now))).find((each) => each.memberId === memberId);
      return found ? ok(found) : refused("unknownPerson");
    },

    /** Corrects name and organisation and tells the person; the organisation stays while a seat hangs on it. */
    async correct(turn: Turn, key: string, id: string, said: Correction) {
      const why = refusalOf(turn, "people.correct");
      if (why) return refused(why);
      const tidy = { ...said, name: tidyName(said.name) };
      return once(turn, key, CORRECTED, (tx, refuse) => correctIn(tx, turn, id, tidy, refuse));
    },

    /** Takes a person out of the Forum. Not oneself, and nobody whom the configuration lets coordinate. */
    async remove(turn: Turn, key: string, id: string) {
      const why = refusalOf(turn, "people.remove");
      if (why) return refused(why);
      if (id === turn.member?.id) return refused("notYourself");
      return once(turn, key, "people.remove", async (tx, refuse) => {
        await repository.holdCoordinators(tx);
        const one = (await repository.coordinators(tx)).find((each) => each.memberId === id);
        if (one?.configured) refuse("configured");
        if (!(await repository.named(id, tx))) refuse("unknownPerson");
        if ((await deps.leave(tx, id, turn.now, turn.member?.id ?? null)) === null) refuse("unknownPerson");
        return id;
      });
    },
  };
}
