// @ts-check
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { SetupFault, sentences } from "./texts.mjs";

/** Settings of the calling npm that would change what a full installation is. */
const unwanted = new Set(
  ["omit", "include", "only", "production", "ignore_scripts", "dry_run", "global", "prefix", "workspace"].map(
    (name) => `npm_config_${name}`,
  ),
);

/**
 * The npm that belongs to this Node, as a script to run with it.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} execPath
 */
export function npmScript(env = process.env, execPath = process.execPath) {
  const calling = env.npm_execpath;
  const folder = dirname(execPath);
  const places = [
    ...(calling && /npm-cli\.[cm]?js$/.test(calling) ? [calling] : []),
    join(folder, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    join(folder, "node_modules", "npm", "bin", "npm-cli.js"),
    "/usr/share/nodejs/npm/bin/npm-cli.js",
    ...(env.PATH ?? "")
      .split(delimiter)
      .map((place) => join(place, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js")),
  ];
  const found = places.find((place) => existsSync(place));
  if (!found) throw new SetupFault(sentences.npmMissing);
  return found;
}

/**
 * The environment of an installation: nothing inherited that leaves packages or their scripts out, and
 * this very Node first on the PATH, because the packages' own scripts ask for plain `node`.
 * @param {NodeJS.ProcessEnv} env
 * @param {string | undefined} nodedir folder that holds include/node for this Node
 * @param {string} execPath
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment(env, nodedir, execPath = process.execPath) {
  const kept = Object.entries(env).filter(
    ([name]) => !unwanted.has(name.toLowerCase()) && name !== "NODE_ENV" && name !== "NODE_OPTIONS",
  );
  const PATH = [dirname(execPath), env.PATH ?? ""].join(delimiter);
  return { ...Object.fromEntries(kept), PATH, ...(nodedir ? { npm_config_nodedir: nodedir } : {}) };
}
