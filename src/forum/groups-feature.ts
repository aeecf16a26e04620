/** Composition of groups and places: what is typed and pressed, what is told, what Teams tells of channels. */
import type { Tx } from "../db/store.ts";
import type { Render } from "../outbox/notice.ts";
import type { NewId } from "../system/ids.ts";
import type { Acting } from "../turn/acting.ts";
import type { Reply } from "../turn/reply.ts";
import { careRenders } from "./care.renders.ts";
import { careService } from "./care.service.ts";
import type { Directory } from "./directory.ts";
import { placeEvents } from "./events.service.ts";
import { createPlaces } from "./places.ts";
import type { ForumRepository } from "./repository.ts";
import { forumRoutes, renderRegistered } from "./routes.ts";
import { forumService } from "./service.ts";

export type GroupFeatureDeps = Acting & {
  readonly repository: ForumRepository;
  readonly directory: Directory;
  readonly newId: NewId;
  /** Member ids of those who coordinate. */
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
  /** Asks a person without an organisation for it. */
  readonly askForOrganisation: (problem: string) => Reply;
};

export function groupFeature(deps: GroupFeatureDeps) {
  const { repository } = deps;
  const places = createPlaces(deps);
  const renderers: Readonly<Record<string, Render>> = {
    "forum.groupRegistered": renderRegistered(repository.groupById),
    ...careRenders(deps),
  };
  return {
    routes: forumRoutes({ ...deps, service: forumService(deps), care: careService(deps) }),
    renderers,
    places,
    events: placeEvents({ ...deps, forget: places.forget }),
  };
}
