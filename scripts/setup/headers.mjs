// @ts-check
// Where the header files of this very Node are, for packages that must be compiled. Without them the
// compiler's tool asks a host that may not be reachable.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Names of the npm packages that carry a whole Node, by `process.arch`. */
const packageArch = /** @type {Record<string, string>} */ ({
  x64: "x64",
  arm64: "arm64",
  arm: "armv7l",
  ppc64: "ppc64le",
  s390x: "s390x",
});

/**
 * @param {string} folder
 * @returns {string | undefined} the version whose header files are in `folder`/include/node
 */
export function headersVersion(folder) {
  const file = join(folder, "include", "node", "node_version.h");
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  const parts = ["MAJOR", "MINOR", "PATCH"].map(
    (part) => new RegExp(`^#define NODE_${part}_VERSION (\\d+)`, "m").exec(text)?.[1],
  );
  return parts.includes(undefined) ? undefined : parts.join(".");
}

/**
 * The npm package that carries this Node with its header files, or undefined where packages come with a
 * binary made beforehand (Windows, macOS).
 * @param {string} platform
 * @param {string} arch
 */
export function nodePackage(platform = process.platform, arch = process.arch) {
  const name = packageArch[arch];
  return platform === "linux" && name ? `node-linux-${name}` : undefined;
}

/**
 * The version whose header files a package must be compiled with to run on Node `version`: the same one,
 * except on Node 24 from 24.19 on. Its headers add a cleanup hook to every object of an older add-on, and
 * the process aborts when such an object is collected (nodejs/node#65446; seen with better-sqlite3 12).
 * Those of 24.18 have the same ABI and lack the hook.
 * @param {string} version
 */
export function headersFor(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major === 24 && minor >= 19 ? "24.18.1" : version;
}

/**
 * @typedef {{ kind: "present", folder: string } | { kind: "fetch", name: string, version: string, folder: string } | { kind: "none" }} HeadersChoice
 */

/**
 * @param {string} root of the project
 * @param {{ execPath?: string, version?: string, platform?: string, arch?: string }} [node]
 * @returns {HeadersChoice}
 */
export function chooseHeaders(root, node = {}) {
  const { execPath = process.execPath } = node;
  const version = headersFor(node.version ?? process.versions.node);
  const name = nodePackage(node.platform, node.arch);
  if (!name) return { kind: "none" };
  const cached = packageFolder(root, name, version);
  const folder = [dirname(dirname(execPath)), cached].find((place) => headersVersion(place) === version);
  return folder ? { kind: "present", folder } : { kind: "fetch", name, version, folder: cached };
}

/** @param {string} root @param {string} name @param {string} version */
function packageFolder(root, name, version) {
  return join(root, ".cache", `node-${version}`, "node_modules", name);
}

/**
 * Installs the package that carries a Node of one exact version under `.cache/`.
 * @param {string} root
 * @param {{ name: string, version: string, folder: string }} choice
 * @param {(args: string[], cwd: string) => Promise<number>} npm runs npm, gives its exit code
 * @returns {Promise<string | undefined>} the folder, or undefined if it could not be had
 */
export async function fetchNode(root, { name, version, folder }, npm) {
  const place = join(root, ".cache", `node-${version}`);
  mkdirSync(place, { recursive: true });
  // Without a package.json of its own npm would climb up and change the project's.
  writeFileSync(join(place, "package.json"), '{ "private": true }\n');
  const code = await npm(["install", "--no-save", "--ignore-scripts", `${name}@${version}`], place);
  return code === 0 && headersVersion(folder) === version ? folder : undefined;
}
