/** Tenants, as the table of members knows them. */
import type { Db } from "../db/store.ts";
import type { TenantRepository } from "./tenants.repository.ts";

/** `noPeople`: Entra object ids of rows that are no people. */
export const tenantRepository = (db: Db, noPeople: readonly string[]): TenantRepository => ({
  standing: async (tx) => {
    const rows = await (tx ?? db.read).member.findMany({
      where: { leftAt: null, aadObjectId: { notIn: [...noPeople] } },
      select: { tenantId: true, seat: { select: { party: true } } },
      orderBy: { tenantId: "asc" },
    });
    return [...new Set(rows.map(({ tenantId }) => tenantId))].map((tenantId) => {
      const own = rows.filter((row) => row.tenantId === tenantId);
      return { tenantId, people: own.length, seats: own.filter(({ seat }) => seat !== null).length };
    });
  },
});
