import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { afterEach, describe, expect, test } from "vitest";
import { createBot } from "../../scripts/chaos/bot.mjs";
import { openDoor } from "../../scripts/chaos/door.mjs";
import { createSteps } from "../../scripts/chaos/election-steps.mjs";
import { createFleet } from "../../scripts/chaos/fleet.mjs";
import { readOptions } from "../../scripts/chaos/options.mjs";
import { createChance } from "../../scripts/chaos/random.mjs";
import { sqliteStore } from "../../scripts/chaos/store.mjs";
import { openWire } from "../../scripts/chaos/wire.mjs";
import { freePort } from "../support/ports.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

type Heard = { readonly method: string; readonly path: string; readonly body: string };

/** A server that hears everything; `answer` gives status and body, or null to tear the connection. */
async function server(answer: (heard: Heard, number: number) => readonly [number, string] | null) {
  const heard: Heard[] = [];
  const made: Server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    const one = { method: request.method ?? "", path: request.url ?? "", body };
    heard.push(one);
    const given = answer(one, heard.length);
    if (!given) return void response.destroy();
    response.writeHead(given[0]);
    response.end(given[1]);
  });
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    made.closeAllConnections();
    made.close();
  });
  const address = made.address();
  return { heard, url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/` };
}

describe("options", () => {
  test("twenty ends and any seed, unless said otherwise", () => {
    const usual = { scenario: "outbox", kills: 20, seed: 7, postgres: false };
    expect(readOptions(["outbox"], 7)).toEqual(usual);
    const args = ["--", "election", "--postgres", "--kills", "200", "--seed=3"];
    const said = { scenario: "election", kills: 200, seed: 3, postgres: true };
    expect(readOptions(args, 7)).toEqual(said);
  });

  test.each([
    [[], "outbox"],
    [["both"], "election"],
    [["outbox", "--kills"], "--kills"],
    [["outbox", "--kills", "0"], "--kills"],
    [["outbox", "--fast"], "„--fast“"],
  ])("%j is refused with a sentence", (args, said) => {
    expect(() => readOptions(args, 1)).toThrow(said);
  });

  test("the command says how it is used", async () => {
    const main = join(import.meta.dirname, "..", "..", "scripts", "chaos", "main.mjs");
    const said = await new Promise((resolve) =>
      execFile(process.execPath, [main], (error, out, err) => resolve([error?.code, out, err])),
    );
    expect(said).toEqual([1, "", expect.stringMatching(/^Bitte nennen Sie.*npm run chaos.*\n$/)]);
  });
});

test("chance: the same seed draws the same, and what is small stays below its bound", () => {
  const draws = (seed: number) => {
    const chance = createChance(seed);
    const own = chance.branch();
    return [own.between(0, 1), chance.pick([1, 2, 3]), chance.small(20), own.happens(0.5)];
  };
  expect(draws(5)).toEqual(draws(5));
  expect(draws(5)).not.toEqual(draws(6));
  const chance = createChance(1);
  const small = Array.from({ length: 500 }, () => chance.small(20));
  expect(small.every((one) => one >= 0 && one < 20)).toBe(true);
  expect(small.filter((one) => one < 5).length).toBeGreaterThan(200);
});

describe("the door", () => {
  type Options = Parameters<typeof openDoor>[0];
  async function door(bot: string, more: Partial<Options> = {}) {
    const none = { onSent: () => undefined, twice: () => false, onTwice: () => undefined };
    const opened = await openDoor({ bot: () => bot, ...none, ...more });
    closers.push(opened.close);
    return opened;
  }
  const posts = (url: string, body: object) =>
    fetch(url, { method: "POST", body: JSON.stringify(body) }).then(async (one) => [
      one.status,
      await one.text(),
    ]);

  test("brings the identical request until it is answered, through torn connections and faults", async () => {
    const bot = await server((_, number) => (number < 3 ? null : number < 4 ? [500, ""] : [200, "gut"]));
    const sent: string[] = [];
    const { url, counts, whenAnswered } = await door(bot.url, { onSent: ({ verb }) => sent.push(verb) });
    const answered = whenAnswered("7");
    const body = { id: "7", value: { action: { verb: "election.cast" } } };
    expect(await posts(url, body)).toEqual([200, "gut"]);
    await answered;
    expect(bot.heard.map((one) => one.body)).toEqual(Array(4).fill(JSON.stringify(body)));
    expect(sent).toEqual(Array(4).fill("election.cast"));
    expect(counts).toMatchObject({ requests: 1, again: 2, refused: 1 });
  });

  test("knows whose request was sent and had no answer; one that nobody took is none", async () => {
    const bot = await server((_, number) => (number < 2 ? null : number < 3 ? [502, ""] : [200, ""]));
    const gone = `http://127.0.0.1:${await freePort()}/`;
    const ways = [gone, gone];
    const { url, missed } = await door("", { bot: () => ways.shift() ?? bot.url });
    await posts(url, { id: "1", from: { id: "29:a" } });
    expect([bot.heard.length, missed("29:a"), missed("29:b")]).toEqual([3, 2, 0]);
  });

  test("knows that a person went away before the answer came", async () => {
    const bot = await server(() => null);
    const { url, missed } = await door(bot.url);
    const signal = AbortSignal.timeout(50);
    const body = JSON.stringify({ id: "1", from: { id: "29:a" } });
    await expect(fetch(url, { method: "POST", body, signal })).rejects.toThrow();
    await expect.poll(() => missed("29:a")).toBeGreaterThan(0);
  });

  test("knows what is unanswered, and hands a refusal back", async () => {
    let during: number[] = [];
    const bot = await server(() => {
      const of = [{}, { url: bot.url, verb: "" }, { url: "http://other/" }, { verb: "election.cast" }];
      during = of.map(opened.unanswered);
      return [403, "nein"];
    });
    const opened = await door(bot.url);
    expect(await posts(opened.url, { id: "1" })).toEqual([403, "nein"]);
    expect([during, opened.unanswered()]).toEqual([[1, 1, 0, 0], 0]);
  });

  test("brings some twice at once and compares the answers", async () => {
    const bot = await server((_, number) => [200, String(number)]);
    const compared: string[][] = [];
    const { url } = await door(bot.url, {
      twice: ({ text }) => text === "zwei",
      onTwice: (_, answers) => compared.push(answers.map((one) => one.body).sort()),
    });
    await posts(url, { id: "1", text: "eins" });
    expect(bot.heard).toHaveLength(1);
    await posts(url, { id: "2", text: "zwei" });
    await expect.poll(() => compared).toEqual([["2", "3"]]);
  });
});

