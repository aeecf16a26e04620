/** Composition of what shows or takes in all records at once. */
import type { Config } from "./config.ts";
import type { Db, Tx } from "./db/store.ts";
import { type AudienceDeps, createAudience } from "./exchange/find/audience.ts";
import type { Prepare } from "./exchange/find/prepared.ts";
import { importStore } from "./exchange/overview/import.repository.prisma.ts";
import { IMPORTER } from "./exchange/overview/import.repository.ts";
import { importRoutes, isTable } from "./exchange/overview/import.routes.ts";
import { createImporter } from "./exchange/overview/import.service.ts";
import { overviewRepository } from "./exchange/overview/overview.repository.prisma.ts";
import { overviewRoutes } from "./exchange/overview/overview.routes.ts";
import { overviewService } from "./exchange/overview/overview.service.ts";
import type { Directory } from "./forum/directory.ts";
import { groupKey } from "./forum/forum.ts";
import type { ForumRepository } from "./forum/repository.ts";
import { pageFeature } from "./pages/feature.ts";
import type { NewId } from "./system/ids.ts";
import { systemRandomBytes } from "./system/random.ts";
import type { Acting } from "./turn/acting.ts";
import type { FetchFile, SentFile } from "./turn/incoming.ts";
import type { Reply } from "./turn/reply.ts";
import type { Turn } from "./turn/turn.ts";

type OverviewParts = AudienceDeps & {
  readonly config: Pick<Config, "publicUrl" | "port">;
  readonly db: Db;
  readonly newId: NewId;
  readonly acting: Acting;
  readonly prepare: Prepare;
  readonly forum: ForumRepository;
  readonly directory: Directory;
  readonly fetchFile: FetchFile;
  readonly introduceCard: () => Reply;
  /** Answers a table that is none of the register; undefined: it is one. */
  readonly otherTable: (turn: Turn, bytes: Uint8Array) => Promise<Reply | undefined>;
};

type Files = (turn: Turn, files: readonly SentFile[]) => Promise<Reply>;

/** Nobody reads what is sent to the one in whose name files are imported. */
export const toPeople =
  (enqueue: Acting["enqueue"]): Acting["enqueue"] =>
  (tx, notices) =>
    enqueue(
      tx,
      notices.filter(({ to }) => !("member" in to) || to.member !== IMPORTER),
    );

const importing = ({ acting, db, newId, prepare, forum }: OverviewParts) =>
  createImporter({
    ...{ store: importStore(db), write: acting.write, applyOnce: acting.applyOnce, newId, prepare },
    groupNamed: async (name: string, _now: number, tx?: Tx) => {
      if (tx) return forum.groupByName(tx, groupKey(name));
      const groups = await forum.groups();
      return groups.find((one) => groupKey(one.name) === groupKey(name))?.id ?? null;
    },
  });

export function createOverview(parts: OverviewParts) {
  const { config, db, newId, acting, forum, directory, introduceCard } = parts;
  const { publicUrl, port } = config;
  const pages = pageFeature({ db, newId, random: systemRandomBytes, publicUrl, port });
  const { label, name: nameOf } = directory;
  const service = overviewService({
    ...{ write: acting.write, repository: overviewRepository(db), label, nameOf, pages },
    audienceOf: createAudience(parts),
    audienceOfMember: async (memberId) => {
      if ((await db.read.member.count({ where: { id: memberId, leftAt: null } })) === 0) return null;
      return (await parts.coordinators()).includes(memberId) ? "all" : parts.groupsOf(memberId);
    },
  });
  const imports = importRoutes({
    ...{ importer: importing(parts), newId, write: acting.write, issue: pages.issue },
    fetchFile: parts.fetchFile,
    otherTable: parts.otherTable,
    places: async () => {
      const groups = new Map((await forum.groups()).map(({ name }) => [groupKey(name), name]));
      return {
        organisation: (said) => {
          const [found, ...others] = directory.find(said);
          return others.length === 0 ? found?.key : undefined;
        },
        group: (said) => groups.get(groupKey(said)),
      };
    },
  });
  return {
    routes: [overviewRoutes({ service, label, introduceCard }), imports.routes],
    pages: { ...service.pages, ...imports.pages },
    /** Tables are for the register or the list of people, everything else is for `others`. */
    files:
      (others: Files): Files =>
      (turn, files) =>
        (files.some(isTable) ? imports.files : others)(turn, files),
  };
}
