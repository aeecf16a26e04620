/** The rules behind the overview: who uses what, quarters, tables and files. Pure. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/exchange/draft.ts";
import { type Content, KINDS, STAGES } from "../../src/exchange/exchange.ts";
import { activityOf, type Happened, MOST_QUARTERS, share } from "../../src/exchange/overview/activity.ts";
import { COLUMNS, csvFile, germanInstant, readCsv } from "../../src/exchange/overview/csv-rows.ts";
import type { ExportRow } from "../../src/exchange/overview/export-row.ts";
import { jsonFile, markdownFile } from "../../src/exchange/overview/files.ts";
import { planOf } from "../../src/exchange/overview/import.plan.ts";
import { jsonLine, readJsonLines } from "../../src/exchange/overview/json-lines.ts";
import { overviewPage } from "../../src/exchange/overview/page.ts";
import { type Statement, usageOf } from "../../src/exchange/overview/usage.ts";
import { createWaiting, WAIT_MS } from "../../src/exchange/overview/waiting.ts";
import { csvOf, parseCsv, separatorOf, unguarded } from "../../src/system/csv.ts";
import { decodeText } from "../../src/system/decode-text.ts";
import { content, NOON } from "./records.ts";

const DAY = 86_400_000;
const statement = (part: Partial<Statement>): Statement => ({
  ...{ product: "AktoDoc", organisation: "kandern", stage: "inUse", at: NOON, record: "x-1" },
  ...part,
});

describe("who uses what", () => {
  it("puts spellings of a product together, under the one most often used", () => {
    const all = usageOf([
      statement({ product: "Akto-Doc", organisation: "zell" }),
      statement({ product: "AktoDoc", organisation: "kandern" }),
      statement({ product: "AktoDoc", organisation: "steinen", stage: "trial" }),
      statement({ product: "Zeiterfassung", organisation: "steinen" }),
    ]);
    expect(all.map(({ name, uses }) => [name, uses.map((one) => one.organisation)])).toEqual([
      ["AktoDoc", ["kandern", "zell", "steinen"]],
      ["Zeiterfassung", ["steinen"]],
    ]);
  });

  it("takes the newest statement of an organisation", () => {
    const [one] = usageOf([
      statement({ at: NOON, stage: "inUse" }),
      statement({ at: NOON + 1, stage: "ended", record: "x-2" }),
      statement({ at: NOON - 1, stage: "idea", record: "x-3" }),
    ]);
    expect(one?.uses).toEqual([{ organisation: "kandern", stage: "ended", at: NOON + 1, record: "x-2" }]);
  });

  it("finds a product by part of its name, the exact one first", () => {
    const all = [
      statement({ product: "AktoDoc Plus" }),
      statement({ product: "AktoDoc" }),
      statement({ product: "Other" }),
    ];
    expect(usageOf(all, "aktodoc").map(({ name }) => name)).toEqual(["AktoDoc", "AktoDoc Plus"]);
    expect(usageOf(all, "gibtsnicht")).toEqual([]);
  });

  it("names every organisation of a product exactly once, in any order of the statements", () => {
    const some = fc.array(
      fc.record({
        product: fc.constantFrom("A 1", "a-1", "B", "§"),
        organisation: fc.constantFrom("x", "y", "z"),
        stage: fc.constantFrom(...STAGES),
        at: fc.integer({ min: 0, max: 5 }),
        record: fc.constantFrom("r1", "r2", "r3"),
      }),
    );
    fc.assert(
      fc.property(some, (all) => {
        const found = usageOf(all);
        for (const { uses } of found)
          expect(new Set(uses.map((one) => one.organisation)).size).toBe(uses.length);
        const named = (key: string) =>
          new Set(
            all
              .filter((one) => one.product.toLowerCase().replace(/\W/g, "") === key)
              .map((one) => one.organisation),
          ).size;
        for (const { key, uses } of found) expect(uses.length).toBe(named(key));
      }),
    );
  });
});

describe("activity", () => {
  const happened = (at: number, part: Partial<Happened> = {}): Happened => ({
    kind: "process",
    group: null,
    at,
    ...part,
  });

  it("counts by quarter in Berlin, kind and group", () => {
    const newYear = Date.UTC(2025, 11, 31, 23, 30);
    const { quarters, groups } = activityOf(
      [
        happened(newYear - 3_600_000, { kind: "product", group: "Bauen" }),
        happened(newYear, { group: "Bauen" }),
        happened(NOON, { kind: null }),
        happened(NOON, { kind: "service" }),
      ],
      NOON,
    );
    expect(quarters).toEqual([
      {
        quarter: { year: 2025, quarter: 4 },
        records: 1,
        experiences: 0,
        kinds: { process: 0, product: 1, service: 0 },
      },
      {
        quarter: { year: 2026, quarter: 1 },
        records: 2,
        experiences: 1,
        kinds: { process: 1, product: 0, service: 1 },
      },
    ]);
    expect(groups).toEqual([
      { group: "Bauen", records: 2, experiences: 0 },
      { group: null, records: 1, experiences: 1 },
    ]);
  });

  it("loses nothing of the last two years and counts nothing else", () => {
    const some = fc.array(
      fc.record({
        at: fc.integer({ min: NOON - 1000 * DAY, max: NOON + 100 * DAY }),
        kind: fc.constantFrom(...KINDS, null),
        group: fc.constantFrom("a", "b", null),
      }),
    );
    fc.assert(
      fc.property(some, (all) => {
        const { quarters, groups } = activityOf(all, NOON);
        expect(quarters.length).toBeGreaterThan(0);
        expect(quarters.length).toBeLessThanOrEqual(MOST_QUARTERS);
        const within = all.filter(
          ({ at }) => at >= Date.UTC(2024, 2, 31, 22) && at < Date.UTC(2026, 2, 31, 22),
        );
        const sum = (list: readonly { records: number; experiences: number }[]) =>
          list.reduce((total, one) => total + one.records + one.experiences, 0);
        expect(sum(quarters)).toBe(within.length);
        expect(sum(groups)).toBe(within.length);
      }),
    );
  });

  it("draws a bar of whatever there is, never longer than the longest", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (value, more) => {
        const long = share(value, value + more, 14);
        expect(long).toBeLessThanOrEqual(14);
        expect(long > 0).toBe(value > 0);
      }),
    );
  });
});

/** Anything people write, with what is hard for tables. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        ";",
        ",",
        '"',
        "\n",
        "'",
        "=",
        "+",
        "-",
        "@",
        "\t",
        "ä",
        "|",
        "<at>",
        "[x](y)",
        "\u202e",
      ),
    ),
  )
  .map((all) => all.join(""));

/** Contents as records hold them. */
const anyContent: fc.Arbitrary<Content> = fc
  .record({
    ...{ title: anyText, text: anyText, product: anyText, tags: anyText },
    kind: fc.constantFrom(...KINDS),
    stage: fc.constantFrom(...STAGES),
    offer: fc.constantFrom("", "seeks", "offers"),
    binding: fc.constantFrom("open", "decided"),
    visibility: fc.constantFrom("forum", "group"),
    links: fc.constantFrom("", "https://a.de/1 https://b.de/?x=1;2,3"),
  })
  .map((draft) => check(draft))
  .filter((checked) => checked.ok)
  .map((checked) => (checked.ok ? checked.value : content()));

