// @ts-check
// The whole recount: files in, lines out. It shares no code with the program that held the election.
import { checkConfirmations, checkEnding, checkPlace, settled } from "./course.mjs";
import { readFiles } from "./files.mjs";
import { Report } from "./report.mjs";
import { checkRound } from "./round.mjs";
import { stageWords } from "./words.mjs";

/** @typedef {import("./files.mjs").GivenFile} GivenFile */
/** @typedef {import("./files.mjs").Given} Given */
/** @typedef {import("./rule.mjs").Finding} Finding */

/** @param {Report} report @param {Given} given */
function checkBelonging(report, { minutes, openings }) {
  const rounds = minutes.rounds.map(({ round }) => round);
  const strange = openings.filter(
    ({ electionId, round }) => electionId !== minutes.electionId || !rounds.includes(round),
  );
  if (strange.length === 0) return;
  report.section("Öffnungsdateien");
  for (const { round } of strange)
    report.fault(`Die Öffnungsdatei zu Wahlgang ${round} gehört zu einer anderen Wahl oder Abstimmung.`);
}

/**
 * Recounts what the files say.
 * @param {readonly GivenFile[]} files the minutes and, for scrutineers, opening files; in any order
 * @returns {Promise<import("./report.mjs").Outcome>}
 * @throws {import("./shape.mjs").NotReadable} with one German sentence
 */
export async function recount(files) {
  const { minutes, openings } = readFiles(files);
  const report = new Report(`${minutes.title} (Nummer ${minutes.electionId})`);
  /** @type {(Finding | null)[]} */
  const found = [];
  for (const [at, round] of minutes.rounds.entries()) {
    report.section(`Wahlgang ${round.round}: ${stageWords(round.stage)}`);
    checkPlace(report, minutes, at, found);
    const own = openings.filter((one) => one.electionId === minutes.electionId && one.round === round.round);
    found.push(await checkRound(report, minutes, round, minutes.rounds.slice(0, at), own));
  }
  report.section("Ende");
  const last = minutes.rounds.at(-1);
  checkEnding(report, minutes, last ? settled(last, found.at(-1) ?? null) : null);
  checkConfirmations(report, minutes);
  checkBelonging(report, { minutes, openings });
  return report.ended();
}
