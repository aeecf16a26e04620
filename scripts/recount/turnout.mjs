// @ts-check
// Who took part in a round, and the numbers that are published of it.
import { moreThanHalfOf } from "./rule.mjs";
import { isAscending, numbersIn, repeatedIn, sameNumbers, tallied } from "./seal.mjs";

/** @typedef {import("./files.mjs").Minutes} Minutes */
/** @typedef {import("./files.mjs").Round} Round */
/** @typedef {import("./report.mjs").Report} Report */

const SECOND_SESSION = 3;
const HIDDEN_BELOW = 5;
const MOTION = ["ja", "nein", "enthaltung", "ungueltig"];

/** @param {Round} round */
const paperOf = ({ stage, candidates }) =>
  stage === "motion"
    ? MOTION
    : [...candidates, "enthaltung", "ungueltig", ...(candidates.length === 1 ? ["nein"] : [])];

/** @param {Minutes} minutes */
export const isOpenVote = ({ kind, decision }) => kind === "decision" && decision?.secret === false;

/** @param {Report} report @param {Minutes} minutes @param {Round} round */
export function checkVoters(report, { parties }, { voters, entitled, present, paper }) {
  const unknown = voters.filter((one) => !parties.has(one));
  const twice = repeatedIn(voters);
  const who = paper
    ? `${present} von ${entitled} Parteien haben auf Papier gewählt; welche, steht nicht in der Datei.`
    : `${voters.length} von ${entitled} Parteien haben teilgenommen, jede einmal.`;
  report.check(who, [
    [twice.length > 0, `Diese Parteien stehen mehrmals in der Liste: ${twice.join(", ")}.`],
    [twice.length === 0 && !isAscending(voters), "Die Liste der Parteien ist nicht sortiert."],
    [unknown.length > 0, `Diese Parteien gibt es nicht: ${unknown.join(", ")}.`],
    [present > entitled, `Es waren mehr Parteien anwesend (${present}) als berechtigt (${entitled}).`],
  ]);
}

/**
 * @param {Report} report @param {Minutes} minutes @param {Round} round
 * @param {readonly Round[]} before the rounds before this one
 */
export function checkThresholds(report, { decision, rule }, round, before) {
  const { entitled, quorum, present, needed } = round;
  if (decision?.mode !== "umlauf") {
    const usual = rule.settings.quorum ?? Math.ceil(entitled / 2);
    const tooFew = before.map(({ outcome, reason }) => outcome === "void" && reason === "no-quorum");
    const right = tooFew.at(-1)
      ? [SECOND_SESSION]
      : [usual, ...(tooFew.includes(true) ? [SECOND_SESSION] : [])];
    report.check(`Beschlussfähig ist das Forum ab ${quorum} Parteien.`, [
      [
        quorum === null || !right.includes(quorum),
        `Für die Beschlussfähigkeit steht ${quorum} in der Niederschrift, richtig ist ${right[0]}.`,
      ],
    ]);
  }
  const half = moreThanHalfOf(present);
  report.check(`Mehr als die Hälfte von ${present} Anwesenden sind ${half} Stimmen.`, [
    [needed !== half, `Als nötige Stimmen steht ${needed} in der Niederschrift, richtig ist ${half}.`],
  ]);
}

/** Numbers of so few ballots would show single votes; of a void round nothing is counted. @param {Minutes} minutes @param {Round} round */
const mayHide = ({ rule }, { present, outcome }) =>
  outcome === "void" || present < (rule.settings.hideDistributionBelow ?? HIDDEN_BELOW);

