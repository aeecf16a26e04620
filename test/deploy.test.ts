/** What the files for operation promise: Dockerfile, compose, systemd, reverse proxies. They are read, not run. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { SETTINGS } from "../src/settings.ts";
import { FIGURES } from "../src/system/figures.ts";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Instructions with their arguments, continued lines joined, comments left out. */
const instructions = read("Dockerfile")
  .split("\n")
  .filter((line) => !/^\s*#/.test(line))
  .join("\n")
  .replace(/\\\n/g, " ")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => /^(\w+)\s+(.*)$/.exec(line)?.slice(1) ?? ["", line]);
const stages = instructions.reduce<string[][][]>((all, one) => {
  if (one[0] === "FROM") all.push([]);
  all.at(-1)?.push(one);
  return all;
}, []);
const last = stages.at(-1) ?? [];
const valuesOf = (stage: string[][], name: string) =>
  stage.filter((one) => one[0] === name).map((one) => one[1] ?? "");

describe("the Dockerfile", () => {
  it("builds in a stage of its own and takes only what runs", () => {
    expect(stages).toHaveLength(2);
    expect(valuesOf(stages[0] ?? [], "RUN").join("\n")).toMatch(/npm run build && npm prune --omit=dev/);
    const copied = valuesOf(last, "COPY");
    expect(copied.every((one) => one.startsWith("--from=build "))).toBe(true);
    expect(copied.join(" ")).not.toMatch(/src|test|scripts/);
  });

  it("runs as a user without rights, without npm, and is asked whether it lives", () => {
    expect(valuesOf(last, "USER")).toEqual(["1000:1000"]);
    expect(valuesOf(last, "RUN").join(" ")).toMatch(/rm -rf \/usr\/local\/lib\/node_modules/);
    expect(valuesOf(last, "CMD")).toEqual(['["node", "dist/main.js"]']);
    expect(valuesOf(last, "HEALTHCHECK").join()).toContain("/healthz");
    expect(valuesOf(last, "ENV").join()).toContain("NODE_ENV=production");
    expect(JSON.parse(valuesOf(last, "VOLUME")[0] ?? "")).toEqual(["/data", "/keys"]);
  });

  it("holds no secret and takes in none from the folder", () => {
    expect(read("Dockerfile")).not.toMatch(/PASSWORD|TOKEN|_KEY=|ARG /);
    const ignored = read(".dockerignore").split("\n");
    expect(ignored).toEqual(
      expect.arrayContaining([".git", "node_modules", "data", "keys", ".env", "deploy"]),
    );
  });

  it("runs on a Node and with tools of the versions that are promised", () => {
    expect(valuesOf(last, "FROM")[0]).toMatch(/^node:22-/);
    const compose = parse(read("compose.yaml"), { merge: true });
    const major = /^postgres:(\d+)/.exec(compose.services.database.image)?.[1];
    expect(valuesOf(last, "RUN").join(" ")).toContain(`postgresql-client-${major}`);
  });
});

describe("the compose file", () => {
  const compose = parse(read("compose.yaml"), { merge: true });
  const services = Object.entries<Record<string, unknown>>(compose.services);

  it.each(services)("guards %s", (_, service) => {
    expect(service).toMatchObject({
      restart: "unless-stopped",
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
      logging: { driver: "journald" },
    });
    expect(service).not.toHaveProperty("privileged");
    expect(service).not.toHaveProperty("cap_add");
    expect(service.tmpfs).toBeDefined();
  });

  it("publishes nothing but the bot, to its own machine alone", () => {
    expect(compose.services.database.ports).toBeUndefined();
    expect(compose.services.forumsbote.ports).toEqual(["127.0.0.1:3978:3978"]);
    expect(compose.networks.store.internal).toBe(true);
    expect(compose.services.database.networks).toEqual(["store"]);
  });

  it("waits for a healthy database of version 17", () => {
    const { database, forumsbote } = compose.services;
    expect(database.image).toMatch(/^postgres:17/);
    expect(database.healthcheck.test.join(" ")).toContain("pg_isready");
    expect(forumsbote.depends_on.database.condition).toBe("service_healthy");
  });

  it("takes every secret from a file, and names only settings that there are", () => {
    const { environment, secrets } = compose.services.forumsbote;
    const names = Object.keys(environment);
    expect(names.filter((name) => !SETTINGS.has(name))).toEqual([]);
    expect(names.filter((name) => SETTINGS.get(name)?.secret)).toEqual([]);
    for (const secret of secrets) expect(Object.values(environment)).toContain(`/run/secrets/${secret}`);
    expect(compose.services.database.environment).not.toHaveProperty("POSTGRES_PASSWORD");
    for (const one of Object.values<{ file: string }>(compose.secrets))
      expect(one.file).toMatch(/^\.\/deploy\//);
  });

  it("keeps database, ballot keys and backups apart", () => {
    const { database, forumsbote } = compose.services;
    const mounts = [...database.volumes, ...forumsbote.volumes].map((one: string) => one.split(":").at(-1));
    expect(new Set(mounts).size).toBe(mounts.length);
    expect(database.volumes.join()).not.toContain("keys");
  });
});

describe("the example of settings", () => {
  it("names only settings that there are, and no secret", () => {
    const names = [...read("deploy/forumsbote.env.example").matchAll(/^([A-Z_]+)=/gm)].map(
      (one) => one[1] ?? "",
    );
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !SETTINGS.has(name) || SETTINGS.get(name)?.secret)).toEqual([]);
  });
});

