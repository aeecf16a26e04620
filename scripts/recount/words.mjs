// @ts-check
// Codes of the files in German.
import { listed } from "./report.mjs";

/** @typedef {import("./rule.mjs").Finding} Finding */

/** @type {ReadonlyMap<string, string>} */
const STAGES = new Map([
  ["first", "erster Wahlgang"],
  ["runoff", "Stichwahl"],
  ["second", "zweiter Wahlgang"],
  ["motion", "Abstimmung"],
]);

/** @type {ReadonlyMap<string, string>} */
const REASONS = new Map([
  ["cancelled", "abgebrochen"],
  ["count-mismatch", "die Zahl der Stimmzettel passt nicht zur Zahl der Beteiligten"],
  ["no-quorum", "nicht beschlussfähig"],
  ["withdrawal-restart", "nach einem Rücktritt wird neu gewählt"],
  ["no-candidates", "niemand steht zur Wahl"],
  ["no-majority", "keine Mehrheit"],
  ["no-votes", "niemand hat eine Stimme bekommen"],
  ["declined", "die Wahl wurde nicht angenommen"],
  ["acceptance-expired", "die Frist für die Annahme ist abgelaufen"],
  ["tie", "Gleichstand"],
  ["majority", "mehr Nein als Ja"],
  ["threshold", "die nötige Mehrheit fehlt"],
  ["objection", "jemand hat widersprochen"],
  ["key-lost", "der Schlüssel der Urne ist verloren"],
  ["box-damaged", "die Urne ist beschädigt"],
  ["box-changed", "die Urne wurde verändert"],
  ["restored", "die Datenbank wurde währenddessen wiederhergestellt"],
]);

/** @type {ReadonlyMap<string, string>} */
const OUTCOMES = new Map([
  ["elected", "gewählt"],
  ["runoff", "Stichwahl"],
  ["second-round", "zweiter Wahlgang"],
  ["lot", "das Los muss entscheiden"],
  ["not-elected", "niemand ist gewählt"],
  ["not_elected", "niemand ist gewählt"],
  ["void", "ungültig"],
  ["accepted", "angenommen"],
  ["rejected", "abgelehnt"],
  ["cancelled", "abgebrochen"],
]);

/** An unknown code is shown as it stands in the file. @param {string} stage */
export const stageWords = (stage) => STAGES.get(stage) ?? stage;

/** @param {string} reason */
export const reasonWords = (reason) => REASONS.get(reason) ?? reason;

/** @param {Pick<Finding, "outcome" | "winner" | "reason" | "next">} found */
export function outcomeWords({ outcome, winner, reason, next }) {
  const what = OUTCOMES.get(outcome) ?? outcome;
  if (winner !== null) return `${what}: ${winner}`;
  if (reason !== null) return `${what} (${reasonWords(reason)})`;
  return next.length > 0 ? `${what}: ${listed(next)}` : what;
}
