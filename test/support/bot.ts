/** The bot behind its real HTTP door, with a fake connector, a fake clock and people who talk to it. */
import { type HttpOptions, openHttpDoor } from "../../src/http.http.ts";
import type { Fields, Log } from "../../src/system/log.ts";
import { fixedChance } from "./chance.ts";
import { fakeClock } from "./clock.ts";
import { startFakeConnector } from "./fake-connector.ts";
import { countedIds } from "./ids.ts";
import { createPeople, type Town } from "./people.ts";

export type LogEntry = {
  readonly level: "info" | "warn" | "fault";
  readonly event: string;
  readonly fields: Fields;
  readonly error?: unknown;
};

/** A log that keeps its entries. */
export function keptLog() {
  const entries: LogEntry[] = [];
  const log: Log = {
    info: (event, fields = {}) => void entries.push({ level: "info", event, fields }),
    warn: (event, fields = {}) => void entries.push({ level: "warn", event, fields }),
    fault: (event, error, fields = {}) => void entries.push({ level: "fault", event, fields, error }),
  };
  return { log, entries: entries as readonly LogEntry[] };
}

/** What the program under test is given. */
export type Given = {
  readonly log: Log;
  readonly clock: ReturnType<typeof fakeClock>["clock"];
  readonly newId: ReturnType<typeof countedIds>;
  readonly chance: ReturnType<typeof fixedChance>;
  readonly connectorUrl: string;
};

/** What it offers: all it needs to stand behind the door. */
export type Built = Pick<HttpOptions, "messages"> &
  Partial<Pick<HttpOptions, "ready" | "metrics" | "pages" | "publicPages">> & {
    readonly close?: () => Promise<unknown>;
  };

export type Settings = Partial<Pick<Town, "authorization" | "tenantId" | "sees">> & {
  readonly local?: boolean;
};

/** Starts whatever `build` makes of the given parts, on a free port. */
export async function startBot<B extends Built>(
  build: (given: Given) => B | Promise<B>,
  settings: Settings = {},
) {
  const connector = await startFakeConnector(settings.sees);
  const { log, entries } = keptLog();
  const time = fakeClock();
  const built = await build({
    log,
    clock: time.clock,
    newId: countedIds(),
    chance: fixedChance(),
    connectorUrl: connector.url,
  });
  const door = await openHttpDoor({
    host: "127.0.0.1",
    port: 0,
    local: settings.local ?? true,
    messages: built.messages,
    ready: built.ready ?? (async () => []),
    metrics: built.metrics ?? (() => ""),
    ...(built.pages ? { pages: built.pages } : {}),
    ...(built.publicPages ? { publicPages: built.publicPages } : {}),
    log,
  });
  return {
    url: door.url,
    built,
    connector,
    people: createPeople({ ...settings, url: door.url, connector }),
    logged: entries,
    time,
    /** Stops everything; fails if a turn was still under way after two seconds. */
    close: async () => {
      const settled = await door.close(2_000);
      await built.close?.();
      await connector.close();
      if (!settled) throw new Error("a turn was still under way at the end of the test");
    },
  };
}
