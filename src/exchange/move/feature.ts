/** Composition of moving records between groups. */
import type { ForumRepository } from "../../forum/repository.ts";
import {
  besideMoving,
  type MoveNoticeDeps,
  type MoveRouteDeps,
  moveNotices,
  moveRoutes,
} from "./move.routes.ts";
import { type MoveDeps, moveService } from "./move.service.ts";

export type MoveFeatureDeps = Omit<MoveDeps, "groups" | "groupById" | "groupsOf" | "placesOf"> &
  Omit<MoveRouteDeps, "service"> &
  MoveNoticeDeps & { readonly forum: ForumRepository };

export function moveFeature({ forum, ...deps }: MoveFeatureDeps) {
  const { groups, groupById, groupsOf, placesOf } = forum;
  const service = moveService({ ...deps, groups, groupById, groupsOf, placesOf });
  return {
    routes: moveRoutes({ ...deps, service }),
    renderers: moveNotices(deps),
    beside: besideMoving(service),
  };
}
