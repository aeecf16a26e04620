import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
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
  PRIVACY_NOTICE_FILE: join(import.meta.dirname, "support", "datenschutzhinweis.yaml"),
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

describe("periods of retention", () => {
  it("are read from RETENTION; a name nobody knows, or nonsense, stops the start by name", () => {
    const read = readConfig({ RETENTION: "profile=7" });
    expect(read).toMatchObject({ ok: true, config: { privacy: { periods: { profile: 7, register: 183 } } } });
    for (const RETENTION of ["profil=7", "profile=x", "profile"]) {
      const [problem, ...others] = problemsOf({ RETENTION });
      expect(others).toEqual([]);
      expect(problem).toContain("RETENTION");
      expect(problem).toContain("möglich sind profile, register");
    }
  });
});

describe("with BOT_ID", () => {
  it("takes the address of the office for calendars, or none; not one that is no address", () => {
    const organizer = (CALENDAR_ORGANIZER: string) => readConfig({ ...BOT, CALENDAR_ORGANIZER });
    expect(organizer("forum@landkreis.example")).toMatchObject({
      config: { calendarOrganizer: "forum@landkreis.example" },
    });
    expect(organizer(" ")).toMatchObject({ ok: true, config: { calendarOrganizer: null } });
    for (const wrong of ["forum", "a@b", "mailto:forum@x.example", "a b@x.example", "a@x.example\nX:1"])
      expect(problemsOf({ ...BOT, CALENDAR_ORGANIZER: wrong })).toEqual([
        expect.stringContaining("CALENDAR_ORGANIZER"),
      ]);
  });

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
      "PRIVACY_NOTICE_FILE",
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

describe("a secret", () => {
  const folder = mkdtempSync(join(tmpdir(), "secrets-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fileWith = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const { BOT_PASSWORD: _password, DATABASE_URL: _url, ...REST } = BOT;
  const SECRETS = [
    ["BOT_PASSWORD", "aus-der-datei"],
    ["DATABASE_URL", "postgresql://forum:aus-der-datei@db/forum"],
    ["METRICS_TOKEN", "aus-der-datei-0123456789"],
  ] as const;

  it.each(SECRETS)("%s may lie in a file", (name, value) => {
    const { [name]: _, ...env } = { ...BOT, METRICS_TOKEN: "" };
    const read = readConfig({ ...env, [`${name}_FILE`]: fileWith(name, `${value}\n`) });
    expect(read.ok && JSON.stringify(read.config)).toContain(value);
  });

  it.each(SECRETS)("%s in both places is a problem", (name, value) => {
    const problems = problemsOf({ ...BOT, [name]: value, [`${name}_FILE`]: fileWith(name, value) });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} und ${name}_FILE sind beide`))]);
    expect(problems.join()).not.toContain("aus-der-datei");
  });

  it.each(SECRETS)(
    "%s_FILE that is empty, not there, a folder or no secret is named, its content is not",
    (name) => {
      const env = { ...BOT, [name]: "" };
      const files = [
        fileWith("leer", " \n"),
        join(folder, "nichts"),
        folder,
        fileWith("zwei", "geheim1\ngeheim2\n"),
      ];
      for (const file of files) {
        const problems = problemsOf({ ...env, [`${name}_FILE`]: file });
        expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}_FILE ist falsch gesetzt`))]);
        expect(problems.join()).not.toMatch(/geheim[12]/);
      }
    },
  );

  it("is needed without its file as well as with it", () => {
    expect(problemsOf(REST)).toEqual([
      expect.stringMatching(/^BOT_PASSWORD fehlt/),
      expect.stringMatching(/^DATABASE_URL fehlt/),
    ]);
    expect(problemsOf({ ...BOT, METRICS_TOKEN: "kurz" })).toEqual([expect.stringMatching(/^METRICS_TOKEN /)]);
    expect(readConfig(BOT)).toMatchObject({ config: { metricsToken: null } });
  });

  it("of a real deployment is refused in local mode", () => {
    expect(problemsOf({ DATABASE_URL_FILE: "/run/secrets/url" })).toEqual([
      expect.stringContaining("DATABASE_URL_FILE"),
    ]);
  });
});

describe("limits for people", () => {
  it("are generous unless set, off at 0, and off on one's own machine", () => {
    const rates = (env: Record<string, string>) => {
      const read = readConfig(env);
      return read.ok ? read.config.rates : undefined;
    };
    expect(rates(BOT)).toEqual({ perPerson: 60, perConversation: 600 });
    expect(rates({ ...BOT, RATE_PER_PERSON: "0", RATE_PER_CONVERSATION: "90" })).toEqual({
      perPerson: 0,
      perConversation: 90,
    });
    expect(rates({})).toEqual({ perPerson: 0, perConversation: 0 });
    expect(rates({ RATE_PER_PERSON: "5" })).toEqual({ perPerson: 5, perConversation: 0 });
  });

  it.each(["-1", "1.5", "viel", "1e3", "10000000"])("are no %s", (RATE_PER_PERSON) => {
    expect(problemsOf({ ...BOT, RATE_PER_PERSON })).toEqual([expect.stringContaining("RATE_PER_PERSON")]);
  });
});

