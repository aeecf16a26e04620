/**
 * The built program is asked to stop in the middle of many turns that store something: what it has acknowledged is
 * there, nothing is there twice or half, and what it could not take succeeds when it is brought again after the start.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { LOCAL_TENANT } from "../../src/config.ts";
import { openDb } from "../../src/db/open.ts";
import { trialPeople } from "../../src/member/trial.ts";
import { type FakeConnector, startFakeConnector } from "../support/fake-connector.ts";
import { freePort } from "../support/ports.ts";

const program = join(import.meta.dirname, "..", "..", "dist", "main.js");
const ITEMS = 240;
/** Turns under way at any time. */
const AT_ONCE = 24;

type Item = { readonly title: string; readonly activity: object };

describe("a stop under load", () => {
  const folder = mkdtempSync(join(tmpdir(), "forumsbote-stop-"));
  let connector: FakeConnector;
  let child: ChildProcess | undefined;
  let port = 0;
  let output = "";
  const people = trialPeople(LOCAL_TENANT, "few").slice(1);

  const items: readonly Item[] = Array.from({ length: ITEMS }, (_, at) => {
    const { actor } = people[at % people.length] ?? people[0] ?? { actor: { name: "" } as never };
    const title = `Probe k${String(at).padStart(3, "0")}`;
    const said = `festhalten prozess: ${title} – Erprobt im Rathaus, Beleg k${at}`;
    return { title, activity: messageOf(actor, said, `${1_600_000_000_000 + at}`) };
  });

  function messageOf(actor: (typeof people)[number]["actor"], text: string, id: string) {
    return {
      ...{ type: "message", id, channelId: "msteams", textFormat: "plain", text },
      serviceUrl: connector?.url ?? "",
      from: { id: actor.teamsUserId, name: actor.name, aadObjectId: actor.aadObjectId },
      recipient: { id: "28:forumsbote", name: "Forumsbote" },
      conversation: { id: `a:${actor.teamsUserId}`, conversationType: "personal", tenantId: LOCAL_TENANT },
      channelData: { tenant: { id: LOCAL_TENANT } },
    };
  }

  async function starts(): Promise<void> {
    port = await freePort();
    child = spawn(process.execPath, [program], {
      cwd: folder,
      env: { PATH: process.env.PATH, PORT: String(port) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (data) => {
        output += String(data);
      });
    const ready = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ status }) => status,
        () => 0,
      );
    await vi.waitFor(async () => expect(await ready()).toBe(200), { timeout: 50_000, interval: 100 });
  }

  async function stops(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => child?.once("exit", resolve));
    child?.kill("SIGTERM");
    return ended;
  }

  /** Whether the turn was acknowledged; anything else is nothing that Teams would take for an answer. */
  async function acknowledged({ activity }: Item): Promise<boolean> {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ...activity, serviceUrl: connector.url }),
      });
      await response.arrayBuffer();
      return response.status === 200;
    } catch {
      return false;
    }
  }

  /** Brings all, so many at once; calls `each` after every one. */
  async function brings(all: readonly Item[], each: (done: number) => void = () => undefined) {
    const taken = new Set<Item>();
    const waiting = [...all];
    let done = 0;
    const lane = async () => {
      for (let item = waiting.shift(); item; item = waiting.shift()) {
        if (await acknowledged(item)) taken.add(item);
        else await sleep(1);
        each(++done);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return taken;
  }

  async function stored(): Promise<{ titles: readonly string[]; claimed: number; due: number }> {
    const db = await openDb(`file:${join(folder, "data", "local.db")}`, { onFatal: () => undefined });
    try {
      const rows = await db.read.exchange.findMany({ orderBy: { title: "asc" }, select: { title: true } });
      const pending = { state: "pending" as const, dueAt: { lte: new Date() } };
      const claimed = { ...pending, claimedUntil: { gt: new Date() }, sentTo: null };
      return {
        titles: rows.map(({ title }) => title),
        claimed: await db.read.outboxItem.count({ where: claimed }),
        due: await db.read.outboxItem.count({ where: pending }),
      };
    } finally {
      await db.close();
    }
  }

  beforeAll(async () => {
    connector = await startFakeConnector();
    await starts();
    for (const { actor } of people)
      await acknowledged({ title: "", activity: messageOf(actor, "hilfe", `9${actor.teamsUserId}`) });
  });
  afterAll(async () => {
    child?.kill("SIGKILL");
    await connector.close();
    rmSync(folder, { recursive: true, force: true });
  });

  let first: ReadonlySet<Item> = new Set();

  it("ends with 0, with everything stored that was acknowledged, and nothing twice", async () => {
    let ended: Promise<number | null> | undefined;
    first = await brings(items, (done) => {
      if (done === ITEMS / 4) ended = stops();
    });
    expect(await ended).toBe(0);
    const { titles } = await stored();
    expect(first.size).toBeGreaterThanOrEqual(ITEMS / 4);
    // The stop fell into the middle: some were not taken.
    expect(first.size).toBeLessThan(ITEMS);
    const lost = [...first].filter(({ title }) => !titles.includes(title));
    expect(lost.map(({ title }) => title)).toEqual([]);
    expect(titles).toEqual([...new Set(titles)]);
    expect(output).not.toMatch(/"level":(50|60)/);
  });

  it("takes after the start what is brought again, each once, and sends what was waiting", async () => {
    await starts();
    const missing = items.filter((item) => !first.has(item));
    expect((await brings(missing)).size).toBe(missing.length);
    await expect.poll(async () => (await stored()).due, { timeout: 45_000, interval: 1_000 }).toBe(0);
    expect(await stops()).toBe(0);
    const { titles, claimed } = await stored();
    expect(titles).toEqual(items.map(({ title }) => title));
    expect(claimed).toBe(0);
    expect(output).not.toMatch(/"level":(50|60)/);
  });
});
