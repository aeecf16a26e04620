/** Rounds to count: as short as a test wants to say them, and any that can be. */
import fc from "fast-check";
import type { Count, Round } from "../../src/election/election.ts";
import { type Aftermath, resultOf } from "../../src/election/result.ts";

export const ballotsOf = (ballots: Readonly<Record<string, number>>) => new Map(Object.entries(ballots));

/** 36 entitled parties, first round; candidates are the keys with a capital letter unless they are named. */
export function round(ballots: Readonly<Record<string, number>>, more: Partial<Round> = {}): Round {
  return {
    stage: "first",
    candidates: Object.keys(ballots).filter((key) => /^[A-Z]/.test(key)),
    ballots: ballotsOf(ballots),
    entitled: 36,
    present: null,
    quorum: null,
    cancelled: false,
    ...more,
  };
}

const NOTHING_HAPPENED: Aftermath = { withdrawn: [], rule: "move-up", drawn: null, acceptance: null };

export const result = (given: Round, after: Partial<Aftermath> = {}): Count =>
  resultOf(given, { ...NOTHING_HAPPENED, ...after });

/** The same count whatever order its lists are in. */
export function unordered(count: Count): unknown {
  const entries = Object.entries(count).map(([key, value]) => [
    key,
    Array.isArray(value) ? [...value].sort() : value,
  ]);
  return Object.fromEntries(entries);
}

export const NAMES = ["A", "B", "C", "D", "E"] as const;

/** Small numbers, so that ties are frequent. */
const few = fc.nat({ max: 4 });

/** Any round that was held: enough present, nobody counted twice. */
export const anyRound: fc.Arbitrary<Round> = fc
  .record({
    candidates: fc.subarray([...NAMES], { minLength: 1 }),
    votes: fc.array(few, { minLength: NAMES.length, maxLength: NAMES.length }),
    enthaltung: few,
    ungueltig: few,
    onlyThere: few,
    stage: fc.constantFrom("first", "runoff", "second" as const),
  })
  .map(({ candidates, votes, enthaltung, ungueltig, onlyThere, stage }) => {
    const counts = { first: candidates, runoff: candidates.slice(0, 2), second: candidates.slice(0, 1) };
    const standing = counts[stage];
    const ballots = ballotsOf({ enthaltung, ungueltig });
    for (const [at, name] of standing.entries()) ballots.set(name, votes[at] ?? 0);
    const present = [...ballots.values()].reduce((sum, one) => sum + one, onlyThere);
    return {
      stage,
      candidates: standing,
      ballots,
      entitled: present,
      present,
      quorum: null,
      cancelled: false,
    };
  });
