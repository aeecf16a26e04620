/** Licences of what runs with the program: the rule, and that every dependency of today keeps it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judged } from "../../scripts/licences/judged.mjs";
import { dependenciesOf } from "../../scripts/licences/read.mjs";
import { isAllowed, judge, licenceOf } from "../../scripts/licences/rule.mjs";

const ROOT = join(import.meta.dirname, "../..");

describe("a licence", () => {
  it.each([
    "MIT",
    "Apache-2.0",
    "EUPL-1.2",
    "(MIT OR GPL-3.0-or-later)",
    "GPL-2.0 OR ISC",
    "(MIT AND Zlib)",
    "MIT and ISC",
    "(AGPL-3.0 AND MIT) OR BSD-3-Clause",
  ])("„%s“ is allowed", (licence) => expect(isAllowed(licence)).toBe(true));

  it.each([
    ...[
      "",
      " ",
      "GPL-3.0",
      "AGPL-3.0-only",
      "MIT AND GPL-2.0",
      "(MIT OR GPL-2.0) AND SSPL-1.0",
      "UNLICENSED",
    ],
    ...[
      "SEE LICENSE IN LICENSE.md",
      "MIT OR",
      "(MIT",
      "MIT)",
      "OR MIT",
      "MIT ISC",
      "GPL-2.0 WITH Classpath-exception-2.0",
    ],
  ])("„%s“ is not", (licence) => expect(isAllowed(licence)).toBe(false));

  it("is read in all the ways packages have written it", () => {
    expect(licenceOf({ license: "MIT" })).toBe("MIT");
    expect(licenceOf({ license: { type: "ISC", url: "x" } })).toBe("ISC");
    expect(licenceOf({ licenses: [{ type: "MIT" }] })).toBe("MIT");
    expect(licenceOf({ licenses: [{ type: "GPL-2.0" }, { type: "MIT" }] })).toBe("(GPL-2.0 OR MIT)");
    for (const nothing of [{}, { license: null }, { license: 3 }, { licenses: [] }] as object[])
      expect(licenceOf(nothing)).toBe("");
  });
});

describe("a licence somebody has read", () => {
  const one = { name: "x", version: "1.0.0", licence: "EPL-2.0" };
  it("holds for that version with that licence only, and is named when nothing needs it any more", () => {
    const read = { "x@1.0.0": { licence: "EPL-2.0", why: "…" } };
    expect(judge([one], read)).toEqual({ open: [], unused: [] });
    const other = [{ ...one, version: "1.0.1" }];
    expect(judge(other, read)).toEqual({ open: other, unused: ["x@1.0.0"] });
    const changed = [{ ...one, licence: "SSPL-1.0" }];
    expect(judge(changed, read)).toEqual({ open: changed, unused: ["x@1.0.0"] });
    expect(judge([{ ...one, licence: "MIT" }], read)).toEqual({ open: [], unused: ["x@1.0.0"] });
  });
});

describe("what runs with the program", () => {
  const dependencies = dependenciesOf(ROOT);
  it("is read from the lock file: the libraries are there, the tools of development are not", () => {
    const names = dependencies.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["restify", "botbuilder", "pino", "zod"]));
    expect(names).not.toContain("vitest");
    expect(names).not.toContain("knip");
  });

  it("has licences that are allowed or have been read", () => {
    expect(judge(dependencies, judged)).toEqual({ open: [], unused: [] });
  });

  it("is told by the command, which fails for an unknown argument", () => {
    const told = (...args: string[]) =>
      spawnSync(process.execPath, [join(ROOT, "scripts/licences/main.mjs"), ...args], { encoding: "utf8" });
    expect(told()).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Alle Lizenzen sind erlaubt"),
    });
    expect(told("--list").stdout).toMatch(/^restify\t12\.0\.0\tMIT$/m);
    expect(told("--all").status).toBe(2);
  });
});
