/** The HTTP door: limits, local guards, probes, and how it closes. */
import { Agent, request as httpRequest } from "node:http";
import restify from "restify";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type HttpDoor, type MessageRequest, openHttpDoor, PortBusy } from "../../src/http.http.ts";
import { keptLog } from "../support/bot.ts";

const { log, entries } = keptLog();
const taken: MessageRequest[] = [];
let reasons: string[] = [];
let release = () => {};

const open = (bent: Partial<Parameters<typeof openHttpDoor>[0]> = {}) =>
  openHttpDoor({
    host: "127.0.0.1",
    port: 0,
    local: true,
    messages: async (request) => {
      taken.push(request);
      if ((request.body as { text?: string }).text === "boom") throw new Error("geheim");
      if ((request.body as { text?: string }).text === "slow") {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      }
      return { status: 200, body: { ok: "ja" } };
    },
    ready: async () => {
      if (reasons.includes("boom")) throw new Error("geheim");
      return reasons;
    },
    metrics: () => "forumsbote_turns_total 3\n",
    log,
    ...bent,
  });

let door: HttpDoor;
beforeAll(async () => {
  door = await open();
});
afterAll(() => door.close(1_000));
afterEach(() => {
  taken.length = 0;
  reasons = [];
});

type Answer = { status: number; text: string; headers: Record<string, unknown> };

/** With headers fetch would not let us set. */
function ask(
  path: string,
  headers: Record<string, string>,
  method = "GET",
  body = "",
  at = door,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: "127.0.0.1", port: at.port, path, method, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
    });
    outgoing.on("error", reject).end(body);
  });
}
const json = { "content-type": "application/json" };
const post = (body: string, headers: Record<string, string> = json, at = door) =>
  ask("/api/messages", headers, "POST", body, at);

