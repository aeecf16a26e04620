/** Who decides: one seat for each party, and the people who may vote for it at this moment. Pure. */
import type { HeldSeat } from "../forum/seats.ts";
import type { Decision, DecisionSeat } from "./decision.ts";

/** Party to the ids of the members who may vote for it now. */
export type Electors = ReadonlyMap<string, readonly string[]>;

export type GroupPerson = { readonly memberId: string; readonly organisation: string };

/** In the Forum the holder of the seat votes; a seat that nobody holds is entitled all the same. */
export const electorsOfForum = (seats: readonly HeldSeat[]): Electors =>
  new Map(seats.map(({ party, holderId }) => [party, holderId === null ? [] : [holderId]]));

/**
 * In a working group every party that has somebody in it has one seat, and any of its people there may vote.
 * Organisations that are only associated have no vote.
 */
export function electorsOfGroup(
  people: readonly GroupPerson[],
  isParty: (organisation: string) => boolean,
): Electors {
  const electors = new Map<string, string[]>();
  for (const { memberId, organisation } of people) {
    if (!isParty(organisation)) continue;
    const known = electors.get(organisation) ?? [];
    electors.set(organisation, [...known, memberId]);
  }
  return new Map([...electors].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The register as it is fixed at the opening. In a group nobody holds the seat until somebody has voted. */
export const registerOf = (electors: Electors, inGroup: boolean): readonly HeldSeat[] =>
  [...electors].map(([party, people]) => ({ party, holderId: inGroup ? null : (people[0] ?? null) }));

/** Everybody who is told in person. */
export const peopleOf = (
  electors: Electors,
): readonly { readonly party: string; readonly memberId: string }[] =>
  [...electors].flatMap(([party, people]) => people.map((memberId) => ({ party, memberId })));

export type Voter = { readonly id: string; readonly organisation: string };

/** `replaced`: held the seat at the opening, or voted for it, and holds it no more. */
export type Standing = "holder" | "replaced" | "same-party" | "stranger";

export type Place = { readonly standing: Standing; readonly seat: DecisionSeat | null };

/** Whether this person is the one who may vote for the party: in a group only until a colleague has voted. */
function holds(seat: DecisionSeat, people: readonly string[], voter: string): boolean {
  if (!people.includes(voter)) return false;
  const colleagueVoted = seat.choice !== null && seat.holderId !== null && seat.holderId !== voter;
  return !(colleagueVoted && people.includes(seat.holderId ?? ""));
}

/** Where a person stands towards the register, with the seat that concerns him or her. */
export function placeOf(register: readonly DecisionSeat[], electors: Electors, voter: Voter): Place {
  const peopleFor = (party: string) => electors.get(party) ?? [];
  const held = register.find((seat) => holds(seat, peopleFor(seat.party), voter.id));
  if (held) return { standing: "holder", seat: held };
  const before = register.find((seat) => seat.holderId === voter.id);
  if (before) return { standing: "replaced", seat: before };
  const own = register.find((seat) => seat.party === voter.organisation);
  return own ? { standing: "same-party", seat: own } : { standing: "stranger", seat: null };
}

/**
 * The seats that count: a party that has left since the opening is taken off the register, unless it had voted;
 * then its vote and its seat stay (BWahlG § 39(5) by analogy).
 */
export const remaining = (register: readonly DecisionSeat[], electors: Electors): readonly DecisionSeat[] =>
  register.filter(({ party, choice }) => choice !== null || electors.has(party));

export const allHaveVoted = (register: readonly DecisionSeat[]): boolean =>
  register.every(({ choice }) => choice !== null);

/** How many parties must ask before the opening for a decision to become secret. */
export type SecrecyRule = "one" | "quarter";

export const secrecyNeeded = (rule: SecrecyRule, entitled: number): number =>
  rule === "one" ? 1 : Math.max(1, Math.ceil(entitled / 4));

/** Fewer seats get no secret ballot: single votes could be guessed. */
export const SECRET_FROM = 5;

/** Whether this decision can be decided secretly at all. */
export const canBeSecret = ({ way, entitled }: Pick<Decision, "way" | "entitled">): boolean =>
  way === "vote" && entitled >= SECRET_FROM;
