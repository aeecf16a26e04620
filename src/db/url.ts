/** The address of the store: a file for SQLite, a server for PostgreSQL. */
import { StoreFault } from "./faults.ts";
import { dbFault } from "./texts.ts";

export type Engine = "sqlite" | "postgresql";

/** Which engine an address belongs to. Throws a StoreFault for any other address. */
export function engineOf(url: string): Engine {
  if (url.startsWith("file:")) return "sqlite";
  if (/^postgres(ql)?:\/\//.test(url)) return "postgresql";
  throw new StoreFault(dbFault.unknownUrl());
}

/** The path in a `file:` address, relative paths as they are. Settings after `?` mean nothing here. */
export function sqlitePath(url: string): string {
  const path = url.replace(/^file:(\/\/(?=\/))?/, "").replace(/\?.*$/, "");
  if (path === "" || path === ":memory:") throw new StoreFault(dbFault.memoryUrl());
  return path;
}
