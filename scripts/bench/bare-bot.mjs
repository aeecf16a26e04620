// @ts-check
// The reference of a cast: the bare Prisma transaction that writes the same two rows, on the same kind of store,
// by itself and behind the door of a bot of 30 lines. It asks nobody whether the vote may be taken.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import restify from "restify";
import { PrismaClient } from "../../dist/db/generated/sqlite/client.js";
import { migrate } from "../../dist/db/migrate.js";
import { countsIn, openRound } from "./ballot-store.mjs";
import { serve } from "./server.mjs";

const PRAGMAS =
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

await serve(async ({ settings, credentials, folder }) => {
  const url = `file:${join(folder, "data", "bare.db")}`;
  mkdirSync(join(folder, "data"), { recursive: true });
  await migrate(url);
  const factory = new PrismaBetterSqlite3({ url });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    await connection.executeScript(PRAGMAS);
    return connection;
  };
  const client = new PrismaClient({ adapter: factory });
  /** @type {string | null} */
  let running = null;
  let rounds = 0;

  /** @param {{ election: string, party: string, tag: string, slot: string, sealed: string }} vote */
  const write = ({ election, party, tag, slot, sealed }) =>
    client.$transaction(async (tx) => {
      const at = { electionId: election, number: 1 };
      await tx.registerEntry.updateMany({ where: { ...at, party }, data: { voted: true, tag } });
      await tx.ballot.createMany({ data: [{ ...at, slot, sealed }] });
    });

  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, credentials));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post("/api/messages", async (request, response) => {
    await adapter.process(request, response, async (context) => {
      await write(context.activity.value.action.data);
      const body = { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "gut" };
      await context.sendActivity({ type: "invokeResponse", value: { status: 200, body } });
    });
  });
  await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(undefined));
  });

  const jobs = {
    round: async () => {
      rounds += 1;
      const id = `wahl-${rounds}`;
      const before = running;
      await client.$transaction((tx) => openRound(tx, id, before));
      running = id;
      return id;
    },
    /** Writes all at once. @param {{ presses: Parameters<typeof write>[0][] }} given */
    cast: async ({ presses }) => {
      const begun = performance.now();
      await Promise.all(presses.map(write));
      return { ms: performance.now() - begun, taken: presses.length };
    },
    counts: () => countsIn(client, running),
  };
  const state = async () => {
    const [row] = /** @type {any[]} */ (await client.$queryRaw`PRAGMA synchronous`);
    return { durable: Number(row?.synchronous) === 2 };
  };
  return { port: server.address().port, jobs, state, close: () => client.$disconnect() };
});
