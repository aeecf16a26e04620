// @ts-check
// Every German sentence of the trial with generated activities.
import { SetupFault } from "../setup/texts.mjs";

/** What ends a trial with one sentence. */
export class FuzzFault extends SetupFault {}

const usage =
  "npm run fuzz [-- --runs 10000] [--seed 1] [--quick], oder: npm run fuzz -- --replay DATEI. Mit --program ORDNER wird ein anderes gebautes Programm geprüft.";

export const faults = {
  /** @param {string} option */
  unknownOption: (option) => `„${option}“ verstehe ich nicht. Möglich ist: ${usage}`,
  /** @param {string} option */
  number: (option) => `Nach ${option} fehlt eine ganze Zahl. Möglich ist: ${usage}`,
  /** @param {string} option */
  value: (option) => `Nach ${option} fehlt eine Angabe. Möglich ist: ${usage}`,
  /** @param {string} file */
  noCase: (file) => `„${file}“ ist keine Datei mit einem Fall dieser Prüfung.`,
  /** @param {string} said */
  died: (said) => `Der Bot hat sich beendet. Zuletzt schrieb er:\n${said}`,
  /** @param {string} what */
  hangs: (what) => `Der Bot antwortet nicht mehr (${what}).`,
  stopped: "Die Prüfung ist abgebrochen.",
  /** @param {readonly string[]} empty */
  notAlive: (empty) => `Das Forum für die Prüfung ist nicht vollständig. Leer sind: ${empty.join(", ")}.`,
};

/** @param {number} number */
const mb = (number) => `${number.toFixed(1).replace(".", ",")} MB`;

export const lines = {
  /** @param {{ runs: number, seed: number }} options */
  begin: ({ runs, seed }) =>
    `${runs} erzeugte Anfragen durch die Tür des Bots. Zufall: --seed ${seed}. Alles bleibt auf diesem Rechner.`,
  /** @param {number} cards @param {number} verbs @param {number} all */
  ready: (cards, verbs, all) =>
    `Das Forum lebt: ${cards} Schaltflächen eingesammelt, ${verbs} von ${all} Wegen kommen auf Karten vor.`,
  /** @param {string} step */
  notMade: (step) => `Beim Aufbau des Forums ging nicht: ${step}`,
  /** @param {number} sent @param {number} seconds */
  progress: (sent, seconds) => `${sent} Anfragen, ${seconds} s`,
  /** @param {string} what @param {number} at */
  wrong: (what, at) => `FEHLER bei Anfrage ${at}: ${what}`,
  /** @param {string} file */
  kept: (file) => `  nachspielen: npm run fuzz -- --replay ${file}`,
  /** @param {string} key @param {string} numbers */
  row: (key, numbers) => `${key.padEnd(34)} ${numbers}`,
  histogram: "Weg                                gelaufen · angekommen · davon abgelehnt",
  /** @param {number} reached @param {number} handled @param {number} sent */
  reached: (reached, handled, sent) =>
    `Von ${sent} Anfragen kamen ${reached} (${percent(reached, sent)}) bei einem Weg des Programms an, bei ${handled} (${percent(handled, sent)}) lief er.`,
  /** @param {readonly string[]} names */
  untouched: (names) => `FEHLER: Nie gelaufen sind: ${names.join(", ")}.`,
  /** @param {readonly string[]} names */
  neverRan: (names) =>
    names.length === 0
      ? "Jeder Weg lief mindestens einmal."
      : `Angekommen, aber mit keinen passenden Daten: ${names.join(", ")}.`,
  tooFew: "FEHLER: Weniger als die Hälfte der Anfragen kam an.",
  /** @param {{ heapMb: number, rssMb: number }} early @param {{ heapMb: number, rssMb: number }} late */
  memory: (early, late) =>
    `Speicher nach den ersten Anfragen ${mb(early.heapMb)} (Prozess ${mb(early.rssMb)}), am Ende ${mb(late.heapMb)} (Prozess ${mb(late.rssMb)}).`,
  grows: "FEHLER: Der Speicher ist um mehr als drei Zehntel gewachsen.",
  /** @param {string} what */
  broken: (what) => `FEHLER: Danach geht das Forum nicht mehr: ${what}`,
  /** @param {number} times @param {number} refused @param {number} rows */
  store: (times, refused, rows) =>
    `${refused} Anfragen wurden abgelehnt oder übergangen; nach jeder wurde der Speicher geprüft. Geschrieben wurden sonst ${rows} Zeilen. Die Zeit lief ${times} Mal weiter.`,
  good: "Kein Absturz, kein 5xx, kein fremder Text, keine Zeile durch Abgelehntes, und das Forum arbeitet weiter.",
  /** @param {string} folder */
  folder: (folder) => `Speicher und Protokoll bleiben zum Nachsehen hier: ${folder}`,
  same: "Der Fall tritt wieder auf:",
  gone: "Der Fall tritt nicht mehr auf.",
};

/** @param {number} part @param {number} all */
const percent = (part, all) => `${Math.round((part * 100) / Math.max(1, all))} %`;
