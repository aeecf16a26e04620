// Makes both Prisma clients out of prisma/schema.prisma: SQLite as written, PostgreSQL with the provider
// line and the output folder changed and nothing else. Needs no network. Silent when all is well.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "prisma", "schema.prisma");
const derived = join(root, ".cache", "schema.postgresql.prisma");
const generated = join(root, "src", "db", "generated");

/** Replaces exactly one line; anything else would be another schema than the one written by hand. */
function replaceOnce(text, from, to) {
  if (text.split(from).length !== 2) {
    throw new Error(`prisma/schema.prisma must contain exactly one line ${from}`);
  }
  return text.replace(from, to);
}

function derivePostgresql() {
  const sqlite = readFileSync(source, "utf8");
  const provider = replaceOnce(sqlite, 'provider = "sqlite"', 'provider = "postgresql"');
  const output = join(generated, "postgresql").replaceAll("\\", "/");
  mkdirSync(dirname(derived), { recursive: true });
  writeFileSync(derived, replaceOnce(provider, '"../src/db/generated/sqlite"', JSON.stringify(output)));
}

/**
 * The Prisma command wants its native schema engine at hand even where it does not use it, and would
 * download it. Without one, any executable file satisfies the check; generating never runs it.
 */
function engineSetting() {
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY) return {};
  const engines = dirname(createRequire(join(root, "package.json")).resolve("@prisma/engines/package.json"));
  const present = readdirSync(engines).some((name) => name.startsWith("schema-engine-"));
  return present ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
}

function generate(schema, folder) {
  const cli = join(root, "node_modules", "prisma", "build", "index.js");
  rmSync(join(generated, folder), { recursive: true, force: true });
  const run = spawnSync(process.execPath, [cli, "generate", "--schema", schema, "--no-hints"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...engineSetting(), PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
  });
  if (run.status !== 0 || !existsSync(join(generated, folder, "client.ts"))) {
    process.stderr.write(`${run.stdout ?? ""}${run.stderr ?? ""}${run.error?.message ?? ""}\n`);
    process.stderr.write(`Generating the Prisma client for ${folder} failed.\n`);
    process.exit(1);
  }
}

derivePostgresql();
generate(source, "sqlite");
generate(derived, "postgresql");
