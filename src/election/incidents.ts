/**
 * Numbers for the minutes: votes delivered twice, votes that came too late. Kept in memory and written by the
 * clock, at most every 15 minutes, because a row written with a vote would tell when somebody voted.
 */
import type { Instant } from "../system/clock.ts";
import type { RoundName } from "./seal.ts";

export type Incident = "duplicates" | "late";
export type Counted = { readonly name: RoundName; readonly duplicates: number; readonly late: number };

export type Incidents = {
  readonly note: (name: RoundName, what: Incident) => void;
  /** What was noted since the last time, and forgets it; nothing while the last time is too near. */
  readonly take: (now: Instant) => readonly Counted[];
};

const EVERY_MS = 15 * 60_000;

/** Those noted before a restart of the process are lost. */
export function createIncidents(): Incidents {
  const noted = new Map<string, { name: RoundName; duplicates: number; late: number }>();
  let taken = Number.NEGATIVE_INFINITY;
  return {
    note: (name, what) => {
      const key = `${name.electionId}|${name.round}`;
      const counts = noted.get(key) ?? { name, duplicates: 0, late: 0 };
      counts[what] += 1;
      noted.set(key, counts);
    },
    take: (now) => {
      if (noted.size === 0 || now < taken + EVERY_MS) return [];
      taken = now;
      const all = [...noted.values()];
      noted.clear();
      return all;
    },
  };
}
