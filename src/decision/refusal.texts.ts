/** What people read when something about a decision cannot be done. */
import type { CastRefusal } from "./cast.ts";
import type { CancelRefusal, CloseRefusal } from "./close.service.ts";
import { type DraftProblem, LIMITS, LONGEST_DAYS } from "./draft.ts";
import type { OpenRefusal, SecrecyRefusal } from "./open.service.ts";
import type { StartRefusal } from "./start.service.ts";
import type { ShowRefusal } from "./view.service.ts";

export const problems = {
  titleMissing: "Bitte geben Sie dem Antrag einen Titel.",
  titleTooLong: `Der Titel ist zu lang. Möglich sind ${LIMITS.title} Zeichen.`,
  textMissing: "Bitte schreiben Sie den Text des Antrags.",
  textTooLong: `Der Text ist zu lang. Möglich sind ${LIMITS.text} Zeichen. Nennen Sie für mehr bitte eine Anlage.`,
  wayUnknown: "Bitte wählen Sie das Verfahren aus der Liste.",
  majorityUnknown: "Bitte wählen Sie die nötige Mehrheit aus der Liste.",
  secretUmlauf:
    "Ein Umlaufverfahren ist immer offen. Bitte wählen Sie „Abstimmung“, wenn geheim abgestimmt werden soll.",
  endMissing: "Bitte wählen Sie Datum und Uhrzeit für das Ende.",
  endUnknown: "Diesen Zeitpunkt gibt es nicht. Bitte wählen Sie ein anderes Ende.",
  endTooSoon: "Das Ende liegt zu nah. Bitte lassen Sie mindestens zehn Minuten Zeit.",
  endTooLate: `Das Ende liegt zu weit weg. Möglich sind höchstens ${LONGEST_DAYS} Tage.`,
  endBeforeOpening:
    "Das Ende liegt vor der Eröffnung oder zu kurz danach. Bitte wählen Sie ein späteres Ende, oder eröffnen Sie sofort.",
} satisfies Record<DraftProblem, string>;

const notMember =
  "Bitte sagen Sie mir zuerst, zu welcher Organisation Sie gehören. Schreiben Sie zum Beispiel: „ich bin Schopfheim“.";
const notCoordinator = "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.";
const gone = "Diese Abstimmung gibt es nicht. Mit „abstimmungen“ sehen Sie alle.";
const tooFewForSecret =
  "Bei weniger als fünf Sitzen biete ich keine geheime Abstimmung an, weil man einzelne Stimmen erkennen könnte. Bitte stimmen Sie offen ab, oder mit Stimmzetteln in der Sitzung.";
const secretNotHere =
  "Geheime Abstimmungen sind hier zurzeit nicht möglich. Bitte stimmen Sie offen ab, oder mit Stimmzetteln in der Sitzung.";
const notHolder =
  "Für Ihre Kommune stimmt eine andere Person ab: Sie hat den Sitz inne. Bitte sprechen Sie sie an.";
const notEntitled =
  "Ihre Organisation hat in dieser Abstimmung keinen Sitz. Bei Fragen wenden Sie sich bitte an die Koordination.";

export const startRefusals = {
  notMember,
  notHere:
    "Eine Abstimmung starten Sie im Kanal Ihrer Arbeitsgruppe. Schreiben Sie dort: abstimmung starten. Im Forum startet sie die Koordination.",
  unregistered:
    "Dieser Kanal ist noch nicht registriert. Bitte schreiben Sie hier zuerst: gruppe. Danach können Sie eine Abstimmung starten.",
  notCoordinator: "Im Forum startet nur die Koordination eine Abstimmung. Bitte sprechen Sie sie an.",
  notInGroup:
    "Abstimmungen startet hier, wer in der Arbeitsgruppe mitarbeitet. Mit „gruppe“ können Sie beitreten.",
  noForumChannel: "Bitte registrieren Sie zuerst den Kanal des Forums: Schreiben Sie dort „gruppe“.",
  noSeats: "Hier gibt es noch keine Kommune, die abstimmen kann. Bitte laden Sie zuerst Mitglieder ein.",
  elsewhere:
    "Diese Karte gehört zu einem anderen Kanal. Es wurde nichts gespeichert. Bitte schreiben Sie hier: abstimmung starten.",
  secretNotHere,
  tooFewForSecret,
  endBeforeOpening: problems.endBeforeOpening,
} satisfies Record<StartRefusal, string>;

