// @ts-check
// One living Forum and everything around it: the bot in its process, the connector, the issuer of tokens, a host of
// files, the people, and the journal of the store.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startBot } from "./process.mjs";
import {
  loadCast,
  loadConnector,
  loadFileHost,
  loadForum,
  loadIssuer,
  loadJournal,
  loadPeople,
} from "./support.mjs";
import { FuzzFault, faults, lines } from "./texts.mjs";

export const APP_ID = "33333333-3333-3333-3333-333333333333";

/** @typedef {Awaited<ReturnType<typeof openSession>>} Session */
/** @typedef {import("../../test/support/people.ts").Person} Person */

/**
 * @param {object} given
 * @param {string} given.program
 * @param {string} given.folder
 * @param {(close: () => unknown) => void} given.onEnd called in reverse order
 * @param {(line: string) => void} given.say
 */
export async function openSession({ program, folder, onEnd, say }) {
  mkdirSync(folder, { recursive: true });
  const issuer = await (await loadIssuer()).startIssuer();
  onEnd(issuer.close);
  const connector = await (await loadConnector()).startFakeConnector();
  onEnd(connector.close);
  const files = await (await loadFileHost()).startFileHost();
  onEnd(files.close);
  const forum = await loadForum();
  const { TENANT, castOf, viewsOf } = await loadCast();
  const databaseUrl = `file:${join(folder, "data", "fuzz.db")}`;
  const auth = { appId: APP_ID, tenantId: TENANT, settings: issuer.settings };
  const given = { program, folder, databaseUrl, auth };
  mkdirSync(join(folder, "data"), { recursive: true });
  let bot = await startBot(given);
  onEnd(() => bot.stop());
  const journal = await (await loadJournal()).openRowJournal(join(folder, "data", "fuzz.db"));
  onEnd(journal.close);

  const good = { aud: APP_ID, serviceurl: connector.url };
  const authorization = `Bearer ${issuer.token(good)}`;
  const town = {
    get url() {
      return bot.url;
    },
    connector,
    tenantId: TENANT,
    authorization: () => authorization,
  };
  const people = (await loadPeople()).createPeople(town);
  const cast = castOf(people);
  const views = viewsOf(cast);
  /** @type {import("../../test/support/fuzz/living-acts.ts").Stage} */
  const stage = {
    people,
    now: () => bot.now(),
    passes: async (ms) => void (await bot.passes(ms)),
    keeps: (name, content) => files.keeps(`/${name}`, content),
  };

  return {
    issuer,
    connector,
    files,
    tenant: TENANT,
    journal,
    people,
    cast,
    views,
    stage,
    authorization,
    /** @returns {import("./process.mjs").Bot} */
    bot: () => bot,
    /** Makes the Forum, or mends it. @param {number} round */
    make: async (round) => {
      const failed = await forum.makeForum(stage, cast, round);
      // Later, much of it is there already, or somebody has made it impossible.
      if (round > 1) return;
      for (const step of failed) say(lines.notMade(step));
      const counts = await Promise.all(
        forum.MUST_HAVE.map(async (table) => {
          const [row] = await journal.rows(`SELECT count(*) AS "n" FROM "${table}"`);
          return { table, n: Number(row?.n) };
        }),
      );
      const empty = counts.filter(({ n }) => n === 0).map(({ table }) => table);
      if (empty.length > 0) throw new FuzzFault(faults.notAlive(empty));
    },
    /** Ends the bot's process and starts it anew on the same store. @param {Partial<import("./process.mjs").Given>} [other] */
    restart: async (other = {}) => {
      const begun = await bot.passes(0).catch(() => undefined);
      await bot.stop();
      bot = await startBot({ ...given, ...(begun ? { begun } : {}), ...other });
    },
  };
}
