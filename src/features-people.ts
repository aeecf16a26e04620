/** Composition of the people of the Forum: who coordinates, the list, tenants and places that people leave. */
import type { Config } from "./config.ts";
import type { Db } from "./db/store.ts";
import { openRounds } from "./election/organise/manage-feature.ts";
import { inOfficeRepository } from "./election/people/candidacy.repository.prisma.ts";
import { IMPORTER } from "./exchange/overview/import.repository.ts";
import type { Directory } from "./forum/directory.ts";
import { groupKey } from "./forum/forum.ts";
import type { ForumRepository } from "./forum/repository.ts";
import type { SeatRepository } from "./forum/seats.repository.ts";
import { pageFeature } from "./pages/feature.ts";
import type { Coordinators } from "./people/coordinating.prisma.ts";
import { type PeopleFeatureDeps, peopleFeature } from "./people/feature.ts";
import type { RosterPlaces } from "./people/roster.ts";
import type { NewId } from "./system/ids.ts";
import { systemRandomBytes } from "./system/random.ts";
import type { Acting } from "./turn/acting.ts";

type PeopleParts = Pick<PeopleFeatureDeps, "isCoordinator" | "isServed" | "leave"> & {
  readonly config: Pick<Config, "publicUrl" | "port" | "auth" | "tenants">;
  readonly db: Db;
  readonly newId: NewId;
  readonly acting: Acting;
  readonly seats: SeatRepository;
  readonly forum: ForumRepository;
  readonly directory: Directory;
  readonly coordinators: Coordinators;
};

/** Guests have an id in the tenant of the bot as well, so that is where people of a list are. */
export function homeTenant({ auth, tenants }: Pick<Config, "auth" | "tenants">): string {
  const own = auth.kind === "bot" ? auth.tenantId.toLowerCase() : undefined;
  return own !== undefined && tenants.includes(own) ? own : (tenants[0] ?? "");
}

type Placing = Pick<PeopleParts, "forum" | "directory" | "isServed"> & { readonly tenant: string };

/** What the words of a list mean here. */
export const rosterPlaces =
  ({ forum, directory, isServed, tenant }: Placing) =>
  async (): Promise<RosterPlaces> => {
    const groups = new Map((await forum.groups()).map((one) => [groupKey(one.name), one]));
    return {
      organisation: (said) => {
        const [found, ...others] = directory.find(said);
        return others.length === 0 ? found?.key : undefined;
      },
      group: (said) => {
        const one = groups.get(groupKey(said));
        return one && { id: one.id, closed: one.archivedAt !== undefined };
      },
      ...{ tenant, isServed },
    };
  };

export function createPeople(parts: PeopleParts) {
  const { config, db, newId, acting, seats, forum, directory, coordinators } = parts;
  const { publicUrl, port } = config;
  const { issue } = pageFeature({ db, newId, random: systemRandomBytes, publicUrl, port });
  return peopleFeature({
    ...{ ...parts, ...acting, issue, noPeople: [IMPORTER] },
    ...{ label: directory.label, nameOf: directory.name, organisations: directory.all },
    knows: (key) => directory.get(key) !== undefined,
    chairOn: inOfficeRepository(db).chairOn,
    frozen: openRounds(db, acting.enqueue).frozen,
    join: forum.join,
    places: rosterPlaces({ ...parts, tenant: homeTenant(config) }),
    coordinatorIds: () => coordinators(),
    seats,
  });
}