export const castRefusals = {
  notMember,
  notPersonal:
    "Abstimmen können Sie nur im persönlichen Chat mit mir. Bitte schreiben Sie mir dort: abstimmung.",
  gone,
  cancelled: "Diese Abstimmung wurde abgebrochen. Es wird keine Stimme gezählt. Sie müssen nichts tun.",
  notOpen: "Diese Abstimmung ist noch nicht eröffnet. Bitte kommen Sie wieder, wenn sie geöffnet ist.",
  closed:
    "Diese Abstimmung ist beendet. Ihre Stimme kam zu spät und wurde nicht gezählt. Mit „abstimmungen“ sehen Sie das Ergebnis.",
  secret:
    "Diese Abstimmung ist geheim. Ihren Stimmzettel finden Sie im persönlichen Chat mit mir. Bitte öffnen Sie ihn dort.",
  notEntitled,
  seatChanged:
    "Sie stimmen nicht mehr für diese Kommune ab. Ihre Stimme wurde nicht gezählt. Bitte wenden Sie sich an die Koordination, wenn das nicht stimmt.",
  hasVoted: "Ihre Kommune hat abgestimmt. Ändern kann die Stimme nur, wer für sie abstimmt.",
  notHolder,
  unknownChoice: "Diese Auswahl gibt es nicht. Bitte öffnen Sie die Abstimmung neu: abstimmung.",
} satisfies Record<CastRefusal, string>;

export const openRefusals = {
  gone,
  notManager: notCoordinator,
  notDraft: "Diese Abstimmung ist schon beendet. Mit „abstimmungen“ sehen Sie das Ergebnis.",
  endTooNear: "Bis zum Ende bleiben weniger als zehn Minuten. Bitte brechen Sie ab, und starten Sie neu.",
} satisfies Record<OpenRefusal, string>;

export const secrecyRefusals = {
  gone,
  notMember,
  notDraft: "Das geht nur vor der Eröffnung. Diese Abstimmung ist schon eröffnet oder beendet.",
  notEntitled,
  notHolder,
  umlaufIsOpen:
    "Ein Umlaufverfahren ist immer offen. Wenn Sie geheim abstimmen möchten, widersprechen Sie bitte: Dann kommt der Antrag in die nächste Sitzung.",
  tooFewForSecret,
  secretNotHere,
} satisfies Record<SecrecyRefusal, string>;

export const closeRefusals = {
  gone,
  notManager: notCoordinator,
  notDraft: openRefusals.notDraft,
  notVoting: "Diese Abstimmung ist nicht offen. Mit „abstimmungen“ sehen Sie den Stand.",
  secretCloses: "Eine geheime Abstimmung endet zur festgesetzten Zeit. Sie müssen nichts tun.",
  notAllVoted:
    "Es haben noch nicht alle abgestimmt. Vor dem Ende der Frist können Sie erst schließen, wenn alle Stimmen da sind.",
} satisfies Record<CloseRefusal, string>;

export const cancelRefusals = {
  gone,
  notCoordinator,
  ended: "Diese Abstimmung ist schon beendet. Abbrechen ist nicht mehr möglich.",
  reasonMissing: "Bitte nennen Sie einen Grund für den Abbruch. Alle Beteiligten lesen ihn.",
  reasonTooLong: `Der Grund ist zu lang. Möglich sind ${LIMITS.reason} Zeichen.`,
} satisfies Record<CancelRefusal, string>;

export const showRefusals = { gone, notMember } satisfies Record<ShowRefusal, string>;
