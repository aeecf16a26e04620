// @ts-check
// One round: turnout, seal, numbers, count, lot.
import { checkLot } from "./lot.mjs";
import { motionCounted } from "./motion.mjs";
import { listed } from "./report.mjs";
import { afterLot, byTurnout, counted, finding, withoutWithdrawn } from "./rule.mjs";
import { checkOpening, checkSeal, repeatedIn } from "./seal.mjs";
import { checkNumbers, checkThresholds, checkVoters } from "./turnout.mjs";
import { outcomeWords, reasonWords } from "./words.mjs";

/** @typedef {import("./files.mjs").Minutes} Minutes */
/** @typedef {import("./files.mjs").Round} Round */
/** @typedef {import("./files.mjs").Opening} Opening */
/** @typedef {import("./report.mjs").Report} Report */
/** @typedef {import("./rule.mjs").Finding} Finding */
/** @typedef {import("./rule.mjs").Tie} Tie */

/** Reasons for which nothing was counted. */
const UNCOUNTED = ["cancelled", "key-lost", "box-damaged", "box-changed", "restored", "count-mismatch"];

/** @param {Minutes} minutes */
const withdrawalIn = ({ rule }) => rule.settings.withdrawal ?? "move-up";

/**
 * The finding from the numbers, and every tie on the way to it: a lot may have been drawn before the last
 * withdrawal.
 * @param {Minutes} minutes @param {Round} round @param {ReadonlyMap<string, number>} ballots
 * @returns {{ found: Finding, ties: readonly Tie[] }}
 */
function countedAll(minutes, round, ballots) {
  const box = { ...round, quorum: round.quorum ?? 0, ballots };
  if (minutes.decision) return { found: motionCounted(box, minutes.decision), ties: [] };
  const setting = withdrawalIn(minutes);
  const plain = counted(box);
  const { withdrawnAfter } = round;
  const steps = [...withdrawnAfter.keys(), withdrawnAfter.length].map((many) =>
    withoutWithdrawn(plain, box, withdrawnAfter.slice(0, many), setting),
  );
  const last = steps.at(-1) ?? plain;
  const ties = steps.flatMap(({ tie }) => (tie ? [tie] : []));
  return { found: afterLot(last, round.lot?.drawn ?? []), ties };
}

/** @param {Report} report @param {Round} round @param {Finding} found */
function compare(report, round, found) {
  const own = outcomeWords(found);
  const published = {
    ...finding(round.outcome),
    winner: round.winner,
    reason: round.reason,
    next: found.next,
  };
  const differs =
    found.outcome !== round.outcome || found.reason !== round.reason || found.winner !== round.winner;
  report.check(`Das Ergebnis ist nachgezählt: ${own}.`, [
    [differs, `In der Niederschrift steht: ${outcomeWords(published)}. Nachgezählt: ${own}.`],
    [!differs && found.byLot !== (round.byLot ?? false), "Ob das Los entschieden hat, ist falsch angegeben."],
  ]);
}

/**
 * What is certain without the numbers.
 * @param {Minutes} minutes @param {Round} round
 */
function decidedWithoutNumbers({ decision }, { stage, candidates, entitled, present, quorum }) {
  if (stage !== "motion" && candidates.length === 0)
    return finding("not-elected", { reason: "no-candidates" });
  return byTurnout({ entitled, present, quorum: decision?.mode === "umlauf" ? 0 : (quorum ?? 0), cast: 0 });
}

/** A result that only those with the opening file can count again. @param {Report} report @param {Minutes} minutes @param {Round} round */
function believe(report, minutes, round) {
  const { present, outcome, reason, winner, candidates, withdrawnAfter, lot, byLot } = round;
  const restarted = withdrawalIn(minutes) === "restart" && withdrawnAfter.length > 0;
  if (outcome === "void" && !(restarted && reason === "withdrawal-restart"))
    return report.fault("Der Wahlgang ist als ungültig angegeben, aber der Grund dafür trifft nicht zu.");
  if ((byLot && lot?.drawn[0] !== winner) || (winner !== null && !candidates.includes(winner)))
    report.fault("Als gewählt ist jemand angegeben, der nicht gewählt sein kann.");
  const why = outcome === "void" ? "Der Wahlgang ist ungültig" : `Es waren nur ${present} Stimmzettel`;
  const result = outcomeWords(finding(outcome, { winner, reason }));
  report.open(
    `${why}, deshalb sind keine Zahlen veröffentlicht. Das Ergebnis (${result}) kann nur die Wahlprüfung nachzählen.`,
  );
}

/** A round whose numbers nobody has published. @param {Report} report @param {Minutes} minutes @param {Round} round @returns {Finding | null} */
function withoutNumbers(report, minutes, round) {
  const { outcome, reason } = round;
  if (outcome === "void" && reason !== null && UNCOUNTED.includes(reason)) {
    report.open(`Dieser Wahlgang wurde nicht ausgezählt: ${reasonWords(reason)}.`);
    return null;
  }
  const decided = decidedWithoutNumbers(minutes, round);
  if (decided) compare(report, round, decided);
  else believe(report, minutes, round);
  return decided;
}

/**
 * @param {Report} report @param {Minutes} minutes @param {Round} round @param {readonly Opening[]} openings of this round
 */
async function checkBox(report, minutes, round, openings) {
  /** @type {ReadonlyMap<string, number> | null} */
  let opened = null;
  for (const opening of openings) opened = await checkOpening(report, minutes, round, opening);
  if (openings.length === 0 && round.seal)
    report.open(
      "Ob die Stimmen zu den Belegen gehören, zeigt nur die Öffnungsdatei. Die bekommt nur die Wahlprüfung.",
    );
  return opened;
}

/**
 * Checks a round on its own.
 * @param {Report} report @param {Minutes} minutes @param {Round} round
 * @param {readonly Round[]} before @param {readonly Opening[]} openings of this round
 * @returns {Promise<Finding | null>} what the round led to by this recount; null if that cannot be known
 */
export async function checkRound(report, minutes, round, before, openings) {
  const twice = repeatedIn(round.candidates);
  if (twice.length > 0) report.fault(`Diese Namen stehen mehrmals auf dem Stimmzettel: ${listed(twice)}.`);
  checkVoters(report, minutes, round);
  checkThresholds(report, minutes, round, before);
  await checkSeal(report, minutes, round);
  const published = checkNumbers(report, minutes, round);
  const opened = await checkBox(report, minutes, round, openings);
  const ballots = published ?? opened;
  if (!ballots) {
    const found = withoutNumbers(report, minutes, round);
    await checkLot(report, minutes, round, null);
    return found;
  }
  const { found, ties } = countedAll(minutes, round, ballots);
  await checkLot(report, minutes, round, ties);
  compare(report, round, found);
  return found;
}
