/** Composition root: stores, services, routes, jobs. Reads no environment and does not listen. */

import type { Config } from "./config.ts";
import { applyOnce } from "./db/applied-action.prisma.ts";
import { uniqueConflict } from "./db/lost-race.ts";
import type { Db, Tx } from "./db/store.ts";
import { exchangeRepository } from "./exchange/repository.prisma.ts";
import { exchangeNotices, exchangeRoutes } from "./exchange/routes.ts";
import { createDirectory } from "./forum/directory.ts";
import { shippedOrganisations } from "./forum/organisations.ts";
import { createPlaces } from "./forum/places.ts";
import { forumRepository } from "./forum/repository.prisma.ts";
import { forumRoutes, renderRegistered } from "./forum/routes.ts";
import { forumService } from "./forum/service.ts";
import { helpRoutes, welcome } from "./help/routes.ts";
import { createJobs } from "./jobs.ts";
import { memberRepository } from "./member/repository.prisma.ts";
import { askForOrganisation, memberRoutes } from "./member/routes.ts";
import { memberService } from "./member/service.ts";
import { seedTrial } from "./member/trial.ts";
import type { Notice } from "./outbox/notice.ts";
import { createEnqueue, createEnqueueReply } from "./outbox/repository.prisma.ts";
import { renderTurnReply, TURN_REPLY } from "./outbox/turn-reply.ts";
import { loadRulebook } from "./rulebook/load.ts";
import { rulebookRoutes } from "./rulebook/routes.ts";
import { createTicker } from "./schedule/ticker.ts";
import type { Chance } from "./system/chance.ts";
import type { Clock } from "./system/clock.ts";
import type { NewId } from "./system/ids.ts";
import type { Log } from "./system/log.ts";
import { createMetrics } from "./system/metrics.ts";
import type { TeamsAuth } from "./teams/auth.teams.ts";
import { createTeamsEdge } from "./teams/edge.teams.ts";
import { createDispatch } from "./turn/dispatch.ts";
import { silence } from "./turn/reply.ts";

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

/** Decides once more when somebody else was faster: the second time the rules see what is there. */
const decidingTwice =
  (db: Db) =>
  async <T>(body: (tx: Tx) => Promise<T>): Promise<T> => {
    try {
      return await db.write(body);
    } catch (error) {
      if (uniqueConflict(error) === null) throw error;
      return db.write(body);
    }
  };

const authOf = ({ auth }: Config): TeamsAuth => {
  if (auth.kind === "local") return auth;
  const { password, ...account } = auth;
  return password === null ? account : { ...account, password };
};

/** Fills what the store must hold before the first turn, and puts everything together. */
export async function createApp({ config, db, log, clock, newId, chance, auth }: AppDeps) {
  const write = decidingTwice(db);
  const metrics = createMetrics();
  const directory = createDirectory(shippedOrganisations());
  const forum = forumRepository(db);
  const members = memberRepository(db);
  await forum.seed(directory.all, config.forumName);
  if (config.auth.kind === "local")
    for (const tenantId of config.tenants) await seedTrial(members, write, tenantId, clock());

  let somethingToTell = false;
  const insertNotices = createEnqueue(newId);
  const enqueue = async (tx: Tx, notices: readonly Notice[]): Promise<void> => {
    await insertNotices(tx, notices);
    somethingToTell ||= notices.length > 0;
  };
  const groupService = forumService({ repository: forum, directory, newId, write, applyOnce, enqueue });
  const people = memberService({
    repository: members,
    directory,
    newId,
    write,
    useOf: forum.useOf,
    join: forum.join,
    savePlace: forum.savePlace,
  });
  const ask = (problem?: string) => askForOrganisation(directory, problem);
  const exchange = {
    repository: exchangeRepository(db),
    newId,
    write,
    applyOnce,
    enqueue,
    introduce: people.introduceIn,
    organisations: directory.all,
    organisationName: directory.name,
    groupOf: async (conversationId: string) => {
      const use = await forum.useOf(conversationId);
      return use.kind === "group" ? use.group : null;
    },
    introduceCard: () => ask(),
  };
  const routes = [
    helpRoutes({ useOf: forum.useOf, organisationName: directory.name }),
    exchangeRoutes(exchange),
    forumRoutes({ service: groupService, newId, groupById: forum.groupById, askForOrganisation: ask }),
    memberRoutes({ service: people, directory }),
  ];
  const places = createPlaces({ repository: forum, write });
  const rulebook = rulebookRoutes(loadRulebook());
  const coordinators = new Set(config.coordinators);

  const dispatch = createDispatch({
    clock,
    newId,
    log,
    routes,
    ask: rulebook.ask,
    findMember: members.find,
    isCoordinator: (aadObjectId) => coordinators.has(aadObjectId.toLowerCase()),
    seen: places.seen,
    arrived: async (place, now) => ((await places.arrived(place, now)) ? welcome(place) : silence),
    left: places.left,
    count: (route, result) => metrics.count("turns_total", { route, result }),
  });

  const keepReply = createEnqueueReply(db, newId);
  const edge = createTeamsEdge({
    auth: auth ?? authOf(config),
    tenants: config.tenants,
    serviceHosts: config.serviceHosts,
    verbs: ["say", ...routes.flatMap((one) => one.actions.map((action) => action.verb))],
    dispatch,
    log,
    onUnsentReply: (place, reply, activityId) => keepReply(place, activityId, reply, clock()),
  });

  const jobs = createJobs({
    db,
    renderers: {
      [TURN_REPLY]: renderTurnReply,
      "forum.groupRegistered": renderRegistered(forum.groupById),
      ...exchangeNotices(exchange),
    },
    send: edge.send,
    clock,
    chance,
    newId,
    log,
    metrics,
  });
  const ticker = createTicker({ jobs: Object.values(jobs), clock, log });

  return {
    jobs,
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
    /** Reason codes why no turn can be served now. */
    async ready(): Promise<readonly string[]> {
      const { durable } = await db.check();
      return durable ? [] : ["notDurable"];
    },
    metrics: () =>
      metrics.text({ heap_bytes: process.memoryUsage().heapUsed, uptime_seconds: process.uptime() }),
    /** Ends the jobs, then the store; may be called twice. */
    async close(): Promise<void> {
      await ticker.stop();
      await db.close();
    },
  };
}
