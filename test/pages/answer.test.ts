/** What a browser is told about a page: nothing from elsewhere, nothing kept, nothing passed on. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answerOf, nothingHere } from "../../src/pages/answer.ts";
import { companionSecret, isOpen, isSecret, LINK_MS, secretIn, urlOf } from "../../src/pages/links.ts";

const SECRET = "0123456789abcdef".repeat(4);
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("the answer", () => {
  it("lets only the page's own style apply, and no script", () => {
    const { headers } = answerOf({ contentType: "text/html", body: "", styles: ["a{}", "b{}"] });
    expect(headers["content-security-policy"]).toBe(
      `default-src 'none'; style-src ${hash("a{}")} ${hash("b{}")}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    const { headers: active } = answerOf({ contentType: "text/html", body: "", scripts: ["run()"] });
    expect(active["content-security-policy"]).toContain(`script-src ${hash("run()")}`);
    expect(active["content-security-policy"]).not.toContain("unsafe");
  });

  it("keeps the address from other sites and the page from every cache", () => {
    for (const { headers } of [nothingHere, answerOf({ contentType: "text/html", body: "" })])
      expect(headers).toMatchObject({
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex, nofollow",
      });
  });

  it("may be kept for a time by the one person it is for, where the page says so, under a name for its contents", () => {
    const file = { contentType: "text/calendar", body: "a", keptSeconds: 900 };
    const { headers } = answerOf(file);
    expect(headers["cache-control"]).toBe("private, max-age=900");
    expect(answerOf({ ...file, contentType: "text/plain" }).headers.etag).toBe(headers.etag);
    expect(answerOf({ ...file, body: "b" }).headers.etag).not.toBe(headers.etag);
    expect(answerOf({ contentType: "text/html", body: "a" }).headers).not.toHaveProperty("etag");
    expect(nothingHere.headers).not.toHaveProperty("etag");
  });

  it("offers a file for saving under a harmless name", () => {
    const { headers } = answerOf({
      contentType: "application/json",
      body: "{}",
      fileName: '../a"b\r\nc.json',
    });
    expect(headers["content-disposition"]).toBe('attachment; filename="..-a-b--c.json"');
  });

  it("for a link that opens nothing is a German page that says what to do", () => {
    expect(nothingHere).toMatchObject({ status: 404 });
    expect(nothingHere.body).toMatch(/<html lang="de">[\s\S]*<main>\n<h1>[^<]+<\/h1>/);
    expect(nothingHere.body).toContain("Holen Sie sich bitte einen neuen Link");
    const style = nothingHere.body.match(/<style>([\s\S]*?)<\/style>/)?.[1] ?? "";
    expect(nothingHere.headers["content-security-policy"]).toContain(hash(style));
  });
});

describe("a link", () => {
  it("is open until the instant of its end, and not when it was taken back", () => {
    const link = { kind: "a.b", subject: "s", memberId: null, expiresAt: LINK_MS, revokedAt: null };
    expect([isOpen(link, LINK_MS - 1), isOpen(link, LINK_MS)]).toEqual([true, false]);
    expect(isOpen({ ...link, revokedAt: 0 }, 1)).toBe(false);
    expect(LINK_MS).toBe(24 * 3_600_000);
  });

  it("carries its secret and nothing else", () => {
    expect(urlOf("https://bot.example/", SECRET)).toBe(`https://bot.example/seiten/${SECRET}`);
    expect(secretIn(urlOf("https://bot.example", SECRET))).toBe(SECRET);
    expect(() => secretIn("https://bot.example/seiten/abc")).toThrow(RangeError);
    for (const wrong of ["", "x", SECRET.toUpperCase(), `${SECRET}0`, `${SECRET}\n`, "../etc/passwd"])
      expect(isSecret(wrong)).toBe(false);
  });

  it("leads to its companions, which do not lead back or to each other", () => {
    const [one, two] = [companionSecret(SECRET, "a.one"), companionSecret(SECRET, "a.two")];
    expect(isSecret(one)).toBe(true);
    expect(
      new Set([SECRET, one, two, companionSecret(one, "a.two"), companionSecret(two, "a.one")]).size,
    ).toBe(5);
  });
});
