/** The one row that stands for all who are here no more. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import { FORMER, FORMER_NAME } from "./person.ts";

/** Makes it unless it is there. It counts as somebody who has left, so nothing is sent to it. */
export async function former(tx: Tx, now: Instant): Promise<void> {
  const organisation = { name: "Ehemalige", kind: "IT-Dienstleister", party: false, validFrom: "2021-10-15" };
  await tx.organisation.upsert({
    where: { key: FORMER },
    create: { key: FORMER, ...organisation },
    update: {},
  });
  const at = new Date(now);
  const member = { tenantId: FORMER, aadObjectId: FORMER, teamsUserId: "", name: FORMER_NAME };
  const dated = { organisationKey: FORMER, createdAt: at, updatedAt: at, leftAt: at };
  await tx.member.upsert({ where: { id: FORMER }, create: { id: FORMER, ...member, ...dated }, update: {} });
}
