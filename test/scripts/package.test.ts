/** The command that builds the app package: a good one, every refusal, and the same bytes each time. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { packageCommand } from "../../scripts/package/command.mjs";
import { understanding } from "../../scripts/package/commands.mjs";
import { readPng } from "../../scripts/package/png.mjs";
import { readSchemas } from "../../scripts/package/schemas.mjs";
import { zipOf } from "../../scripts/package/zip.mjs";

const ROOT = join(import.meta.dirname, "..", "..");
const BOT_ID = "0a1b2c3d-0000-4000-8000-00000000abcd";
const ENV = {
  BOT_ID,
  PUBLIC_URL: "https://bote.example.de",
  DEVELOPER_NAME: "Landratsamt",
  APP_VERSION: "1.2.3",
};
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the shipped folder, to be bent. */
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "package-test-"));
  folders.push(folder);
  cpSync(join(ROOT, "manifest"), folder, { recursive: true });
});

type Env = Readonly<Record<string, string | undefined>>;
const run = (args: readonly string[] = [], env: Env = ENV, understands = (_typed: string) => true) =>
  packageCommand(args, env, { root: ROOT, understands });
const out = () => join(folder, "paket.zip");
const build = (args: readonly string[] = [], env: Env = ENV) =>
  run(["--from", folder, "--out", out(), ...args], env);

/** Reads a zip by its directory at the end, as readers do; checks sizes and sums. */
function unzipped(file: Buffer): Record<string, Buffer> {
  const end = file.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const files: [string, Buffer][] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(file.toString("latin1", at, at + 4)).toBe("PK\x01\x02");
    const [sum, packed, size] = [16, 20, 24].map((offset) => file.readUInt32LE(at + offset));
    const [names, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const name = file.toString("utf8", at + 46, at + 46 + Number(names));
    const local = file.readUInt32LE(at + 42);
    expect(file.toString("latin1", local, local + 4)).toBe("PK\x03\x04");
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const data = file.subarray(start, start + Number(packed));
    expect([data.length, crc32(data)], name).toEqual([size, sum]);
    expect(file.readUInt16LE(at + 10), `${name} is stored`).toBe(0);
    files.push([name, data]);
    at += 46 + Number(names) + Number(extra) + Number(comment);
  }
  expect(at).toBe(end);
  return Object.fromEntries(files);
}

const read = () => unzipped(readFileSync(out()));
const jsonIn = (name: string) => JSON.parse(read()[name]?.toString("utf8") ?? "");

/** Changes a JSON file of the folder. */
// biome-ignore lint/suspicious/noExplicitAny: a manifest is bent here in every way
function bend(name: string, change: (json: any) => void): void {
  const path = join(folder, name);
  const json = JSON.parse(readFileSync(path, "utf8"));
  change(json);
  writeFileSync(path, JSON.stringify(json));
}

