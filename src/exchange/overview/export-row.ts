/** A record with all that belongs to it, as it is given out. Pure. */
import type { Instant } from "../../system/clock.ts";
import type { Content } from "../exchange.ts";
import type { Measure } from "../together/experience.ts";

export type ExportRow = {
  /** Its name in files: the one it was imported under, else its id. */
  readonly name: string;
  readonly content: Content;
  /** Key of an organisation. */
  readonly organisation: string;
  /** Name of the group. */
  readonly group: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  readonly experiences: readonly {
    readonly organisation: string;
    readonly text: string;
    readonly effort: Measure | null;
    readonly benefit: Measure | null;
    readonly at: Instant;
  }[];
  /** Organisations that use it as well, or are interested. */
  readonly uses: readonly string[];
  readonly interested: readonly string[];
};

/** Name of an organisation for people. */
export type NameOf = (organisation: string) => string;
