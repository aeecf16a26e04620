/** Tenants that people belong to. Port; see tenants.repository.prisma.ts. */
import type { Tx } from "../db/store.ts";

export type TenantStanding = {
  readonly tenantId: string;
  readonly people: number;
  /** Seats whose delegate belongs to it. */
  readonly seats: number;
};

export type TenantRepository = {
  /** Of everybody who has not left, by id of the tenant. */
  readonly standing: (tx?: Tx) => Promise<readonly TenantStanding[]>;
};
