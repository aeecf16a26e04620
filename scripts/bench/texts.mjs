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
  ballot:
    "Stimmen abgeben: gegen die nackte Prisma-Transaktion und einen Echo-Bot, 36 zugleich, nach 100.000 Stimmen",
  outbox:
    "10.000 fällige Nachrichten an 36 und an 1.000 Stellen: Anteil am erlaubten Tempo, Tempo ohne Grenzen",
  ticker: "ein Takt ohne Arbeit, nach 100.000 gesendeten Nachrichten gegen keine",
  search:
    "Suchen in 20.000 und 100.000 Beiträgen neben einer Abfrage mit contains; --quick: 20.000; --postgres: auch PostgreSQL",
  record: "Festhalten durch die Tür: neben dem Echo-Bot und der nackten Transaktion mit denselben Zeilen",
  ask: "Fragen zu den Regeln: neben dem Echo, Dauer einer Entscheidung, Speicher des Index",
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
  /** @param {string} name @param {string} what */
  votesMissing: (name, what) => `${name} hat nicht jede Stimme genau einmal gespeichert: ${what}.`,
  /** @param {string} name @param {string} answer */
  notCast: (name, answer) => `${name} hat eine Stimme nicht angenommen: ${answer}`,
  /** @param {string} engine @param {string} sql */
  scans: (engine, sql) => `${engine} liest für eine Stimme eine ganze Tabelle: ${sql}`,
  notDurable: "Der Speicher schreibt nicht dauerhaft (synchronous ist nicht FULL). Die Messung gilt nicht.",
};

export const bots = { ours: "Forumsbote", reference: "Echo-Bot" };

