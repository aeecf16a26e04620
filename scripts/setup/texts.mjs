// @ts-check
// Every German sentence of the set-up and the start.

/** A fault the operator can mend: one sentence, no stack. */
export class SetupFault extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence);
    this.sentence = sentence;
  }
}

export const steps = {
  waiting: "Warten, bis ein anderer Start mit dem Einrichten fertig ist",
  headers: "Die Quelltext-Kopfdateien von Node.js holen",
  install: "Pakete installieren (beim ersten Mal etwa zwei Minuten)",
  generate: "Datenbank-Zugriff erzeugen",
  learn: "Aus den Beispielfragen lernen",
  learnSubjects: "Aus den Beispielen der Sachgebiete lernen",
  compile: "Programm übersetzen",
  support: "Messstand übersetzen",
  start: "Bot und Playground starten",
};

export const sentences = {
  /** @param {string} step @param {number} seconds */
  done: (step, seconds) => `${step}: fertig nach ${seconds} s`,
  /** @param {string} step @param {number} seconds */
  still: (step, seconds) => `${step}: läuft seit ${seconds} s`,
  /** @param {string} step @param {number} seconds */
  failed: (step, seconds) => `${step}: abgebrochen nach ${seconds} s`,
  /** @param {string[]} known */
  usage: (known) => `Bitte nennen Sie einen Befehl: npm start, npm test oder npm run ${known.join(" | ")}.`,
  /** @param {string} name @param {string[]} known */
  unknown: (name, known) => `Den Befehl „${name}“ gibt es nicht. Es gibt: ${known.join(", ")}.`,
  /** @param {string} log */
  installFailed: (log) =>
    `Die Pakete ließen sich nicht installieren. Was npm dazu sagt, steht in ${log}; bitte prüfen Sie die Verbindung zum Paketverzeichnis und starten Sie noch einmal.`,
  /** @param {string[]} missing @param {string} log */
  compilerMissing: (missing, log) =>
    `Zum Übersetzen der Datenbank (better-sqlite3) fehlt: ${missing.join(", ")}. Bitte installieren Sie es (unter Debian und Ubuntu: apt-get install python3 make g++) und starten Sie noch einmal; das Protokoll steht in ${log}.`,
  /** @param {string} log */
  sqliteUnusable: (log) =>
    `Die Datenbank (better-sqlite3) lässt sich mit dieser Node.js-Version nicht laden. Das Protokoll der Installation steht in ${log}.`,
  npmMissing: "Das Programm npm wurde nicht gefunden. Bitte starten Sie mit „npm start“.",
  /** @param {string} log */
  generateFailed: (log) =>
    `Der Datenbank-Zugriff ließ sich nicht erzeugen. Bitte lesen Sie ${log} und prüfen Sie prisma/schema.prisma.`,
  /** @param {string} log */
  learnFailed: (log) =>
    `Aus den Beispielfragen ließ sich nichts lernen. Bitte lesen Sie ${log} und prüfen Sie src/rulebook/handbook.`,
  /** @param {string} log */
  compileFailed: (log) => `Das Programm ließ sich nicht übersetzen. Die Fehler stehen in ${log}.`,
  setupRefused:
    "Die Installation passt nicht zu dieser Version, und mit BOT_ID wird beim Start nichts installiert. Bitte führen Sie zuerst „npm run build“ aus.",
  /** @param {string} name @param {string} value */
  portInvalid: (name, value) =>
    `${name}=${value} ist kein Port. Bitte geben Sie eine Zahl von 1 bis 65535 an.`,
  /** @param {number} port @param {string} name @param {string} what */
  portBusy: (port, name, what) =>
    `Der Port ${port} für ${what} ist schon belegt. Bitte beenden Sie das andere Programm oder wählen Sie mit ${name} einen anderen Port, zum Beispiel ${name}=${port + 1} npm start.`,
  /** @param {number} port @param {string} name @param {string} what */
  portForbidden: (port, name, what) =>
    `Der Port ${port} für ${what} darf nicht benutzt werden. Bitte wählen Sie mit ${name} einen anderen Port.`,
  /** @param {number} port */
  portsEqual: (port) =>
    `PORT und PLAYGROUND_PORT sind beide ${port}. Bitte wählen Sie zwei verschiedene Ports.`,
  /** @param {string} what @param {number} seconds */
  notReady: (what, seconds) => `${what} ist nach ${seconds} Sekunden nicht bereit. Der Start wird beendet.`,
  /** @param {string} log */
  playgroundDied: (log) => `Der Playground hat sich beendet. Sein Protokoll steht in ${log}.`,
  chromiumMissing:
    "Für die Prüfung im Browser fehlt Chromium. Bitte installieren Sie es, unter Debian mit: apt-get install chromium.",
  running: "Forumsbote läuft im Probebetrieb, nur auf diesem Rechner. Beenden mit Strg+C.",
  stopped: "Forumsbote ist beendet.",
  /** @param {string} url */
  open: (url) => `Playground im Browser öffnen: ${url}`,
};
