/** Nothing that is secret lies in the repository, and nothing that would be can be added by mistake. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** Where there is no git (an unpacked release), everything but what is made. */
const MADE =
  /^(node_modules|dist|build|data|keys|coverage|\.cache|\.git|\.stryker-tmp|devTools)(\/|$)|\/generated\//;

function files(): string[] {
  const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const names =
    listed.status === 0
      ? listed.stdout.split("\0").filter((name) => name !== "")
      : readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter((name) => !MADE.test(name));
  return names.filter((name) => existsSync(join(ROOT, name)) && statSync(join(ROOT, name)).isFile());
}

const SECRETS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[\w+/=]{20,}/],
  ["a signed token", /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/],
  ["a secret of an Entra application", /\b[\w~.-]{3}[78]Q~[\w~.-]{31,34}/],
  ["a key of a language model", /\bsk-(?:proj-)?[A-Za-z0-9_-]{24,}/],
  ["a key of a cloud", /\bAKIA[0-9A-Z]{16}\b|\bAccountKey=[\w+/]{40,}/],
  ["a token of a code host", /\b(?:gh[pousr]_[A-Za-z0-9]{36}|glpat-[\w-]{20})/],
  ["a token of a registry", /\bnpm_[A-Za-z0-9]{36}\b|_authToken=[\w-]{20,}/],
  [
    "a password in an address",
    /\b(?:postgres(?:ql)?|https?|amqps?):\/\/[\w.-]+:(?!\$|\{|%|[*…<])[^\s:@/"'`)]{6,}@/,
  ],
];
/** Words that stand for a password where one has to be shown. */
const SHOWN =
  /:(?:geheim\w*|kennwort\w*|passwort\w*|password|aus-der-datei|secret\w*|BITTE[\w-]*|[\w.-]*example[\w.-]*)@/i;

const found = (text: string): string[] =>
  SECRETS.flatMap(([what, pattern]) => {
    const hit = pattern.exec(text)?.[0];
    return hit !== undefined && !SHOWN.test(hit) ? [what] : [];
  });

describe("the repository", () => {
  it("holds nothing that looks like a secret", { timeout: 30_000 }, () => {
    const names = files();
    expect(names.length).toBeGreaterThan(500);
    const hits = names
      .filter((name) => !/\.(png|jpg|gz|bin|docx|pdf)$/.test(name) && name !== "package-lock.json")
      .flatMap((name) => found(readFileSync(join(ROOT, name), "utf8")).map((what) => `${name}: ${what}`));
    expect(hits).toEqual([]);
  });

  it("holds no file that is kept for secrets or data", () => {
    const kept =
      /(^|\/)(\.env(\.(?!example|vorlage)[\w.]+)?|id_rsa|id_ed25519)$|\.(pem|key|p12|pfx|jks|db|sqlite3?)$|\.db-(wal|shm)$/;
    expect(files().filter((name) => kept.test(name))).toEqual([]);
  });

  it("is searched for what a secret looks like", () => {
    const long = "Ab3".repeat(20);
    const samples = [
      `-----BEGIN RSA PRIVATE KEY-----\n${long}`,
      `eyJ${long}.eyJ${long}.${long}`,
      `abc8Q~${long.slice(0, 34)}`,
      `sk-${long}`,
      `AKIA${"ABCD".repeat(4)}`,
      `ghp_${long.slice(0, 36)}`,
      `npm_${long.slice(0, 36)}`,
      ["postgresql://forum", `${long}@db/forum`].join(":"),
    ];
    expect(samples.map((sample) => found(sample).length)).toEqual(samples.map(() => 1));
    expect(found("postgresql://forum:geheim@db/forum and https://x.example/a:b@c")).toEqual([]);
  });
});

describe("what is ignored", () => {
  const ignored = (file: string): readonly string[] =>
    readFileSync(join(ROOT, file), "utf8")
      .split("\n")
      .map((line) => line.trim().replace(/^\*\*\/|\/$/g, ""));

  it("by git are settings with secrets, keys and data", () => {
    expect(ignored(".gitignore")).toEqual(
      expect.arrayContaining([".env", ".env.*", "*.pem", "*.key", "*.pfx", "data", "keys", "*.log"]),
    );
  });

  it("by the image are the same, and what is made on another machine", () => {
    expect(ignored(".dockerignore")).toEqual(
      expect.arrayContaining([".env", ".env.*", "*.pem", "*.key", "data", "keys", "node_modules", ".git"]),
    );
  });
});
