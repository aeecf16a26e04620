/** Environment -> Config. Says everything that is missing or wrong at once, and what to do. */
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { type ModelSettings, readModelSettings } from "./model-config.ts";
import { problems } from "./texts.ts";

type Env = Readonly<Record<string, string | undefined>>;

export type BotAuth = {
  readonly kind: "bot";
  readonly appId: string;
  readonly appType: "SingleTenant" | "UserAssignedMsi";
  readonly tenantId: string;
  /** Only for SingleTenant. */
  readonly password: string | null;
};

export type Config = {
  /** Local: no bot registration, loopback only, the project's own SQLite file. */
  readonly auth: { readonly kind: "local" } | BotAuth;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** Where pages and files are served; null in local mode. */
  readonly publicUrl: string | null;
  /** Entra tenants whose people are served. */
  readonly tenants: readonly string[];
  /** Entra object ids. */
  readonly coordinators: readonly string[];
  /** Host names of the Teams service; empty = the built-in list. */
  readonly serviceHosts: readonly string[];
  readonly forumName: string;
  /** Mail address of the office that calendars name as the organizer of dates; null: they name none. */
  readonly calendarOrganizer: string | null;
  /** Folder of the keys of open rounds: never inside the data folder or a backup, shared by all replicas. */
  readonly ballotKeyDir: string;
  /** Nothing here is real: the few people of the trial with their parties, or all 36 parties, others played. */
  readonly trial: "none" | "few" | "all";
  /** The language model that may phrase answers; null: none. */
  readonly model: ModelSettings | null;
  readonly logLevel: string;
};

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Ids of the shipped Playground configuration: its tenant, and the person who sits in front of it. */
export const LOCAL_TENANT = "00000000-0000-0000-0000-000000000001";
export const LOCAL_COORDINATOR = "00000000-0000-0000-0000-0000000000a0";
/** Coordinates the demonstration from outside the Playground, so that nobody has to confirm himself. */
export const DEMO_COORDINATOR = "00000000-0000-0000-0000-0000000000b0";
const LOCAL = { databaseUrl: "file:data/local.db", ballotKeyDir: "keys/local", trial: "few" } as const;
const DEMO = { databaseUrl: "file:data/demo.db", ballotKeyDir: "keys/demo", trial: "all" } as const;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LEVELS = ["debug", "info", "warn", "error", "silent"];

const list = (value: string | undefined): readonly string[] =>
  (value ?? "")
    .split(/[,;\s]+/)
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== "");

/** Collects problems while it reads. */
function reader(env: Env) {
  const found: string[] = [];
  const raw = (name: string): string => (env[name] ?? "").trim();
  return {
    found,
    raw,
    required(name: string, valid: (value: string) => boolean): string {
      const value = raw(name);
      if (value === "") found.push(problems.missing(name));
      else if (!valid(value)) found.push(problems.wrong(name));
      return value;
    },
    /** Null where it is not set. */
    optional(name: string, valid: (value: string) => boolean): string | null {
      const value = raw(name);
      if (value !== "" && !valid(value)) found.push(problems.wrong(name));
      return value === "" ? null : value;
    },
    ids(name: string): readonly string[] {
      const values = list(env[name]);
      if (values.some((value) => !GUID.test(value))) found.push(problems.wrong(name));
      return values;
    },
    port(name: string, fallback: number): number {
      const value = raw(name);
      if (value === "") return fallback;
      const port = Number(value);
      if (!Number.isInteger(port) || port < 1 || port > 65_535) found.push(problems.wrong(name));
      return port;
    },
    oneOf<const T extends string>(name: string, allowed: readonly T[], fallback: T): T {
      const value = raw(name);
      if (value === "") return fallback;
      const known = allowed.find((one) => one === value);
      if (known === undefined) found.push(problems.wrong(name));
      return known ?? fallback;
    },
  };
}

