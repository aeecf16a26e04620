/** The Forum: organisations, working groups, and what belongs to them. Types and rules, pure. */
import { fold } from "../search/fold.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { seenOrNothing } from "../turn/unseen.ts";

export type OrganisationKind =
  | "Gemeinde"
  | "Stadt"
  | "Große Kreisstadt"
  | "Landkreis"
  | "Zweckverband"
  | "IT-Dienstleister";

/** A municipality, the county, or an associated organisation. Dates are calendar dates, YYYY-MM-DD. */
export type Organisation = {
  readonly key: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** One of the 36 signatories. An associated organisation may offer, never vote, and is marked. */
  readonly party: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
};

export type WorkingGroup = {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly purpose: string;
  /** A function or an office, not a private person. */
  readonly contact: string;
  /** When its work was closed; absent while it goes on. */
  readonly archivedAt?: Instant;
};

export type GroupDraft = Omit<WorkingGroup, "id" | "archivedAt">;

export const GROUP_LIMITS = { name: 60, topic: 120, purpose: 400, contact: 120 } as const;

export type GroupRefusal =
  | "notCoordinator"
  | "notMember"
  | "notInPersonalChat"
  | "nameMissing"
  | "topicMissing"
  | "tooLong"
  | "nameTaken"
  | "placeTaken"
  | "forumElsewhere"
  | "groupGone"
  | "groupArchived"
  | "placeGone";

/** Two groups with the same key would be taken for one another. */
export const groupKey = (name: string): string => fold(name);

const tidy = (value: string): string => seenOrNothing(value.replace(/\s+/g, " ").trim());

/** White space tidied; name and topic are required, purpose and contact may stay empty. */
export function checkGroup(draft: GroupDraft): Outcome<GroupDraft, GroupRefusal> {
  const group = {
    name: tidy(draft.name),
    topic: tidy(draft.topic),
    purpose: tidy(draft.purpose),
    contact: tidy(draft.contact),
  };
  if (groupKey(group.name) === "") return refused("nameMissing");
  if (group.topic === "") return refused("topicMissing");
  const fields = ["name", "topic", "purpose", "contact"] as const;
  if (fields.some((field) => group[field].length > GROUP_LIMITS[field])) return refused("tooLong");
  return ok(group);
}

/** What a channel or group chat is for. */
export type PlaceUse =
  | { readonly kind: "none" }
  | { readonly kind: "forum" }
  | { readonly kind: "group"; readonly group: WorkingGroup };

/** Who works in a group: organisations with the number of people, and the parties that send nobody. */
export type Attendance = {
  readonly present: readonly { readonly organisation: Organisation; readonly people: number }[];
  readonly missing: readonly Organisation[];
  /** How many parties take part in the Forum, whether they send somebody or not. */
  readonly parties: number;
};

/** Counts members by organisation. A party whose time is over on `today` (calendar date) is not missing. */
export function attendance(
  organisations: readonly Organisation[],
  memberOrganisations: readonly string[],
  today: string,
): Attendance {
  const count = new Map<string, number>();
  for (const key of memberOrganisations) count.set(key, (count.get(key) ?? 0) + 1);
  const takesPart = (one: Organisation) =>
    one.party && one.validFrom <= today && (one.validTo === null || today <= one.validTo);
  return {
    present: organisations
      .filter((one) => count.has(one.key))
      .map((organisation) => ({ organisation, people: count.get(organisation.key) ?? 0 })),
    missing: organisations.filter((one) => takesPart(one) && !count.has(one.key)),
    parties: organisations.filter(takesPart).length,
  };
}
