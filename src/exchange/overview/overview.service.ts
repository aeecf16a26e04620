/** Use cases that show all records at once, and the pages and files behind their links. */
import { instantOn } from "../../calendar/zones.ts";
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import { HTML, type PageFile } from "../../pages/answer.ts";
import type { PageKind } from "../../pages/links.ts";
import type { Page, Wanted } from "../../pages/service.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Audience } from "../find/audience.ts";
import { type Activity, activityOf, firstDay } from "./activity.ts";
import { csvFile } from "./csv-rows.ts";
import type { ExportRow, NameOf } from "./export-row.ts";
import { jsonFile, markdownFile } from "./files.ts";
import type { OverviewRepository, Reader } from "./overview.repository.ts";
import { STYLE } from "./page.style.ts";
import { overviewPage } from "./page.ts";
import { type ProductUse, usageOf } from "./usage.ts";

const PAGE = "exchange.overview" satisfies PageKind;
const CSV = "exchange.csv" satisfies PageKind;
const MARKDOWN = "exchange.markdown" satisfies PageKind;
const JSON_FILE = "exchange.json" satisfies PageKind;
const FILES = [CSV, MARKDOWN, JSON_FILE] as const;
/** There is one register; what is seen of it is the person's. */
const SUBJECT = "register";

export type OverviewRefusal = "notMember" | "notPersonal";

export type OverviewDeps = Pick<Acting, "write"> & {
  readonly repository: OverviewRepository;
  /** Groups whose own records may be shown to the person of the turn, there. */
  readonly audienceOf: (turn: Turn) => Promise<{ readonly seen: Audience }>;
  /** The same for whoever opens a link of this person; null: no member any more. */
  readonly audienceOfMember: (memberId: string) => Promise<Audience | null>;
  /** Name of an organisation in tables for people, and in files that are read again. */
  readonly label: NameOf;
  readonly nameOf: NameOf;
  readonly pages: {
    readonly issue: (tx: Tx, wanted: Wanted) => Promise<string>;
    readonly companion: (url: string, kind: PageKind) => string;
    readonly revoke: (
      tx: Tx,
      which: { readonly kinds: readonly string[]; readonly subject: string; readonly memberId: string },
      now: Instant,
    ) => Promise<number>;
  };
};

export type Links = Readonly<Record<"page" | "csv" | "markdown" | "json", string>>;

export type OverviewService = ReturnType<typeof overviewService>;

export function overviewService(deps: OverviewDeps) {
  const { repository, pages, label } = deps;

  async function readerOf(turn: Turn): Promise<Outcome<Reader, "notMember">> {
    if (!may(rolesOf(turn), "exchange.search")) return refused("notMember");
    const { seen } = await deps.audienceOf(turn);
    const own = turn.place.kind === "personal" ? (turn.member?.id ?? null) : null;
    return ok({ groups: seen, memberId: own });
  }

  const activityFor = async (reader: Reader, now: Instant): Promise<Activity> =>
    activityOf(await repository.happened(reader, instantOn(firstDay(now), "00:00")), now);

  /** A file of everything the person of the link may see when it is opened. */
  const file =
    (
      contentType: string,
      fileName: string,
      body: (rows: readonly ExportRow[], now: Instant) => string,
    ): Page =>
    async ({ memberId, now }) => {
      const reader = await openedBy(memberId);
      if (!reader) return null;
      return { contentType, fileName, body: body(await repository.all(reader), now) };
    };

  async function openedBy(memberId: string | null): Promise<Reader | null> {
    const groups = memberId === null ? null : await deps.audienceOfMember(memberId);
    return groups === null ? null : { groups, memberId };
  }

  const overview: Page = async ({ memberId, now, linkTo }): Promise<PageFile | null> => {
    const reader = await openedBy(memberId);
    if (!reader) return null;
    const products = usageOf(await repository.statements(reader));
    const view = { products, activity: await activityFor(reader, now), now, label };
    const files = { csv: linkTo(CSV), markdown: linkTo(MARKDOWN), json: linkTo(JSON_FILE) };
    return { contentType: HTML, body: overviewPage(view, files), styles: [STYLE] };
  };

  return {
    async usage(turn: Turn, wanted: string): Promise<Outcome<readonly ProductUse[], OverviewRefusal>> {
      const reader = await readerOf(turn);
      return reader.ok ? ok(usageOf(await repository.statements(reader.value), wanted)) : reader;
    },

    async activity(turn: Turn): Promise<Outcome<Activity, OverviewRefusal>> {
      const reader = await readerOf(turn);
      return reader.ok ? ok(await activityFor(reader.value, turn.now)) : reader;
    },

    /** Links to the page and the files, for this person and 24 hours. */
    async links(turn: Turn): Promise<Outcome<Links, OverviewRefusal>> {
      const { member, now } = turn;
      if (!member || !may(rolesOf(turn), "exchange.search")) return refused("notMember");
      if (turn.place.kind !== "personal") return refused("notPersonal");
      const wanted = { kind: PAGE, subject: SUBJECT, memberId: member.id, now, companions: FILES } as const;
      const url = await deps.write((tx) => pages.issue(tx, wanted));
      const of = (kind: PageKind) => pages.companion(url, kind);
      return ok({ page: url, csv: of(CSV), markdown: of(MARKDOWN), json: of(JSON_FILE) });
    },

    /** Takes every such link of this person back; how many there were. */
    async revoke(turn: Turn): Promise<Outcome<number, OverviewRefusal>> {
      const { member, now } = turn;
      if (!member) return refused("notMember");
      const mine = { kinds: [PAGE, ...FILES], subject: SUBJECT, memberId: member.id };
      return ok(await deps.write((tx) => pages.revoke(tx, mine, now)));
    },

    pages: {
      [PAGE]: overview,
      [CSV]: file("text/csv; charset=utf-8", "austausch.csv", (rows) => csvFile(rows, deps.nameOf)),
      [MARKDOWN]: file("text/markdown; charset=utf-8", "austausch.md", (rows, now) =>
        markdownFile(rows, label, now),
      ),
      [JSON_FILE]: file("application/json; charset=utf-8", "austausch.json", (rows, now) =>
        jsonFile(rows, deps.nameOf, now),
      ),
    },
  };
}
