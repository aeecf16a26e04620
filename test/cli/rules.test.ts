/** `npm run rules`: data on stdout, words on stderr, 1 when something failed. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { runRulesCommand } from "../../src/cli/rules-command.ts";
import { withRulesStore } from "../../src/cli/rules-store.ts";
import { emptyUrl } from "../support/database.ts";
import { pdf, running } from "../support/pdf.ts";

const ONE = "Ziele\n\nDas Forum tagt einmal im Quartal und berät über alles, was wichtig ist.";

describe("npm run rules", () => {
  let url: string;
  let folder: string;
  beforeEach(async () => {
    url = await emptyUrl("sqlite");
    folder = mkdtempSync(join(tmpdir(), "rules-"));
  });

  const file = (name: string, content: string | Buffer): string => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const run = async (...args: string[]) => {
    const data: string[] = [];
    const words: string[] = [];
    const out = { data: (line: string) => data.push(line), words: (line: string) => words.push(line) };
    const code = await runRulesCommand(args, (work) => withRulesStore(url, work), out);
    return { code, data, words: words.join("\n") };
  };
  const rule = ["--kind", "rule", "--date", "2021-10-15"];

  it("imports, lists, shows and removes in a new database", async () => {
    const path = file("satzung.txt", ONE);
    const title = "Willensbekundung Kommunales Digitalisierungsforum Landkreis Lörrach";
    const done = await run("import", path, ...rule, "--title", title);
    expect(done).toMatchObject({ code: 0, data: [`1\t${title}\t1\t1\tsatzung.txt`] });
    expect(done.words).toContain("Version 1, 1 Absatz");

    const list = await run("list");
    expect(list.data).toEqual([
      `1\t${title}\tVersion 1\tin Kraft\tRegelung\t2021-10-15\tLandkreis Lörrach\tsatzung.txt`,
    ]);
    const shown = await run("show", "1");
    expect(shown.data).toEqual([
      "Ziele, Absatz 1\t\tDas Forum tagt einmal im Quartal und berät über alles, was wichtig ist.",
    ]);
    expect(await run("remove", title)).toMatchObject({ code: 0, data: [`1\t${title}\t1`] });
    expect((await run("list")).data[0]).toContain("\tentfernt\t");
    expect(await run("remove", title)).toMatchObject({ code: 1, data: [] });
  });

  it("gives every file its own result, with its name as title, and fails if one failed", async () => {
    const good = file("erste.md", "# Ziele\n\nDas ist gut.");
    const bad = file("zweite.pdf", "kein PDF");
    const third = file("dritte.pdf", pdf([running(["Das ist ein Absatz in einer Datei aus Seiten."])]));
    const { code, data, words } = await run("import", good, bad, third, ...rule);
    expect(code).toBe(1);
    expect(data).toEqual(["1\terste\t1\t1\terste.md", "2\tdritte\t1\t1\tdritte.pdf"]);
    expect(words).toContain(`${bad}: Die Datei ist beschädigt`);
    expect((await run("show", "dritte")).data).toEqual([
      "Absatz 1\tS. 1\tDas ist ein Absatz in einer Datei aus Seiten.",
    ]);
  });

  it("refuses the same file with the version that has it, and makes another one the next version", async () => {
    const path = file("a.txt", ONE);
    await run("import", path, ...rule, "--title", "Satzung");
    const again = await run("import", path, ...rule, "--title", "Anders");
    expect(again).toMatchObject({ code: 1, data: [] });
    expect(again.words).toContain("schon da: „Satzung“, Version 1");
    expect((await run("import", file("b.txt", `${ONE} Neu.`), ...rule, "--title", "satzung")).data).toEqual([
      "2\tsatzung\t2\t1\tb.txt",
    ]);
    expect((await run("list")).data.map((line) => line.split("\t")[3])).toEqual(["abgelöst", "in Kraft"]);
  });

  it("says which titles the handbook knows", async () => {
    const { words } = await run("import", file("x.txt", ONE), ...rule, "--title", "Irgendwas");
    expect(words).toContain("Kreistagsvorlage 005/2022");
  });

  it.each([
    [[], "So rufen Sie"],
    [["import"], "So rufen Sie"],
    [["list", "alles"], "So rufen Sie"],
    [["list", "--kind", "rule"], "So rufen Sie"],
    [["show"], "So rufen Sie"],
    [["drop", "x"], "So rufen Sie"],
    [["list", "--force"], "So rufen Sie"],
    [["show", "nichts"], "gibt es nicht"],
    [["import", "/nirgends/x.txt", ...rule], "nicht öffnen"],
    [["import", "/a.txt", "/b.txt", ...rule, "--title", "x"], "nur zu einer Datei"],
    [["import", "/a.txt", "--kind", "foreign", "--date", "ohne"], "--scope"],
  ])("answers %j with a sentence and 1", async (args, sentence) => {
    const { code, data, words } = await run(...args);
    expect({ code, data }).toEqual({ code: 1, data: [] });
    expect(words).toContain(sentence);
  });

  it("says what is missing", async () => {
    const path = file("a.txt", ONE);
    expect((await run("import", path, "--kind", "rule")).words).toContain("Datum");
    expect((await run("import", path, "--date", "ohne")).words).toContain("Regelung (rule)");
    expect((await run("import", path, "--date", "ohne", "--kind", "rule")).code).toBe(0);
  });
});
