/** Starts Forumsbote: configuration, store, app, door; ends it cleanly. */
import { createApp } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import { StoreFault } from "./db/faults.ts";
import { migrate } from "./db/migrate.ts";
import { openDb } from "./db/open.ts";
import { openHttpDoor, PortBusy } from "./http.http.ts";
import { systemChance } from "./system/chance.ts";
import { systemClock } from "./system/clock.ts";
import { systemIds } from "./system/ids.ts";
import { createLog, type Log } from "./system/log.ts";
import { start as texts } from "./texts.ts";

/** Turns under way get so long to end, in ms; Ctrl-C must not feel stuck. */
const LAST_TURNS_MS = 3000;
/** Exit codes: 1 = could not start, 70 = the store is in doubt and must be read anew. */
const NOT_STARTED = 1;
const IN_DOUBT = 70;

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function run(config: Config, log: Log): Promise<() => Promise<void>> {
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const applied = await migrate(config.databaseUrl);
    if (applied.length > 0) log.info("db.migrated", { migrations: applied.join(",") });
    const onFatal = (error: unknown): void => {
      log.fault("db.inDoubt", error);
      process.exit(IN_DOUBT);
    };
    const db = await openDb(config.databaseUrl, { onFatal });
    closers.push(db.close);
    const parts = { clock: systemClock, newId: systemIds, chance: systemChance };
    const app = await createApp({ config, db, log, ...parts });
    closers.push(app.close);
    const { host, port, auth } = config;
    const { messages, ready, metrics, pages, publicPages } = app;
    const door = await openHttpDoor({
      host,
      port,
      local: auth.kind === "local",
      messages,
      ready,
      metrics,
      metricsToken: config.metricsToken ?? null,
      secure: config.publicUrl !== null,
      pages,
      publicPages,
      log,
    });
    closers.push(() => door.close(LAST_TURNS_MS));
    app.start();
    log.info("started", { port: door.port, mode: auth.kind, engine: db.engine });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

function once(work: () => Promise<void>): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    void work();
  };
}

function explain(error: unknown): string {
  if (error instanceof PortBusy) return texts.portBusy(error.port);
  return texts.failed(error instanceof StoreFault ? error.message : texts.unknownFailure);
}

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) {
    for (const line of [texts.wrongConfig, ...read.problems.map((problem) => `- ${problem}`)]) tell(line);
    process.exitCode = NOT_STARTED;
    return;
  }
  const log = createLog(read.config.logLevel);
  try {
    const stop = await run(read.config, log);
    const end = async (): Promise<void> => {
      log.info("stopping");
      await stop();
      process.exit(0);
    };
    // A second signal while the last turns end changes nothing: end() runs once.
    const endOnce = once(end);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, endOnce);
  } catch (error) {
    log.fault("start.failed", error);
    tell(explain(error));
    process.exitCode = NOT_STARTED;
  }
}

await main();
