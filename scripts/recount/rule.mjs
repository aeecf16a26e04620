// @ts-check
// The Forum's counting rule for a round of an election, written for the recount alone.

/** @typedef {ReadonlyMap<string, number>} Ballots */
/** @typedef {"move-up" | "binding" | "restart"} Withdrawal */
/** @typedef {{ readonly lotFor: "winner" | "runoff", readonly among: readonly string[], readonly seats: number, readonly fixed: readonly string[] }} Tie */
/**
 * @typedef {object} Finding what a round has led to
 * @property {string} outcome
 * @property {string | null} reason
 * @property {string | null} winner
 * @property {boolean} byLot
 * @property {Tie | null} tie what the lot has to decide
 * @property {readonly string[]} next candidates of the round that follows
 */
/**
 * @typedef {object} Box a round at its close
 * @property {string} stage
 * @property {readonly string[]} candidates
 * @property {number} entitled
 * @property {number} present
 * @property {number} quorum
 * @property {Ballots} ballots
 */

/** @param {string} outcome @param {Partial<Finding>} [more] @returns {Finding} */
export const finding = (outcome, more = {}) => ({
  outcome,
  reason: null,
  winner: null,
  byLot: false,
  tie: null,
  next: [],
  ...more,
});

/** @param {string} winner @param {boolean} byLot */
const elects = (winner, byLot) => finding("elected", { winner, byLot });
/** @param {string} reason */
const nobody = (reason) => finding("not-elected", { reason });
/** @param {string} reason */
export const invalid = (reason) => finding("void", { reason });
/** @param {readonly string[]} next */
const runoffOf = (next) => finding("runoff", { next });
/** @param {Tie} tie */
const lotOver = (tie) => finding("lot", { tie });

/** @param {Ballots} ballots */
export const ballotsIn = (ballots) => [...ballots.values()].reduce((sum, one) => sum + one, 0);

/** @param {number} present */
export const moreThanHalfOf = (present) => Math.floor(present / 2) + 1;

/**
 * What the numbers of participants alone decide; null if the ballots have to be looked at.
 * @param {{ readonly entitled: number, readonly present: number, readonly quorum: number, readonly cast: number }} turnout
 */
export function byTurnout({ entitled, present, quorum, cast }) {
  if (cast > present || present > entitled) return invalid("count-mismatch");
  return present < quorum ? invalid("no-quorum") : null;
}

/**
 * Who goes on. Safe is who has at most one other person level or ahead; out is who has two or more ahead;
 * everybody in between shares the places that are left.
 * @param {readonly string[]} standing @param {Ballots} ballots
 */
export function goingOn(standing, ballots) {
  const [only] = standing;
  if (only === undefined) return nobody("no-candidates");
  if (standing.length === 1) return finding("second-round", { next: [only] });
  /** @param {string} name @param {(theirs: number, own: number) => boolean} beats */
  const others = (name, beats) => {
    const own = ballots.get(name) ?? 0;
    return standing.filter((one) => one !== name && beats(ballots.get(one) ?? 0, own)).length;
  };
  const safe = standing.filter((name) => others(name, (theirs, own) => theirs >= own) <= 1);
  if (safe.length === 2) return runoffOf(safe);
  const open = standing.filter(
    (name) => !safe.includes(name) && others(name, (theirs, own) => theirs > own) <= 1,
  );
  return lotOver({ lotFor: "runoff", among: open, seats: 2 - safe.length, fixed: safe });
}

/** @param {Box} box @returns {Finding} before withdrawals, lot and acceptance */
export function counted(box) {
  const { stage, candidates, present, ballots } = box;
  const [first] = candidates;
  if (first === undefined) return nobody("no-candidates");
  const decided = byTurnout({ ...box, cast: ballotsIn(ballots) });
  if (decided) return decided;
  const leading = Math.max(...candidates.map((name) => ballots.get(name) ?? 0));
  const top = candidates.filter((name) => (ballots.get(name) ?? 0) === leading);
  const majority = leading >= moreThanHalfOf(present);
  if (candidates.length === 1) {
    if (majority) return elects(first, false);
    return stage === "first" ? finding("second-round", { next: [first] }) : nobody("no-majority");
  }
  if (leading === 0) return nobody("no-votes");
  const [best = first] = top;
  if (stage !== "runoff") return majority ? elects(best, false) : goingOn(candidates, ballots);
  return top.length === 1
    ? elects(best, false)
    : lotOver({ lotFor: "winner", among: top, seats: 1, fixed: [] });
}

/** The people whose withdrawal makes a difference. @param {Finding} found */
const concernedBy = ({ next, tie }) => [...next, ...(tie?.fixed ?? []), ...(tie?.among ?? [])];

/**
 * @param {Finding} found @param {Box} box @param {readonly string[]} withdrawn @param {Withdrawal} setting
 * @returns {Finding}
 */
export function withoutWithdrawn(found, box, withdrawn, setting) {
  if (found.outcome === "elected") {
    return found.winner !== null && withdrawn.includes(found.winner) ? nobody("declined") : found;
  }
  const concerned = concernedBy(found);
  if (concerned.length === 0 || setting === "binding") return found;
  if (setting === "restart")
    return concerned.some((one) => withdrawn.includes(one)) ? invalid("withdrawal-restart") : found;
  const left = box.candidates.filter((one) => !withdrawn.includes(one));
  if (found.outcome === "second-round" && left.length > 0) return found;
  if (found.tie?.lotFor !== "winner") return goingOn(left, box.ballots);
  const tied = found.tie.among.filter((one) => !withdrawn.includes(one));
  const [last] = tied;
  if (tied.length > 1) return found;
  return last === undefined ? nobody("no-candidates") : elects(last, false);
}

/**
 * The finding after the lot. Without one to draw, or with a drawing that does not fit, it stays.
 * @param {Finding} found @param {readonly string[]} drawn
 */
export function afterLot(found, drawn) {
  const { tie } = found;
  const [first] = drawn;
  if (!tie || first === undefined || drawn.length !== tie.seats || new Set(drawn).size !== drawn.length)
    return found;
  if (!drawn.every((one) => tie.among.includes(one))) return found;
  return tie.lotFor === "winner" ? elects(first, true) : runoffOf([...tie.fixed, ...drawn]);
}
