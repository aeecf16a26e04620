/** What people have switched off. Port; see repository.prisma.ts. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { Topic } from "./topics.ts";

export type OptOutRepository = {
  /** Topics that a member has switched off. */
  readonly off: (memberId: string, tx?: Tx) => Promise<readonly Topic[]>;
  /** Exactly these are off from now on; what was off before keeps its date. */
  readonly switchOff: (tx: Tx, memberId: string, topics: readonly Topic[], now: Instant) => Promise<void>;
};
