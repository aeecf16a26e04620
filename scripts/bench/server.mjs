// @ts-check
// The inside of a bot's process: starts it, tells the measuring process where it listens and how it is.
import { identityOf } from "../../dist/teams/auth.teams.js";
import { loadIssuer } from "./support.mjs";

/**
 * @typedef {object} Given what a bot is started with; handed over as JSON
 * @property {string} appId
 * @property {string} tenantId
 * @property {string} folder
 * @property {object} settings where the keys of the tokens are learned
 * @property {string} [databaseUrl] another store than the one in the folder
 * @property {boolean} [records] notes the statements that it sends, and does nothing by itself
 *
 * @typedef {object} State
 * @property {number} cpuMs used by the process so far
 * @property {number} rssMb
 * @property {boolean} [durable]
 * @property {number} [records]
 *
 * @typedef {object} Bot
 * @property {number} port
 * @property {() => Promise<Pick<State, "durable" | "records">>} [state]
 * @property {Readonly<Record<string, (given: any) => Promise<unknown>>>} [jobs] what it does when it is asked
 * @property {() => Promise<unknown>} [close]
 */

/**
 * Runs in a child process. Both bots get the same settings and credentials: `auth` for Forumsbote,
 * `settings` and `credentials` (the same, as the library wants them) for the echo bot.
 * @param {(parts: any) => Promise<Bot>} start
 */
export async function serve(start) {
  /** @type {Given} */
  const { appId, tenantId, settings, ...rest } = JSON.parse(process.argv[2] ?? "{}");
  const { outgoingCredentials } = await loadIssuer();
  const credentials = /** @type {any} */ (outgoingCredentials(appId));
  const auth = /** @type {const} */ ({
    kind: "bot",
    appType: "SingleTenant",
    appId,
    tenantId,
    settings,
    credentials,
  });
  const bot = await start({ auth, ...rest, ...identityOf(auth) });

  process.on("message", async (/** @type {any} */ message) => {
    if (message.job) {
      const result = (await bot.jobs?.[message.job]?.(message.given)) ?? null;
      return process.send?.({ [message.job]: result });
    }
    const { user, system } = process.cpuUsage();
    const rssMb = process.memoryUsage.rss() / 1_048_576;
    process.send?.({ state: { cpuMs: (user + system) / 1_000, rssMb, ...(await bot.state?.()) } });
  });
  process.once("SIGTERM", async () => {
    await bot.close?.();
    process.exit(0);
  });
  process.send?.({ port: bot.port });
}
