// @ts-check
// Every German sentence of the proof that a confirmed vote is on disk.
import { SetupFault } from "../setup/texts.mjs";

/** What ends the proof with one sentence. */
export class StraceFault extends SetupFault {}

export const sentences = {
  missing: "Dafür fehlt strace. Bitte installieren Sie es, unter Debian mit: apt-get install strace",
  begin:
    "Der Bot läuft unter strace auf SQLite. 36 Stimmen werden geprüft und abgegeben, eine nach der anderen.",
  /** @param {number} got @param {number} wanted */
  answersMissing: (got, wanted) =>
    `Im Protokoll von strace stehen ${got} Antworten statt mindestens ${wanted}. Es wurde nichts bewiesen.`,
  notCast: "Nicht jede Stimme wurde angenommen. Es wurde nichts bewiesen.",
  /** @param {number} casts */
  good: (casts) =>
    `Bei ${casts} von ${casts} Stimmen war das Protokoll der Datenbank auf dem Datenträger (fsync), bevor die Antwort 200 den Bot verließ.`,
  /** @param {number} bad @param {number} casts */
  bad: (bad, casts) => `FEHLER: Bei ${bad} von ${casts} Stimmen kam die Antwort vor dem Datenträger.`,
};
