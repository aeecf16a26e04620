// @ts-check
// From round to round, and to the end of the election.
import { sameSet } from "./lot.mjs";
import { listed } from "./report.mjs";
import { finding } from "./rule.mjs";
import { outcomeWords, stageWords } from "./words.mjs";

/** @typedef {import("./files.mjs").Minutes} Minutes */
/** @typedef {import("./files.mjs").Round} Round */
/** @typedef {import("./report.mjs").Report} Report */
/** @typedef {import("./rule.mjs").Finding} Finding */
/** @typedef {{ readonly stage: string, readonly candidates: readonly string[] | null }} Following the round that has to follow; null where its candidates cannot be known */

const FINAL = {
  chair: ["elected", "not_elected", "cancelled"],
  decision: ["accepted", "rejected", "void", "cancelled"],
};

/** Where a round could not be recounted, the election goes on from what is published. @param {Round} round @param {Finding | null} found */
export const settled = (round, found) =>
  found ?? finding(round.outcome, { winner: round.winner, reason: round.reason });

/**
 * The round that has to follow; null if the election ends here.
 * @param {Round} round @param {Finding | null} found
 * @returns {Following | null}
 */
function following(round, found) {
  const { lot, outcome } = round;
  const fromLot = lot?.lotFor === "runoff" ? [...lot.runoffFixed, ...lot.drawn] : null;
  const next = found ? found.next : fromLot;
  const led = settled(round, found).outcome;
  if (led === "runoff") return { stage: "runoff", candidates: next };
  if (led === "second-round") return { stage: "second", candidates: next };
  return outcome === "void" ? { stage: round.stage, candidates: null } : null;
}

/** Those with consent who did not withdraw have to stand; nobody else may. @param {Report} report @param {Minutes} minutes @param {Round} round */
function checkNominated(report, { nominations }, { candidates }) {
  const may = nominations.filter((one) => one.consented).map((one) => one.name);
  const must = nominations.filter((one) => one.consented && !one.withdrawn).map((one) => one.name);
  const wrong = [
    ...candidates.filter((one) => !may.includes(one)),
    ...must.filter((one) => !candidates.includes(one)),
  ];
  report.check(`Zur Wahl standen die Vorgeschlagenen, die zugestimmt haben: ${listed(candidates)}.`, [
    [wrong.length > 0, `Vorschläge und Stimmzettel passen nicht zusammen: ${listed(wrong)}.`],
  ]);
}

/** @param {Report} report @param {Round} round @param {Round} last @param {Following | null} follows */
function checkFollowing(report, round, last, follows) {
  if (!follows) {
    report.fault(
      "Nach dem Wahlgang davor stand das Ergebnis fest. Dieser Wahlgang durfte nicht mehr stattfinden.",
    );
    return;
  }
  const { stage, candidates } = follows;
  const others =
    candidates === null
      ? round.candidates.some((one) => !last.candidates.includes(one))
      : !sameSet(round.candidates, candidates);
  // Who withdraws before a repeated round is taken off the ballot paper.
  report.check(
    `Es folgt richtig auf den Wahlgang davor: ${stageWords(stage)}, ${listed(round.candidates)}.`,
    [
      [round.stage !== stage, `Hier musste folgen: ${stageWords(stage)}.`],
      [others, `Zur Wahl mussten stehen: ${listed(candidates ?? last.candidates)}.`],
    ],
  );
}

/**
 * Whether a round had to be held, with these names.
 * @param {Report} report @param {Minutes} minutes @param {number} at
 * @param {readonly (Finding | null)[]} found of the rounds before
 */
export function checkPlace(report, minutes, at, found) {
  const [round, last] = [minutes.rounds[at], minutes.rounds[at - 1]];
  if (!round) return;
  if (round.round !== at + 1) report.fault(`Dieser Wahlgang müsste die Nummer ${at + 1} haben.`);
  const start = minutes.kind === "decision" ? "motion" : "first";
  if (!last && round.stage !== start) report.fault(`Am Anfang muss stehen: ${stageWords(start)}.`);
  const follows = last ? following(last, found[at - 1] ?? null) : null;
  // A first round that is repeated may have new names: nominations may have been opened again.
  if (last && !(follows?.stage === start && round.stage === start))
    checkFollowing(report, round, last, follows);
  else if (minutes.kind === "chair") checkNominated(report, minutes, round);
}

