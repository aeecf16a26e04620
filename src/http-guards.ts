/** What a request must look like before anything of it is read. Pure. */
import { isLoopback } from "./system/loopback.ts";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : "");

/**
 * Whether a request comes from this machine and was meant for it: no proxy in between, no foreign name that
 * was made to point here, no page of a foreign site.
 */
export function comesFromHere(headers: Headers): boolean {
  if (Object.keys(headers).some((name) => name === "forwarded" || name.startsWith("x-forwarded-")))
    return false;
  const { host, origin } = headers;
  if (typeof host !== "string" || !isLoopback(hostOf(`http://${host}`))) return false;
  return origin === undefined || (typeof origin === "string" && isLoopback(hostOf(origin)));
}

/** The status with which a message is refused before its body is read, or undefined. */
export function refusedUnread(headers: Headers): 415 | undefined {
  const type = String(headers["content-type"] ?? "")
    .split(";")[0]
    ?.trim()
    .toLowerCase();
  if (type !== "application/json") return 415;
  // A packed body could unfold to far more than the limit.
  return headers["content-encoding"] ? 415 : undefined;
}
