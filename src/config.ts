/** Environment -> Config. Says everything that is missing or wrong at once, and what to do. */
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { type ModelSettings, readModelSettings } from "./model-config.ts";
import type { PrivacyNotice } from "./privacy/notice.ts";
import { readNotice } from "./privacy/notice-config.ts";
import { type Periods, periodsFrom } from "./privacy/periods.ts";
import { TRIAL_NOTICE } from "./privacy/trial-notice.ts";
import { type Env, GUID, list, reader } from "./settings-reader.ts";
import type { Rates } from "./teams/rate.ts";
import { problems } from "./texts.ts";

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
  /** How much may be asked a minute; absent: no limit. */
  readonly rates?: Rates;
  /** Who knows it may read the metrics from anywhere; null or absent: they are for this machine alone. */
  readonly metricsToken?: string | null;
  readonly privacy: {
    /** What everybody is shown before anything is stored about him or her. */
    readonly notice: PrivacyNotice;
    /** How long what is kept, in days; absent: as the table says. */
    readonly periods?: Periods;
  };
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

const LEVELS = ["debug", "info", "warn", "error", "silent"];

const isHttps = (value: string): boolean => /^https:\/\/[^\s/]+/.test(value);
/** Only what needs no quotes in a file: an office has such an address. */
const isMailAddress = (value: string): boolean =>
  /^[a-z0-9._+-]{1,64}@([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/i.test(value) && value.length <= 254;
/** Signs that can stand in a header. */
const isToken = (value: string): boolean => /^[\x21-\x7e]{16,}$/.test(value);
const isDatabase = (value: string): boolean => /^(file:.|postgres(ql)?:\/\/.)/.test(value);

/** A backup of the folder with the database must never hold the keys of the ballot boxes as well. */
function isApart(keyDir: string, databaseUrl: string): boolean {
  if (!isAbsolute(keyDir)) return false;
  if (!databaseUrl.startsWith("file:")) return true;
  const way = relative(dirname(resolve(databaseUrl.slice("file:".length))), keyDir);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
}

const ratesOf = (read: ReturnType<typeof reader>, usual: Rates): Rates => ({
  perPerson: read.rate("RATE_PER_PERSON", usual.perPerson),
  perConversation: read.rate("RATE_PER_CONVERSATION", usual.perConversation),
});

/** The notice of the office; null with what is wrong with it among the problems. */
function noticeOf(read: ReturnType<typeof reader>): PrivacyNotice | null {
  const file = read.required("PRIVACY_NOTICE_FILE", () => true);
  if (file === "") return null;
  const notice = readNotice(file);
  if (!notice.ok) read.found.push(...notice.problems);
  return notice.ok ? notice.notice : null;
}

function periodsOf(read: ReturnType<typeof reader>): { readonly periods?: Periods } {
  const value = read.optional("RETENTION", (text) => periodsFrom(text) !== null);
  const periods = value === null ? null : periodsFrom(value);
  return periods ? { periods } : {};
}

/** Without BOT_ID: loopback, its own database, and nothing that belongs to a real deployment. */
function localConfig(env: Env): ConfigResult {
  const read = reader(env);
  for (const name of ["DATABASE_URL", "DATABASE_URL_FILE", "PUBLIC_URL"])
    if (read.raw(name) !== "") read.found.push(problems.notLocal(name));
  if (read.raw("NODE_ENV") === "production") read.found.push(problems.productionWithoutBot);
  const port = read.port("PORT", 3978);
  // One machine, where one person plays all the others: nobody is too fast unless that is wanted.
  const rates = ratesOf(read, { perPerson: 0, perConversation: 0 });
  const logLevel = read.oneOf("LOG_LEVEL", LEVELS, "info");
  const periods = periodsOf(read);
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
      privacy: { notice: TRIAL_NOTICE, ...periods },
      model,
      rates,
      logLevel,
    },
  };
}

function botConfig(env: Env): ConfigResult {
  const read = reader(env);
  const appType = read.oneOf("BOT_TYPE", ["SingleTenant", "UserAssignedMsi"], "SingleTenant");
  const appId = read.required("BOT_ID", (value) => GUID.test(value));
  const tenantId = read.required("BOT_TENANT_ID", (value) => GUID.test(value));
  const password = appType === "SingleTenant" ? read.secret("BOT_PASSWORD", () => true) : null;
  const databaseUrl = read.secret("DATABASE_URL", isDatabase);
  const publicUrl = read.required("PUBLIC_URL", isHttps);
  const coordinators = read.ids("COORDINATORS");
  if (coordinators.length === 0) read.found.push(problems.missing("COORDINATORS"));
  const tenants = read.ids("TENANTS");
  const port = read.port("PORT", 3978);
  const ballotKeyDir = read.required("BALLOT_KEY_DIR", (value) => isApart(value, databaseUrl));
  if (read.raw("DEMO") !== "") read.found.push(problems.demoWithBot);
  const metricsToken = read.secret("METRICS_TOKEN", isToken, false);
  const rates = ratesOf(read, { perPerson: 60, perConversation: 600 });
  const calendarOrganizer = read.optional("CALENDAR_ORGANIZER", isMailAddress);
  const logLevel = read.oneOf("LOG_LEVEL", LEVELS, "info");
  const model = readModelSettings(env, read.found);
  const notice = noticeOf(read);
  const periods = periodsOf(read);
  if (read.found.length > 0 || !notice) return { ok: false, problems: read.found };
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
      rates,
      metricsToken: metricsToken || null,
      privacy: { notice, ...periods },
      logLevel,
    },
  };
}

export const readConfig = (env: Env): ConfigResult =>
  (env.BOT_ID ?? "").trim() === "" ? localConfig(env) : botConfig(env);
