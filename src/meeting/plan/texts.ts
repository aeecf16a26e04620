/** What the coordinator reads when dates are proposed. */
import type { CalendarDate } from "../../calendar/dates.ts";
import type { Quarter } from "../../calendar/quarters.ts";
import type { TableDoubt } from "../holidays/holidays.ts";
import type { Obstacle, Weighed } from "../proposals.ts";
import { LEAST_NOTICE } from "../proposals.ts";
import { longDay, shortDay } from "../texts.ts";
import type { Proposal } from "./plan.ts";

export const quarterName = ({ year, quarter }: Quarter): string => `Q${quarter} ${year}`;

const MONTHS = ["Januar bis März", "April bis Juni", "Juli bis September", "Oktober bis Dezember"] as const;

const days = (count: number): string => (count === 1 ? "1 Tag" : `${count} Tage`);

function distance(fromAnchor: number): string {
  if (fromAnchor === 0) return "Genau in der Mitte des Quartals.";
  const side = fromAnchor < 0 ? "vor" : "nach";
  return `${days(Math.abs(fromAnchor))} ${side} der Quartalsmitte.`;
}

/** Why this date is proposed, in one paragraph. */
export const reasonsOf = ({ fromAnchor, notice }: Proposal): string =>
  [
    "Mitten in der Woche.",
    distance(fromAnchor),
    "Kein Feiertag, keine Schulferien, kein gesperrter Tag.",
    `Vorlauf: ${days(notice)}, nötig sind ${LEAST_NOTICE}.`,
  ].join(" ");

const OUT = {
  tooSoon: (count: number) => `${count} wegen weniger als ${LEAST_NOTICE} Tagen Vorlauf`,
  holiday: (count: number) => `${count} wegen eines Feiertags`,
  schoolHolidays: (count: number) => `${count} wegen der Schulferien`,
  blocked: (count: number) => `${count} wegen einer Sperre`,
} satisfies Record<Obstacle, (count: number) => string>;

/** Why there are few proposals or none. */
function whyFew({ days: all, out }: Weighed): string {
  const parts = (Object.keys(OUT) as Obstacle[])
    .filter((one) => out[one] > 0)
    .map((one) => OUT[one](out[one]));
  return `Von ${all} Tagen (Dienstag bis Donnerstag) fallen weg: ${parts.join(", ")}.`;
}

export const planning = {
  title: (quarter: Quarter) => `Forumstermin planen: ${quarterName(quarter)}`,
  anchor: (date: CalendarDate) =>
    `Ich suche Tage nahe der Quartalsmitte. Das ist der dritte Mittwoch im mittleren Monat: ${shortDay(date)}.`,
  proposal: (date: CalendarDate) => longDay(date),
  take: (date: CalendarDate) => `${shortDay(date)} wählen`,
  none: (weighed: Weighed) => `In diesem Quartal passt kein Tag. ${whyFew(weighed)}`,
  few: (weighed: Weighed) => `Mehr Tage mit einer Woche Abstand gibt es nicht. ${whyFew(weighed)}`,
  noneHelp: "Sie können ein anderes Quartal ansehen oder ein eigenes Datum wählen.",
  passedOver: (quarter: Quarter) =>
    `Für ${quarterName(quarter)} steht kein Forum fest, und es passt kein Tag mehr.`,
  planned: (when: string) => `In diesem Quartal steht schon ein Termin: ${when}.`,
  quarter: "Anderes Quartal",
  quarterChoice: (quarter: Quarter, isPlanned: boolean) =>
    `${quarterName(quarter)}, ${MONTHS[quarter.quarter - 1]}${isPlanned ? " (Termin steht)" : ""}`,
  showQuarter: "Quartal zeigen",
  own: "Eigenes Datum",
  poll: "Terminumfrage starten",
  holidays: "Schulferien prüfen",
} as const;

export const doubts = {
  unknownSchoolHolidays: "Für Teile dieses Quartals kenne ich die Schulferien noch nicht.",
  schoolYearOpen: "Die Schulferien für dieses Quartal sind noch nicht bestätigt.",
} satisfies Record<TableDoubt, string>;
