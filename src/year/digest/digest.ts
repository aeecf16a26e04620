/** What happened in a quarter, and how much of it fits on a card. Pure. */
import { addDays } from "../../calendar/dates.ts";
import { type Quarter, rangeOf } from "../../calendar/quarters.ts";
import { instantOn, type WallClock } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";

/** Records of a working group, or of none. */
export type GroupRecords = {
  /** Name of the group; null for records outside of any. */
  readonly group: string | null;
  readonly count: number;
  /** The newest first; `organisation` is a key. */
  readonly newest: readonly { readonly title: string; readonly organisation: string }[];
};

export const DECIDED = ["accepted", "rejected", "void"] as const;
export type Decided = {
  readonly number: number;
  readonly title: string;
  readonly state: (typeof DECIDED)[number];
  /** Name of the group; null: the Forum decided. */
  readonly group: string | null;
};

export const ENDED = ["elected", "not_elected", "cancelled"] as const;
export type EndedElection = {
  readonly office: "chair" | "deputy";
  readonly state: (typeof ENDED)[number];
  readonly winner: string | null;
};

/** Only what everybody may see: the wording of a question only once it stands on an agenda. */
export type OpenQuestions = { readonly count: number; readonly onAgenda: readonly string[] };

export type Dates = { readonly held: readonly WallClock[]; readonly coming: readonly WallClock[] };

export type Digest = {
  readonly quarter: Quarter;
  readonly records: readonly GroupRecords[];
  readonly decisions: readonly Decided[];
  readonly elections: readonly EndedElection[];
  readonly questions: OpenQuestions;
  readonly dates: Dates;
};

/** From the first instant of a quarter to the first that is too late. */
export type Span = { readonly from: Instant; readonly to: Instant };

export function spanOf(quarter: Quarter): Span {
  const { from, to } = rangeOf(quarter);
  return { from: instantOn(from, "00:00"), to: instantOn(addDays(to, 1), "00:00") };
}

/** Titles named for each group. */
export const MOST_TITLES = 5;

/** Nothing was recorded, decided, elected or held. */
export const isEmpty = ({ records, decisions, elections, dates }: Digest): boolean =>
  records.length + decisions.length + elections.length + dates.held.length === 0;

export const countOf = (records: readonly GroupRecords[]): number =>
  records.reduce((sum, { count }) => sum + count, 0);

/** How much of each part is named; the rest is counted. */
export type Room = { readonly groups: number; readonly titles: number; readonly lines: number };

/** From all there is to mere numbers: the first that fits on a card is taken. */
export const ROOMS: readonly Room[] = [
  { groups: 24, titles: MOST_TITLES, lines: 12 },
  { groups: 24, titles: 3, lines: 8 },
  { groups: 16, titles: 1, lines: 6 },
  { groups: 8, titles: 0, lines: 4 },
];
