import { describe, expect, it } from "vitest";
import { readConfig } from "../src/config.ts";

const id = (last: string) => `11111111-1111-1111-1111-1111111111${last}`;
const BOT = {
  BOT_ID: id("01"),
  BOT_TENANT_ID: id("02"),
  BOT_PASSWORD: "geheim",
  DATABASE_URL: "postgresql://forum@db/forum",
  PUBLIC_URL: "https://forumsbote.example",
  BALLOT_KEY_DIR: "/srv/forumsbote-keys",
  COORDINATORS: `${id("0A")}, ${id("0b")}`,
};
const problemsOf = (env: Record<string, string>): readonly string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.problems;
};

describe("without BOT_ID", () => {
  it("is local: loopback, its own database, one tenant", () => {
    expect(readConfig({})).toMatchObject({
      ok: true,
      config: { auth: { kind: "local" }, host: "127.0.0.1", port: 3978, databaseUrl: "file:data/local.db" },
    });
  });

  it("shows everything with other data and a second coordinator when DEMO is set", () => {
    const read = readConfig({ DEMO: "1" });
    expect(read).toMatchObject({ ok: true, config: { databaseUrl: "file:data/demo.db", trial: "all" } });
    expect(read.ok && read.config.coordinators).toHaveLength(2);
    expect(problemsOf({ DEMO: "ja" })).toEqual([expect.stringContaining("DEMO")]);
  });

  it("refuses what belongs to a real deployment, everything at once", () => {
    const problems = problemsOf({
      DATABASE_URL: "file:echt.db",
      PUBLIC_URL: "https://x.example",
      NODE_ENV: "production",
      PORT: "0",
    });
    expect(problems).toHaveLength(4);
    expect(problems.join(" ")).toMatch(/DATABASE_URL.*PUBLIC_URL.*NODE_ENV.*PORT/s);
  });

  it.each(["0", "-1", "65536", "acht", "3978.5"])("refuses PORT=%s", (PORT) => {
    expect(problemsOf({ PORT })).toEqual([expect.stringContaining("PORT")]);
  });
});

describe("with BOT_ID", () => {
  it("takes a full setting; the tenant of the bot is allowed unless others are named", () => {
    expect(readConfig(BOT)).toMatchObject({
      ok: true,
      config: {
        auth: {
          kind: "bot",
          appId: id("01"),
          appType: "SingleTenant",
          tenantId: id("02"),
          password: "geheim",
        },
        tenants: [id("02")],
        coordinators: [id("0a"), id("0b")],
      },
    });
    expect(readConfig({ ...BOT, TENANTS: id("03") })).toMatchObject({ config: { tenants: [id("03")] } });
  });

  it("names every missing variable at once, and what is expected", () => {
    const problems = problemsOf({ BOT_ID: id("01") });
    const names = [
      "BOT_TENANT_ID",
      "BOT_PASSWORD",
      "DATABASE_URL",
      "PUBLIC_URL",
      "COORDINATORS",
      "BALLOT_KEY_DIR",
    ];
    expect(problems.map((one) => one.split(" ")[0])).toEqual(names);
    expect(problems.every((one) => one.includes("Erwartet wird"))).toBe(true);
  });

  it.each([
    ["BOT_ID", "bot"],
    ["BOT_TYPE", "MultiTenant"],
    ["DATABASE_URL", "mysql://db"],
    ["PUBLIC_URL", "http://forumsbote.example"],
    ["COORDINATORS", "die Landrätin"],
    ["TENANTS", "alle"],
    ["LOG_LEVEL", "laut"],
    ["BALLOT_KEY_DIR", "keys"],
    ["DEMO", "1"],
  ])("refuses %s=%s by name, without repeating the value of a secret", (name, value) => {
    expect(problemsOf({ ...BOT, [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
    expect(problemsOf({ ...BOT, PORT: "x" }).join()).not.toContain("geheim");
  });

  it("keeps the keys of the ballot boxes out of the folder with the database", () => {
    const withKeys = (BALLOT_KEY_DIR: string) =>
      problemsOf({ ...BOT, DATABASE_URL: "file:/srv/data/forum.db", BALLOT_KEY_DIR });
    expect(withKeys("/srv/keys")).toEqual([]);
    for (const inside of ["/srv/data", "/srv/data/keys", "/srv/data/../data/keys"])
      expect(withKeys(inside)).toEqual([expect.stringContaining("BALLOT_KEY_DIR")]);
  });

  it("needs no password with a managed identity", () => {
    const { BOT_PASSWORD: _, ...rest } = BOT;
    expect(readConfig({ ...rest, BOT_TYPE: "UserAssignedMsi" })).toMatchObject({
      config: { auth: { password: null } },
    });
  });
});
