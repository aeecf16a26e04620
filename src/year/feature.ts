/** Puts together the yearly round: alarms, renewal, parties that leave, digests, and what people switch off. */
import type { NewId } from "../system/ids.ts";
import type { Acting } from "../turn/acting.ts";
import { type YearDeps, yearJob } from "./job.ts";
import { leaveJob } from "./leave/job.ts";
import { leaveRenders } from "./leave/render.ts";
import { returnService } from "./leave/return.service.ts";
import { leaveRoutes } from "./leave/routes.ts";
import { type LeaveDeps, leaveService } from "./leave/service.ts";
import type { OptOutRepository } from "./optout/repository.ts";
import { optOutRoutes } from "./optout/routes.ts";
import { respectingOptOut, wantedBy } from "./optout/wanted.ts";
import { type YearNoticeDeps, yearRenders } from "./render.ts";
import { tellRoutes } from "./tell.routes.ts";

export type YearFeatureDeps = Acting &
  YearDeps &
  LeaveDeps &
  Pick<YearNoticeDeps, "facts" | "partyName"> & {
    readonly optOuts: OptOutRepository;
    readonly newId: NewId;
  };

export function yearFeature(deps: YearFeatureDeps) {
  const isWanted = wantedBy(deps.optOuts);
  return {
    routes: [
      leaveRoutes({ ...deps, service: leaveService(deps), returns: returnService(deps) }),
      tellRoutes(deps),
      optOutRoutes(deps),
    ],
    renderers: { ...yearRenders(deps), ...leaveRenders(deps) },
    jobs: { year: yearJob(deps), partyLeave: leaveJob(deps) },
    /** Whether a member wants messages of a kind. */
    isWanted,
    /** Wraps the renderers of all features. */
    respectingOptOut: respectingOptOut(isWanted),
  };
}
