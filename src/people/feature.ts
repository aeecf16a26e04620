/** People put together: the list, coordinators, the list as a file, tenants and places that people leave. */
import type { Db, Tx } from "../db/store.ts";
import type { Render } from "../outbox/notice.ts";
import type { Wanted } from "../pages/service.ts";
import type { Instant } from "../system/clock.ts";
import type { DepartedPerson } from "../turn/incoming.ts";
import type { Routes } from "../turn/route.ts";
import type { Place } from "../turn/turn.ts";
import { coordinatorService } from "./coordinators.service.ts";
import { endMemberships } from "./departures.prisma.ts";
import { tenantNotices } from "./notices.ts";
import { type PeopleStoreDeps, peopleRepository } from "./people.repository.prisma.ts";
import { type PeopleRouteDeps, peopleRoutes } from "./people.routes.ts";
import { type PeopleDeps, peopleService } from "./people.service.ts";
import { peopleRenders } from "./renders.ts";
import { rosterRepository } from "./roster.repository.prisma.ts";
import { rosterRoutes } from "./roster.routes.ts";
import { type RosterDeps, rosterService } from "./roster.service.ts";
import { tenantRepository } from "./tenants.repository.prisma.ts";

export type PeopleFeatureDeps = PeopleStoreDeps &
  Omit<PeopleDeps, "repository" | "seats"> &
  Omit<RosterDeps, "repository" | "rows" | "seats"> &
  Pick<PeopleRouteDeps, "label" | "organisations"> & {
    readonly db: Db;
    readonly seats: PeopleDeps["seats"] & RosterDeps["seats"];
    readonly nameOf: (organisation: string) => string;
    readonly issue: (tx: Tx, wanted: Wanted) => Promise<string>;
    /** Member ids of those who coordinate. */
    readonly coordinatorIds: () => Promise<readonly string[]>;
  };

export function peopleFeature(deps: PeopleFeatureDeps) {
  const { db } = deps;
  const repository = peopleRepository(deps);
  const tenants = tenantRepository(db, deps.noPeople);
  const given = { ...deps, repository };
  const roster = rosterRoutes({
    ...given,
    service: rosterService({ ...given, rows: rosterRepository(deps) }),
  });
  const lists: Routes = peopleRoutes({
    ...given,
    service: peopleService(given),
    coordinators: coordinatorService(given),
  });
  const renderers: Readonly<Record<string, Render>> = peopleRenders({ ...given, tenants });

  return {
    routes: [lists, roster.routes],
    renderers,
    pages: roster.pages,
    table: roster.table,

    /** Tells the coordinators, once per tenant, whose people are not served any more. */
    async started(now: Instant): Promise<void> {
      const gone = (await tenants.standing()).filter(({ tenantId }) => !deps.isServed(tenantId));
      if (gone.length === 0) return;
      const told = await deps.coordinatorIds();
      await deps.write((tx) =>
        deps.enqueue(
          tx,
          gone.flatMap(({ tenantId }) => tenantNotices(tenantId, told, now)),
        ),
      );
    },

    /** Teams says that these people are no longer in this place. */
    async departed(place: Place, people: readonly DepartedPerson[]): Promise<void> {
      await deps.write((tx) => endMemberships(tx, place, people));
    },
  };
}
