/** `npm run exchange`: all of a file or nothing; numbers on stdout, words on stderr. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { runExchangeCommand } from "../../src/cli/exchange-command.ts";
import { withExchangeStore } from "../../src/cli/exchange-store.ts";
import type { Db } from "../../src/db/store.ts";
import { emptyUrl, engines, freshUrl, openTestDb } from "../support/database.ts";

const LINE = {
  ...{ externalId: "d-1", kind: "produkt", title: "E-Akte mit Aktura", text: "Läuft seit Mai im Bauamt." },
  ...{ party: "schopfheim", stage: "im-einsatz", product: "Aktura", tags: ["dms", "E-Akte"] },
  ...{ offer: null, binding: "beschlossen", recordedAt: "2024-03-12T09:41:00Z", group: "AG E-Akte" },
};

const folder = () => mkdtempSync(join(tmpdir(), "exchange-"));
const fileOf = (...lines: readonly unknown[]): string => {
  const path = join(folder(), "b.jsonl");
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  writeFileSync(path, text);
  return path;
};

async function runOn(url: string, ...args: string[]) {
  const data: string[] = [];
  const words: string[] = [];
  const out = { data: (line: string) => data.push(line), words: (line: string) => words.push(line) };
  const code = await runExchangeCommand(args, (work) => withExchangeStore(url, "Probe", work), out);
  return { code, data, words: words.join("\n") };
}
const numbers = (created: number, changed: number, unchanged: number, deleted = 0) => [
  JSON.stringify({ created, changed, unchanged, deleted }),
];

describe.each(engines)("npm run exchange -- import on %s", (engine) => {
  let url: string;
  let db: Db;
  beforeEach(async () => {
    url = await freshUrl(engine);
    db = await openTestDb(url);
  });
  const take = (...lines: readonly unknown[]) => runOn(url, "import", fileOf(...lines));
  const stored = () =>
    db.read.exchange.findMany({ include: { group: true, index: true }, orderBy: { externalId: "asc" } });

  it("stores what a line says, once, with group and what it is found by", async () => {
    const { offer: _, ...bare } = { ...LINE, externalId: "d-2", group: "ag  e-akte", kind: "prozess" };
    const { product: __, ...without } = bare;
    expect(await take(LINE, "", { ...without, offer: "sucht", unbekannt: 1 })).toMatchObject({
      code: 0,
      data: numbers(2, 0, 0),
    });
    const [first, second] = await stored();
    expect(first).toMatchObject({
      ...{ kind: "product", title: LINE.title, text: LINE.text, stage: "inUse", product: "Aktura" },
      ...{ productKey: "aktura", offer: null, binding: "decided", visibility: "forum" },
      ...{ organisationKey: "schopfheim", revision: 1, tags: "dms\nE-Akte", recordedById: "import" },
      ...{
        recordedAt: new Date("2024-03-12T09:41:00Z"),
        group: { name: "AG E-Akte" },
        index: { revision: 1 },
      },
    });
    expect(second).toMatchObject({ kind: "process", offer: "seeks", product: null, groupId: first?.groupId });
    expect(first?.index?.packed).toContain("akt");
    expect(await db.read.workingGroup.count()).toBe(1);
    expect(await db.read.conversation.count()).toBe(0);
  });

  it("changes a record that is imported again, keeps what it was, and leaves alone what says the same", async () => {
    await take(LINE, { ...LINE, externalId: "d-2" });
    expect((await take(LINE)).data).toEqual(numbers(0, 0, 1));
    const changed = { ...LINE, title: "E-Akte überall", group: "AG OZG", stage: "beendet" };
    expect((await take(changed, { ...LINE, externalId: "d-2" })).data).toEqual(numbers(0, 1, 1));
    const [first, second] = await stored();
    expect(first).toMatchObject({
      title: "E-Akte überall",
      stage: "ended",
      revision: 2,
      group: { name: "AG OZG" },
    });
    expect(first?.index).toMatchObject({ revision: 2 });
    expect(second).toMatchObject({ title: LINE.title, revision: 1 });
    expect(await db.read.exchangeRevision.findMany()).toMatchObject([
      {
        revision: 1,
        title: LINE.title,
        act: "changed",
        changedById: "import",
        organisationKey: "schopfheim",
      },
    ]);
  });

  it("leaves deleted what somebody has deleted, and says so", async () => {
    await take(LINE);
    await db.write((tx) => tx.exchange.updateMany({ data: { deletedAt: new Date(5), revision: 2 } }));
    const again = await take({ ...LINE, title: "Anders" });
    expect(again).toMatchObject({ code: 0, data: numbers(0, 0, 0, 1) });
    expect(again.words).toContain("bleiben gelöscht: d-1");
    expect((await stored())[0]).toMatchObject({ title: LINE.title, deletedAt: new Date(5) });
  });

  it("never makes the importer a person who can be chosen or written to", async () => {
    await take(LINE);
    expect(await db.read.member.findMany({ select: { id: true, organisationKey: true } })).toEqual([
      { id: "import", organisationKey: "import" },
    ]);
    expect(await db.read.outboxItem.count()).toBe(0);
  });

  it("takes hundreds of lines, more than one statement holds", async () => {
    const lines = Array.from({ length: 450 }, (_, at) => ({ ...LINE, externalId: `d-${at}` }));
    expect((await take(...lines)).data).toEqual(numbers(450, 0, 0));
    expect((await take(...lines.map((one) => ({ ...one, text: "Neu." })))).data).toEqual(numbers(0, 450, 0));
    expect(await db.read.exchangeRevision.count()).toBe(450);
    expect(await db.read.exchangeIndex.count({ where: { revision: 2 } })).toBe(450);
  });

  it("names a wrong line with its number and keeps nothing of the file", async () => {
    const done = await take(
      LINE,
      { ...LINE, externalId: "d-2", party: "atlantis" },
      { ...LINE, externalId: "d-3" },
    );
    expect(done).toMatchObject({ code: 1, data: [] });
    expect(done.words).toMatch(/b\.jsonl:2: „party“ ist „atlantis“/);
    expect(done.words).toContain("Es wurde nichts aufgenommen.");
    expect(await db.read.exchange.count()).toBe(0);
    expect(await db.read.workingGroup.count()).toBe(0);
  });
});

describe("a wrong line", () => {
  it.each([
    ["kein JSON", "kein JSON-Objekt"],
    ["[1]", "kein JSON-Objekt"],
    [{ ...LINE, externalId: undefined }, "„externalId“ fehlt"],
    [{ ...LINE, externalId: "" }, "„externalId“ ist „“"],
    [{ ...LINE, externalId: 7 }, "„externalId“ ist „7“"],
    [{ ...LINE, kind: "ding" }, "prozess, produkt oder service"],
    [{ ...LINE, stage: "im Einsatz" }, "idee, erprobung, im-einsatz oder beendet"],
    [{ ...LINE, offer: "tauscht" }, "„offer“ ist „tauscht“"],
    [{ ...LINE, binding: "fest" }, "unverbindlich oder beschlossen"],
    [{ ...LINE, recordedAt: "2024-02-30T10:00:00Z" }, "ein Zeitpunkt in Weltzeit (UTC)"],
    [{ ...LINE, recordedAt: "2024-02-03T10:00:00+01:00" }, "ein Zeitpunkt in Weltzeit (UTC)"],
    [{ ...LINE, recordedAt: "0024-02-03T10:00:00Z" }, "ein Zeitpunkt in Weltzeit (UTC)"],
    [{ ...LINE, tags: "dms" }, "eine Liste von Texten"],
    [{ ...LINE, title: " " }, "Titel"],
    [{ ...LINE, title: "x".repeat(121) }, "Titel ist zu lang"],
    [{ ...LINE, text: "" }, "Bitte beschreiben"],
    [{ ...LINE, group: "x".repeat(61) }, "der Name einer Gruppe"],
    [{ ...LINE, group: undefined, visibility: "gruppe" }, "Bitte nennen Sie die Gruppe"],
  ])("%j is refused with what is possible", async (line, sentence) => {
    const { code, words } = await runOn(await freshUrl("sqlite"), "import", fileOf(LINE, line));
    expect(code).toBe(1);
    expect(words).toContain("b.jsonl:2: ");
    expect(words).toContain(sentence);
  });

  it("is also one whose name stands in the file twice", async () => {
    const { code, words } = await runOn(await freshUrl("sqlite"), "import", fileOf(LINE, "", LINE));
    expect(code).toBe(1);
    expect(words).toContain("b.jsonl:3: Die Kennung „d-1“ steht schon in Zeile 1.");
  });

  it("is also one that is not in UTF-8", async () => {
    const path = fileOf("");
    writeFileSync(path, Buffer.concat([Buffer.from("\n"), Buffer.from(JSON.stringify(LINE), "latin1")]));
    const { code, words } = await runOn(await freshUrl("sqlite"), "import", path);
    expect([code, words]).toEqual([1, expect.stringContaining("b.jsonl:2: Die Zeile ist nicht in UTF-8")]);
  });
});

describe("npm run exchange -- export", () => {
  const OTHER = {
    ...LINE,
    externalId: "=d-2",
    title: '- mit; "Zeichen"',
    text: "a\nb | <b>",
    product: undefined,
    group: undefined,
  };

  async function exported(name: string) {
    const url = await freshUrl("sqlite");
    await runOn(url, "import", fileOf(LINE, OTHER));
    const path = join(folder(), name);
    const { code, data, words } = await runOn(url, "export", path);
    expect({ code, data }).toEqual({ code: 0, data: [] });
    expect(words).toContain("2 Beiträge stehen in");
    return { url, path, text: readFileSync(path, "utf8") };
  }

  it("writes lines that can be imported again, here and elsewhere", async () => {
    const { url, path } = await exported("x.jsonl");
    expect((await runOn(url, "import", path)).data).toEqual(numbers(0, 0, 2));
    expect((await runOn(await freshUrl("sqlite"), "import", path)).data).toEqual(numbers(2, 0, 0));
  });

  it.each([
    ["x.csv", "\ufeffKennung;Art;Titel;"],
    ["x.md", "# Austausch im Forum"],
    ["x.JSON", '"format": "forumsbote.austausch"'],
  ])("writes %s", async (name, beginning) => {
    expect((await exported(name)).text).toContain(beginning);
  });

  it("never writes over a file, and knows no other format", async () => {
    const { url, path, text } = await exported("x.csv");
    const again = await runOn(url, "export", path);
    expect([again.code, again.words]).toEqual([1, expect.stringContaining("gibt es schon")]);
    expect(readFileSync(path, "utf8")).toBe(text);
    expect((await runOn(url, "export", join(folder(), "x.xlsx"))).words).toContain("So rufen Sie");
  });
});

describe("the call", () => {
  it("makes a new database ready", async () => {
    const { code, data } = await runOn(await emptyUrl("sqlite"), "import", fileOf(LINE));
    expect({ code, data }).toEqual({ code: 0, data: numbers(1, 0, 0) });
  });

  it.each([
    [[], "So rufen Sie"],
    [["import"], "So rufen Sie"],
    [["import", "a", "b"], "So rufen Sie"],
    [["drop", "a"], "So rufen Sie"],
    [["import", "/nirgends/x.jsonl"], "nicht öffnen"],
  ])("%j is answered with a sentence and 1", async (args, sentence) => {
    const { code, data, words } = await runOn(await freshUrl("sqlite"), ...args);
    expect({ code, data }).toEqual({ code: 1, data: [] });
    expect(words).toContain(sentence);
  });

  it("says that an empty file holds nothing", async () => {
    expect(await runOn(await freshUrl("sqlite"), "import", fileOf(""))).toMatchObject({ code: 1, data: [] });
  });
});
