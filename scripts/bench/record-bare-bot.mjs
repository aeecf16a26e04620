// @ts-check
// The reference of recording: a bot of 30 lines that writes the same rows in one bare Prisma transaction and answers a
// sentence. It asks nobody whether the record may be made, and looks for nothing alike.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import restify from "restify";
import { PrismaClient } from "../../dist/db/generated/sqlite/client.js";
import { migrate } from "../../dist/db/migrate.js";
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
  const at = new Date();
  await client.organisation.create({
    data: {
      key: "kandern",
      name: "Kandern",
      kind: "Stadt",
      party: true,
      validFrom: "2021-10-15",
      validTo: null,
    },
  });
  const who = { tenantId: "t", aadObjectId: "aad", teamsUserId: "29:1", name: "Delegation" };
  const row = { id: "m", ...who, organisationKey: "kandern", createdAt: at, updatedAt: at };
  await client.member.create({ data: row });
  let made = 0;

  /** The rows of a record, its preparation and its key, in one transaction. @param {string} text @param {string} key */
  const write = (text, key) =>
    client.$transaction(async (tx) => {
      made += 1;
      const id = `bare-${made}`;
      const said = {
        kind: /** @type {const} */ ("process"),
        title: text.slice(0, 60),
        text,
        stage: /** @type {const} */ ("idea"),
      };
      const by = { organisationKey: "kandern", recordedById: "m", recordedAt: new Date(), revision: 1 };
      await tx.appliedAction.create({ data: { key, kind: "exchange.record", subject: id, at: new Date() } });
      await tx.exchange.create({ data: { id, ...said, ...by } });
      await tx.exchangeIndex.create({ data: { exchangeId: id, version: "1", revision: 1, packed: text } });
    });

  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, credentials));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post("/api/messages", async (request, response) => {
    await adapter.process(request, response, async (context) => {
      if (context.activity.type !== "message") return;
      await write(context.activity.text, `${context.activity.conversation.id}|${context.activity.id}`);
      await context.sendActivity(`Sie sagten: ${context.activity.text}`);
    });
  });
  await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(undefined));
  });
  const state = async () => {
    const [pragma] = /** @type {any[]} */ (await client.$queryRaw`PRAGMA synchronous`);
    return { durable: Number(pragma?.synchronous) === 2, records: await client.exchange.count() };
  };
  return { port: server.address().port, state, close: () => client.$disconnect() };
});
