/** Use cases of imported papers: import, remove, list, show. */
import { createHash } from "node:crypto";
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { NewId } from "../../system/ids.ts";
import { type Outcome, ok, type Refused, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import {
  described,
  type EntryRefusal,
  inForce,
  named,
  PAPER_LIMITS,
  type Paper,
  type PaperEntry,
  type PaperHead,
} from "./paper.ts";
import type { ReadRefusal } from "./passage.ts";
import { type Anchored, type Flag, quotesOf } from "./quotes.ts";
import type { ReadFile, Reading } from "./read.ts";
import type { OriginalsRepository } from "./repository.ts";

export type OriginalsDeps = Pick<Acting, "write" | "applyOnce"> & {
  readonly repository: OriginalsRepository;
  readonly read: ReadFile;
  readonly newId: NewId;
  /** Of the handbook; asked for when a paper is shown. */
  readonly cards: () => readonly Anchored[];
};

export type SomeFile = { readonly bytes: Uint8Array; readonly name: string };
export type ImportRequest = {
  readonly file: SomeFile;
  readonly entry: PaperEntry;
  /** Id of the member; null from the command line. */
  readonly by: string | null;
  readonly now: Instant;
  /** Idempotency key of the form. */
  readonly key?: string;
};
export type Imported = { readonly paper: PaperHead; readonly passages: number };
/** `sameFile` names the version that has the same bytes. */
export type ImportResult =
  | Outcome<Imported, ReadRefusal | EntryRefusal>
  | (Refused<"sameFile"> & { readonly existing: PaperHead });
export type Shown = {
  readonly paper: Paper;
  readonly inForce: boolean;
  /** All versions of the same title, oldest first. */
  readonly versions: readonly PaperHead[];
  readonly flags: readonly Flag[];
};
export type OriginalsService = ReturnType<typeof originalsService>;

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export function originalsService(deps: OriginalsDeps) {
  const { repository, write, newId } = deps;

  /** A title means its version in force, a number the version with this number; removed ones only by number. */
  async function meant(titleOrNumber: string): Promise<PaperHead | undefined> {
    const heads = await repository.heads();
    const number = /^\s*#?(\d{1,6})\s*$/.exec(titleOrNumber)?.[1];
    if (number) return heads.find((one) => one.number === Number(number));
    return named(inForce(heads), titleOrNumber);
  }

  /** The id under which the paper is stored; `existing` gets the version that has the same bytes. */
  async function insert(
    tx: Tx,
    { file, by, now }: ImportRequest,
    entry: Pick<PaperHead, "title" | "titleKey" | "kind" | "scope" | "date">,
    { format, passages }: Reading,
    refuse: (existing: PaperHead) => never,
  ): Promise<string> {
    const heads = await repository.heads(tx);
    const sha256 = hashOf(file.bytes);
    const same = heads.find((one) => one.sha256 === sha256 && one.removedAt === null);
    if (same) refuse(same);
    const versions = heads.filter((one) => one.titleKey === entry.titleKey).map((one) => one.version);
    const id = newId();
    const fileName = file.name.slice(-PAPER_LIMITS.fileName);
    const version = Math.max(0, ...versions) + 1;
    const made = { id, version, fileName, format, sha256, importedAt: now, importedById: by, passages };
    await repository.insert(tx, { ...entry, ...made });
    return id;
  }

  async function head(id: string): Promise<PaperHead> {
    const found = (await repository.heads()).find((one) => one.id === id);
    if (!found) throw new Error("a paper that was stored cannot be read");
    return found;
  }

  /** Without a key it is done each time; the same key again gives the same paper. */
  async function once(tx: Tx, { key, now }: ImportRequest, work: () => Promise<string>): Promise<string> {
    if (key === undefined) return work();
    return (await deps.applyOnce(tx, key, "rules.import", now, work)).subject;
  }

  return {
    /** Reads the file and stores it whole as the next version of its title, or not at all. */
    async import(request: ImportRequest): Promise<ImportResult> {
      const entry = described(request.entry);
      if (!entry.ok) return entry;
      const { bytes, name } = request.file;
      const reading = await deps.read(bytes, name);
      if (!reading.ok) return reading;
      let existing: PaperHead | undefined;
      const stored = await orRefuse<"sameFile", string>((refuse) =>
        write((tx) =>
          once(tx, request, () =>
            insert(tx, request, entry.value, reading.value, (same) => {
              existing = same;
              return refuse("sameFile");
            }),
          ),
        ),
      );
      if (stored.ok) return ok({ paper: await head(stored.value), passages: reading.value.passages.length });
      if (!existing) throw new Error("a refusal without its reason");
      return { ...stored, existing };
    },

    /** Deletes the passages of a version and keeps its head; the version before is in force again. */
    async remove(titleOrNumber: string, now: Instant): Promise<Outcome<PaperHead, "notFound" | "removed">> {
      const paper = await meant(titleOrNumber);
      if (!paper) return refused("notFound");
      const done = await write((tx) => repository.remove(tx, paper.id, now));
      return done ? ok(paper) : refused("removed");
    },

    /** Everything that was ever imported, oldest first, and which is in force. */
    async list(): Promise<{ heads: readonly PaperHead[]; current: ReadonlySet<string> }> {
      const heads = await repository.heads();
      return { heads, current: new Set(inForce(heads).map(({ id }) => id)) };
    },

    /** One version with its passages, its sisters, and the cards that do not fit it if it is in force. */
    async show(titleOrNumber: string): Promise<Outcome<Shown, "notFound">> {
      const wanted = await meant(titleOrNumber);
      if (!wanted) return refused("notFound");
      const versions = (await repository.heads()).filter((one) => one.titleKey === wanted.titleKey);
      const papers = await repository.papers(versions.map(({ id }) => id));
      const paper = papers.find(({ id }) => id === wanted.id);
      if (!paper) return refused("notFound");
      const current = inForce(papers).some(({ id }) => id === paper.id);
      const kept = papers.filter((one) => one.removedAt === null);
      const flags = current ? quotesOf(deps.cards(), kept).flags : [];
      return ok({ paper, inForce: current, versions, flags });
    },
  };
}
