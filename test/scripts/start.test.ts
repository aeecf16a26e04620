import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isAlive } from "../../scripts/setup/lock.mjs";
import { checkPort, portFrom } from "../../scripts/setup/ports.mjs";
import { freePort } from "../support/ports.ts";

const start = pathToFileURL(join(import.meta.dirname, "..", "..", "scripts", "setup", "start.mjs")).href;
const listening = (port: string, path: string) => `import { createServer } from "node:http";
console.log("${path} is " + process.pid);
createServer((q, r) => r.writeHead(q.url === "${path}" ? 200 : 404).end()).listen(${port}, "127.0.0.1");
process.on("SIGTERM", () => { console.log("${path} stops"); process.exit(0); });`;

let folder = "";
let held: Server | undefined;
const running: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "start-"));
});
afterEach(() => {
  held?.close();
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Runs the real start with two stand-ins for bot and Playground. */
async function run(bot: string, playground = listening("process.argv[4]", "/_debug/ping")) {
  const [port, playgroundPort] = [await freePort(), await freePort()];
  writeFileSync(join(folder, "bot.mjs"), bot);
  writeFileSync(join(folder, "playground.mjs"), playground);
  const parts = JSON.stringify({
    bot: [join(folder, "bot.mjs")],
    playground: [join(folder, "playground.mjs")],
  });
  writeFileSync(
    join(folder, "run.mjs"),
    `import { startLocal } from ${JSON.stringify(start)};
startLocal(${JSON.stringify(folder)}, [], process.env, ${parts}).then((code) => process.exit(code));`,
  );
  const env = { ...process.env, PORT: String(port), PLAYGROUND_PORT: String(playgroundPort) };
  const child = spawn(process.execPath, [join(folder, "run.mjs")], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  const seen = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (seen.text += String(data)));
  const code = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const until = async (what: string) => {
    for (let tries = 0; tries < 500 && !seen.text.includes(what); tries += 1) await sleep(20);
    expect(seen.text).toContain(what);
  };
  return { child, seen, code, until, playgroundPort };
}

const goodBot = listening("process.env.PORT", "/readyz");
const pidOf = (text: string) => Number(/\/readyz is (\d+)/.exec(text)?.[1]);

describe("npm start on this machine", () => {
  test("prints the Playground's address last and ends with 0 on Ctrl-C, the bot having stopped in order", async () => {
    const { child, seen, code, until, playgroundPort } = await run(goodBot);
    await until("http://127.0.0.1:");
    expect(seen.text.trimEnd().endsWith(`http://127.0.0.1:${playgroundPort}`)).toBe(true);
    child.kill("SIGINT");
    child.kill("SIGINT");
    expect(await code).toBe(0);
    expect(seen.text).toContain("/readyz stops");
    expect(isAlive(pidOf(seen.text))).toBe(false);
  });

  test("a bot that does not start hands on its exit code, and no address is printed", async () => {
    const { seen, code } = await run(`console.error("Ein Satz."); process.exit(2);`);
    expect(await code).toBe(2);
    expect(seen.text.trim()).toBe("Ein Satz.");
  });

  test("a Playground that ends takes the bot with it and is no success", async () => {
    const { seen, code } = await run(goodBot, "setTimeout(() => process.exit(0), 700)");
    expect(await code).toBe(1);
    expect(seen.text).toContain("/readyz stops");
    expect(seen.text).toContain("playground.log");
  });

  test("killed outright, it leaves no bot behind", async () => {
    const { child, seen, until } = await run(goodBot);
    await until("http://127.0.0.1:");
    const bot = pidOf(seen.text);
    expect(isAlive(bot)).toBe(true);
    child.kill("SIGKILL");
    for (let tries = 0; tries < 250 && isAlive(bot); tries += 1) await sleep(20);
    expect(isAlive(bot)).toBe(false);
  });
});

describe("ports", () => {
  test.each([undefined, ""])("the variable %j means the usual one", (value) => {
    expect(portFrom("PORT", value, 3978)).toBe(3978);
  });

  test.each(["0", "65536", "abc", "80 80", "-1", "3978.5"])("%j is named as no port", (value) => {
    expect(() => portFrom("PORT", value, 3978)).toThrow(`PORT=${value}`);
  });

  test("a busy one is named together with the variable that changes it", async () => {
    const port = await freePort();
    const wish = { port, name: "PLAYGROUND_PORT", what: "den Playground" };
    await checkPort(wish);
    held = createServer();
    await new Promise<void>((resolve) => held?.listen(port, "127.0.0.1", resolve));
    await expect(checkPort(wish)).rejects.toThrow(new RegExp(`${port}.*PLAYGROUND_PORT`));
  });
});
