import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel } from "../support/places.ts";
import { RECORDS } from "./register.ts";

let bot: Awaited<ReturnType<typeof startForumsbote>>;
beforeEach(async () => {
  bot = await startForumsbote();
});
afterEach(() => bot.close());

const WORDS = { process: "prozess", product: "produkt", service: "service" } as const;

async function member(name = "Bauamt Kandern", organisation = "Kandern") {
  const person = bot.people.person(name);
  await person.introduces(organisation);
  return person;
}

/** Records some of the small register, a minute apart. */
async function fill(anna: Awaited<ReturnType<typeof member>>, count: number) {
  for (const { kind, title, text } of RECORDS.slice(0, count)) {
    bot.time.passes(60_000);
    await anna.types(`festhalten ${WORDS[kind]}: ${title} – ${text}`);
  }
}

describe("suche", () => {
  it("shows the best records, one of them whole, and leads back", async () => {
    const anna = await member();
    await fill(anna, 9);
    await anna.types("suche Hundesteuer und Buergerbuero");
    expect(anna.lastText()).toContain("2 Beiträge passen, der beste zuerst.");
    expect(anna.lastText()).toContain("Prozess · Kandern · Idee · 02.03.2026");
    await anna.presses("Anzeigen: Hundesteuer …");
    expect(anna.lastText()).toContain("Formular mit Bezahlung, die Marke kommt per Post.");
    await anna.presses("Zurück zur Suche");
    expect(anna.lastText()).toContain("Suche: Hundesteuer und Buergerbuero");
  });

  it("finds a record at once, its new words after an edit, and its old ones no more", async () => {
    const anna = await member();
    await fill(anna, 3);
    await anna.types("suche Winterdienst");
    expect(anna.lastText()).toContain("habe ich keinen Beitrag gefunden");
    await anna.types("festhalten prozess: Winterdienst aufzeichnen – Fahrzeuge melden die Strecke.");
    await anna.presses("Bearbeiten");
    anna.fills({ Titel: "Räumfahrten aufzeichnen" });
    await anna.presses("Speichern");
    await anna.types("suche Räumfahrt");
    expect(anna.lastText()).toContain("Gefunden über: Räumfahrten");
    await anna.types("suche Winterdienst");
    expect(anna.lastText()).not.toContain("Gefunden über");
    expect(anna.lastText()).toContain("Gleiches Sachgebiet: Winterdienst");
  });

  it("without a hit says what to try and offers the newest", async () => {
    const anna = await member();
    await anna.types("suche Quantenphysik");
    expect(anna.lastText()).toContain("Es gibt noch keine Beiträge.");
    await fill(anna, 7);
    await anna.types("suche Quantenphysik");
    expect(anna.lastText()).toContain("Zu „Quantenphysik“ habe ich keinen Beitrag gefunden.");
    expect(anna.lastText()).toContain("Versuchen Sie ein anderes oder kürzeres Wort");
    await anna.presses("Anzeigen: Straßenschäden …");
  });

  it("alone asks for words", async () => {
    const anna = await member();
    await anna.types("suche");
    expect(anna.lastText()).toContain("Schreiben Sie zum Beispiel: suche digitaler Bauantrag");
  });

  it("is answered in a channel as well, and a guest is asked who he is", async () => {
    const anna = await member();
    await fill(anna, 2);
    await anna.in(channel("Bauen")).types("suche E-Akte");
    expect(anna.in(channel("Bauen")).lastText()).toContain("E-Akte im Hauptamt");
    const guest = bot.people.person("Hauptamt Zell");
    for (const typed of ["suche E-Akte", "beiträge"]) {
      await guest.types(typed);
      expect(guest.lastText()).toContain("Zu welcher Organisation gehören Sie?");
      expect(guest.lastText()).not.toContain("Hauptamt");
    }
  });
});

describe("beiträge", () => {
  it("lists the newest five, newest first", async () => {
    const anna = await member();
    await fill(anna, 6);
    await anna.types("Beitraege");
    const places = RECORDS.slice(0, 6).map(({ title }) => anna.lastText().indexOf(title));
    expect(places[0]).toBe(-1);
    expect(places.slice(1)).toEqual([...places.slice(1)].sort((a, b) => b - a));
    expect(places.slice(1)).not.toContain(-1);
  });
});

describe("the message extension", () => {
  it("lists the newest before a word is typed, then what fits", async () => {
    const anna = await member();
    await fill(anna, 4);
    expect((await anna.searches("")).hits.map(({ title }) => title)).toHaveLength(4);
    const { hits } = await anna.searches("hundesteur");
    expect(hits.map(({ title }) => title)).toEqual(["Hundesteuer online anmelden"]);
  });

  it("asks a guest for the organisation and shows no record", async () => {
    await fill(await member(), 2);
    const { hits } = await bot.people.person("Hauptamt Zell").searches("E-Akte");
    expect(hits.map(({ title }) => title)).toEqual(["Zu welcher Organisation gehören Sie?"]);
  });
});
