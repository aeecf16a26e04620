/** Composition of the features: stores and services, and what they offer to turns, deliveries and the ticker. */

import type { Config } from "./config.ts";
import { applyOnce } from "./db/applied-action.prisma.ts";
import { isLostRace } from "./db/lost-race.ts";
import type { Db, Tx } from "./db/store.ts";
import { openRounds } from "./election/organise/manage-feature.ts";
import { keptJob } from "./exchange/find/kept.job.ts";
import { shippedPreparation } from "./exchange/find/preparation.ts";
import { exchangeSearch } from "./exchange/find/service.ts";
import { indexStore } from "./exchange/find/store.prisma.ts";
import { besideRecord, historyFeature } from "./exchange/history/feature.ts";
import { moveFeature } from "./exchange/move/feature.ts";
import { exchangeNotices } from "./exchange/notices.ts";
import { recordingStore } from "./exchange/recording.prisma.ts";
import { exchangeRepository } from "./exchange/repository.prisma.ts";
import { exchangeRoutes } from "./exchange/routes.ts";
import { togetherFeature } from "./exchange/together/feature.ts";
import { createBallots } from "./features-ballots.ts";
import { createDates } from "./features-dates.ts";
import { createMembers } from "./features-members.ts";
import { createOverview, toPeople } from "./features-overview.ts";
import { createPeople } from "./features-people.ts";
import { createPrivacy } from "./features-privacy.ts";
import { createRules } from "./features-rules.ts";
import { createDirectory } from "./forum/directory.ts";
import { groupFeature } from "./forum/groups-feature.ts";
import { shippedOrganisations } from "./forum/organisations.ts";
import { probeRepository } from "./forum/probe.repository.prisma.ts";
import { forumRepository } from "./forum/repository.prisma.ts";
import { seatRepository } from "./forum/seats.repository.prisma.ts";
import { seatFeature } from "./forum/seats-feature.ts";
import { helpRoutes } from "./help/routes.ts";
import { memberRepository } from "./member/repository.prisma.ts";
import type { Notice } from "./outbox/notice.ts";
import { coordinatorsOf } from "./people/coordinating.prisma.ts";
import { seedForum } from "./seed.ts";
import type { Clock, Instant } from "./system/clock.ts";
import type { NewId } from "./system/ids.ts";
import type { Log } from "./system/log.ts";
import type { Metrics } from "./system/metrics.ts";
import type { Acting } from "./turn/acting.ts";
import type { FetchFile } from "./turn/incoming.ts";
import type { Actor, Place } from "./turn/turn.ts";

export type FeatureDeps = {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly count: Metrics["count"];
  readonly gauge: Metrics["set"];
  /** Fetches a file that somebody has sent. */
  readonly fetchFile: FetchFile;
  /** Writes messages into the outbox. */
  readonly enqueue: (tx: Tx, notices: readonly Notice[]) => Promise<void>;
};

/** Decides once more when somebody else was faster: the second time the rules see what is there. */
const decidingTwice =
  (db: Db): Acting["write"] =>
  async (body) => {
    try {
      return await db.write(body);
    } catch (error) {
      if (!isLostRace(error)) throw error;
      return db.write(body);
    }
  };

