/** Pages put together: links for the features that have pages, and what the HTTP door asks. */
import type { Db } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import type { RandomBytes } from "../system/random.ts";
import type { PageAnswer } from "./answer.ts";
import type { PageKind } from "./links.ts";
import { pageRepository } from "./repository.prisma.ts";
import { type Page, pageDoor, pageService } from "./service.ts";

export type PageFeatureDeps = {
  readonly db: Db;
  readonly newId: NewId;
  readonly random: RandomBytes;
  /** Null in local mode: then pages are on this machine. */
  readonly publicUrl: string | null;
  readonly port: number;
};

export function pageFeature({ db, newId, random, publicUrl, port }: PageFeatureDeps) {
  const repository = pageRepository(db);
  const base = publicUrl ?? `http://127.0.0.1:${port}`;
  return {
    ...pageService({ repository, random, newId, base }),
    door: (
      pages: Readonly<Record<PageKind, Page>>,
    ): ((secret: string, now: Instant) => Promise<PageAnswer>) => pageDoor({ repository, base }, pages),
    prune: repository.prune,
  };
}
