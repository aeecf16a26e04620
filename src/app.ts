/** Composition root: features, turns, deliveries, jobs. Reads no environment and does not listen. */

import { performance } from "node:perf_hooks";
import type { Config } from "./config.ts";
import { storeBytes } from "./db/dialect/size.ts";
import { measuredDb } from "./db/measured.ts";
import type { Db, Tx } from "./db/store.ts";
import { createFeatures } from "./features.ts";
import { createJobs } from "./jobs.ts";
import type { Notice } from "./outbox/notice.ts";
import { createEnqueue, createEnqueueReply } from "./outbox/repository.prisma.ts";
import { renderTurnReply, TURN_REPLY } from "./outbox/turn-reply.ts";
import { waitingMessages } from "./outbox/waiting.prisma.ts";
import { withTries } from "./pages/tries.ts";
import { PERIODS } from "./privacy/periods.ts";
import { createTicker } from "./schedule/ticker.ts";
import { figuresJob, watchedJob } from "./schedule/watched.ts";
import type { Chance } from "./system/chance.ts";
import type { Clock } from "./system/clock.ts";
import type { NewId } from "./system/ids.ts";
import type { Log } from "./system/log.ts";
import { createMetrics, type Metrics } from "./system/metrics.ts";
import { createProcessFigures } from "./system/process-figures.ts";
import type { TeamsAuth } from "./teams/auth.teams.ts";
import { createTeamsEdge } from "./teams/edge.teams.ts";
import { createFetchFile } from "./teams/files.ts";
import { createRateGuard, NO_LIMIT } from "./teams/rate.ts";
import { createDispatch } from "./turn/dispatch.ts";
import type { Dispatch } from "./turn/incoming.ts";

export type AppDeps = {
  readonly config: Config;
  readonly db: Db;
  readonly log: Log;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly chance: Chance;
  /** Tests put a local issuer here; otherwise the configuration decides. */
  readonly auth?: TeamsAuth;
};

/** All turns of an election count as one: which of them was a vote, and when, must not be seen in the metrics. */
const routeLabel = (route: string): string => (route.startsWith("election.") ? "election" : route);

const authOf = ({ auth }: Config): TeamsAuth => {
  if (auth.kind === "local") return auth;
  const { password, ...account } = auth;
  return password === null ? account : { ...account, password };
};

/** A store that has not answered after so long, in ms, does not answer. */
const STORE_MS = 5_000;

/** What `asked` answers, or that the store did not answer in time, or not at all. */
async function within(ms: number, asked: () => Promise<readonly string[]>): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve(["storeSilent"]), ms);
  });
  return Promise.race([asked(), late]).finally(() => clearTimeout(timer));
}

/** By what came in, not by route: how long a vote takes is not told apart from any other press. */
const timed =
  (dispatch: Dispatch, { observe }: Metrics): Dispatch =>
  async (incoming) => {
    const begun = performance.now();
    try {
      return await dispatch(incoming);
    } finally {
      observe("turn_seconds", { kind: incoming.kind }, (performance.now() - begun) / 1000);
    }
  };

/** Fills what the store must hold before the first turn, and puts everything together. */
export async function createApp({ config, db: given, log, clock, newId, chance, auth }: AppDeps) {
  const metrics = createMetrics();
  const db = measuredDb(given, metrics);
  metrics.set("store_info", { engine: db.engine }, 1);
  const figures = createProcessFigures();
  let somethingToTell = false;
  const insertNotices = createEnqueue(newId);
  const enqueue = async (tx: Tx, notices: readonly Notice[]): Promise<void> => {
    await insertNotices(tx, notices);
    somethingToTell ||= notices.length > 0;
  };
  const {
    routes,
    renderers,
    turns,
    pages,
    publicPages,
    jobs: clockwork,
    missingKeys,
  } = await createFeatures({
    ...{ config, db, clock, newId, log, enqueue },
    ...{ count: metrics.count, gauge: metrics.set },
    fetchFile: createFetchFile({ local: config.auth.kind === "local" }),
  });

  const dispatch = createDispatch({
    ...turns,
    clock,
    newId,
    log,
    routes,
    count: (route, result) => metrics.count("turns_total", { route: routeLabel(route), result }),
  });

  const openPage = withTries(pages.open);
  const keepReply = createEnqueueReply(db, newId);
  const edge = createTeamsEdge({
    auth: auth ?? authOf(config),
    tenants: config.tenants,
    serviceHosts: config.serviceHosts,
    verbs: ["say", ...routes.flatMap((one) => one.actions.map((action) => action.verb))],
    dispatch: timed(dispatch, metrics),
    log,
    tooFast: createRateGuard(config.rates ?? NO_LIMIT, clock, (by) => metrics.count("limited_total", { by })),
    onUnsentReply: (place, reply, activityId) => keepReply(place, activityId, reply, clock()),
  });

  const jobs = {
    ...clockwork,
    ...createJobs({
      db,
      pages: pages.prune,
      periods: config.privacy.periods ?? PERIODS,
      renderers: { [TURN_REPLY]: renderTurnReply, ...renderers },
      send: edge.send,
      isServed: (tenantId) => config.tenants.includes(tenantId.toLowerCase()),
      clock,
      chance,
      newId,
      log,
      metrics,
    }),
  };
  const inFigures = figuresJob(
    metrics,
    (now) => waitingMessages(db, now),
    () => storeBytes(db),
  );
  const watched = [...Object.values(jobs), inFigures].map((job) => watchedJob(job, metrics, clock));
  const ticker = createTicker({ jobs: watched, clock, log });

  return {
    jobs,
    /** All that can be asked for: who tries everything out reads here what there is. */
    routes,
    start: ticker.start,
    /** Takes one HTTP request of Teams; what it has made to be told leaves right after. */
    async messages(request: Parameters<typeof edge.handle>[0]) {
      const answer = await edge.handle(request);
      if (somethingToTell) {
        somethingToTell = false;
        ticker.wake(jobs.outbox.name);
      }
      return answer;
    },
    /** The page behind a link. */
    pages: (secret: string, caller = "") => openPage(secret, clock(), caller),
    /** What everybody may read. */
    publicPages,
    /** Reason codes why no turn can be served now. */
    async ready(): Promise<readonly string[]> {
      return within(STORE_MS, async () => {
        const { durable } = await db.check();
        return [...(durable ? [] : ["notDurable"]), ...((await missingKeys()) ? ["keyMissing"] : [])];
      });
    },
    metrics: () => metrics.text(figures.read()),
    /** Ends the jobs, then the store; may be called twice. */
    async close(): Promise<void> {
      figures.stop();
      await ticker.stop();
      await db.close();
    },
  };
}
