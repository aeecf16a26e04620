/** Opens the store by its address: SQLite for `file:…`, PostgreSQL for `postgresql://…`. */
import { openPostgresql, POSTGRESQL_CONNECTIONS, postgresqlDurability } from "./dialect/postgresql.ts";
import { openSqlite, sqliteDurability } from "./dialect/sqlite.ts";
import type { PrismaClient } from "./generated/sqlite/client.ts";
import type { Db, Tx } from "./store.ts";
import { type Engine, engineOf } from "./url.ts";
import { createWriteDoor } from "./write-door.ts";

export type OpenOptions = {
  /** Told once a commit has failed; the process must end with it. */
  readonly onFatal: (error: unknown) => void;
  /** Transactions that may wait before WriteQueueFull; 1,000 unless given. */
  readonly queueLimit?: number;
};

type Opened = {
  readonly writer: PrismaClient;
  readonly reader: PrismaClient;
  readonly width: number;
  readonly durability: (tx: Tx) => Promise<{ setting: string; durable: boolean }>;
};

const openers = {
  sqlite: async (url) => ({ ...(await openSqlite(url)), width: 1, durability: sqliteDurability }),
  postgresql: async (url) => ({
    ...(await openPostgresql(url)),
    width: POSTGRESQL_CONNECTIONS,
    durability: postgresqlDurability,
  }),
} satisfies Record<Engine, (url: string) => Promise<Opened>>;

/**
 * Opens an existing, migrated database (see `migrate`). Rejects when it cannot be reached. Close it
 * before opening the same address again in this process.
 */
export async function openDb(url: string, options: OpenOptions): Promise<Db> {
  const engine = engineOf(url);
  const { writer, reader, width, durability } = await openers[engine](url);
  const door = createWriteDoor(writer, {
    width,
    queueLimit: options.queueLimit ?? 1_000,
    onFatal: options.onFatal,
  });
  let closing: Promise<void> | undefined;
  return {
    engine,
    read: reader,
    write: door.write,
    maintain: door.maintain,
    check: async () => {
      await reader.$queryRaw`SELECT 1`;
      return door.write(durability);
    },
    close: () => {
      closing ??= door.drain().then(async () => {
        await Promise.all([writer.$disconnect(), reader.$disconnect()]);
      });
      return closing;
    },
  };
}
