/** Files people send: only from where they may come from, no larger and no later than allowed. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseActivity } from "../../src/teams/activity.ts";
import { createFetchFile, FILE_HOSTS } from "../../src/teams/files.ts";
import { createHostGuard } from "../../src/teams/service-hosts.ts";
import { startFileHost } from "../support/file-host.ts";

describe("a message with a file", () => {
  const FILE = "application/vnd.microsoft.teams.file.download.info";
  const file = (name: unknown, downloadUrl: unknown = "https://a.sharepoint.com/x") => ({
    contentType: FILE,
    name,
    content: { downloadUrl, uniqueId: "1", fileType: "txt" },
  });
  const message = (attachments: unknown, more: object = {}) => ({
    type: "message",
    id: "1",
    channelId: "msteams",
    serviceUrl: "https://smba.trafficmanager.net/emea/",
    from: { id: "29:a", aadObjectId: "aad-a", name: "Koordination" },
    recipient: { id: "28:bot" },
    conversation: { id: "a:1", conversationType: "personal", tenantId: "t" },
    attachments,
    ...more,
  });
  const read = (attachments: unknown, more: object = {}) => {
    const parsed = parseActivity(message(attachments, more));
    return parsed.kind === "incoming" ? parsed.incoming : parsed;
  };

  it("names the files, whatever is typed beside them", () => {
    expect(read([file("Satzung.pdf"), file("b.txt")], { text: "bitte" })).toMatchObject({
      kind: "file",
      files: [
        { name: "Satzung.pdf", url: "https://a.sharepoint.com/x" },
        { name: "b.txt", url: "https://a.sharepoint.com/x" },
      ],
    });
    expect(read([file(7)])).toMatchObject({ kind: "file", files: [{ name: "" }] });
    expect(read([file(`\u0000${"a".repeat(500)}.txt`)])).toMatchObject({
      files: [{ name: `${"a".repeat(196)}.txt` }],
    });
  });

  it.each([
    [undefined],
    ["x"],
    [[null, 7, {}]],
    [[{ contentType: "text/html", content: "<p>hallo</p>" }]],
    [[{ contentType: "image/png", contentUrl: "https://a" }]],
    [[file("a.txt", 7)]],
    [[{ contentType: FILE, name: "a.txt" }]],
  ])("is an ordinary message with the attachments %j", (attachments) => {
    expect(read(attachments, { text: "hilfe" })).toMatchObject({ kind: "typed", text: "hilfe" });
  });

  it("in a channel is a question if something is asked", () => {
    const channel = {
      conversation: { id: "19:x", conversationType: "channel", tenantId: "t", isGroup: true },
      entities: [{ type: "mention", text: "<at>B</at>", mentioned: { id: "28:bot" } }],
    };
    expect(read([file("a.txt")], { ...channel, text: "<at>B</at> wann?" })).toMatchObject({ kind: "typed" });
    expect(read([file("a.txt")], { ...channel, text: "<at>B</at>" })).toMatchObject({ kind: "file" });
  });
});

describe("where files may lie", () => {
  const allowed = createHostGuard(FILE_HOSTS);
  it.each([
    ["https://kreis-my.sharepoint.com/personal/x/_layouts/15/download.aspx?a=b", true],
    ["https://kreis.sharepoint.us/x", true],
    ["http://kreis.sharepoint.com/x", false],
    ["https://kreis.sharepoint.com.boese.example/x", false],
    ["https://sharepoint.com/x", false],
    ["https://a.b.sharepoint.com/x", false],
    ["https://kreis.sharepoint.com:8443/x", false],
    ["https://u:p@kreis.sharepoint.com/x", false],
    ["https://169.254.169.254/x", false],
    ["https://127.0.0.1/x", false],
    ["file:///etc/passwd", false],
  ])("%s: %s", (url, is) => {
    expect(allowed(url)).toBe(is);
  });
});

describe("fetching a file", () => {
  let host: Awaited<ReturnType<typeof startFileHost>>;
  beforeAll(async () => {
    host = await startFileHost();
  });
  afterAll(() => host.close());
  const fetchFile = createFetchFile({ local: true, timeoutMs: 500 });

  it("gives its bytes, and sends nothing of ours with the request", async () => {
    const url = host.keeps("/a?sig=1", Buffer.from([0, 255, 128]));
    const done = await fetchFile(url, 100);
    expect(done.ok && [...done.value]).toEqual([0, 255, 128]);
    expect(Object.keys(host.asked.at(-1)?.headers ?? {}).sort()).toEqual(["connection", "host"]);
  });

  it("goes nowhere else than to the hosts of files", async () => {
    const before = host.asked.length;
    const real = createFetchFile({ local: false });
    for (const url of [host.url("/a"), "https://boese.example/x", "kein Ort", "file:///etc/passwd"])
      expect(await real(url, 100)).toEqual({ ok: false, reason: "forbiddenHost" });
    expect(host.asked).toHaveLength(before);
  });

  it("ends when the file is larger than allowed, also without end", async () => {
    expect(await fetchFile(host.keeps("/big", "a".repeat(101)), 100)).toEqual({
      ok: false,
      reason: "tooLarge",
    });
    expect(await fetchFile(host.keeps("/endless", { kind: "endless" }), 1_000_000)).toEqual({
      ok: false,
      reason: "tooLarge",
    });
  });

  it("does not wait for a host that never answers, or never ends", async () => {
    const late = { ok: false, reason: "tooSlow" };
    expect(await fetchFile(host.keeps("/hang", { kind: "hang" }), 100)).toEqual(late);
    expect(await fetchFile(host.url("/endless"), Number.POSITIVE_INFINITY)).toEqual(late);
  });

  it("follows a redirect on the same host, and none to another", async () => {
    const to = (location: string) => ({ kind: "status", status: 302, headers: { location } }) as const;
    host.keeps("/goal", "da");
    expect(await fetchFile(host.keeps("/here", to("/goal")), 100)).toMatchObject({ ok: true });
    const gone = { ok: false, reason: "unavailable" };
    expect(await fetchFile(host.keeps("/there", to("https://boese.example/")), 100)).toEqual(gone);
    expect(await fetchFile(host.keeps("/local", to("http://localhost:1/")), 100)).toEqual(gone);
    expect(await fetchFile(host.keeps("/round", to("/round")), 100)).toEqual(gone);
  });

  it.each([404, 403, 500, 204])("says that there is nothing after %i", async (status) => {
    expect(await fetchFile(host.keeps("/s", { kind: "status", status }), 100)).toEqual({
      ok: false,
      reason: "unavailable",
    });
  });
});
