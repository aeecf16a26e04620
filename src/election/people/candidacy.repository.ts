/** Who is in office, and who follows. Port; see candidacy.repository.prisma.ts. */
import type { CalendarDate } from "../../calendar/dates.ts";
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { Office } from "../stored.ts";

export type InOffice = {
  /** The member in the chair on a date: the winner of the newest election whose term runs; null for nobody. */
  readonly chairOn: (date: CalendarDate, tx?: Tx) => Promise<string | null>;
  /** The members elected to an office who took it, newest first; null for somebody without a chat. */
  readonly holders: (office: Office, tx?: Tx) => Promise<readonly (string | null)[]>;
  /** Whether an election for the office, begun after `since`, runs or has a winner in office. */
  readonly hasSuccessor: (office: Office, since: Instant) => Promise<boolean>;
};
