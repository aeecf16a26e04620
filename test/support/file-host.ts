/** A host on this machine from which files are fetched, as from OneDrive, and that can misbehave. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Kept =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Sends without end. */
  | { readonly kind: "endless" }
  /** Never answers. */
  | { readonly kind: "hang" };

export async function startFileHost() {
  const kept = new Map<string, Kept>();
  const asked: { path: string; headers: IncomingHttpHeaders }[] = [];

  function pour(response: ServerResponse): void {
    const part = Buffer.alloc(256 * 1024, "a");
    const more = (): void => {
      while (!response.destroyed && response.write(part));
    };
    response.on("drain", more);
    more();
  }

  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push({ path, headers: request.headers });
    const found = kept.get(path) ?? { kind: "status", status: 404 };
    if (found.kind === "file") response.end(found.bytes);
    else if (found.kind === "status") response.writeHead(found.status, found.headers).end();
    else if (found.kind === "endless") pour(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = (path: string): string => `http://127.0.0.1:${port}${path}`;

  return {
    url,
    asked: asked as readonly { path: string; headers: IncomingHttpHeaders }[],
    /** Keeps something under a path, and says its address. */
    keeps: (path: string, what: Kept | Uint8Array | string): string => {
      const isBytes = typeof what === "string" || what instanceof Uint8Array;
      kept.set(path, isBytes ? { kind: "file", bytes: Buffer.from(what) } : what);
      return url(path);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
