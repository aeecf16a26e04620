// @ts-check
// A lot: whether it was needed as it was held, and whether it gave what is said.
import { drawingsAfter } from "./lotto.mjs";
import { listed } from "./report.mjs";
import { repeatedIn } from "./seal.mjs";
import { sha256 } from "./sha256.mjs";

/** @typedef {import("./files.mjs").Minutes} Minutes */
/** @typedef {import("./files.mjs").Round} Round */
/** @typedef {import("./files.mjs").Lot} Lot */
/** @typedef {import("./rule.mjs").Tie} Tie */
/** @typedef {import("./report.mjs").Report} Report */

/** @param {readonly string[]} a @param {readonly string[]} b */
export const sameSet = (a, b) =>
  a.length === b.length && new Set(a).size === a.length && a.every((one) => b.includes(one));

/** @param {Lot} lot @param {Tie} tie */
export const fitsTie = (lot, tie) =>
  lot.lotFor === tie.lotFor &&
  lot.seats === tie.seats &&
  sameSet(lot.among, tie.among) &&
  sameSet(lot.runoffFixed, tie.fixed);

/** Six different numbers from 01 to 49, ascending. @param {string} numbers */
function isLotto(numbers) {
  const parts = numbers.split("-");
  if (parts.length !== 6 || !parts.every((one) => /^\d\d$/.test(one))) return false;
  const values = parts.map(Number);
  return values.every((one, at) => one <= 49 && one > (values[at - 1] ?? 0));
}

/** @param {Lot} lot @returns {boolean} whether the public value has the one spelling that counts */
function isPublicValue({ source, publicRandom }) {
  const [kind, when = "", value = "", ...rest] = (publicRandom ?? "").split(":");
  if (kind !== source || rest.length > 0) return false;
  if (kind === "lotto-6aus49") return /^\d{4}-\d\d-\d\d$/.test(when) && isLotto(value);
  return kind === "drand-quicknet" && /^[1-9]\d*$/.test(when) && /^[0-9a-f]{64}$/.test(value);
}

/** @param {Round} round @param {Lot} lot @returns {boolean} whether it is the drawing that was announced with the close, and no later one that may suit better */
function isFirstDrawing({ closesAt }, { publicRandom }) {
  const day = /^lotto-6aus49:(\d{4}-\d\d-\d\d):/.exec(publicRandom ?? "")?.[1];
  return day === undefined || drawingsAfter(closesAt).includes(day);
}

/** @param {Report} report @param {Minutes} minutes @param {Round} round @param {Lot} lot */
async function checkPublicDraw(report, { electionId }, round, lot) {
  const { seal, paper, withdrawnAfter } = round;
  if (!seal && !paper)
    return report.fault("Zum Los fehlt das Siegel. Ohne Siegel lässt sich nicht öffentlich losen.");
  const value = lot.publicRandom ?? "";
  const first = isFirstDrawing(round, lot);
  // Who withdraws after a drawing may make another one necessary.
  const again = withdrawnAfter.length > 0;
  report.check(`Der öffentliche Wert ist richtig geschrieben: ${value}.`, [
    [!isPublicValue(lot), `Der öffentliche Wert des Loses ist falsch geschrieben: ${value}.`],
    [!first && !again, "Das ist nicht die erste Lottoziehung nach dem Wahlgang. Nur diese zählt."],
  ]);
  if (!first && again)
    report.open(
      "Das ist nicht die erste Lottoziehung nach dem Wahlgang. Bitte vergleichen Sie mit der Ankündigung.",
    );
  const seed = `forum-los/v1|${electionId}|${round.round}|${lot.lotFor}|${seal?.root ?? ""}|${value}`;
  const keyed = await Promise.all(
    lot.among.map(async (name) => ({ name, key: await sha256(`${seed}|${name}`) })),
  );
  const keys = lot.keys ?? new Map();
  const wrong = keyed.filter(({ name, key }) => keys.get(name) !== key).map(({ name }) => name);
  report.check(`Die Loszahlen sind nachgerechnet: ${keyed.length}.`, [
    [wrong.length > 0, `Die Loszahl ist falsch oder fehlt: ${listed(wrong)}.`],
    [keys.size !== keyed.length, "Es gibt Loszahlen zu anderen Namen."],
  ]);
  const own = keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, lot.seats);
  const names = own.map(({ name }) => name);
  const same = names.length === lot.drawn.length && names.every((one, at) => one === lot.drawn[at]);
  report.check(`Das Los fällt auf die kleinste Loszahl: ${listed(names)}.`, [
    [!same, `Gezogen ist laut Niederschrift ${listed(lot.drawn)}, nachgerechnet ${listed(names)}.`],
  ]);
  report.open(
    `Ob der öffentliche Wert echt ist, weiß nur die Stelle, die ihn bekannt gibt. Bitte vergleichen Sie: ${value}.`,
  );
}

/** @param {Report} report @param {Lot} lot */
function checkWitnessed(report, { witnesses, drawn, among, seats }) {
  const names = witnesses ?? [];
  report.check(`Das Los wurde von Hand gezogen, dabei waren ${listed(names)}.`, [
    [new Set(names).size < 2, "Zum Los fehlen zwei verschiedene Zeugen."],
  ]);
  const fits = drawn.length === seats && drawn.every((one) => among.includes(one));
  report.check(`Gezogen wurde ${listed(drawn)}, aus den Namen im Los.`, [
    [!fits || repeatedIn(drawn).length > 0, `Diese Ziehung passt nicht zum Los: ${listed(drawn)}.`],
  ]);
  report.open("Eine Ziehung von Hand lässt sich nicht nachrechnen.");
}

/**
 * @param {Report} report @param {Minutes} minutes @param {Round} round
 * @param {readonly Tie[] | null} ties what had to be decided by lot, as people withdrew one after the other; null if that is not known
 */
export async function checkLot(report, minutes, round, ties) {
  const { lot } = round;
  if (!lot) return;
  if (ties)
    report.check(`Das Los war nötig und stand zwischen ${listed(lot.among)}.`, [
      [
        !ties.some((tie) => fitsTie(lot, tie)),
        "Dieses Los war nach der Auszählung nicht nötig, oder die Namen sind falsch.",
      ],
    ]);
  if (lot.way === "manual-witnessed") return checkWitnessed(report, lot);
  await checkPublicDraw(report, minutes, round, lot);
}
