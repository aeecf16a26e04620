/** The people of the Forum as the coordination sees them: their part, and whether messages reach them. Pure. */
import { fold } from "../search/fold.ts";

export type PersonRole = "delegate" | "deputy" | "coordinator" | "chair" | "officer" | "scrutineer";

/**
 * `reached`: has a chat to which messages go. `unwritten`: entered from a list, has never written. `silent`: has no
 * living chat. `unserved`: of a tenant that is not served any more.
 */
export type Reach = "reached" | "unwritten" | "silent" | "unserved";

export type Person = {
  readonly memberId: string;
  readonly tenantId: string;
  readonly aadObjectId: string;
  readonly name: string;
  /** Key of an organisation. */
  readonly organisation: string;
  readonly roles: readonly PersonRole[];
  /** Named in the configuration as coordinator. */
  readonly configured: boolean;
  readonly reach: Reach;
  /** Names of working groups that go on. */
  readonly groups: readonly string[];
};

export const PER_PAGE = 8;
/** Longest search word, in UTF-16 units. */
export const LONGEST_WORD = 60;

export type PeoplePage = {
  readonly people: readonly Person[];
  readonly page: number;
  readonly pages: number;
  /** How many fit the word, and how many there are. */
  readonly found: number;
  readonly all: number;
  readonly notReached: number;
};

type Label = (organisation: string) => string;

const compare = new Intl.Collator("de").compare;

/** By name of the organisation, then of the person. */
export const sorted = (people: readonly Person[], label: Label): readonly Person[] =>
  [...people].sort(
    (a, b) =>
      compare(label(a.organisation), label(b.organisation)) ||
      compare(a.name, b.name) ||
      compare(a.memberId, b.memberId),
  );

/** One page of those whose name, organisation or part says every word; a page that is not there is the last one. */
export function pageOf(
  people: readonly Person[],
  { word, page, label, part }: { word: string; page: number; label: Label; part: (one: Person) => string },
): PeoplePage {
  const wanted = fold(word)
    .split(" ")
    .filter((one) => one !== "");
  const said = (one: Person) => fold(`${one.name} ${label(one.organisation)} ${part(one)}`);
  const found = sorted(people, label).filter((one) => wanted.every((each) => said(one).includes(each)));
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  return {
    people: found.slice((at - 1) * PER_PAGE, at * PER_PAGE),
    ...{ page: at, pages, found: found.length, all: people.length },
    notReached: people.filter(({ reach }) => reach !== "reached").length,
  };
}

export type PersonRefusal =
  | "notCoordinator"
  | "personalOnly"
  | "unknownPerson"
  | "nameMissing"
  | "nameTooLong"
  | "organisationUnknown"
  | "holdsSeat"
  | "nothingChanged"
  | "notYourself"
  | "configured"
  | "last";

export const LONGEST_NAME = 200;

export type Correction = { readonly name: string; readonly organisation: string };

/** What a correction changes; the organisation stays while the person belongs to a seat. */
export function judgeCorrection(
  before: Correction | undefined,
  said: Correction,
  seat: string | null,
  knows: (organisation: string) => boolean,
): { readonly changed: readonly ("name" | "organisation")[] } | PersonRefusal {
  if (!before) return "unknownPerson";
  if (said.name === "") return "nameMissing";
  if (said.name.length > LONGEST_NAME) return "nameTooLong";
  if (!knows(said.organisation)) return "organisationUnknown";
  const changed = (["name", "organisation"] as const).filter((one) => before[one] !== said[one]);
  if (changed.length === 0) return "nothingChanged";
  return changed.includes("organisation") && seat !== null && seat !== said.organisation
    ? "holdsSeat"
    : { changed };
}

/** A name as it is kept: white space tidied. */
export const tidyName = (said: string): string => said.replace(/\s+/g, " ").trim();