/** @param {Report} report @param {Minutes} minutes @param {Round} round */
function checkSealed(report, minutes, round) {
  const { tally, choices, present } = round;
  const hidden = mayHide(minutes, round);
  report.check(
    hidden
      ? "Bei wenigen Stimmzetteln und ungültigen Wahlgängen bleiben die Stimmen geheim."
      : "Zahlen und Liste der Stimmen sind veröffentlicht.",
    [
      [
        hidden && (tally !== null || choices !== null),
        "Diese Zahlen hätten nicht veröffentlicht werden dürfen.",
      ],
      [!hidden && (tally === null || choices === null), "Die Zahlen oder die Liste der Stimmen fehlen."],
    ],
  );
  if (!tally || !choices) return;
  const listedNumbers = tallied(choices);
  report.check(`Die Liste der Stimmen ergibt die veröffentlichten Zahlen: ${numbersIn(tally)}.`, [
    [
      !sameNumbers(listedNumbers, tally),
      `Die Liste der Stimmen ergibt ${numbersIn(listedNumbers)}, veröffentlicht ist ${numbersIn(tally)}.`,
    ],
    [choices.length !== present, `Die Liste enthält ${choices.length} Stimmen, anwesend waren ${present}.`],
  ]);
}

/** @param {Report} report @param {Round} round */
function checkVotes(report, { votes, tally, voters, present, outcome }) {
  if (!votes) {
    if (outcome !== "void") report.fault("Die Abstimmung war offen, aber die Liste der Stimmen fehlt.");
    return;
  }
  const parties = votes.map((one) => one.party);
  const numbers = tallied(votes.map((one) => one.choice));
  const others = parties.length !== voters.length || parties.some((one) => !voters.includes(one));
  report.check(`Die offenen Stimmen ergeben: ${numbersIn(numbers)}.`, [
    [
      repeatedIn(parties).length > 0 || others,
      "Die Liste der offenen Stimmen passt nicht zu den beteiligten Parteien.",
    ],
    [parties.length !== present, `Es gibt ${parties.length} offene Stimmen, anwesend waren ${present}.`],
    [
      tally !== null && !sameNumbers(numbers, tally),
      `Die offenen Stimmen ergeben ${numbersIn(numbers)}, veröffentlicht ist etwas anderes.`,
    ],
  ]);
}

/** @param {Report} report @param {Minutes} minutes @param {Round} round */
function checkPaper(report, minutes, round) {
  const { paper, seal, tally, present } = round;
  const witnesses = new Set(paper?.witnesses ?? []);
  const cast = [...(tally ?? new Map()).values()].reduce((sum, one) => sum + one, 0);
  report.check(
    `Mit Stimmzetteln aus Papier. Eingetragen von ${paper?.enteredBy}, bestätigt von ${[...witnesses].join(", ")}.`,
    [
      [
        witnesses.size < 2 || witnesses.has(paper?.enteredBy ?? ""),
        "Zum Ergebnis auf Papier fehlen zwei weitere Personen als Zeugen.",
      ],
      [seal !== null, "Ein Ergebnis auf Papier hat kein Siegel."],
      [cast > present, `Es gibt ${cast} Stimmzettel, anwesend waren ${present}.`],
      [tally === null && !mayHide(minutes, round), "Die Zahlen fehlen."],
    ],
  );
  report.open("Stimmzettel aus Papier lassen sich nur von Hand nachzählen.");
}

/**
 * What is published of the votes.
 * @param {Report} report @param {Minutes} minutes @param {Round} round
 * @returns {ReadonlyMap<string, number> | null} the numbers to count with; null where none are published
 */
export function checkNumbers(report, minutes, round) {
  const { seal, tally, choices, votes, paper, outcome } = round;
  const open = isOpenVote(minutes);
  if (!open && votes !== null)
    report.fault("Die Wahl war geheim, aber es gibt eine Liste mit Namen und Stimmen.");
  if (open && seal !== null) report.fault("Die Abstimmung war offen, aber es gibt ein Siegel.");
  const used = [...(tally?.keys() ?? []), ...(choices ?? []), ...(votes ?? []).map((one) => one.choice)];
  const strange = used.filter((one) => !paperOf(round).includes(one));
  if (strange.length > 0)
    report.fault(`Das stand nicht auf dem Stimmzettel: ${[...new Set(strange)].join(", ")}.`);
  if (paper) checkPaper(report, minutes, round);
  else if (open) checkVotes(report, round);
  else if (seal) checkSealed(report, minutes, round);
  else if (outcome !== "void") report.fault("Das Siegel der Urne fehlt.");
  return open && votes ? tallied(votes.map((one) => one.choice)) : tally;
}
