/** The HTTP door: where Teams, the operator's probes and nobody else come in. */
import { Server as Listener } from "node:net";
import { finished } from "node:stream/promises";
import restify from "restify";
import { comesFromHere, refusedUnread } from "./http-guards.ts";
import { headersOf } from "./http-headers.ts";
import { createTally, type HttpTally } from "./http-tally.ts";
import { type AnswerPage, addPages, addPublicPages, type PublicPages } from "./pages.http.ts";
import { addProbes, type Probes } from "./probes.http.ts";
import type { Log } from "./system/log.ts";

/** Largest body that is read, in bytes. A card's data has at most some 28 kB. */
const MAX_BODY = 256 * 1024;
/** Longest time for a whole request to arrive, in ms. */
const REQUEST_MS = 30_000;
/** Longest time for its headers, in ms; Node looks every half minute. */
const HEADERS_MS = 10_000;

export type MessageRequest = { readonly authorization: string | undefined; readonly body: unknown };
export type MessageAnswer = { readonly status: number; readonly body?: unknown };
export type HttpOptions = Probes & {
  /** Address to listen on; local mode insists on 127.0.0.1. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** This machine only: other Host headers and anything forwarded get 403. */
  readonly local: boolean;
  readonly messages: (request: MessageRequest) => Promise<MessageAnswer>;
  /** The page or file behind a link that nobody can guess; without it there are none. */
  readonly pages?: AnswerPage;
  /** What everybody may read; without it there is nothing. */
  readonly publicPages?: PublicPages;
  /** People reach this server by https: their browsers shall insist on it. */
  readonly secure?: boolean;
  readonly log: Log;
};

export type HttpDoor = {
  readonly port: number;
  /** For example `http://127.0.0.1:3978`. */
  readonly url: string;
  /**
   * Takes nothing new and waits for the turns under way, at most `limitMs`. True if all were finished.
   * May be called twice.
   */
  readonly close: (limitMs: number) => Promise<boolean>;
};

/** The port is taken by another program. */
export class PortBusy extends Error {
  override readonly name = "PortBusy";
  readonly port: number;
  constructor(port: number) {
    super(`port ${port} is in use`);
    this.port = port;
  }
}

function listen(server: restify.Server, { host, port }: HttpOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortBusy(port) : error);
    });
    server.listen(port, host, () => resolve(server.address().port));
  });
}

function harden(server: restify.Server, local: boolean, secure: boolean): void {
  const headers = Object.entries(headersOf(secure));
  server.pre((request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    response.removeHeader("server");
    if (!local || comesFromHere(request.headers)) return next();
    response.send(403);
    return next(false);
  });
  // What a library throws is for the log; a caller learns the status alone.
  server.on(
    "restifyError",
    (_request: unknown, _response: unknown, error: restifyError, done: () => void) => {
      error.toJSON = () => ({ code: error.statusCode ?? 500 });
      error.toString = () => "";
      done();
    },
  );
}

type restifyError = Error & { statusCode?: number; toJSON?: () => unknown };

// The typings forget the limit, which is there and needed: without it 20 MB are read.
const bodyLimits = { maxBodySize: MAX_BODY, mapParams: false } as restify.plugins.JsonBodyParserOptions;

function addRoutes(server: restify.Server, options: HttpOptions, tally: HttpTally): void {
  const { messages, log } = options;

  async function answer(request: restify.Request, response: restify.Response): Promise<void> {
    try {
      const { status, body } = await messages({
        authorization: request.headers.authorization,
        body: request.body,
      });
      response.send(status, body);
    } catch (error) {
      log.fault("http.messages.failed", error);
      response.send(500);
    }
    // A turn is over when its answer has left; a caller who hung up does not matter.
    await finished(response).catch(() => undefined);
  }

  // restify wants to see `async` written.
  async function take(request: restify.Request, response: restify.Response): Promise<void> {
    await tally.during(() => answer(request, response));
  }

  server.post(
    "/api/messages",
    (request, response, next) => {
      const status = refusedUnread(request.headers);
      if (status === undefined) return next();
      response.send(status);
      return next(false);
    },
    ...restify.plugins.jsonBodyParser(bodyLimits),
    take,
  );
}

/**
 * Opens the door.
 * @throws PortBusy if the port is taken
 */
export async function openHttpDoor(options: HttpOptions): Promise<HttpDoor> {
  if (options.local && options.host !== "127.0.0.1") throw new Error("local mode listens on 127.0.0.1 only");
  const server = restify.createServer({ name: "", ignoreTrailingSlash: true });
  server.server.requestTimeout = REQUEST_MS;
  server.server.headersTimeout = HEADERS_MS;
  const tally = createTally();
  harden(server, options.local, options.secure ?? false);
  addRoutes(server, options, tally);
  let closing: Promise<boolean> | undefined;
  // Who asks on a connection of before: nothing new is taken any more.
  const ready = async () => (closing ? ["stopping"] : options.ready());
  addProbes(server, { ...options, ready }, options.log);
  addPublicPages(server, options.publicPages ?? {}, tally);
  if (options.pages) addPages(server, options.pages, options.log, tally);
  const port = await listen(server, options);
  async function shut(limitMs: number): Promise<boolean> {
    // Stops listening only: the close of an HTTP server also cuts answers that are written but not yet sent.
    Listener.prototype.close.call(server.server);
    const settled = await tally.settled(limitMs);
    server.server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    return settled;
  }
  const close = (limitMs: number) => {
    closing ??= shut(limitMs);
    return closing;
  };
  return { port, url: `http://${options.host}:${port}`, close };
}
