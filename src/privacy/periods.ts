/** How long what is kept: one table, with what counts unless it is configured otherwise. Pure. */

const DAY_MS = 86_400_000;

/** Days. */
export const PERIODS = {
  /** The row of a person who has left. */
  profile: 30,
  /** Who voted for a party, who was its delegate and who stood in, after the answer of the person elected. */
  register: 183,
  /** What only the members of a working group could read, after the group was closed. */
  group: 365,
  /** That something about a person was changed. */
  change: 365,
  /** Requests about one's own data, after they were settled. */
  request: 365,
  /** Messages that were sent or given up, and links that have ended. */
  message: 30,
  /** That a form or a message was dealt with. */
  action: 30,
} as const;

export type Period = keyof typeof PERIODS;
export type Periods = Readonly<Record<Period, number>>;

/** Ten years: longer is no retention period but an archive. */
const LONGEST_DAYS = 3_653;

const isPeriod = (name: string): name is Period => Object.hasOwn(PERIODS, name);

/**
 * `profile=30,register=183`; what is not named keeps its default. Null where a name is unknown or twice, or a number
 * is no whole number of days from 1 to ten years.
 */
export function periodsFrom(text: string): Periods | null {
  const chosen = new Map<Period, number>();
  for (const part of text.split(/[,;]/).map((one) => one.trim())) {
    if (part === "") continue;
    const [name = "", days = ""] = part.split("=").map((one) => one.trim());
    if (!isPeriod(name) || chosen.has(name) || !/^\d{1,4}$/.test(days) || part.split("=").length !== 2)
      return null;
    const number = Number(days);
    if (number < 1 || number > LONGEST_DAYS) return null;
    chosen.set(name, number);
  }
  return { ...PERIODS, ...Object.fromEntries(chosen) };
}

export const msOf = (days: number): number => days * DAY_MS;
