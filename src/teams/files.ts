/** Fetches the files people send. Teams keeps them in OneDrive and SharePoint and sends an address that is signed. */
import { loopbackHosts } from "../system/loopback.ts";
import { ok, refused } from "../system/outcome.ts";
import type { FetchFile, FetchRefusal } from "../turn/incoming.ts";
import { type Fetched, fetchBytes, Late, TooLong } from "./outgoing.ts";
import { createHostGuard } from "./service-hosts.ts";

/** Where files sent in a personal chat lie: the public cloud and the government clouds of Microsoft 365. */
export const FILE_HOSTS = ["*.sharepoint.com", "*.sharepoint.us", "*.sharepoint-mil.us"] as const;

/** Longest time for one file, redirects included, in ms. */
const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 2;

const isRedirect = ({ status }: Fetched): boolean => status >= 300 && status < 400;

/** The next address of the same host; undefined: it leads elsewhere. */
function nextUrl(url: string, location: string | undefined): string | undefined {
  if (location === undefined || !URL.canParse(location, url)) return undefined;
  const next = new URL(location, url);
  const here = new URL(url);
  return next.host === here.host && next.protocol === here.protocol ? next.href : undefined;
}

const reasonOf = (error: unknown): FetchRefusal => {
  if (error instanceof TooLong) return "tooLarge";
  return error instanceof Late ? "tooSlow" : "unavailable";
};

/** `local`: files lie on this machine. No token of ours goes with a request; nothing but https leaves otherwise. */
export function createFetchFile({
  local,
  timeoutMs = TIMEOUT_MS,
}: {
  readonly local: boolean;
  readonly timeoutMs?: number;
}): FetchFile {
  const allowed = createHostGuard(local ? loopbackHosts : FILE_HOSTS);

  async function follow(first: string, most: number, signal: AbortSignal): ReturnType<FetchFile> {
    let url: string | undefined = first;
    for (let hops = 0; hops <= MOST_REDIRECTS && url !== undefined; hops++) {
      if (!allowed(url)) return refused("forbiddenHost");
      const answer: Fetched = await fetchBytes(url, most, signal);
      if (answer.status === 200) return ok(answer.bytes);
      url = isRedirect(answer) ? nextUrl(url, answer.location) : undefined;
    }
    return refused("unavailable");
  }

  return (url, most) =>
    follow(url, most, AbortSignal.timeout(timeoutMs)).catch((error) => refused(reasonOf(error)));
}
