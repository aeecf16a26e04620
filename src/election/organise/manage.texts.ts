/** What those who organise an election read. */
import { plain } from "../../turn/elements.ts";
import type { State } from "../process.ts";
import { startRefusals } from "../round.texts.ts";
import { processRefusals } from "../texts.ts";
import type { ManageAction } from "./manage.actions.ts";
import type { ManageRefusal } from "./manage.service.ts";
import { LONGEST_REASON } from "./manage.ts";
import { proposalRefusals } from "./proposals.texts.ts";

export const manageRefusals = {
  ...processRefusals,
  "no-channel": startRefusals["no-channel"],
  "too-few-seats": startRefusals["too-few-seats"],
  "store-keeps-traces": startRefusals["store-keeps-traces"],
  "roles-missing":
    "Für diese Wahl fehlen Wahlleitung oder Wahlprüfung, oder jemand davon kandidiert. Bitte benennen Sie sie zuerst: wahl leiten.",
  "no-key": startRefusals["no-key"],
  gone: startRefusals.gone,
  "deadline-missing": startRefusals["deadline-missing"],
  "deadline-too-soon": startRefusals["deadline-too-soon"],
  "deadline-too-late": startRefusals["deadline-too-late"],
  "no-open-round": proposalRefusals["no-open-round"],
  "second-too-early": proposalRefusals["second-too-early"],
  "reason-missing": "Bitte nennen Sie einen Grund. Alle Beteiligten lesen ihn.",
  "reason-too-long": `Der Grund ist zu lang. Möglich sind ${LONGEST_REASON} Zeichen. Bitte kürzen Sie ihn.`,
  "not-later":
    "Ein Wahlgang wird nur verlängert, nie verkürzt. Bitte wählen Sie eine Zeit nach dem jetzigen Ende.",
  "not-coordinator": "Das kann nur die Koordination. Bitte sprechen Sie sie an.",
  "below-quorum":
    "Es sind weniger Sitze besetzt, als teilnehmen müssen. Bitte besetzen Sie Sitze, oder bestätigen Sie, dass Sie trotzdem öffnen.",
} satisfies Record<ManageRefusal, string>;

/** How it stands; `when` is what the state waits for, empty where nothing is waited for. */
export const stateLines = {
  draft: () => "Die Wahl ist noch nicht angekündigt.",
  nomination: (when) => `Vorschläge sind möglich bis ${when}.`,
  ready: (when) => `Die Kandidaturen stehen fest. Die Abgabe beginnt am ${when}.`,
  voting: (when) => `Abgabe möglich bis ${when}.`,
  acceptance: (when) => `Jemand ist gewählt. Auf die Antwort warte ich bis ${when}.`,
  runoff_pending: (when) => `Es folgt eine Stichwahl. Die Abgabe beginnt am ${when}.`,
  second_round_pending: (when) =>
    `Es folgt ein zweiter Wahlgang mit Ja oder Nein. Die Abgabe beginnt am ${when}.`,
  lot_pending: () => "Es gibt einen Gleichstand. Das Los entscheidet.",
  void: () =>
    "Der letzte Wahlgang ist ungültig. Die Koordination kann ihn wiederholen oder die Wahl abbrechen.",
  elected: () => "Die Wahl ist beendet.",
  not_elected: () => "Die Wahl ist beendet. Niemand ist gewählt.",
  cancelled: () => "Die Wahl ist abgebrochen.",
} satisfies Record<State, (when: string) => string>;

export const manageWords = {
  title: (office: string) => `Wahl leiten: ${office}`,
  none: "Zurzeit läuft keine Wahl. Mit „wahl“ sehen Sie das letzte Ergebnis.",
  personalOnly: "Das geht nur in Ihrem persönlichen Chat mit mir. Schreiben Sie mir dort: wahl leiten.",
  several: "Es laufen mehrere Wahlen. Welche meinen Sie?",
  onPaper: "Dieser Wahlgang findet auf Papier statt. Die Wahlleitung trägt danach das Ergebnis ein.",
  closing: "Die Abgabe ist beendet. Ich zähle aus.",
  officer: (name: string) => `Wahlleitung: ${name}`,
  noOfficer: "Die Wahlleitung fehlt. Ohne sie kann kein Wahlgang beginnen.",
  scrutineers: (names: string) => `Wahlprüfung: ${names}`,
  noScrutineers: "Die Wahlprüfung ist nicht vollständig. Nötig sind zwei Personen.",
  person: (name: string, party: string) => `${name} (${party})`,
  seats: (held: number, entitled: number, quorum: number) =>
    `${held} von ${entitled} Sitzen sind besetzt. Teilnehmen müssen mindestens ${quorum} Kommunen.`,
  waiting: "Das wartet auf Bestätigung",
  next: "Das können Sie tun",
  nothing: "Sie müssen zurzeit nichts tun.",
  fourEyes: "Abbruch, neue Stimmführung und Ergebnisse auf Papier gelten erst, wenn sie bestätigt sind.",
  done: {
    opened: "Der Wahlgang ist geöffnet. Alle besetzten Sitze bekommen einen Stimmzettel.",
    extended: "Das Ende ist verschoben. Alle erfahren davon.",
    repeated: "Der Wahlgang wird wiederholt. Alle erfahren davon.",
    named: "Wahlleitung und Wahlprüfung sind benannt. Die Personen erfahren davon.",
    drawn: "Das Los ist gezogen. Alle erfahren den Wert und können nachrechnen.",
  },
} as const;

export const actionTitles = {
  open: "Wahlgang jetzt öffnen",
  extend: "Abgabe verlängern",
  repeat: "Wahlgang wiederholen",
  draw: "Los ziehen",
  drawByHand: "Gezogenes Los eintragen",
  paper: "Ergebnis auf Papier eintragen",
  delegate: "Stimmführung ändern",
  roles: "Wahlleitung und Wahlprüfung",
  askPaper: "Wahl auf Papier verlangen",
  cancel: "Wahl abbrechen",
} satisfies Record<ManageAction, string>;

export const openForm = {
  title: "Wahlgang jetzt öffnen",
  candidates: (names: string) => `Zur Wahl stehen: ${names}`,
  why: "Wenn Sie öffnen, steht das Verzeichnis der Sitze fest. Alle besetzten Sitze bekommen sofort einen Stimmzettel.",
  below: (held: number, quorum: number) =>
    `Es müssen mindestens ${quorum} Kommunen teilnehmen, aber nur ${held} Sitze sind besetzt. So kann der Wahlgang nicht gültig werden.`,
  now: "Öffnen",
  anyway: "Trotzdem öffnen",
  cancel: "Noch nicht öffnen",
} as const;

export const extendForm = {
  title: "Abgabe verlängern",
  now: (when: string) => `Bisheriges Ende: ${when}. Ein Wahlgang wird nur verlängert, nie verkürzt.`,
  date: "Neues Ende: Datum",
  time: "Neues Ende: Uhrzeit",
  reason: "Grund, den alle lesen",
  dateMissing: "Bitte wählen Sie ein Datum.",
  timeMissing: "Bitte wählen Sie eine Uhrzeit.",
  reasonMissing: "Bitte nennen Sie einen Grund.",
  check: "Weiter",
  cancel: "Abbrechen",
  reviewTitle: "Bitte prüfen Sie die Verlängerung",
  until: (when: string) => `Neues Ende: ${when}`,
  because: (reason: string) => `Grund: ${plain(reason)}`,
  told: "Alle Sitze und der Kanal des Forums erfahren das neue Ende und den Grund.",
  extend: "Verlängern",
} as const;
