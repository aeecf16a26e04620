// @ts-check
// Puts values into the texts of a manifest. Pure.

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
/** From this schema on, an app for teams must say that it is ready for all kinds of channels. */
const CHANNEL_FEATURES_SINCE = 25;

/** @typedef {{ [key: string]: unknown }} Json an object out of a JSON file */

/** @param {unknown} value @returns {value is Json} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The second number of a schema's version: 1.22 comes after 1.9. @param {string} schema */
export const minorOf = (schema) => Number(schema.split(".")[1]);

/**
 * Every text in `value` with its field, for example `bots[0].scopes[1]`.
 * @param {unknown} value
 * @param {string} [field]
 * @returns {{ field: string, text: string }[]}
 */
export function textsIn(value, field = "") {
  if (typeof value === "string") return [{ field, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, at) => textsIn(one, `${field}[${at}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, field === "" ? key : `${field}.${key}`));
}

/**
 * @param {unknown} value
 * @param {Readonly<Record<string, string>>} values
 * @returns {unknown} the same shape; placeholders without a value stay
 */
export function filled(value, values) {
  if (typeof value === "string")
    return value.replace(PLACEHOLDER, (whole, /** @type {string} */ name) => values[name] ?? whole);
  if (Array.isArray(value)) return value.map((one) => filled(one, values));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, values)]));
}

/** Placeholders that are still there. @param {unknown} value */
export const unfilled = (value) =>
  textsIn(value).flatMap(({ field, text }) =>
    [...text.matchAll(PLACEHOLDER)].map(([, name = ""]) => ({ field, name })),
  );

/** @param {string} schema @param {string} file */
const addressOf = (schema, file) =>
  `https://developer.microsoft.com/json-schemas/teams/v${schema}/${file}.schema.json`;

/**
 * The manifest as this schema wants it.
 * @param {Json} manifest
 * @param {string} schema
 * @returns {Json}
 */
export function ofSchema(manifest, schema) {
  const stated = { ...manifest, $schema: addressOf(schema, "MicrosoftTeams"), manifestVersion: schema };
  const { supportedChannelTypes, ...rest } = /** @type {Json} */ (stated);
  if (supportedChannelTypes === undefined || minorOf(schema) < CHANNEL_FEATURES_SINCE) return stated;
  return { ...rest, supportsChannelFeatures: "tier1" };
}

/** @param {Json} strings @param {string} schema @returns {Json} */
export const stringsOfSchema = (strings, schema) => ({
  ...strings,
  $schema: addressOf(schema, "MicrosoftTeams.Localization"),
});