describe("a good package", () => {
  it("holds manifest, icons and languages, with every placeholder filled", () => {
    const { code, lines } = build();
    expect(lines[0]).toContain(`Fassung 1.2.3, Schema 1.22, App-ID ${BOT_ID}`);
    expect(code).toBe(0);
    expect(Object.keys(read())).toEqual(["manifest.json", "color.png", "outline.png", "en.json"]);
    expect(read()["color.png"]).toEqual(readFileSync(join(ROOT, "manifest", "color.png")));
    const manifest = jsonIn("manifest.json");
    expect(JSON.stringify(manifest)).not.toContain("{{");
    expect(manifest).toMatchObject({
      manifestVersion: "1.22",
      version: "1.2.3",
      id: BOT_ID,
      developer: {
        name: "Landratsamt",
        websiteUrl: "https://bote.example.de/nutzung",
        privacyUrl: "https://bote.example.de/datenschutz",
      },
      bots: [{ botId: BOT_ID }],
      composeExtensions: [{ botId: BOT_ID }],
      validDomains: ["bote.example.de"],
    });
  });

  it("has the same bytes each time, and others for another value", () => {
    build();
    const first = readFileSync(out());
    build();
    expect(readFileSync(out()).equals(first)).toBe(true);
    build(["--developer-name", "Stadt"]);
    expect(readFileSync(out()).equals(first)).toBe(false);
  });

  it.each(readSchemas(ROOT).versions)("is valid by the schema %s", (schema) => {
    expect(build(["--manifest-schema", schema]).lines.join("\n")).toContain(`Schema ${schema}`);
    const manifest = jsonIn("manifest.json");
    expect(manifest.manifestVersion).toBe(schema);
    expect(manifest.$schema).toContain(`/v${schema}/`);
    expect(jsonIn("en.json").$schema).toContain(`/v${schema}/`);
    const channels = Number(schema.split(".")[1]) >= 25 ? "supportsChannelFeatures" : "supportedChannelTypes";
    expect(Object.keys(manifest).filter((key) => key.startsWith("support"))).toEqual([channels]);
  });

  it("knows the schemas from 1.17 on", () => {
    const { versions } = readSchemas(ROOT);
    expect(versions[0]).toBe("1.17");
    expect(versions).toContain("1.22");
    expect(versions).not.toContain("1.16");
  });

  it("takes options before the environment, and quotes in a name as they are", () => {
    const args = ["--bot-id=11111111-1111-1111-1111-111111111111", "--app-id", BOT_ID.toUpperCase()];
    build([...args, "--website-url", "https://hilfe.example.de/bot"], { ...ENV, DEVELOPER_NAME: 'Amt "IT"' });
    expect(jsonIn("manifest.json")).toMatchObject({
      id: BOT_ID,
      bots: [{ botId: "11111111-1111-1111-1111-111111111111" }],
      developer: { name: 'Amt "IT"', websiteUrl: "https://hilfe.example.de/bot" },
    });
  });

  it("an address with a port and a path keeps both where they belong", () => {
    build(["--public-url", "https://it.example.de:8443/bote/"]);
    const { developer, validDomains } = jsonIn("manifest.json");
    expect(developer.privacyUrl).toBe("https://it.example.de:8443/bote/datenschutz");
    expect(validDomains).toEqual(["it.example.de:8443"]);
  });

  it("takes the version of the program where none is given", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    build([], { ...ENV, APP_VERSION: "" });
    expect(jsonIn("manifest.json").version).toBe(version);
  });
});

/** Refused: exit code 1, nothing written, and one line that names what is wrong and what to do. */
function refuses(named: readonly RegExp[], args: readonly string[] = [], env: Env = ENV) {
  const before = readdirSync(folder);
  const { code, lines } = build(args, env);
  expect(code).toBe(1);
  expect(readdirSync(folder)).toEqual(before);
  for (const name of named) expect(lines.filter((line) => name.test(line)).length, `${name}`).toBe(1);
  expect(lines.length, lines.join("\n")).toBe(named.length + 1);
}

