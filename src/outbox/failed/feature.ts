/** Composition of the list of failed messages: what is typed, what is told, what runs by the clock. */
import type { Db, Tx } from "../../db/store.ts";
import type { Job } from "../../schedule/ticker.ts";
import type { NewId } from "../../system/ids.ts";
import type { Acting } from "../../turn/acting.ts";
import { card } from "../../turn/reply.ts";
import type { Routes } from "../../turn/route.ts";
import type { Render } from "../notice.ts";
import { newsCard } from "./cards.ts";
import { UNREACHED } from "./notices.ts";
import { failedRepository } from "./repository.prisma.ts";
import { failedRoutes } from "./routes.ts";
import { failedService } from "./service.ts";
import { texts } from "./texts.ts";

const EVERY_MS = 10 * 60_000;

export function failedFeature({
  db,
  newId,
  acting,
  coordinators,
}: {
  readonly db: Db;
  readonly newId: NewId;
  readonly acting: Acting;
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
}): { routes: Routes; renderers: Readonly<Record<string, Render>>; job: Job } {
  const service = failedService({ ...acting, repository: failedRepository(db), coordinators });

  const renderUnreached: Render = async ({ to }) => {
    if (!("member" in to) || !(await service.coordinates(to.member))) return { drop: "notEntitled" };
    const count = await service.unreached();
    return count === 0 ? { drop: "superseded" } : { send: card(newsCard(count), texts.newsTitle) };
  };

  return {
    routes: failedRoutes({ service, newId }),
    renderers: { [UNREACHED]: renderUnreached },
    job: {
      name: "unreached",
      everyMs: EVERY_MS,
      run: async (now) => {
        await service.tell(now);
        return undefined;
      },
    },
  };
}
