/** Reading what the coordinator has entered: candidates, roles, times, and whether the office is free. */
import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { Turn } from "../turn/turn.ts";
import type { Candidate, Entered, Planned, StartRefusal } from "./announcement.ts";
import { checkCandidates, namesIn } from "./candidates.ts";
import { checkDeadline } from "./opening.ts";
import { paperName } from "./people/candidacy.ts";
import { checkRoles } from "./people/roles.ts";
import { isOverTerm } from "./people/term-limit.ts";
import { processIn } from "./process.ts";
import { settingsOf } from "./recall.ts";
import type { ElectionDeps } from "./service.ts";
import { step } from "./transition.ts";
import { quorumOf, type Wahlordnung } from "./wahlordnung.ts";

const NOMINATION_ENDS = {
  "deadline-missing": "nomination-end-missing",
  "deadline-too-soon": "nomination-end-too-soon",
  "deadline-too-late": "nomination-end-too-late",
} as const;

export type PlanDeps = Pick<
  ElectionDeps,
  "elections" | "inOffice" | "seats" | "coordinators" | "organisationName" | "forumChannel"
>;

/** What would begin with what was entered; nothing is stored. Read again in the transaction that begins it. */
export function planService(deps: PlanDeps) {
  const { elections } = deps;

  /**
   * The people behind ticked parties. With nominations they stand as everybody nominated does; where candidacies
   * stand already, under the name of the party. Typed names are nobody's.
   */
  async function candidatesIn(
    { parties, others, way }: Entered,
    tx?: Tx,
  ): Promise<Outcome<readonly Candidate[], StartRefusal>> {
    const seats = new Map((await deps.seats(tx)).map((seat) => [seat.party, seat]));
    const people = new Map((await elections.eligible(tx)).map((one) => [one.memberId, one.name]));
    const nameOf = (party: string, memberId: string | null): string => {
      const organisation = deps.organisationName(party);
      return way === "open" ? paperName(people.get(memberId ?? "") ?? null, organisation) : organisation;
    };
    const known = new Map(
      parties.map((party) => {
        const memberId = seats.get(party)?.delegateId ?? null;
        return [nameOf(party, memberId), { party, memberId }];
      }),
    );
    const names = [...known.keys(), ...namesIn(others)];
    if (way === "open" && names.every((name) => name.trim() === "")) return ok([]);
    const checked = checkCandidates(names);
    if (!checked.ok) return checked;
    return ok(
      checked.value.map((name) => ({ name, ...(known.get(name) ?? { party: null, memberId: null }) })),
    );
  }

  async function rolesIn({ officer, scrutineers }: Entered, candidates: readonly Candidate[], tx?: Tx) {
    const people = new Map((await elections.eligible(tx)).map((one) => [one.memberId, one]));
    const coordinators = new Set(await deps.coordinators(tx));
    const person = (id: string) => {
      const found = people.get(id);
      return found ? [{ ...found, coordinator: coordinators.has(id) }] : [];
    };
    const [leads = null] = person(officer);
    const watch = scrutineers.flatMap(person);
    const judged = checkRoles(leads, watch, candidates);
    if (!judged.ok || !leads) return judged.ok ? refused("officer-missing" as const) : judged;
    return ok({ officer: leads, scrutineers: watch });
  }

  function endsIn(
    entered: Entered,
    now: Instant,
  ): Outcome<Pick<Planned, "nominationEndsAt" | "closesAt">, StartRefusal> {
    if (entered.way === "fixed") {
      const closesAt = checkDeadline(entered.closesOn, entered.closesAt, now);
      return closesAt.ok ? ok({ nominationEndsAt: null, closesAt: closesAt.value }) : closesAt;
    }
    const ends = checkDeadline(entered.nominationOn, entered.nominationAt, now);
    return ends.ok
      ? ok({ nominationEndsAt: ends.value, closesAt: null })
      : refused(NOMINATION_ENDS[ends.reason]);
  }

  /** One running election per office, by the table of the process. */
  async function officeFree(
    office: Entered["office"],
    rule: Wahlordnung,
    tx?: Tx,
  ): Promise<Outcome<null, StartRefusal>> {
    const otherRunning = (await elections.runningFor(office, tx)) !== null;
    const event = { type: "announce", by: "coordinator" } as const;
    const announced = step(processIn("draft", []), event, settingsOf({ rule }, 0, otherRunning));
    return announced.ok ? ok(null) : announced;
  }

  /** What has to be there whatever is entered: a free office, enough seats, a channel. */
  async function groundOf(office: Entered["office"], rule: Wahlordnung, tx?: Tx) {
    if (office === "deputy" && rule.deputies === 0) return refused("no-deputies" as const);
    const free = await officeFree(office, rule, tx);
    if (!free.ok) return free;
    const seats = await deps.seats(tx);
    if (seats.length < rule.secretMinElectorate) return refused("too-few-seats" as const);
    if (!(await deps.forumChannel(tx))) return refused("no-channel" as const);
    const held = seats.filter((seat) => seat.holderId !== null).length;
    return ok({ entitled: seats.length, held, quorum: quorumOf(rule, seats.length, null) });
  }

  /** Everything that has to be right before an election can begin. */
  async function planned(turn: Turn, entered: Entered, tx?: Tx): Promise<Outcome<Planned, StartRefusal>> {
    if (!may(rolesOf(turn), "election.start")) return refused("not-coordinator");
    const { rule, version } = await elections.rule(tx);
    const candidates = await candidatesIn(entered, tx);
    if (!candidates.ok) return candidates;
    const ends = endsIn(entered, turn.now);
    if (!ends.ok) return ends;
    const roles = await rolesIn(entered, candidates.value, tx);
    if (!roles.ok) return roles;
    const ground = await groundOf(entered.office, rule, tx);
    if (!ground.ok) return ground;
    for (const { memberId } of candidates.value)
      if (await isOverTerm(deps.inOffice, rule, entered.office, memberId, tx)) return refused("term-limit");
    const found = { ...ends.value, ...roles.value, ...ground.value, candidates: candidates.value };
    return ok({ ...found, rule, ruleVersion: version });
  }

  return { planned };
}
