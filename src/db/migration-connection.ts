import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";

/** A connection on which the schema engine works, all in one transaction. */
export type MigrationConnection = {
  readonly connection: SqlDriverAdapter;
  /** Rows of (name, finished, rolled back), oldest first; none when no migration was ever applied. */
  readonly applied: () => Promise<readonly (readonly unknown[])[]>;
  /** Whether a restore was begun on it and not finished. Ask after `applied`, which waits for one under way. */
  readonly halfRestored: () => Promise<boolean>;
  /** Begins the transaction and waits until no other process is migrating. */
  readonly begin: () => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly rollback: () => Promise<void>;
};
