/** What people read on the overview of a year. */
import type { Quarter } from "../calendar/quarters.ts";
import type { QuarterState } from "./agenda-year.ts";

const months = {
  1: "Januar bis März",
  2: "April bis Juni",
  3: "Juli bis September",
  4: "Oktober bis Dezember",
};

/** A sign and a word: neither needs a colour, and the word says all. */
const states = {
  held: (days: string) => `✔ Gehalten: ${days}`,
  planned: (days: string) => `● Geplant: ${days}`,
  missing: () => "○ Noch kein Termin",
  none: () => "– Kein Forum",
} satisfies Record<QuarterState, (days: string) => string>;

const points = (count: number): string => (count === 1 ? "1 Thema" : `${count} Themen`);

export const year = {
  title: (of: number) => `Termine des Forums ${of}`,
  quarter: ({ quarter }: Quarter) => `Q${quarter}, ${months[quarter]}`,
  state: (state: QuarterState, days: readonly string[]) => states[state](days.join(", ")),
  dates: "Alle Termine",
  later: "Im nächsten Jahr",
  none: "In diesem Jahr ist kein Termin eingetragen.",
  held: "Das Forum hat begonnen oder ist vorbei.",
  items: (count: number) => `Tagesordnung: ${points(count)}`,
  more: (count: number) =>
    count === 1
      ? "1 früherer Termin wird hier nicht gezeigt."
      : `${count} frühere Termine werden hier nicht gezeigt.`,
  agenda: (date: string) => `Tagesordnung: ${date}`,
  show: (date: string) => `Ansehen: ${date}`,
  papers: (date: string) => `Unterlagen: ${date}`,
  plan: ({ year: of, quarter }: Quarter) => `Termin planen: Q${quarter} ${of}`,
  other: (of: number) => `Jahr ${of}`,
  subscribe: "Kalender abonnieren",
} as const;
