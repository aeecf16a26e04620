// @ts-check
// Loaded into the Playground, which by itself listens on every address of the machine: whoever reached it
// there could speak to the bot as anybody. Asked for a port alone, a server here gets the loopback only.
import { Server } from "node:net";

const listen = Server.prototype.listen;

/** @this {Server} @param {any[]} args */
function listenOnLoopback(...args) {
  const [first, ...rest] = args;
  if (typeof first === "number" && typeof rest[0] !== "string") {
    return Reflect.apply(listen, this, [
      first,
      "127.0.0.1",
      ...rest.filter((arg) => typeof arg === "function"),
    ]);
  }
  if (first && typeof first === "object" && first.port !== undefined && !first.host) {
    return Reflect.apply(listen, this, [{ ...first, host: "127.0.0.1" }, ...rest]);
  }
  return Reflect.apply(listen, this, args);
}

Server.prototype.listen = /** @type {typeof listen} */ (listenOnLoopback);
