/** The house rules of docs/ARCHITECTURE.md, read from the source. Each failure says where the code belongs. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const SRC = join(ROOT, "src");

type Import = { readonly from: string; readonly typeOnly: boolean };
type Source = { readonly path: string; readonly text: string; readonly imports: readonly Import[] };

function importsOf(path: string, text: string): Import[] {
  const { module, errors } = parseSync(path, text);
  expect(errors, path).toEqual([]);
  const still = module.staticImports.map((one) => ({
    from: one.moduleRequest.value,
    typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }));
  const again = module.staticExports.flatMap((one) =>
    one.entries.flatMap((entry) =>
      entry.moduleRequest ? [{ from: entry.moduleRequest.value, typeOnly: entry.isType }] : [],
    ),
  );
  const late = module.dynamicImports.map((one) => ({
    from: text.slice(one.moduleRequest.start, one.moduleRequest.end).replace(/^["'`]|["'`]$/g, ""),
    typeOnly: false,
  }));
  return [...still, ...again, ...late];
}

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((name) => name.split(sep).join("/"))
  .filter((name) => name.endsWith(".ts") && !name.startsWith("db/generated/"))
  .map((name) => {
    const text = readFileSync(join(SRC, name), "utf8");
    return { path: name, text, imports: importsOf(name, text) };
  });

const resolve = (source: Source, from: string): string =>
  relative(SRC, join(SRC, dirname(source.path), from))
    .split(sep)
    .join("/");
const isOwn = (from: string): boolean => from.startsWith(".");

/** Every place that breaks a rule, as "file imports what". */
function breaches(forbidden: (source: Source, one: Import) => boolean): string[] {
  return sources.flatMap((source) =>
    source.imports.filter((one) => forbidden(source, one)).map((one) => `${source.path} imports ${one.from}`),
  );
}

const outside = (pattern: RegExp, allowed: RegExp) =>
  breaches((source, one) => pattern.test(one.from) && !allowed.test(source.path));

/** Lines of code that use `pattern` outside the files allowed to. */
const uses = (pattern: RegExp, allowed: RegExp): string[] =>
  sources.filter((source) => !allowed.test(source.path) && pattern.test(source.text)).map(({ path }) => path);

const FEATURES = [
  "forum",
  "member",
  "exchange",
  "rulebook",
  "election",
  "meeting",
  "year",
  "decision",
  "pages",
  "people",
  "privacy",
  "help",
];
const folderOf = (path: string): string => path.split("/")[0] ?? "";
const isFeature = (path: string): boolean => FEATURES.includes(folderOf(path));
const PURE = /^(system|calendar|search)\//;

describe("what is judged", () => {
  it("is the whole source, with its imports", () => {
    expect(sources.length).toBeGreaterThan(100);
    const all = sources.flatMap((source) => source.imports.map((one) => one.from));
    expect(all).toEqual(
      expect.arrayContaining(["botbuilder", "restify", "@microsoft/teams.cards", "./app.ts"]),
    );
  });
});

