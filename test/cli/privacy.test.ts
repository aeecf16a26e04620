/** `npm run privacy`: who is affected, what is stored, erasing; data on stdout, words on stderr. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runPrivacyCommand } from "../../src/cli/privacy-command.ts";
import { withPrivacyStore } from "../../src/cli/privacy-store.ts";
import { leaveTraces, MARKED } from "../privacy/traces.ts";
import { engines, freshUrl, openTestDb } from "../support/database.ts";

async function runOn(url: string, ...args: string[]) {
  const data: string[] = [];
  const words: string[] = [];
  const out = { data: (line: string) => data.push(line), words: (line: string) => words.push(line) };
  const code = await runPrivacyCommand(args, (work) => withPrivacyStore(url, {}, work), out);
  return { code, data, words: words.join("\n") };
}

describe.each(engines)("npm run privacy on %s", (engine) => {
  const prepared = async () => {
    const url = await freshUrl(engine);
    const db = await openTestDb(url);
    await leaveTraces(db);
    return { url, db };
  };

  it("writes everybody into a new file, and never over one", async () => {
    const { url, db } = await prepared();
    await db.write((tx) => tx.exchange.update({ where: { id: "said" }, data: { authorKey: "t|stranger" } }));
    await db.write((tx) => tx.member.update({ where: { id: "other" }, data: { name: "=1+1" } }));
    const path = join(mkdtempSync(join(tmpdir(), "privacy-")), "a.csv");
    expect(await runOn(url, "affected", path)).toMatchObject({ code: 0, data: [] });
    const lines = readFileSync(path, "utf8").trim().split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(`"'=1+1";"Binzen"`);
    expect(lines[2]).toContain(`"${MARKED.name}";"Kandern";"${MARKED.tenantId}";"${MARKED.aadObjectId}"`);
    expect(lines[3]).toBe(`"";"";"t";"stranger";"";""`);
    const again = await runOn(url, "affected", path);
    expect(again.code).toBe(1);
    expect(again.words).toContain("gibt es schon");
  });

  it("shows what is stored about one person, however the id is written", async () => {
    const { url } = await prepared();
    const { code, data } = await runOn(url, "show", MARKED.aadObjectId.toUpperCase());
    expect(code).toBe(0);
    expect(JSON.parse(data.join("\n")).Profil[0].Name).toBe(MARKED.name);
  });

  it("erases one person, and says when there is nobody", async () => {
    const { url, db } = await prepared();
    expect(await runOn(url, "erase", MARKED.aadObjectId)).toMatchObject({ code: 0 });
    expect(await db.read.member.count({ where: { id: MARKED.id } })).toBe(0);
    for (const command of ["show", "erase"]) {
      const none = await runOn(url, command, MARKED.aadObjectId);
      expect(none.code).toBe(1);
      expect(none.words).toContain("ist nichts gespeichert");
    }
  });
});

describe("npm run privacy", () => {
  const never = () => Promise.reject(new Error("the store was opened"));
  it.each([[], ["show"], ["erase", "--all"], ["affected"], ["toString", "x"], ["show", "a", "b"]])(
    "explains itself instead of guessing: %j",
    async (...args) => {
      const words: string[] = [];
      const out = { data: () => {}, words: (line: string) => words.push(line) };
      expect(await runPrivacyCommand(args, never, out)).toBe(1);
      expect(words.join()).toContain("So geht es:");
    },
  );
});
