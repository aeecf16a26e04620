/** What a search is restricted to. Pure. */
import type { Instant } from "../../system/clock.ts";
import type { Kind, Offer, Stage } from "../exchange.ts";
import type { IndexRow } from "../repository.ts";
import type { Restriction } from "./restrictions.ts";

export type Filters = {
  readonly kind?: Kind;
  readonly stage?: Stage;
  readonly offer?: Offer;
  /** Key of an organisation. */
  readonly party?: string;
  /** Id of a group. */
  readonly group?: string;
  /** From this instant on, and before that one. */
  readonly since?: Instant;
  readonly until?: Instant;
};

export const FILTER_NAMES = ["kind", "stage", "offer", "party", "group", "since", "until"] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

type About = Pick<IndexRow, "kind" | "stage" | "offer" | "organisation" | "groupId" | "recordedAt">;

/** Restrictions as filters. */
export const filtersOf = (restrictions: readonly Restriction[]): Filters =>
  Object.fromEntries(restrictions.map(({ name, value }) => [name, value]));

/** Whether a record holds to all of them. */
export const meets = (about: About, filters: Filters): boolean =>
  (filters.kind === undefined || about.kind === filters.kind) &&
  (filters.stage === undefined || about.stage === filters.stage) &&
  (filters.offer === undefined || about.offer === filters.offer) &&
  (filters.party === undefined || about.organisation === filters.party) &&
  (filters.group === undefined || about.groupId === filters.group) &&
  (filters.since === undefined || about.recordedAt >= filters.since) &&
  (filters.until === undefined || about.recordedAt < filters.until);
