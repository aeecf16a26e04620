/**
 * Prisma's schema engine, in this process. It is loaded only when a migration is missing or made: it
 * costs memory and time that an ordinary start does not have to pay.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Engine } from "./url.ts";

/** The part of the platform that is used here; the compiler's library has it only for browsers. */
declare const WebAssembly: {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: object } }>;
};

/** What the engine is made of; the package does not type its inside. */
type EngineModule = {
  readonly SchemaEngine: {
    new: (options: object, log: () => void, adapter: object) => Promise<SchemaEngine>;
  };
  readonly __wbg_set_wasm: (exports: object) => void;
};

const filters = { externalTables: [], externalEnums: [] };

let loading: Promise<EngineModule> | undefined;

/** Once for the whole process: a second instance would share the first one's view of its memory. */
const loadedEngine = (): Promise<EngineModule> => {
  loading ??= loadEngine();
  return loading;
};

async function loadEngine(): Promise<EngineModule> {
  const name = "@prisma/schema-engine-wasm/schema_engine_bg";
  const engine = (await import(name)) as EngineModule;
  const file = createRequire(import.meta.url)
    .resolve(name)
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
  return engine;
}

/** Starts the engine on a connection that stays the caller's: it is neither opened nor closed here. */
async function startEngine(connection: SqlDriverAdapter, schema: string): Promise<SchemaEngine> {
  const lent = Object.create(connection, { dispose: { value: async () => {} } }) as SqlDriverAdapter;
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: connection.provider,
    adapterName: connection.adapterName,
    connect: async () => lent,
    connectToShadowDb: async () => {
      throw new Error("no shadow database is used");
    },
  });
  const { SchemaEngine } = await loadedEngine();
  return SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, factory);
}

/** Applies the missing ones of `list` and returns their names. */
export async function applyMigrations(
  connection: SqlDriverAdapter,
  schema: string,
  list: MigrationList,
): Promise<readonly string[]> {
  const engine = await startEngine(connection, schema);
  try {
    return (await engine.applyMigrations({ migrationsList: list, filters })).appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** Two schemas are compared without a database, but the engine asks for a connection all the same. */
const noDatabase = (engine: Engine): SqlDriverAdapter => ({
  provider: engine === "sqlite" ? "sqlite" : "postgres",
  adapterName: "no-database",
  queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
  executeRaw: async () => 0,
  executeScript: async () => {},
  startTransaction: () => Promise.reject(new Error("no database is used")),
  dispose: async () => {},
});

/** The SQL that leads from one schema (null: nothing) to another; null when they are the same. */
export async function diffSchemas(kind: Engine, from: string | null, to: string): Promise<string | null> {
  const engine = await startEngine(noDatabase(kind), to);
  const files = (content: string) => [{ path: "schema.prisma", content }];
  try {
    const { exitCode, stdout } = await engine.diff({
      from: from === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: files(from) },
      to: { tag: "schemaDatamodel", files: files(to) },
      script: true,
      exitCode: true,
      filters,
    });
    // 2 means: there is a difference.
    return exitCode === 2 ? stdout : null;
  } finally {
    engine.free();
  }
}
