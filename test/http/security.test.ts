/** What every answer of the door says to a browser, who may read the figures, and what is too deep or too long. */
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HttpDoor, openHttpDoor } from "../../src/http.http.ts";
import { callerOf, mayReadFigures } from "../../src/http-guards.ts";
import { answerOf, nothingHere } from "../../src/pages/answer.ts";
import { keptLog } from "../support/bot.ts";

const { log } = keptLog();
const SECRET = "0123456789abcdef".repeat(4);
const TOKEN = "ein-langes-geheimnis";
const taken: unknown[] = [];
const callers: string[] = [];

const open = (bent: Partial<Parameters<typeof openHttpDoor>[0]> = {}) =>
  openHttpDoor({
    ...{ host: "127.0.0.1", port: 0, local: false, secure: true, log },
    messages: async ({ body }) => {
      taken.push(body);
      if ((body as { text?: string }).text === "boom") throw new Error("geheim");
      return { status: 200 };
    },
    ready: async () => [],
    metrics: () => "forumsbote_turns_total 3\n",
    pages: async (secret, caller) => {
      callers.push(caller);
      if (secret === "boom") throw new Error("geheim");
      return secret === SECRET
        ? answerOf({ contentType: "text/html", body: "<p>", styles: ["a{}"] })
        : nothingHere;
    },
    ...bent,
  });

let door: HttpDoor;
beforeAll(async () => {
  door = await open();
});
afterAll(() => door.close(1_000));

type Answer = { status: number; text: string; headers: Record<string, unknown> };
const json = { "content-type": "application/json" };

function ask(path: string, method = "GET", headers: object = {}, body = "", at = door): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port: at.port, path, method, headers: { ...headers } };
    const outgoing = httpRequest(options, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
    });
    outgoing.on("error", reject).end(body);
  });
}

const EVERY: [number, string, string, object, string][] = [
  [200, "/healthz", "GET", {}, ""],
  [200, "/readyz", "GET", {}, ""],
  [200, "/metrics", "GET", { host: "127.0.0.1" }, ""],
  [401, "/metrics", "GET", { host: "bot.example" }, ""],
  [200, `/seiten/${SECRET}`, "GET", {}, ""],
  [404, "/seiten/abc", "GET", {}, ""],
  [500, "/seiten/boom", "GET", {}, ""],
  [404, "/.env", "GET", {}, ""],
  [405, "/api/messages", "GET", {}, ""],
  [200, "/api/messages", "POST", json, "{}"],
  [400, "/api/messages", "POST", json, "{"],
  [413, "/api/messages", "POST", json, JSON.stringify("a".repeat(300_000))],
  [415, "/api/messages", "POST", {}, "{}"],
  [500, "/api/messages", "POST", json, '{"text":"boom"}'],
];

describe("every answer", () => {
  it.each(EVERY)(
    "%i of %s (%s) lets a browser load, frame, keep and tell nothing",
    async (status, ...asked) => {
      const answer = await ask(...asked);
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject({
        "content-security-policy": expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "permissions-policy": expect.stringContaining("camera=()"),
        "cache-control": "no-store",
        "strict-transport-security": "max-age=31536000",
      });
      expect(answer.headers).not.toHaveProperty("server");
      expect(answer.headers).not.toHaveProperty("x-powered-by");
      expect(answer.text).not.toMatch(/geheim| at .*:\d+/);
    },
  );

  it("asks for https only where people come by https", async () => {
    const plain = await open({ secure: false });
    expect((await ask("/healthz", "GET", {}, "", plain)).headers).not.toHaveProperty(
      "strict-transport-security",
    );
    await plain.close(100);
  });
});

describe("the figures", () => {
  it("without a token are for this machine, and not for what a proxy passes on", async () => {
    for (const headers of [
      { host: "bot.example" },
      { host: "127.0.0.1", "x-forwarded-for": "10.0.0.1" },
      { host: "127.0.0.1", authorization: "Bearer " },
    ]) {
      const wanted = "authorization" in headers ? 200 : 401;
      expect((await ask("/metrics", "GET", headers)).status).toBe(wanted);
    }
    const here = { host: "localhost" };
    expect(mayReadFigures(here, "127.0.0.1", null)).toBe(true);
    expect(mayReadFigures(here, "::ffff:127.0.0.1", undefined)).toBe(true);
    expect(mayReadFigures(here, "10.0.0.7", null)).toBe(false);
    expect(mayReadFigures(here, undefined, "")).toBe(false);
  });

  it("with a token are for whoever knows it, from anywhere, and for nobody else", async () => {
    const guarded = await open({ metricsToken: TOKEN });
    const read = (headers: object) => ask("/metrics", "GET", headers, "", guarded);
    const known = await read({ host: "bot.example", authorization: `Bearer ${TOKEN}` });
    expect([known.status, known.text]).toEqual([200, "forumsbote_turns_total 3\n"]);
    for (const authorization of ["", TOKEN, `Bearer ${TOKEN} `.slice(0, -2), `bearer ${TOKEN}`, "Basic x"]) {
      const answer = await read({ host: "127.0.0.1", authorization });
      expect([answer.status, answer.text]).toEqual([401, ""]);
    }
    expect((await read({ host: "127.0.0.1" })).status).toBe(401);
    await guarded.close(100);
  });
});

describe("a caller", () => {
  const key = Buffer.alloc(32, 1);
  it("is told apart by connection and proxy, and the address is not to be seen", () => {
    const one = callerOf({ "x-forwarded-for": "10.0.0.1" }, "192.0.2.1", key);
    expect(callerOf({ "x-forwarded-for": "made up, 10.0.0.1" }, "192.0.2.1", key)).toBe(one);
    expect(callerOf({ "x-forwarded-for": "10.0.0.2" }, "192.0.2.1", key)).not.toBe(one);
    expect(callerOf({ "x-forwarded-for": "10.0.0.1" }, "192.0.2.2", key)).not.toBe(one);
    expect(callerOf({ "x-forwarded-for": "10.0.0.1" }, "192.0.2.1", Buffer.alloc(32, 2))).not.toBe(one);
    expect(one).toMatch(/^[\w-]{43}$/);
  });

  it("reaches the pages as such", async () => {
    await ask("/seiten/abc");
    expect(callers.at(-1)).toMatch(/^[\w-]{43}$/);
  });
});

describe("a request", () => {
  it.each([
    ["lists", "[".repeat(100_000) + "]".repeat(100_000)],
    ["objects", `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`],
  ])("of very deep %s is read or refused, and the next one is answered", async (_name, body) => {
    expect((await ask("/api/messages", "POST", json, body)).status).toBeLessThan(500);
    expect((await ask("/healthz")).status).toBe(200);
  });

  it("with headers without end is cut off", async () => {
    const answer = await new Promise<string>((resolve) => {
      let said = "";
      const socket = connect(door.port, "127.0.0.1", () => {
        socket.write("GET /healthz HTTP/1.1\r\nhost: x\r\n");
        for (let line = 0; line < 400; line++) socket.write(`x-${line}: ${"a".repeat(100)}\r\n`);
      });
      socket.on("data", (part) => {
        said += String(part);
      });
      socket.on("error", () => undefined).on("close", () => resolve(said));
    });
    expect(answer).toMatch(/^(HTTP\/1\.1 431|$)/);
    expect((await ask("/healthz")).status).toBe(200);
  });
});
