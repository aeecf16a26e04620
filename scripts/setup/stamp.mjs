// @ts-check
// A stamp says what something was made from. It is written last, so that a half-made thing has none.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * What the folder node_modules must have been installed for.
 * @param {string} root
 * @param {{ abi?: string, platform?: string, arch?: string }} [machine]
 * @returns {string} a hash of the lock file, the Node ABI, platform and architecture
 */
export function installStamp(root, machine = {}) {
  const { abi = process.versions.modules, platform = process.platform, arch = process.arch } = machine;
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .update(`\0${abi}\0${platform}\0${arch}`)
    .digest("hex");
}

/**
 * A hash over files and folders: their names and contents, in one fixed order.
 * @param {string} root
 * @param {readonly string[]} paths relative to root; what is absent counts as absent
 * @param {readonly string[]} [without] folders left out, relative to root
 */
export function inputsStamp(root, paths, without = []) {
  const hash = createHash("sha256");
  const left = new Set(without.map((path) => join(root, path)));
  const visit = (/** @type {string} */ path) => {
    if (left.has(path) || !existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
      return;
    }
    hash
      .update(`${relative(root, path).replaceAll("\\", "/")}\0`)
      .update(readFileSync(path))
      .update("\0");
  };
  for (const path of paths) visit(join(root, path));
  return hash.digest("hex");
}

/** @param {string} file @param {string} stamp */
export function stampHolds(file, stamp) {
  return existsSync(file) && readFileSync(file, "utf8").trim() === stamp;
}

/** @param {string} file @param {string} stamp */
export function writeStamp(file, stamp) {
  writeFileSync(file, `${stamp}\n`);
}

/** @param {string} file */
export function removeStamp(file) {
  rmSync(file, { force: true });
}
