/** `wer nutzt was`, `aktivität`, `export` and tables that are sent, through the HTTP door. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "../support/database.ts";
import { startFileHost } from "../support/file-host.ts";
import type { Person } from "../support/people.ts";
import { BAUEN, type Bot, records, twoGroups } from "./groups.ts";

let host: Awaited<ReturnType<typeof startFileHost>>;
const open: Bot[] = [];
beforeEach(async () => {
  host = await startFileHost();
});
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) {
    await bot.close();
    expect(bot.logged.filter(({ level }) => level === "fault")).toEqual([]);
  }
  await host.close();
});

async function started(engine: (typeof engines)[number] = "sqlite") {
  const all = await twoGroups({ engine });
  open.push(all.bot);
  const { bot, anna, ben } = all;
  const said = { kind: "product", visibility: "forum", stage: "inUse", despite: true };
  await records(bot, anna, { ...said, title: "Akten mit AktoDoc", product: "AktoDoc" });
  await records(bot, ben, { ...said, title: "AktoDoc im Test", product: "akto-doc", stage: "trial" });
  const secret = { ...said, title: "Geheime Planung", product: "GruppoPlan", visibility: "group" };
  await records(bot, anna.in(BAUEN), secret);
  return all;
}

type Link = { readonly title: string; readonly url: string };
function linksOn(person: Person): readonly Link[] {
  const found: Link[] = [];
  JSON.stringify(person.lastCard(), (_, value) => {
    if (value?.type === "Action.OpenUrl") found.push(value);
    return value;
  });
  return found;
}
const opened = async (bot: Bot, { url }: Link) => bot.built.pages(url.slice(url.lastIndexOf("/") + 1));

async function filesOf(bot: Bot, person: Person) {
  await person.types("export");
  const links = linksOn(person);
  expect(links.map(({ title }) => title)).toEqual(["CSV", "Markdown", "JSON"]);
  return Promise.all(links.map((link) => opened(bot, link)));
}

let sent = 0;
async function sends(who: Person, content: string | Uint8Array, name = "tabelle.CSV") {
  sent += 1;
  const downloadUrl = host.keeps(`/file/${sent}`, content);
  const contentType = "application/vnd.microsoft.teams.file.download.info";
  return who.posts(who.activity({ attachments: [{ contentType, name, content: { downloadUrl } }] }));
}
const count = (bot: Bot) => bot.db.read.exchange.count();

describe.each(engines)("the overview on %s", (engine) => {
  it("says who uses what, to everybody what they may see", async () => {
    const { bot, anna, ben, kim } = await started(engine);
    await ben.types("Wer nutzt was");
    expect(ben.lastText()).toContain("Produkte 1 bis 1 von 1.");
    expect(ben.lastText()).toContain("im Einsatz: Kandern");
    expect(ben.lastText()).toContain("Erprobung: Schopfheim");
    for (const person of [anna, kim, anna.in(BAUEN)]) {
      await person.types("wer nutzt gruppoplan");
      expect(person.lastText()).toContain("GruppoPlan");
    }
    await ben.types("wer nutzt GruppoPlan");
    expect(ben.lastText()).toContain("nennt kein Beitrag ein Produkt");
    await ben.types("wer nutzt aktodoc");
    await ben.presses("Beitrag: Kandern");
    expect(ben.lastText()).toContain("Akten mit AktoDoc");
    const guest = bot.people.person("Hauptamt Zell");
    await guest.types("wer nutzt was");
    expect(guest.lastText()).not.toContain("AktoDoc");
  });

  it("counts a mark as use, and what was deleted no more", async () => {
    const { bot, ben } = await started(engine);
    const record = await bot.db.read.exchange.findFirstOrThrow({ where: { product: "AktoDoc" } });
    const member = await bot.db.read.member.findFirstOrThrow({ where: { organisationKey: "schopfheim" } });
    const mark = { exchangeId: record.id, organisationKey: "todtnau", memberId: member.id, at: new Date() };
    await bot.db.write((tx) => tx.exchangeMark.create({ data: { ...mark, kind: "uses" } }));
    await ben.types("wer nutzt aktodoc");
    expect(ben.lastText()).toContain("im Einsatz: Kandern, Todtnau");
    await bot.db.write((tx) =>
      tx.exchange.update({ where: { id: record.id }, data: { deletedAt: new Date() } }),
    );
    await ben.types("wer nutzt aktodoc");
    expect(ben.lastText()).not.toContain("Todtnau");
  });

  it("shows the quarters with bars and words", async () => {
    const { ben, kim } = await started(engine);
    await ben.types("Aktivität");
    expect(ben.lastText()).toContain("Quartal 1/2026: 2 Beiträge (2 Produkte)");
    expect(ben.lastText()).toContain("██████████████ 2");
    await kim.types("statistik");
    expect(kim.lastText()).toContain("Bauen: 1 Beitrag");
  });

  it("gives files of what the person may see, once as good as the table they came from", async () => {
    const { bot, ben, kim } = await started(engine);
    const [csv, markdown, json] = await filesOf(bot, ben);
    expect(csv?.headers["content-disposition"]).toBe('attachment; filename="austausch.csv"');
    expect(csv?.headers["content-type"]).toBe("text/csv; charset=utf-8");
    for (const file of [csv, markdown, json]) {
      expect(file?.body).toContain(file === markdown ? "Akten mit AktoDoc" : "akto-doc");
      expect(file?.body).not.toContain("Gruppo");
    }
    const [all] = await filesOf(bot, kim);
    expect(all?.body).toContain("GruppoPlan");
    const before = await bot.db.read.exchange.findMany({ orderBy: { id: "asc" } });
    await sends(kim, all?.body ?? "");
    expect(kim.lastText()).toContain("0 neu, 0 geändert, 3 unverändert.");
    await sends(kim, (all?.body ?? "").replace("Akten mit AktoDoc", "Akten überall"));
    expect(kim.lastText()).toContain("0 neu, 1 geändert, 2 unverändert.");
    expect(await bot.db.read.exchange.findMany({ orderBy: { id: "asc" } })).toEqual(before);
    await kim.presses("Importieren");
    expect(kim.lastText()).toContain("Importiert: 0 neu, 1 geändert, 2 unverändert.");
    await ben.types("suche Akten überall");
    expect(ben.lastText()).toContain("Akten überall");
    expect(await count(bot)).toBe(3);
  });

  it("imports a table once, however often the button is pressed, and keeps nothing before", async () => {
    const { bot, kim } = await started(engine);
    const head = "Art;Titel;Beschreibung;Organisation;Stand;Gruppe";
    const row = "Service;Sprechstunde;Jeden Montag;Komm.One;im Einsatz;bauen";
    // As an older Excel writes it: Windows-1252.
    await sends(
      kim,
      Buffer.from(`${head}\r\n${row} \r\nProzess;Übergabe;Größe;Stadt Zell im Wiesental;Idee;\r\n`, "latin1"),
    );
    expect(kim.lastText()).toContain("2 neu, 0 geändert, 0 unverändert.");
    expect(await count(bot)).toBe(3);
    const card = JSON.stringify(kim.lastCard());
    const file = /"file":"([^"]+)"/.exec(card)?.[1];
    const press = () => kim.executes("exchange.import", { file }, "1");
    const both = await Promise.all([press(), press()]);
    for (const { body } of both) expect(JSON.stringify(body)).toContain("Importiert: 2 neu");
    expect(await count(bot)).toBe(5);
    const made = await bot.db.read.exchange.findFirstOrThrow({
      where: { title: "Übergabe" },
      include: { index: true },
    });
    expect(made).toMatchObject({ text: "Größe", recordedById: "import", index: { revision: 1 } });
    expect(await bot.db.read.exchange.findFirst({ where: { title: "Sprechstunde" } })).toMatchObject({
      organisationKey: "komm-one",
      groupId: expect.any(String),
    });
  });
});

describe("links", () => {
  it("lead to a page for this person and end when they are taken back, in time, or with the membership", async () => {
    const { bot, anna, ben } = await started();
    await ben.types("wer nutzt was");
    await ben.presses("Als Seite");
    const [link] = linksOn(ben);
    if (!link) throw new Error("no link");
    const page = await opened(bot, link);
    expect(page.status).toBe(200);
    expect(page.body).toContain('<th scope="row">AktoDoc</th>');
    expect(page.body).not.toContain("Gruppo");
    expect(page.headers["content-security-policy"]).toMatch(/default-src 'none'.*style-src 'sha256-/);
    const [csv] = [...page.body.matchAll(/href="([^"]+)"/g)].map(([, url = ""]) => ({ title: "", url }));
    expect(csv && (await opened(bot, csv)).body).toContain("Kennung;Art;");
    // Another person's links stay.
    await anna.types("export");
    const [other] = linksOn(anna);
    await ben.presses("Links zurücknehmen");
    expect(ben.lastText()).toContain("Die Links öffnen nichts mehr.");
    expect((await opened(bot, link)).status).toBe(404);
    expect(csv && (await opened(bot, csv)).status).toBe(404);
    if (!other) throw new Error("no link");
    expect((await opened(bot, other)).status).toBe(200);
    bot.time.passes(25 * 3_600_000);
    expect((await opened(bot, other)).status).toBe(404);
  });

  it("read anew what their person may see", async () => {
    const { bot, anna } = await started();
    await anna.types("export");
    const [csv] = linksOn(anna);
    if (!csv) throw new Error("no link");
    expect((await opened(bot, csv)).body).toContain("GruppoPlan");
    await bot.db.write(async (tx) => {
      await tx.groupMember.deleteMany({});
      await tx.exchange.updateMany({ where: { product: "GruppoPlan" }, data: { recordedById: "trial-a5" } });
    });
    expect((await opened(bot, csv)).body).not.toContain("GruppoPlan");
  });

  it("are given in the personal chat only, to members only", async () => {
    const { bot, anna } = await started();
    await anna.in(BAUEN).types("export");
    expect(anna.in(BAUEN).lastText()).toContain("nur im persönlichen Chat");
    await anna.in(BAUEN).types("wer nutzt was");
    await expect(anna.in(BAUEN).presses("Als Seite")).rejects.toThrow();
    const guest = bot.people.person("Hauptamt Zell");
    await guest.types("export");
    expect(await bot.db.read.pageLink.count()).toBe(0);
  });
});

describe("a table that is sent", () => {
  const HEAD = "Art;Titel;Beschreibung;Organisation;Stand";

  it("with faults is not imported; the first stand on the card, all on a page", async () => {
    const { bot, kim } = await started();
    const wrong = Array.from({ length: 7 }, (_, at) => `Ding;T${at};B;Kandern;Idee`);
    await sends(kim, [HEAD, "Prozess;Gut;B;Kandern;Idee", ...wrong].join("\n"));
    expect(kim.lastText()).toContain("7 Zeilen haben Fehler. Es wurde nichts importiert.");
    expect(kim.lastText()).toContain(
      "Zeile 3: „Art“ ist „Ding“; möglich ist: Prozess, Produkt oder Service.",
    );
    expect(kim.lastText()).not.toContain("Zeile 8:");
    const [link] = linksOn(kim);
    if (!link) throw new Error("no link");
    const page = await opened(bot, link);
    expect(page.body).toContain("Zeile 9:");
    await expect(kim.presses("Importieren")).rejects.toThrow();
    expect(await count(bot)).toBe(3);
    bot.time.passes(15 * 60_000);
    expect((await opened(bot, link)).status).toBe(404);
  });

  it("is forgotten when it is cancelled, and after a quarter of an hour", async () => {
    const { bot, kim } = await started();
    const table = `${HEAD}\nProzess;Neu;B;Kandern;Idee`;
    await sends(kim, table);
    const file = /"file":"([^"]+)"/.exec(JSON.stringify(kim.lastCard()))?.[1];
    await kim.presses("Abbrechen");
    expect(kim.lastText()).toContain("Von der Datei ist nichts gespeichert.");
    await kim.executes("exchange.import", { file }, "1");
    expect(kim.lastText()).toContain("Bitte senden Sie die Datei noch einmal.");
    await sends(kim, table);
    bot.time.passes(15 * 60_000);
    await kim.presses("Importieren");
    expect(kim.lastText()).toContain("Bitte senden Sie die Datei noch einmal.");
    expect(await count(bot)).toBe(3);
  });

  it.each([
    ["", "In dieser Datei steht kein Beitrag."],
    ["Titel;Text\na;b", "fehlen diese Spalten: Art"],
    [Buffer.from([0, 1, 2, 3]), "Das ist keine CSV-Datei."],
    ["x".repeat(5 * 1024 * 1024 + 1), "größer als 5 MB"],
  ])("is refused with what to do: case %#", async (content, sentence) => {
    const { kim } = await started();
    await sends(kim, content);
    expect(kim.lastText()).toContain(sentence);
  });

  it("is taken from the coordinator alone, and other files go their way", async () => {
    const { bot, anna, kim } = await started();
    await sends(anna, `${HEAD}\nProzess;Neu;B;Kandern;Idee`);
    expect(anna.lastText()).toContain("Beiträge importiert die Koordination.");
    await sends(kim, `${HEAD}\nProzess;Neu;B;Kandern;Idee`);
    const file = /"file":"([^"]+)"/.exec(JSON.stringify(kim.lastCard()))?.[1];
    await anna.executes("exchange.import", { file }, "1");
    expect(anna.lastText()).toContain("Beiträge importiert die Koordination.");
    await sends(kim, "Ziele\n\nDas Forum tagt einmal im Quartal und berät über alles.", "satzung.txt");
    expect(kim.lastText()).toContain("Dokument aufnehmen");
    expect(await count(bot)).toBe(3);
  });
});
