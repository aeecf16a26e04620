/** What is kept of papers. Port; see repository.prisma.ts. */
import type { Tx } from "../../db/store.ts";
import type { Paper } from "./paper.ts";

export type PaperRepository = {
  readonly byId: (id: string, tx?: Tx) => Promise<Paper | null>;
  /** Minutes first, each kind in the order in which it was added. */
  readonly of: (meetingIds: readonly string[], tx?: Tx) => Promise<readonly Paper[]>;
  readonly add: (tx: Tx, paper: Paper) => Promise<void>;
  /** Removing one that is gone changes nothing. */
  readonly remove: (tx: Tx, id: string) => Promise<void>;
};
