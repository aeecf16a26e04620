/** What has been recorded in the quarters of the last years. Pure. */
import { type Quarter, rangeOf } from "../../calendar/quarters.ts";
import { berlinDate } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";
import { KINDS, type Kind } from "../exchange.ts";

export type Happened = {
  /** Kind of a record; null: an experience added to one. */
  readonly kind: Kind | null;
  readonly at: Instant;
  /** Name of the group; null for none. */
  readonly group: string | null;
};

export type QuarterActivity = {
  readonly quarter: Quarter;
  readonly records: number;
  readonly kinds: Readonly<Record<Kind, number>>;
  readonly experiences: number;
};
export type GroupActivity = {
  readonly group: string | null;
  readonly records: number;
  readonly experiences: number;
};
export type Activity = {
  /** The oldest first; without what lies before the first thing that happened, but at least one. */
  readonly quarters: readonly QuarterActivity[];
  /** Most records first. */
  readonly groups: readonly GroupActivity[];
};

/** Two years: longer would not fit on a phone. */
export const MOST_QUARTERS = 8;

const quarterOf = (at: Instant): Quarter => {
  const [year = "", month = ""] = berlinDate(at).split("-");
  return { year: Number(year), quarter: Math.ceil(Number(month) / 3) as Quarter["quarter"] };
};
const keyOf = ({ year, quarter }: Quarter): string => `${year}-${quarter}`;
const before = ({ year, quarter }: Quarter): Quarter =>
  quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: (quarter - 1) as Quarter["quarter"] };

/** The quarter of `now` and those before it, the oldest first. */
function lastQuarters(now: Instant): readonly Quarter[] {
  const all = [quarterOf(now)];
  for (let one = all[0]; one && all.length < MOST_QUARTERS; one = all.at(-1)) all.push(before(one));
  return all.reverse();
}

/** First day of what is shown, a calendar date. */
export const firstDay = (now: Instant): string => {
  const [oldest] = lastQuarters(now);
  return oldest ? rangeOf(oldest).from : berlinDate(now);
};

const count = (all: readonly Happened[]) => ({
  records: all.filter(({ kind }) => kind !== null).length,
  experiences: all.filter(({ kind }) => kind === null).length,
});

const grouped = <K>(all: readonly Happened[], keyFor: (one: Happened) => K): Map<K, Happened[]> => {
  const groups = new Map<K, Happened[]>();
  for (const one of all) {
    const key = keyFor(one);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return groups;
};

/** What lies before the first quarter shown or after the present one is left out. */
export function activityOf(happened: readonly Happened[], now: Instant): Activity {
  const shown = lastQuarters(now);
  const keys = new Set(shown.map(keyOf));
  const within = happened.filter(({ at }) => keys.has(keyOf(quarterOf(at))));
  const byQuarter = grouped(within, ({ at }) => keyOf(quarterOf(at)));
  const quarters = shown.map((quarter) => {
    const own = byQuarter.get(keyOf(quarter)) ?? [];
    const kinds = Object.fromEntries(
      KINDS.map((kind) => [kind, own.filter((one) => one.kind === kind).length]),
    ) as Record<Kind, number>;
    return { quarter, kinds, ...count(own) };
  });
  const first = quarters.findIndex((one) => one.records + one.experiences > 0);
  const groups = [...grouped(within, ({ group }) => group)]
    .map(([group, own]) => ({ group, ...count(own) }))
    .sort(
      (a, b) =>
        b.records - a.records ||
        b.experiences - a.experiences ||
        (a.group ?? "").localeCompare(b.group ?? "", "de"),
    );
  return { quarters: quarters.slice(first === -1 ? -1 : first), groups };
}

/** How long a bar is, in parts of `most`; whatever there is has at least one. */
export const share = (value: number, most: number, parts: number): number =>
  value === 0 || most === 0 ? 0 : Math.max(1, Math.round((value / most) * parts));
