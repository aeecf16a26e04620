/** The last Probe card of every seat. Port; see probe.repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Addressed, Probe } from "./probe.ts";

export type ProbeRepository = {
  /**
   * By key of the party; a seat that was never asked is not among them. An answer of somebody whom nothing reaches
   * any more is none.
   */
  readonly all: (tx?: Tx) => Promise<readonly Probe[]>;
  /** A card goes to this person now; the one before is forgotten. */
  readonly sent: (tx: Tx, to: Addressed, now: Instant) => Promise<void>;
  /** False when this card was answered before, or is not the last one. */
  readonly answered: (
    tx: Tx,
    probe: Pick<Probe, "party" | "to" | "sentAt">,
    now: Instant,
  ) => Promise<boolean>;
};
