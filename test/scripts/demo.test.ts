import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { data } from "../../scripts/demo/data.mjs";
import { clockAt, daysAfter, nextWednesday } from "../../scripts/demo/days.mjs";
import { readOptions } from "../../scripts/demo/options.mjs";
import { createPace } from "../../scripts/demo/pace.mjs";
import { freePort } from "../support/ports.ts";

const root = join(import.meta.dirname, "..", "..");
const yaml = (file: string) => parse(readFileSync(join(root, file), "utf8"));

type Party = { readonly key: string; readonly name: string; readonly user: string; readonly aad: string };
type Entry = { readonly party: string };
const parties: readonly Party[] = data("parties.json");

describe("who and what is played", () => {
  test("everybody but the county, which the person in the Playground speaks for, under the known keys", () => {
    const known = yaml("src/forum/organisations.yaml").filter((one: { party: boolean }) => one.party);
    const names = (list: readonly Party[]) => new Map(list.map(({ key, name }) => [key, name]));
    const expected = names(known);
    expected.delete("landkreis-loerrach");
    expect(names(parties)).toEqual(expected);
    expect(parties).toHaveLength(35);
  });

  test("nobody is two people, and whoever stands in the Playground's list is the same one here", () => {
    for (const id of ["user", "aad"] as const)
      expect(new Set(parties.map((one) => one[id])).size).toBe(parties.length);
    const { users } = yaml(".m365agentsplayground.yml") as { users: { id: string; aadObjectId: string }[] };
    for (const { id, aadObjectId } of users)
      expect(parties).toContainEqual(expect.objectContaining({ user: id, aad: aadObjectId }));
  });

  test("records, searches and questions belong to parties that are played", () => {
    const { searches, questions } = data("questions.json");
    const all: Entry[] = [...data("records.json"), ...searches, ...questions];
    expect(all.map((one) => one.party).filter((key) => !parties.some((one) => one.key === key))).toEqual([]);
  });
});

describe("options", () => {
  test("are off unless asked for", () => {
    expect(readOptions([])).toEqual({ quick: false, exit: false, personVotes: false });
    expect(readOptions(["--quick", "--person", "votes", "--exit"])).toEqual({
      quick: true,
      exit: true,
      personVotes: true,
    });
  });

  test.each([["--fast"], ["--person"], ["--person", "sleeps"], ["quick"]])("%s is refused", (...args) => {
    expect(() => readOptions(args)).toThrow(`„${args[0]}“`);
  });
});

describe("days", () => {
  test("a Wednesday with enough notice, by the calendar of Berlin", () => {
    const evening = Date.parse("2026-11-21T23:30:00Z");
    expect(clockAt(evening)).toEqual({ date: "2026-11-22", time: "00:30" });
    expect(nextWednesday(evening, 21)).toBe("2026-12-16");
    expect(nextWednesday(Date.parse("2026-11-25T12:00:00Z"), 21)).toBe("2026-12-16");
    expect(daysAfter("2026-12-30", 7)).toBe("2027-01-06");
  });
});

describe("the pace", () => {
  test("everybody has a turn, in order, and a pause ends with the demonstration", async () => {
    const end = new AbortController();
    const pace = createPace({ quick: false, signal: end.signal });
    const seen: number[] = [];
    await pace.each([1, 2, 3, 4, 5], 2, async (one) => void seen.push(one));
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    setTimeout(() => end.abort(), 20);
    await pace.wait(60_000);
    await pace.each([6], 1, async (one) => void seen.push(one));
    expect(seen).toHaveLength(5);
  });
});

describe("what goes on beside bot and Playground", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "demo-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const listening = (port: string, says: string) => `import { createServer } from "node:http";
createServer((_, response) => response.end()).listen(${port}, "127.0.0.1");
process.on("SIGTERM", () => { console.log("${says} stops"); process.exit(0); });`;

  /** The real start with two stand-ins, and this body as what goes on beside them, with `at` in scope. */
  async function beside(body: string): Promise<{ code: number; said: string }> {
    const start = pathToFileURL(join(root, "scripts", "setup", "start.mjs")).href;
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const bot = [file("bot.mjs", listening("process.env.PORT", "bot"))];
    const playground = [file("playground.mjs", listening("process.argv[4]", "playground"))];
    const script = `import { startLocal } from ${JSON.stringify(start)};
const parts = ${JSON.stringify({ bot, playground })};
const beside = async (at) => { ${body} };
startLocal(${JSON.stringify(folder)}, [], process.env, parts, beside)
  .then((code) => process.exit(code), (error) => { console.log(error.message); process.exit(1); });`;
    const env = {
      ...process.env,
      PORT: String(await freePort()),
      PLAYGROUND_PORT: String(await freePort()),
    };
    return new Promise((resolve) => {
      execFile(process.execPath, [file("run.mjs", script)], { env }, (error, out) => {
        resolve({ code: error ? Number(error.code) : 0, said: out });
      });
    });
  }

  test("begins when both answer, and ends everything with its number", async () => {
    const { code, said } = await beside(
      "return (await fetch(at.bot)).ok && (await fetch(at.playground)).ok ? 7 : 1;",
    );
    expect(code).toBe(7);
    expect(said).toContain("bot stops");
  });

  test("without a number lets them go on, and hears of the end", async () => {
    const { code, said } =
      await beside(`at.signal.addEventListener("abort", () => console.log("beside stops"));
      setTimeout(() => process.kill(process.pid, "SIGINT"), 200);`);
    expect(code).toBe(0);
    expect(said).toContain("beside stops");
    expect(said).toContain("bot stops");
  });

  test("that fails ends everything, too", async () => {
    const { code, said } = await beside('throw new Error("So nicht.");');
    expect(code).toBe(1);
    expect(said).toContain("bot stops");
    expect(said).toContain("So nicht.");
  });
});
