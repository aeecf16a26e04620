// @ts-check
// Starts a copy of the project the way a newcomer does and reports what happened, one check a line:
//   node scripts/ci/fresh-start.mjs COPY [second start at most, seconds]
// First start (with all the set-up), one message through the Playground, Ctrl-C; then the same again.
import { spawn } from "node:child_process";
import { request } from "node:http";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const [copy = ".", limit = "5"] = process.argv.slice(2);
const setupMs = 600_000;
const answerMs = 15_000;
let failed = 0;

/** @param {boolean} good @param {string} what */
function check(good, what) {
  failed += good ? 0 : 1;
  console.log(`  ${good ? "ok  " : "FAIL"} ${what}`);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** @param {() => boolean} holds @param {number} ms */
async function within(holds, ms) {
  const end = performance.now() + ms;
  while (!holds() && performance.now() < end) await sleep(50);
  return holds();
}

/**
 * Everything the Playground tells its page, as one growing text. Its messages are short JSON texts in
 * WebSocket frames; to find a sentence in them the frames need not be taken apart.
 * @param {string} url
 */
function listen(url) {
  const seen = { text: "" };
  const key = Buffer.from("forumsbote check").toString("base64");
  const headers = {
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": key,
  };
  const call = request(`${url}/_ws_conversation/v1/conversations/stream`, { headers });
  call.on("upgrade", (_response, socket) =>
    socket.on("data", (data) => (seen.text += data.toString("utf8"))),
  );
  call.on("error", () => {});
  call.end();
  return { seen, close: () => call.destroy() };
}

/** @param {string} url */
async function say(url) {
  const body = JSON.stringify({ from: { id: "user-koordination" }, text: "hilfe", textFormat: "plain" });
  const path = `${url}/_conversation/v1/conversations/personal-chat/messages`;
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  return response.status;
}

/** @param {string} name @param {number} [atMostSeconds] */
async function round(name, atMostSeconds) {
  const begun = performance.now();
  const seconds = (from = begun) => (performance.now() - from) / 1000;
  const env = { ...process.env, PORT: String(await freePort()), PLAYGROUND_PORT: String(await freePort()) };
  // A group of its own, as a terminal makes one: Ctrl-C reaches every process in it.
  const child = spawn("npm", ["start"], {
    cwd: copy,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (out += String(data)));
  const code = new Promise((resolve) => child.once("exit", (value, signal) => resolve(signal ?? value)));
  const address = () => /https?:\/\/\S+:\d+\s*$/.exec(out)?.[0].trim();
  await within(() => address() !== undefined || child.exitCode !== null, setupMs);
  const url = address();
  if (!url) {
    check(
      false,
      `${name}: no address printed after ${seconds().toFixed(1)} s; it said:\n${out.slice(-2_000)}`,
    );
    child.kill("SIGKILL");
    return;
  }
  const took = seconds();
  const quick = atMostSeconds === undefined || took <= atMostSeconds;
  check(
    quick,
    `${name}: ready after ${took.toFixed(1)} s${atMostSeconds ? ` (at most ${atMostSeconds})` : ""}`,
  );
  const line = listen(url);
  await sleep(300);
  check((await say(url)) === 200, `${name}: the Playground took a message`);
  check(await within(() => line.seen.text.includes("festhalten"), answerMs), `${name}: the bot answered it`);
  line.close();
  const pressed = performance.now();
  process.kill(-(child.pid ?? 0), "SIGINT");
  const ended = await code;
  check(ended === 0, `${name}: Ctrl-C ended it with ${ended} after ${seconds(pressed).toFixed(1)} s`);
}

console.log(`  Node ${process.version}`);
await round("first start");
await round("second start", Number(limit));
process.exit(failed > 0 ? 1 : 0);
