/** Open rounds to vote in: three seats, two candidates, one day. */
import { ballotPaper } from "../../src/election/count.ts";
import { openPoll, type Poll, type PollEvent, playPoll, type Vote } from "../../src/election/poll-events.ts";
import { seatOf } from "../../src/election/seats.ts";

export const OPENS = Date.parse("2031-03-03T08:00:00Z");
export const CLOSES = Date.parse("2031-03-03T18:00:00Z");
export const NOON = Date.parse("2031-03-03T12:00:00Z");

const SEATS = {
  kandern: ["kandern-delegate", "kandern-deputy"],
  schopfheim: ["schopfheim-delegate"],
  weil: ["weil-delegate", "weil-deputy", "weil-second-deputy"],
};

/** Secret unless said otherwise. */
export const poll = (
  more: { readonly secret?: boolean; readonly candidates?: readonly string[] } = {},
): Poll =>
  openPoll(
    { round: 1, opensAt: OPENS, closesAt: CLOSES, secret: more.secret ?? true },
    ballotPaper(more.candidates ?? ["A", "B"]),
    Object.entries(SEATS).map(([party, people]) => seatOf(party, people)),
    3,
  );

let actions = 0;

/** A vote at noon with an action id of its own. */
export function vote(by: string, choice: string, more: Partial<Vote> = {}): Vote {
  actions += 1;
  return { type: "vote", at: NOON, by, choice, action: `action-${actions}`, round: null, ...more };
}

/** What happened to the votes, the ballots and the number of entitled seats after the events. */
export function play(start: Poll, ...events: readonly PollEvent[]) {
  const { poll: after, voteResults } = playPoll(start, events);
  const tally: Record<string, number> = {};
  for (const choice of after.cast.values()) tally[choice] = (tally[choice] ?? 0) + 1;
  return { results: voteResults, tally, entitled: after.entitled, after };
}
