/**
 * A reverse proxy that hands each request to the next of several servers, as a load balancer without sessions does.
 * One that refuses the connection is passed over; one that breaks it in the middle is not asked again by another.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Served = { readonly path: string; readonly by: number; readonly status: number };

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Servers are named afterwards, because they may have to know this address. */
export async function startRoundRobin() {
  let servers: readonly string[] = [];
  let turn = 0;
  const served: Served[] = [];

  function hand(incoming: IncomingMessage, body: Buffer, answer: ServerResponse, tries: number): void {
    const by = turn++ % servers.length;
    const { method, headers, url: path = "/" } = incoming;
    const url = new URL(path, servers[by]);
    const outgoing = request(url, { method, headers: { ...headers, connection: "close" } }, (response) => {
      served.push({ path, by, status: response.statusCode ?? 0 });
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED" && tries < servers.length)
        return hand(incoming, body, answer, tries + 1);
      if (answer.headersSent) return void answer.destroy();
      answer.writeHead(502).end();
    });
    outgoing.end(body);
  }

  const server = createServer(async (incoming, answer) => hand(incoming, await bodyOf(incoming), answer, 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    leadsTo: (urls: readonly string[]) => {
      servers = urls;
    },
    /** Every request that was answered, oldest first. */
    served: served as readonly Served[],
    close: (): Promise<void> => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
