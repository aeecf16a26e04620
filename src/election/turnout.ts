/** How many took part, and how many were needed. Shared by elections and decisions. */
import type { Ballots, Round } from "./election.ts";

export type Turnout = {
  readonly cast: number;
  readonly present: number;
  readonly entitled: number;
  /** Parties needed for a valid round. */
  readonly quorum: number;
  /** Votes needed in a first or second round: more than half of those present. */
  readonly needed: number;
};

export const castIn = (ballots: Ballots): number =>
  [...ballots.values()].reduce((sum, count) => sum + count, 0);

/**
 * More than half of those present, abstentions, "nein" and invalid ballots included: the usual reading of
 * GemO BW § 37(7) for elections.
 */
export const moreThanHalf = (present: number): number => Math.floor(present / 2) + 1;

/** At least half of the entitled, rounded up (GemO BW § 37(2)). */
export const halfOf = (entitled: number): number => Math.ceil(entitled / 2);

export function turnoutOf(round: Pick<Round, "ballots" | "entitled" | "present" | "quorum">): Turnout {
  const cast = castIn(round.ballots);
  const present = round.present ?? cast;
  const { entitled } = round;
  return { cast, present, entitled, quorum: round.quorum ?? halfOf(entitled), needed: moreThanHalf(present) };
}

/** Number of ballots and number of those who took part cannot both be right (OnlWahlV § 12(5)). */
export const mismatched = ({ cast, present, entitled }: Turnout): boolean =>
  cast > present || present > entitled;
