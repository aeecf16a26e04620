/** Nominating people, and what nominated and elected people answer themselves. */
import { berlinDate } from "../../calendar/zones.ts";
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { progressService } from "../progress.service.ts";
import type { FrozenSeat } from "../repository.ts";
import type { ElectionDeps } from "../service.ts";
import type { StoredCandidacy, StoredElection } from "../stored.ts";
import { type Moved, type MoveType, moving } from "./candidacy.move.ts";
import {
  type CandidacyRefusal,
  delegateSeat,
  isOverdue,
  type Nominated,
  paperName,
  standingFor,
} from "./candidacy.ts";
import { isOverTerm } from "./term-limit.ts";

export type NominationForm = {
  readonly election: StoredElection;
  /** Parties with a seat; `person` is the name of its delegate, null for an empty seat. */
  readonly seats: readonly { readonly party: string; readonly person: string | null }[];
};

/** A candidacy a person is asked about again before something final. */
export type Question = { readonly election: StoredElection; readonly candidacy: StoredCandidacy };

export function candidacyService(deps: ElectionDeps) {
  const { elections, seats, inOffice, organisationName } = deps;
  const progress = progressService(deps);
  const move = moving({ ...deps, progress });

  /** As whom this person may nominate; null for nobody else. */
  async function nominatesAs(turn: Turn, tx?: Tx): Promise<"delegate" | "chair" | "coordinator" | null> {
    const { member } = turn;
    if (!may(rolesOf(turn), "election.nominate")) return null;
    if (member && delegateSeat(await seats(tx), member.id)) return "delegate";
    if (member && (await inOffice.chairOn(berlinDate(turn.now), tx)) === member.id) return "chair";
    return turn.coordinator ? "coordinator" : null;
  }

  const names = async (tx?: Tx) =>
    new Map((await elections.eligible(tx)).map((one) => [one.memberId, one.name]));

  const personIn = ({ delegateId }: FrozenSeat, known: ReadonlyMap<string, string>): string | null =>
    (delegateId === null ? undefined : known.get(delegateId)) ?? null;

  async function nominee(party: string, tx: Tx): Promise<Nominated | null> {
    const seat = (await seats(tx)).find((one) => one.party === party);
    if (!seat) return null;
    const name = paperName(personIn(seat, await names(tx)), organisationName(party));
    return { name, party, memberId: seat.delegateId };
  }

  /** Why this person cannot be nominated in this election now. */
  async function barredFrom(
    tx: Tx,
    election: StoredElection,
    person: Nominated,
    now: Instant,
  ): Promise<CandidacyRefusal | null> {
    if (isOverdue(election, now)) return "too-late";
    const { id, rule, office, state } = election;
    if (state === "nomination" && standingFor(await elections.candidacies(id, tx), person))
      return "already-nominated";
    return (await isOverTerm(inOffice, rule, office, person.memberId, tx)) ? "term-limit" : null;
  }

  async function nominated(
    tx: Tx,
    turn: Turn,
    id: string,
    party: string,
  ): Promise<Outcome<string, CandidacyRefusal>> {
    const as = await nominatesAs(turn, tx);
    if (!as) return refused("not-delegate");
    const person = await nominee(party, tx);
    if (!person) return refused("party-unknown");
    await elections.lockElection(tx, id);
    const election = await elections.election(id, tx);
    const barred = election && (await barredFrom(tx, election, person, turn.now));
    if (barred) return refused(barred);
    const times = { nominatedAt: turn.now, consentedAt: null };
    const candidacy = { ...person, ...times, nominatedById: turn.member?.id ?? null };
    const event = { type: "nominate", by: as, candidate: person.name } as const;
    const done = await progress.applyIn(tx, { ring: null }, id, event, turn.now, { candidacy });
    return done.ok ? ok(person.name) : done;
  }

  /** Only the person behind a candidacy answers for it. */
  const mine =
    (turn: Turn) =>
    ({ memberId }: StoredCandidacy): CandidacyRefusal | null =>
      turn.member && memberId === turn.member.id ? null : "not-yours";

  return {
    nominatesAs,

    /** Whom one can nominate in an election whose nominations run. */
    async form(turn: Turn, id: string): Promise<Outcome<NominationForm, CandidacyRefusal>> {
      if (turn.place.kind !== "personal") return refused("not-personal");
      if (!(await nominatesAs(turn))) return refused("not-delegate");
      const election = await elections.election(id);
      if (!election) return refused("gone");
      if (election.state !== "nomination") return refused("wrong-state");
      const known = await names();
      const found = (await seats()).map((seat) => ({ party: seat.party, person: personIn(seat, known) }));
      return ok({ election, seats: found });
    },

    /** Nominates the person of a party. The same form again gives the same candidacy. */
    async nominate(
      turn: Turn,
      { actionId, election, party }: { readonly actionId: string; election: string; party: string },
    ): Promise<Outcome<StoredCandidacy, CandidacyRefusal>> {
      if (turn.place.kind !== "personal") return refused("not-personal");
      const key = formKey(turn, actionId);
      const done = await orRefuse<CandidacyRefusal, string>(async (refuse) => {
        const body = async (tx: Tx): Promise<string> => {
          const named = await nominated(tx, turn, election, party);
          return named.ok ? named.value : refuse(named.reason);
        };
        const { subject } = await deps.write((tx) =>
          deps.applyOnce(tx, key, "election.nominate", turn.now, () => body(tx)),
        );
        return subject;
      });
      if (!done.ok) return done;
      const found = (await elections.candidacies(election)).find((one) => one.name === done.value);
      return found ? ok(found) : refused("not-nominated");
    },

    /** The own candidacy, for somebody who is asked once more. */
    async question(turn: Turn, id: string, name: string): Promise<Outcome<Question, CandidacyRefusal>> {
      if (turn.place.kind !== "personal") return refused("not-personal");
      const election = await elections.election(id);
      const candidacy = (await elections.candidacies(id)).find((one) => one.name === name);
      if (!election || !candidacy) return refused("not-nominated");
      const why = mine(turn)(candidacy);
      return why ? refused(why) : ok({ election, candidacy });
    },

    /** Consent, withdrawal, acceptance or refusal by the person behind the candidacy; twice is once. */
    async answer(
      turn: Turn,
      id: string,
      name: string,
      type: MoveType,
    ): Promise<Outcome<Moved, CandidacyRefusal>> {
      if (turn.place.kind !== "personal") return refused("not-personal");
      if (!may(rolesOf(turn), "election.stand")) return refused("not-yours");
      return move({ id, name, type, now: turn.now }, async (_, candidacy) => mine(turn)(candidacy));
    },
  };
}