describe("POST /api/messages", () => {
  it("hands header and body over and gives the answer back", async () => {
    const answer = await post('{"text":"hallo"}', { ...json, authorization: "Bearer x" });
    expect(answer).toMatchObject({ status: 200, text: '{"ok":"ja"}' });
    expect(taken).toEqual([{ authorization: "Bearer x", body: { text: "hallo" } }]);
  });

  it.each([
    ["not JSON", "{", json, 400],
    ["a wrong content type", "text=x", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["no content type", "{}", {}, 415],
    ["a page's simple request", "{}", { "content-type": "text/plain" }, 415],
    ["a packed body", "{}", { ...json, "content-encoding": "gzip" }, 415],
    ["a body over the limit", JSON.stringify({ text: "a".repeat(256 * 1024) }), json, 413],
    [
      "a body over the limit in pieces",
      JSON.stringify({ text: "a".repeat(400 * 1024) }),
      { ...json, "transfer-encoding": "chunked" },
      413,
    ],
  ])("with %s is refused and not handed over", async (_name, body, headers, status) => {
    const answer = await post(body, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(/ at |Error:|JSON\.parse/);
    expect(taken).toEqual([]);
  });

  it("takes a body of 200 kB, umlauts and a charset in the header", async () => {
    const body = JSON.stringify({ text: "ö".repeat(100 * 1024) });
    expect((await post(body, { "content-type": "application/json; charset=utf-8" })).status).toBe(200);
    expect(taken).toMatchObject([{ body: { text: "ö".repeat(100 * 1024) } }]);
  });

  it("shows nothing of a handler that throws, and logs it", async () => {
    const answer = await post('{"text":"boom"}');
    expect([answer.status, answer.text]).toEqual([500, ""]);
    expect(entries.at(-1)).toMatchObject({ level: "fault", event: "http.messages.failed" });
  });

  it.each(["GET", "PUT", "DELETE"])("by %s is no method of it", async (method) => {
    expect((await ask("/api/messages", json, method)).status).toBe(405);
  });
});

describe("T12: restify", () => {
  it("library: no limit for a body, and a thrown error is shown to the caller", async () => {
    const server = restify.createServer();
    server.use(restify.plugins.jsonBodyParser());
    server.post("/api/messages", async (request) => {
      throw new Error(`geheim ${JSON.stringify(request.body).length}`);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const stock = { port: server.address().port } as HttpDoor;
    const answer = await post(JSON.stringify({ text: "a".repeat(1024 * 1024) }), json, stock);
    expect(answer.text).toContain("geheim 1048");
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  });
});

describe("local mode", () => {
  const port = () => door.port;
  it.each([
    ["evil.example", 403],
    ["192.168.0.7:3978", 403],
    ["127.0.0.1.evil.example", 403],
    ["localhost:3978", 200],
    ["127.0.0.1", 200],
    ["[::1]:3978", 200],
    ["LOCALHOST", 200],
  ])("with Host „%s“: %i", async (host, status) => {
    expect((await ask("/healthz", { host })).status).toBe(status);
  });

  it.each(["forwarded", "x-forwarded-for", "x-forwarded-host", "X-Forwarded-Proto"])(
    "refuses %s",
    async (name) => {
      expect((await ask("/healthz", { [name]: "for=127.0.0.1" })).status).toBe(403);
      expect((await post("{}", { ...json, [name]: "x" })).status).toBe(403);
      expect(taken).toEqual([]);
    },
  );

  it("refuses a page of a foreign site, and not the Playground's", async () => {
    expect((await post("{}", { ...json, origin: "https://evil.example" })).status).toBe(403);
    expect((await post("{}", { ...json, origin: "null" })).status).toBe(403);
    expect((await post("{}", { ...json, origin: `http://localhost:${port()}` })).status).toBe(200);
  });

  it("listens on this machine's own address only", async () => {
    await expect(open({ host: "0.0.0.0" })).rejects.toThrow("127.0.0.1 only");
  });

  it("off: a proxy in front is normal", async () => {
    const behindProxy = await open({ local: false });
    const headers = { host: "bot.example", "x-forwarded-for": "10.0.0.1" };
    expect((await ask("/healthz", headers, "GET", "", behindProxy)).status).toBe(200);
    await behindProxy.close(100);
  });
});

describe("probes", () => {
  it("alive, ready, not ready with reasons, and not ready when the question itself fails", async () => {
    expect(await ask("/healthz", {})).toMatchObject({ status: 200, text: '{"ok":true}' });
    expect(await ask("/readyz", {})).toMatchObject({ status: 200, text: '{"ok":true,"reasons":[]}' });
    reasons = ["storeUnreachable"];
    expect(await ask("/readyz", {})).toMatchObject({
      status: 503,
      text: '{"ok":false,"reasons":["storeUnreachable"]}',
    });
    reasons = ["boom"];
    expect(await ask("/readyz", {})).toMatchObject({ status: 503, text: '{"ok":false,"reasons":["fault"]}' });
  });

  it("metrics are plain text, as they are", async () => {
    const answer = await ask("/metrics", {});
    expect(answer).toMatchObject({ status: 200, text: "forumsbote_turns_total 3\n" });
    expect(answer.headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
  });

  it("an unknown path is 404, and no answer names the server", async () => {
    const answer = await ask("/admin", {});
    expect(answer.status).toBe(404);
    expect(answer.headers).not.toHaveProperty("server");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("opening and closing", () => {
  it("a busy port is named", async () => {
    const busy = open({ port: door.port });
    await expect(busy).rejects.toBeInstanceOf(PortBusy);
    await expect(busy).rejects.toMatchObject({ port: door.port });
  });

  it("waits for the turn under way, answers it, and takes nothing new", async () => {
    const own = await open();
    const turn = post('{"text":"slow"}', json, own);
    while (taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const closed = own.close(2_000);
    await expect(post("{}", json, own)).rejects.toThrow("ECONNREFUSED");
    release();
    expect((await turn).status).toBe(200);
    expect(await closed).toBe(true);
    expect(await own.close(1)).toBe(true);
  });

  it("lets a caller who reads slowly have the whole answer", async () => {
    const large = "a".repeat(16 * 1024 * 1024);
    const own = await open({ messages: async () => ({ status: 200, body: { large } }) });
    const length = await new Promise<number>((resolve, reject) => {
      const options = {
        host: "127.0.0.1",
        port: own.port,
        path: "/api/messages",
        method: "POST",
        headers: json,
      };
      const outgoing = httpRequest(options, (answer) => {
        let read = 0;
        own.close(5_000).catch(reject);
        setTimeout(() => {
          answer.on("data", (part: Buffer) => {
            read += part.length;
          });
          answer.on("end", () => resolve(read)).on("error", reject);
        }, 200);
      });
      outgoing.on("error", reject).end("{}");
    });
    expect(length).toBe(large.length + '{"large":""}'.length);
  });

  it("gives up after its limit and says so", async () => {
    const own = await open();
    const turn = post('{"text":"slow"}', json, own).catch((error: Error) => error.message);
    while (taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = performance.now();
    expect(await own.close(100)).toBe(false);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(await turn).toContain("socket hang up");
    release();
  });

  it("says on a connection of before that it is not ready any more", async () => {
    const own = await open();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ready = () =>
      new Promise<string>((resolve, reject) => {
        const outgoing = httpRequest(
          { host: "127.0.0.1", port: own.port, path: "/readyz", agent },
          (answer) => {
            let text = String(answer.statusCode);
            answer.setEncoding("utf8").on("data", (part: string) => {
              text += part;
            });
            answer.on("end", () => resolve(text));
          },
        );
        outgoing.on("error", reject).end();
      });
    expect(await ready()).toBe('200{"ok":true,"reasons":[]}');
    const slow = post('{"text":"slow"}', json, own);
    await expect.poll(() => taken.length).toBe(1);
    const closed = own.close(5_000);
    expect(await ready()).toBe('503{"ok":false,"reasons":["stopping"]}');
    release();
    expect((await slow).status).toBe(200);
    expect(await closed).toBe(true);
    agent.destroy();
  });
});
