/** The seats of a poll: one a party, one vote each, exactly one person at a time who holds it. Pure. */

export type Seat = {
  /** Key of the party. */
  readonly party: string;
  /** The delegate first, then the deputies; empty for a seat nobody is confirmed for. */
  readonly people: readonly string[];
  /** Who may vote for the party now; null where there is nobody. */
  readonly holder: string | null;
  readonly left: boolean;
};

export const seatOf = (party: string, people: readonly string[]): Seat => ({
  party,
  people,
  holder: people[0] ?? null,
  left: false,
});

/** Only a person of the same party, named before, may stand in (so GKZ § 13(2) for bodies of this kind). */
export const substituted = (seat: Seat, to: string): Seat =>
  seat.people.includes(to) ? { ...seat, holder: to } : seat;

export const substitutionEnded = (seat: Seat): Seat => ({ ...seat, holder: seat.people[0] ?? null });

/** The new delegate holds the seat at once; the one before belongs to no seat any more. */
export const delegateChanged = (seat: Seat, to: string): Seat =>
  seat.left
    ? seat
    : { ...seat, people: [to, ...seat.people.slice(1).filter((one) => one !== to)], holder: to };

/** The people of a party that leaves belong to no seat any more. Leaving cannot be undone. */
export const departed = (seat: Seat): Seat => ({ ...seat, people: [], holder: null, left: true });

/** The seat a person votes for: the one held, else one in whose list the person stands. */
export const seatFor = (seats: readonly Seat[], person: string): Seat | undefined =>
  seats.find((seat) => seat.holder === person) ?? seats.find((seat) => seat.people.includes(person));
