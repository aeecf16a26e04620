/** The rounds of an election within its process: opening, counting, lot, withdrawals, repetition. Pure. */
import { refused } from "../system/outcome.ts";
import type { Ballots, Round } from "./election.ts";
import { isValidDraw } from "./lot.ts";
import { done, isNominated, type Stepped, takeOff } from "./nomination.ts";
import { ended, type Process, type Settings, withCount } from "./process.ts";
import { resultOf } from "./result.ts";

/** Parties needed in a second session, which its invitation must announce (GemO BW § 37(3)). */
const SECOND_SESSION_QUORUM = 3;

/** Withdrawals belong to one round: those of the round before have had their effect. */
export const open = (process: Process): Stepped => done({ ...process, state: "voting", withdrawn: [] });

/** Counts a round anew from its ballots with everything that is known by now. */
function counted(
  process: Process,
  round: Round,
  drawn: readonly string[] | null,
  { withdrawal }: Settings,
): Process {
  const count = resultOf(round, { withdrawn: process.withdrawn, rule: withdrawal, drawn, acceptance: null });
  return withCount(process, round, drawn, count);
}

/** The close of the open round with its ballots; `present` null when the ballots say who was there. */
export function close(
  process: Process,
  ballots: Ballots,
  present: number | null,
  settings: Settings,
): Stepped {
  const { current, quorum } = process;
  const round = { ...current, ballots, present, entitled: settings.electorate, quorum, cancelled: false };
  return done(counted(process, round, null, settings));
}

/** A drawing that does not fit the lot is not taken; nothing is drawn by the program itself. */
export function draw(process: Process, drawn: readonly string[], settings: Settings): Stepped {
  const last = process.counted;
  if (last?.count.outcome !== "lot" || !isValidDraw(last.count, drawn)) return refused("invalid-lot");
  return done(counted(process, last.round, drawn, settings));
}

/**
 * Somebody withdraws. While a round is open this is only noted, because it would influence the voters;
 * between rounds the last round is counted again.
 */
export function withdraw(process: Process, name: string, settings: Settings): Stepped {
  if (!isNominated(process, name)) return refused("not-nominated");
  const withdrawn = [...process.withdrawn.filter((one) => one !== name), name];
  switch (process.state) {
    case "nomination":
    case "ready":
      return takeOff(process, name);
    case "voting":
      return done({ ...process, withdrawn }, "noted");
    case "acceptance":
      return done(name === process.winner ? ended(process, "not_elected") : process);
    default:
      return done(countedAgain({ ...process, withdrawn }, settings));
  }
}

const countedAgain = (process: Process, settings: Settings): Process =>
  process.counted ? counted(process, process.counted.round, process.counted.drawn, settings) : process;

/** The same round again. Too few taking part makes it a second session. */
export function repeat(process: Process): Stepped {
  const last = process.counted;
  const tooFew = last?.count.outcome === "void" && last.count.reason === "no-quorum";
  const current = last ? { stage: last.round.stage, candidates: last.round.candidates } : process.current;
  return done({
    ...process,
    state: "ready",
    current,
    quorum: tooFew ? SECOND_SESSION_QUORUM : process.quorum,
  });
}