const isHttps = (value: string): boolean => /^https:\/\/[^\s/]+/.test(value);
/** Only what needs no quotes in a file: an office has such an address. */
const isMailAddress = (value: string): boolean =>
  /^[a-z0-9._+-]{1,64}@([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/i.test(value) && value.length <= 254;
const isDatabase = (value: string): boolean => /^(file:.|postgres(ql)?:\/\/.)/.test(value);

/** A backup of the folder with the database must never hold the keys of the ballot boxes as well. */
function isApart(keyDir: string, databaseUrl: string): boolean {
  if (!isAbsolute(keyDir)) return false;
  if (!databaseUrl.startsWith("file:")) return true;
  const way = relative(dirname(resolve(databaseUrl.slice("file:".length))), keyDir);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/** Without BOT_ID: loopback, its own database, and nothing that belongs to a real deployment. */
function localConfig(env: Env): ConfigResult {
  const read = reader(env);
  for (const name of ["DATABASE_URL", "PUBLIC_URL"])
    if (read.raw(name) !== "") read.found.push(problems.notLocal(name));
  if (read.raw("NODE_ENV") === "production") read.found.push(problems.productionWithoutBot);
  const port = read.port("PORT", 3978);
  const logLevel = read.oneOf("LOG_LEVEL", LEVELS, "info");
  const demo = read.oneOf("DEMO", ["0", "1"], "0") === "1";
  const model = readModelSettings(env, read.found);
  if (read.found.length > 0) return { ok: false, problems: read.found };
  return {
    ok: true,
    config: {
      auth: { kind: "local" },
      host: "127.0.0.1",
      port,
      ...(demo ? DEMO : LOCAL),
      publicUrl: null,
      tenants: [LOCAL_TENANT],
      coordinators: demo ? [LOCAL_COORDINATOR, DEMO_COORDINATOR] : [LOCAL_COORDINATOR],
      serviceHosts: [],
      forumName: "Probeforum",
      calendarOrganizer: null,
      model,
      logLevel,
    },
  };
}

function botConfig(env: Env): ConfigResult {
  const read = reader(env);
  const appType = read.oneOf("BOT_TYPE", ["SingleTenant", "UserAssignedMsi"], "SingleTenant");
  const appId = read.required("BOT_ID", (value) => GUID.test(value));
  const tenantId = read.required("BOT_TENANT_ID", (value) => GUID.test(value));
  const password = appType === "SingleTenant" ? read.required("BOT_PASSWORD", () => true) : null;
  const databaseUrl = read.required("DATABASE_URL", isDatabase);
  const publicUrl = read.required("PUBLIC_URL", isHttps);
  const coordinators = read.ids("COORDINATORS");
  if (coordinators.length === 0) read.found.push(problems.missing("COORDINATORS"));
  const tenants = read.ids("TENANTS");
  const port = read.port("PORT", 3978);
  const ballotKeyDir = read.required("BALLOT_KEY_DIR", (value) => isApart(value, databaseUrl));
  if (read.raw("DEMO") !== "") read.found.push(problems.demoWithBot);
  const calendarOrganizer = read.optional("CALENDAR_ORGANIZER", isMailAddress);
  const logLevel = read.oneOf("LOG_LEVEL", LEVELS, "info");
  const model = readModelSettings(env, read.found);
  if (read.found.length > 0) return { ok: false, problems: read.found };
  return {
    ok: true,
    config: {
      ballotKeyDir,
      trial: "none",
      auth: { kind: "bot", appId, appType, tenantId, password },
      host: read.raw("HOST") || "0.0.0.0",
      port,
      databaseUrl,
      publicUrl,
      tenants: tenants.length > 0 ? tenants : [tenantId.toLowerCase()],
      coordinators,
      serviceHosts: list(env.SERVICE_HOSTS),
      forumName: read.raw("FORUM_NAME") || "Kommunales Digitalisierungsforum",
      calendarOrganizer,
      model,
      logLevel,
    },
  };
}

export const readConfig = (env: Env): ConfigResult =>
  (env.BOT_ID ?? "").trim() === "" ? localConfig(env) : botConfig(env);