/** Fills what the store must hold before the first turn, then puts the features together. */
export async function createFeatures({ config, db, clock, newId, log, enqueue, ...rest }: FeatureDeps) {
  const write = decidingTwice(db);
  const configured = new Set(config.coordinators);
  const isServed = (tenantId: string) => config.tenants.includes(tenantId.toLowerCase());
  const acting: Acting = { write, applyOnce, enqueue: toPeople(enqueue) };
  const directory = createDirectory(shippedOrganisations());
  const forum = forumRepository(db);
  const members = memberRepository(db);
  const seats = seatRepository(db);
  await seedForum({ config, directory, forum, members, seats, write, isLostRace, now: clock() });

  const people = createMembers({ config, db, newId, acting, isServed, members, directory, forum, seats });
  const { ask } = people;
  const seating = seatFeature({
    ...acting,
    repository: seats,
    probes: probeRepository(db, isServed),
    rounds: openRounds(db, enqueue),
    newId,
    nameOf: directory.name,
    askForOrganisation: ask,
  });
  const records = exchangeRepository(db);
  const preparation = shippedPreparation();
  const groupOf = async (conversationId: string) => {
    const use = await forum.useOf(conversationId);
    return use.kind === "group" ? use.group : null;
  };
  const isCoordinator = (aadObjectId: string) => configured.has(aadObjectId.toLowerCase());
  const coordinators = coordinatorsOf({ db, isCoordinator, isServed });
  const groups = groupFeature({
    ...{ ...acting, repository: forum, directory, newId },
    ...{ coordinators, askForOrganisation: ask },
  });
  const finder = exchangeSearch({
    coordinators,
    ...{ repository: records, ...preparation, store: indexStore(db) },
    ...{ organisations: directory.names, groups: forum.groups, groupsOf: forum.groupsOf, groupOf },
  });
  const exchange = {
    ...acting,
    ...{ repository: records, newId, finder, prepare: preparation.prepare, groupOf, maySee: finder.maySee },
    mayReach: finder.mayReach,
    ...{ ...recordingStore(db), findMember: members.find },
    ...people.introducing,
    organisations: directory.all,
    organisationName: directory.label,
    introduceCard: () => ask(),
  };
  const moving = moveFeature({ ...exchange, forum });
  const together = togetherFeature({
    ...{ ...exchange, db, log, coordinators },
    beside: [besideRecord, moving.beside],
  });
  const past = historyFeature({ ...exchange, db, log });
  const given = { config, db, clock, newId, log, acting, seats, forum, directory, coordinators };
  const ballots = await createBallots(given);
  const rules = await createRules({ ...given, ...rest, introduceCard: () => ask() });
  const dates = createDates({ ...given, openQuestions: rules.openQuestions });
  const privacy = createPrivacy(given);
  const roster = createPeople({ ...given, isCoordinator, isServed, leave: privacy.leave });
  await roster.started(clock());
  const overview = createOverview({
    ...{ otherTable: roster.table, ...given, ...rest, ...exchange, groupsOf: forum.groupsOf },
  });
  const renderers = dates.respectingOptOut({
    ...groups.renderers,
    ...seating.renderers,
    ...exchangeNotices(exchange),
    ...together.renderers,
    ...moving.renderers,
    ...dates.renderers,
    ...ballots.renderers,
    ...rules.renderers,
    ...privacy.renderers,
    ...people.renderers,
    ...roster.renderers,
  });

  return {
    routes: [
      helpRoutes({ useOf: forum.useOf, organisationName: directory.name }),
      exchangeRoutes({ ...exchange, beside: together.beside, withAnswers: together.withAnswers }),
      ...together.routes,
      past.routes,
      ...overview.routes,
      moving.routes,
      groups.routes,
      ...seating.routes,
      ...dates.routes,
      ...ballots.routes,
      ...rules.routes,
      ...privacy.routes,
      ...roster.routes,
      ...people.routes,
    ],
    jobs: {
      ...past.jobs,
      exchangeTogether: together.job,
      exchangePrepared: keptJob({ ...preparation, store: indexStore(db), write }),
      ...privacy.jobs,
      ...people.jobs,
      ...dates.jobs,
      ...ballots.jobs,
      ...rules.jobs,
    },
    missingKeys: ballots.missingKeys,
    pages: {
      open: ballots.pages.door({ ...dates.pages, ...overview.pages, ...roster.pages, ...privacy.pages }),
      prune: ballots.pages.prune,
    },
    publicPages: people.publicPages,
    renderers,
    /** What every turn asks before a route answers, and what happens when the bot comes and goes. */
    turns: {
      ask: rules.ask,
      files: overview.files(rules.files),
      findMember: members.find,
      isCoordinator,
      seen: groups.places.seen,
      arrived: async (place: Place, now: Instant, actor: Actor | null) =>
        people.welcomes(await groups.places.arrived(place, now), place, actor),
      left: groups.events.left,
      departed: roster.departed,
      happened: groups.events.happened,
    },
  };
}
