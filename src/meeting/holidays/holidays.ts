/** School holidays and blocked days as the coordinator keeps them. Pure. */
import { addDays, type CalendarDate, type DateRange, datesOf, yearOf } from "../../calendar/dates.ts";
import { isBeyondTable, KNOWN_SCHOOL_HOLIDAYS } from "../../calendar/school-holidays.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { isDate, oneLine } from "../meeting.ts";

/** One entry of the table; first and last day included. */
export type SchoolHoliday = DateRange & { readonly id: string; readonly name: string };

/** A date on which the people of the Forum are elsewhere. */
export type BlockedDay = { readonly day: CalendarDate; readonly why: string };

/** What planning has to know of the calendar beside public holidays. */
export type CalendarFacts = {
  /** By first day. */
  readonly holidays: readonly SchoolHoliday[];
  /** School years whose table a coordinator has confirmed, named by the year in which they begin. */
  readonly confirmed: readonly number[];
  /** By day. */
  readonly blocked: readonly BlockedDay[];
};

export const HOLIDAY_LIMITS = { name: 60, why: 80, days: 30, length: 60 } as const;

/** School years begin on 1 August (§ 26 SchG BW). Named by the year in which they begin. */
export const schoolYearOf = (date: CalendarDate): number =>
  date.slice(5) >= "08-01" ? yearOf(date) : yearOf(date) - 1;

type Season = readonly [before: string, name: string];
const SEASONS: readonly Season[] = [
  ["02-01", "Weihnachtsferien"],
  ["05-01", "Osterferien"],
  ["07-01", "Pfingstferien"],
  ["10-01", "Sommerferien"],
  ["12-01", "Herbstferien"],
  ["13-00", "Weihnachtsferien"],
];

/** What holidays that begin on a date are called in Baden-Württemberg. */
const seasonOf = (from: CalendarDate): string =>
  SEASONS.find(([before]) => from.slice(5) < before)?.[1] ?? "Ferien";

/** The table of the project, which counts until the coordinator changes something. */
export const SHIPPED_HOLIDAYS: readonly SchoolHoliday[] = KNOWN_SCHOOL_HOLIDAYS.map(({ from, to }) => ({
  id: `shipped-${from}`,
  name: seasonOf(from),
  from,
  to,
}));

export type TableDoubt = "unknownSchoolHolidays" | "schoolYearOpen";

/** Why the table may be wrong about a date: it ends before it, or nobody has confirmed its school year. */
export function doubtAbout(
  date: CalendarDate,
  { holidays, confirmed }: Pick<CalendarFacts, "holidays" | "confirmed">,
): TableDoubt | null {
  if (isBeyondTable(date, holidays)) return "unknownSchoolHolidays";
  return confirmed.includes(schoolYearOf(date)) ? null : "schoolYearOpen";
}

/** What the forms hold, as it was entered. */
export type HolidayDraft = { readonly name: string; readonly from: string; readonly to: string };
export type HolidayProblem = "nameMissing" | "nameTooLong" | "dayUnknown" | "endsBefore" | "tooLong";

/** An entry made of what was entered; the last day may be left out. */
export function checkHoliday(raw: HolidayDraft): Outcome<Omit<SchoolHoliday, "id">, HolidayProblem> {
  const name = oneLine(raw.name);
  const from = raw.from.trim();
  const to = raw.to.trim() === "" ? from : raw.to.trim();
  if (name === "") return refused("nameMissing");
  if (name.length > HOLIDAY_LIMITS.name) return refused("nameTooLong");
  if (!isDate(from) || !isDate(to)) return refused("dayUnknown");
  if (to < from) return refused("endsBefore");
  return to > addDays(from, HOLIDAY_LIMITS.length) ? refused("tooLong") : ok({ name, from, to });
}

export type BlockedProblem =
  | "daysMissing"
  | "dayUnknown"
  | "endsBefore"
  | "tooManyDays"
  | "whyMissing"
  | "whyTooLong";

const GERMAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** 24.6.2026 or 2026-06-24 as a calendar date; null when it is none. */
function readDate(written: string): CalendarDate | null {
  const [, day, month, year] = GERMAN.exec(written) ?? [];
  const date = day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : written;
  return isDate(date) ? date : null;
}

/** The dates of one piece: a date, or first and last date with a dash between them. */
function readPiece(piece: string): Outcome<readonly CalendarDate[], BlockedProblem> {
  const ends = piece.split(/\s*(?:–|—|\bbis\b|(?<=\.\d{4})\s*-)\s*/).map(readDate);
  const [from, to = from] = ends;
  if (!from || !to || ends.length > 2) return refused("dayUnknown");
  if (to < from) return refused("endsBefore");
  return to > addDays(from, HOLIDAY_LIMITS.days) ? refused("tooManyDays") : ok(datesOf({ from, to }));
}

/** Dates in one field, separated by commas, semicolons, lines or „und“; each once, in order. */
export function readDays(written: string): Outcome<readonly CalendarDate[], BlockedProblem> {
  const pieces = written
    .split(/[,;\n]|\bund\b/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  if (pieces.length === 0) return refused("daysMissing");
  const days = new Set<CalendarDate>();
  for (const piece of pieces) {
    const read = readPiece(piece);
    if (!read.ok) return read;
    for (const day of read.value) days.add(day);
    if (days.size > HOLIDAY_LIMITS.days) return refused("tooManyDays");
  }
  return ok([...days].sort());
}

export type BlockedDraft = { readonly days: string; readonly why: string };

/** Blocked days made of what was entered. The reason is that of all of them. */
export function checkBlocked(raw: BlockedDraft): Outcome<readonly BlockedDay[], BlockedProblem> {
  const days = readDays(raw.days);
  if (!days.ok) return days;
  const why = oneLine(raw.why);
  if (why === "") return refused("whyMissing");
  if (why.length > HOLIDAY_LIMITS.why) return refused("whyTooLong");
  return ok(days.value.map((day) => ({ day, why })));
}
