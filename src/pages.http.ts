/** The part of the HTTP door through which people see pages and files. */
import { finished } from "node:stream/promises";
import type restify from "restify";
import type { HttpTally } from "./http-tally.ts";
import type { Log } from "./system/log.ts";

export type PageAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Adds `GET /seiten/<secret>`. Whoever has the link is let in; the page itself asks for rights. */
export function addPages(
  server: restify.Server,
  pages: (secret: string) => Promise<PageAnswer>,
  log: Log,
  tally: HttpTally,
): void {
  async function answer(request: restify.Request, response: restify.Response): Promise<void> {
    try {
      const { status, headers, body } = await pages(String(request.params.secret));
      response.sendRaw(status, body, headers);
    } catch (error) {
      // Never the address: it is the secret.
      log.fault("http.pages.failed", error);
      response.send(500);
    }
    await finished(response).catch(() => undefined);
  }
  server.get("/seiten/:secret", async (request, response) => {
    await tally.during(() => answer(request, response));
  });
}
