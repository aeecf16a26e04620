/** Reads from the words of a search since when or in which year: "seit 2025", "ab März 2024", "letztes Jahr". Pure. */
import { instantOn } from "../../calendar/zones.ts";
import type { Restriction } from "./restrictions.ts";

const MONTHS = "januar februar marz april mai juni juli august september oktober november dezember".split(
  " ",
);
/** First month of a season or part of a year, from 1. */
const PARTS: Readonly<Record<string, number>> = {
  ...{ anfang: 1, jahresanfang: 1, "dem fruhjahr": 3, fruhjahr: 3, fruhling: 3 },
  ...{ mitte: 7, sommer: 6, herbst: 9, ende: 10, winter: 12 },
};

const YEAR = "(20[0-4]\\d)";
const MONTH = `(${MONTHS.map((month) => `${month}|${month.slice(0, 3)}\\.?`).join("|")})`;
const FROM = "(?:seit|ab|von|nach|neuer als|junger als|(?:erst )?seit dem|ab dem)";
const UNTIL = "(?:bis(?: zum)?|vor(?: dem)?|alter als)";

type Dates = { readonly since?: string; readonly until?: string };
type Reader = readonly [RegExp, (found: RegExpExecArray, today: string) => Dates | undefined];

const two = (value: number): string => String(value).padStart(2, "0");
/** Calendar date of the first of a month; months beyond the twelfth belong to the next year. */
const first = (year: number, month: number): string => {
  const months = year * 12 + month - 1;
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}-01`;
};
const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const monthOf = (name: string): number => MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
const yearOf = (today: string): number => Number(today.slice(0, 4));

const NUMBERS = ["null", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn"];
const numberOf = (said: string): number => {
  const at = NUMBERS.findIndex((name) => said.startsWith(name) && (name !== "ein" || said.length <= 6));
  return at >= 0 ? at : Number(said);
};

function ago(today: string, count: number, unit: string): string {
  const [year = 0, month = 1] = today.split("-").map(Number);
  if (unit.startsWith("jahr")) return `${year - count}${today.slice(4)}`.replace("-02-29", "-02-28");
  if (unit.startsWith("monat")) return `${first(year, month - count).slice(0, 8)}01`;
  return new Date(Date.parse(`${today}T00:00:00Z`) - count * 7 * 86_400_000).toISOString().slice(0, 10);
}

const dateIn = (day: string, month: string, year: string): string | undefined => {
  const date = `${year}-${two(Number(month))}-${two(Number(day))}`;
  return Number.isNaN(Date.parse(`${date}T00:00:00Z`)) ? undefined : date;
};

/** Readers in the order in which they are tried: the more exact first. */
const READERS: readonly Reader[] = [
  [
    new RegExp(`\\b(?:zwischen|von) ${YEAR} (?:und|bis) ${YEAR}\\b`),
    (m) => ({ since: `${m[1]}-01-01`, until: first(Number(m[2]) + 1, 1) }),
  ],
  [
    new RegExp(`\\b${FROM} (?:dem )?(\\d{1,2})\\. ?(\\d{1,2})\\. ?${YEAR}\\b`),
    (m) => {
      const since = dateIn(m[1] ?? "", m[2] ?? "", m[3] ?? "");
      return since ? { since } : undefined;
    },
  ],
  [new RegExp(`\\b${FROM} ${YEAR}-(\\d{2})-(\\d{2})\\b`), (m) => ({ since: `${m[1]}-${m[2]}-${m[3]}` })],
  [new RegExp(`\\b${FROM} ${YEAR}-(\\d{2})\\b`), (m) => ({ since: `${m[1]}-${m[2]}-01` })],
  [
    new RegExp(`\\b${FROM} ${MONTH} ${YEAR}\\b`),
    (m) => ({ since: first(Number(m[2]), monthOf(m[1] ?? "")) }),
  ],
  [
    new RegExp(
      `\\b${FROM} (anfang|mitte|ende|sommer|fruhjahr|fruhling|herbst|winter)(?: des jahres)? ${YEAR}\\b`,
    ),
    (m) => ({ since: first(Number(m[2]), PARTS[m[1] ?? ""] ?? 1) }),
  ],
  [new RegExp(`\\bnach ${YEAR}\\b`), (m) => ({ since: `${Number(m[1]) + 1}-01-01` })],
  [new RegExp(`\\b${FROM} (?:dem )?(?:jahr )?${YEAR}\\b`), (m) => ({ since: `${m[1]}-01-01` })],
  [new RegExp(`\\bbis(?: ende)? ${YEAR}\\b`), (m) => ({ until: first(Number(m[1]) + 1, 1) })],
  [new RegExp(`\\b${UNTIL} ${YEAR}\\b`), (m) => ({ until: `${m[1]}-01-01` })],
  [
    new RegExp(`\\b(?:im |in )?${MONTH} ${YEAR}\\b`),
    (m) => ({
      since: first(Number(m[2]), monthOf(m[1] ?? "")),
      until: first(Number(m[2]), monthOf(m[1] ?? "") + 1),
    }),
  ],
  [
    new RegExp(`\\b(?:im jahr|in|aus|aus dem jahr|des jahres|von|jahr)? ?${YEAR}(?:er)?(?![-.\\d])\\b`),
    (m) => ({ since: `${m[1]}-01-01`, until: first(Number(m[1]) + 1, 1) }),
  ],
  [
    /\b(?:seit |in )?(?:diesem|dieses|laufenden) jahr(?:es)?\b|\bheuer\b/,
    (_, today) => ({ since: `${yearOf(today)}-01-01` }),
  ],
  [
    /\bseit (?:letztem|vorigem|vergangenem|dem letzten) jahr\b/,
    (_, today) => ({ since: `${yearOf(today) - 1}-01-01` }),
  ],
  [
    /\b(?:im )?(?:letzten|letztes|voriges|vorigen|vergangenen|vergangenes) jahr(?:es)?\b/,
    (_, today) => ({ since: `${yearOf(today) - 1}-01-01`, until: `${yearOf(today)}-01-01` }),
  ],
  [
    /\b(?:in den |der |die )?(?:letzten|vergangenen) (\d{1,2}|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn) (jahren?|monaten?|wochen)\b/,
    (m, today) => ({ since: ago(today, numberOf(m[1] ?? "1"), m[2] ?? "") }),
  ],
  [
    /\bseit (\d{1,2}|einem|zwei|drei|vier|funf|sechs) (jahren?|monaten?|wochen)\b/,
    (m, today) => ({ since: ago(today, numberOf(m[1] ?? "1"), m[2] ?? "") }),
  ],
];

/** A date without its time: the Forum's day begins at midnight in Berlin, records are imported in UTC. */
const startOf = (date: string): number => instantOn(date as Parameters<typeof instantOn>[0], "00:00");

/** Up to two restrictions (from, until) of the first period in the text; `take` removes its words. */
export function readPeriod(
  text: string,
  today: string,
  take: (found: RegExpExecArray) => void,
): readonly Restriction[] {
  for (const [pattern, read] of READERS) {
    const found = pattern.exec(text);
    const dates = found ? read(found, today) : undefined;
    if (!found || !dates) continue;
    // A year far ahead is part of what is sought: "Ladesäulen bis 2030".
    const latest = dates.since ?? dates.until ?? today;
    if (latest > nextDay(today) && Number(latest.slice(0, 4)) > yearOf(today) + 1) continue;
    take(found);
    const said = found[0].trim();
    return [
      ...(dates.since ? [{ name: "since" as const, value: startOf(dates.since), said }] : []),
      ...(dates.until ? [{ name: "until" as const, value: startOf(dates.until), said }] : []),
    ];
  }
  return [];
}
