/** Which hosts the bot may talk to. The bot's token goes with every request, so this list guards it. Pure. */
import { isLoopback } from "../system/loopback.ts";

/**
 * The hosts of Teams' connector: the public cloud and the government clouds. `*` stands for one part of
 * the name; a pattern may not end with it, else anybody's own domain would fit.
 */
export const TEAMS_HOSTS = [
  "smba.trafficmanager.net",
  "smba.infra.*.teams.microsoft.com",
  "smba.infra.*.teams.microsoft.us",
] as const;

/** Says whether a request may be sent to this address. */
export type HostGuard = (url: string) => boolean;

function matcher(pattern: string): (host: string) => boolean {
  const wanted = pattern.toLowerCase().split(".");
  if (wanted.at(-1) === "*") throw new Error(`a service host may not end with "*": ${pattern}`);
  return (host) => {
    const parts = host.split(".");
    return parts.length === wanted.length && wanted.every((part, at) => part === "*" || part === parts[at]);
  };
}

/** Allows https to the hosts given, on the standard port; a loopback host also http and any port. */
export function createHostGuard(hosts: readonly string[]): HostGuard {
  const matchers = hosts.map(matcher);
  return (url) => {
    if (!URL.canParse(url)) return false;
    const { protocol, hostname, port, username, password } = new URL(url);
    if (username || password || !matchers.some((matches) => matches(hostname))) return false;
    return isLoopback(hostname)
      ? protocol === "http:" || protocol === "https:"
      : protocol === "https:" && !port;
  };
}
