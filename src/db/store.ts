/**
 * The two doors of the store. While an interactive transaction is open on SQLite, every other call on
 * the same client runs inside it and is lost with its rollback; therefore all writes go through
 * `write`, on a client of their own, and all reads outside a transaction through `read`.
 */
import type { PrismaClient } from "./generated/sqlite/client.ts";

/** A read-only client on a connection of its own; a write through it is refused by the database. */
export type Reader = Omit<PrismaClient, `$${string}`> & Pick<PrismaClient, "$queryRaw">;

/** The inside of a transaction. No network, no model, no other door while it is open. */
export type Tx = Omit<PrismaClient, `$${string}`> & Pick<PrismaClient, "$queryRaw" | "$executeRaw">;

export type Db = {
  readonly engine: "sqlite" | "postgresql";
  readonly read: Reader;
  /**
   * One transaction: all of `body` or nothing. Rejects with what `body` threw; with WriteQueueFull when
   * too many are waiting, with StoreClosed after `close`, with NestedWrite when called from inside another
   * one. When the commit itself fails nobody knows what was stored: the process is told to end (`onFatal`), and this rejects.
   */
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  /**
   * Runs statements that cannot stand in a transaction, on the client that writes and in turn with the
   * transactions. Only for src/db/dialect; rejects like `write`.
   */
  readonly maintain: <T>(work: (client: PrismaClient) => Promise<T>) => Promise<T>;
  /**
   * Asks both doors and reports how the connection that writes is set: durable means that a commit is
   * on disk before it is acknowledged. Rejects when a door does not answer.
   */
  readonly check: () => Promise<{ readonly setting: string; readonly durable: boolean }>;
  /** Waits for what is being written, then ends both clients; may be called twice. */
  readonly close: () => Promise<void>;
};
