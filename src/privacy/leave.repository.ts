/** What ends when a person leaves. Port; see leave.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { ElectionPart } from "./leave.ts";

export type LeaveRepository = {
  /** Marks the person as gone; false when there is no such person, or he or she has left before. */
  readonly mark: (tx: Tx, memberId: string, now: Instant) => Promise<boolean>;
  /** Writes down that, and by whom, the person was removed; `by` null: by the person. */
  readonly note: (tx: Tx, id: string, memberId: string, by: string | null, now: Instant) => Promise<void>;
  /** Parts in elections that are not over, each once. */
  readonly electionParts: (tx: Tx, memberId: string) => Promise<readonly ElectionPart[]>;
  /** Takes the delegate off the seat; a deputy who stands in goes on doing so. */
  readonly vacate: (tx: Tx, party: string, memberId: string) => Promise<void>;
  /** Coordinatorship by appointment; whether there was one. */
  readonly dismiss: (tx: Tx, memberId: string) => Promise<boolean>;
  /**
   * Memberships of groups, the way to personal chats, messages that wait for the person, and what the person has in
   * hand for others: questions about the rules are open again.
   */
  readonly detach: (tx: Tx, memberId: string) => Promise<void>;
};
