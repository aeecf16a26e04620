/** A table of records that the coordinator sends in the personal chat: what it would do, and doing it. */
import { z } from "zod";
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { PageKind } from "../../pages/links.ts";
import type { Page, Wanted } from "../../pages/service.ts";
import type { FetchFile, SentFile } from "../../turn/incoming.ts";
import { card, type Reply, refusal, stored, text } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { type CsvPlaces, type CsvProblem, readCsv } from "./csv-rows.ts";
import { faultsCard, faultsPage, needsPage, previewCard } from "./import.cards.ts";
import { IMPORTER } from "./import.repository.ts";
import type { Importer } from "./import.service.ts";
import { chat, fetchRefusals } from "./import.texts.ts";
import { createWaiting, WAIT_MS, type WaitingFile } from "./waiting.ts";

const FAULTS = "exchange.importFaults" satisfies PageKind;
/** 5 MB. */
const MAX_BYTES = 5 * 1024 * 1024;
const FILE = z.object({ file: z.string().regex(/^[\w-]{1,64}$/) });

export type ImportRouteDeps = {
  readonly importer: Importer;
  readonly places: () => Promise<CsvPlaces>;
  readonly fetchFile: FetchFile;
  /** Answers a table that is none of the register; undefined: it is one. */
  readonly otherTable: (turn: Turn, bytes: Uint8Array) => Promise<Reply | undefined>;
  readonly newId: () => string;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly issue: (tx: Tx, wanted: Wanted) => Promise<string>;
};

const personOf = ({ actor }: Turn): string => `${actor.tenantId}|${actor.aadObjectId}`;

/** Whether a file that was sent is one for the register. */
export const isTable = ({ name }: SentFile): boolean => /\.csv$/i.test(name.trim());

const sentenceOf = (problem: CsvProblem): string =>
  problem.kind === "columns" ? chat.columns(problem.missing) : chat[problem.kind];

export function importRoutes(deps: ImportRouteDeps) {
  const { importer } = deps;
  const waiting = createWaiting();

  const cared = async (turn: Turn, work: () => Promise<Reply>): Promise<Reply> =>
    may(rolesOf(turn), "exchange.import") ? work() : refusal(chat.notCoordinator);

  const fileOf = (turn: Turn, { id, rows }: WaitingFile) => ({
    ...{ rows, by: turn.member?.id ?? IMPORTER, now: turn.now, keepDates: true },
    key: formKey(turn, id),
  });

  async function withFaults(turn: Turn, file: WaitingFile): Promise<Reply> {
    const { now } = turn;
    const wanted = {
      kind: FAULTS,
      subject: file.id,
      memberId: turn.member?.id ?? null,
      now,
      ttlMs: WAIT_MS,
    } as const;
    const link = needsPage(file) ? await deps.write((tx) => deps.issue(tx, wanted)) : null;
    return card(faultsCard(file, link), chat.faults(file.faults.length));
  }

  async function take(turn: Turn, { name, url }: SentFile): Promise<Reply> {
    const fetched = await deps.fetchFile(url, MAX_BYTES);
    if (!fetched.ok) return refusal(fetchRefusals[fetched.reason]);
    const other = await deps.otherTable(turn, fetched.value);
    if (other) return other;
    const read = readCsv(fetched.value, await deps.places());
    if ("kind" in read) return refusal(sentenceOf(read));
    const { rows, faults, ignored } = read;
    const file = { id: deps.newId(), fileName: name, rows: faults.length > 0 ? [] : rows, faults };
    waiting.keep(personOf(turn), file, turn.now);
    if (faults.length > 0) return withFaults(turn, file);
    const taken = await importer.preview(fileOf(turn, file));
    return card(previewCard(file, taken, ignored), chat.title);
  }

  async function importNow(turn: Turn, id: string): Promise<Reply> {
    const file = waiting.of(personOf(turn), id, turn.now);
    if (!file || file.faults.length > 0) return refusal(chat.gone);
    const done = await importer.take(fileOf(turn, file));
    if (!done.ok) return refusal(chat.busy);
    // The file goes on waiting, so that the same press, delivered twice, gets the same answer.
    const { created, changed, unchanged } = done.value;
    return stored(text(chat.taken(created, changed, unchanged)));
  }

  const routes: Routes = {
    texts: [],
    actions: [
      actionRoute("exchange.import", FILE, (turn, { file }) => cared(turn, () => importNow(turn, file))),
      actionRoute("exchange.importCancel", FILE, async (turn, { file }) => {
        waiting.drop(personOf(turn), file);
        return text(chat.cancelled);
      }),
    ],
  };

  const faults: Page = async ({ subject, now }) => {
    const file = waiting.byId(subject, now);
    return file ? faultsPage(file) : null;
  };

  return {
    routes,
    pages: { [FAULTS]: faults },
    /** Answers files that were sent, of which one at least is a table. */
    files: (turn: Turn, files: readonly SentFile[]): Promise<Reply> =>
      cared(turn, async () => {
        const [file, ...more] = files;
        if (turn.place.kind !== "personal" || !file || more.length > 0) return refusal(chat.one);
        return take(turn, file);
      }),
  };
}
