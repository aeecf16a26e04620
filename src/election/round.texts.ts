/** What people read about an election as a whole: start, status, close. */
import { LONGEST_NAME, MOST_CANDIDATES } from "./candidates.ts";
import type { CloseRefusal } from "./close.service.ts";
import type { StartRefusal } from "./start.service.ts";
import { processRefusals } from "./texts.ts";

export const TRIAL = "Probebetrieb – keine echte Wahl";
export const OFFICE = "Vorsitz des Forums";

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
  "already-running": processRefusals["already-running"],
  "no-channel":
    "Der Kanal des Forums ist noch nicht bekannt. Bitte schreiben Sie im Kanal des Forums: gruppe. Danach können Sie die Wahl starten.",
  "too-few-seats":
    "Bei weniger als fünf Sitzen biete ich keine geheime Wahl an, weil man einzelne Stimmen erkennen könnte. Bitte wählen Sie mit Stimmzetteln in der Sitzung oder offen.",
  "store-keeps-traces":
    "Die Datenbank schreibt zurzeit mit, was wann gespeichert wird. So ist eine geheime Wahl nicht möglich. Bitte lassen Sie den Betrieb track_commit_timestamp und das Protokollieren von Anweisungen mit Werten ausschalten.",
  "wrong-state": processRefusals["wrong-state"],
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
  seats: (held: number, entitled: number) => `${held} von ${entitled} Sitzen sind besetzt.`,
  below: (held: number, quorum: number) =>
    `Es müssen mindestens ${quorum} Kommunen teilnehmen, aber nur ${held} Sitze sind besetzt. So kann die Wahl nicht gültig werden. Besetzen Sie zuerst weitere Sitze: koordination.`,
  rulesTitle: "Diese Regeln gelten",
  rules: (quorum: number, entitled: number) => [
    `Teilnahme: mindestens ${quorum} von ${entitled} Kommunen.`,
    "Gewählt ist, wer mehr als die Hälfte der Stimmen aller Teilnehmenden bekommt. Enthaltungen und ungültige Stimmen zählen als Teilnahme.",
    "Schafft das niemand, folgt eine Stichwahl der beiden Besten. Bei Gleichstand entscheidet das Los.",
    "Bei nur einer Kandidatur stimmen Sie mit Ja oder Nein.",
    "Diese Regeln sind nicht in der Willensbekundung geregelt. Das Forum sollte sie als Wahlordnung beschließen.",
  ],
  later:
    "Stichwahl, zweiten Wahlgang und Los führe ich noch nicht durch. In diesen Fällen endet die Wahl ohne Ergebnis, und das Forum entscheidet, wie es weitergeht.",
  open: "Wahl eröffnen",
  openAnyway: "Trotzdem eröffnen",
  change: "Ändern",
} as const;

export const status = {
  title: `Wahl: ${OFFICE}`,
  none: "Zurzeit läuft keine Wahl.",
  lastTitle: "Letzte Wahl",
  candidates: (names: string) => `Zur Wahl stehen: ${names}`,
  deadline: (deadline: string) => `Abgabe möglich bis ${deadline}.`,
  turnout: (turnout: number, entitled: number, at: string) =>
    `Beteiligung: ${turnout} von ${entitled} Kommunen (gezählt ${at}).`,
  closing: "Die Abgabe ist beendet. Das Ergebnis kommt in den Kanal des Forums.",
  next: {
    "open-paper": "Ihre Stimme fehlt noch. Öffnen Sie bitte Ihren Stimmzettel.",
    "has-voted": "Ihre Kommune hat abgestimmt. Sie müssen nichts mehr tun.",
    "other-holder": "Für Ihre Kommune stimmt eine andere Person ab. Sie müssen nichts tun.",
  },
  elsewhere: "Abstimmen können Sie im persönlichen Chat mit mir. Schreiben Sie mir dort: wahl.",
  noSeat: "Sie haben in dieser Wahl keinen Sitz. Das Ergebnis lesen Sie hier oder im Kanal des Forums.",
  start: "Wahl starten",
  close: "Wahlgang vorzeitig schließen",
} as const;

export const opened = {
  title: `Die Wahl hat begonnen: ${OFFICE}`,
  text: "Alle besetzten Sitze haben einen Stimmzettel in ihrem persönlichen Chat mit mir bekommen. Die Wahl ist geheim.",
} as const;

export const gone = "Diese Wahl gibt es nicht. Mit „wahl“ sehen Sie den Stand.";
