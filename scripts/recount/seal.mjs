// @ts-check
// The seal of a ballot box, and the ballots behind it.
import { listed } from "./report.mjs";
import { sha256 } from "./sha256.mjs";

/** @typedef {import("./files.mjs").Minutes} Minutes */
/** @typedef {import("./files.mjs").Round} Round */
/** @typedef {import("./files.mjs").Opening} Opening */
/** @typedef {import("./report.mjs").Report} Report */

const HASH = /^[0-9a-f]{64}$/;

/** By Unicode code points: the order of `LC_ALL=C sort`. @param {string} a @param {string} b */
export function byCodePoints(a, b) {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** @param {readonly string[]} texts */
export const repeatedIn = (texts) => texts.filter((one, at) => texts.indexOf(one) !== at);

/** @param {readonly string[]} texts */
export const isAscending = (texts) =>
  texts.every((one, at) => at === 0 || byCodePoints(texts[at - 1] ?? "", one) < 0);

/** @param {readonly string[]} choices @returns {Map<string, number>} */
export function tallied(choices) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  for (const choice of choices) numbers.set(choice, (numbers.get(choice) ?? 0) + 1);
  return numbers;
}

/** Zeros count as missing. @param {ReadonlyMap<string, number>} a @param {ReadonlyMap<string, number>} b */
export const sameNumbers = (a, b) =>
  [...new Set([...a.keys(), ...b.keys()])].every((key) => (a.get(key) ?? 0) === (b.get(key) ?? 0));

/** @param {ReadonlyMap<string, number>} numbers */
export const numbersIn = (numbers) =>
  listed([...numbers].filter(([, number]) => number > 0).map(([key, number]) => `${key} ${number}`));

/**
 * The root as anybody computes it with `sha256sum`, from lines that each end with a line feed.
 * @param {string} electionId @param {number} round
 * @param {readonly string[]} commitments @param {readonly string[]} voters
 */
export function rootOf(electionId, round, commitments, voters) {
  const head = ["forum-siegel/v1", electionId, String(round)];
  const lines = [...head, String(commitments.length), ...commitments, String(voters.length), ...voters];
  return sha256(lines.map((line) => `${line}\n`).join(""));
}

/** @param {Report} report @param {Minutes} minutes @param {Round} round */
export async function checkSeal(report, { electionId }, { round, seal, voters, present }) {
  if (!seal) return;
  const { commitments, root } = seal;
  report.check(`Das Siegel enthält ${commitments.length} Belege, aufsteigend und jeden nur einmal.`, [
    [commitments.some((one) => !HASH.test(one)), "Ein Beleg im Siegel ist keine SHA-256-Zahl."],
    [repeatedIn(commitments).length > 0, "Ein Beleg steht mehrmals im Siegel."],
    [repeatedIn(commitments).length === 0 && !isAscending(commitments), "Die Belege sind nicht sortiert."],
  ]);
  const numbers = `${commitments.length} Belege, ${voters.length} beteiligte Parteien, ${present} anwesend`;
  report.check(`Es gibt so viele Stimmzettel wie Parteien, die abgestimmt haben: ${present}.`, [
    [
      commitments.length !== voters.length || voters.length !== present,
      `Die Zahlen passen nicht: ${numbers}.`,
    ],
  ]);
  const own = await rootOf(electionId, round, commitments, voters);
  report.check(`Der Siegelwert ist nachgerechnet: ${own}.`, [
    [own !== root, `Der Siegelwert ist falsch. In der Niederschrift steht ${root}, richtig ist ${own}.`],
  ]);
}

/** @param {string} electionId @param {number} round @param {{ choice: string, salt: string }} ballot */
export const commitmentFor = (electionId, round, { choice, salt }) =>
  sha256(`forum-stimme/v1|${electionId}|${round}|${choice}|${salt}`);

/**
 * Opens the box of a round.
 * @param {Report} report @param {Minutes} minutes @param {Round} round @param {Opening} opening
 * @returns {Promise<ReadonlyMap<string, number> | null>} the numbers of the opened ballots, null if they do not fit the seal
 */
export async function checkOpening(report, { electionId }, { round, seal, tally }, { ballots }) {
  if (!seal) {
    report.fault("Zu diesem Wahlgang gibt es eine Öffnungsdatei, aber kein Siegel.");
    return null;
  }
  const own = await Promise.all(ballots.map((one) => commitmentFor(electionId, round, one)));
  const wrong = ballots.filter((one, at) => one.commitment !== own[at]).length;
  const opened = report.check(`Alle ${ballots.length} Stimmzettel der Öffnungsdatei ergeben ihren Beleg.`, [
    [
      wrong > 0,
      `Bei ${wrong} Stimmzetteln der Öffnungsdatei passen Stimme und Zufallszusatz nicht zum Beleg.`,
    ],
  ]);
  const given = ballots.map((one) => one.commitment).sort(byCodePoints);
  const sealed = [...seal.commitments].sort(byCodePoints);
  const same = given.length === sealed.length && given.every((one, at) => one === sealed[at]);
  report.check("Die Öffnungsdatei enthält genau die Belege des Siegels.", [
    [!same, "Die Öffnungsdatei enthält andere Belege als das Siegel."],
  ]);
  const numbers = tallied(ballots.map((one) => one.choice));
  if (tally)
    report.check("Die geöffneten Stimmzettel ergeben die veröffentlichten Zahlen.", [
      [
        !sameNumbers(numbers, tally),
        `Die geöffneten Stimmzettel ergeben andere Zahlen: ${numbersIn(numbers)}.`,
      ],
    ]);
  else if (opened && same) report.ok(`Die geöffneten Stimmzettel ergeben: ${numbersIn(numbers)}.`);
  return opened && same ? numbers : null;
}
