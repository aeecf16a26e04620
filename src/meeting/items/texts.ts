/** What people read about agendas. */
import type { WallClock } from "../../calendar/zones.ts";
import { fullWhen } from "../texts.ts";
import { type AgendaItem, type AgendaSum, ITEM_LIMITS } from "./item.ts";
import type { ItemRefusal } from "./service.ts";

const points = (count: number): string => (count === 1 ? "1 Punkt" : `${count} Punkte`);

export const agenda = {
  title: (startsAt: WallClock) => `Tagesordnung: Forum am ${fullWhen(startsAt)}`,
  waitingTitle: "Themen für das nächste Forum",
  waiting: "Es ist noch kein Forum geplant. Diese Themen warten auf den nächsten Termin.",
  none: "Es gibt noch keine Themen.",
  coordination: "Koordination",
  proposedBy: (who: string) => `Vorgeschlagen von: ${who}`,
  minutes: (minutes: number | null) => (minutes === null ? "Zeit: noch offen" : `Zeit: ${minutes} Minuten`),
  brief: ({ minutes }: Pick<AgendaItem, "minutes">, who: string) =>
    minutes === null ? who : `${who}, ${minutes} Minuten`,
  sum: ({ allotted, open, minutes }: AgendaSum) => {
    const total = `Zeit in Summe: ${allotted} von ${minutes} Minuten.`;
    return open === 0 ? total : `${total} Ohne Zeit: ${points(open)}.`;
  },
  tooLong: ({ allotted, minutes }: AgendaSum) =>
    `Das sind ${allotted - minutes} Minuten mehr, als das Forum dauert. Bitte kürzen Sie.`,
  closed: "Die Tagesordnung ist geschlossen.",
  how: "Ein Thema schlagen Sie mit der Schaltfläche vor, oder Sie schreiben: „thema: Titel“.",
  propose: "Thema vorschlagen",
  withdraw: (at: number) => `Punkt ${at} zurückziehen`,
  arrange: "Tagesordnung ordnen",
  choose: "Punkt",
  chooseHint: "Bitte wählen",
  choice: (at: number, title: string) => `${at}. ${title}`,
  allotLabel: "Minuten für diesen Punkt (leer: noch offen)",
  up: "Nach oben",
  down: "Nach unten",
  allot: "Minuten setzen",
  remove: "Punkt entfernen",
  list: "Tagesordnung",
} as const;

export const form = {
  title: "Thema vorschlagen",
  for: (startsAt: WallClock) => `Für das Forum am ${fullWhen(startsAt)}.`,
  waits: "Es ist noch kein Forum geplant. Das Thema wartet auf den nächsten Termin.",
  label: "Titel des Themas",
  example: "Gemeinsame Ausschreibung der E-Akte",
  visible: "Alle sehen den Titel und Ihre Kommune.",
  send: "Vorschlagen",
  cancel: "Abbrechen",
  questions: "Offene Frage zu den Regeln als Thema",
  question: (number: number, question: string) => `Frage ${number}: ${question}`,
  takeQuestion: "Frage übernehmen",
  fromQuestion: (number: string) =>
    `Aus der offenen Frage ${number}. Bitte prüfen Sie den Titel: Er darf keine Namen enthalten.`,
  noQuestion: "Bitte wählen Sie eine Frage.",
} as const;

export const proposed = {
  title: "Thema vorgeschlagen",
  onDate: (startsAt: WallClock) => `Es steht auf der Tagesordnung für das Forum am ${fullWhen(startsAt)}.`,
  waits: "Es wartet auf den nächsten Termin. Sobald ein Forum geplant ist, kommt es auf die Tagesordnung.",
  hint: "Sie können das Thema bis zum Beginn zurückziehen.",
} as const;

export const refusals = {
  titleMissing: "Bitte geben Sie einen Titel an. Zum Beispiel: „thema: Gemeinsame Ausschreibung der E-Akte“.",
  titleTooLong: `Der Titel ist zu lang. Möglich sind ${ITEM_LIMITS.title} Zeichen.`,
  notMember:
    "Bitte sagen Sie mir zuerst, zu welcher Organisation Sie gehören. Schreiben Sie zum Beispiel: „ich bin Schopfheim“.",
  notOnSeat:
    "Themen schlagen die Delegierten, ihre Vertretungen und die Koordination vor. Bitte sprechen Sie Ihre Delegation an.",
  duplicate: "Dieses Thema ist schon vorgeschlagen. Mit „tagesordnung“ sehen Sie alle Themen.",
  agendaFull: `Es gibt schon ${ITEM_LIMITS.onDate} Themen. Bitte sprechen Sie die Koordination an.`,
  partyFull: `Ihre Kommune hat schon ${ITEM_LIMITS.ofParty} Themen vorgeschlagen. Ziehen Sie eines zurück, um ein anderes vorzuschlagen.`,
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  notYours: "Dieses Thema hat eine andere Kommune vorgeschlagen. Nur sie kann es zurückziehen.",
  nothingChosen: "Bitte wählen Sie einen Punkt.",
  minutesWrong: `Bitte geben Sie ganze Minuten an, von 1 bis ${ITEM_LIMITS.minutes}.`,
  gone: "Diesen Termin gibt es nicht. Mit „termine“ sehen Sie alle Termine.",
  itemGone: "Dieses Thema steht nicht mehr auf der Tagesordnung. Mit „tagesordnung“ sehen Sie alle Themen.",
  noDate: "Es ist noch kein Forum geplant. Ordnen können Sie die Themen, sobald es einen Termin gibt.",
  begun: "Das Forum hat schon begonnen. Die Tagesordnung ist geschlossen.",
} satisfies Record<ItemRefusal, string>;
