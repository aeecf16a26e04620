/** What a request must look like before anything of it is read, and who has made it. Pure. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
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

const OWN_ADDRESS = /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/;

const digest = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest();

/** Where no token is set, only this machine itself reads the figures; else whoever knows the token. */
export function mayReadFigures(
  headers: Headers,
  address: string | undefined,
  token: string | null | undefined,
): boolean {
  if (!token) return OWN_ADDRESS.test(address ?? "") && comesFromHere(headers);
  // Of the same length, so that the time of the comparison says nothing.
  return timingSafeEqual(digest(String(headers.authorization ?? "")), digest(`Bearer ${token}`));
}

/**
 * Tells callers apart without keeping their address: the connection, and what the proxy in front says it stands
 * for. A made-up header changes nothing for others, because the address of whoever made it up is part of it.
 */
export function callerOf(headers: Headers, address: string | undefined, key: Uint8Array): string {
  const behind = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return createHmac("sha256", key)
    .update(`${address ?? ""} ${behind}`)
    .digest("base64url");
}
