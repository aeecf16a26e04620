/** Who has been shown another notice than the present one. Port; see notice-renewal.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";

export type Outdated = { readonly memberId: string; readonly tenantId: string };

export type RenewalRepository = {
  /** Members, of those who have confirmed and not left, who were shown another version or none. */
  readonly outdated: (version: string) => Promise<readonly Outdated[]>;
  /** What became of these messages, by their key; those never written are missing. */
  readonly sent: (
    keys: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly deliveredAt: Instant | null }>>;
  /** Stores that a version was shown then, unless one was shown later. */
  readonly shown: (tx: Tx, memberId: string, version: string, at: Instant) => Promise<void>;
};