describe("platform and libraries stay behind their file names", () => {
  it("botbuilder only in src/teams/*.teams.ts, teams-ai there and in *.openai.ts", () => {
    expect(outside(/^(botbuilder|botframework-|@azure\/)/, /^teams\/[^/]+\.teams\.ts$/)).toEqual([]);
    const allowed = /^teams\/[^/]+\.teams\.ts$|\.openai\.ts$/;
    expect(outside(/^(@microsoft\/teams-ai|openai)(\/|$)/, allowed)).toEqual([]);
  });

  it("the model's client is loaded only where a model is configured", () => {
    const wrong = breaches(
      (source, one) =>
        /\.openai\.ts$/.test(one.from) &&
        source.path !== "features-model.ts" &&
        !/\.openai\.ts$/.test(source.path),
    );
    expect(wrong).toEqual([]);
  });

  it("the card types are imported as types only", () => {
    expect(breaches((_, one) => one.from === "@microsoft/teams.cards" && !one.typeOnly)).toEqual([]);
  });

  it("restify only in *.http.ts", () => {
    expect(outside(/^restify/, /\.http\.ts$/)).toEqual([]);
  });

  it("Prisma and the generated client only in src/db and *.prisma.ts", () => {
    expect(outside(/^@prisma\/|generated\//, /^db\/|\.prisma\.ts$/)).toEqual([]);
  });

  it("the store's types may be named by ports and services, its code only by the composition", () => {
    const allowed = /^(db|cli)\/|\.prisma\.ts$|^(app|features|features-ballots|jobs|main)\.ts$/;
    expect(
      breaches((source, one) => /\/db\//.test(one.from) && !one.typeOnly && !allowed.test(source.path)),
    ).toEqual([]);
  });
});

describe("imports run in one direction", () => {
  it("nothing but main imports app, nothing imports main", () => {
    const wrong = breaches(
      (source, one) =>
        isOwn(one.from) &&
        ((resolve(source, one.from) === "app.ts" && source.path !== "main.ts") ||
          resolve(source, one.from) === "main.ts"),
    );
    expect(wrong).toEqual([]);
  });

  it("system, calendar and search know no feature and no platform", () => {
    const wrong = breaches((source, one) => {
      if (!PURE.test(source.path) || !isOwn(one.from)) return false;
      return !PURE.test(resolve(source, one.from));
    });
    expect(wrong).toEqual([]);
  });

  it("no feature imports another feature's service, repository, routes or cards: app.ts passes functions", () => {
    const wrong = breaches((source, one) => {
      if (!isFeature(source.path) || !isOwn(one.from)) return false;
      const to = resolve(source, one.from);
      const foreign = isFeature(to) && folderOf(to) !== folderOf(source.path);
      return foreign && !one.typeOnly && /[/.](service|repository|routes)(\.prisma)?\.ts$/.test(to);
    });
    expect(wrong).toEqual([]);
  });

  it("the Teams edge and the HTTP door know no feature", () => {
    const wrong = breaches(
      (source, one) =>
        /^teams\/|\.http\.ts$/.test(source.path) && isOwn(one.from) && isFeature(resolve(source, one.from)),
    );
    expect(wrong).toEqual([]);
  });

  it("features know neither the Teams edge nor the HTTP door", () => {
    const wrong = breaches(
      (source, one) =>
        isFeature(source.path) && /(^|\/)teams\/|\.http\.ts$/.test(one.from) && isOwn(one.from),
    );
    expect(wrong).toEqual([]);
  });

  it("cards read texts and types, never a service at run time", () => {
    const wrong = breaches(
      (source, one) =>
        /(^|\/)cards\.ts$/.test(source.path) &&
        /\/(service|repository|routes)/.test(one.from) &&
        !one.typeOnly,
    );
    expect(wrong).toEqual([]);
  });
});

describe("the impure has one place", () => {
  it("the clock is read in src/system/clock.ts", () => {
    expect(uses(/\bnew Date\(\)|\bDate\.now\(|\bTemporal\.Now\b/, /^system\/clock\.ts$/)).toEqual([]);
  });

  it("chance comes from src/system/chance.ts", () => {
    expect(uses(/\bMath\.random\(/, /^system\/chance\.ts$/)).toEqual([]);
  });

  it("the environment is read in main.ts and by the command-line tools, and given to src/config.ts", () => {
    expect(uses(/\bprocess\.env\b/, /^main\.ts$|^cli\//)).toEqual([]);
  });

  it("nothing is written past the log but by main and the command-line tools", () => {
    expect(uses(/\bconsole\.|\bprocess\.(stdout|stderr)\b/, /^main\.ts$|^cli\//)).toEqual([]);
  });
});

describe("files stay small", () => {
  const lines = sources.map((source) => ({ path: source.path, count: source.text.split("\n").length - 1 }));

  it("no file has more than 200 lines", () => {
    expect(lines.filter((one) => one.count > 200)).toEqual([]);
  });

  it("half of them have at most 90", () => {
    const sorted = lines.map((one) => one.count).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90);
  });

  it("names are the vocabulary of CONTRIBUTING: no utils, no helpers, no index", () => {
    const names = sources.map((source) => source.path);
    expect(names.filter((path) => /(^|\/)(utils?|helpers?|common|index|misc)\.ts$/.test(path))).toEqual([]);
  });
});
