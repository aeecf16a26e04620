/** What people read about an election as a whole: start, status, close. */

import type { StartRefusal } from "./announcement.ts";
import { LONGEST_NAME, MOST_CANDIDATES } from "./candidates.ts";
import type { CloseRefusal } from "./close.service.ts";
import type { Office } from "./stored.ts";
import { processRefusals } from "./texts.ts";

export const TRIAL = "Probebetrieb – keine echte Wahl";
export const OFFICE = "Vorsitz des Forums";
export const OFFICES = {
  chair: OFFICE,
  deputy: "Stellvertretung im Vorsitz",
  motion: "Geheime Abstimmung",
} satisfies Record<Office, string>;

export const startRefusals = {
  "not-coordinator": "Eine Wahl starten kann nur die Koordination. Bitte sprechen Sie sie an.",
  "no-candidates": "Bitte wählen Sie mindestens eine Kommune aus, oder tragen Sie einen Namen ein.",
  "too-many": `Auf den Stimmzettel passen höchstens ${MOST_CANDIDATES} Namen. Bitte kürzen Sie die Liste.`,
  "name-too-long": `Ein Name ist zu lang. Möglich sind ${LONGEST_NAME} Zeichen. Bitte kürzen Sie ihn.`,
  "name-twice":
    "Ein Name steht zweimal da, oder zwei Namen sind sich zu ähnlich. Bitte unterscheiden Sie sie deutlich.",
  "name-reserved":
    "Die Wörter „Ja“, „Nein“, „Enthaltung“ und „Ungültig“ können keine Namen sein. Bitte tragen Sie einen Namen ein.",
  "deadline-missing":
    "Datum oder Uhrzeit für das Ende fehlt, oder es gibt diese Zeit nicht. Bitte füllen Sie beides aus.",
  "deadline-too-soon": "Das Ende liegt zu nah. Bitte lassen Sie mindestens zehn Minuten Zeit.",
  "deadline-too-late": "Das Ende liegt zu weit weg. Möglich sind höchstens 60 Tage.",
  ...processRefusals,
  "officer-missing": "Bitte benennen Sie eine Wahlleitung.",
  "two-scrutineers": "Bitte benennen Sie genau zwei Wahlprüferinnen oder Wahlprüfer.",
  "one-person-two-roles":
    "Wahlleitung und Wahlprüfung müssen drei verschiedene Personen sein. Bitte wählen Sie neu.",
  "role-coordinator":
    "Wer die Koordination hat, kann weder die Wahl leiten noch prüfen. Bitte wählen Sie eine andere Person.",
  "role-candidate":
    "Wer kandidiert, kann die Wahl weder leiten noch prüfen. Bitte wählen Sie eine andere Person.",
  "scrutineers-same-party":
    "Die beiden Prüfenden müssen aus verschiedenen Kommunen kommen. Bitte wählen Sie neu.",
  "role-same-party":
    "Wer die Wahl prüft, darf nicht aus einer Kommune kommen, die kandidiert. Kandidiert der Landkreis, gilt das auch für die Wahlleitung. Bitte wählen Sie eine andere Person.",
  "nomination-end-missing":
    "Für das Ende der Vorschläge fehlt Datum oder Uhrzeit, oder es gibt diese Zeit nicht. Bitte füllen Sie beides aus.",
  "nomination-end-too-soon":
    "Das Ende der Vorschläge liegt zu nah. Bitte lassen Sie mindestens zehn Minuten Zeit.",
  "nomination-end-too-late": "Das Ende der Vorschläge liegt zu weit weg. Möglich sind höchstens 60 Tage.",
  "term-limit":
    "Diese Person hatte das Amt schon so oft nacheinander, wie die Wahlordnung erlaubt. Bitte wählen Sie eine andere Person.",
  "no-deputies":
    "Nach der Wahlordnung wird keine Stellvertretung gewählt. Ändern Sie zuerst die Wahlordnung, oder wählen Sie den Vorsitz.",
  "roles-missing": "Für diese Wahl fehlen Wahlleitung oder Wahlprüfung. Bitte benennen Sie sie zuerst: wahl.",
  "below-quorum":
    "Es sind weniger Sitze besetzt, als teilnehmen müssen. Bitte besetzen Sie weitere Sitze: koordination.",
  gone: "Diese Wahl gibt es nicht. Mit „wahl“ sehen Sie den Stand.",
  "no-key":
    "Ich kann die Urne gerade nicht öffnen. Bitte versuchen Sie es in einigen Minuten noch einmal, oder sprechen Sie den Betrieb an.",
  "no-channel":
    "Der Kanal des Forums ist noch nicht bekannt. Bitte schreiben Sie im Kanal des Forums: gruppe. Danach können Sie die Wahl starten.",
  "too-few-seats":
    "Bei weniger als fünf Sitzen biete ich keine geheime Wahl an, weil man einzelne Stimmen erkennen könnte. Bitte wählen Sie mit Stimmzetteln in der Sitzung oder offen.",
  "store-keeps-traces":
    "Die Datenbank schreibt zurzeit mit, was wann gespeichert wird. So ist eine geheime Wahl nicht möglich. Bitte lassen Sie den Betrieb track_commit_timestamp und das Protokollieren von Anweisungen mit Werten ausschalten.",
} satisfies Record<StartRefusal, string>;