const rowOf = (said: Content, name = "d-1"): ExportRow => ({
  ...{ name, content: said, organisation: "kandern", group: "Bauen", recordedBy: "Bauamt", recordedAt: NOON },
  ...{ experiences: [], uses: [], interested: [] },
});
const nameOf = (key: string): string => (key === "kandern" ? "Kandern" : key);
const places = {
  organisation: (said: string) => (said === "Kandern" || said === "kandern" ? "kandern" : undefined),
  group: (said: string) => (said.toLowerCase() === "bauen" ? "Bauen" : undefined),
};
const bytesOf = (text: string): Uint8Array => Buffer.from(text, "utf8");

describe("tables", () => {
  it("come back cell by cell, whatever stands in them", () => {
    const cells = fc.array(fc.array(anyText, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(cells, (rows) => {
        const said = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
        const text = csvOf(said).slice(1);
        const { rows: read, open } = parseCsv(text, ";");
        expect(open).toBeNull();
        expect(read.map((row) => row.cells.map(unguarded))).toEqual(said);
      }),
    );
  });

  it("never let a spreadsheet program see a formula", () => {
    fc.assert(
      fc.property(anyText, (cell) => {
        const [row] = parseCsv(csvOf([["x", cell]]).slice(1), ";").rows;
        expect(row?.cells[1] ?? "").not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
    expect(csvOf([["=1+1", "@x", "'=2", "a=b"]])).toBe("\ufeff'=1+1;'@x;''=2;a=b\r\n");
  });

  it("carry every record there and back", () => {
    fc.assert(
      fc.property(fc.array(anyContent, { minLength: 1, maxLength: 5 }), (contents) => {
        const rows = contents.map((said, at) => rowOf(said, `=d-${at}`));
        const read = readCsv(bytesOf(csvFile(rows, nameOf)), places);
        if ("kind" in read) throw new Error(read.kind);
        expect(read.faults).toEqual([]);
        expect(read.rows.map((row) => row.content)).toEqual(contents);
        expect(read.rows.map((row) => row.externalId)).toEqual(rows.map(({ name }) => name));
        expect(read.rows.map(({ organisation, group }) => [organisation, group])).toEqual(
          rows.map(() => ["kandern", "Bauen"]),
        );
      }),
    );
  });

  it.each([
    ["a;b,c\n1,2,3", ";"],
    ["a,b,c\n1;2;3;4;5", ","],
    ['"a;b;c",d\n', ","],
    ["a\tb\n", "\t"],
    ["a", ";"],
  ])("find out what parts %j", (text, separator) => {
    // The first line decides.
    expect(separatorOf(text)).toBe(text.startsWith("a;b,c") ? ";" : separator);
  });

  it("are read in the encodings that programs write", () => {
    const text = "Straße – „Größe“ €";
    expect(decodeText(Buffer.from(text, "utf8"))).toBe(text);
    expect(decodeText(Buffer.from(`\ufeff${text}`, "utf8"))).toBe(text);
    expect(decodeText(Buffer.from(`\ufeff${text}`, "utf16le"))).toBe(text);
    expect(decodeText(Buffer.from([0x53, 0x74, 0x72, 0x61, 0xdf, 0x65, 0x20, 0x80]))).toBe("Straße €");
  });
});

const HEAD = "Art;Titel;Beschreibung;Organisation;Stand;Gruppe;Sichtbar für;Festgehalten am";
const GOOD = "Prozess;Akten;Wir räumen auf.;Kandern;im Einsatz;;;";
const read = (...lines: readonly string[]) => readCsv(bytesOf(lines.join("\n")), places);

describe("a table that people have filled in", () => {
  it("is read with the words people use, and the same lines get the same name", () => {
    const twice = [read(HEAD.toUpperCase(), GOOD), read(HEAD, GOOD)];
    const [first, second] = twice.map((one) => ("rows" in one ? one.rows[0] : undefined));
    expect(first).toMatchObject({ line: 2, organisation: "kandern", group: null, recordedAt: null });
    expect(first?.content).toMatchObject({ kind: "process", stage: "inUse", visibility: "forum" });
    expect(first?.externalId).toMatch(/^csv-[0-9a-f]{24}$/);
    expect(second?.externalId).toBe(first?.externalId);
  });

  it.each([
    ["Ding;A;B;Kandern;Idee;;;", ["Art"]],
    [";A;B;Kandern;Idee;;;", ["kindMissing"]],
    ["Prozess;;;Kandern;Idee;;;", ["titleMissing", "textMissing"]],
    ["Prozess;A;B;Atlantis;Idee;;;", ["Organisation"]],
    ["Prozess;A;B;Kandern;irgendwann;;;", ["Stand"]],
    ["Prozess;A;B;Kandern;Idee;AG Nirgends;;", ["Gruppe"]],
    ["Prozess;A;B;Kandern;Idee;;Gruppe;", ["groupOnly"]],
    ["Prozess;A;B;Kandern;Idee;;;31.02.2024", ["Festgehalten am"]],
    ["Prozess;A;B;Kandern;Idee;;;;;", ["shape"]],
    ['Prozess;"A;B;Kandern', ["open"]],
  ])("has its faults named by line: %s", (line, expected) => {
    const done = read(HEAD, GOOD, "", line);
    const found = "faults" in done ? done.faults : [];
    expect(found.map((one) => one.line)).toEqual([4]);
    const names = found[0]?.faults.map((one) =>
      one.kind === "field" ? one.field : one.kind === "content" ? one.problem : one.kind,
    );
    expect(names).toEqual(expected);
  });

  it("is refused whole without its columns, without lines, and with too many", () => {
    expect(read("Titel;Art", "a;b")).toEqual({
      kind: "columns",
      missing: [COLUMNS.text, COLUMNS.organisation, COLUMNS.stage],
    });
    expect(read("")).toEqual({ kind: "empty" });
    expect(read(HEAD)).toEqual({ kind: "empty" });
    expect(read(HEAD, ...Array.from({ length: 5001 }, () => GOOD))).toEqual({ kind: "tooMany" });
  });

  it("says days as people write them", () => {
    expect(germanInstant("12.03.2024")).toBe(Date.UTC(2024, 2, 12, 11));
    expect(germanInstant("1.7.2024 8:05")).toBe(Date.UTC(2024, 6, 1, 6, 5));
    expect(germanInstant("12.03.2024 25:00")).toBeNull();
    expect(germanInstant("2024-03-12")).toBeNull();
  });

  it("never throws, whatever is sent", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readCsv(bytes, places)).toBeDefined();
        expect(readJsonLines(bytes, places)).toBeDefined();
      }),
    );
  });
});

