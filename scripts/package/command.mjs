// @ts-check
// The command as a whole: reads what is given, builds, writes one file or none.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { readGiven } from "./given.mjs";
import { buildPackage } from "./package.mjs";
import { readSchemas } from "./schemas.mjs";
import { outcome } from "./texts.mjs";

/** @typedef {{ readonly code: 0 | 1, readonly lines: readonly string[] }} Outcome 1: refused, nothing is written */

/** A file is there whole or not at all. @param {string} path @param {Buffer} bytes */
function write(path, bytes) {
  const beside = `${path}.${process.pid}.new`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(beside, bytes);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** As short as it can be read without doubt. @param {string} path */
function shown(path) {
  const way = relative(process.cwd(), path);
  return way.startsWith("..") ? path : way;
}

/** @param {readonly string[]} problems @returns {Outcome} */
const refused = (problems) => ({ code: 1, lines: [outcome.refused, ...problems.map((one) => `- ${one}`)] });

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {{ root: string, understands: import("./rules.mjs").Understands }} program where it lies, what it understands
 * @returns {Outcome}
 */
export function packageCommand(args, env, { root, understands }) {
  const schemas = readSchemas(root);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const given = readGiven(args, env, { version, schemas: schemas.versions });
  const { values } = given;
  const folder = resolve(given.from ?? join(root, "manifest"));
  const built = buildPackage({ folder, values, schemas, understands });
  const problems = [...given.problems, ...(built.ok ? [] : built.problems)];
  if (!built.ok || problems.length > 0) return refused(problems);
  const path = resolve(given.out ?? join(root, "build", `forumsbote-${values.APP_VERSION}.zip`));
  try {
    write(path, built.bytes);
  } catch (error) {
    return refused([outcome.unwritable(path, /** @type {NodeJS.ErrnoException} */ (error).code ?? "?")]);
  }
  return { code: 0, lines: [outcome.written(shown(path), values, built.bytes.length), outcome.next] };
}