describe("a language model", () => {
  const MODEL = {
    MODEL_KIND: "openai",
    MODEL_ENDPOINT: "https://modell.example/v1/",
    MODEL_NAME: "klein",
    MODEL_API_KEY: "schluessel",
    MODEL_QUESTIONS_ALLOWED: "1",
  };
  const NEAR = {
    MODEL_KIND: "compatible",
    MODEL_ENDPOINT: "http://127.0.0.1:8080/v1",
    MODEL_NAME: "klein",
    MODEL_ALLOW_HTTP: "1",
    MODEL_QUESTIONS_ALLOWED: "1",
  };
  const modelOf = (env: Record<string, string>) => {
    const read = readConfig(env);
    return read.ok ? read.config.model : read.problems;
  };

  it("is there only if it is set", () => {
    expect(modelOf({})).toBeNull();
    expect(modelOf(BOT)).toBeNull();
    expect(modelOf({ MODEL_NAME: " " })).toBeNull();
  });

  it("is taken with and without BOT_ID", () => {
    const settings = {
      kind: "openai",
      endpoint: "https://modell.example/v1",
      name: "klein",
      apiKey: "schluessel",
      apiVersion: null,
      timeoutMs: 10_000,
    };
    expect(modelOf({ ...BOT, ...MODEL })).toEqual(settings);
    expect(modelOf(MODEL)).toEqual(settings);
    expect(modelOf(NEAR)).toMatchObject({ apiKey: null, endpoint: NEAR.MODEL_ENDPOINT });
  });

  it("needs everything at once: one setting alone names the others", () => {
    expect(problemsOf({ MODEL_TIMEOUT_MS: "5000" }).map((one) => one.split(" ")[0])).toEqual([
      "MODEL_KIND",
      "MODEL_ENDPOINT",
      "MODEL_NAME",
      "MODEL_API_KEY",
      "MODEL_QUESTIONS_ALLOWED",
    ]);
    expect(problemsOf({ ...MODEL, MODEL_KIND: "azure" })).toEqual([
      expect.stringContaining("MODEL_API_VERSION fehlt"),
    ]);
    const { MODEL_API_KEY: _, ...keyless } = MODEL;
    expect(problemsOf(keyless)).toEqual([expect.stringContaining("MODEL_API_KEY fehlt")]);
  });

  it("needs the word of the operator that questions may be sent there", () => {
    for (const word of ["", "0", "ja"])
      expect(problemsOf({ ...MODEL, MODEL_QUESTIONS_ALLOWED: word })).toEqual([
        expect.stringContaining("Wortlaut"),
      ]);
  });

  it.each([
    ["MODEL_KIND", "anderes"],
    ["MODEL_ENDPOINT", "modell.example"],
    ["MODEL_ENDPOINT", "ftp://modell.example"],
    ["MODEL_ENDPOINT", "http://modell.example"],
    ["MODEL_ENDPOINT", "https://nutzer:geheim@modell.example"],
    ["MODEL_ENDPOINT", "https://modell.example/?key=geheim"],
    ["MODEL_API_KEY", "zwei Wörter"],
    ["MODEL_TIMEOUT_MS", "999"],
    ["MODEL_TIMEOUT_MS", "15000"],
    ["MODEL_TIMEOUT_MS", "bald"],
    ["MODEL_ALLOW_HTTP", "ja"],
    ["DEBUG", "true"],
  ])("refuses %s=%s by name, without repeating a secret", (name, value) => {
    const problems = problemsOf({ ...MODEL, [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}`))]);
    expect(problems.join()).not.toMatch(/geheim|schluessel/);
  });

  it.each(["127.0.0.1", "localhost", "10.1.2.3", "172.20.0.5", "192.168.1.9", "modell", "ki.intern.local"])(
    "may be spoken to without encryption at %s, if this is allowed",
    (host) => {
      const endpoint = { MODEL_ENDPOINT: `http://${host}:8080/v1` };
      expect(problemsOf({ ...NEAR, ...endpoint })).toEqual([]);
      expect(problemsOf({ ...NEAR, ...endpoint, MODEL_ALLOW_HTTP: "0" })).toEqual([
        expect.stringContaining("http://"),
      ]);
    },
  );

  it.each(["modell.example", "8.8.8.8", "172.32.0.1", "10.example.com"])(
    "is never spoken to without encryption at %s",
    (host) => {
      expect(problemsOf({ ...NEAR, MODEL_ENDPOINT: `http://${host}/v1` })).toEqual([
        expect.stringContaining("http://"),
      ]);
    },
  );

  it("takes its key from a file, or says that it cannot", () => {
    const folder = mkdtempSync(join(tmpdir(), "model-key-"));
    const file = join(folder, "key");
    writeFileSync(file, "aus-der-datei\n");
    const { MODEL_API_KEY: _, ...rest } = MODEL;
    expect(modelOf({ ...rest, MODEL_API_KEY_FILE: file })).toMatchObject({ apiKey: "aus-der-datei" });
    expect(problemsOf({ ...rest, MODEL_API_KEY_FILE: join(folder, "nichts") })).toEqual([
      expect.stringContaining("MODEL_API_KEY_FILE"),
    ]);
    expect(problemsOf({ ...MODEL, MODEL_API_KEY_FILE: file })).toEqual([expect.stringContaining("beide")]);
    rmSync(folder, { recursive: true });
  });
});
