/** Port: all records at once, as far as somebody may see them. */
import type { Instant } from "../../system/clock.ts";
import type { Audience } from "../find/audience.ts";
import type { Happened } from "./activity.ts";
import type { ExportRow } from "./export-row.ts";
import type { Statement } from "./usage.ts";

export type Reader = {
  readonly groups: Audience;
  /** Whose own records are shown too, whatever their group; null in a place where others read along. */
  readonly memberId: string | null;
};

/** What the operator sees: everything. */
export const EVERYTHING: Reader = { groups: "all", memberId: null };

export type OverviewRepository = {
  readonly statements: (reader: Reader) => Promise<readonly Statement[]>;
  /** Records and experiences from this instant on. */
  readonly happened: (reader: Reader, since: Instant) => Promise<readonly Happened[]>;
  /** The oldest first. */
  readonly all: (reader: Reader) => Promise<readonly ExportRow[]>;
};
