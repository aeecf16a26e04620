/** Objections as they are stored. Port; see objection.repository.prisma.ts. */
import type { Tx } from "../../db/store.ts";
import type { Objection } from "./objection.ts";

export type ObjectionRepository = {
  readonly insert: (tx: Tx, objection: Objection) => Promise<void>;
  readonly byId: (id: string) => Promise<Objection | null>;
  readonly count: (electionId: string) => Promise<number>;
};
