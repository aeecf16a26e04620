/** The process of an election as its stored parts tell it. Pure; the way back is in progress.service.ts. */
import type { Ballots, Count, LotNeeded, Round } from "./election.ts";
import { elected, notElected, roundAfter, runoff, secondRound, voided } from "./election.ts";
import { type CurrentRound, candidatesOf, type Nominee, type Process, type Settings } from "./process.ts";
import type { StoredCandidacy, StoredElection, StoredResult, StoredRound } from "./stored.ts";

/** A candidacy taken back before the first round is none; after the nominations only who consents stands. */
function nomineesOf(
  { state }: Pick<StoredElection, "state">,
  candidacies: readonly StoredCandidacy[],
): readonly Nominee[] {
  const open = state === "draft" || state === "nomination";
  return candidacies
    .filter((one) => one.withdrawnIn !== 0 && (open || one.consentedAt !== null))
    .map((one) => ({ name: one.name, consents: one.consentedAt !== null }));
}

function lotIn({ next }: StoredResult): LotNeeded {
  const { lotFor = "winner", lotAmong = [], lotSeats = 1, runoffFixed = [] } = next;
  return { outcome: "lot", lotFor, lotAmong, lotSeats, runoffFixed };
}

/** The count as it was stored. A box that could not be read is void like one whose numbers differ. */
export function countIn(result: StoredResult): Count {
  const { outcome, reason, winner, byLot, next } = result;
  if (outcome === "elected") return elected(winner ?? "", byLot);
  if (outcome === "runoff") return runoff(next.runoffPair ?? []);
  if (outcome === "second-round") return secondRound(next.candidate ?? "");
  if (outcome === "lot") return lotIn(result);
  const counted: readonly (string | null)[] = ["cancelled", "no-quorum", "withdrawal-restart"];
  if (outcome === "void")
    return voided(counted.includes(reason) ? (reason as "no-quorum") : "count-mismatch");
  return notElected((reason ?? "no-votes") as "no-votes");
}

const stageOf = ({ stage }: StoredRound) => (stage === "motion" ? "first" : stage);

/** `ballots` are empty where they have been destroyed or were never read. */
export const roundOf = (round: StoredRound, ballots: Ballots): Round => ({
  stage: stageOf(round),
  candidates: round.candidates,
  ballots,
  entitled: round.entitled,
  present: round.paper?.present ?? null,
  quorum: round.quorum,
  cancelled: false,
});

function currentOf(
  { state }: StoredElection,
  nominees: readonly Nominee[],
  last: StoredRound | null,
): CurrentRound {
  if (!last) return { stage: "first", candidates: candidatesOf(nominees) };
  const next = last.result && roundAfter(countIn(last.result));
  // A void round is held again as it was.
  if (!next || state === "voting") return { stage: stageOf(last), candidates: last.candidates };
  return next;
}

/**
 * What the rules know of an election. `last` is its newest round, `ballots` what is in its box where that
 * matters (withdrawals and lots count it again), null otherwise.
 */
export function processFrom(
  election: StoredElection,
  candidacies: readonly StoredCandidacy[],
  last: StoredRound | null,
  ballots: Ballots | null,
): Process {
  const nominees = nomineesOf(election, candidacies);
  const number = last?.name.round;
  const result = last?.result;
  return {
    state: election.state,
    nominees,
    current: currentOf(election, nominees, last),
    quorum: election.quorum,
    extended: election.extended,
    withdrawn: candidacies.filter((one) => one.withdrawnIn === number).map((one) => one.name),
    counted: result
      ? {
          round: roundOf(last, ballots ?? new Map()),
          drawn: last.lot?.drawn ?? null,
          count: countIn(result),
        }
      : null,
    winner: election.winner,
  };
}

export const settingsOf = (
  { rule }: Pick<StoredElection, "rule">,
  electorate: number,
  otherRunning = false,
): Settings => ({ electorate, withdrawal: rule.withdrawal, otherRunning });

/** What of a count is stored beside outcome, reason and winner. */
export function nextIn(count: Count): StoredResult["next"] {
  switch (count.outcome) {
    case "runoff":
      return { runoffPair: [...count.runoffPair] };
    case "second-round":
      return { candidate: count.candidate };
    case "lot":
      return {
        lotFor: count.lotFor,
        lotAmong: [...count.lotAmong],
        lotSeats: count.lotSeats,
        runoffFixed: [...count.runoffFixed],
      };
    default:
      return {};
  }
}
