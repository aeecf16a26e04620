/** The versions of the rule of procedure. Port; see rule.repository.prisma.ts. */
import type { CalendarDate } from "../../calendar/dates.ts";
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { Wahlordnung } from "../wahlordnung.ts";

export type RuleVersion = {
  readonly version: number;
  readonly rule: Wahlordnung;
  /** When the Forum decided it; null where nobody has said so. */
  readonly adoptedOn: CalendarDate | null;
  /** Null of version 0, the defaults. */
  readonly savedAt: Instant | null;
};

export type RuleRepository = {
  /** All that were saved, newest first. */
  readonly all: (tx?: Tx) => Promise<readonly RuleVersion[]>;
  /** Fails when there is a version of that number already: a unique key stands behind it. */
  readonly save: (
    tx: Tx,
    version: Omit<RuleVersion, "savedAt"> & { readonly savedById: string; readonly savedAt: Instant },
  ) => Promise<void>;
};
