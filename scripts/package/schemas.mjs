// @ts-check
// The schemas of Teams, read from a package: nothing is fetched.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { SetupFault } from "../setup/texts.mjs";
import { minorOf } from "./fill.mjs";
import { found, outcome } from "./texts.mjs";

/** Older ones lack what the manifest says. */
const OLDEST = 17;
const FILES = /** @type {const} */ ({
  manifest: "MicrosoftTeams.schema.json",
  strings: "MicrosoftTeams.Localization.schema.json",
});

/** @typedef {keyof typeof FILES} Kind */
/** @typedef {{ field: string, said: string }} Found a field like `bots[0].botId`, and what is wrong with it */
/** @typedef {{ instancePath: string, keyword: string, params: Record<string, unknown>, message?: string }} Breach */

/** @param {string} pointer a JSON pointer, for example /bots/0/botId */
const fieldOf = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((field, part) => {
      if (/^\d+$/.test(part)) return `${field}[${part}]`;
      return field === "" ? part : `${field}.${part}`;
    }, "");

/** @param {unknown} data @param {string} pointer */
const valueAt = (data, pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((value, part) => /** @type {any} */ (value)?.[part], /** @type {unknown} */ (data));

/**
 * @param {string} root of the project
 * @throws SetupFault if the package with the schemas is not there
 */
export function readSchemas(root) {
  const home = join(root, "node_modules", "@microsoft", "app-manifest");
  const folder = join(home, "build", "json-schemas", "teams");
  if (!existsSync(folder)) throw new SetupFault(outcome.toolMissing);
  // The checker belongs to that package: found from there, it is the one the schemas were written for.
  const own = createRequire(join(dirname(join(home, "package.json")), "index.js"));
  const { default: Checker } = own("ajv-draft-04");
  const { default: addFormats } = own("ajv-formats");
  const versions = readdirSync(folder)
    .filter((name) => /^v1\.\d+$/.test(name) && minorOf(name) >= OLDEST)
    .map((name) => name.slice(1))
    .sort((a, b) => minorOf(a) - minorOf(b));

  /**
   * Everything in which `data` breaks the schema.
   * @param {string} version @param {Kind} kind @param {unknown} data
   * @returns {Found[]}
   */
  function breaches(version, kind, data) {
    const text = readFileSync(join(folder, `v${version}`, FILES[kind]), "utf8");
    // The patterns of the schemas are older than Unicode mode and would not compile in it.
    const checker = new Checker({ strict: false, allErrors: true, unicodeRegExp: false, logger: false });
    addFormats(checker);
    if (checker.validate(JSON.parse(text.replace(/^\uFEFF/, "")), data)) return [];
    return checker.errors.map((/** @type {Breach} */ { instancePath, keyword, params, message }) => ({
      field: fieldOf(instancePath),
      said: found.breach(keyword, params, valueAt(data, instancePath), message ?? keyword),
    }));
  }

  return { versions, breaches };
}
