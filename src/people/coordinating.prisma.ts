/** Who coordinates: those of the configuration who have said who they are, and those who were appointed. */
import type { Db, Tx } from "../db/store.ts";

/** Member ids of all who coordinate now; nobody who has left or whose tenant is no longer served. */
export type Coordinators = (tx?: Tx) => Promise<readonly string[]>;

export type CoordinatingDeps = {
  readonly db: Db;
  /** Whether the configuration names this person. */
  readonly isCoordinator: (aadObjectId: string) => boolean;
  readonly isServed: (tenantId: string) => boolean;
};

export const coordinatorsOf =
  ({ db, isCoordinator, isServed }: CoordinatingDeps): Coordinators =>
  async (tx) => {
    const rows = await (tx ?? db.read).member.findMany({
      where: { leftAt: null },
      select: { id: true, tenantId: true, aadObjectId: true, coordinator: { select: { memberId: true } } },
      orderBy: { id: "asc" },
    });
    return rows
      .filter((one) => isServed(one.tenantId) && (one.coordinator || isCoordinator(one.aadObjectId)))
      .map(({ id }) => id);
  };
