// @ts-check
// The dependencies that run with the program, from package-lock.json, with what each says of its licence.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { licenceOf } from "./rule.mjs";

/** @param {string} file */
const json = (file) => JSON.parse(readFileSync(file, "utf8"));

/**
 * Also those for other systems, which are not installed here. Tools for development are left out: they are not
 * part of what runs.
 * @param {string} root
 * @returns {import("./rule.mjs").Dependency[]} sorted by name
 */
export function dependenciesOf(root) {
  /** @type {Record<string, { version?: string, dev?: boolean, link?: boolean, license?: string }>} */
  const packages = json(join(root, "package-lock.json")).packages;
  /** @type {Map<string, import("./rule.mjs").Dependency>} */
  const found = new Map();
  for (const [path, { version = "", dev, link, license }] of Object.entries(packages)) {
    if (path === "" || dev || link) continue;
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const file = join(root, path, "package.json");
    const licence = license ?? (existsSync(file) ? licenceOf(json(file)) : "");
    found.set(`${name}@${version}`, { name, version, licence });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}
