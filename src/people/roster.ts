/** One line of the list of people: who, of which organisation, as what. Pure. */
import { fold } from "../search/fold.ts";
import { LONGEST_NAME, tidyName } from "./people.ts";

export const COLUMNS = {
  ...{ organisation: "Organisation", name: "Name", functions: "Funktion", aadObjectId: "Entra-Objekt-ID" },
  ...{ tenantId: "Mandant", groups: "Arbeitsgruppen" },
} as const;
export type Column = keyof typeof COLUMNS;
export const ORDER = Object.keys(COLUMNS) as Column[];
export const NEEDED: readonly Column[] = ["organisation", "name", "functions", "aadObjectId"];

/** What a list can make somebody. Everything else is decided by an election or by its coordinators. */
export type RosterFunction = "delegate" | "deputy" | "coordinator" | "member";

/** By their letters alone: „Delegierte/r“ and „Delegierte(r)“ are one word. */
const FUNCTIONS: Readonly<Record<RosterFunction, readonly string[]>> = {
  delegate: ["delegierte", "delegierter"],
  deputy: ["stellvertretung", "stellvertreter", "stellvertreterin", "stellvertretende", "vertretung"],
  coordinator: ["koordination", "koordinator", "koordinatorin"],
  member: ["mitglied"],
};

export type RosterRow = {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly organisation: string;
  readonly name: string;
  readonly functions: readonly RosterFunction[];
  /** In lower case. */
  readonly aadObjectId: string;
  readonly tenantId: string;
  /** Ids of working groups. */
  readonly groups: readonly string[];
};

/** Why a line cannot be taken; the words are in roster.texts.ts. */
export type RosterFault =
  | { readonly kind: "organisation" | "function" | "group" | "tenant"; readonly said: string }
  | { readonly kind: "nameMissing" | "nameTooLong" | "objectId" | "shape" | "open" | "functionMissing" }
  | { readonly kind: "twice"; readonly line: number }
  | { readonly kind: "twoDelegates"; readonly line: number }
  | {
      readonly kind:
        | ("noSeat" | "seatTaken" | "roundOpen" | "isDelegate" | "otherSeat" | "holdsSeat")
        | ("yourself" | "hasLeft" | "groupClosed" | "bothOnSeat");
    };

export const letters = (said: string): string => fold(said).replace(/[^a-z]/g, "");

export type RosterPlaces = {
  /** Key of the one organisation that is meant; undefined: none or several. */
  readonly organisation: (said: string) => string | undefined;
  readonly group: (said: string) => { readonly id: string; readonly closed: boolean } | undefined;
  /** Tenant of those for whom the list names none. */
  readonly tenant: string;
  readonly isServed: (tenantId: string) => boolean;
};

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type Cells = Readonly<Record<Column, string>>;

const parts = (said: string): readonly string[] =>
  said
    .split("|")
    .map((one) => one.trim())
    .filter((one) => one !== "");

function functionsIn(said: string): { found: readonly RosterFunction[]; faults: readonly RosterFault[] } {
  const words = parts(said);
  if (words.length === 0) return { found: [], faults: [{ kind: "functionMissing" }] };
  const known = Object.entries(FUNCTIONS) as [RosterFunction, readonly string[]][];
  const read = words.map((word) => known.find(([, names]) => names.includes(letters(word)))?.[0]);
  const unknown = words.filter((_, at) => read[at] === undefined);
  const found = [...new Set(read.filter((one) => one !== undefined))];
  const both = found.includes("delegate") && found.includes("deputy");
  return {
    found,
    faults: [
      ...unknown.map((word) => ({ kind: "function" as const, said: word })),
      ...(both ? [{ kind: "bothOnSeat" as const }] : []),
    ],
  };
}

function groupsIn(said: string, places: RosterPlaces) {
  const found = parts(said).map((name) => ({ name, group: places.group(name) }));
  const faults = found.flatMap(({ name, group }): readonly RosterFault[] => {
    if (!group) return [{ kind: "group", said: name }];
    return group.closed ? [{ kind: "groupClosed" }] : [];
  });
  return { ids: found.flatMap(({ group }) => group?.id ?? []), faults };
}

function nameFaults(name: string): readonly RosterFault[] {
  if (name === "") return [{ kind: "nameMissing" }];
  return name.length > LONGEST_NAME ? [{ kind: "nameTooLong" }] : [];
}

/** One line read, or all that is wrong with it. */
export function rowOf(line: number, cells: Cells, places: RosterPlaces): RosterRow | readonly RosterFault[] {
  const organisation = places.organisation(cells.organisation);
  const name = tidyName(cells.name);
  const functions = functionsIn(cells.functions);
  const groups = groupsIn(cells.groups, places);
  const aadObjectId = cells.aadObjectId.toLowerCase().replace(/^\{(.*)\}$/, "$1");
  const tenantId = (cells.tenantId === "" ? places.tenant : cells.tenantId).toLowerCase();
  const served = GUID.test(tenantId) && places.isServed(tenantId);
  const faults: readonly RosterFault[] = [
    ...(organisation === undefined ? [{ kind: "organisation" as const, said: cells.organisation }] : []),
    ...nameFaults(name),
    ...functions.faults,
    ...(GUID.test(aadObjectId) ? [] : [{ kind: "objectId" as const }]),
    ...(served ? [] : [{ kind: "tenant" as const, said: cells.tenantId }]),
    ...groups.faults,
  ];
  if (faults.length > 0 || organisation === undefined) return faults;
  return { line, organisation, name, functions: functions.found, aadObjectId, tenantId, groups: groups.ids };
}
