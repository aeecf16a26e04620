/** Puts together what others say about records: experiences, marks, needs and offers, bundled procurement. */
import type { Db } from "../../db/store.ts";
import type { Render } from "../../outbox/notice.ts";
import type { Job } from "../../schedule/ticker.ts";
import type { Log } from "../../system/log.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Reply } from "../../turn/reply.ts";
import type { Routes } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import { type Result, stopped } from "../exchange.ts";
import type { ExchangeSearch } from "../find/service.ts";
import type { ExchangeRepository } from "../repository.ts";
import { type ShowDeps, showing } from "../show.ts";
import { answering, type WithAnswers } from "./answers.ts";
import { besideReader } from "./beside.ts";
import { bundleRepository } from "./bundle.prisma.ts";
import { bundleRoutes } from "./bundle.routes.ts";
import { type BundleDeps, bundleService } from "./bundle.service.ts";
import { experienceRepository } from "./experience.prisma.ts";
import { experienceRoutes } from "./experience.routes.ts";
import { type ExperienceDeps, experienceService } from "./experience.service.ts";
import { togetherJob } from "./job.ts";
import { markRepository } from "./mark.prisma.ts";
import { markRoutes } from "./mark.routes.ts";
import { matchRepository } from "./match.prisma.ts";
import { type MatchDeps, matchService } from "./match.service.ts";
import { togetherRenders } from "./render.ts";

export type TogetherDeps = Pick<BundleDeps, "coordinators"> &
  Pick<ExperienceDeps, "newId" | "maySee"> &
  Pick<MatchDeps, "mayReach"> &
  Acting & {
    readonly db: Db;
    readonly log: Log;
    readonly repository: Pick<ExchangeRepository, "byId" | "byIds">;
    readonly finder: Pick<ExchangeSearch, "similar">;
    readonly organisationName: (key: string) => string;
    /** Asks a guest for the organisation. */
    readonly introduceCard: () => Reply;
    /** What further parts put beside a record, after what this one does. */
    readonly beside: NonNullable<ShowDeps["beside"]>;
  };

export type Together = {
  readonly withAnswers: WithAnswers;
  /** What this and the further parts put beside a record. */
  readonly beside: NonNullable<ShowDeps["beside"]>;
  readonly routes: readonly Routes[];
  readonly renderers: Readonly<Record<string, Render>>;
  readonly job: Job;
};

export function togetherFeature(given: TogetherDeps): Together {
  const { db, repository: records, finder, organisationName, introduceCard } = given;
  const near: MatchDeps["near"] = (now, exchange, wanted, { most, share }) =>
    finder.similar({ now, seen: "all" }, exchange, wanted, most, share);
  const deps = {
    ...given,
    ...{ records, near, experiences: experienceRepository(db), marks: markRepository(db) },
    ...{ bundles: bundleRepository(db), matches: matchRepository(db) },
  };
  const reader = besideReader(deps);
  const beside = [reader.beside, ...given.beside];
  const bundles = bundleService(deps);
  const matches = matchService(deps);
  const experiences = experienceService(deps);
  const open = async (turn: Turn, id: string): Promise<Result> => {
    const found = await experiences.record(turn, id);
    return found.ok ? found : stopped(found.reason === "notMember" ? "notMember" : "gone");
  };
  const show = showing({ open, organisationName, introduceCard, beside });
  return {
    beside,
    withAnswers: answering({ ...deps, matches }),
    routes: [
      experienceRoutes({ ...deps, service: experiences, show, views: reader.views }),
      markRoutes({ ...deps, show }),
      bundleRoutes({ service: bundles, organisationName }),
    ],
    renderers: togetherRenders({ ...deps, service: bundles }),
    job: togetherJob({ matches, bundles }),
  };
}
