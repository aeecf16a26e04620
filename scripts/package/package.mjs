// @ts-check
// From a folder with a manifest to the bytes of an app package, or to everything that is wrong with it.
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { filled, isObject, ofSchema, stringsOfSchema } from "./fill.mjs";
import { ICON_SIZES, readPng } from "./png.mjs";
import { manifestBreaches, stringsBreaches } from "./rules.mjs";
import { found } from "./texts.mjs";
import { zipOf } from "./zip.mjs";

/** @typedef {import("./fill.mjs").Json} Json */
/** @typedef {import("./schemas.mjs").Found} Found */
/** @typedef {ReturnType<typeof import("./schemas.mjs").readSchemas>} Schemas */
/** @typedef {{ name: string, data: Buffer }} Entry */
/** @typedef {{ entries: Entry[], problems: string[] }} Part */

const MANIFEST = "manifest.json";

/**
 * @typedef {object} Wanted
 * @property {string} folder with manifest.json, icons and strings
 * @property {Readonly<Record<string, string>>} values for the placeholders; MANIFEST_SCHEMA names the schema
 * @property {Schemas} schemas
 * @property {import("./rules.mjs").Understands} understands
 */

/** @param {string} file @param {readonly Found[]} breaches */
const told = (file, breaches) => breaches.map(({ field, said }) => found.at(file, field, said));

/** @param {string} file @param {string} said @param {string} [field] @returns {Part} */
const faulty = (file, said, field = "") => ({ entries: [], problems: [found.at(file, field, said)] });

/** @param {Json} json @returns {Buffer} */
const written = (json) => Buffer.from(`${JSON.stringify(json, null, 2)}\n`);

/**
 * A file that the manifest names.
 * @param {string} folder @param {string} field @param {unknown} name
 * @returns {{ bytes: Buffer } | { fault: Part }}
 */
function fileOf(folder, field, name) {
  // What is no text, the schema has said already.
  if (typeof name !== "string") return { fault: { entries: [], problems: [] } };
  if (name !== basename(name) || name === ".." || name.includes("\\"))
    return { fault: faulty(MANIFEST, found.foreignFile, field) };
  const path = join(folder, name);
  if (!existsSync(path)) return { fault: faulty(MANIFEST, found.missingFile(name), field) };
  return { bytes: readFileSync(path) };
}

/** @param {string} file @param {Buffer} bytes @returns {{ json: Json } | { fault: Part }} */
function jsonOf(file, bytes) {
  try {
    const json = JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, ""));
    return isObject(json) ? { json } : { fault: faulty(file, found.noObject) };
  } catch {
    return { fault: faulty(file, found.noJson) };
  }
}

/** @param {"color" | "outline"} which @param {Buffer} bytes @returns {string[]} */
function iconProblems(which, bytes) {
  const picture = readPng(bytes);
  if (!picture) return [found.noPng];
  const { width, height, pixels } = picture;
  const size = ICON_SIZES[which];
  const problems = width === size && height === size ? [] : [found.size(size, width, height)];
  if (which === "color") return problems;
  const white = pixels.every(
    ({ red, green, blue, alpha }) => alpha === 0 || Math.min(red, green, blue) === 255,
  );
  if (!white) problems.push(found.notWhite);
  if (!pixels.some(({ alpha }) => alpha === 0)) problems.push(found.notTransparent);
  return problems;
}

/** @param {Wanted} wanted @param {Json} manifest @param {"color" | "outline"} which @returns {Part} */
function iconPart({ folder }, manifest, which) {
  const name = isObject(manifest.icons) ? manifest.icons[which] : undefined;
  const file = fileOf(folder, `icons.${which}`, name);
  if ("fault" in file) return file.fault;
  const problems = iconProblems(which, file.bytes).map((said) => found.at(String(name), "", said));
  return { entries: [{ name: String(name), data: file.bytes }], problems };
}

/** @param {Wanted} wanted @param {Json} manifest @param {unknown} language @param {number} at @returns {Part} */
function stringsPart({ folder, values, schemas, understands }, manifest, language, at) {
  const name = isObject(language) ? language.file : undefined;
  const file = fileOf(folder, `localizationInfo.additionalLanguages[${at}].file`, name);
  if ("fault" in file) return file.fault;
  const read = jsonOf(String(name), file.bytes);
  if ("fault" in read) return read.fault;
  const schema = String(values.MANIFEST_SCHEMA);
  const strings = stringsOfSchema(/** @type {Json} */ (filled(read.json, values)), schema);
  const breaches = [
    ...schemas.breaches(schema, "strings", strings),
    ...stringsBreaches(strings, manifest, understands),
  ];
  return {
    entries: [{ name: String(name), data: written(strings) }],
    problems: told(String(name), breaches),
  };
}

/** @param {Wanted} wanted @param {Json} manifest @returns {Part[]} */
function partsOf(wanted, manifest) {
  const { values, schemas, understands } = wanted;
  const breaches = [
    ...schemas.breaches(String(values.MANIFEST_SCHEMA), "manifest", manifest),
    ...manifestBreaches(manifest, understands),
  ];
  const info = manifest.localizationInfo;
  const languages = isObject(info) && Array.isArray(info.additionalLanguages) ? info.additionalLanguages : [];
  return [
    { entries: [{ name: MANIFEST, data: written(manifest) }], problems: told(MANIFEST, breaches) },
    iconPart(wanted, manifest, "color"),
    iconPart(wanted, manifest, "outline"),
    ...languages.map((language, at) => stringsPart(wanted, manifest, language, at)),
  ];
}

/**
 * Builds the package, or says everything that is wrong at once. The same folder and values give the same bytes.
 * @param {Wanted} wanted
 * @returns {{ ok: true, bytes: Buffer } | { ok: false, problems: readonly string[] }}
 */
export function buildPackage(wanted) {
  const file = fileOf(wanted.folder, "", MANIFEST);
  if ("fault" in file) return { ok: false, problems: file.fault.problems };
  const read = jsonOf(MANIFEST, file.bytes);
  if ("fault" in read) return { ok: false, problems: read.fault.problems };
  const { values } = wanted;
  const manifest = ofSchema(/** @type {Json} */ (filled(read.json, values)), String(values.MANIFEST_SCHEMA));
  const parts = partsOf(wanted, manifest);
  const problems = [...new Set(parts.flatMap((part) => part.problems))];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, bytes: zipOf(parts.flatMap(({ entries }) => entries)) };
}
