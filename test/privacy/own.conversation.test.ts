/** One's own data in the chat: seeing them, taking them along, having them erased, asking the coordination. */
import { afterEach, describe, expect, it } from "vitest";
import { actionsOf, actionTitled } from "../support/card.ts";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel } from "../support/places.ts";
import { tracesIn } from "./traces.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
const BAUEN = channel("Bauen");
const DAY = 86_400_000;
let bot: Bot;
afterEach(() => bot.close());

describe.each(engines)("one's own data on %s", (engine) => {
  const started = async () => {
    bot = await startForumsbote({ engine, trial: "none" });
    const [anna, kim] = [bot.people.person("Hauptamt Kandern"), bot.coordinator()];
    await anna.introduces("Kandern");
    await kim.introduces("Landkreis Lörrach");
    return { anna, kim };
  };
  const traces = (who: { aadObjectId: string; userId: string; name: string; place: { id: string } }) =>
    tracesIn(bot.db, [who.aadObjectId, who.userId, who.name, who.place.id]);

  it("shows everything, in the personal chat only, and gives it as a file for a day", async () => {
    const { anna } = await started();
    await anna.types("festhalten Produkt: Digitale Bauakte – läuft gut");
    await anna.types("Meine Daten");
    const shown = anna.lastText();
    for (const part of [
      "Name: Hauptamt Kandern",
      "Organisation: Kandern",
      "Beiträge (1)",
      "Digitale Bauakte",
    ])
      expect(shown).toContain(part);
    expect(shown).toContain("Geheime Wahlen: Wie jemand gestimmt hat, ist mit keiner Person verbunden.");
    await anna.presses("Als Datei (JSON)");
    const { node } = actionTitled(anna.lastCard(), "Datei herunterladen");
    const secret = String(node.url).split("/").at(-1) ?? "";
    const page = await bot.built.pages(secret);
    expect(page.headers["content-disposition"]).toContain("meine-daten.json");
    const file = JSON.parse(page.body);
    expect(file.Profil[0].Name).toBe("Hauptamt Kandern");
    expect(file["Technische Angaben"][0]["Entra-Objekt-ID"]).toBe(anna.aadObjectId);
    expect(file.Beiträge[0].Titel).toBe("Digitale Bauakte");
    bot.time.passes(DAY + 1);
    expect((await bot.built.pages(secret)).status).toBe(404);

    const there = anna.in(BAUEN);
    await there.types("meine daten");
    expect(there.lastText()).toContain("nur in unserem persönlichen Chat");
    expect(there.lastText()).not.toContain(anna.aadObjectId);
  });

  it("names parties as people do, and nothing as the program does; fewer words lead there as well", async () => {
    const { anna } = await started();
    await anna.types("meine daten");
    expect(anna.lastText()).toContain("Ihre Daten");
    expect(anna.lastText()).not.toMatch(/Art: [a-z]+\.[a-z]+|Kommune: [a-z-]+( ·|$)/m);
    for (const typed of ["daten löschen", "löschen meine daten bitte alles"]) {
      await anna.types(typed);
      expect(anna.lastText()).toContain("Das wird gelöscht");
    }
    await anna.types("Welche Daten haben Sie über mich?");
    expect(anna.lastText()).toContain("Ihre Daten");
  });

  it("tells somebody about whom nothing is stored just that, and stores nothing for it", async () => {
    await started();
    const guest = bot.people.person("Unbekannt Binzen");
    await guest.types("meine daten");
    expect(guest.lastText()).toBe("Über Sie ist hier nichts gespeichert.");
    await guest.types("meine daten löschen");
    expect(guest.lastText()).toBe("Über Sie ist hier nichts gespeichert.");
    expect(await traces(guest)).toEqual([]);
  });

  it("says first what goes and what stays, erases at the press, once, and leaves no trace of the turn", async () => {
    const { anna } = await started();
    await anna.types("festhalten Produkt: Digitale Bauakte – läuft gut");
    const other = anna.elsewhere();
    await anna.types("meine daten löschen");
    for (const part of ["Das wird gelöscht", "Niederschriften", "Artikel 17 Absatz 3", "1 Ihrer Beiträge"])
      expect(anna.lastText()).toContain(part);
    expect((await traces(anna)).length).toBeGreaterThan(0);
    const [first] = await Promise.all([anna.presses("Jetzt löschen"), other.presses("Jetzt löschen")]);
    expect(first.status).toBe(200);
    expect(await traces(anna)).toEqual([]);
    // Whichever press came second hears that it is done already.
    const texts = [anna, other].flatMap((one) => one.sees().map(({ text }) => text));
    expect(texts.some((text) => text.includes("Ihre Daten sind gelöscht."))).toBe(true);
    const records = await bot.db.read.exchange.findMany({ include: { recordedBy: true } });
    expect(records.map(({ recordedBy }) => recordedBy.name)).toEqual(["ehemalige Person"]);
    await bot.delivers();
    await anna.types("hilfe");
    await anna.types("meine daten");
    expect(anna.lastText()).toBe("Über Sie ist hier nichts gespeichert.");
    expect(await traces(anna)).toEqual([]);
  });

  it("deletes the own records with the person when that is chosen", async () => {
    const { anna } = await started();
    await anna.types("festhalten Produkt: Digitale Bauakte – läuft gut");
    await anna.types("meine daten löschen");
    anna.fills({
      "Zu 1 Ihrer Beiträge hat niemand sonst etwas ergänzt. Was soll damit geschehen?":
        "Sie werden mit gelöscht",
    });
    await anna.presses("Jetzt löschen");
    expect(await bot.db.read.exchange.count()).toBe(0);
  });

  it("erases nothing when it is cancelled, and lets somebody begin anew after all", async () => {
    const { anna } = await started();
    await anna.types("meine daten löschen");
    await anna.presses("Abbrechen");
    expect((await traces(anna)).length).toBeGreaterThan(0);
    await anna.types("meine daten löschen");
    await anna.presses("Jetzt löschen");
    await anna.introduces("Kandern");
    await anna.types("meine daten");
    expect(anna.lastText()).toContain("Hauptamt Kandern");
  });

  it("warns the last one who coordinates, and does not stop him or her", async () => {
    const { kim } = await started();
    await kim.types("meine daten löschen");
    expect(kim.lastText()).toContain("Außer Ihnen koordiniert hier niemand.");
    await kim.presses("Jetzt löschen");
    expect(kim.lastText()).toContain("Ihre Daten sind gelöscht.");
  });

  it("takes a request to the coordination and the answer back, each once", async () => {
    const { anna, kim } = await started();
    await anna.types("widerspruch");
    await anna.presses("Anfrage senden");
    expect(anna.lastText()).toContain("Bitte schreiben Sie ein paar Worte dazu.");
    anna.fills({
      "Was möchten Sie? Bitte mit Ihren Gründen.": "Mein Amt heißt anders",
      "Worum geht es?": "Berichtigung: etwas über Sie stimmt nicht",
    });
    await anna.presses("Anfrage senden");
    expect(anna.lastText()).toContain("Ihre Anfrage Nr. 1 (Berichtigung) ist bei der Koordination.");
    await bot.delivers();
    expect(kim.lastText()).toContain("Neue Anfrage zum Datenschutz: Nr. 1");
    await kim.presses("Anfragen ansehen");
    expect(kim.lastText()).toContain("Nr. 1, Berichtigung, Hauptamt Kandern");
    await kim.presses("Nr. 1 beantworten");
    expect(kim.lastText()).toContain("Mein Amt heißt anders");
    kim.fills({ "Ihre Antwort": "Wir haben es berichtigt." });
    await kim.presses("Antwort senden");
    await bot.delivers();
    expect(anna.lastText()).toContain("Antwort auf Ihre Anfrage Nr. 1");
    expect(anna.lastText()).toContain("Wir haben es berichtigt.");
    await kim.types("datenschutzanfragen");
    expect(actionsOf(kim.lastCard())).toEqual([]);
    await anna.types("datenschutzanfragen");
    expect(anna.lastText()).toContain("Das kann nur die Koordination.");
  });

  it("takes a typed objection at once, and leaves talk about objections to the rules", async () => {
    const { anna, kim } = await started();
    await anna.types("widerspruch: Bitte keine Auswertung meiner Beiträge");
    expect(anna.lastText()).toContain("Ihre Anfrage Nr. 1 (Widerspruch)");
    await bot.delivers();
    expect(kim.lastText()).toContain("Nr. 1");
    await anna.types("Widerspruch gegen die Wahl einlegen, wie geht das?");
    expect(await bot.db.read.privacyRequest.count()).toBe(1);
    const guest = bot.people.person("Unbekannt Binzen");
    await guest.types("widerspruch: nein");
    expect(guest.lastText()).toContain("Bitte sagen Sie mir zuerst, wer Sie sind");
    expect(await bot.db.read.privacyRequest.count()).toBe(1);
  });
});
