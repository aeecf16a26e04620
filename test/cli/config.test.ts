/** The table of settings is complete, nothing in it is idle, and docs/KONFIGURATION.md is made of it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runConfigCommand } from "../../src/cli/config-command.ts";
import { configPage } from "../../src/cli/config-page.ts";
import { readConfig } from "../../src/config.ts";
import { CHAPTERS, SETTINGS } from "../../src/settings.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const AGAIN = "Bitte tragen Sie die Variable in src/settings.ts ein und starten Sie: npm run config -- write";

const code = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|mjs)$/.test(name) && !name.includes("generated") && name !== "settings.ts")
    .map((name) => join(folder, name));

/** Read by the operating system or by tools, not settings of the program. */
const FOREIGN = new Set(["PATH", "PRISMA_SCHEMA_ENGINE_BINARY"]);

/** Names that stand in the code as `env.NAME`; in the files that read the configuration also as a text. */
function named(): ReadonlySet<string> {
  const found = [...code("src"), ...code("scripts/setup"), ...code("scripts/demo")].flatMap((path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    const read = [...text.matchAll(/\benv(?:\.|\[")([A-Z][A-Z0-9_]+)/g)];
    const quoted = /^src\/[a-z-]*config[a-z-]*\.ts$/.test(path)
      ? [...text.matchAll(/"([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*)"/g)]
      : [];
    return [...read, ...quoted].map(([, name = ""]) => name);
  });
  return new Set(found.filter((name) => !FOREIGN.has(name)));
}

/** Names that the configuration really asks for. */
function asked(env: Record<string, string>): readonly string[] {
  const names: string[] = [];
  const spy = new Proxy(env, {
    get: (target, name) => {
      names.push(String(name));
      return Reflect.get(target, name);
    },
  });
  readConfig(spy);
  return names;
}

describe("the table of settings", () => {
  it("knows every variable that the program reads", () => {
    const read = [
      ...named(),
      ...asked({}),
      ...asked({ BOT_ID: "x", MODEL_KIND: "azure" }),
      ...asked({ BOT_ID: "x", BOT_TYPE: "UserAssignedMsi", MODEL_KIND: "compatible" }),
    ];
    expect(read).toContain("COORDINATORS");
    expect(
      [...new Set(read)].filter((name) => !SETTINGS.has(name)),
      AGAIN,
    ).toEqual([]);
  });

  it("names none that nobody reads", () => {
    const read = new Set([...named(), ...asked({}), ...asked({ BOT_ID: "x", MODEL_KIND: "azure" })]);
    const all = [...SETTINGS.keys()].filter((name) => !name.endsWith("_FILE"));
    expect(all.filter((name) => !read.has(name))).toEqual([]);
  });

  it("names each variable once", () => {
    const names = CHAPTERS.flatMap(({ settings }) => settings.map((one) => one.name));
    expect(names).toEqual([...new Set(names)]);
  });

  it("marks as secret what looks like a secret", () => {
    const looks = [...SETTINGS.values()].filter(({ name }) => /PASSWORD$|_KEY$|TOKEN$|SECRET$/.test(name));
    expect(looks.length).toBeGreaterThan(1);
    expect(looks.filter(({ secret }) => !secret)).toEqual([]);
  });
});

describe("npm run config", () => {
  const run = (env: Record<string, string>, args: string[], page?: string) => {
    const data: string[] = [];
    const words: string[] = [];
    const out = { data: (line: string) => data.push(line), words: (line: string) => words.push(line) };
    return { code: runConfigCommand(args, env, out, page), data: data.join("\n"), words: words.join("\n") };
  };

  it("has written docs/KONFIGURATION.md as it would today", () => {
    const page = readFileSync(join(ROOT, "docs", "KONFIGURATION.md"), "utf8");
    expect(page, AGAIN).toBe(configPage());
    expect(run({}, []).data).toBe(page.trimEnd());
  });

  it("writes the page", () => {
    const folder = mkdtempSync(join(tmpdir(), "forumsbote-config-"));
    const page = join(folder, "page.md");
    expect(run({}, ["write"], page).code).toBe(0);
    expect(readFileSync(page, "utf8")).toBe(configPage());
    rmSync(folder, { recursive: true });
  });

  it("checks the settings without ever showing a value", () => {
    expect(run({}, ["check"])).toMatchObject({ code: 0, words: expect.stringContaining("Probebetrieb") });
    const wrong = run({ BOT_ID: "kein-guid", BOT_PASSWORD: "streng-geheim" }, ["check"]);
    expect(wrong.code).toBe(1);
    expect(wrong.words).toMatch(/BOT_ID ist falsch gesetzt.*BOT_TENANT_ID fehlt/s);
    expect(wrong.words).not.toMatch(/kein-guid|streng-geheim/);
  });

  it.each([["now"], ["write", "there"]])("answers %j with its usage and 1", (...args) => {
    expect(run({}, args)).toMatchObject({ code: 1, words: expect.stringContaining("npm run config") });
  });
});
