/** What scrutineers have done. Port; see scrutiny.repository.prisma.ts. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { RoundName } from "../seal.ts";
import type { BoxRow, StoredRound } from "../stored.ts";
import type { ScrutinyFacts } from "./scrutiny.ts";

export type ScrutinyRepository = {
  /** Null when there is no such round. */
  readonly facts: (name: RoundName, memberId: string, tx?: Tx) => Promise<ScrutinyFacts | null>;
  /** The second one for the same person and round fails: a unique key stands behind it. */
  readonly fetched: (tx: Tx, name: RoundName, memberId: string, now: Instant) => Promise<void>;
  /** False when there was a confirmation already. */
  readonly confirmed: (
    tx: Tx,
    name: RoundName,
    memberId: string,
    agrees: boolean,
    now: Instant,
  ) => Promise<boolean>;
  /** Round and box, read outside any transaction; null when there is no such round. */
  readonly box: (
    name: RoundName,
  ) => Promise<{ readonly round: StoredRound; readonly box: readonly BoxRow[] } | null>;
};
