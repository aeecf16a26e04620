/** What belongs to decisions, put together: routes, messages, the job, and the way back from the ballot box. */
import type { Directory } from "../forum/directory.ts";
import type { ForumRepository } from "../forum/repository.ts";
import { decisionJob } from "./job.ts";
import { decisionNotices } from "./renders.ts";
import { decisionRoutes } from "./routes.ts";
import { type DecisionDeps, decisionService } from "./service.ts";

export type DecisionFeatureDeps = Omit<
  DecisionDeps,
  "forumChannel" | "useOf" | "organisationName" | "isParty"
> & {
  readonly forum: Pick<ForumRepository, "forumChannel" | "useOf">;
  readonly directory: Pick<Directory, "get" | "name">;
};

export function decisionFeature({ forum, directory, ...given }: DecisionFeatureDeps) {
  const deps: DecisionDeps = {
    ...given,
    forumChannel: forum.forumChannel,
    useOf: forum.useOf,
    organisationName: directory.name,
    isParty: (organisation) => directory.get(organisation)?.party ?? false,
  };
  const service = decisionService(deps);
  return {
    routes: decisionRoutes({ ...deps, service }),
    renderers: decisionNotices(deps),
    job: decisionJob(service),
    /** For whoever keeps the ballot box: what its count means for the motion. */
    settleSecret: service.settleSecret,
  };
}
