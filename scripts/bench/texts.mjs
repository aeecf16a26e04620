// @ts-check
// Every German sentence of the benchmarks.

/** A benchmark whose figures would be worth nothing. One sentence, no stack. */
export class BenchFault extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence);
    this.sentence = sentence;
  }
}

export const list = {
  title: "Es gibt diese Messungen:",
  turn: "Forumsbote gegen einen Echo-Bot: hilfe, eine Frage, festhalten (Züge je Sekunde)",
  how: "Starten Sie eine mit: npm run bench -- NAME. Kürzer und ungenauer: npm run bench -- NAME --quick.",
};

export const sentences = {
  /** @param {string} name @param {readonly string[]} known */
  unknown: (name, known) => `Die Messung „${name}“ gibt es nicht. Es gibt: ${known.join(", ")}.`,
  /** @param {string} option */
  unknownOption: (option) => `„${option}“ verstehe ich nicht. Möglich ist: npm run bench -- NAME [--quick].`,
  /** @param {number} seconds */
  tooLong: (seconds) => `Die Messung war nach ${seconds} Sekunden nicht fertig und wurde abgebrochen.`,
  stopped: "Die Messung ist abgebrochen.",
  /** @param {string} name @param {string} words */
  serverDied: (name, words) =>
    `${name} ist nicht gestartet oder hat sich beendet. Seine letzten Zeilen:\n${words}`,
  /** @param {string} name @param {string} what */
  notAcknowledged: (name, what) => `${name} hat nicht jeden Zug bestätigt: ${what}.`,
  /** @param {string} name @param {number} wanted @param {number} seen */
  answersMissing: (name, wanted, seen) =>
    `${name} hat ${wanted} Züge bestätigt, aber ${seen} Antworten sind angekommen.`,
  /** @param {string} name @param {string} answer */
  wrongAnswer: (name, answer) => `${name} hat etwas anderes geantwortet als erwartet: ${answer}`,
  /** @param {number} stored @param {number} acknowledged */
  recordsMissing: (stored, acknowledged) =>
    `Bestätigt sind ${acknowledged} Beiträge, gespeichert sind ${stored}. Die Messung gilt nicht.`,
  notDurable: "Der Speicher schreibt nicht dauerhaft (synchronous ist nicht FULL). Die Messung gilt nicht.",
};

export const bots = { ours: "Forumsbote", reference: "Echo-Bot" };

export const progress = {
  starting: "Bots starten …",
  /** @param {string} row */
  warming: (row) => `${row}: warmlaufen …`,
  /** @param {string} row @param {string} bot @param {number} run @param {number} rate */
  run: (row, bot, run, rate) => `${row}: ${bot}, Lauf ${run}: ${Math.round(rate)} Züge/s`,
};

export const table = {
  /** @param {number} runs @param {number} connections */
  title: (runs, connections) =>
    `Züge je Sekunde; ${runs} Läufe je Bot, immer abwechselnd; ${connections} Verbindungen. Größer ist besser.`,
  head: ["Zug", "Bot", "Median", "kleinster", "größter", "CPU ms/Zug", "Speicher MB"],
  ratio: "Verhältnis",
  /** @param {number} stored */
  stored: (stored) => `Gespeichert und bestätigt: je ${stored} Beiträge; jede Antwort kam an.`,
  /** @param {number} percent */
  client: (percent) => `Das messende Programm war zu höchstens ${percent} % ausgelastet.`,
  clientBusy: "Das ist zu viel: Es hat selbst gebremst, und die Verhältnisse sehen zu günstig aus.",
};
