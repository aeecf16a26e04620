/** Minutes and scrutiny put together: their buttons, and the pages behind their links. */
import { readFileSync } from "node:fs";
import type { Db } from "../../db/store.ts";
import type { NewId } from "../../system/ids.ts";
import { minutesRepository } from "./minutes.repository.prisma.ts";
import { minutesRoutes } from "./minutes.routes.ts";
import { type MinutesDeps, minutesService } from "./minutes.service.ts";
import { softwareVersion } from "./minutes.software.ts";
import { scrutinyRepository } from "./scrutiny.repository.prisma.ts";
import { type FileLinks, type ScrutinyDeps, scrutinyService } from "./scrutiny.service.ts";

export type MinutesFeatureDeps = Omit<MinutesDeps, "minutes" | "scrutinies" | "version" | "recountPage"> &
  Omit<ScrutinyDeps, "scrutiny" | "links"> & {
    readonly db: Db;
    readonly newId: NewId;
    readonly pages: MinutesDeps["pages"] & FileLinks;
  };

/** The page with which anybody recounts without a network, as it is shipped. */
const recountPage = (): string => readFileSync(new URL("./recount.page.html", import.meta.url), "utf8");

export function minutesFeature(deps: MinutesFeatureDeps) {
  const { db, newId, trial, pages } = deps;
  const scrutinies = scrutinyService({ ...deps, scrutiny: scrutinyRepository(db), links: pages });
  const version = softwareVersion();
  const parts = { minutes: minutesRepository(db), scrutinies, version, recountPage };
  const minutes = minutesService({ ...deps, ...parts });
  return {
    routes: minutesRoutes({ minutes, scrutinies, newId, trial }),
    pages: minutes.pages,
  };
}
