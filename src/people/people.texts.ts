/** What the coordination reads about people, and what people read about themselves. */
import type { CoordinatorRefusal } from "./coordinators.ts";
import { LONGEST_NAME, type PersonRefusal, type PersonRole, type Reach } from "./people.ts";

const common = {
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  personalOnly:
    "Personen zeige ich nur im persönlichen Chat. Bitte schreiben Sie mir dort: personen. Es wurde nichts geändert.",
  unknownPerson:
    "Diese Person ist nicht mehr da. Es wurde nichts geändert. Bitte öffnen Sie die Liste noch einmal: personen.",
  configured:
    "Diese Person steht in der Einstellung COORDINATORS. Das ändert nur, wer Forumsbote betreibt. Es wurde nichts geändert.",
  last: "Das ist die letzte Person der Koordination. Bitte ernennen Sie zuerst eine andere. Es wurde nichts geändert.",
} as const;

export const refusals = {
  ...common,
  nameMissing: "Bitte tragen Sie einen Namen ein.",
  nameTooLong: `Der Name ist zu lang. Erlaubt sind höchstens ${LONGEST_NAME} Zeichen.`,
  organisationUnknown: "Diese Organisation kenne ich nicht. Bitte wählen Sie eine aus der Liste.",
  holdsSeat:
    "Diese Person gehört zu einem Sitz ihrer Organisation. Bitte geben Sie zuerst den Sitz frei, oder streichen Sie die Stellvertretung: koordination. Es wurde nichts geändert.",
  nothingChanged: "Name und Organisation sind schon so gespeichert. Es wurde nichts geändert.",
  notYourself:
    "Sich selbst entfernen Sie nicht über diese Liste. Schreiben Sie dazu: meine daten. Es wurde nichts geändert.",
  already: "Diese Person gehört schon zur Koordination. Es wurde nichts geändert.",
  notAppointed: "Diese Person gehört nicht zur Koordination. Es wurde nichts geändert.",
} satisfies Record<PersonRefusal | CoordinatorRefusal, string>;

export const roles = {
  delegate: "Delegierte/r",
  deputy: "Stellvertretung",
  coordinator: "Koordination",
  chair: "Vorsitz",
  officer: "Wahlleitung",
  scrutineer: "Wahlprüfung",
} satisfies Record<PersonRole, string>;
export const plainMember = "Mitglied";

export const reaches = {
  reached: "erreicht",
  unwritten: "aus der Liste, hat noch nicht geschrieben",
  silent: "nicht erreicht",
  unserved: "nicht erreicht: Mandant nicht mehr zugelassen",
} satisfies Record<Reach, string>;

