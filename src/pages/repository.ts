/** The links that were given out. Port; see repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { PageLink } from "./links.ts";

export type NewLink = Omit<PageLink, "revokedAt"> & {
  readonly id: string;
  readonly secretHash: string;
  readonly createdAt: Instant;
};

/** Everything of one person, or everything of one page, or of one page and person. */
export type Which =
  | { readonly memberId: string }
  | { readonly kinds: readonly string[]; readonly subject: string; readonly memberId?: string };

export type PageRepository = {
  readonly add: (tx: Tx, links: readonly NewLink[]) => Promise<void>;
  readonly find: (secretHash: string) => Promise<PageLink | null>;
  /** When the newest of these links that opens its page now was given out; null where there is none. */
  readonly openSince: (which: Which, now: Instant) => Promise<Instant | null>;
  /** Links that open their page no more from now on; how many there were. */
  readonly revoke: (tx: Tx, which: Which, now: Instant) => Promise<number>;
  /** Deletes links that ended or were taken back before an instant; how many there were. */
  readonly prune: (before: Instant) => Promise<number>;
};
