// @ts-check
import { createServer } from "node:net";
import { SetupFault, sentences } from "./texts.mjs";

/**
 * @param {string} name of the variable
 * @param {string | undefined} value
 * @param {number} usual taken when the variable is not set or empty
 */
export function portFrom(name, value, usual) {
  if (value === undefined || value === "") return usual;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port < 1 || port > 65_535) throw new SetupFault(sentences.portInvalid(name, value));
  return port;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} the error code with which listening failed
 */
function listenFault(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/**
 * Throws the sentence for a port that cannot be had on this machine's loopback, over IPv4 or IPv6.
 * @param {{ port: number, name: string, what: string }} wish `name`: the variable that changes it
 */
export async function checkPort({ port, name, what }) {
  const faults = [await listenFault(port, "127.0.0.1"), await listenFault(port, "::1")];
  if (faults.includes("EADDRINUSE")) throw new SetupFault(sentences.portBusy(port, name, what));
  if (faults.includes("EACCES")) throw new SetupFault(sentences.portForbidden(port, name, what));
}
