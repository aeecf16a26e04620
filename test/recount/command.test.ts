/** The command as it is typed, and what it is made of. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { afterAll, describe, expect, test } from "vitest";
import { PAGE, page } from "../../scripts/recount/make-page.mjs";
import { fileNamed, vorsitz } from "./asked.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "recount-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { readonly code: number; readonly out: string; readonly err: string };

const recount = (args: readonly string[], from = root): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(from, "scripts", "run.mjs"), "recount", ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

const written = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
};

describe("npm run recount", () => {
  test("prints every check and a verdict, and leaves with 0", async () => {
    const { code, out, err } = await recount([
      fileNamed("vorsitz.json"),
      fileNamed("vorsitz-oeffnung-1.json"),
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toBe("Wahl: Vorsitz des Forums (Nummer wahl-2031-vorsitz)");
    expect(lines).toContain("Wahlgang 2: Stichwahl");
    expect(lines).toContain("OK: Die Öffnungsdatei enthält genau die Belege des Siegels.");
    expect(lines.at(-1)).toMatch(/^Ergebnis der Prüfung: Was sich prüfen ließ, stimmt: 30 in Ordnung/);
  });

  test("leaves with 1 where something is wrong", async () => {
    const { minutes } = vorsitz();
    const { code, out } = await recount([written("wrong.json", { ...minutes, winner: "Jemand" })]);
    expect(code).toBe(1);
    expect(out).toContain("FEHLER: Als Endergebnis steht in der Niederschrift: gewählt: Jemand.");
    expect(out).toContain("Die Niederschrift stimmt nicht: 1 Fehler");
  });

  test.each([
    ["no file", [], "So geht es: npm run --silent recount"],
    [
      "a file that is not there",
      ["gibtesnicht.json"],
      "gibtesnicht.json: Diese Datei lässt sich nicht lesen.",
    ],
    [
      "a file that is no JSON",
      [written("bad.json", "{")],
      "bad.json: Das ist keine vollständige JSON-Datei.",
    ],
  ])("leaves with 2 and one German sentence for %s", async (_, args, sentence) => {
    const { code, out, err } = await recount(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("runs in a fresh clone, with nothing installed and nothing built", async () => {
    const clone = join(folder, "clone");
    for (const part of ["scripts/run.mjs", "scripts/setup", "scripts/recount", "package.json"])
      cpSync(join(root, part), join(clone, part), { recursive: true });
    expect(await recount([fileNamed("vorsitz.json")], clone)).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(clone).sort()).toEqual(["package.json", "scripts"]);
  });
});

describe("its code", () => {
  const sources = readdirSync(join(root, "scripts", "recount")).filter((name) => name.endsWith(".mjs"));

  test("imports nothing of the program it checks, and no package", () => {
    const imported = sources.flatMap((name) => {
      const text = readFileSync(join(root, "scripts", "recount", name), "utf8");
      const { module } = parseSync(name, text);
      expect(module.dynamicImports).toEqual([]);
      return module.staticImports.map((one) => one.moduleRequest.value);
    });
    expect(imported.length).toBeGreaterThan(20);
    expect(imported.filter((from) => !/^\.\/[a-z0-9-]+\.mjs$|^node:/.test(from))).toEqual([]);
  });

  test("is in the page as it is: after a change run node scripts/recount/make-page.mjs", () => {
    expect(readFileSync(PAGE, "utf8") === page()).toBe(true);
  });

  test("makes a page of one file that asks nobody for anything", () => {
    const html = page();
    const [, script = ""] = /<script type="module">(.*?)<\/script>/s.exec(html) ?? [];
    const { module, errors } = parseSync("page.mjs", script);
    expect({ errors, imports: module.staticImports }).toEqual({ errors: [], imports: [] });
    expect(html).toContain("default-src 'none'; script-src 'sha256-");
    expect(html).not.toMatch(/\b(src|href|action)=|https?:|@import|url\(|fetch\(|XMLHttpRequest|innerHTML/);
  });
});