describe("what is given wrong", () => {
  it.each<[string, RegExp, Env]>([
    ["no bot", /^- BOT_ID fehlt \(oder --bot-id\)\. Erwartet wird/, { BOT_ID: undefined }],
    ["a bot that is no GUID", /BOT_ID ist falsch: „bot“/, { BOT_ID: "bot" }],
    ["an app that is no GUID", /APP_ID ist falsch/, { APP_ID: "1234" }],
    ["no address", /PUBLIC_URL fehlt \(oder --public-url\)/, { PUBLIC_URL: " " }],
    ["http", /PUBLIC_URL ist falsch: „http:/, { PUBLIC_URL: "http://bote.example.de" }],
    ["this machine", /PUBLIC_URL ist falsch/, { PUBLIC_URL: "https://localhost" }],
    ["a number instead of a name", /PUBLIC_URL ist falsch/, { PUBLIC_URL: "https://10.0.0.1" }],
    ["an address with a password", /PUBLIC_URL ist falsch/, { PUBLIC_URL: "https://a:b@bote.example.de" }],
    ["an address with a query", /PUBLIC_URL ist falsch/, { PUBLIC_URL: "https://bote.example.de/?a=b" }],
    ["no name", /DEVELOPER_NAME fehlt/, { DEVELOPER_NAME: "" }],
    ["33 letters", /DEVELOPER_NAME ist falsch.*32 Zeichen/, { DEVELOPER_NAME: "x".repeat(33) }],
    ["half a version", /APP_VERSION ist falsch: „1\.2“/, { APP_VERSION: "1.2" }],
    ["a version with a leading zero", /APP_VERSION ist falsch/, { APP_VERSION: "1.02.0" }],
    ["an old schema", /MANIFEST_SCHEMA ist falsch.*1\.17, 1\.19/, { MANIFEST_SCHEMA: "1.16" }],
    ["a schema that does not exist", /MANIFEST_SCHEMA ist falsch/, { MANIFEST_SCHEMA: "../../x" }],
  ])("%s", (_, named, env) => refuses([named], [], { ...ENV, ...env }));

  it("an unknown option, and one without its value", () => {
    refuses([/„--bot“ gibt es nicht\. Es gibt: --bot-id/], ["--bot=x"]);
    refuses([/Nach --app-version fehlt der Wert/], ["--app-version"]);
  });

  it("everything at once, together with what is wrong in the manifest", () => {
    bend("manifest.json", (json) => {
      json.name.short = "x".repeat(31);
    });
    refuses(
      [/BOT_ID fehlt/, /PUBLIC_URL fehlt/, /DEVELOPER_NAME fehlt/, /Feld name\.short: .*31 Zeichen/],
      [],
      {},
    );
  });
});