/** Nobody stands, or nobody any more. @param {Minutes} minutes */
const nobodyStands = ({ nominations }) => !nominations.some((one) => one.consented && !one.withdrawn);

/** @param {Minutes} minutes @param {Finding} last @returns {Finding} how the election ends after its last round */
function endingOf(minutes, last) {
  const { kind, acceptance } = minutes;
  if (kind === "decision") return last;
  if (last.outcome !== "elected") {
    const emptied = last.outcome === "void" && minutes.reason === "no-candidates" && nobodyStands(minutes);
    return { ...last, outcome: "not_elected", reason: emptied ? "no-candidates" : last.reason };
  }
  if (acceptance?.answer === "accepted") return last;
  const reason = acceptance?.answer === "expired" ? "acceptance-expired" : "declined";
  return finding("not_elected", { reason });
}

/** @param {Minutes} minutes @param {Finding} last @returns {string | null} why the election cannot have ended so */
function unfinished({ kind, acceptance, nominations }, last) {
  if (["runoff", "second-round", "lot"].includes(last.outcome))
    return `Nach dem letzten Wahlgang war die Wahl nicht zu Ende: ${outcomeWords(last)}.`;
  if (kind === "decision" || last.outcome !== "elected" || acceptance) return null;
  const gone = nominations.some((one) => one.withdrawn && one.name === last.winner);
  return gone ? null : "Es fehlt, ob die gewählte Person die Wahl angenommen hat.";
}

/** Nobody stood, so no round was held. @param {Minutes} minutes */
const withoutRounds = (minutes) =>
  minutes.kind === "chair" && nobodyStands(minutes)
    ? finding("not-elected", { reason: "no-candidates" })
    : null;

/**
 * The end of it all.
 * @param {Report} report @param {Minutes} minutes @param {Finding | null} last of the last round; null if there was none
 */
export function checkEnding(report, minutes, last) {
  const { kind, outcome, winner, reason, acceptance } = minutes;
  const given = finding(outcome ?? "", { winner, reason });
  if (outcome === null || !FINAL[kind].includes(outcome))
    return report.open("Das Verfahren ist noch nicht zu Ende. Das Endergebnis steht noch nicht fest.");
  // Who declines may be written down as having withdrawn, too.
  const declined = last?.reason === "declined" && acceptance?.answer === "declined";
  if (acceptance && last?.outcome !== "elected" && !declined)
    report.fault("Niemand war gewählt, aber es gibt eine Antwort auf die Wahl.");
  if (outcome === "cancelled") {
    report.open("Das Verfahren wurde abgebrochen. Ein Endergebnis gibt es nicht.");
    if (winner !== null) report.fault("Das Verfahren wurde abgebrochen, aber es gibt eine gewählte Person.");
    return;
  }
  const from = last ?? withoutRounds(minutes);
  if (!from) return report.fault("Es gibt ein Ergebnis, aber keinen Wahlgang.");
  const missing = unfinished(minutes, from);
  if (missing !== null) return report.fault(missing);
  const own = endingOf(minutes, from);
  const differs = own.outcome !== outcome || own.winner !== winner || own.reason !== reason;
  report.check(`Das Endergebnis folgt daraus: ${outcomeWords(own)}.`, [
    [
      differs,
      `Als Endergebnis steht in der Niederschrift: ${outcomeWords(given)}. Richtig ist: ${outcomeWords(own)}.`,
    ],
  ]);
}

/** What the scrutineers have signed. @param {Report} report @param {Minutes} minutes */
export function checkConfirmations(report, { confirmations, scrutineers, rounds }) {
  for (const { name, round, root, agrees } of confirmations) {
    const seal = rounds.find((one) => one.round === round)?.seal;
    report.check(`${name} hat Wahlgang ${round} geprüft und bestätigt.`, [
      [
        !scrutineers.some((one) => one.name === name),
        `${name} hat bestätigt, gehört aber nicht zur Wahlprüfung.`,
      ],
      [
        agrees && seal?.root !== root,
        `${name} hat Wahlgang ${round} mit einem anderen Siegelwert bestätigt.`,
      ],
      [!agrees, `${name} hat Wahlgang ${round} geprüft und nicht bestätigt.`],
    ]);
  }
}
