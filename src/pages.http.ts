/** The part of the HTTP door through which people see pages and files. */
import { finished } from "node:stream/promises";
import type restify from "restify";
import { callerOf } from "./http-guards.ts";
import type { HttpTally } from "./http-tally.ts";
import type { Log } from "./system/log.ts";
import { systemRandomBytes } from "./system/random.ts";

export type PageAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** The page or file behind a link; `caller` tells callers apart and says nothing about them. */
export type AnswerPage = (secret: string, caller: string) => Promise<PageAnswer>;

/** Whether the caller has this version already (RFC 9110, 13.1.2: weak comparison). */
const hasIt = (ifNoneMatch: string | undefined, etag: string | undefined): boolean =>
  etag !== undefined &&
  (ifNoneMatch ?? "")
    .split(",")
    .map((one) => one.trim().replace(/^W\//, ""))
    .some((one) => one === etag || one === "*");

/** What says something about the contents; it does not belong to an answer that has none. */
const ABOUT_CONTENTS = new Set(["content-type", "content-disposition"]);

const withoutContents = ({ headers }: PageAnswer): PageAnswer => ({
  status: 304,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ABOUT_CONTENTS.has(name))),
  body: "",
});

/** Said for HEAD as well, which gets no contents. */
const withLength = (page: PageAnswer): PageAnswer => ({
  ...page,
  headers: { ...page.headers, "content-length": String(Buffer.byteLength(page.body)) },
});

/** Pages for everybody, by their path, for example `/datenschutz`. */
export type PublicPages = Readonly<Record<string, PageAnswer>>;

/** Adds `GET` and `HEAD` of pages that are the same for all, without a link of their own. */
export function addPublicPages(server: restify.Server, pages: PublicPages, tally: HttpTally): void {
  for (const [path, page] of Object.entries(pages)) {
    const { status, headers, body } = withLength(page);
    const take = async (_: restify.Request, response: restify.Response): Promise<void> =>
      tally.during(async () => {
        response.sendRaw(status, body, headers);
        await finished(response).catch(() => undefined);
      });
    server.get(path, take);
    server.head(path, take);
  }
}

/** Adds `GET` and `HEAD /seiten/<secret>`. Whoever has the link is let in; the page itself asks for rights. */
export function addPages(server: restify.Server, pages: AnswerPage, log: Log, tally: HttpTally): void {
  // New at each start: with it nobody can find out an address from what is remembered.
  const key = systemRandomBytes(32);
  async function answer(request: restify.Request, response: restify.Response): Promise<void> {
    try {
      const caller = callerOf(request.headers, request.socket.remoteAddress, key);
      const page = await pages(String(request.params.secret), caller);
      const held = page.status === 200 && hasIt(request.headers["if-none-match"], page.headers.etag);
      const { status, headers, body } = held ? withoutContents(page) : withLength(page);
      response.sendRaw(status, body, headers);
    } catch (error) {
      // Never the address: it is the secret.
      log.fault("http.pages.failed", error);
      response.send(500);
    }
    await finished(response).catch(() => undefined);
  }
  // restify wants to see `async` written.
  async function take(request: restify.Request, response: restify.Response): Promise<void> {
    await tally.during(() => answer(request, response));
  }
  server.get("/seiten/:secret", take);
  server.head("/seiten/:secret", take);
}
