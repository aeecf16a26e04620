/** The store of records for `npm run exchange` and `npm run find`: opened for one command. */
import { applyOnce } from "../db/applied-action.prisma.ts";
import { isLostRace } from "../db/lost-race.ts";
import type { Db, Tx } from "../db/store.ts";
import { shippedPreparation } from "../exchange/find/preparation.ts";
import { exchangeSearch } from "../exchange/find/service.ts";
import { indexStore } from "../exchange/find/store.prisma.ts";
import { importStore } from "../exchange/overview/import.repository.prisma.ts";
import { createImporter } from "../exchange/overview/import.service.ts";
import { overviewRepository } from "../exchange/overview/overview.repository.prisma.ts";
import { EVERYTHING } from "../exchange/overview/overview.repository.ts";
import { exchangeRepository } from "../exchange/repository.prisma.ts";
import { createDirectory, type Directory } from "../forum/directory.ts";
import { groupKey } from "../forum/forum.ts";
import { shippedOrganisations } from "../forum/organisations.ts";
import { forumRepository } from "../forum/repository.prisma.ts";
import { systemClock } from "../system/clock.ts";
import { systemIds } from "../system/ids.ts";
import type { ExchangeTools } from "./exchange-command.ts";
import type { FindTools } from "./find-command.ts";
import { withStore } from "./opened-store.ts";

/** Decides once more when the bot was faster. */
const writing =
  (db: Db) =>
  <T>(body: (tx: Tx) => Promise<T>): Promise<T> =>
    db.write(body).catch((error) => {
      if (!isLostRace(error)) throw error;
      return db.write(body);
    });

/** Organisations that no start of the bot has written yet: records hang on them. */
async function settled(db: Db, forumName: string): Promise<Directory> {
  const directory = createDirectory(shippedOrganisations());
  await forumRepository(db).seed(directory.all, forumName);
  return directory;
}

function toolsOf(db: Db, directory: Directory): ExchangeTools {
  const forum = forumRepository(db);
  const importer = createImporter({
    ...{
      store: importStore(db),
      applyOnce,
      write: writing(db),
      newId: systemIds,
      prepare: shippedPreparation().prepare,
    },
    groupNamed: async (name, now, tx) => {
      if (!tx) return null;
      const known = await forum.groupByName(tx, groupKey(name));
      if (known !== null) return known;
      const id = systemIds();
      await forum.createGroup(tx, id, { name, topic: name, purpose: "", contact: "" }, now);
      return id;
    },
  });
  const places = { organisation: (said: string) => directory.get(said)?.key };
  const all = () => overviewRepository(db).all(EVERYTHING);
  return { importer, places, all, nameOf: directory.name, label: directory.label, clock: systemClock };
}

export const withExchangeStore = (
  url: string,
  forumName: string,
  work: (tools: ExchangeTools) => Promise<number>,
): Promise<number> => withStore(url, async (db) => work(toolsOf(db, await settled(db, forumName))));

/** For reading only: nobody is there for whom something would be hidden. */
function findToolsOf(db: Db): FindTools {
  const directory = createDirectory(shippedOrganisations());
  const forum = forumRepository(db);
  const repository = exchangeRepository(db);
  const finder = exchangeSearch({
    ...{ ...shippedPreparation(), repository, store: indexStore(db), organisations: directory.names },
    ...{ groups: forum.groups, groupsOf: forum.groupsOf },
    ...{ groupOf: async () => null, coordinators: async () => [] },
  });
  return { finder, repository, groups: forum.groups, nameOf: directory.label, clock: systemClock };
}

export const withFindStore = (url: string, work: (tools: FindTools) => Promise<number>): Promise<number> =>
  withStore(url, (db) => work(findToolsOf(db)));
