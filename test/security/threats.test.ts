/** The sheet of threats names tests; they are all there, under the titles it names. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const SHEET = readFileSync(join(ROOT, "docs", "BEDROHUNGEN.md"), "utf8");
const rows = SHEET.split("\n").filter((line) => /^\| [^-*]/.test(line) && !line.startsWith("| Bedrohung |"));

/** `file`: `title`, `title`; `file`: `title` */
const heldBy = (row: string): [file: string, titles: string[]][] =>
  (row.split(" | ").at(-1) ?? "").split(/; (?=`test\/)/).map((part) => {
    const [file = "", ...titles] = [...part.matchAll(/`([^`]+)`/g)].map(([, inside]) => inside ?? "");
    return [file, titles];
  });

/** A title as it stands in the source, in either kind of quotation marks. */
const isTitle = (source: string, title: string): boolean =>
  ['"', "`"].some((mark) =>
    new RegExp(`\\(\\s*${mark}${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}${mark}`).test(source),
  );

describe("the sheet of threats", () => {
  it("goes through all six kinds of STRIDE", () => {
    const kinds = ["Spoofing", "Tampering", "Repudiation", "Information disclosure", "Denial of service"];
    for (const kind of [...kinds, "Elevation of privilege"]) expect(SHEET).toContain(`(${kind})`);
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows.map((row) => [row.split(" | ")[0]?.slice(2) ?? "", row]))(
    "„%s“ is held by tests that are there",
    (_, row) => {
      for (const [file, titles] of heldBy(row)) {
        expect(file).toMatch(/^test\/.+\.test\.ts$/);
        expect(titles).not.toEqual([]);
        expect(existsSync(join(ROOT, file)), file).toBe(true);
        const source = readFileSync(join(ROOT, file), "utf8");
        expect(titles.filter((title) => !isTitle(source, title))).toEqual([]);
      }
    },
  );
});