export const texts = {
  title: "Personen",
  count: (found: number, all: number) => (found === all ? `${all} Personen` : `${found} von ${all} Personen`),
  notReached: (count: number) => (count === 1 ? "1 ist nicht erreicht." : `${count} sind nicht erreicht.`),
  allReached: "Alle sind erreicht.",
  nobody: "Zu diesen Wörtern gibt es niemanden. Leeren Sie das Feld, um alle zu sehen.",
  line: (name: string, part: string, reach: string) => `${name}: ${part}, ${reach}`,
  page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
  word: "Suchwort (Name, Organisation oder Rolle)",
  search: "Suchen",
  person: "Person",
  choose: "Bitte wählen",
  chooseFirst: "Bitte wählen Sie zuerst eine Person aus.",
  open: "Person öffnen",
  earlier: "Zurückblättern",
  later: "Weiterblättern",
  list: "Liste einlesen oder ausgeben",
  back: "Zu den Personen",
  overview: "Zur Koordination",
  organisation: (name: string) => `Organisation: ${name}`,
  part: (part: string) => `Rolle: ${part}`,
  reach: (reach: string) => `Erreichbarkeit: ${reach}`,
  groups: (names: string) => `Arbeitsgruppen: ${names}`,
  unwrittenNext:
    "Diese Person stimmt beim ersten Kontakt selbst zu. Bitten Sie sie, mir im persönlichen Chat zu schreiben.",
  silentNext: "Ich kann ihr nichts senden, bis sie mir im persönlichen Chat schreibt.",
  unservedNext:
    "Bitte besetzen Sie ihren Sitz neu. Den Mandanten lässt zu, wer Forumsbote betreibt (TENANTS).",
  configured:
    "Gehört zur Koordination durch die Einstellung COORDINATORS. Das ändert nur, wer Forumsbote betreibt.",
  correct: "Angaben berichtigen",
  correctTitle: (name: string) => `Angaben berichtigen: ${name}`,
  correctWhy: "Die Person erfährt, dass Sie etwas geändert haben. Gespeichert wird auch, dass Sie es waren.",
  name: "Name",
  organisationField: "Organisation",
  save: "Speichern",
  corrected: "Gespeichert.",
  remove: "Aus dem Forum entfernen",
  removeTitle: (name: string) => `Aus dem Forum entfernen: ${name}`,
  removeWhat:
    "Sitz, Stellvertretung, Gruppen und Rechte enden sofort. Beiträge, Stimmen und Niederschriften bleiben.",
  removeNext: "Die übrige Koordination erfährt, was dadurch frei wird.",
  removeNow: "Jetzt entfernen",
  removed: "Die Person ist entfernt.",
  appoint: "Zur Koordination ernennen",
  appointTitle: (name: string) => `Zur Koordination ernennen: ${name}`,
  appointWhat:
    "Die Person darf danach alles, was die Koordination darf: Sitze vergeben, Termine planen, Wahlen starten, Personen ändern.",
  appointTold: "Sie und die übrige Koordination bekommen eine Nachricht.",
  appointNow: "Jetzt ernennen",
  appointed: "Die Person gehört jetzt zur Koordination.",
  end: "Koordination beenden",
  endTitle: (name: string) => `Koordination beenden: ${name}`,
  endWhat: "Die Person bleibt im Forum, darf aber nicht mehr koordinieren.",
  endNow: "Jetzt beenden",
  ended: "Die Person gehört nicht mehr zur Koordination.",
  cancel: "Abbrechen",
  unservedTenants: (people: number, seats: number) =>
    `${people} Personen mit ${seats} Sitzen gehören zu einem Mandanten, der nicht mehr zugelassen ist. Sie werden nicht bedient.`,
} as const;

export const told = {
  corrected: "Ihre Angaben wurden berichtigt",
  correctedWhat: (name: string, organisation: string) =>
    `Die Koordination hat Ihre Angaben geändert. Gespeichert sind jetzt: ${name}, ${organisation}.`,
  correctedNext: "Stimmt das nicht? Alles, was gespeichert ist, zeigt: **meine daten**.",
  youCoordinate: "Sie gehören jetzt zur Koordination.",
  youCoordinateNext: "Was Sie jetzt tun können, zeigt: **koordination**.",
  coordinates: (name: string) => `${name} gehört jetzt zur Koordination.`,
  youEnded: "Sie gehören nicht mehr zur Koordination.",
  youEndedNext: "Sie bleiben im Forum und müssen nichts tun.",
  ended: (name: string) => `${name} gehört nicht mehr zur Koordination.`,
  changedBy: "Das hat eine andere Person der Koordination geändert. Die Liste zeigt: **personen**.",
  tenant: "Ein Mandant ist nicht mehr zugelassen",
  tenantWhat: (people: number, seats: number) =>
    `${people} Personen mit ${seats} Sitzen gehören dazu. Ich bediene sie nicht mehr und sende ihnen nichts.`,
  tenantNext:
    "Bitte besetzen Sie diese Sitze neu. Ist das ein Versehen? Dann ergänzt, wer Forumsbote betreibt, die Einstellung TENANTS.",
  people: "Personen",
  coordination: "Koordination",
} as const;
