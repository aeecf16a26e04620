// @ts-check
// Which typed texts the program understands: asked of its own routes, put together as at a start.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** @typedef {(path: string) => Promise<any>} Load gives a module of the program, for example of `db/open` */

/** The modules of the compiled program. @param {string} root of the project @returns {Load} */
export const compiled = (root) => (path) => import(pathToFileURL(join(root, "dist", `${path}.js`)).href);

/**
 * @param {Load} load
 * @returns {Promise<(typed: string) => boolean>} true for a text that a route answers as a command
 */
export async function understanding(load) {
  const modules = ["app", "config", "db/migrate", "db/open", "system/log", "turn/grammar"].map(load);
  const [{ createApp }, { readConfig }, { migrate }, { openDb }, { createLog }, { meaningOf }] =
    await Promise.all(modules);
  // A store and a folder of keys of its own: the program tidies up both when it starts.
  const folder = mkdtempSync(join(tmpdir(), "forumsbote-package-"));
  try {
    const databaseUrl = `file:${join(folder, "data", "commands.db")}`;
    const read = readConfig({ LOG_LEVEL: "silent" });
    if (!read.ok) throw new Error(read.problems.join(" "));
    const config = { ...read.config, databaseUrl, ballotKeyDir: join(folder, "keys") };
    await migrate(databaseUrl);
    const db = await openDb(databaseUrl, { onFatal: () => undefined });
    const app = await createApp({
      ...{ config, db, log: createLog("silent"), clock: Date.now, chance: Math.random },
      newId: randomUUID,
    });
    const texts = app.routes.flatMap((/** @type {any} */ one) => one.texts);
    await app.close();
    return (typed) => meaningOf(texts, typed).kind === "command";
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
