// @ts-check
// Every German sentence of the demonstration: what is told to whoever watches it.
import { SetupFault } from "../setup/texts.mjs";

/** What ends the demonstration with one sentence. */
export class DemoFault extends SetupFault {}

/** @param {unknown} reading */
const quoted = (reading) => `„${reading}“`;

export const faults = {
  /** @param {string} arg */
  unknownOption: (arg) =>
    `${quoted(arg)} verstehe ich nicht. Möglich sind: --quick (ohne Pausen), --exit (Ende nach dem Ergebnis), --person votes (auch für die Person im Playground abstimmen).`,
  onServer: "Die Vorführung läuft nur ohne BOT_ID, auf diesem Rechner. Bitte entfernen Sie BOT_ID.",
  /** @param {number} status @param {string} body */
  door: (status, body) => `Der Bot hat eine Nachricht mit ${status} beantwortet: ${body.slice(0, 200)}`,
  /** @param {string} text */
  noAnswer: (text) => `Auf ${quoted(text)} kam keine Antwort.`,
  /** @param {unknown} title @param {readonly string[]} there @param {string} text */
  noButton: (title, there, text) =>
    `Die Schaltfläche ${quoted(title)} fehlt; es gibt: ${there.map(quoted).join(", ") || "keine"}. Auf der Karte steht: ${text.replace(/\s+/g, " ").slice(0, 300)}`,
  /** @param {string} what @param {string} text */
  refused: (what, text) => `${what} ging nicht: ${text.replace(/\s+/g, " ").slice(0, 300)}`,
  playground: "Der Playground hat seine Einstellungen nicht genannt.",
  /** @param {string} name */
  noBallot: (name) => `${name} hat keinen Stimmzettel bekommen.`,
  noResult: "Das Ergebnis der Wahl ist nicht angekommen.",
};

export const steps = {
  join: "Beitreten",
  seats: "Sitze besetzen",
  channel: "Den Kanal des Forums registrieren",
  records: "Austausche festhalten",
  questions: "Suchen und fragen",
  meeting: "Einen Forumstermin planen",
  election: "Den Vorsitz wählen",
};

export const lines = {
  begin: "Es folgt eine Vorführung mit erfundenen Delegationen. Alles bleibt auf diesem Rechner.",
  /** @param {string} name */
  you: (name) =>
    `Im Playground sind Sie „${name}“: Sie koordinieren und haben den Sitz des Landkreises Lörrach.`,
  /** @param {number} seconds */
  waitForPage: (seconds) => `Sobald die Seite offen ist, geht es los, spätestens nach ${seconds} Sekunden.`,
  goesOn: "Die Seite ist noch nicht offen. Es geht trotzdem los; „wahl“ und „termine“ zeigen später alles.",
  /** @param {string} title */
  step: (title) => `\n== ${title} ==`,

  /** @param {number} all @param {number} fresh */
  joined: (all, fresh) =>
    fresh === 0
      ? `${all} Delegationen sind da. Der Bot kennt sie schon.`
      : `${all} Delegationen sind da, ${fresh} davon neu.`,
  /** @param {string} names */
  arrive: (names) => `Dazugekommen: ${names}`,

  /** @param {number} count */
  seatsGiven: (count) => `Die Koordination hat ${count} Sitze vergeben.`,
  seatsStand: "Alle Sitze sind schon besetzt.",

  /** @param {string} name */
  channelDone: (name) => `Der Kanal „${name}“ ist der Kanal des Forums. Dort steht, was alle angeht.`,
  channelStands: "Der Kanal des Forums steht schon fest.",

  /** @param {string} name @param {string} title */
  recorded: (name, title) => `${name} hält fest: ${title}`,
  /** @param {number} count */
  recordsStand: (count) => `${count} Beiträge stehen schon da.`,

  /** @param {string} name @param {string} words @param {string} found */
  searched: (name, words, found) => `${name} sucht ${quoted(words)}: ${found}`,
  /** @param {string} name @param {string} question */
  asked: (name, question) => `${name} fragt: ${question}`,
  /** @param {string} answer */
  answered: (answer) => `  ${answer}`,

  /** @param {string} when */
  planned: (when) => `Die Koordination lädt ein: ${when}`,
  meetingStands: "Ein Termin steht schon.",
  /** @param {string} warning */
  otherDay: (warning) => `Ein Vorschlag fällt weg: ${warning}`,
  invited: "Die Einladung ist da. Auch im Playground: Sie können dort antworten.",
  /** @param {number} accepted @param {number} declined @param {number} deputies */
  replied: (accepted, declined, deputies) =>
    `${accepted} Zusagen, ${declined} Absagen, ${deputies} Vertretungen sind gemeldet.`,
  repliesStand: "Die Antworten der Delegationen liegen schon vor.",

  newElection: "Die letzte Wahl ist abgeschlossen. Es beginnt eine neue.",
  electionRuns: "Eine Wahl läuft noch. Sie wird fortgesetzt.",
  /** @param {string} candidates @param {string} closes */
  opened: (candidates, closes) => `Die Wahl ist eröffnet, bis ${closes} Uhr. Zur Wahl stehen: ${candidates}.`,
  ballots: "Die Stimmzettel sind verteilt. Auch im Playground, im Chat mit dem Bot: Sie können abstimmen.",
  /** @param {number} voted @param {number} all */
  turnout: (voted, all) => `${voted} von ${all} Delegationen haben abgestimmt.`,
  waitForPerson:
    "Jetzt fehlt nur noch Ihre Stimme. Öffnen Sie im Playground den Stimmzettel, oder schreiben Sie dort: wahl.",
  /** @param {string} closes */
  waitForEnd: (closes) => `Ohne Ihre Stimme endet die Wahl mit der Frist um ${closes} Uhr.`,
  closed: "Alle haben abgestimmt. Die Koordination schließt den Wahlgang vorzeitig.",
  result: "Das Ergebnis:",
  /** @param {string} name */
  accepted: (name) => `${name} nimmt die Wahl an.`,
  /** @param {number} told @param {number} all */
  told: (told, all) => `Das Ergebnis ist bei ${told} von ${all} Delegationen angekommen.`,
  end: "\nDie Vorführung ist zu Ende. Forumsbote läuft weiter: Probieren Sie alles aus. Beenden mit Strg+C.",
  endExit: "\nDie Vorführung ist zu Ende.",
};
