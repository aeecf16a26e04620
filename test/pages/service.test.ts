/** Links on a real store: issued, opened, ended, taken back, forgotten. */
import { describe, expect, it } from "vitest";
import { LASTING_MS, LINK_MS } from "../../src/pages/links.ts";
import { pageRepository } from "../../src/pages/repository.prisma.ts";
import { type Page, pageDoor, pageService } from "../../src/pages/service.ts";
import { systemRandomBytes } from "../../src/system/random.ts";
import { engines, freshDb } from "../support/database.ts";
import { countedIds } from "../support/ids.ts";

const NOW = Date.UTC(2026, 2, 2, 11);
const BASE = "https://bot.example";

async function opened(engine: (typeof engines)[number]) {
  const db = await freshDb(engine);
  const repository = pageRepository(db);
  const service = pageService({ repository, random: systemRandomBytes, newId: countedIds(), base: BASE });
  const entitled = new Set(["m1", "m2"]);
  const page: Page = async ({ subject, memberId, linkTo }) =>
    memberId === null || entitled.has(memberId)
      ? { contentType: "text/html", body: `${subject} for ${memberId}, file ${linkTo("test.file")}` }
      : null;
  const door = pageDoor({ repository, base: BASE }, { "test.page": page, "test.file": page });
  const asked = { kind: "test.page", subject: "s1", memberId: "m1", now: NOW } as const;
  const issue = (more: Partial<Parameters<typeof service.issue>[1]> = {}) =>
    db.write((tx) => service.issue(tx, { ...asked, ...more }));
  const open = (url: string, now = NOW) => door(url.slice(url.lastIndexOf("/") + 1), now);
  return { db, repository, service, entitled, door, issue, open };
}

describe.each(engines)("pages on %s", (engine) => {
  it("open with their link, for 24 hours and not an instant longer", async () => {
    const { issue, open } = await opened(engine);
    const url = await issue();
    expect(url).toMatch(/^https:\/\/bot\.example\/seiten\/[0-9a-f]{64}$/);
    expect(await open(url)).toMatchObject({ status: 200, body: expect.stringContaining("s1 for m1") });
    expect((await open(url, NOW + LINK_MS - 1)).status).toBe(200);
    expect((await open(url, NOW + LINK_MS)).status).toBe(404);
    const short = await issue({ ttlMs: 1000 });
    expect([(await open(short, NOW + 999)).status, (await open(short, NOW + 1000)).status]).toEqual([
      200, 404,
    ]);
  });

  it("answer the same to whatever does not open, for whatever reason", async () => {
    const { db, service, entitled, issue, open, door } = await opened(engine);
    const [gone, taken, foreign] = [
      await issue(),
      await issue({ subject: "s2" }),
      await issue({ memberId: "m2" }),
    ];
    const unknown = await issue({ kind: "test.unknown" });
    await db.write((tx) => service.revoke(tx, { kinds: ["test.page"], subject: "s2" }, NOW));
    entitled.delete("m2");
    const answers = [
      await open(gone, NOW + LINK_MS),
      await open(taken),
      await open(foreign),
      await open(unknown),
      await door("0".repeat(64), NOW),
      await door("' OR 1=1 --", NOW),
      await door("", NOW),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 404 });
  });

  it("are stored without their secret", async () => {
    const { db, issue } = await opened(engine);
    const url = await issue({ companions: ["test.file"] });
    const rows = JSON.stringify(await db.read.pageLink.findMany());
    expect(rows).not.toContain(url.slice(-64));
    expect(rows).not.toContain("seiten");
  });

  it("lead to their companions, which are links of their own", async () => {
    const { service, issue, open } = await opened(engine);
    const url = await issue({ companions: ["test.file"] });
    const file = service.companion(url, "test.file");
    expect((await open(url)).body).toContain(file);
    expect(await open(file)).toMatchObject({ status: 200 });
    expect((await open(file, NOW + LINK_MS)).status).toBe(404);
    const lonely = await issue();
    expect((await open(service.companion(lonely, "test.file"))).status).toBe(404);
  });

  it("are lost with the transaction that gave them out", async () => {
    const { db, service, open } = await opened(engine);
    let url = "";
    const failed = db.write(async (tx) => {
      url = await service.issue(tx, { kind: "test.page", subject: "s", memberId: null, now: NOW });
      throw new Error("given up");
    });
    await expect(failed).rejects.toThrow("given up");
    expect((await open(url)).status).toBe(404);
  });

  it("can be taken back for one person, or of one page and person, and only once", async () => {
    const { db, service, issue, open } = await opened(engine);
    const [mine, other, yours] = [
      await issue(),
      await issue({ subject: "s2" }),
      await issue({ memberId: "m2" }),
    ];
    const revoke = (which: Parameters<typeof service.revoke>[1]) =>
      db.write((tx) => service.revoke(tx, which, NOW));
    expect(await revoke({ kinds: ["test.page"], subject: "s1", memberId: "m1" })).toBe(1);
    expect([(await open(mine)).status, (await open(other)).status]).toEqual([404, 200]);
    expect(await revoke({ memberId: "m1" })).toBe(1);
    expect(await revoke({ memberId: "m1" })).toBe(0);
    expect([(await open(other)).status, (await open(yours)).status]).toEqual([404, 200]);
  });

  it("last until they are taken back where that was wanted, and say since when they open", async () => {
    const { db, service, repository, issue, open } = await opened(engine);
    const mine = { kinds: ["test.page"], subject: "s1", memberId: "m1" };
    expect(await service.openSince(mine, NOW)).toBeNull();
    const url = await issue({ ttlMs: LASTING_MS });
    const years = NOW + LASTING_MS / 2;
    expect([(await open(url, years)).status, await service.openSince(mine, years)]).toEqual([200, NOW]);
    expect(await service.openSince({ ...mine, memberId: "m2" }, NOW)).toBeNull();
    await db.write((tx) => service.revoke(tx, mine, NOW + 5));
    expect([(await open(url, NOW + 5)).status, await service.openSince(mine, NOW + 5)]).toEqual([404, null]);
    expect([await repository.prune(NOW + 5), await repository.prune(NOW + 6)]).toEqual([0, 1]);
  });

  it("are forgotten some time after their end", async () => {
    const { db, repository, issue } = await opened(engine);
    await issue();
    await issue({ ttlMs: 1000 });
    expect(await repository.prune(NOW + 1000)).toBe(0);
    expect(await repository.prune(NOW + 1001)).toBe(1);
    expect(await db.read.pageLink.count()).toBe(1);
  });
});
