/** Use case of erasing a person: leaves first, then nothing names him or her any more. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { EraseRepository, OwnRecords } from "./erase.repository.ts";
import type { Leave } from "./leave.service.ts";
import type { Left } from "./leave.ts";

export type Erased = {
  /** What was found when the person left; null: he or she had left before. */
  readonly left: Left | null;
  /** False: the register of an open round still names the person. The row waits for the daily job. */
  readonly gone: boolean;
};

/**
 * Erases a person in the transaction of the caller. He or she leaves at once in any case (see Leave). While the
 * register of an open round names the person, the rest waits for the job of retention, unless `evenNow`.
 * Null: there is no such person (any more); nothing was done.
 */
export type Erase = (
  tx: Tx,
  memberId: string,
  now: Instant,
  how?: { readonly own?: OwnRecords; readonly evenNow?: boolean; readonly by?: string | null },
) => Promise<Erased | null>;

export type EraseDeps = { readonly repository: EraseRepository; readonly leave: Leave };

export const eraseService =
  ({ repository, leave }: EraseDeps): Erase =>
  async (tx, memberId, now, { own = "keep", evenNow = false, by = null } = {}) => {
    const person = await repository.take(tx, memberId, now);
    if (!person) return null;
    const left = person.left ? null : await leave(tx, memberId, now, by);
    if (!evenNow && (await repository.inOpenRegister(tx, memberId))) return { left, gone: false };
    await repository.erase(tx, person, own, now);
    return { left, gone: true };
  };
