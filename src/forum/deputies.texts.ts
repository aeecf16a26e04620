/** What people read about deputies. */
import type { DeputyRefusal } from "./deputies.ts";

export const refusals = {
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  notDelegate:
    "Die Vertretung schaltet ein, wer den Sitz auf Dauer hat, oder die Koordination. Bitte sprechen Sie eine von beiden an.",
  nobodyChosen: "Bitte wählen Sie eine Person aus.",
  notYourself:
    "Niemand benennt sich selbst, und niemand schaltet sich selbst ein. Bitte lassen Sie das eine andere Person der Koordination tun.",
  unknownPerson:
    "Diese Person kenne ich nicht mehr. Es wurde nichts geändert. Bitte öffnen Sie den Sitz noch einmal.",
  otherParty:
    "Diese Person gehört nicht zu dieser Kommune. Vertreten kann nur, wer zur selben Kommune gehört. Es wurde nichts geändert.",
  onSeatAlready: "Diese Person gehört schon zu einem Sitz. Jede Person gehört zu höchstens einem Sitz.",
  noSeat: "Diesen Sitz gibt es nicht. Schreiben Sie koordination, um die Sitze zu sehen.",
  notNamed:
    "Diese Person ist nicht als Stellvertretung benannt. Es wurde nichts geändert. Die Koordination benennt Stellvertretungen vorher.",
  standsIn: "Diese Person vertritt gerade. Bitte beenden Sie zuerst die Vertretung.",
  noDelegate:
    "Für diesen Sitz ist zurzeit niemand auf Dauer benannt. Die Koordination besetzt ihn zuerst neu: koordination.",
  alreadyOn:
    "Für diesen Sitz ist schon eine Vertretung eingeschaltet. Es wurde nichts geändert. Beenden Sie sie zuerst, wenn jemand anders vertreten soll.",
  notOn: "Für diesen Sitz ist keine Vertretung eingeschaltet. Es wurde nichts geändert.",
  notEligible:
    "Zurzeit ist ein Wahlgang offen. Dort kann nur einspringen, wer schon bei der Eröffnung für diesen Sitz benannt war. Es wurde nichts geändert.",
} satisfies Record<DeputyRefusal, string>;

export const texts = {
  listTitle: "Stellvertretungen",
  listWhy: "Eine Stellvertretung benennen Sie vorher. Einspringen kann nur, wer zur selben Kommune gehört.",
  /** For somebody who does not belong to the party any more. */
  unknown: "Unbekannte Person",
  nobodyNamed: "Noch ist niemand benannt.",
  line: (party: string, people: string) => `${party}: ${people}`,
  standing: (name: string) => `${name} (vertritt zurzeit)`,
  party: "Kommune",
  choose: "Bitte wählen",
  chooseParty: "Bitte wählen Sie zuerst eine Kommune aus.",
  open: "Sitz öffnen",
  overview: "Zur Koordination",
  list: "Alle Stellvertretungen",
  seatTitle: (party: string) => `Stellvertretungen: ${party}`,
  delegate: (name: string) => `Den Sitz hat auf Dauer: ${name}.`,
  noDelegate: "Der Sitz ist nicht besetzt.",
  votes: (name: string) => `Zurzeit stimmt ab: ${name} (Vertretung).`,
  named: (names: string) => `Benannt: ${names}.`,
  noneNamed: "Benannt ist niemand.",
  frozen:
    "Zurzeit ist ein Wahlgang offen. Dort kann nur einspringen, wer schon bei seiner Eröffnung benannt war. Eine abgegebene Stimme bleibt gültig.",
  nobodyAvailable: "Aus dieser Kommune hat sich sonst noch niemand bei mir gemeldet.",
  whom: "Wen möchten Sie benennen?",
  which: "Welche benannte Person?",
  name: "Benennen",
  standIn: "Vertretung einschalten",
  remove: "Streichen",
  end: "Vertretung beenden",
} as const;

/** Messages to delegate and deputy. */
export const notices = {
  youStandIn: (party: string) => `Sie vertreten jetzt ${party} im Forum.`,
  youNext:
    "Sie stimmen für Ihre Kommune ab und antworten auf Termine, bis die Vertretung endet. Ob etwas ansteht, zeigen Ihnen die Worte **wahl** und **termine**.",
  standsInForYou: (name: string) => `${name} vertritt Sie jetzt im Forum.`,
  forYouNext:
    "Bis die Vertretung endet, stimmt diese Person ab und antwortet auf Termine, nicht Sie. Sie können die Vertretung jederzeit beenden: **sitz**.",
  youEnded: (party: string) => `Ihre Vertretung für ${party} ist beendet.`,
  youEndedNext: "Sie bleiben als Stellvertretung benannt und müssen nichts tun.",
  endedForYou: (party: string) => `Die Vertretung für ${party} ist beendet.`,
  endedForYouNext: "Sie stimmen jetzt wieder selbst ab und antworten auf Termine.",
  seat: "Mein Sitz",
} as const;
