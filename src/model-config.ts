/** The MODEL_* settings: which language model may phrase answers, and that questions may be sent to it. */
import { secretInFile } from "./secret-file.ts";
import { isLoopback } from "./system/loopback.ts";
import { problems } from "./texts.ts";

const KINDS = ["openai", "azure", "compatible"] as const;

export type ModelSettings = {
  readonly kind: (typeof KINDS)[number];
  /** Without a slash at its end. */
  readonly endpoint: string;
  readonly name: string;
  /** Null where the server asks for none. */
  readonly apiKey: string | null;
  /** Azure only. */
  readonly apiVersion: string | null;
  /** For one question in all, in ms. */
  readonly timeoutMs: number;
};

type Env = Readonly<Record<string, string | undefined>>;

/**
 * A message not answered within 15 seconds is sent again by Teams, so that the person would get two answers;
 * sending the answer takes up to three of them.
 */
const LONGEST_MS = 12_000;
const SHORTEST_MS = 1_000;
const USUAL_MS = 10_000;

const NAMES = [
  "MODEL_KIND",
  "MODEL_ENDPOINT",
  "MODEL_NAME",
  "MODEL_API_KEY",
  "MODEL_API_KEY_FILE",
  "MODEL_API_VERSION",
  "MODEL_TIMEOUT_MS",
  "MODEL_ALLOW_HTTP",
  "MODEL_QUESTIONS_ALLOWED",
] as const;

const PRIVATE_HOST =
  /^(?:10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|[a-z0-9-]+|(?:[a-z0-9-]+\.)+(?:local|internal|lan|home\.arpa))$/i;

/** Of this machine or its own network, by its name; what a name points to is not looked up. */
const isNear = (host: string): boolean => isLoopback(host) || PRIVATE_HOST.test(host);

type Address = "fine" | "wrong" | "plainHttp";

function judge(endpoint: string, allowHttp: boolean, compatible: boolean): Address {
  if (!URL.canParse(endpoint)) return "wrong";
  const { protocol, hostname, username, search, hash } = new URL(endpoint);
  // A key in the address would stand in logs of others.
  if (username !== "" || search !== "" || hash !== "") return "wrong";
  if (protocol === "https:") return "fine";
  if (protocol !== "http:" || !compatible) return "wrong";
  return allowHttp && isNear(hostname) ? "fine" : "plainHttp";
}

/** Characters that can stand in a header. */
const KEY = /^[\x21-\x7e]+$/;

type Name = (typeof NAMES)[number];

/** Reads trimmed values and collects what is wrong with them. */
function reader(env: Env, found: string[]) {
  const raw = (name: Name | "DEBUG"): string => (env[name] ?? "").trim();
  const wrong = (name: Name): void => void found.push(problems.wrong(name));
  const required = (name: Name): string => {
    if (raw(name) === "") found.push(problems.missing(name));
    return raw(name);
  };
  return { found, raw, wrong, required };
}
type Reader = ReturnType<typeof reader>;

function kindOf({ required, wrong }: Reader): ModelSettings["kind"] | undefined {
  const named = required("MODEL_KIND");
  const kind = KINDS.find((one) => one === named);
  if (named !== "" && kind === undefined) wrong("MODEL_KIND");
  return kind;
}

function endpointOf({ found, raw, required, wrong }: Reader, kind: string | undefined): string {
  const endpoint = required("MODEL_ENDPOINT").replace(/\/+$/, "");
  if (endpoint === "") return endpoint;
  const judged = judge(endpoint, raw("MODEL_ALLOW_HTTP") === "1", kind === "compatible");
  if (judged === "wrong") wrong("MODEL_ENDPOINT");
  if (judged === "plainHttp") found.push(problems.modelOverHttp);
  return endpoint;
}

function keyOf({ found, raw, wrong }: Reader, kind: string | undefined): string | null {
  const [given, file] = [raw("MODEL_API_KEY"), raw("MODEL_API_KEY_FILE")];
  if (given !== "" && file !== "") found.push(problems.twice("MODEL_API_KEY"));
  const name = file === "" ? "MODEL_API_KEY" : "MODEL_API_KEY_FILE";
  const value = file === "" ? given : secretInFile(file);
  if (value === "" && kind !== "compatible") found.push(problems.missing(name));
  if (value === undefined || (value !== "" && !KEY.test(value))) wrong(name);
  return value || null;
}

function limitOf({ raw, wrong }: Reader): number {
  const ms = raw("MODEL_TIMEOUT_MS") === "" ? USUAL_MS : Number(raw("MODEL_TIMEOUT_MS"));
  if (!Number.isInteger(ms) || ms < SHORTEST_MS || ms > LONGEST_MS) wrong("MODEL_TIMEOUT_MS");
  return ms;
}

/** The settings, null when none of them is there; adds what is missing or wrong to `found`. */
export function readModelSettings(env: Env, found: string[]): ModelSettings | null {
  const read = reader(env, found);
  const { raw, wrong, required } = read;
  if (NAMES.every((name) => raw(name) === "")) return null;
  const kind = kindOf(read);
  const settings = {
    kind: kind ?? "compatible",
    endpoint: endpointOf(read, kind),
    name: required("MODEL_NAME"),
    apiKey: keyOf(read, kind),
    apiVersion: kind === "azure" ? required("MODEL_API_VERSION") : null,
    timeoutMs: limitOf(read),
  } as const;
  if (!["", "0", "1"].includes(raw("MODEL_ALLOW_HTTP"))) wrong("MODEL_ALLOW_HTTP");
  if (raw("MODEL_QUESTIONS_ALLOWED") !== "1") found.push(problems.modelNotAllowed);
  // With it the library's client prints every request, and with that the questions.
  if (raw("DEBUG") === "true") found.push(problems.modelWithDebug);
  return settings;
}
