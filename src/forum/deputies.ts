/**
 * Deputies: named by the coordinator before they may stand in, and only for their own party. One person
 * belongs to one seat. The delegate or the coordinator lets a deputy stand in and ends it again. Pure.
 */
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { SeatPerson, StandingSeat } from "./seats.ts";

export type DeputyRefusal =
  | "notCoordinator"
  | "notDelegate"
  | "nobodyChosen"
  | "notYourself"
  | "unknownPerson"
  | "otherParty"
  | "onSeatAlready"
  | "noSeat"
  | "notNamed"
  | "standsIn"
  | "noDelegate"
  | "alreadyOn"
  | "notOn"
  | "notEligible";

/** Whether a deputy stands in. */
export const isSubstituted = (seat: StandingSeat): boolean =>
  seat.holderId !== null && seat.holderId !== seat.delegateId;

/** The seat this person belongs to, as delegate or as deputy. */
export const seatOf = (seats: readonly StandingSeat[], memberId: string): StandingSeat | undefined =>
  seats.find((seat) => seat.delegateId === memberId || seat.deputies.includes(memberId));

/** Whether this person can be named as deputy of the seat. Nobody names himself. */
export function judgeNaming(
  memberId: string,
  party: string,
  people: readonly SeatPerson[],
  seats: readonly StandingSeat[],
  by: string | null,
): Outcome<null, DeputyRefusal> {
  if (memberId === "") return refused("nobodyChosen");
  if (memberId === by) return refused("notYourself");
  const person = people.find((one) => one.memberId === memberId);
  if (!person) return refused("unknownPerson");
  if (!seats.some((seat) => seat.party === party)) return refused("noSeat");
  if (person.party !== party) return refused("otherParty");
  return seatOf(seats, memberId) ? refused("onSeatAlready") : ok(null);
}

/** Whether this deputy can be taken off the seat: not while he or she stands in. */
export function judgeRemoval(
  seat: StandingSeat | undefined,
  memberId: string,
): Outcome<StandingSeat, DeputyRefusal> {
  if (!seat) return refused("noSeat");
  if (memberId === "") return refused("nobodyChosen");
  if (!seat.deputies.includes(memberId)) return refused("notNamed");
  return seat.holderId === memberId ? refused("standsIn") : ok(seat);
}

/** Who acts: the delegate in his or her own name, or somebody of the coordination. */
export type SeatActor = { readonly memberId: string | null; readonly coordinates: boolean };

const decides = (seat: StandingSeat, by: SeatActor): boolean =>
  by.coordinates || (by.memberId !== null && by.memberId === seat.delegateId);

/**
 * Whether this deputy can stand in now. One who stands in already is not replaced by another: that would
 * happen behind the first one's back; the substitution is ended first.
 */
export function judgeStandIn(
  seat: StandingSeat | undefined,
  to: string,
  people: readonly SeatPerson[],
  by: SeatActor,
): Outcome<StandingSeat, DeputyRefusal> {
  if (!seat) return refused("noSeat");
  if (!decides(seat, by)) return refused("notDelegate");
  if (to === "") return refused("nobodyChosen");
  if (!seat.deputies.includes(to)) return refused("notNamed");
  if (to === by.memberId) return refused("notYourself");
  if (!people.some((one) => one.memberId === to && one.party === seat.party)) return refused("otherParty");
  if (seat.delegateId === null) return refused("noDelegate");
  return isSubstituted(seat) ? refused("alreadyOn") : ok(seat);
}

/** Whether the substitution can be ended: then the delegate holds the seat again. */
export function judgeEnd(
  seat: StandingSeat | undefined,
  by: SeatActor,
): Outcome<StandingSeat & { readonly delegateId: string }, DeputyRefusal> {
  if (!seat) return refused("noSeat");
  if (!decides(seat, by)) return refused("notDelegate");
  if (!isSubstituted(seat)) return refused("notOn");
  const { delegateId } = seat;
  return delegateId === null ? refused("noDelegate") : ok({ ...seat, delegateId });
}
