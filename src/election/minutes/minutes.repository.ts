/** What the minutes ask of the store. Port; see minutes.repository.prisma.ts. */
import type { MinutesSource } from "./minutes.source.ts";

/** Why somebody may read minutes, as far as the store knows. */
export type Reader = {
  /** Belongs to a seat, has an office in this election, votes on this motion, or is in the chair. */
  readonly concerned: boolean;
  readonly scrutineer: boolean;
};

export type MinutesRepository = {
  /** By the id of an election or of a decision; null when there is neither. */
  readonly source: (id: string) => Promise<MinutesSource | null>;
  /** Null for a member who is not stored any more. */
  readonly reader: (memberId: string, id: string) => Promise<Reader | null>;
};
