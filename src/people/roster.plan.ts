/** What a list of people would change. It only ever adds and corrects: it takes nothing away from anybody. Pure. */
import type { StandingSeat } from "../forum/seats.ts";
import type { LineFault } from "./roster.file.ts";
import type { RosterFault, RosterRow } from "./roster.ts";

export type Known = {
  readonly memberId: string;
  /** Tenant and object id in lower case, parted by a bar. */
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  readonly left: boolean;
  readonly coordinates: boolean;
  /** Ids of groups. */
  readonly groups: readonly string[];
};

export type RosterState = {
  readonly people: readonly Known[];
  readonly seats: readonly StandingSeat[];
  /** A round is open: nobody is given a seat. */
  readonly frozen: boolean;
  /** `key` of the person who imports; null: the operator at the command line. */
  readonly by: string | null;
};

/** What happens for one line; everything empty: it says what is known already. */
export type RosterStep = {
  readonly row: RosterRow;
  /** Null: a new person. */
  readonly known: Known | null;
  readonly changed: readonly ("name" | "organisation")[];
  readonly seat: "delegate" | "deputy" | null;
  readonly appoint: boolean;
  readonly join: readonly string[];
};

export type RosterPlan = { readonly steps: readonly RosterStep[]; readonly faults: readonly LineFault[] };

export const keyOf = ({ tenantId, aadObjectId }: { tenantId: string; aadObjectId: string }): string =>
  `${tenantId}|${aadObjectId}`.toLowerCase();

const belongsTo = (seats: readonly StandingSeat[], memberId: string): StandingSeat | undefined =>
  seats.find((seat) => seat.delegateId === memberId || seat.deputies.includes(memberId));

type Wanted = "delegate" | "deputy" | null;

/** The rules of the chat: a seat that somebody has is not given, nobody names himself, one seat per person. */
function seatFault(
  row: RosterRow,
  wanted: Wanted,
  known: Known | null,
  state: RosterState,
): RosterFault | null {
  if (wanted === null) return null;
  const seat = state.seats.find((one) => one.party === row.organisation);
  if (!seat) return { kind: "noSeat" };
  if (keyOf(row) === state.by) return { kind: "yourself" };
  const own = known && belongsTo(state.seats, known.memberId);
  if (own && own.party !== row.organisation) return { kind: "otherSeat" };
  if (wanted === "deputy") return own?.delegateId === known?.memberId && own ? { kind: "isDelegate" } : null;
  if (seat.holderId !== null || seat.delegateId !== null) return { kind: "seatTaken" };
  return state.frozen ? { kind: "roundOpen" } : null;
}

/** The part in a seat that this line adds; null: none, or the person has it. */
function wantedSeat({ functions, organisation }: RosterRow, known: Known | null, state: RosterState): Wanted {
  const seat = state.seats.find((one) => one.party === organisation);
  if (functions.includes("delegate")) return known && seat?.delegateId === known.memberId ? null : "delegate";
  if (!functions.includes("deputy")) return null;
  return known && seat?.deputies.includes(known.memberId) ? null : "deputy";
}

function judge(row: RosterRow, state: RosterState): RosterStep | RosterFault {
  const known = state.people.find((one) => one.key === keyOf(row)) ?? null;
  if (known?.left) return { kind: "hasLeft" };
  const changed = known ? (["name", "organisation"] as const).filter((one) => known[one] !== row[one]) : [];
  const own = known && belongsTo(state.seats, known.memberId);
  if (own && changed.includes("organisation")) return { kind: "holdsSeat" };
  const seat = wantedSeat(row, known, state);
  const fault = seatFault(row, seat, known, state);
  if (fault) return fault;
  const appoint = row.functions.includes("coordinator") && !known?.coordinates;
  if (appoint && keyOf(row) === state.by) return { kind: "yourself" };
  return { row, known, changed, seat, appoint, join: row.groups.filter((id) => !known?.groups.includes(id)) };
}

export const isChange = ({ known, changed, seat, appoint, join }: RosterStep): boolean =>
  known !== null && (changed.length > 0 || seat !== null || appoint || join.length > 0);

/** With one fault nothing of the list may be done. */
export function planRoster(rows: readonly RosterRow[], state: RosterState): RosterPlan {
  const judged = rows.map((row) => ({ line: row.line, made: judge(row, state) }));
  return {
    steps: judged.flatMap(({ made }) => ("row" in made ? [made] : [])),
    faults: judged.flatMap(({ line, made }) => ("row" in made ? [] : [{ line, fault: made }])),
  };
}

export type RosterCounts = { readonly created: number; readonly changed: number; readonly unchanged: number };

export function countsOf({ steps }: RosterPlan): RosterCounts {
  const created = steps.filter(({ known }) => known === null).length;
  const changed = steps.filter(isChange).length;
  return { created, changed, unchanged: steps.length - created - changed };
}
