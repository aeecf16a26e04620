/** What people read about minutes and decisions of a date. */
import { shortDate } from "../texts.ts";
import { PAPER_LIMITS } from "./paper.ts";
import type { PaperRefusal } from "./service.ts";

/** For minutes that were attached without a title. */
export const usualTitle = "Niederschrift";

export const papers = {
  title: (startsAt: string) => `Unterlagen: Forum am ${shortDate(startsAt)}`,
  none: "Zu diesem Termin gibt es noch keine Unterlagen.",
  list: (titles: readonly string[]) => `Unterlagen: ${titles.join(", ")}`,
  kinds: { minutes: "Niederschrift", decision: "Beschluss" },
  open: (at: number) => `Unterlage ${at} öffnen`,
  show: (at: number) => `Beschluss ansehen: Unterlage ${at}`,
  remove: (at: number) => `Unterlage ${at} entfernen`,
  button: "Unterlagen",
  add: "Unterlage hinzufügen",
  link: "Link zur Niederschrift (https://…)",
  linkExample: "https://…",
  label: `Titel (leer: ${usualTitle})`,
  addLink: "Link hinzufügen",
  addDecision: "Beschluss hinzufügen",
  choose: "Beschluss des Forums",
  chooseHint: "Bitte wählen",
  back: "Zum Termin",
} as const;

/** Also for the composition, which knows the decisions. */
export const decisionTitle = (number: number, title: string, accepted: boolean): string =>
  `${accepted ? "Beschluss" : "Abgelehnter Antrag"} ${number}: ${title}`;

export const refusals = {
  linkMissing: "Bitte geben Sie den Link zur Niederschrift an.",
  linkWrong: "Diesen Link kann ich nicht verwenden. Er muss mit https:// beginnen.",
  linkTooLong: `Der Link ist zu lang. Möglich sind ${PAPER_LIMITS.link} Zeichen.`,
  titleTooLong: `Der Titel ist zu lang. Möglich sind ${PAPER_LIMITS.title} Zeichen.`,
  notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
  gone: "Diesen Termin gibt es nicht. Mit „termine“ sehen Sie alle Termine.",
  tooEarly: "Das Forum hat noch nicht begonnen. Unterlagen kommen danach dazu.",
  isCancelled: "Dieser Termin ist abgesagt. Zu ihm gibt es keine Unterlagen.",
  unknownDecision: "Bitte wählen Sie einen Beschluss aus der Liste.",
  attached: "Das gehört schon zu diesem Termin.",
  tooMany: `Zu einem Termin gehören höchstens ${PAPER_LIMITS.ofDate} Unterlagen. Bitte entfernen Sie zuerst eine.`,
} satisfies Record<PaperRefusal, string>;