export const progress = {
  earlier: "100.000 frühere Stimmen eintragen …",
  plans: "Abfragepläne …",
  /** @param {number} run @param {number} runs */
  ballots: (run, runs) => `Lauf ${run} von ${runs} …`,
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

const names = {
  service: "Abgabe, Dienst",
  door: "Abgabe, Tür",
  many: "Abgabe, Tür, nach 100.000 Stimmen",
  bare: "nackte Transaktion",
  bareDoor: "nackte Transaktion, Tür",
  echo: "Echo-Bot, Tür",
};

export const ballots = {
  names,
  head: ["Vergleich", "wer", "Median", "kleinster", "größter", "CPU ms/Stück", "Speicher MB"],
  /** @param {number} runs @param {number} casts */
  title: (runs, casts) =>
    `Stimmen je Sekunde; ${runs} Läufe, immer abwechselnd, je ${casts} Stimmen in Wellen von 36 zugleich. Größer ist besser.`,
  how: [
    "Dienst: Abgabe ohne HTTP (Schlüssel, lesen, prüfen, entschlüsseln, zwei Zeilen). Tür: dasselbe als HTTP-Anfrage mit geprüftem Token.",
    "Nackt: $transaction(async (tx) => { updateMany; createMany }) mit denselben zwei Zeilen, SQLite, synchronous=FULL; mit Tür: hinter einem Bot von 30 Zeilen.",
    "Der Echo-Bot speichert nichts, schickt aber eine Antwort an den Connector; die Abgabe antwortet in der Anfrage.",
  ],
  rows: {
    service: "ohne HTTP",
    door: "mit HTTP",
    strict: "mit gegen ohne HTTP",
    echo: "gegen Echo",
    many: "viele frühere",
  },
  /** @param {number} casts @param {{ p50: number, p99: number, most: number }} ms */
  atOnce: (casts, { p50, p99, most }) =>
    `36 zugleich, ${casts} Stimmen: Hälfte unter ${p50} ms, 99 von 100 unter ${p99} ms, längste ${most} ms.`,
  /** @param {string} engine @param {number} statements */
  noScan: (engine, statements) =>
    `${engine}: ${statements} Anweisungen je Stimme, keine liest eine ganze Tabelle (EXPLAIN, 100.000 frühere Stimmen).`,
  /** @param {string} reason */
  noPostgres: (reason) => `PostgreSQL: Abfragepläne nicht geprüft. ${reason}`,
  stored: (/** @type {number} */ stored) => `Bestätigt und gespeichert: je ${stored} Stimmen.`,
  ratio: "Verhältnis",
  /** @param {string} name @param {number} got @param {number} wanted */
  missed: (name, got, wanted) => `Ziel verfehlt: ${name} ist ${got}, gewollt ist ${wanted}.`,
};

/** @param {number} value @param {number} [digits] */
const german = (value, digits = 0) =>
  value.toLocaleString("de-DE", { minimumFractionDigits: digits, maximumFractionDigits: digits });

export const outbox = {
  /** @param {number} messages */
  title: (messages) =>
    `${german(messages)} Nachrichten, alle sofort fällig; SQLite, synchronous=FULL; Weg zum Connector über HTTP.`,
  how: "Pausen des Taktgebers werden übersprungen und zählen, als wären sie abgewartet; alles andere läuft in echter Zeit.",
  /** @param {number} messages @param {number} conversations @param {boolean} limited */
  running: (messages, conversations, limited) =>
    `${german(messages)} Nachrichten an ${german(conversations)} Stellen, ${limited ? "mit den Grenzen von Teams" : "ohne Grenzen"} …`,
  /** @param {number} conversations @param {number} share @param {number} rate @param {number} allowed @param {number} seconds @param {number} rss */
  share: (conversations, share, rate, allowed, seconds, rss) =>
    `${german(conversations)} Stellen: ${german(rate, 1)} je Sekunde von ${german(allowed, 1)} erlaubten, Anteil ${german(share, 3)}; nie mehr als erlaubt. Gemessen in ${german(seconds)} s, Speicher ${german(rss)} MB.`,
  /** @param {number} conversations @param {number} rate @param {number} rss */
  free: (conversations, rate, rss) =>
    `${german(conversations)} Stellen, ohne Grenzen: ${german(rate)} dauerhafte Zustellungen je Sekunde, Speicher ${german(rss)} MB.`,
  /** @param {string} name @param {number} got @param {number} wanted */
  missed: (name, got, wanted) => `Ziel verfehlt: ${name} ist ${got}, gewollt ist ${wanted}.`,
  /** @param {{ count: number, ms: number, to: string }} breach */
  tooFast: ({ count, ms, to }) =>
    `Zu schnell: mehr als ${count} Nachrichten in ${ms} ms${to === "" ? " insgesamt" : ` an ${to}`}. Die Messung gilt nicht.`,
  /** @param {readonly string[]} faults */
  lost: (faults) => `Nicht jede Nachricht wurde beim ersten Mal zugestellt. ${faults.slice(0, 3).join(", ")}`,
  /** @param {number} wanted @param {number} arrived @param {number} stored */
  miscounted: (wanted, arrived, stored) =>
    `${wanted} Nachrichten waren fällig, ${arrived} sind angekommen, ${stored} sind als zugestellt gespeichert. Die Messung gilt nicht.`,
  notDurable: sentences.notDurable,
};

export const ticker = {
  starting: "Bots starten …",
  filling: "100.000 gesendete Nachrichten eintragen …",
  row: "Takt ohne Arbeit",
  many: "nach 100.000",
  none: "nach keiner",
  ratio: "Verhältnis",
  head: ["was", "Speicher", "Median", "kleinster", "größter", "CPU ms/Takt", "Speicher MB"],
  /** @param {number} runs @param {number} ticks */
  title: (runs, ticks) =>
    `Takte je Sekunde, in denen nichts zu tun ist: alle Aufgaben einmal; ${runs} Läufe zu ${ticks} Takten, immer abwechselnd.`,
  /** @param {number} ms */
  cost: (ms) => `Ein Takt kostet ${german(ms, 2)} ms.`,
  /** @param {number} got @param {number} wanted */
  missed: (got, wanted) => `Ziel verfehlt: ticker ist ${got}, gewollt ist ${wanted}.`,
  /** @param {number} stored @param {number} wanted */
  notFilled: (stored, wanted) => `Von ${wanted} gesendeten Nachrichten stehen ${stored} im Speicher.`,
};

export const ask = {
  running: "Fragen der eigenen Sammlung werden beantwortet …",
  /** @param {number} count @param {number} typical @param {number} most */
  decision: (count, typical, most) =>
    `${german(count)} Entscheidungen: die mittlere ${german(typical, 2)} ms, 95 von 100 unter ${german(most, 2)} ms.`,
  /** @param {number} load @param {number} first @param {number} used */
  index: (load, first, used) =>
    `Laden ${german(load)} ms, erste Frage ${german(first)} ms, Speicher des Index ${german(used, 1)} MB.`,
  /** @param {number} got @param {number} wanted */
  missed: (got, wanted) =>
    `Ziel verfehlt: 95 von 100 Entscheidungen unter ${german(got, 2)} ms, gewollt sind ${german(wanted, 2)} ms.`,
};

export const search = {
  ours: "Suche",
  reference: "contains",
  ratio: "Verhältnis",
  head: ["was", "wer", "Median", "kleinster", "größter", "CPU ms/Suche", "Speicher MB"],
  kinds: { plain: "wie geschrieben", typo: "mit Fehlern", restricted: "mit Einschränkung" },
  /** @param {string} engine @param {number} size */
  filling: (engine, size) => `${engine}: ${german(size)} Beiträge eintragen …`,
  /** @param {string} engine @param {number} size */
  reading: (engine, size) => `${engine}: ${german(size)} Beiträge einlesen …`,
  /** @param {string} engine @param {number} size @param {string} kind */
  running: (engine, size, kind) => `${engine}, ${german(size)}: Suchen ${kind} …`,
  /** @param {string} engine @param {number} size @param {string} kind */
  row: (engine, size, kind) => `${engine}, ${german(size)}, ${kind}`,
  /** @param {number} runs @param {number} searches */
  title: (runs, searches) =>
    `Suchen je Sekunde, eine nach der anderen; ${runs} Läufe zu ${searches} Suchen, immer abwechselnd. Größer ist besser.`,
  /** @param {string} row @param {{ p50: number, p95: number, most: number, reference95: number }} ms */
  latency: (row, { p50, p95, most, reference95 }) =>
    `${row}: Hälfte unter ${german(p50, 1)} ms, 95 von 100 unter ${german(p95, 1)} ms, längste ${german(most, 1)} ms; contains: 95 von 100 unter ${german(reference95, 1)} ms.`,
  /** @param {string} engine @param {number} size @param {{ ours: number, memoryMb: number, packedMb: number, perRecord: number, prepareMs: number }} costs */
  costs: (engine, size, { ours, memoryMb, packedMb, perRecord, prepareMs }) =>
    `${engine}, ${german(size)}: Einlesen ${german(ours)} ms, Speicher ${german(memoryMb)} MB, vorbereitete Zeilen ${german(packedMb, 1)} MB (${perRecord} Zeichen je Beitrag), Vorbereiten ${german(prepareMs, 2)} ms je Beitrag.`,
  /** @param {string} name @param {number} got @param {number} wanted */
  missed: (name, got, wanted) =>
    `Ziel verfehlt: ${name}: 95 von 100 unter ${german(got, 1)} ms, gewollt sind ${german(wanted)} ms.`,
  /** @param {number} stored @param {number} wanted */
  notFilled: (stored, wanted) => `Von ${wanted} Beiträgen stehen ${stored} im Speicher.`,
  nothingFound: "Die Suche findet nichts. Die Messung gilt nicht.",
  /** @param {string} reason */
  noPostgres: (reason) => `PostgreSQL lässt sich nicht starten. ${reason}`,
};

export const record = {
  names: { bare: "nackte Transaktion" },
  rows: { echo: "gegen Echo", bare: "gegen nackte Transaktion" },
};