describe("what is wrong in the manifest", () => {
  // biome-ignore lint/suspicious/noExplicitAny: a manifest is bent here in every way
  it.each<[string, RegExp, (json: any) => void]>([
    [
      "a name of 31 letters",
      /name\.short: ist mit 31 Zeichen zu lang\. Kürzen Sie auf höchstens 30/,
      (json) => {
        json.name.short = "x".repeat(31);
      },
    ],
    [
      "the scope teams",
      /bots\[0\]\.scopes\[3\]: hat den Wert „teams“\. Erlaubt ist nur: team/,
      (json) => json.bots[0].scopes.push("teams"),
    ],
    [
      "an unknown key",
      /manifest\.json: enthält das Feld „farbe“/,
      (json) => {
        json.farbe = "blau";
      },
    ],
    ["a missing field", /developer: hat kein Feld „name“/, (json) => delete json.developer.name],
    [
      "a wrong kind",
      /validDomains: hat die falsche Art\. Erwartet wird: array/,
      (json) => {
        json.validDomains = "x";
      },
    ],
    [
      "a colour",
      /accentColor: hat den Wert „blau“/,
      (json) => {
        json.accentColor = "blau";
      },
    ],
    [
      "eleven commands",
      /commandLists\[1\]\.commands: hat zu viele Einträge\. Höchstens 10/,
      (json) => json.bots[0].commandLists[1].commands.push({ title: "sitz", description: "Sitz" }),
    ],
    [
      "a privacy page without https",
      /developer\.privacyUrl: Die Adresse muss mit https/,
      (json) => {
        json.developer.privacyUrl = "http://x.example.de";
      },
    ],
    [
      "a version",
      /version: Erwartet werden drei Zahlen/,
      (json) => {
        json.version = "eins";
      },
    ],
    [
      "an unknown placeholder",
      /name\.full: Für den Platzhalter \{\{TOWN\}\}/,
      (json) => {
        json.name.full = "{{TOWN}}";
      },
    ],
    [
      "an action without a dialog",
      /composeExtensions\[0\]\.commands\[1\]: Eine Aktion braucht fetchTask/,
      (json) => delete json.composeExtensions[0].commands[1].fetchTask,
    ],
    [
      "an extension of another bot",
      /composeExtensions\[0\]\.botId: Hier muss dieselbe ID/,
      (json) => {
        json.composeExtensions[0].botId = "11111111-1111-1111-1111-111111111111";
      },
    ],
    [
      "two lists for one scope",
      /commandLists\[1\]\.scopes\[2\]: Für „personal“ gibt es schon/,
      (json) => json.bots[0].commandLists[1].scopes.push("personal"),
    ],
    [
      "a list for a scope the bot has not",
      /commandLists\[1\]\.scopes\[1\]: Den Bereich „groupChat“/,
      (json) => json.bots[0].scopes.pop(),
    ],
    [
      "a command twice",
      /commandLists\[0\]\.commands\[1\]\.title: Der Befehl „hilfe“ steht zweimal/,
      (json) => {
        json.bots[0].commandLists[0].commands[1].title = "hilfe";
      },
    ],
    [
      "an icon that is not there",
      /icons\.color: Die Datei weg\.png fehlt/,
      (json) => {
        json.icons.color = "weg.png";
      },
    ],
    [
      "a file elsewhere",
      /icons\.color: Der Name führt aus dem Ordner/,
      (json) => {
        json.icons.color = "../color.png";
      },
    ],
    [
      "an icon of another size",
      /outline\.png: Das Bild ist 32 × 32 Punkte groß\. Erwartet werden 192 × 192/,
      (json) => {
        json.icons.color = "outline.png";
      },
    ],
  ])("%s", (_, named, change) => {
    bend("manifest.json", change);
    refuses([named]);
  });

  it("a coloured outline of another size: each fault of its own", () => {
    bend("manifest.json", (json) => {
      json.icons.outline = "color.png";
    });
    refuses([/Erwartet werden 32 × 32/, /nur weiße/, /keinen durchsichtigen Hintergrund/]);
  });

  it("an icon that is no picture", () => {
    writeFileSync(join(folder, "color.png"), "kein Bild");
    refuses([/color\.png: Das ist kein lesbares PNG/]);
  });

  it("no manifest, and one that is no JSON", () => {
    writeFileSync(join(folder, "manifest.json"), "{,}");
    refuses([/manifest\.json: Das ist kein gültiges JSON/]);
    writeFileSync(join(folder, "manifest.json"), "[]");
    refuses([/manifest\.json: Erwartet wird ein JSON-Objekt/]);
    rmSync(join(folder, "manifest.json"));
    refuses([/Die Datei manifest\.json fehlt/]);
  });

  it("a language that is not there, a key that points to nothing, a text too long", () => {
    bend("en.json", (json) => {
      json["bots[0].commandLists[2].commands[0].title"] = "hilfe";
      json["name.short"] = "x".repeat(31);
      json["name.lang"] = "x";
    });
    refuses([
      /en\.json, Feld bots\[0\]\.commandLists\[2\]\.commands\[0\]\.title: Dieser Schlüssel zeigt auf keinen Text/,
      /en\.json, Feld name\.short: ist mit 31 Zeichen/,
      /en\.json: enthält das Feld „name\.lang“/,
      /en\.json, Feld name\.lang: Dieser Schlüssel/,
    ]);
    rmSync(join(folder, "en.json"));
    refuses([/localizationInfo\.additionalLanguages\[0\]\.file: Die Datei en\.json fehlt/]);
  });

  it("a file that cannot be written is named, and nothing is left of it", () => {
    writeFileSync(join(folder, "datei"), "");
    const { code, lines } = run(["--from", folder, "--out", join(folder, "datei", "paket.zip")]);
    expect(code).toBe(1);
    expect(lines[1]).toMatch(/lässt sich nicht schreiben .*--out/);
    expect(readFileSync(join(folder, "datei"), "utf8")).toBe("");
    expect(existsSync(out())).toBe(false);
  });
});

describe("commands", () => {
  const SOURCES: Readonly<Record<string, () => Promise<unknown>>> = {
    app: () => import("../../src/app.ts"),
    config: () => import("../../src/config.ts"),
    "db/migrate": () => import("../../src/db/migrate.ts"),
    "db/open": () => import("../../src/db/open.ts"),
    "system/log": () => import("../../src/system/log.ts"),
    "turn/grammar": () => import("../../src/turn/grammar.ts"),
  };

  // The whole program is read and put together on a new store: longer than a test usually takes.
  it("only those that the program understands, in every language", { timeout: 60_000 }, async () => {
    const understands = await understanding(async (path) => SOURCES[path]?.());
    expect(["hilfe", "Beiträge", "ich bin", "wahl"].every(understands)).toBe(true);
    expect(["quatsch", "help me", "hilfe?", ""].some(understands)).toBe(false);
    bend("manifest.json", (json) => {
      json.bots[0].commandLists[0].commands[2].title = "quatsch";
    });
    bend("en.json", (json) => {
      json["bots[0].commandLists[0].commands[2].title"] = "search";
    });
    const { lines } = run(["--from", folder, "--out", out()], ENV, understands);
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/manifest\.json, .*commands\[2\]\.title: Den Befehl „quatsch“ versteht/),
      expect.stringMatching(/en\.json, .*commands\[2\]\.title: Den Befehl „search“ versteht/),
    ]);
  });
});

