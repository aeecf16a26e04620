/** Who hands over and who takes over, when the people who lead and watch an election are named anew. Pure. */
import type { Eligible, NewRole } from "../elections.repository.ts";
import type { StoredRole } from "../stored.ts";
import type { RoleRefusal } from "./roles.ts";

export type OfficerRefusal = RoleRefusal | "gone" | "not-coordinator" | "round-open";

/** Member ids. */
export type Named = { readonly officer: string; readonly scrutineers: readonly string[] };

export type HandedOver = {
  readonly given: readonly Omit<NewRole, "since">[];
  readonly ended: readonly StoredRole[];
};

type People = {
  readonly officer: Eligible;
  readonly scrutineers: readonly Eligible[];
};

/** `inCharge` are the roles of today. Who keeps a role is in neither list. */
export function handOver(inCharge: readonly StoredRole[], { officer, scrutineers }: People): HandedOver {
  const role = (kind: NewRole["role"]) => (one: Eligible) => ({
    ...{ memberId: one.memberId, name: one.name, party: one.party, role: kind },
  });
  const wanted = [role("officer")(officer), ...scrutineers.map(role("scrutineer"))];
  const same = (a: { memberId: string; role: string }, b: { memberId: string; role: string }): boolean =>
    a.memberId === b.memberId && a.role === b.role;
  return {
    given: wanted.filter((one) => !inCharge.some((now) => same(now, one))),
    ended: inCharge.filter((now) => !wanted.some((one) => same(now, one))),
  };
}
