/** Composition of all that is voted on: elections, decisions, their minutes and pages. */
import type { Config } from "./config.ts";
import { compactRounds, keepsTraces } from "./db/dialect/round.ts";
import type { Db } from "./db/store.ts";
import { decisionFeature } from "./decision/feature.ts";
import { decisionRepository } from "./decision/repository.prisma.ts";
import { electionsRepository } from "./election/elections.repository.prisma.ts";
import { electionJob } from "./election/job.ts";
import { fileKeys } from "./election/keys.file.ts";
import { removeOrphans } from "./election/keys.ts";
import { minutesFeature } from "./election/minutes/minutes-feature.ts";
import { manageFeature } from "./election/organise/manage-feature.ts";
import { inOfficeRepository } from "./election/people/candidacy.repository.prisma.ts";
import { candidacyFeature } from "./election/people/candidacy-feature.ts";
import { objectionRepository } from "./election/people/objection.repository.prisma.ts";
import { electionNotices } from "./election/renders.ts";
import { electionRepository } from "./election/repository.prisma.ts";
import { electionRoutes } from "./election/routes.ts";
import { secretBallotService } from "./election/secret-ballot.service.ts";
import { type ElectionDeps, electionService, type SettleSecret } from "./election/service.ts";
import type { Directory } from "./forum/directory.ts";
import type { ForumRepository } from "./forum/repository.ts";
import type { SeatRepository } from "./forum/seats.repository.ts";
import { pageFeature } from "./pages/feature.ts";
import type { Coordinators } from "./people/coordinating.prisma.ts";
import type { Clock } from "./system/clock.ts";
import type { NewId } from "./system/ids.ts";
import type { Log } from "./system/log.ts";
import { systemRandomBytes } from "./system/random.ts";
import type { Acting } from "./turn/acting.ts";

type BallotParts = {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly acting: Acting;
  readonly seats: SeatRepository;
  readonly forum: ForumRepository;
  readonly directory: Directory;
  readonly coordinators: Coordinators;
};

function electionDeps(parts: BallotParts, settleSecret: SettleSecret): ElectionDeps {
  const { config, db, newId, log, acting, seats, forum, directory, coordinators } = parts;
  const elections = electionsRepository(db);
  return {
    ...acting,
    elections,
    settleSecret,
    newId,
    log,
    repository: electionRepository(db),
    objections: objectionRepository(db),
    inOffice: inOfficeRepository(db),
    coordinators,
    keys: fileKeys(config.ballotKeyDir, systemRandomBytes),
    random: systemRandomBytes,
    seats: seats.all,
    holdSeats: (tx) => seats.hold(tx),
    forumChannel: forum.forumChannel,
    organisationName: directory.name,
    keepsTraces: () => keepsTraces(db),
    settled: async (key) =>
      (await db.read.outboxItem.findUnique({ where: { key }, select: { state: true } }))?.state !== "pending",
    compact: () => compactRounds(db),
    trial: config.trial !== "none",
  };
}

/** Stops what is damaged, removes keys without a round, then offers everything. */
export async function createBallots(parts: BallotParts) {
  const { config, db, clock, newId, acting, seats, forum, directory } = parts;
  // The box asks what a count means for a motion; decisions, which know, are made of the box.
  const settleSecret: SettleSecret = (...count) => decisions.settleSecret(...count);
  const election = electionDeps(parts, settleSecret);
  const service = electionService(election);
  // A database that records statements offers no secret vote at all.
  const secretBallot = (await election.keepsTraces()) ? null : secretBallotService(election);
  const decisions = decisionFeature({
    ...acting,
    ...{ repository: decisionRepository(db), seats: seats.all, secretBallot, newId, forum, directory },
  });
  const candidacies = candidacyFeature({ ...election, service });
  const { progress } = service;
  const organising = manageFeature({ ...election, db, progress, standing: seats });
  await service.stopDamaged(clock());
  await removeOrphans(election.keys, election.repository.hasRound, clock());
  const { publicUrl, port } = config;
  const pages = pageFeature({ db, newId, random: systemRandomBytes, publicUrl, port });
  const minutes = minutesFeature({ ...election, db, pages });
  return {
    routes: [
      electionRoutes({ ...election, service }),
      ...candidacies.routes,
      ...organising.routes,
      minutes.routes,
      decisions.routes,
    ],
    renderers: {
      ...electionNotices(election),
      ...candidacies.renderers,
      ...organising.renderers,
      ...decisions.renderers,
    },
    jobs: { election: electionJob(service), decision: decisions.job },
    missingKeys: service.missingKeys,
    pages: {
      /** What opens the pages of ballots and those of other features. */
      door: (others: Parameters<typeof pages.door>[0]) => pages.door({ ...minutes.pages, ...others }),
      prune: pages.prune,
    },
  };
}
