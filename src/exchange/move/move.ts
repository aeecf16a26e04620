/** Who may put a record into which group. Pure. */
import type { WorkingGroup } from "../../forum/forum.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { Exchange } from "../exchange.ts";

/** Who wants to move a record, as far as it matters. */
export type Mover = {
  readonly coordinator: boolean;
  /** Has recorded it. */
  readonly recorder: boolean;
  /** Ids of the groups the person is a member of. */
  readonly groups: readonly string[];
};

export type MoveRefusal =
  | "notMember"
  | "gone"
  | "notMovable"
  | "changedMeanwhile"
  | "groupOnly"
  | "sameGroup"
  | "groupGone"
  | "groupArchived"
  | "notInGroup"
  | "nowhere";

type Placed = Pick<Exchange, "group" | "visibility">;

/** Whether the person may take the record out of where it is. */
export const mayMove = ({ group }: Placed, { coordinator, recorder, groups }: Mover): boolean =>
  coordinator || (recorder && (group === null || groups.includes(group.id)));

/** Whether the person may put the record into this group; null: into none. */
export function judgeMove(
  record: Placed,
  to: WorkingGroup | null,
  mover: Mover,
): Outcome<WorkingGroup | null, MoveRefusal> {
  if (!mayMove(record, mover)) return refused("notMovable");
  if ((record.group?.id ?? null) === (to?.id ?? null)) return refused("sameGroup");
  if (to === null) return record.visibility === "group" ? refused("groupOnly") : ok(null);
  if (to.archivedAt !== undefined) return refused("groupArchived");
  return mover.coordinator || mover.groups.includes(to.id) ? ok(to) : refused("notInGroup");
}

/** All groups, and none as null, into which the person may put the record. */
export const targetsOf = (
  record: Placed,
  groups: readonly WorkingGroup[],
  mover: Mover,
): readonly (WorkingGroup | null)[] => [...groups, null].filter((to) => judgeMove(record, to, mover).ok);
