/** The part of the HTTP door for the operator: whether it lives, whether it can work, and its figures. */
import type restify from "restify";
import { mayReadFigures } from "./http-guards.ts";
import type { Log } from "./system/log.ts";

export type Probes = {
  /** Reason codes why the bot cannot work now; none: ready. */
  readonly ready: () => Promise<readonly string[]>;
  /** The metrics in the text format of Prometheus. */
  readonly metrics: () => string;
  /** Who sends it as bearer may read the metrics; without one they are for this machine alone. */
  readonly metricsToken?: string | null;
};

/**
 * Adds `GET /healthz`, `/readyz` and `/metrics`. The first two are for everybody: what watches a server cannot
 * carry a secret everywhere, and they say no more than a status and a few codes.
 */
export function addProbes(server: restify.Server, { ready, metrics, metricsToken }: Probes, log: Log): void {
  server.get("/healthz", async (_request, response) => {
    response.send(200, { ok: true });
  });
  server.get("/readyz", async (_request, response) => {
    const reasons = await ready().catch((error: unknown) => {
      log.fault("http.ready.failed", error);
      return ["fault"];
    });
    response.send(reasons.length === 0 ? 200 : 503, { ok: reasons.length === 0, reasons });
  });
  server.get("/metrics", async (request, response) => {
    if (!mayReadFigures(request.headers, request.socket.remoteAddress, metricsToken)) {
      response.setHeader("www-authenticate", "Bearer");
      response.send(401);
      return;
    }
    response.setHeader("content-type", "text/plain; version=0.0.4; charset=utf-8");
    response.sendRaw(200, metrics());
  });
}
