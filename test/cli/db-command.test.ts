import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runDbCommand } from "../../src/cli/db-command.ts";
import { migrationNames } from "../../src/db/migration-files.ts";
import { sqlitePath } from "../../src/db/url.ts";
import { emptyUrl } from "../support/database.ts";

describe("npm run db", () => {
  const run = async (url: string, ...args: string[]) => {
    const data: string[] = [];
    const words: string[] = [];
    const code = await runDbCommand(args, url, { data: (l) => data.push(l), words: (l) => words.push(l) });
    return { code, data, words: words.join("\n") };
  };

  it("says what is missing without making the file, then applies it", async () => {
    const url = await emptyUrl("sqlite");
    const missing = migrationNames("sqlite").map((name) => `missing ${name}`);
    expect(await run(url, "status")).toMatchObject({ code: 0, data: missing });
    expect(existsSync(sqlitePath(url))).toBe(false);
    expect(await run(url, "migrate")).toMatchObject({ code: 0, data: migrationNames("sqlite") });
    expect((await run(url, "migrate")).words).toContain("schon auf dem neuesten Stand");
  });

  it.each([[], ["drop"], ["migrate", "now"], ["new", "a", "b"]])(
    "answers %j with its usage and 1",
    async (...args) => {
      expect(await run("file:x", ...args)).toMatchObject({
        code: 1,
        data: [],
        words: expect.stringContaining("status"),
      });
    },
  );

  it("fails with one sentence when the address is of another database", async () => {
    const { code, words } = await run("mysql://localhost/x", "status");
    expect(code).toBe(1);
    expect(words).toContain("DATABASE_URL");
    expect(words.split("\n")).toHaveLength(1);
  });

  it("fails when PostgreSQL does not answer", async () => {
    expect((await run("postgresql://nobody@127.0.0.1:1/none", "status")).code).toBe(1);
  });
});