describe("the wire", () => {
  test("tears before or after the message is taken, says later, or passes on", async () => {
    const connector = await server(() => [201, '{"id":"m1"}']);
    let tear: "before" | "after" | "" = "before";
    let refuses = false;
    const answered: string[] = [];
    const wire = await openWire({
      connector: connector.url,
      textOf: (raw) => raw,
      refuses: ({ answers }) => refuses && answers,
      onCall: async (_, when) => when === tear,
      onAnswered: ({ text }) => answered.push(text),
    });
    closers.push(wire.close);
    const tells = (text: string) =>
      fetch(`${wire.url}v3/conversations/a/activities/9`, { method: "POST", body: text }).then(
        (one) => one.status,
        () => "torn",
      );
    expect(await tells("eins")).toBe("torn");
    expect(connector.heard).toHaveLength(0);
    tear = "after";
    expect(await tells("zwei")).toBe("torn");
    tear = "";
    refuses = true;
    expect(await tells("drei")).toBe(503);
    refuses = false;
    expect(await tells("vier")).toBe(201);
    expect(connector.heard.map((one) => one.body)).toEqual(["zwei", "vier"]);
    expect(wire.accepted.map((one) => one.id)).toEqual(["m1", "m1"]);
    await expect.poll(() => answered).toEqual(["drei", "vier"]);
    expect(wire.unanswered()).toBe(0);
  });
});

test("the wire throttles, fails, cuts the line or never answers, and what it so treats is not taken", async () => {
  const connector = await server(() => [201, '{"id":"m1"}']);
  const wire = await openWire({
    ...{ connector: connector.url, textOf: (raw: string) => raw, refuses: () => false },
    troubles: ({ text }) => (text === "gut" ? null : (text as "throttled")),
    ...{ onCall: async () => false, onAnswered: () => undefined },
  });
  closers.push(wire.close);
  const tells = (text: string) =>
    fetch(`${wire.url}v3/conversations/a/activities`, {
      ...{ method: "POST", body: text, signal: AbortSignal.timeout(300) },
    }).then(
      (one) => [one.status, one.headers.get("retry-after")],
      (error: Error) => error.name,
    );
  expect(await tells("throttled")).toEqual([429, "1"]);
  expect(await tells("failed")).toEqual([502, null]);
  expect(await tells("reset")).toBe("TypeError");
  expect(wire.cut()).toBe(0);
  expect(await tells("hung")).toBe("TimeoutError");
  expect(await tells("gut")).toEqual([201, null]);
  expect(connector.heard).toHaveLength(1);
  expect(wire.counts).toMatchObject({ throttled: 1, failed: 1, reset: 1, hung: 1 });
  await expect.poll(() => wire.cut()).toBe(1);
});

