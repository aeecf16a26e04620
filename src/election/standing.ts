/** Where a person stands in a stored round: what the rules of a vote need to know. Pure. */
import type { Entry, StoredRound } from "./stored.ts";
import type { Opening, VoteFacts } from "./vote.ts";

export type Standing = { readonly seat: Entry | null; readonly standing: VoteFacts["standing"] };
export type Place = Standing & { readonly round: StoredRound };

export const openingOf = (round: StoredRound): Opening => ({
  round: round.current,
  opensAt: round.opensAt,
  closesAt: round.closesAt,
  // Who arrives in time but after the seal is too late as well: the box is shut.
  closedEarly: round.closedEarly || round.phase !== "voting",
  cancelled: round.electionState === "cancelled",
  secret: true,
});

/** `seats` are the one held and the one of the party; the one held counts. */
export function standingOf(seats: readonly Entry[], id: string): Standing {
  const held = seats.find((seat) => seat.holderId === id);
  if (held) return { seat: held, standing: "holder" };
  const [own] = seats;
  return own ? { seat: own, standing: "same-party" } : { seat: null, standing: "stranger" };
}
