/** Composition of what a person may ask about the own data: leaving, erasure, and what is forgotten by the clock. */
import type { Config } from "./config.ts";
import type { Db, Tx } from "./db/store.ts";
import { openRounds } from "./election/organise/manage-feature.ts";
import { endedNotices } from "./forum/deputies.notices.ts";
import type { Directory } from "./forum/directory.ts";
import type { SeatRepository } from "./forum/seats.repository.ts";
import { pageFeature } from "./pages/feature.ts";
import { eraseRepository } from "./privacy/erase.prisma.ts";
import { eraseService } from "./privacy/erase.service.ts";
import { leaveRepository } from "./privacy/leave.prisma.ts";
import { leaveRenders } from "./privacy/leave.renders.ts";
import { leaveService } from "./privacy/leave.service.ts";
import { ownRepository } from "./privacy/own.prisma.ts";
import { ownRoutes } from "./privacy/own.routes.ts";
import { ownService } from "./privacy/own.service.ts";
import { PERIODS } from "./privacy/periods.ts";
import { requestRepository } from "./privacy/requests.prisma.ts";
import { requestFeature } from "./privacy/requests.routes.ts";
import { retentionRepository } from "./privacy/retention.prisma.ts";
import { retentionService } from "./privacy/retention.service.ts";
import type { NewId } from "./system/ids.ts";
import type { Log } from "./system/log.ts";
import { systemRandomBytes } from "./system/random.ts";
import type { Acting } from "./turn/acting.ts";

type PrivacyParts = {
  readonly config: Pick<Config, "publicUrl" | "port"> & {
    readonly privacy: Pick<Config["privacy"], "periods">;
  };
  readonly db: Db;
  readonly newId: NewId;
  readonly log: Log;
  readonly acting: Acting;
  readonly seats: SeatRepository;
  readonly directory: Directory;
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
};

export function createPrivacy(parts: PrivacyParts) {
  const { config, db, newId, log, acting, seats, directory, coordinators } = parts;
  const { publicUrl, port } = config;
  const { enqueue, write } = acting;
  const pages = pageFeature({ db, newId, random: systemRandomBytes, publicUrl, port });
  const leave = leaveService({
    ...{ repository: leaveRepository(), enqueue, newId, coordinators, revoke: pages.revoke },
    seats,
    substituted: openRounds(db, enqueue).substituted,
    substitutionEnded: endedNotices,
  });
  const erasing = eraseRepository(db);
  const erase = eraseService({ repository: erasing, leave });
  const periods = config.privacy.periods ?? PERIODS;
  const repository = requestRepository(db);
  const requests = requestFeature({ ...acting, repository, coordinators, newId });
  const own = ownService({
    ...{ repository: ownRepository(db), erase, eraseAuthor: erasing.eraseAuthor, write, newId },
    ...{ issue: pages.issue, coordinators },
    wait: async (tx, { id, memberId, own: text, conversationId, now: askedAt }) => {
      await repository.add(tx, { id, memberId, kind: "erasure", text, conversationId, askedAt });
    },
  });
  const retention = retentionService({ repository: retentionRepository(db), erase, write, periods, log });
  return {
    leave,
    eraseFor: own.eraseFor,
    routes: [ownRoutes({ service: own, partyName: directory.name }), requests.routes],
    pages: own.pages,
    renderers: {
      ...leaveRenders({ seats: () => seats.all(), coordinators, partyName: directory.name }),
      ...requests.renderers,
    },
    jobs: retention.jobs,
  };
}
