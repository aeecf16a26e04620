/** The rounds of the minutes. Pure. */

import type { Instant } from "../../system/clock.ts";
import { byCodePoint } from "../../system/code-points.ts";
import { drawPublicly } from "../lot.ts";
import type { MinutesLot, MinutesRound } from "./minutes.schema.ts";
import { type Settled, settledOf } from "./minutes.settled.ts";
import type { MinutesSource, SourceRound } from "./minutes.source.ts";

export const isoOf = (instant: Instant): string => new Date(instant).toISOString();

/** Who has no name any more has left; the minutes do not show an id. */
const GONE = "nicht mehr gespeichert";
export const nameIn = ({ people }: Pick<MinutesSource, "people">, memberId: string): string =>
  people.get(memberId) ?? GONE;

/** Those who withdrew after a round, in the order in which they did. */
const withdrawnAfter = ({ candidacies }: Pick<MinutesSource, "candidacies">, round: number): string[] =>
  candidacies
    .filter((one) => one.withdrawnIn === round)
    .sort((a, b) => (a.withdrawnAt ?? 0) - (b.withdrawnAt ?? 0))
    .map((one) => one.name);

function lotOf(electionId: string, { number, lot, seal }: SourceRound, { tie }: Settled): MinutesLot | null {
  if (!lot?.drawn || !tie) return null;
  const { lotFor, lotAmong, lotSeats, runoffFixed } = tie;
  const common = {
    ...{ lotFor, seats: lotSeats, among: [...lotAmong] },
    ...{ runoffFixed: [...runoffFixed], drawn: lot.drawn },
  };
  const { publicRandom } = lot;
  if (lot.way === "manual-witnessed" || publicRandom === null)
    return { way: "manual-witnessed", ...common, witnesses: lot.witnesses };
  const drawing = { electionId, round: number, lotFor, sealRoot: seal?.root ?? "", publicRandom, seats: 1 };
  // Of one name alone the first key is its own.
  const keys = lotAmong.map((name) => [name, drawPublicly({ ...drawing, among: [name] }).firstKey]);
  return {
    ...{ way: "public-draw", ...common, publicRandom, announced: isoOf(lot.notBefore) },
    ...{ source: publicRandom.split(":")[0] ?? "", keys: Object.fromEntries(keys) },
  };
}

type Numbers = Pick<MinutesRound, "tally" | "choices">;

/** Few ballots would show single votes; of a void round nothing is published (elections.md 5.5). */
function numbersOf({ result, paper }: SourceRound, { outcome }: Settled, hiddenBelow: number): Numbers {
  const present = result?.present ?? 0;
  if (outcome === "void" || present < hiddenBelow) return { tally: null, choices: null };
  const tally = result?.tally ?? paper?.tally ?? null;
  return {
    tally: tally && Object.fromEntries(tally),
    choices: tally && !paper ? (result?.choices ?? null) : null,
  };
}

function registerOf(source: MinutesSource, { register, seal, paper }: SourceRound) {
  const marked = seal?.voters ?? register.filter((entry) => entry.voted).map((entry) => entry.party);
  // Marks of ballots that gave way to paper do not say who came; on paper only their number is known.
  const voted = paper ? [] : marked;
  const substitutions = register.flatMap(({ party, holderId, delegateId }) =>
    holderId !== null && delegateId !== null && holderId !== delegateId
      ? [{ party, holder: nameIn(source, holderId) }]
      : [],
  );
  const left = register.filter((entry) => entry.left).map((entry) => entry.party);
  return { voters: [...voted].sort(byCodePoint), substitutions, left: left.sort(byCodePoint) };
}

function minutesRound(source: MinutesSource, round: SourceRound): MinutesRound | null {
  const { result, seal, paper } = round;
  // What is open or not yet counted is in no minutes: nobody sees anything of it before the end.
  if (!result) return null;
  const { election } = source;
  const withdrawn = withdrawnAfter(source, round.number);
  const settled = settledOf(round, withdrawn, election.rule.withdrawal);
  const { outcome, reason, winner, byLot } = settled;
  const closedAt = round.closedEarly && round.sealedAt !== null ? round.sealedAt : round.closesAt;
  return {
    ...{ round: round.number, stage: round.stage, candidates: [...round.candidates] },
    ...{ opensAt: isoOf(round.opensAt), closesAt: isoOf(closedAt), closedEarly: round.closedEarly },
    extensions: round.extensions.map(({ from, to, reason: why }) => ({
      ...{ from: isoOf(from), to: isoOf(to), reason: why },
    })),
    ...{ entitled: result.entitled, quorum: round.quorum, present: result.present, needed: result.needed },
    ...registerOf(source, round),
    seal: seal && { root: seal.root, commitments: [...seal.commitments] },
    ...numbersOf(round, settled, election.rule.hideDistributionBelow),
    votes: null,
    ...{ outcome, reason, winner, byLot, withdrawnAfter: withdrawn },
    lot: lotOf(election.id, round, settled),
    paper: paper && { enteredBy: paper.enteredBy, witnesses: [...paper.witnesses] },
    incidents: { duplicates: round.duplicates, late: round.late },
  };
}

/** Every round that has been counted, or stopped, by number. */
export const minutesRounds = (source: MinutesSource): MinutesRound[] =>
  source.rounds.flatMap((round) => minutesRound(source, round) ?? []);