describe("files", () => {
  it("of lines carry every record there and back", () => {
    fc.assert(
      fc.property(anyContent, (said) => {
        const line = jsonLine({
          externalId: "d",
          content: said,
          organisation: "kandern",
          group: "Bauen",
          recordedAt: NOON,
        });
        expect(line).not.toContain("\n");
        const { rows, faults } = readJsonLines(bytesOf(line), places);
        expect(faults).toEqual([]);
        expect(rows).toEqual([
          {
            line: 1,
            externalId: "d",
            content: said,
            organisation: "kandern",
            group: "Bauen",
            recordedAt: NOON,
          },
        ]);
      }),
    );
  });

  it("for reading show people's words as words", () => {
    const hostile = content({ title: "# [x](http://böse.de) <b>", text: "a\n- b\n1. c | d", product: "*P*" });
    const experience = {
      organisation: "kandern",
      text: "<script>",
      effort: "low",
      benefit: null,
      at: NOON,
    } as const;
    const text = markdownFile([{ ...rowOf(hostile), experiences: [experience] }], nameOf, NOON);
    expect(text).toContain("## \\# \\[x\\]\\(http\\://böse\\.de\\) \\<b\\>");
    expect(text).toContain("a  \n\\- b  \n1\\. c \\| d");
    expect(text).toContain("\\<script\\>");
    expect(text).toContain("Aufwand gering");
    expect(text).not.toMatch(/(?<!\\)<|(?<!\\)\]\(/);
  });

  it("for programs hold everything", () => {
    const experience = {
      organisation: "zell",
      text: "Gut.",
      effort: null,
      benefit: "high",
      at: NOON,
    } as const;
    const row = { ...rowOf(content({ offer: "seeks" })), uses: ["zell"], experiences: [experience] };
    const value = JSON.parse(jsonFile([row], nameOf, NOON));
    expect(value).toMatchObject({
      format: "forumsbote.austausch",
      version: 1,
      madeAt: "2026-03-02T11:00:00.000Z",
    });
    expect(value.records[0]).toMatchObject({
      ...{ externalId: "d-1", kind: "prozess", stage: "erprobung", offer: "sucht", group: "Bauen" },
      ...{ organisation: { key: "kandern", name: "Kandern" }, uses: [{ key: "zell", name: "zell" }] },
      experiences: [{ text: "Gut.", effort: null, benefit: "hoch" }],
    });
  });
});

