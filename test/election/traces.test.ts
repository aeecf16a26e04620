import { describe, expect, it } from "vitest";
import { keepsTraces } from "../../src/db/dialect/round.ts";
import { engines, freshDb, freshUrl, openTestDb } from "../support/database.ts";
import { runSql } from "../support/databases.ts";

/** What a server says whose settings for this database are these. */
async function tracesWith(settings: readonly string[]): Promise<boolean> {
  const url = await freshUrl("postgresql");
  const name = new URL(url).pathname.slice(1);
  for (const setting of settings) await runSql(url, `ALTER DATABASE "${name}" SET ${setting}`);
  return keepsTraces(await openTestDb(url));
}

describe("traces of single votes in the database", () => {
  it.each(engines)("are not kept as %s comes", async (engine) => {
    expect(await keepsTraces(await freshDb(engine))).toBe(false);
  });

  it.runIf(engines.includes("postgresql")).each([
    [["log_statement = 'mod'"], true],
    [["log_statement = 'all'"], true],
    [["log_statement = 'ddl'"], false],
    [["log_min_duration_statement = 0"], true],
    [["log_min_duration_statement = '5s'"], true],
    [["log_min_duration_sample = 0"], true],
    [["log_transaction_sample_rate = 0.5"], true],
    [["log_parameter_max_length_on_error = -1"], true],
    [["log_statement = 'all'", "log_parameter_max_length = 0"], false],
    [["log_statement = 'all'", "log_parameter_max_length = 10"], true],
  ])("with %j: %j", async (settings, expected) => {
    expect(await tracesWith(settings)).toBe(expected);
  });
});
