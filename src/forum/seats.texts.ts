/** What the coordinator reads about seats. */
import type { SeatRefusal } from "./seats.ts";

export const refusals = {
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  nobodyChosen: "Bitte wählen Sie mindestens eine Person aus.",
  notYourself:
    "Niemand vergibt einen Sitz an sich selbst. Bitte lassen Sie das eine andere Person der Koordination tun.",
  unknownPerson:
    "Eine der Personen kenne ich nicht mehr. Es wurde nichts geändert. Bitte öffnen Sie die Liste noch einmal.",
  twoForOneSeat:
    "Für eine Kommune sind zwei Personen ausgewählt. Jede Kommune hat einen Sitz. Bitte wählen Sie je Kommune eine Person.",
  seatTaken:
    "Einer dieser Sitze ist schon besetzt. Es wurde nichts geändert. Geben Sie den Sitz zuerst frei, oder öffnen Sie die Liste noch einmal.",
  noSeat: "Dieser Sitz ist nicht besetzt. Schreiben Sie koordination, um die Sitze zu sehen.",
  roundOpen:
    "Zurzeit ist ein Wahlgang offen. Wer für eine Kommune abstimmt, ändert sich dann nur, wenn Koordination und Wahlleitung zustimmen. Schreiben Sie wahl leiten, und wählen Sie dort: Stimmführung ändern. Es wurde nichts geändert.",
} satisfies Record<SeatRefusal, string>;

export const texts = {
  title: "Koordination",
  groups: {
    seats: "Sitze",
    deputies: "Stellvertretungen",
    reach: "Erreichbarkeit",
    election: "Wahl",
    meeting: "Termine und Fragen",
    more: "Weiteres",
    year: "Jahr und Zustellung",
    rules: "Antworten zu den Regeln",
    records: "Beiträge",
  },
  filled: (filled: number, all: number) => `${filled} von ${all} Sitzen sind besetzt.`,
  empty: (names: string) => `Noch nicht besetzt: ${names}.`,
  emptyMany: (count: number) => `Noch nicht besetzt sind ${count} Sitze. Welche, sehen Sie beim Besetzen.`,
  deputies: "Wer einspringen darf, und wer zurzeit vertritt.",
  showDeputies: "Stellvertretungen ansehen",
  reached: (reached: number, all: number) => `${reached} von ${all} erreicht`,
  checkReach: "Erreichbarkeit prüfen",
  showElection: "Stand der Wahl",
  how: "Delegierte schreiben mir zuerst im eigenen Chat, zum Beispiel: ich bin Schopfheim. Danach können Sie ihnen den Sitz geben.",
  all: "Alle Sitze sind besetzt.",
  fill: "Sitze besetzen",
  fillTitle: "Sitze besetzen",
  fillWhy: "Wer einen Sitz hat, stimmt für die Kommune ab und antwortet für sie auf Termine.",
  people: "Diese Personen bekommen den Sitz ihrer Kommune",
  person: (party: string, name: string) => `${party}: ${name}`,
  give: "Sitze vergeben",
  nobodyAvailable:
    "Zurzeit gibt es niemanden, dem Sie einen freien Sitz geben können. Die Delegierten schreiben mir zuerst, zum Beispiel: ich bin Schopfheim.",
  release: "Sitz freigeben",
  releaseTitle: "Einen Sitz freigeben",
  releaseWhy:
    "Danach können Sie den Sitz neu besetzen. Eine Vertretung endet damit; benannte Stellvertretungen bleiben benannt. Während ein Wahlgang offen ist, geht das nicht.",
  party: "Kommune",
  choose: "Bitte wählen",
  releaseNow: "Freigeben",
  more: "Weitere Aufgaben",
  back: "Zurück zur Koordination",
  planMeeting: "Forumstermin planen",
  leaving: "Beteiligung und Austritte",
  holidays: "Schulferien",
  blocked: "Gesperrte Tage",
  undelivered: "Nicht zugestellt",
  openQuestions: "Offene Fragen",
  knowledge: "Auskünfte",
  ratings: "Bewertungen",
  papers: "Dokumente",
  commonNeeds: "Sammelbedarf",
  startElection: "Wahl starten",
  cancel: "Abbrechen",
} as const;