const unit = (path: string) =>
  new Map(
    read(path)
      .split("\n")
      .filter((line) => /^[A-Za-z]+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)] as const),
  );

describe("the systemd units", () => {
  const service = unit("deploy/forumsbote.service");

  it.each([
    ["User", "forumsbote"],
    ["NoNewPrivileges", "yes"],
    ["ProtectSystem", "strict"],
    ["PrivateTmp", "yes"],
    ["CapabilityBoundingSet", ""],
    ["UMask", "0077"],
    ["Restart", "on-failure"],
    ["LogNamespace", "forumsbote"],
  ])("%s=%s", (name, value) => {
    expect(service.get(name)).toBe(value);
  });

  it("name only settings that there are", () => {
    const names = [...read("deploy/forumsbote.service").matchAll(/^Environment=([A-Z_]+)=/gm)].map(
      (one) => one[1] ?? "",
    );
    expect(names.filter((name) => !SETTINGS.has(name))).toEqual([]);
  });

  it("give turns under way more time than the program takes for them", () => {
    expect(Number(service.get("TimeoutStopSec"))).toBeGreaterThan(10);
  });

  it("never show ballot keys to the backup, and delete backups within 35 days", () => {
    const backup = read("deploy/forumsbote-backup.service");
    expect(backup).toContain("InaccessiblePaths=-/var/lib/forumsbote-keys");
    const days = Number(/-mtime \+(\d+) -delete/.exec(backup)?.[1]);
    expect(days).toBeLessThan(35);
    expect(read("deploy/forumsbote-backup.timer")).toContain("OnCalendar=*-*-*");
  });

  it("keep the journal for 14 days", () => {
    expect(unit("deploy/journald-forumsbote.conf").get("MaxRetentionSec")).toBe("14day");
  });

  const analyze = existsSync("/usr/bin/systemd-analyze");
  const reason = analyze ? "" : " (left out: no systemd-analyze on this machine)";
  it.skipIf(!analyze)(`are found without fault by systemd${reason}`, () => {
    const files = ["service", "-backup.service", "-backup.timer"].map((end) =>
      join(ROOT, "deploy", end.startsWith("-") ? `forumsbote${end}` : `forumsbote.${end}`),
    );
    expect(() => execFileSync("systemd-analyze", ["verify", ...files], { stdio: "pipe" })).not.toThrow();
  });
});

describe("the reverse proxies", () => {
  it.each(["deploy/nginx.conf", "deploy/Caddyfile"])("%s keeps figures and readiness inside", (path) => {
    const text = read(path);
    expect(text).toMatch(/\/metrics/);
    expect(text).toMatch(/\/readyz/);
    expect(text).toMatch(/404/);
    expect(text).not.toMatch(/access_log \/|log \{/);
  });
});

describe("the guide for operation", () => {
  const guide = read("docs/BETRIEB.md");

  it("names only figures that there are, with an alarm for each that matters", () => {
    const table = guide.slice(guide.indexOf("| Kennzahl ("), guide.indexOf("**Protokolle** sind"));
    const named = [...table.matchAll(/^\| `([a-z_]+)/gm)].map((one) => one[1] ?? "");
    expect(named.length).toBeGreaterThan(12);
    expect(named.filter((name) => !(name in FIGURES))).toEqual([]);
  });

  it("names only settings, files and commands that there are", () => {
    const settings = [...guide.matchAll(/`([A-Z]+_[A-Z_]+)[`=]/g)].map((one) => one[1] ?? "");
    const own = ["BACKUP_FOLDER", "RATE_PER_"];
    expect(settings.filter((name) => !SETTINGS.has(name) && !own.includes(name))).toEqual([]);
    const files = [...guide.matchAll(/`(deploy\/[\w.-]+\.\w+|docs\/[\w./-]+)`/g)].map((one) => one[1] ?? "");
    expect(files.filter((path) => !existsSync(join(ROOT, path)) && !path.endsWith("forumsbote.env"))).toEqual(
      [],
    );
    const links = [...guide.matchAll(/\]\(([A-Z-]+\.md)\)/g)].map((one) => one[1] ?? "");
    expect(links.filter((path) => !existsSync(join(ROOT, "docs", path)))).toEqual([]);
  });
});
