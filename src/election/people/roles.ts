/**
 * Election officer and scrutineers: who may be one. They are named before the nominations begin; whoever
 * stands later hands over. Pure.
 */
import { type Outcome, ok, refused } from "../../system/outcome.ts";

export type RoleRefusal =
  | "officer-missing"
  | "two-scrutineers"
  | "one-person-two-roles"
  | "role-coordinator"
  | "role-candidate"
  | "scrutineers-same-party"
  | "role-same-party";

export type RolePerson = {
  readonly memberId: string;
  readonly party: string;
  readonly coordinator: boolean;
};
export type Standing = { readonly memberId: string | null; readonly party: string | null };

/** The county's own rule: where the Landkreis stands, nobody of the Landkreis organises the election. */
const COUNTY = "landkreis-loerrach";
const NEEDED = 2;

function judgePerson(one: RolePerson, standing: readonly Standing[]): RoleRefusal | null {
  if (one.coordinator) return "role-coordinator";
  if (standing.some((candidate) => candidate.memberId === one.memberId)) return "role-candidate";
  const county = one.party === COUNTY && standing.some((candidate) => candidate.party === COUNTY);
  return county ? "role-same-party" : null;
}

/**
 * One officer and two scrutineers: three people, none of them coordinates or stands, the scrutineers from
 * two municipalities of which nobody stands.
 */
export function checkRoles(
  officer: RolePerson | null,
  scrutineers: readonly RolePerson[],
  standing: readonly Standing[],
): Outcome<null, RoleRefusal> {
  if (!officer) return refused("officer-missing");
  if (scrutineers.length !== NEEDED) return refused("two-scrutineers");
  const people = [officer, ...scrutineers];
  if (new Set(people.map((one) => one.memberId)).size !== people.length)
    return refused("one-person-two-roles");
  for (const one of people) {
    const refusal = judgePerson(one, standing);
    if (refusal) return refused(refusal);
  }
  if (new Set(scrutineers.map((one) => one.party)).size !== NEEDED) return refused("scrutineers-same-party");
  const parties = new Set(standing.map((candidate) => candidate.party));
  if (scrutineers.some((one) => parties.has(one.party))) return refused("role-same-party");
  return ok(null);
}
