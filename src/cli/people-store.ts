/** The store of people for `npm run people`: opened for one command. */
import { berlinDate } from "../calendar/zones.ts";
import { LOCAL_TENANT } from "../config.ts";
import { applyOnce } from "../db/applied-action.prisma.ts";
import type { Db } from "../db/store.ts";
import { openRounds } from "../election/organise/manage-feature.ts";
import { inOfficeRepository } from "../election/people/candidacy.repository.prisma.ts";
import { IMPORTER } from "../exchange/overview/import.repository.ts";
import { rosterPlaces } from "../features-people.ts";
import { createDirectory } from "../forum/directory.ts";
import { shippedOrganisations } from "../forum/organisations.ts";
import { forumRepository } from "../forum/repository.prisma.ts";
import { seatRepository } from "../forum/seats.repository.prisma.ts";
import { createEnqueue } from "../outbox/repository.prisma.ts";
import { peopleRepository } from "../people/people.repository.prisma.ts";
import { sorted } from "../people/people.ts";
import { rosterRepository } from "../people/roster.repository.prisma.ts";
import { rosterService } from "../people/roster.service.ts";
import { systemClock } from "../system/clock.ts";
import { systemIds } from "../system/ids.ts";
import { withStore } from "./opened-store.ts";
import type { PeopleTools } from "./people-command.ts";

type Env = Readonly<Record<string, string | undefined>>;

const list = (value: string | undefined): readonly string[] =>
  (value ?? "")
    .toLowerCase()
    .split(/[,;\s]+/)
    .filter((one) => one !== "");

/** Whose people are served and who coordinates, as the bot reads it from the same settings. */
function settingsOf(env: Env) {
  const [own] = list(env.BOT_TENANT_ID);
  const named = list(env.TENANTS);
  const tenants = named.length > 0 ? named : [own ?? LOCAL_TENANT];
  const tenant = own !== undefined && tenants.includes(own) ? own : (tenants[0] ?? "");
  const coordinators = new Set(list(env.COORDINATORS));
  return {
    tenant,
    isServed: (tenantId: string) => tenants.includes(tenantId.toLowerCase()),
    isCoordinator: (aadObjectId: string) => coordinators.has(aadObjectId.toLowerCase()),
  };
}

async function toolsOf(db: Db, env: Env): Promise<PeopleTools> {
  const directory = createDirectory(shippedOrganisations());
  const forum = forumRepository(db);
  // Organisations that no start of the bot has written yet: people hang on them.
  await forum.seed(directory.all, env.FORUM_NAME || "Probeforum");
  const settings = settingsOf(env);
  const { chairOn } = inOfficeRepository(db);
  const repository = peopleRepository({ ...settings, db, noPeople: [IMPORTER], chairOn });
  const enqueue = createEnqueue(systemIds);
  const service = rosterService({
    ...{ repository, enqueue, applyOnce, write: db.write, newId: systemIds, join: forum.join },
    ...{ rows: rosterRepository({ ...settings, db }), seats: seatRepository(db) },
    places: rosterPlaces({ ...settings, forum, directory }),
    frozen: openRounds(db, enqueue).frozen,
  });
  const all = async () => sorted(await repository.all(berlinDate(systemClock())), directory.label);
  return { service, all, nameOf: directory.name, newId: systemIds, clock: systemClock };
}

export const withPeopleStore = (
  url: string,
  env: Env,
  work: (tools: PeopleTools) => Promise<number>,
): Promise<number> => withStore(url, async (db) => work(await toolsOf(db, env)));
