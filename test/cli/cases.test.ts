import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { caseFamilies } from "../../src/cli/case-kinds.ts";
import { runCasesCommand } from "../../src/cli/cases-command.ts";

const folder = mkdtempSync(join(tmpdir(), "cases-"));
let files = 0;
const fileOf = (content: unknown): string => {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};

/** Says back what it was given, so that a test can expect anything. */
const families = {
  kind: { echo: ({ says }: { says: unknown }) => says } as Record<string, (input: unknown) => unknown>,
  type: { keys: (input: unknown) => ({ keys: Object.keys(input as object) }) },
};

/** Nothing is played through a store here. */
const none = { plays: () => false, play: async () => null, close: async () => undefined };

async function call(...args: string[]) {
  const data: string[] = [];
  const words: string[] = [];
  const output = { data: (line: string) => data.push(line), words: (line: string) => words.push(line) };
  return { code: await runCasesCommand(args, families, none, output), data, words };
}
const echo = (says: unknown, expect: object, id = "a") => ({ id, kind: "echo", says, expect });

describe("npm run cases", () => {
  it("counts a case as passed when every expected key has its value; other keys are free", async () => {
    const file = fileOf([
      echo({ outcome: "elected", present: 3 }, { outcome: "elected" }),
      echo({ tally: { B: 1, A: 2 } }, { tally: { A: 2, B: 1 } }),
      echo({ reason: null }, { reason: null }),
    ]);
    expect(await call(file)).toEqual({ code: 0, data: ["3 passed, 0 failed"], words: [] });
  });

  it("compares lists in order, but the run-off pair and those in a lot as sets", async () => {
    const file = fileOf(
      ["runoffPair", "lotAmong", "runoffFixed", "drawn"].map((key) =>
        echo({ [key]: ["A", "B"] }, { [key]: ["B", "A"] }, key),
      ),
    );
    const { code, data } = await call(file);
    expect(code).toBe(1);
    expect(data).toEqual([
      `${file}: drawn echo drawn: expected ["B","A"] / got ["A","B"]`,
      "3 passed, 1 failed",
    ]);
  });

  it("prints each mismatch of a case as expected and got, also a key that is missing", async () => {
    const file = fileOf([
      echo({ outcome: "void", round: "1" }, { outcome: "lot", round: 1, winner: null, lotAmong: [] }),
    ]);
    expect((await call(file)).data).toEqual([
      `${file}: a echo outcome: expected "lot" / got "void"`,
      `${file}: a echo round: expected 1 / got "1"`,
      `${file}: a echo winner: expected null / got nothing`,
      `${file}: a echo lotAmong: expected [] / got nothing`,
      "0 passed, 1 failed",
    ]);
  });

  it("does not take a set with one name more or less for the same, nor a text for a list", async () => {
    const lots = [["A"], ["A", "B", "C"], "AB", null].map((lotAmong) =>
      echo({ lotAmong }, { lotAmong: ["A", "B"] }),
    );
    expect((await call(fileOf(lots))).data.at(-1)).toBe("0 passed, 4 failed");
  });

  it("never shows the rules what is expected of them", async () => {
    const file = fileOf([{ id: "z", type: "keys", n: 1, expect: { keys: ["id", "type", "n"] } }]);
    expect(await call(file)).toMatchObject({ code: 0, data: ["1 passed, 0 failed"] });
  });

  it("names kinds that do not exist and runs the others, over several files", async () => {
    const strange = [
      { id: "s1", kind: "constructor", expect: {} },
      { id: "s2", type: "moon", expect: {} },
      { id: "s3", type: "moon", expect: {} },
    ];
    const { code, data, words } = await call(fileOf([...strange, echo({}, {})]), fileOf([echo({}, {})]));
    expect([code, data]).toEqual([0, ["2 passed, 0 failed"]]);
    expect(words).toHaveLength(2);
    expect(words[0]).toContain("constructor");
    expect(words[1]).toMatch(/moon.*2 Fälle/);
  });

  it("fails when nothing could be run at all", async () => {
    const { code, data, words } = await call(fileOf([{ id: "s", kind: "moon", expect: {} }]));
    expect([code, data, words.length]).toEqual([1, ["0 passed, 0 failed"], 2]);
  });

  it("counts a case that its rules cannot read as failed, in one line, and goes on", async () => {
    const broken = { id: "b", kind: "chair", expect: { outcome: "void" } };
    const file = fileOf([broken, { ...broken, rounds: [{}], electorate: 1, expect: { round: 1 } }]);
    const data: string[] = [];
    const output = { data: (line: string) => data.push(line), words: () => undefined };
    expect(await runCasesCommand([file], caseFamilies, none, output)).toBe(1);
    expect(data).toHaveLength(2);
    expect(data[0]).toMatch(/ b chair expected a result \/ got a fault: .*electorate/);
    expect(data[1]).toBe("1 passed, 1 failed");
  });

  it.each([
    [["gibt-es-nicht.json"]],
    [[fileOf("kein JSON")]],
    [[fileOf({ id: "a" })]],
    [[fileOf([{ id: "a", kind: "echo" }])]],
    [[fileOf([{ id: "a", expect: {} }])]],
    [[]],
    [["--unbekannt"]],
  ])("ends with 1 and words for %j", async (args) => {
    const { code, data, words } = await call(...args);
    expect([code, data, words.length]).toEqual([1, [], 1]);
  });
});
