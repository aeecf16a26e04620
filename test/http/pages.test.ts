/** Pages and files through the real HTTP door. */
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HttpDoor, openHttpDoor } from "../../src/http.http.ts";
import { answerOf, nothingHere } from "../../src/pages/answer.ts";
import { keptLog } from "../support/bot.ts";

const { log, entries } = keptLog();
const SECRET = "0123456789abcdef".repeat(4);
const KEPT = "fedcba9876543210".repeat(4);
const KEPT_FILE = { contentType: "text/calendar", body: "Grüße", fileName: "a.ics", keptSeconds: 60 };
const asked: string[] = [];

const open = (local: boolean) =>
  openHttpDoor({
    ...{ host: "127.0.0.1", port: 0, local, log },
    messages: async () => ({ status: 200 }),
    ready: async () => [],
    metrics: () => "",
    pages: async (secret) => {
      asked.push(secret);
      if (secret === "boom") throw new Error("geheim");
      if (secret === KEPT) return answerOf(KEPT_FILE);
      if (secret !== SECRET) return nothingHere;
      return answerOf({ contentType: "text/html; charset=utf-8", body: "<h1>Grüße</h1>", styles: ["a{}"] });
    },
  });

let door: HttpDoor;
beforeAll(async () => {
  door = await open(true);
});
afterAll(() => door.close(1000));

type Answer = { status: number; text: string; headers: Record<string, unknown> };

function ask(path: string, headers: Record<string, string> = {}, method = "GET", at = door): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port: at.port, path, method, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
    });
    outgoing.on("error", reject).end();
  });
}

describe("GET /seiten/<secret>", () => {
  it("gives the page with all its headers, in UTF-8", async () => {
    const answer = await ask(`/seiten/${SECRET}`);
    expect(answer).toMatchObject({ status: 200, text: "<h1>Grüße</h1>" });
    expect(answer.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": expect.stringMatching(/^default-src 'none'; style-src 'sha256-/),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
    expect(answer.headers).not.toHaveProperty("server");
    expect(answer.headers).not.toHaveProperty("set-cookie");
  });

  it.each(["abc", "0".repeat(64), "%2e%2e%2fetc", "a%00b", "'%20OR%201=1"])(
    "%s is the neutral page",
    async (path) => {
      const answer = await ask(`/seiten/${path}`);
      expect(answer.status).toBe(404);
      expect(answer.text).toBe(nothingHere.body);
    },
  );

  it("shows nothing of a fault, and the log does not get the address", async () => {
    const answer = await ask("/seiten/boom");
    expect([answer.status, answer.text]).toEqual([500, ""]);
    expect(entries.at(-1)).toMatchObject({ event: "http.pages.failed", fields: {} });
  });

  it("tells who has it already that nothing has changed, and only where a page may be kept", async () => {
    const first = await ask(`/seiten/${KEPT}`);
    const etag = String(first.headers.etag);
    expect(first).toMatchObject({ status: 200, text: "Grüße" });
    expect(first.headers).toMatchObject({
      "cache-control": "private, max-age=60",
      "content-type": "text/calendar",
    });
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const held of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
      const again = await ask(`/seiten/${KEPT}`, { "if-none-match": held });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, "", etag]);
      expect(again.headers).toMatchObject({
        "cache-control": "private, max-age=60",
        "referrer-policy": "no-referrer",
      });
      expect(again.headers).not.toHaveProperty("content-type");
    }
    for (const held of ['"x"', etag.slice(1, -1), ""])
      expect((await ask(`/seiten/${KEPT}`, { "if-none-match": held })).status).toBe(200);
    expect((await ask(`/seiten/${SECRET}`, { "if-none-match": "*" })).status).toBe(200);
    expect((await ask(`/seiten/${"0".repeat(64)}`, { "if-none-match": "*" })).status).toBe(404);
  });

  it("answers HEAD as GET, without the contents", async () => {
    for (const secret of [SECRET, KEPT]) {
      const [got, head] = [await ask(`/seiten/${secret}`), await ask(`/seiten/${secret}`, {}, "HEAD")];
      expect([head.status, head.text]).toEqual([200, ""]);
      const without = ({ headers: { date: _date, ...others } }: Answer) => others;
      expect(without(head)).toEqual(without(got));
    }
    expect((await ask(`/seiten/${"0".repeat(64)}`, {}, "HEAD")).status).toBe(404);
  });

  it("has no other method, and there is nothing above or below a page", async () => {
    for (const method of ["POST", "PUT", "DELETE"])
      expect((await ask(`/seiten/${SECRET}`, {}, method)).status).toBe(405);
    for (const path of ["/seiten", "/seiten/", `/seiten/${SECRET}/mehr`])
      expect((await ask(path)).status).toBe(404);
  });

  it("holds to the guards of local mode", async () => {
    const before = asked.length;
    expect((await ask(`/seiten/${SECRET}`, { host: "evil.example" })).status).toBe(403);
    expect((await ask(`/seiten/${SECRET}`, { "x-forwarded-for": "10.0.0.1" })).status).toBe(403);
    expect((await ask(`/seiten/${SECRET}`, { origin: "https://evil.example" })).status).toBe(403);
    expect(asked).toHaveLength(before);
    const behindProxy = await open(false);
    const headers = { host: "bot.example", "x-forwarded-for": "10.0.0.1" };
    expect((await ask(`/seiten/${SECRET}`, headers, "GET", behindProxy)).status).toBe(200);
    await behindProxy.close(100);
  });

  it("does not exist where nobody has pages", async () => {
    const without = await openHttpDoor({
      ...{ host: "127.0.0.1", port: 0, local: true, log },
      messages: async () => ({ status: 200 }),
      ready: async () => [],
      metrics: () => "",
    });
    expect((await ask(`/seiten/${SECRET}`, {}, "GET", without)).status).toBe(404);
    await without.close(100);
  });
});
