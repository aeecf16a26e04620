/** What people do in an election outside the ballot itself, put together: buttons and messages. */
import type { Render } from "../../outbox/notice.ts";
import type { Routes } from "../../turn/route.ts";
import { ballotRoutes } from "../ballot.routes.ts";
import type { ElectionDeps, ElectionService } from "../service.ts";
import { tidingsNotices } from "../tidings.renders.ts";
import { candidacyRoutes } from "./candidacy.routes.ts";
import { objectionRoutes } from "./objection.routes.ts";
import { objectionNotices } from "./objection.service.ts";

export function candidacyFeature(deps: ElectionDeps & { readonly service: ElectionService }): {
  readonly routes: readonly Routes[];
  readonly renderers: Readonly<Record<string, Render>>;
} {
  return {
    routes: [ballotRoutes(deps), candidacyRoutes(deps), objectionRoutes(deps)],
    renderers: { ...tidingsNotices(deps), ...objectionNotices(deps) },
  };
}
