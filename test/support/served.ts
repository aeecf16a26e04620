/** Pages on this machine, with the headers they have in the program. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { PageAnswer } from "../../src/pages/answer.ts";

export async function served(pages: Readonly<Record<string, PageAnswer>>) {
  const server = createServer((request, response) => {
    const page = pages[decodeURIComponent(request.url?.slice(1) ?? "")];
    response.writeHead(page?.status ?? 404, page?.headers);
    response.end(page?.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (name: string): string => `http://127.0.0.1:${port}/${encodeURIComponent(name)}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
