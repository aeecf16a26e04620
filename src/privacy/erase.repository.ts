/** Taking a person out of every table. Port; see erase.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Person } from "./person.ts";

/** What becomes of the person's own records to which nobody else has added anything; all others stay, nameless. */
export type OwnRecords = "keep" | "delete";

export type EraseRepository = {
  /**
   * The person, with the row held until the transaction ends: whoever comes second finds nobody. Null also for those
   * who stand in for many (import, former people).
   */
  readonly take: (tx: Tx, memberId: string, now: Instant) => Promise<(Person & { left: boolean }) | null>;
  /** Whether the register of a round that is not closed names the person. */
  readonly inOpenRegister: (tx: Tx, memberId: string) => Promise<boolean>;
  /** Re-points or empties every column that names the person, then deletes the row. */
  readonly erase: (tx: Tx, person: Person, own: OwnRecords, now: Instant) => Promise<void>;
  /** Whoever was never a member: takes the mark off recorded messages and forgets acts; how many rows. */
  readonly eraseAuthor: (tx: Tx, who: Pick<Person, "tenantId" | "aadObjectId">) => Promise<number>;
};
