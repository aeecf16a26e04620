/** Who writes, and whether somebody has appointed him or her to coordinate: one statement in every turn. */
import type { Member } from "../generated/sqlite/client.ts";
import type { Reader, Tx } from "../store.ts";

export type MemberRow = Member & { readonly coordinates: boolean };

/** By a join, which the client would make two statements of. Null for somebody who is not stored. */
export async function memberRow(
  door: Pick<Reader | Tx, "$queryRaw">,
  tenantId: string,
  aadObjectId: string,
): Promise<MemberRow | null> {
  const rows = await door.$queryRaw<(Member & { readonly appointed: string | null })[]>`
    SELECT "Member".*, "Coordinator"."memberId" AS "appointed" FROM "Member"
    LEFT JOIN "Coordinator" ON "Coordinator"."memberId" = "Member"."id"
    WHERE "Member"."tenantId" = ${tenantId} AND "Member"."aadObjectId" = ${aadObjectId}`;
  const [row] = rows;
  if (!row) return null;
  const { appointed, ...member } = row;
  return { ...member, coordinates: appointed !== null };
}
