/** Seats: one per party of this Forum, one vote each. Exactly one person at a time holds a seat. Pure. */
import { type Outcome, ok, refused } from "../system/outcome.ts";

export type HeldSeat = {
  /** Key of the party. */
  readonly party: string;
  /** Member id of the person who votes and answers for the party now; null while nobody is named. */
  readonly holderId: string | null;
};

/** A seat with all its people. While the holder is not the delegate, a deputy stands in. */
export type StandingSeat = HeldSeat & {
  readonly delegateId: string | null;
  /** Member ids of those who may stand in, in the order in which they were named. */
  readonly deputies: readonly string[];
};

/** Who holds a seat: the deputy who stands in, as long as he or she is named, else the delegate. */
export const holderOf = (
  delegateId: string | null,
  standInId: string | null,
  deputies: readonly string[],
): string | null => (standInId !== null && deputies.includes(standInId) ? standInId : delegateId);

/** A member who can be named: he or she belongs to a party with a seat. */
export type SeatPerson = { readonly memberId: string; readonly name: string; readonly party: string };

export type SeatRefusal =
  | "notCoordinator"
  | "nobodyChosen"
  | "notYourself"
  | "unknownPerson"
  | "twoForOneSeat"
  | "seatTaken"
  | "noSeat"
  | "roundOpen";

/**
 * Whether these people can be given the seats of their parties, all or none. Nobody names himself, and a
 * seat that somebody holds has to be freed first, so that nobody is replaced unnoticed.
 */
export function judgeAppointment(
  chosen: readonly string[],
  people: readonly SeatPerson[],
  seats: readonly HeldSeat[],
  by: string | null,
): Outcome<readonly SeatPerson[], SeatRefusal> {
  const wanted = [...new Set(chosen)];
  if (wanted.length === 0) return refused("nobodyChosen");
  if (by !== null && wanted.includes(by)) return refused("notYourself");
  const found = wanted.flatMap((id) => people.filter((one) => one.memberId === id));
  if (found.length !== wanted.length) return refused("unknownPerson");
  if (new Set(found.map((one) => one.party)).size !== found.length) return refused("twoForOneSeat");
  for (const { party } of found) {
    const seat = seats.find((one) => one.party === party);
    if (!seat) return refused("noSeat");
    if (seat.holderId !== null) return refused("seatTaken");
  }
  return ok(found);
}
