// @ts-check
// The delivery as on a server, without turns: store on disk, the real way to Teams over HTTP, a connector that
// takes everything, and a clock in which only the pauses of the ticker do not have to be waited for.
import { createServer } from "node:http";
import { join } from "node:path";
import { migrate } from "../../dist/db/migrate.js";
import { openDb } from "../../dist/db/open.js";
import { createDelivery } from "../../dist/outbox/deliver.js";
import { createEnqueue, createOutboxRepository } from "../../dist/outbox/repository.prisma.js";
import { renderTurnReply } from "../../dist/outbox/turn-reply.js";
import { createTicker } from "../../dist/schedule/ticker.js";
import { systemChance } from "../../dist/system/chance.js";
import { systemIds } from "../../dist/system/ids.js";
import { createTeamsEdge } from "../../dist/teams/edge.teams.js";
import { BenchFault, outbox as words } from "./texts.mjs";

/** @typedef {import("./outbox-allowed.mjs").Arrival} Arrival */

const KIND = "turn.reply";
const EVERY_MS = 2_000;
const TENANT = "11111111-0000-0000-0000-000000000001";
/** Rows written in one transaction. */
const PART = 500;

/** Takes every message at once and notes when it came. @param {() => number} clock */
async function openConnector(clock) {
  /** @type {Arrival[]} */
  const arrived = [];
  const server = createServer((request, response) => {
    const at = clock();
    const to = /\/conversations\/([^/]+)\//.exec(decodeURIComponent(request.url ?? ""))?.[1] ?? "";
    arrived.push({ to, at });
    request.resume();
    request.on("end", () => {
      response.writeHead(201, { "content-type": "application/json" });
      response.end(`{"id":"${arrived.length}"}`);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { arrived, url: `http://127.0.0.1:${port}/`, close };
}

/** Time goes on as it does, but a pause of the ticker ends at once and counts as if it had been waited for. */
function skippingTime() {
  let skipped = 0;
  const clock = () => Math.floor(Date.now() + skipped);
  const timer = {
    set: (/** @type {() => void} */ act, /** @type {number} */ ms) => {
      return setImmediate(() => {
        skipped += ms;
        act();
      });
    },
    clear: (/** @type {any} */ handle) => clearImmediate(handle),
  };
  return { clock, timer };
}

const silent = { info: () => undefined, warn: () => undefined, fault: () => undefined };

/** @param {{ folder: string, onEnd: (close: () => unknown) => void, limits: import("./outbox-allowed.mjs").Limits, name: string }} given */
export async function openWorld({ folder, onEnd, limits, name }) {
  const { createPace } = await import("../../dist/outbox/pace.js");
  const { clock, timer } = skippingTime();
  const connector = await openConnector(clock);
  onEnd(connector.close);
  const url = `file:${join(folder, name, "bench.db")}`;
  await migrate(url);
  const db = await openDb(url, { onFatal: () => process.exit(70) });
  onEnd(db.close);
  /** @type {string[]} */
  const faults = [];
  const log = { ...silent, fault: (/** @type {string} */ event) => void faults.push(event) };
  const edge = createTeamsEdge({
    auth: { kind: "local" },
    tenants: "any",
    serviceHosts: [],
    verbs: [],
    dispatch: async () => ({ kind: "silence" }),
    onUnsentReply: async () => undefined,
    log,
  });
  const enqueue = createEnqueue(systemIds);

  /** Messages that are all due now, to so many conversations in turn. @param {number} messages @param {number} conversations */
  async function fill(messages, conversations) {
    const common = {
      kind: /** @type {const} */ ("group"),
      tenantId: TENANT,
      serviceUrl: connector.url,
      botId: "28:bot",
    };
    const chats = Array.from({ length: conversations }, (_, at) => ({
      id: `19:chat-${at}@thread.v2`,
      ...common,
    }));
    await db.write((tx) => tx.conversation.createMany({ data: chats }));
    const dueAt = clock();
    for (let begin = 0; begin < messages; begin += PART) {
      const notices = Array.from({ length: Math.min(PART, messages - begin) }, (_, at) => ({
        ...{ key: `bench ${begin + at}`, kind: KIND, subject: "bench", dueAt, expiresAt: null },
        to: { conversation: chats[(begin + at) % conversations]?.id ?? "" },
        payload: { kind: "text", text: `Der Termin im Landratsamt steht fest, Nachricht ${begin + at}.` },
      }));
      await db.write((tx) => enqueue(tx, notices));
    }
  }

  /** Delivers until nothing is left. @param {number} messages */
  async function deliverAll(messages) {
    const delivery = createDelivery({
      ...{ repository: createOutboxRepository(db), renderers: { [KIND]: renderTurnReply }, send: edge.send },
      ...{ pace: createPace(limits), clock, chance: systemChance, newId: systemIds, log },
    });
    let rss = 0;
    let left = messages;
    const begun = clock();
    const real = performance.now();
    await new Promise((resolve, reject) => {
      /** @type {import("../../dist/schedule/ticker.js").Job} */
      const job = {
        name: "outbox",
        everyMs: EVERY_MS,
        run: async (now) => {
          const { againInMs, delivered, expired, undeliverable, dropped } = await delivery.deliverDue(now);
          rss = Math.max(rss, process.memoryUsage.rss());
          left -= delivered;
          if (expired + undeliverable + dropped + faults.length > 0)
            reject(new BenchFault(words.lost(faults)));
          if (left === 0) resolve(undefined);
          return againInMs === undefined ? undefined : { againInMs };
        },
      };
      const ticker = createTicker({ jobs: [job], clock, log, timer });
      onEnd(ticker.stop);
      ticker.start();
    });
    const stored = await db.read.outboxItem.count({ where: { state: "delivered", attempts: 1 } });
    if (stored !== messages || connector.arrived.length !== messages)
      throw new BenchFault(words.miscounted(messages, connector.arrived.length, stored));
    const { durable } = await db.check();
    if (!durable) throw new BenchFault(words.notDurable);
    const first = Math.min(...connector.arrived.slice(0, 1_000).map(({ at }) => at));
    const last = connector.arrived.reduce((most, { at }) => Math.max(most, at), 0);
    return {
      arrived: connector.arrived,
      /** From the first look to the last arrival, ms of the clock of the delivery. */
      tookMs: last - Math.min(first, begun),
      realMs: performance.now() - real,
      rssMb: rss / 1_048_576,
    };
  }

  return { fill, deliverAll };
}
