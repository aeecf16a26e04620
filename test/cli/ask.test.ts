import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runAskCommand } from "../../src/cli/ask-command.ts";
import { loadRulebook } from "../../src/rulebook/load.ts";

const { decide } = loadRulebook();

function call(...args: string[]) {
  const data: string[] = [];
  const words: string[] = [];
  const code = runAskCommand(args, decide, {
    data: (line) => data.push(line),
    words: (line) => words.push(line),
  });
  return { code, data, words };
}
const fileOf = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), "ask-")), "fragen.jsonl");
  writeFileSync(path, text);
  return path;
};

describe("npm run ask", () => {
  it("prints the answer with its source and nothing else", () => {
    const { code, data, words } = call("Wie oft trifft sich das Forum?");
    expect(code).toBe(0);
    expect(data.join("\n")).toMatch(/vierteljährlich\.\n\[1\] Willensbekundung.*15\.10\.2021 \(Regelung\)$/);
    expect(words).toEqual([]);
  });
  it("prints the path of the decision beside the answer", () => {
    expect(call("Wie oft trifft sich das Forum?", "--explain").words.join("\n")).toMatch(
      /asks for frequency.*\n.*wb-rhythmus/,
    );
  });
  it("answers a file line by line, reading only id and question", () => {
    const path = fileOf(
      '\uFEFF{"id":"a","question":"Wer sitzt im Forum?","facts":[["falsch"]]}\r\n\r\n{"id":"b","question":"Was kostet das Forum?"}\n',
    );
    const [first, second] = call("--file", path).data.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ id: "a", abstained: false });
    expect(first.citations[0]).toEqual({
      title: "Willensbekundung Kommunales Digitalisierungsforum Landkreis Lörrach",
      section: "Absatz 7 (Struktur), Steuerungsebene",
      date: "2021-10-15",
      kind: "rule",
    });
    expect(second).toMatchObject({ id: "b", abstained: true, citations: [] });
  });
  it("answers nothing when a line is wrong, and names it", () => {
    const { code, data, words } = call("--file", fileOf('{"id":"a","question":"x"}\n{"id":1}\n'));
    expect([code, data]).toEqual([1, []]);
    expect(words[0]).toMatch(/fragen\.jsonl:2: /);
  });
  it.each([[[]], [["--file", "gibt-es-nicht.jsonl"]], [["--unbekannt"]], [["Frage", "--file", "x"]]])(
    "ends with 1 and one sentence for %j",
    (args) => {
      const { code, data, words } = call(...args);
      expect([code, data, words.length]).toEqual([1, [], 1]);
    },
  );
});
