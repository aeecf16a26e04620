/** Whether officer and scrutineers of an election fit those who stand, and handing over where they do not. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { ElectionDeps } from "../service.ts";
import { stuckNotices } from "../tidings.ts";
import { checkRoles, type RoleRefusal } from "./roles.ts";

export type RoleDeps = Pick<ElectionDeps, "elections" | "coordinators" | "enqueue">;

/** Why the roles do not fit the candidacies that have consent; null where they do. */
export async function roleTrouble(
  { elections, coordinators }: Omit<RoleDeps, "enqueue">,
  id: string,
  tx?: Tx,
): Promise<RoleRefusal | null> {
  const roles = (await elections.roles(id, tx)).filter((one) => one.until === null);
  const candidacies = await elections.candidacies(id, tx);
  const standing = candidacies.filter((one) => one.consentedAt !== null && one.withdrawnAt === null);
  const coordinating = new Set(await coordinators(tx));
  const people = (role: "officer" | "scrutineer") =>
    roles
      .filter((one) => one.role === role)
      .map(({ memberId, party }) => ({ memberId, party, coordinator: coordinating.has(memberId) }));
  const judged = checkRoles(people("officer")[0] ?? null, people("scrutineer"), standing);
  return judged.ok ? null : judged.reason;
}

/**
 * After somebody has agreed to stand: a role of his or hers ends, and where the roles do not fit any more the
 * coordination is told. Answers whether a role has ended.
 */
export async function handOver(
  deps: RoleDeps,
  tx: Tx,
  id: string,
  memberId: string | null,
  now: Instant,
): Promise<boolean> {
  const mine = (await deps.elections.roles(id, tx)).filter(
    (one) => one.until === null && one.memberId === memberId,
  );
  for (const { memberId: who, role } of mine) await deps.elections.endRole(tx, id, who, role, now);
  if ((await roleTrouble(deps, id, tx)) !== null)
    await deps.enqueue(tx, stuckNotices(id, await deps.coordinators(tx), "roles-missing", now));
  return mine.length > 0;
}
