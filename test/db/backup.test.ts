/** Backup and restore on both engines: equal contents, no half restore, and nothing of an open secret round left. */
import { randomBytes } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as pause } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { runDbCommand } from "../../src/cli/db-command.ts";
import { createBackup } from "../../src/db/backup/create.ts";
import { restoreBackup } from "../../src/db/backup/restore.ts";
import { openDb } from "../../src/db/open.ts";
import type { Db } from "../../src/db/store.ts";
import { sqlitePath } from "../../src/db/url.ts";
import { emptyUrl, engines, freshUrl } from "../support/database.ts";

const folder = mkdtempSync(join(tmpdir(), "forumsbote-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = (): string => join(folder, `${++files}.backup`);

const keyFolder = mkdtempSync(join(tmpdir(), "forumsbote-key-"));
afterAll(() => rmSync(keyFolder, { recursive: true, force: true }));
function newKey(): string {
  const path = join(keyFolder, `${++files}.key`);
  writeFileSync(path, `${randomBytes(32).toString("base64")}\n`);
  return path;
}
const BACKUP_KEY_FILE = newKey();
const REAL = { NODE_ENV: "production", BALLOT_KEY_DIR: join(keyFolder, "ballots") };

async function run(url: string, args: readonly string[], env: Record<string, string> = {}) {
  const words: string[] = [];
  const out = { data: () => undefined, words: (line: string) => words.push(line) };
  return { code: await runDbCommand(args, url, out, env), words: words.join("\n") };
}

async function on<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDb(url, { onFatal: () => undefined });
  return work(db).finally(() => db.close());
}

const note = (db: Db, key: string) =>
  db.write((tx) => tx.calendarNote.create({ data: { key, sent: true, settledAt: new Date(0) } }));
const notes = (db: Db) => db.read.calendarNote.findMany({ orderBy: { key: "asc" } });
const notesAt = (url: string): Promise<readonly string[]> =>
  on(url, async (db) => (await notes(db)).map(({ key }) => key));

async function filled(engine: (typeof engines)[number], ...keys: string[]): Promise<string> {
  const url = await freshUrl(engine);
  await on(url, async (db) => {
    for (const key of keys) await note(db, key);
  });
  return url;
}

// The tools of PostgreSQL are processes of their own: a busy machine takes its time.
describe.each(engines)("a backup on %s", { timeout: 60_000 }, (engine) => {
  it("restores into a new place what was there, encrypted and not", async () => {
    const url = await filled(engine, "äöü ß €", "b\nc", "\\.");
    for (const env of [{ BACKUP_KEY_FILE }, {}]) {
      const [path, other] = [newFile(), await emptyUrl(engine)];
      expect(await run(url, ["backup", path], env)).toMatchObject({ code: 0 });
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(await run(other, ["verify", path], env)).toMatchObject({ code: 0 });
      expect(await run(other, ["restore", path], env)).toMatchObject({ code: 0 });
      expect(await on(other, notes)).toEqual(await on(url, notes));
    }
  });

  it("holds one instant while others write, and all that was acknowledged before", async () => {
    const url = await freshUrl(engine);
    const [path, other] = [newFile(), await emptyUrl(engine)];
    const numbered = (number: number) => String(number).padStart(5, "0");
    let written = 0;
    await on(url, async (db) => {
      while (written < 50) await note(db, numbered(written++));
      let going = true;
      const writing = (async () => {
        while (going) {
          await note(db, numbered(written++));
          // SQLite answers at once: without a pause nothing else would get its turn.
          await pause();
        }
      })();
      const before = written;
      const { code } = await run(url, ["backup", path], { BACKUP_KEY_FILE });
      going = false;
      await writing;
      expect(code).toBe(0);
      expect(written).toBeGreaterThan(before);
    });
    expect((await run(other, ["restore", path], { BACKUP_KEY_FILE })).code).toBe(0);
    const kept = await notesAt(other);
    expect(kept.length).toBeGreaterThanOrEqual(50);
    expect(kept).toEqual(kept.map((_, at) => numbered(at)));
  });

  it("takes the place of everything that is there now", async () => {
    const url = await filled(engine, "then");
    const path = newFile();
    await run(url, ["backup", path]);
    await on(url, (db) => note(db, "later"));
    const restored = await run(url, ["restore", path], REAL);
    expect(restored).toMatchObject({ code: 0, words: expect.stringContaining("Löschungen") });
    expect(await notesAt(url)).toEqual(["then"]);
    expect((await run(url, ["status"])).code).toBe(0);
    // And once more, into what was restored.
    expect((await run(url, ["restore", path], REAL)).code).toBe(0);
    expect(await notesAt(url)).toEqual(["then"]);
  });

  it("shows nothing of what is in it, and nothing plain stays behind", async () => {
    const url = await filled(engine, "Geheimnis-des-Bauamts".repeat(50));
    const path = newFile();
    await run(url, ["backup", path], { BACKUP_KEY_FILE });
    const text = readFileSync(path).toString("latin1");
    expect(text).toMatch(/^forumsbote-backup 1\n\{"program":"\d/);
    expect(text).not.toContain("Bauamt");
    if (engine === "sqlite") expect(existsSync(`${sqlitePath(url)}.copy`)).toBe(false);
  });

  it("is not restored while the program runs on the store, and changes nothing then", async () => {
    const url = await filled(engine, "a");
    const path = newFile();
    await run(url, ["backup", path]);
    await on(url, async (db) => {
      await note(db, "b");
      const refused = await run(url, ["restore", path], REAL);
      expect(refused).toMatchObject({ code: 1, words: expect.stringContaining("wird gerade benutzt") });
      await note(db, "c");
    });
    expect(await notesAt(url)).toEqual(["a", "b", "c"]);
  });

  it("is refused when a byte is changed or missing, with the store as it was", async () => {
    const url = await filled(engine, "a");
    const path = newFile();
    await run(url, ["backup", path], { BACKUP_KEY_FILE });
    await on(url, (db) => note(db, "b"));
    const whole = readFileSync(path);
    const middle = Math.floor(whole.length / 2);
    const flipped = Buffer.from(whole);
    flipped[middle] = (flipped[middle] ?? 0) ^ 1;
    for (const broken of [flipped, whole.subarray(0, middle), whole.subarray(0, whole.length - 1)]) {
      writeFileSync(path, broken);
      const refused = await run(url, ["restore", path], { BACKUP_KEY_FILE });
      expect(refused).toMatchObject({ code: 1, words: expect.stringContaining("beschädigt") });
    }
    expect(await notesAt(url)).toEqual(["a", "b"]);
  });

  it("is refused without its key and with another one", async () => {
    const url = await filled(engine, "a");
    const path = newFile();
    await run(url, ["backup", path], { BACKUP_KEY_FILE });
    await on(url, (db) => note(db, "b"));
    expect((await run(url, ["restore", path])).words).toContain("BACKUP_KEY_FILE");
    const other = await run(url, ["restore", path], { BACKUP_KEY_FILE: newKey() });
    expect(other).toMatchObject({ code: 1, words: expect.stringContaining("anderen Schlüssel") });
    expect(await notesAt(url)).toEqual(["a", "b"]);
  });

  it("of a newer program is refused, and so is a store of a newer program", async () => {
    const url = await filled(engine, "a");
    const path = newFile();
    await run(url, ["backup", path]);
    await on(url, async (db) => {
      await db.write(
        (tx) => tx.$executeRaw`
        UPDATE "_prisma_migrations" SET "migration_name" = '9000_newer' WHERE "migration_name" LIKE '0002%'`,
      );
    });
    const newer = await run(url, ["restore", path]);
    expect(newer).toMatchObject({ code: 1, words: expect.stringContaining("9000_newer") });
    const text = readFileSync(path).toString("latin1");
    const known = /"migration":"([^"]+)"/.exec(text)?.[1] ?? "";
    const path2 = newFile();
    writeFileSync(path2, Buffer.from(text.replace(known, `9${known.slice(1)}`), "latin1"));
    const other = await emptyUrl(engine);
    expect(await run(other, ["restore", path2])).toMatchObject({
      code: 1,
      words: expect.stringContaining("neuer als dieses Programm"),
    });
  });

  it("leaves no store that a program would start on, when the last step fails", async () => {
    const url = await filled(engine, "a");
    const path = newFile();
    await run(url, ["backup", path]);
    await on(url, (db) => note(db, "b"));
    const settle = () => Promise.reject(new Error("the machine has stopped"));
    await expect(restoreBackup({ url, path, key: null, settle })).rejects.toThrow("stopped");
    if (engine === "sqlite") expect(await notesAt(url)).toEqual(["a", "b"]);
    else expect((await run(url, ["status"])).words).toContain("nicht fertig geworden");
    expect((await run(url, ["restore", path])).code).toBe(0);
    expect((await run(url, ["status"])).code).toBe(0);
    expect(await notesAt(url)).toEqual(["a"]);
  });

  it("never replaces a file", async () => {
    const url = await filled(engine, "a");
    const path = newFile();
    writeFileSync(path, "kept");
    const refused = await run(url, ["backup", path]);
    expect(refused).toMatchObject({ code: 1, words: expect.stringContaining("gibt es schon") });
    expect(readFileSync(path, "utf8")).toBe("kept");
  });

  it("is refused into a folder that is not there, and of an empty database", async () => {
    const url = await filled(engine, "a");
    expect((await run(url, ["backup", join(folder, "none", "x")])).words).toContain("nicht schreiben");
    expect((await run(await emptyUrl(engine), ["backup", newFile()])).code).toBe(1);
  });
});

describe("a backup", () => {
  it("in production has a key, or is said to need none", async () => {
    const url = await filled("sqlite", "a");
    const path = newFile();
    const refused = await run(url, ["backup", path], { NODE_ENV: "production" });
    expect(refused).toMatchObject({ code: 1, words: expect.stringContaining("BACKUP_KEY_FILE fehlt") });
    expect((await run(url, ["backup", path], { BOT_ID: "x" })).code).toBe(1);
    expect(existsSync(path)).toBe(false);
    expect((await run(url, ["backup", path, "--unencrypted"], { BOT_ID: "x" })).code).toBe(0);
    const both = await run(url, ["backup", newFile(), "--unencrypted"], { BACKUP_KEY_FILE });
    expect(both.code).toBe(1);
    expect((await run(url, ["backup", newFile()])).words).toContain("nicht verschlüsselt");
  });

  it("takes no key that lies with the backup or the database, and none that is no key", async () => {
    const url = await filled("sqlite", "a");
    const key = readFileSync(BACKUP_KEY_FILE);
    for (const beside of [join(folder, "key"), `${sqlitePath(url)}.key`]) {
      writeFileSync(beside, key);
      const refused = await run(url, ["backup", newFile()], { BACKUP_KEY_FILE: beside });
      expect(refused).toMatchObject({ code: 1, words: expect.stringContaining("anderen Ort") });
    }
    for (const wrong of ["", "kurz", key.toString("utf8").slice(4)]) {
      writeFileSync(join(keyFolder, "wrong"), wrong);
      const refused = await run(url, ["backup", newFile()], { BACKUP_KEY_FILE: join(keyFolder, "wrong") });
      expect(refused).toMatchObject({ code: 1, words: expect.stringContaining("openssl rand") });
    }
    const none = await run(url, ["backup", newFile()], { BACKUP_KEY_FILE: join(keyFolder, "none") });
    expect(none.words).toContain("nicht lesbar");
  });

  it("is no other file, and not one of the other engine", async () => {
    const url = await filled("sqlite", "a");
    const path = newFile();
    writeFileSync(path, "forumsbote-backup 1\n{}\n");
    expect((await run(url, ["restore", path])).words).toContain("keine Sicherung");
    expect((await run(url, ["restore", newFile()])).words).toContain("nicht lesbar");
    const mine = newFile();
    await run(url, ["backup", mine]);
    const other = await run("postgresql://nobody@127.0.0.1:1/none", ["restore", mine]);
    expect(other).toMatchObject({ code: 1, words: expect.stringContaining("stammt aus SQLite") });
  });

  it("is restored over a database that cannot be read any more", async () => {
    const url = await filled("sqlite", "a");
    const path = newFile();
    await run(url, ["backup", path]);
    writeFileSync(sqlitePath(url), randomBytes(8192));
    expect((await run(url, ["restore", path])).code).toBe(0);
    expect(await notesAt(url)).toEqual(["a"]);
  });

  it("leaves nothing behind when it fails in the middle", async () => {
    const url = await filled("sqlite", "a");
    const path = newFile();
    const damaged = await freshUrl("sqlite");
    copyFileSync(sqlitePath(url), sqlitePath(damaged));
    const bytes = readFileSync(sqlitePath(damaged));
    bytes.fill(7, 4096, Math.min(bytes.length, 4096 * 40));
    writeFileSync(sqlitePath(damaged), bytes);
    const facts = { path, key: null, program: "0", createdAt: "2026-01-01T00:00:00.000Z" };
    await expect(createBackup({ url: damaged, ...facts })).rejects.toThrow();
    expect([path, `${path}.part`, `${sqlitePath(damaged)}.copy`].filter(existsSync)).toEqual([]);
  });
});
