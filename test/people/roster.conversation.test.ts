import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { runPeopleCommand } from "../../src/cli/people-command.ts";
import { withPeopleStore } from "../../src/cli/people-store.ts";
import { engines } from "../support/database.ts";
import { startFileHost } from "../support/file-host.ts";
import { COORDINATOR, startForumsbote, TENANT } from "../support/forumsbote.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
const FILE = "application/vnd.microsoft.teams.file.download.info";
const HEAD = "Organisation;Name;Funktion;Entra-Objekt-ID";
const idOf = (n: number): string => `aaaaaaaa-0000-0000-0000-${String(n).padStart(12, "0")}`;
const LIST = [
  HEAD,
  `Schönau im Schwarzwald;Hauptamt Schönau;Delegierte/r;${idOf(1)}`,
  `Schönau im Schwarzwald;Bauamt Schönau;Stellvertretung;${idOf(2)}`,
  `Binzen;Rathaus Binzen;Mitglied;${idOf(3)}`,
].join("\r\n");

let bot: Bot;
let host: Awaited<ReturnType<typeof startFileHost>>;
beforeEach(async () => {
  host = await startFileHost();
});
afterEach(async () => {
  await bot.close();
  await host.close();
});

describe.each(engines)("a list of people on %s", (engine) => {
  const started = async () => {
    bot = await startForumsbote({ engine, trial: "none" });
    const kim = bot.coordinator();
    await kim.introduces("Landkreis Lörrach");
    return kim;
  };
  type Someone = Awaited<ReturnType<typeof started>>;
  let sent = 0;
  async function sends(who: Someone, content: string | Uint8Array, name = "Personen.csv") {
    sent += 1;
    const downloadUrl = host.keeps(`/file/${engine}${sent}`, content);
    return who.posts(who.activity({ attachments: [{ contentType: FILE, name, content: { downloadUrl } }] }));
  }
  const members = () => bot.db.read.member.count({ where: { source: "roster" } });

  it("is taken from a file of German Excel after a preview, once, with seats and deputies", async () => {
    const kim = await started();
    // Excel writes „ö“ in one byte.
    await sends(kim, Uint8Array.from(Buffer.from(LIST, "latin1")));
    expect(kim.lastText()).toContain("3 Personen neu, 0 geändert, 0 unverändert.");
    expect(kim.lastText()).toContain("Hauptamt Schönau (Schönau im Schwarzwald)");
    expect(await members()).toBe(0);
    await kim.presses("Jetzt übernehmen");
    expect(kim.lastText()).toContain("Übernommen: 3 Personen neu");
    const row = await bot.db.read.member.findFirstOrThrow({ where: { aadObjectId: idOf(1) } });
    expect(row).toMatchObject({ source: "roster", teamsUserId: "", noticeVersion: null, tenantId: TENANT });
    const seat = await bot.db.read.seat.findFirstOrThrow({
      where: { delegateId: row.id },
      include: { deputies: true },
    });
    expect(seat.deputies).toHaveLength(1);

    await sends(kim, `\ufeff${LIST}`);
    expect(kim.lastText()).toContain("Die Liste sagt nichts Neues.");
    expect(await members()).toBe(3);
    await kim.types("personen schönau");
    expect(kim.lastText()).toContain("Delegierte/r, aus der Liste, hat noch nicht geschrieben");
    // Nothing can be sent to people who have never written, and nothing is tried.
    await kim.executes("probe.send", { actionId: "p1", extent: "all" });
    await bot.delivers();
    expect(bot.logged.filter(({ level }) => level === "fault")).toEqual([]);
  });

  it("is judged again when it is confirmed, and the same press is one act", async () => {
    const kim = await started();
    await kim.types("personen");
    await kim.presses("Liste einlesen oder ausgeben");
    kim.fills({ "Text der Liste, mit Überschriften": LIST });
    await kim.presses("Liste prüfen");
    const other = bot.people.person("Bürgermeisteramt Schönau");
    await other.introduces("Schönau im Schwarzwald");
    const { id } = await bot.db.read.member.findFirstOrThrow({ where: { aadObjectId: other.aadObjectId } });
    await kim.executes("seat.give", { actionId: "g1", people: id });
    await kim.presses("Jetzt übernehmen");
    expect(kim.lastText()).toContain("Zeile 2: Diesen Sitz hat schon jemand anders.");
    expect(await members()).toBe(0);
    const press = { actionId: "i1", text: [HEAD, `Binzen;Rathaus;Mitglied;${idOf(3)}`].join("\n") };
    const answers = await Promise.all([
      kim.executes("roster.import", press),
      kim.executes("roster.import", press),
    ]);
    for (const { body } of answers) expect(JSON.stringify(body)).toContain("1 Person neu");
    expect(await members()).toBe(1);
  });

  it("with one wrong line is not taken at all, and every line says what to do", async () => {
    const kim = await started();
    await sends(kim, `${LIST}\r\nMainz;;Chefin;1`);
    expect(kim.lastText()).toContain("4 Fehler. Es wird nichts übernommen.");
    expect(kim.lastText()).toContain("Zeile 5: Der Name fehlt.");
    await sends(kim, `${HEAD};Telefon\r\nBinzen;Rathaus;Mitglied;${idOf(1)};07621`);
    expect(kim.lastText()).toContain("Diese Spalten nehme ich nicht: „Telefon“.");
    await sends(kim, `${HEAD}\r\nBinzen;Ich selbst;Delegierte/r;${COORDINATOR}`);
    expect(kim.lastText()).toMatch(/Sitz einer anderen|Niemand benennt sich selbst/);
    expect(await members()).toBe(0);
  });

  it("is for coordinators alone; other tables go on to the register", async () => {
    const kim = await started();
    const anna = bot.people.person("Rathaus Binzen");
    await anna.introduces("Binzen");
    await sends(anna, LIST);
    expect(anna.lastText()).not.toContain("neu");
    for (const verb of ["roster.show", "roster.preview", "roster.import", "roster.export"])
      expect(JSON.stringify((await anna.executes(verb, { actionId: "x", text: LIST })).body)).toContain(
        "Das kann nur die Koordination.",
      );
    await sends(kim, "Kennung;Art;Titel\r\n1;2;3");
    expect(kim.lastText()).toContain("Beschreibung");
    expect(await members()).toBe(0);
  });

  it("comes back as a file behind a link, and through the command line", async () => {
    const kim = await started();
    await kim.executes("roster.import", { actionId: "i1", text: LIST.replace("Rathaus Binzen", "=1+1 Amt") });
    const answer = JSON.stringify((await kim.executes("roster.export", {})).body);
    const secret = /\/seiten\/([0-9a-f]{64})/.exec(answer)?.[1] ?? "";
    const page = await bot.built.pages(secret);
    expect(JSON.stringify(page)).toContain("Hauptamt Schönau;Delegierte/r");
    expect(JSON.stringify(page)).toContain("'=1+1 Amt");

    const said: string[] = [];
    const out = {
      data: (line: string) => void said.push(line),
      words: (line: string) => void said.push(line),
    };
    const env = { TENANTS: TENANT, COORDINATORS: COORDINATOR };
    const run = (...args: string[]) =>
      runPeopleCommand(args, (work) => withPeopleStore(bot.databaseUrl, env, work), out);
    const path = join(inject("sqliteFolder"), `people-${engine}-${process.pid}.csv`);
    expect(await run("export", path)).toBe(0);
    expect(readFileSync(path, "utf8")).toContain(idOf(2));
    expect(await run("export", path)).toBe(1);
    expect(await run("import", path, "--dry-run")).toBe(0);
    expect(await run("import", path)).toBe(0);
    expect(said.filter((line) => line.startsWith("{"))).toEqual([
      '{"created":0,"changed":0,"unchanged":4}',
      '{"created":0,"changed":0,"unchanged":4}',
    ]);
    expect(await run("import", join(path, "none"))).toBe(1);
    expect(await run("weg")).toBe(1);
  }, 60_000);
});