describe("the zip writer", () => {
  it("gives back any files under their names", () => {
    const file = fc.tuple(fc.string({ unit: "grapheme", minLength: 1 }), fc.uint8Array({ maxLength: 3000 }));
    const files = fc.uniqueArray(file, { maxLength: 5, selector: ([name]) => name });
    fc.assert(
      fc.property(files, (some) => {
        const given = some.map(([name, bytes]) => ({ name, data: Buffer.from(bytes) }));
        const back = unzipped(zipOf(given));
        expect(
          Object.entries(back)
            .map(([name, data]) => [name, [...data]])
            .sort(),
        ).toEqual(given.map(({ name, data }) => [name, [...data]]).sort());
      }),
    );
  });
});

describe("the PNG reader", () => {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  /** Two by two pixels; each line begins with its filter. */
  const png = (lines: readonly (readonly number[])[], colour = 6, depth = 8, size = 2) => {
    const header = Buffer.from([0, 0, 0, size, 0, 0, 0, size, depth, colour, 0, 0, 0]);
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(Buffer.from(lines.flat()))),
      chunk("IEND", Buffer.alloc(0)),
    ]);
  };
  const seen = (file: Buffer) =>
    readPng(file)?.pixels.map(({ red, green, blue, alpha }) => [red, green, blue, alpha]);

  it.each<[string, number[], number[]]>([
    ["none", [0, 9, 8, 7, 6, 5, 4, 3, 2], [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    ["left", [0, 9, 8, 7, 6, 5, 4, 3, 2], [1, 1, 2, 3, 4, 4, 4, 4, 4]],
    ["up", [0, 9, 8, 7, 6, 5, 4, 3, 2], [2, 248, 250, 252, 254, 0, 2, 4, 6]],
    ["mean", [0, 9, 8, 7, 6, 5, 4, 3, 2], [3, 253, 254, 0, 1, 2, 3, 4, 5]],
    ["Paeth", [0, 9, 8, 7, 6, 5, 4, 3, 2], [4, 248, 250, 252, 254, 4, 4, 4, 6]],
  ])("undoes the filter %s", (_, first, second) => {
    expect(seen(png([first, second]))).toEqual([
      [9, 8, 7, 6],
      [5, 4, 3, 2],
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
  });

  it("reads pixels without transparency", () => {
    expect(
      seen(
        png(
          [
            [0, 1, 2, 3, 4, 5, 6],
            [0, 7, 8, 9, 10, 11, 12],
          ],
          2,
        ),
      )?.[3],
    ).toEqual([10, 11, 12, 255]);
  });

  it.each([
    [
      "another depth",
      png(
        [
          [0, 1],
          [0, 2],
        ],
        6,
        16,
      ),
    ],
    [
      "a palette",
      png(
        [
          [0, 1, 2],
          [0, 1, 2],
        ],
        3,
      ),
    ],
    ["too few pixels", png([[0, 1, 2, 3, 4]])],
    [
      "an unknown filter",
      png([
        [9, 1, 2, 3, 4, 5, 6, 7, 8],
        [0, 1, 2, 3, 4, 5, 6, 7, 8],
      ]),
    ],
    ["no signature", png([[0]]).subarray(1)],
    ["a file cut off", png([[0]]).subarray(0, 40)],
    ["nothing", Buffer.alloc(0)],
  ])("gives nothing for %s", (_, file) => {
    expect(readPng(file)).toBeUndefined();
  });
});
