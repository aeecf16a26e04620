/** Composition of what was: what is typed and pressed, what stands beside a record, what runs by the clock. */
import type { Db } from "../../db/store.ts";
import type { Job } from "../../schedule/ticker.ts";
import type { Log } from "../../system/log.ts";
import { button } from "../../turn/elements.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Beside } from "../cards.ts";
import { mayDelete, mayEdit } from "../change.service.ts";
import type { Exchange } from "../exchange.ts";
import { confirm } from "../texts.ts";
import { historyRepository } from "./repository.prisma.ts";
import { type HistoryRouteDeps, historyRoutes } from "./routes.ts";
import { type HistoryDeps, historyService } from "./service.ts";
import { history as texts } from "./texts.ts";

const EVERY_MS = 24 * 3_600_000;

export type HistoryFeatureDeps = Omit<HistoryDeps, "history"> &
  Omit<HistoryRouteDeps, "service"> & { readonly db: Db; readonly log: Log };

/** Its steps for everybody who sees a record; deleting it for the author, who may not edit. */
export const besideRecord = async (turn: Turn, exchange: Exchange): Promise<Beside> => {
  const { id, revision } = exchange;
  const onlyDeletes = mayDelete(turn, exchange) && !mayEdit(turn, exchange);
  return {
    more: [
      button(texts.show, "exchange.history", { id }),
      ...(onlyDeletes ? [button(confirm.remove, "exchange.delete", { id, revision })] : []),
    ],
  };
};

export function historyFeature({ db, log, ...deps }: HistoryFeatureDeps) {
  const service = historyService({ ...deps, history: historyRepository(db) });
  const purge: Job = {
    name: "exchangeRetention",
    everyMs: EVERY_MS,
    run: async (now) => {
      const rows = await service.purge(now);
      if (rows > 0) log.info("retention.pruned", { what: "records", rows });
      return undefined;
    },
  };
  return { routes: historyRoutes({ ...deps, service }), jobs: { exchangeRetention: purge } };
}
