/** What somebody may see of a poll. Pure. */
import type { HeldSeat } from "../../forum/seats.ts";
import type { Instant } from "../../system/clock.ts";
import {
  missingOf,
  type OptionTally,
  type PartyAnswers,
  type Poll,
  type PollState,
  stateOf,
  tallies,
} from "./poll.ts";

export type PollView = {
  readonly poll: Poll;
  readonly state: PollState;
  readonly counted: readonly OptionTally[];
  readonly parties: { readonly all: number; readonly answered: number };
  /** Of the party for which the person answers. */
  readonly own: PartyAnswers | null;
  readonly mayAnswer: boolean;
  /** Who has answered and who has not, for the coordinator in the personal chat only. */
  readonly list: { readonly answered: readonly string[]; readonly missing: readonly string[] } | null;
};

export type PollSeen = {
  readonly poll: Poll;
  readonly answers: readonly PartyAnswers[];
  readonly seats: readonly HeldSeat[];
  /** The party for which the person answers; null for nobody. */
  readonly party: string | null;
  /** Whether the person may see who has answered. */
  readonly listed: boolean;
  readonly now: Instant;
};

export function viewOf({ poll, answers, seats, party, listed, now }: PollSeen): PollView {
  const parties = seats.map((seat) => seat.party);
  const missing = missingOf(answers, parties);
  const answered = parties.filter((one) => !missing.includes(one));
  const state = stateOf(poll, now);
  return {
    ...{ poll, state, counted: tallies(poll.options, answers, parties) },
    parties: { all: parties.length, answered: answered.length },
    own: answers.find((one) => one.party === party) ?? null,
    mayAnswer: party !== null && state === "open",
    list: listed ? { answered, missing } : null,
  };
}