describe("the page", () => {
  const view = (product: string) => ({
    products: usageOf([statement({ product }), statement({ product, organisation: "zell", stage: "ended" })]),
    activity: activityOf([{ kind: "process", at: NOON, group: "<i>Bauen" }], NOON),
    ...{ now: NOON, label: nameOf },
  });
  const files = { csv: "http://x/1", markdown: "http://x/2", json: "http://x/3" };

  it("is a real table, with text beside every bar, without scripts and strangers", () => {
    const page = overviewPage(view("<script>alert(1)</script>"), files);
    expect(page).toContain('<th scope="row">&lt;script&gt;alert(1)&lt;/script&gt;</th>');
    expect(page).toContain('<th scope="col">Kandern</th>');
    expect(page).toContain("<td>im Einsatz</td>");
    expect(page).toContain("<td>beendet</td>");
    expect(page).toContain("<caption>Wer nutzt was</caption>");
    expect(page).toContain("Quartal 1/2026: 1 Beitrag (1 Prozess)");
    expect(page).toContain("&lt;i&gt;Bauen");
    expect(page).not.toMatch(/<script|style="|<img|<link/);
  });
});

describe("what an import would do", () => {
  const known = (part: object) => ({
    ...{ id: "x", revision: 1, deleted: false, content: content(), organisation: "kandern", groupId: null },
    ...{ recordedAt: NOON, ...part },
  });
  const row = (part: object) => ({
    ...{ line: 1, externalId: "d", content: content(), organisation: "kandern", group: null, groupId: null },
    ...{ recordedAt: NOON, ...part },
  });

  it.each([
    ["new", [row({})], new Map(), [1, 0, 0, 0]],
    ["unchanged", [row({})], new Map([["d", known({})]]), [0, 0, 1, 0]],
    ["unchanged without a date", [row({ recordedAt: null })], new Map([["d", known({})]]), [0, 0, 1, 0]],
    [
      "changed in words",
      [row({ content: content({ title: "Neu" }) })],
      new Map([["d", known({})]]),
      [0, 1, 0, 0],
    ],
    ["changed in place", [row({ groupId: "g" })], new Map([["d", known({})]]), [0, 1, 0, 0]],
    ["changed in date", [row({ recordedAt: 5 })], new Map([["d", known({})]]), [0, 1, 0, 0]],
    ["deleted", [row({ groupId: "g" })], new Map([["d", known({ deleted: true })]]), [0, 0, 0, 1]],
  ])("%s", (_, rows, stored, expected) => {
    const { created, changed, unchanged, deleted } = planOf(rows, stored, false);
    expect([created.length, changed.length, unchanged, deleted.length]).toEqual(expected);
  });

  it("leaves the date alone where the file says it less precisely", () => {
    const { unchanged } = planOf([row({ recordedAt: 5 })], new Map([["d", known({})]]), true);
    expect(unchanged).toBe(1);
  });
});

describe("waiting files", () => {
  const file = (id: string) => ({ id, fileName: "a.csv", rows: [], faults: [] });

  it("are one of a person, few, and not for long", () => {
    const waiting = createWaiting();
    waiting.keep("p", file("1"), 0);
    waiting.keep("p", file("2"), 1);
    expect(waiting.of("p", "1", 2)).toBeUndefined();
    expect(waiting.of("q", "2", 2)).toBeUndefined();
    expect(waiting.of("p", "2", WAIT_MS)?.id).toBe("2");
    expect(waiting.of("p", "2", WAIT_MS + 1)).toBeUndefined();
    for (let at = 0; at < 7; at++) waiting.keep(`p${at}`, file(`f${at}`), at);
    expect(waiting.byId("f0", 8)).toBeUndefined();
    expect(waiting.byId("f6", 8)?.id).toBe("f6");
    waiting.drop("p5", "f6");
    waiting.drop("p6", "f6");
    expect(waiting.byId("f6", 8)).toBeUndefined();
  });
});
