/** Minutes for those who are entitled to them: links in the chat, pages and files behind the links. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Turn } from "../../turn/turn.ts";
import { isFinal } from "../process.ts";
import { jsonName, minutesPage } from "./minutes.page.ts";
import { plainFile } from "./minutes.plain.ts";
import type { MinutesRepository } from "./minutes.repository.ts";
import type { MinutesSource } from "./minutes.source.ts";
import { STYLE } from "./minutes.style.ts";
import { minutesOf } from "./minutes.ts";
import { viewOf } from "./minutes.view.ts";
import { OPENING_FILE, type ScrutinyService } from "./scrutiny.service.ts";

export const MINUTES_PAGE = "election.minutes";
const JSON_FILE = "election.minutesJson";
const TEXT_FILE = "election.minutesText";
const RECOUNT_PAGE = "election.recountPage";
type Kind =
  | typeof MINUTES_PAGE
  | typeof JSON_FILE
  | typeof TEXT_FILE
  | typeof RECOUNT_PAGE
  | typeof OPENING_FILE;

export type MinutesRefusal = "not-personal" | "not-entitled" | "gone" | "too-early";

/** A page or file, as the feature that serves it takes it. */
export type MinutesFile = {
  readonly contentType: string;
  readonly body: string;
  readonly fileName?: string;
  readonly styles?: readonly string[];
};
type Asked = {
  readonly subject: string;
  readonly memberId: string | null;
  readonly now: Instant;
  readonly linkTo: (kind: Kind) => string;
};
type Page = (asked: Asked) => Promise<MinutesFile | null>;

export type MinutesDeps = Pick<Acting, "write"> & {
  readonly minutes: MinutesRepository;
  readonly scrutinies: ScrutinyService;
  readonly pages: {
    readonly issue: (
      tx: Tx,
      wanted: {
        readonly kind: Kind;
        readonly subject: string;
        readonly memberId: string;
        readonly now: Instant;
        readonly companions: readonly Kind[];
      },
    ) => Promise<string>;
    readonly companion: (url: string, kind: Kind) => string;
  };
  /** Member ids of those who coordinate. */
  readonly coordinators: () => Promise<readonly string[]>;
  readonly organisationName: (key: string) => string;
  /** Version of this program. */
  readonly version: string;
  /** The page with which anybody recounts without a network, whole; null where there is none. */
  readonly recountPage: (() => string) | null;
  readonly trial: boolean;
};

/** A counted round that has a seal, as a scrutineer sees it. */
export type RoundToCheck = { readonly round: number; readonly root: string };

export type MinutesLinksView = {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly json: string;
  readonly text: string;
  readonly recount: string | null;
  /** Empty for everybody but scrutineers, and when the ballots are gone. */
  readonly toCheck: readonly RoundToCheck[];
};

export type MinutesService = ReturnType<typeof minutesService>;

/** Nothing to record before the first count. */
const isThere = ({ election, decision, rounds }: MinutesSource): boolean =>
  rounds.some((round) => round.result !== null) ||
  isFinal(election.state) ||
  (decision !== null && decision.state !== "draft" && decision.state !== "voting");

export function minutesService(deps: MinutesDeps) {
  const { minutes, scrutinies, pages, version, organisationName, trial, recountPage } = deps;
  const companions: readonly Kind[] = [
    JSON_FILE,
    TEXT_FILE,
    ...(recountPage ? ([RECOUNT_PAGE] as const) : []),
  ];

  /** Asked when a link is given out, and again whenever one is opened. */
  async function readerOf(memberId: string | null, id: string) {
    const reader = memberId === null ? null : await minutes.reader(memberId, id);
    if (!reader || memberId === null) return null;
    return reader.concerned || (await deps.coordinators()).includes(memberId) ? reader : null;
  }

  const toCheck = ({ election, rounds }: MinutesSource): RoundToCheck[] =>
    election.erasedAt === null
      ? rounds.flatMap(({ number, seal, result }) =>
          seal && result ? [{ round: number, root: seal.root }] : [],
        )
      : [];

  async function shown({ subject, memberId }: Asked): Promise<MinutesSource | null> {
    if (!(await readerOf(memberId, subject))) return null;
    const source = await minutes.source(subject);
    return source && isThere(source) ? source : null;
  }

  const context = (now: Instant) => ({ now, version, organisationName });

  const page: Page = async (asked) => {
    const source = await shown(asked);
    if (!source) return null;
    const links = {
      json: asked.linkTo(JSON_FILE),
      text: asked.linkTo(TEXT_FILE),
      recount: recountPage ? asked.linkTo(RECOUNT_PAGE) : null,
    };
    const body = minutesPage(viewOf(source, context(asked.now)), links, trial);
    return { contentType: "text/html; charset=utf-8", body, styles: [STYLE] };
  };

  const json: Page = async (asked) => {
    const source = await shown(asked);
    if (!source) return null;
    const value = minutesOf(source, context(asked.now));
    return { ...asFile(value), fileName: jsonName(value) };
  };

  const text: Page = async (asked) => {
    const source = await shown(asked);
    return source && plainFile(viewOf(source, context(asked.now)), trial);
  };

  const recount: Page = async (asked) =>
    recountPage && (await shown(asked))
      ? { contentType: "text/html; charset=utf-8", body: recountPage(), fileName: "nachrechnen.html" }
      : null;

  const opening: Page = async ({ subject, memberId }) => {
    const file = memberId === null ? null : await scrutinies.file(subject, memberId);
    if (!file) return null;
    const fileName = `oeffnung-${file.electionId.slice(0, 8)}-${file.round}.json`;
    return { ...asFile(file), fileName };
  };

  return {
    /** Links that hold for 24 hours, for this person. */
    async open(turn: Turn, id: string): Promise<Outcome<MinutesLinksView, MinutesRefusal>> {
      if (turn.place.kind !== "personal") return refused("not-personal");
      const memberId = turn.member?.id ?? null;
      const reader = await readerOf(memberId, id);
      if (!reader || memberId === null) return refused("not-entitled");
      const source = await minutes.source(id);
      if (!source) return refused("gone");
      if (!isThere(source)) return refused("too-early");
      const { now } = turn;
      const url = await deps.write((tx) =>
        pages.issue(tx, { kind: MINUTES_PAGE, subject: id, memberId, now, companions }),
      );
      return ok({
        ...{ id: source.election.id, title: minutesOf(source, context(now)).title, page: url },
        json: pages.companion(url, JSON_FILE),
        text: pages.companion(url, TEXT_FILE),
        recount: recountPage ? pages.companion(url, RECOUNT_PAGE) : null,
        toCheck: reader.scrutineer ? toCheck(source) : [],
      });
    },

    /** What lies behind each kind of link. */
    pages: {
      [MINUTES_PAGE]: page,
      [JSON_FILE]: json,
      [TEXT_FILE]: text,
      [RECOUNT_PAGE]: recount,
      [OPENING_FILE]: opening,
    } satisfies Record<Kind, Page>,
  };
}

const asFile = (value: object): MinutesFile => ({
  contentType: "application/json; charset=utf-8",
  body: `${JSON.stringify(value, null, 2)}\n`,
});