describe("several processes behind one address", () => {
  function fleetOf(busy: readonly number[]) {
    const done: string[] = [];
    const bots = busy.map((requests, at) => ({
      ...{ url: `http://bot-${at}`, log: "", requests },
      state: () => "ready" as const,
      start: () => void done.push(`start ${at}`),
      kill: async () => void done.push(`kill ${at}`),
      stop: async () => undefined,
      whenReady: async () => undefined,
      unexpectedEnds: () => at,
      faults: () => [`fault ${at}`],
    }));
    const chance = { ...createChance(1), happens: (share: number) => share > 1 };
    const fleet = createFleet(bots, chance, (bot) => (bot as (typeof bots)[number]).requests);
    return { done, fleet, chance };
  }

  test("are asked in turn; whoever has most to answer is ended, and nobody else", async () => {
    const { done, fleet } = fleetOf([1, 5]);
    expect(new Set([fleet.url(), fleet.url()])).toEqual(new Set(["http://bot-0", "http://bot-1"]));
    fleet.aim();
    expect(fleet.isAll()).toBe(false);
    await fleet.kill();
    fleet.start();
    expect(done).toEqual(["kill 1", "start 1"]);
    expect([fleet.unexpectedEnds(), fleet.faults()]).toEqual([1, ["fault 0", "fault 1"]]);
  });

  test("are ended by what they have just sent, where that is known", async () => {
    const { done, fleet } = fleetOf([5, 1, 0]);
    const named = createFleet(
      [4001, 4002].map((port) => ({
        ...{
          url: `http://127.0.0.1:${port}`,
          log: "",
          state: () => "ready" as const,
          start: () => undefined,
        },
        kill: async () => void done.push(`kill ${port}`),
        ...{ stop: async () => undefined, whenReady: async () => undefined },
        ...{ unexpectedEnds: () => 0, faults: () => [] },
      })),
      { ...createChance(1), happens: () => false },
      () => 0,
    );
    named.aim("4002");
    await named.kill();
    expect(done).toEqual(["kill 4002"]);
    fleet.aim("9");
    await fleet.kill();
    expect(done.at(-1)).toBe("kill 0");
  });

  test("are all ended now and then, and one alone always", async () => {
    const { done, fleet, chance } = fleetOf([1, 5]);
    chance.happens = () => true;
    fleet.aim();
    await fleet.kill();
    expect(done).toEqual(["kill 0", "kill 1"]);
    const alone = fleetOf([0]);
    alone.fleet.aim();
    expect(alone.fleet.isAll()).toBe(true);
  });
});

describe("the step in which the bot was ended", () => {
  test.each([
    ["endedBetween", []],
    ["endedVoting", [{ electionId: "e", phase: "voting" }]],
    ["endedSealed", [{ electionId: "e", phase: "sealed" }], [{}]],
    ["endedTold", [{ electionId: "e", phase: "sealed" }], []],
    ["endedCounted", [{ electionId: "e", phase: "counted" }]],
  ])("%s is read from what it has left behind", async (name, rounds, waiting: object[] = []) => {
    const steps = createSteps();
    await steps.look(async (sql) => (sql.includes("OutboxItem") ? waiting : rounds) as never);
    expect(Object.entries(steps.counts).filter(([, count]) => count > 0)).toEqual([[name, 1]]);
  });
});

describe("the store of a dead bot", () => {
  test("is looked at in a copy: its own files stay as they were left", async () => {
    const folder = mkdtempSync(join(tmpdir(), "chaos-"));
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, "x.db");
    const store = sqliteStore(file, join(folder, "copy"));
    expect(await store.rowsOfDead("SELECT 1")).toEqual([]);
    const writing = await new PrismaBetterSqlite3({ url: file }).connect();
    await writing.executeScript("PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (7);");
    const before = readdirSync(folder).sort();
    expect(await store.rowsOfDead("SELECT a FROM t")).toEqual([{ a: 7 }]);
    expect(readdirSync(folder).sort()).toEqual(before);
    const changes = await store.changes("e");
    await writing.executeScript("INSERT INTO t VALUES (8);");
    expect(await store.changes("e")).not.toBe(changes);
    await writing.dispose();
  });
});

describe("the bot's process", () => {
  const script = `import { createServer } from "node:http";
    console.log(JSON.stringify({ level: 50, event: "x.failed" }));
    createServer((request, response) => {
      if (request.url === "/end") process.exit(3);
      response.end();
    }).listen(Number(process.env.PORT), "127.0.0.1");`;

  test("is ended, started again, and started again by itself when it ends unasked", async () => {
    const folder = mkdtempSync(join(tmpdir(), "chaos-"));
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, "bot.mjs"), script);
    const log = join(folder, "bot.log");
    const bot = createBot({ args: [join(folder, "bot.mjs")], folder, log, port: await freePort() });
    closers.push(bot.stop);
    bot.start();
    await bot.whenReady();
    await bot.kill();
    expect(bot.state()).toBe("down");
    bot.start();
    await bot.whenReady();
    expect(bot.unexpectedEnds()).toBe(0);
    await fetch(`${bot.url}/end`).catch(() => undefined);
    await expect.poll(() => bot.unexpectedEnds()).toBe(1);
    await bot.whenReady();
    expect(bot.faults()).toEqual(Array(3).fill("x.failed"));
  });
});
