/** What people read in the digest of a quarter. */
import { germanDate, instantOf, type WallClock } from "../../calendar/zones.ts";
import type { Decided, EndedElection } from "./digest.ts";

const OFFICES = {
  chair: "Vorsitz",
  deputy: "Stellvertretung im Vorsitz",
} satisfies Record<EndedElection["office"], string>;

const states = {
  accepted: "angenommen",
  rejected: "abgelehnt",
  void: "ungültig",
} satisfies Record<Decided["state"], string>;

const endings = {
  elected: (office, winner) => `${office}: gewählt ist ${winner}.`,
  not_elected: (office) => `${office}: Niemand ist gewählt.`,
  cancelled: (office) => `${office}: Die Wahl wurde abgebrochen.`,
} satisfies Record<EndedElection["state"], (office: string, winner: string) => string>;

export const digest = {
  title: (quarter: string) => `Überblick: ${quarter}`,
  empty: (quarter: string) =>
    `Im ${quarter} gab es keine neuen Beiträge, keine Beschlüsse, keine Wahl und kein Forum.`,
  recordsTitle: "Neue Beiträge der Arbeitsgruppen",
  noRecords: "Keine neuen Beiträge.",
  group: (name: string, count: number) => `${name}: ${count === 1 ? "1 Beitrag" : `${count} Beiträge`}`,
  noGroup: "Ohne Arbeitsgruppe",
  record: (title: string, organisation: string) => `${title} (${organisation})`,
  moreRecords: (count: number) => `und ${count} weitere`,
  moreGroups: (groups: number, count: number) =>
    `Dazu ${groups === 1 ? "eine weitere Arbeitsgruppe" : `${groups} weitere Arbeitsgruppen`}, Beiträge: ${count}.`,
  decisionsTitle: "Beschlüsse",
  noDecisions: "Keine Beschlüsse.",
  decision: ({ number, state }: Decided, title: string, group: string | null) =>
    `Nr. ${number}: ${title}, ${states[state]}${group === null ? "" : ` (Arbeitsgruppe ${group})`}`,
  more: (count: number) => `und ${count} weitere`,
  electionsTitle: "Wahlen",
  election: ({ office, state }: EndedElection, winner: string) => endings[state](OFFICES[office], winner),
  questionsTitle: "Offene Fragen zu den Regeln",
  questions: (count: number) =>
    count === 1 ? "1 Frage wartet auf eine Antwort." : `${count} Fragen warten auf eine Antwort.`,
  onAgenda: "Auf der Tagesordnung stehen davon:",
  datesTitle: "Termine des Forums",
  held: (dates: readonly WallClock[]) =>
    dates.length === 0
      ? "In diesem Quartal gab es kein Forum."
      : `Stattgefunden: ${dates.map(day).join(", ")}.`,
  coming: (dates: readonly WallClock[]) =>
    dates.length === 0
      ? "Ein nächster Termin steht noch nicht fest."
      : `Kommende Termine: ${dates.map(day).join(", ")}.`,
  find: "Alle Beiträge finden Sie mit „suche“, alle Beschlüsse mit „abstimmungen“.",
  off: "Möchten Sie diesen Überblick nicht mehr bekommen? Schreiben Sie: mitteilungen.",
} as const;

function day(at: WallClock): string {
  return germanDate(instantOf(at));
}
