/** What belongs to imported papers, put together: routes, files, the catalogue for answers, and its job. */
import type { Db } from "../../db/store.ts";
import type { NewId } from "../../system/ids.ts";
import type { Acting } from "../../turn/acting.ts";
import type { FetchFile } from "../../turn/incoming.ts";
import type { FactCard } from "../handbook.ts";
import { createCatalogue } from "./catalogue.ts";
import { createReadFile } from "./read.ts";
import { originalsRepository } from "./repository.prisma.ts";
import { originalsRoutes } from "./routes.ts";
import { originalsService } from "./service.ts";
import { createUnpack } from "./unpack.ts";
import { createWaitingFiles } from "./waiting.ts";

export type OriginalsFeatureDeps = Pick<Acting, "write" | "applyOnce"> & {
  readonly db: Db;
  readonly newId: NewId;
  readonly cards: readonly FactCard[];
  readonly fetchFile: FetchFile;
};

/** Another process, or the command line, may have changed the papers. */
const LOOK_EVERY_MS = 15_000;

export function originalsFeature({ db, cards, newId, fetchFile, write, applyOnce }: OriginalsFeatureDeps) {
  const repository = originalsRepository(db);
  const catalogue = createCatalogue(repository, cards);
  const read = createReadFile(createUnpack());
  const service = originalsService({ repository, read, newId, write, applyOnce, cards: () => cards });
  const known = [...new Map(cards.map(({ document }) => [document.title, document])).values()];
  const { routes, files } = originalsRoutes({
    service,
    read,
    waiting: createWaitingFiles(),
    fetchFile,
    newId,
    known,
    changed: catalogue.refresh,
  });
  return {
    routes,
    files,
    catalogue,
    job: {
      name: "originals",
      everyMs: LOOK_EVERY_MS,
      run: async (): Promise<undefined> => void (await catalogue.refresh()),
    },
  };
}
