/** `npm run find`: one line a search on stdout, in the order of the file. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runExchangeCommand } from "../../src/cli/exchange-command.ts";
import { withExchangeStore, withFindStore } from "../../src/cli/exchange-store.ts";
import { runFindCommand } from "../../src/cli/find-command.ts";
import { emptyUrl, freshUrl } from "../support/database.ts";

const record = (externalId: string, part: object) => ({
  ...{ externalId, kind: "produkt", title: "Akten", text: "Etwas über Aktenordner.", party: "schopfheim" },
  ...{ stage: "im-einsatz", tags: [], offer: null, binding: "unverbindlich" },
  ...{ recordedAt: "2024-03-12T00:00:00Z", group: "AG E-Akte", ...part },
});

const RECORDS = [
  record("d-1", { title: "Ratsportal für Beschlüsse", text: "Sitzungen und Vorlagen." }),
  record("d-2", { party: "kandern", stage: "idee", group: "AG OZG" }),
  record("d-3", { kind: "prozess", recordedAt: "2025-01-01T00:00:00Z", visibility: "gruppe" }),
  record("d-4", { recordedAt: "2024-12-31T23:59:59Z" }),
];

describe("npm run find", () => {
  let url: string;
  const folder = mkdtempSync(join(tmpdir(), "find-"));
  const silent = { data: () => {}, words: () => {} };
  const fileOf = (...lines: readonly unknown[]): string => {
    const path = join(folder, "q.jsonl");
    const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
    writeFileSync(path, text.join("\r\n"));
    return path;
  };

  beforeAll(async () => {
    url = await freshUrl("sqlite");
    const many = Array.from({ length: 25 }, (_, at) => record(`m-${at}`, { title: `Kitaplatz ${at}` }));
    const path = fileOf(...RECORDS, ...many);
    const work = (args: string[]) =>
      runExchangeCommand(args, (tools) => withExchangeStore(url, "Probe", tools), silent);
    expect(await work(["import", path])).toBe(0);
  });

  async function run(...args: string[]) {
    const data: string[] = [];
    const words: string[] = [];
    const out = { data: (line: string) => data.push(line), words: (line: string) => words.push(line) };
    const code = await runFindCommand(args, (work) => withFindStore(url, work), out);
    return { code, data, words: words.join("\n") };
  }
  const results = async (query: object): Promise<readonly string[]> => {
    const { code, data } = await run("--file", fileOf({ id: "q", query: "Akten", ...query }));
    expect([code, data.length]).toEqual([0, 1]);
    return JSON.parse(data[0] ?? "").results;
  };

  it("answers every search of the file with external ids, in its order", async () => {
    const path = fileOf(
      { id: "b", query: "Ratsportal" },
      "",
      { id: "a", query: "Akten" },
      { id: "b", query: "" },
    );
    const { code, data, words } = await run("--file", path);
    expect([code, words]).toEqual([0, ""]);
    expect(data.map((line) => JSON.parse(line).id)).toEqual(["b", "a", "b"]);
    expect(JSON.parse(data[0] ?? "").results[0]).toBe("d-1");
    expect(Object.keys(JSON.parse(data[1] ?? ""))).toEqual(["id", "results"]);
  });

  it("gives at most 20 and none twice", async () => {
    const found = await results({ query: "Kitaplatz" });
    expect(found).toHaveLength(20);
    expect(new Set(found).size).toBe(20);
  });

  it.each([
    [{ kind: "prozess" }, ["d-3"]],
    [{ stage: "idee" }, ["d-2"]],
    [{ party: "kandern" }, ["d-2"]],
    [{ group: "AG OZG" }, ["d-2"]],
    [{ group: "AG Nirgends" }, []],
    [{ party: "atlantis" }, []],
    [{ since: "2025-01-01" }, ["d-3"]],
    [{ kind: "produkt", stage: "idee", group: "AG E-Akte" }, []],
  ])("holds to %j", async (filters, expected) => {
    expect(await results({ filters })).toEqual(expected);
  });

  it("does not look at what is for the judges only", async () => {
    const bare = await results({});
    expect(
      await results({ style: "filter", intended: { party: "kandern" }, relevant: { "d-1": 3 } }),
    ).toEqual(bare);
  });

  it.each([
    ["kein JSON"],
    [{ id: "q" }],
    [{ id: 3, query: "x" }],
    [{ id: "q", query: "x", filters: { kind: "ding" } }],
    [{ id: "q", query: "x", filters: { ort: "kandern" } }],
    [{ id: "q", query: "x", filters: { since: "2025-02-30" } }],
  ])("names the wrong line %j and answers nothing", async (line) => {
    const { code, data, words } = await run("--file", fileOf({ id: "a", query: "Akten" }, line));
    expect({ code, data }).toEqual({ code: 1, data: [] });
    expect(words).toContain("q.jsonl:2: ");
  });

  it("shows people a list", async () => {
    const { code, data } = await run("Ratsportal", "für", "Beschlüsse");
    expect(code).toBe(0);
    expect(data[0]).toBe("1. Ratsportal für Beschlüsse (d-1)");
    expect(data[1]).toContain("Produkt · Schopfheim · im Einsatz · 12.03.2024");
  });

  it("says so where there is nothing, also in a new database", async () => {
    url = await emptyUrl("sqlite");
    const { code, data, words } = await run("Akten");
    expect({ code, data }).toEqual({ code: 0, data: [] });
    expect(words).toContain("keinen Beitrag gefunden");
  });

  it.each([
    [[], "So rufen Sie"],
    [["--file"], "So rufen Sie"],
    [["--file", "x", "y"], "So rufen Sie"],
    [["--file", "/nirgends/x"], "Das hat nicht geklappt"],
  ])("answers %j with a sentence and 1", async (args, sentence) => {
    const { code, data, words } = await run(...args);
    expect({ code, data }).toEqual({ code: 1, data: [] });
    expect(words).toContain(sentence);
  });
});
