/** The whole way of an election through the HTTP door, with the clock moved over every deadline. */
import { afterEach, describe, expect, it } from "vitest";
import {
  announces,
  assembly,
  type Bot,
  DAY,
  nominates,
  type Options,
  ROLES,
  votes,
} from "../election/assembly.ts";
import { actionsOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import type { Person } from "../support/people.ts";

const COUNTY = "Landkreis Lörrach: Koordination Landkreis";
const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

const forum = async (options: Options = {}) => {
  const all = await assembly(options);
  open.push(all.bot);
  return all;
};

const reads = (person: Pick<Person, "sees">, words: string): number =>
  person.sees().filter((one) => one.text.includes(words)).length;
const titles = (person: Person): string[] => actionsOf(person.lastCard()).map(({ title }) => title);

/** Announced, nominated, agreed: two candidates. */
async function nominated(all: Awaited<ReturnType<typeof forum>>): Promise<void> {
  await announces(all.kim);
  await all.bot.delivers();
  await nominates(all.landkreis, "Kandern: Delegation Kandern");
  await nominates(all.landkreis, "Schopfheim: Delegation Schopfheim");
  await all.bot.delivers();
  await all.kandern.presses("Zustimmen", "Sie sind vorgeschlagen");
  await all.schopfheim.presses("Zustimmen", "Sie sind vorgeschlagen");
  await all.bot.delivers();
}

/** Kandern is elected on 24 March 2026 and has accepted. */
async function elected(all: Awaited<ReturnType<typeof forum>>): Promise<void> {
  const { bot, kandern, people, until, ticks } = all;
  await nominated(all);
  await until("2026-03-16T18:00:00+01:00");
  await until("2026-03-17T09:00:00+01:00");
  for (const person of people) await votes(person, "Delegation Kandern");
  await until("2026-03-24T18:00:03+01:00");
  await ticks(3000);
  await kandern.presses("Wahl annehmen", "Sie sind gewählt");
  await bot.delivers();
}

describe.each(engines)("the way of an election on %s", (engine) => {
  it("goes from the announcement to the term, the objection and the next election", async () => {
    const all = await forum({ engine });
    const { bot, kim, here, people, landkreis, schopfheim, kandern, loerrach, until, ticks } = all;
    await announces(kim);
    await bot.delivers();
    for (const words of [
      "Wahl angekündigt: Vorsitz des Forums",
      "16.03.2026, 18:00 Uhr",
      "Wahlleitung: Delegation Lörrach (Lörrach)",
      "Wahlprüfung: Delegation Weil am Rhein (Weil am Rhein), Delegation Todtnau (Todtnau)",
      "Geheim ist, wer was wählt.",
      "Nicht geheim sind",
      "nicht in der Willensbekundung geregelt",
    ]) {
      expect(here.lastText()).toContain(words);
      expect(landkreis.lastText()).toContain(words);
    }
    expect(actionsOf(here.lastCard())).toEqual([]);
    expect(titles(landkreis)).toEqual(["Person vorschlagen"]);

    await landkreis.presses("Person vorschlagen");
    landkreis.fills({ "Kommune und Person": "Kandern: Delegation Kandern" });
    await landkreis.presses("Vorschlagen");
    expect(landkreis.lastText()).toContain("Vorgeschlagen: Delegation Kandern.");
    await nominates(schopfheim, "Kandern: Delegation Kandern");
    expect(schopfheim.lastText()).toContain("schon vorgeschlagen");
    await nominates(schopfheim, "Schopfheim: Delegation Schopfheim");
    await nominates(schopfheim, COUNTY);
    await bot.delivers();
    expect(kandern.lastText()).toContain("Auf dem Stimmzettel würde stehen: Delegation Kandern.");
    await kandern.presses("Zustimmen");
    expect(kandern.lastText()).toContain("Sie kandidieren");
    await schopfheim.presses("Zustimmen", "Sie sind vorgeschlagen");
    await bot.delivers();
    expect(landkreis.sees().some((one) => one.text.includes("Delegation Kandern kandidiert."))).toBe(true);
    await loerrach.types("wahl");
    expect(loerrach.lastText()).toContain("Delegation Kandern: hat zugestimmt");
    await all.weil.types("wahl");
    expect(all.weil.lastText()).not.toContain("Delegation Kandern");
    expect(all.weil.lastText()).toContain("steht hier nach dem Ende der Vorschläge");

    // Nobody has heard from the county: it is dropped.
    await until("2026-03-16T18:00:00+01:00");
    expect(here.lastText()).toContain(
      "Kandidaturen, nach dem Alphabet: Delegation Kandern, Delegation Schopfheim",
    );
    expect(here.lastText()).toContain("17.03.2026, 09:00 Uhr");
    expect(here.lastText()).toContain("Sitz mit Person: Kandern, Landkreis Lörrach");
    await landkreis.presses("Zustimmen", "Sie sind vorgeschlagen");
    expect(landkreis.lastText()).toContain("Das geht in diesem Abschnitt der Wahl nicht mehr");

    await until("2026-03-17T08:59:00+01:00");
    expect(reads(here, "Die Wahl hat begonnen")).toBe(0);
    await until("2026-03-17T09:00:00+01:00");
    expect(here.lastText()).toContain("Die Wahl hat begonnen: Vorsitz des Forums");
    for (const [at, person] of people.entries())
      await votes(person, at < 4 ? "Delegation Kandern" : "Delegation Schopfheim");
    await until("2026-03-24T18:00:03+01:00");
    await ticks(3000);
    expect(here.lastText()).toContain("Gewählt ist: Delegation Kandern.");
    await kandern.types("wahl");
    expect(titles(kandern)).toEqual(["Wahl annehmen", "Wahl ablehnen", "Niederschrift"]);
    await schopfheim.types("wahl");
    expect(titles(schopfheim)).toEqual(["Niederschrift"]);
    await kandern.presses("Wahl annehmen", "Sie sind gewählt");
    expect(kandern.lastText()).toContain("Ihre Amtszeit dauert vom 24.03.2026 bis zum 24.03.2027.");
    await bot.delivers();
    expect(here.lastText()).toContain("Delegation Kandern hat die Wahl angenommen.");
    expect(here.lastText()).toContain("bis 31.03.2026, 18:00 Uhr Einspruch einlegen");
    expect(actionsOf(here.lastCard())).toEqual([]);

    await schopfheim.presses("Einspruch einlegen", "hat die Wahl angenommen");
    schopfheim.fills({ Begründung: "Die Frist war *zu kurz*, wir konnten nicht beraten." });
    await schopfheim.presses("Weiter zur Prüfung");
    expect(schopfheim.lastText()).toContain("nach dem Absenden nicht mehr ändern");
    expect(await bot.db.read.objection.count()).toBe(0);
    await schopfheim.presses("Ändern");
    await schopfheim.presses("Weiter zur Prüfung");
    await schopfheim.presses("Einspruch absenden");
    expect(schopfheim.lastText()).toContain("Ihr Einspruch ist gespeichert");
    await bot.delivers();
    for (const person of [kandern, loerrach, all.weil, all.todtnau])
      expect(person.lastText()).toContain("Eingelegt von Schopfheim, Delegation Schopfheim");
    expect(reads(landkreis, "Eingelegt von")).toBe(0);
    await loerrach.types("wahl");
    expect(loerrach.lastText()).toContain("Zahl der Einsprüche: 1.");
    await kim.types("wahl");
    expect(kim.lastText()).toContain("Zahl der Einsprüche: 1.");
    expect(kim.lastText()).not.toContain("Frist war");
    await landkreis.types("wahl");
    expect(landkreis.lastText()).not.toContain("Zahl der Einsprüche");
    await landkreis.presses("Einspruch einlegen");
    landkreis.fills({ Begründung: "kurz" });
    await landkreis.presses("Weiter zur Prüfung");
    expect(landkreis.lastText()).toContain("Ein oder zwei Sätze genügen.\n");
    expect(landkreis.lastText()).toContain("Begründung\nkurz");
    landkreis.fills({ Begründung: "Das kommt leider zu spät." });
    await landkreis.presses("Weiter zur Prüfung");
    await until("2026-03-31T18:00:10+02:00");
    await landkreis.presses("Einspruch absenden");
    expect(landkreis.lastText()).toContain("Die Einspruchsfrist ist abgelaufen.");
    expect(await bot.db.read.objection.count()).toBe(1);
  });

  it("reminds of the end of the term three times, until the next election has begun", async () => {
    const all = await forum({ engine });
    const { kim, kandern, schopfheim, until } = all;
    await kim.introduces("Landkreis Lörrach");
    await elected(all);
    await until("2027-01-27T08:59:00+01:00");
    expect(reads(kim, "Die Amtszeit endet bald")).toBe(0);
    await until("2027-01-27T09:00:00+01:00");
    expect(kim.lastText()).toContain("Die Amtszeit von Delegation Kandern endet am 24.03.2027.");
    expect(kim.lastText()).toContain("noch 56 Tage");
    expect(titles(kim)).toEqual(["Wahl starten"]);
    expect(kandern.lastText()).toContain("Die neue Wahl beginnt die Koordination.");
    expect(titles(kandern)).toEqual([]);
    expect(reads(schopfheim, "Die Amtszeit endet bald")).toBe(0);
    await until("2027-02-24T09:00:00+01:00");
    await until("2027-02-24T15:00:00+01:00");
    expect(reads(kim, "Die Amtszeit endet bald")).toBe(2);
    await kim.presses("Wahl starten", "noch 28 Tage");
    kim.fills(ROLES);
    await kim.presses("Weiter");
    await kim.presses("Wahl ankündigen");
    await until("2027-03-10T09:00:00+01:00");
    expect(reads(kim, "Die Amtszeit endet bald")).toBe(1);
    // The chair in office may nominate, and delegates see nothing of the old term.
    await kandern.types("wahl");
    expect(titles(kandern)).toEqual(["Person vorschlagen"]);
  });

  it("is extended once when nobody stands, then nobody is elected", async () => {
    const { bot, kim, here, landkreis, kandern, until } = await forum({ engine });
    await announces(kim);
    await bot.delivers();
    await nominates(landkreis, "Kandern: Delegation Kandern");
    await bot.delivers();
    await kandern.presses("Ablehnen", "Sie sind vorgeschlagen");
    expect(kandern.lastText()).toContain("Sie kandidieren nicht");
    await until("2026-03-16T18:00:00+01:00");
    expect(here.lastText()).toContain("Vorschläge sind jetzt möglich bis 23.03.2026, 18:00 Uhr.");
    expect(titles(landkreis)).toEqual(["Person vorschlagen"]);
    await until("2026-03-23T18:00:00+01:00");
    expect(here.lastText()).toContain("Es steht niemand mehr zur Wahl.");
    expect(here.lastText()).toContain("Der bisherige Vorsitz bleibt im Amt");
    await nominates(landkreis, "x").catch(() => undefined);
    await kim.types("wahl");
    expect(kim.lastText()).toContain("Zurzeit läuft keine Wahl.");
    expect(titles(kim)).toContain("Wahl starten");
  });

  it("has a run-off on the next working day, and asks the elected person until the time is over", async () => {
    const all = await forum({ engine });
    const { bot, kim, here, people, landkreis, kandern, schopfheim, until, ticks } = all;
    await nominated(all);
    await nominates(kim, COUNTY);
    await bot.delivers();
    await landkreis.presses("Zustimmen", "Sie sind vorgeschlagen");
    await until("2026-03-16T18:00:00+01:00");
    await until("2026-03-17T09:00:00+01:00");
    const choices = ["Kandern", "Kandern", "Kandern", "Schopfheim", "Schopfheim"];
    await votes(landkreis, "Koordination Landkreis (Landkreis Lörrach)");
    for (const [at, person] of people.slice(1).entries()) await votes(person, `Delegation ${choices[at]}`);
    await until("2026-03-24T18:00:03+01:00");
    await ticks(3000);
    expect(here.lastText()).toContain("Stichwahl");
    await schopfheim.types("wahl");
    expect(schopfheim.lastText()).toContain("Es folgt eine Stichwahl.");
    expect(schopfheim.lastText()).toContain("25.03.2026, 09:00 Uhr");
    await until("2026-03-25T09:00:00+01:00");
    await landkreis.types("wahl");
    const paper = actionsOf(landkreis.lastCard())[0]?.node as { verb: string; data: object };
    await landkreis.executes(paper.verb, { ...paper.data, round: 1 });
    expect(landkreis.lastText()).toContain("Dieser Stimmzettel gehört zu einem früheren Wahlgang.");
    for (const [at, person] of people.entries())
      await votes(person, at < 5 ? "Delegation Kandern" : "Delegation Schopfheim");
    await until("2026-03-30T18:00:03+02:00");
    await ticks(3000);
    await ticks(DAY);
    expect(reads(kandern, "Sie sind gewählt: Vorsitz des Forums")).toBe(1);
    await until("2026-04-04T18:30:00+02:00");
    await until("2026-04-05T18:30:00+02:00");
    expect(reads(kandern, "Erinnerung: Nehmen Sie die Wahl an?")).toBe(2);
    await until("2026-04-06T18:30:00+02:00");
    expect(here.lastText()).toContain("Die gewählte Person hat nicht rechtzeitig geantwortet.");
    await kandern.presses("Wahl annehmen", "Sie sind gewählt");
    expect(kandern.lastText()).toContain("Das geht in diesem Abschnitt der Wahl nicht mehr");
  });
});