export const closeRefusals = {
  "not-coordinator": "Einen Wahlgang schließen kann nur die Koordination. Bitte sprechen Sie sie an.",
  "not-all-voted": processRefusals["not-all-voted"],
  "wrong-state": "Dieser Wahlgang ist schon geschlossen. Mit „wahl“ sehen Sie den Stand.",
  "no-key":
    "Ich kann die Urne gerade nicht öffnen. Bitte versuchen Sie es in einigen Minuten noch einmal, oder sprechen Sie den Betrieb an.",
} satisfies Record<CloseRefusal, string>;

export const form = {
  title: "Wahl starten",
  intro: `Gewählt wird: ${OFFICE}. Alle Sitze bekommen einen Stimmzettel in ihren persönlichen Chat.`,
  office: "Amt",
  offices: { chair: "Vorsitz", deputy: "Stellvertretung" },
  openWhy:
    "Zuerst schlagen die Kommunen Personen vor. Wer vorgeschlagen ist, muss zustimmen. Danach wird gewählt.",
  fixedWhy:
    "Die Kandidaturen stehen fest, und alle Zustimmungen liegen schriftlich vor. Die Abgabe beginnt sofort.",
  toFixed: "Kandidaturen stehen fest",
  toOpen: "Mit Vorschlägen beginnen",
  nominate: "Schon jetzt vorschlagen: Spitze dieser Kommunen",
  nominationOn: "Ende der Vorschläge: Datum",
  nominationAt: "Ende der Vorschläge: Uhrzeit",
  officer: "Wahlleitung",
  scrutineers: "Wahlprüfung: zwei Personen aus verschiedenen Kommunen",
  person: (name: string, party: string) => `${name} (${party})`,
  parties: "Kommunen, deren Spitze kandidiert",
  choose: "Bitte wählen",
  others: "Weitere Kandidaturen, eine je Zeile (Amt oder Name)",
  closesOn: "Ende der Abgabe: Datum",
  closesAt: "Ende der Abgabe: Uhrzeit",
  dateMissing: "Bitte wählen Sie ein Datum.",
  timeMissing: "Bitte wählen Sie eine Uhrzeit.",
  next: "Weiter",
  cancel: "Abbrechen",
} as const;

export const plan = {
  title: "Bitte prüfen Sie die Wahl",
  candidates: "Zur Wahl stehen:",
  deadline: (deadline: string) => `Abgabe möglich bis ${deadline}.`,
  nomination: (deadline: string) =>
    `Vorschläge sind möglich bis ${deadline}. Danach öffne ich die Abgabe am nächsten Arbeitstag um 9 Uhr.`,
  nobodyYet: "Noch ist niemand vorgeschlagen.",
  officer: (name: string) => `Wahlleitung: ${name}`,
  scrutineers: (names: string) => `Wahlprüfung: ${names}`,
  announce: "Wahl ankündigen",
  seats: (held: number, entitled: number) => `${held} von ${entitled} Sitzen sind besetzt.`,
  below: (held: number, quorum: number) =>
    `Es müssen mindestens ${quorum} Kommunen teilnehmen, aber nur ${held} Sitze sind besetzt. So kann die Wahl nicht gültig werden. Besetzen Sie zuerst weitere Sitze: koordination.`,
  rulesTitle: "Diese Regeln gelten",
  open: "Wahl eröffnen",
  openAnyway: "Trotzdem eröffnen",
  change: "Ändern",
} as const;

export const status = {
  title: (office: string) => `Wahl: ${office}`,
  plainTitle: "Wahl",
  both: (offices: readonly string[]) => `Laufende Wahlen: ${offices.join(" und ")}`,
  more: "Weitere Schritte",
  none: "Zurzeit läuft keine Wahl.",
  lastTitle: (office: string) => `Letzte Wahl: ${office}`,
  candidates: (names: string) => `Zur Wahl stehen: ${names}`,
  deadline: (deadline: string) => `Abgabe möglich bis ${deadline}.`,
  turnout: (turnout: number, entitled: number, at: string) =>
    `Beteiligung: ${turnout} von ${entitled} Kommunen (gezählt ${at}).`,
  closing: "Die Abgabe ist beendet. Das Ergebnis kommt in den Kanal des Forums.",
  elsewhere: "Abstimmen können Sie im persönlichen Chat mit mir. Schreiben Sie mir dort: wahl.",
  start: "Wahl starten",
  close: "Wahlgang vorzeitig schließen",
} as const;

export const opened = {
  title: "Die Wahl hat begonnen",
  titleOf: (office: string) => `Die Wahl hat begonnen: ${office}`,
  text: "Alle besetzten Sitze haben einen Stimmzettel in ihrem persönlichen Chat mit mir bekommen. Die Wahl ist geheim.",
} as const;

export const gone = "Diese Wahl gibt es nicht. Mit „wahl“ sehen Sie den Stand.";
