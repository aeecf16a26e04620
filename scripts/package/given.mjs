// @ts-check
// What the operator gives: environment, and options that go before it. Pure.
import { given } from "./texts.mjs";

export const DEFAULT_SCHEMA = "1.22";
const OPTIONS = /** @type {const} */ ({
  "--bot-id": "BOT_ID",
  "--app-id": "APP_ID",
  "--public-url": "PUBLIC_URL",
  "--developer-name": "DEVELOPER_NAME",
  "--website-url": "WEBSITE_URL",
  "--app-version": "APP_VERSION",
  "--manifest-schema": "MANIFEST_SCHEMA",
  "--from": "FROM",
  "--out": "OUT",
});
/** Only given as options: a variable of the environment must not lead files elsewhere by chance. */
const OPTIONS_ONLY = new Set(["FROM", "OUT"]);
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const VERSION = /^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}$/;
const MOST_NAME = 32;

/** Lets the other checks go on where a value is missing, so that everything wrong is said at once. */
const STAND_INS = {
  BOT_ID: "00000000-0000-0000-0000-000000000000",
  PUBLIC_URL: "https://forumsbote.example.de",
  DEVELOPER_NAME: "Betrieb",
};

/**
 * @param {readonly string[]} args
 * @returns {{ options: Record<string, string>, problems: string[] }}
 */
function optionsIn(args) {
  /** @type {Record<string, string>} */
  const options = {};
  const problems = [];
  const rest = args.filter((arg) => arg !== "--");
  while (rest.length > 0) {
    const [option = "", ...joined] = (rest.shift() ?? "").split("=");
    const name = OPTIONS[/** @type {keyof typeof OPTIONS} */ (option)];
    if (name === undefined) problems.push(given.unknownOption(option, Object.keys(OPTIONS)));
    else if (joined.length > 0) options[name] = joined.join("=");
    else if (rest.length === 0 || rest[0]?.startsWith("--")) problems.push(given.noValue(option));
    else options[name] = rest.shift() ?? "";
  }
  return { options, problems };
}

/** An https address that a browser elsewhere can reach. @param {string} value */
function isPublic(value) {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const named = hostname.includes(".") && !/^[\d.]+$/.test(hostname) && !hostname.startsWith("[");
  return protocol === "https:" && named && username === "" && password === "" && !/[?#\s]/.test(value);
}

/** @param {string} value */
const isName = (value) => value.length <= MOST_NAME && !/\p{Cc}/u.test(value);

/**
 * @typedef {object} Given
 * @property {Readonly<Record<string, string>>} values what the placeholders stand for, and MANIFEST_SCHEMA
 * @property {string | undefined} from folder of another manifest
 * @property {string | undefined} out file to write
 * @property {readonly string[]} problems one sentence each; empty: all is well
 */

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {{ version: string, schemas: readonly string[] }} known version of the program, schemas there are
 * @returns {Given}
 */
export function readGiven(args, env, { version, schemas }) {
  const { options, problems } = optionsIn(args);
  /** @param {string} name */
  const raw = (name) => (options[name] ?? (OPTIONS_ONLY.has(name) ? "" : env[name]) ?? "").trim();
  /** @param {string} name @param {(value: string) => boolean} valid @param {string} fallback */
  const optional = (name, valid, fallback) => {
    const value = raw(name);
    if (value === "") return fallback;
    if (!valid(value)) problems.push(given.wrong(name, value));
    return valid(value) ? value : fallback;
  };
  /** @param {keyof typeof STAND_INS} name @param {(value: string) => boolean} valid */
  const required = (name, valid) => {
    if (raw(name) === "") problems.push(given.missing(name, `--${name.toLowerCase().replaceAll("_", "-")}`));
    return optional(name, valid, STAND_INS[name]);
  };
  const botId = required("BOT_ID", (value) => GUID.test(value)).toLowerCase();
  const publicUrl = required("PUBLIC_URL", isPublic).replace(/\/+$/, "");
  const schema = raw("MANIFEST_SCHEMA") || DEFAULT_SCHEMA;
  if (!schemas.includes(schema)) problems.push(given.noSchema(schema, schemas));
  const values = {
    BOT_ID: botId,
    APP_ID: optional("APP_ID", (value) => GUID.test(value), botId).toLowerCase(),
    PUBLIC_URL: publicUrl,
    PUBLIC_HOST: new URL(publicUrl).host,
    DEVELOPER_NAME: required("DEVELOPER_NAME", isName),
    WEBSITE_URL: optional("WEBSITE_URL", isPublic, `${publicUrl}/nutzung`),
    APP_VERSION: optional("APP_VERSION", (value) => VERSION.test(value), version),
    MANIFEST_SCHEMA: schemas.includes(schema) ? schema : DEFAULT_SCHEMA,
  };
  return { values, from: raw("FROM") || undefined, out: raw("OUT") || undefined, problems };
}
