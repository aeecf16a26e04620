// @ts-check
// Every German sentence of the trials by sudden end.
import { SetupFault } from "../setup/texts.mjs";

/** What ends a trial with one sentence. */
export class ChaosFault extends SetupFault {}

/** @param {readonly string[]} names */
const listed = (names) => names.join(" oder ");

export const faults = {
  /** @param {readonly string[]} names */
  usage: (names) =>
    `Bitte nennen Sie, was geprüft wird: npm run chaos -- ${listed(names)} [--kills 20] [--seed 1] [--postgres].`,
  /** @param {string} option @param {readonly string[]} names */
  unknownOption: (option, names) =>
    `„${option}“ verstehe ich nicht. Möglich ist: npm run chaos -- ${listed(names)} [--kills 20] [--seed 1] [--postgres].`,
  /** @param {string} option @param {number} least */
  number: (option, least) => `Nach ${option} fehlt eine ganze Zahl ab ${least}.`,
  /** @param {string} what */
  gaveUp: (what) => `${what}: Der Bot hat auch nach vielen Versuchen nicht geantwortet.`,
  /** @param {number} seconds */
  tooLong: (seconds) => `Die Prüfung war nach ${seconds} Sekunden nicht fertig und wurde abgebrochen.`,
  stopped: "Die Prüfung ist abgebrochen.",
};

/** Where an end comes. @type {Readonly<Record<string, string>>} */
const places = {
  request: "während einer Anfrage",
  before: "vor der Annahme einer Nachricht",
  after: "nach der Annahme einer Nachricht",
  answered: "gleich nach der Zustellung einer Nachricht",
  now: "irgendwann",
  start: "während des Starts",
};

export const lines = {
  /** @param {import("./options.mjs").Options} options */
  begin: ({ scenario, kills, seed, postgres }) =>
    `Prüfung ${scenario}, ${postgres ? "zwei Prozesse auf PostgreSQL" : "ein Prozess auf SQLite"}: ${kills} Mal SIGKILL unter Last. Zufall: --seed ${seed}. Alles bleibt auf diesem Rechner.`,
  ready: "36 Delegationen sind da, alle Sitze sind besetzt, der Kanal des Forums steht fest.",
  /** @param {number} number @param {string} at @param {{ requests: number, deliveries: number }} unanswered */
  kill: (number, at, { requests, deliveries }) =>
    `SIGKILL ${number}, ${places[at] ?? at}: ${requests} Anfragen und ${deliveries} Zustellungen ohne Antwort`,
  calm: "Keine weiteren Abbrüche. Es wird gewartet, bis nichts mehr aussteht (nach einem Abbruch bis zu 30 Sekunden).",
  /** @param {number} number */
  election: (number) => `Wahl ${number} beginnt.`,
  /** @param {number} number @param {string} outcome */
  counted: (number, outcome) => `Wahl ${number}: ${outcome}`,
  /** @param {string} what */
  wrong: (what) => `FEHLER: ${what}`,
  good: "Nichts verloren, nichts doppelt, nichts halb.",
  /** @param {string} folder */
  kept: (folder) => `Speicher und Protokoll bleiben zum Nachsehen hier: ${folder}`,
};
