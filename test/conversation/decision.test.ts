/** A decision from the motion to the result, through the HTTP door. */
import { afterEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import { actionsOf, inputsOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import type { Person } from "../support/people.ts";
import { channel } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

const FORUM = channel("Forum");
const BUILDING = channel("Bauen");
const MOTION = {
  Titel: "Gemeinsame Bauakte",
  "Text des Antrags": "Das Forum beschafft die Bauakte gemeinsam.",
  "Ende: Datum": "2026-03-10",
  "Ende: Uhrzeit": "18:00",
};

/** Somebody who holds a seat in the trial forum. */
const holder = (bot: Bot, name: string, last: string): Person =>
  bot.people.person(`Delegation ${name}`, {
    aadObjectId: `00000000-0000-0000-0000-0000000000${last}`,
    userId: `29:${last}`,
  });

async function starts(options: Parameters<typeof startForumsbote>[0]): Promise<Bot> {
  const bot = await startForumsbote(options);
  open.push(bot);
  return bot;
}

/** A Forum of six seats with its channel; three holders have talked to the bot. */
async function forum(options: Parameters<typeof startForumsbote>[0] = {}) {
  const bot = await starts(options);
  const kim = bot.coordinator();
  const here = kim.in(FORUM);
  await here.types("gruppe");
  here.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
  await here.presses("Registrieren");
  const people = {
    schopfheim: holder(bot, "Schopfheim", "a1"),
    kandern: holder(bot, "Kandern", "a2"),
    loerrach: holder(bot, "Lörrach", "a3"),
  };
  for (const person of Object.values(people)) await person.types("hilfe");
  return { bot, kim, here, ...people };
}

/** Puts the motion in the channel of the Forum, or where `here` is. */
async function puts(here: Person, how: "Ankündigen" | "Sofort eröffnen", filled: object = {}): Promise<void> {
  await here.types("abstimmung starten");
  here.fills({ ...MOTION, ...filled });
  await here.presses("Weiter");
  await here.presses(how);
}

/** Moves the clock and lets everything run that runs by the clock. */
async function passes(bot: Bot, wallClock: string): Promise<void> {
  bot.time.isAt(instantOf(wallClock));
  await bot.built.jobs.decision.run(bot.time.clock());
  await bot.delivers();
}

/** Presses the main button of the newest card, or of the newest with a button of this title. */
async function goesOn(person: Person, title?: string): Promise<void> {
  const cards = person.sees().filter(({ card }) => card !== undefined);
  const main = (card: unknown) => actionsOf(card).find(({ node }) => node.style === "positive")?.title;
  const on = title
    ? cards.findLast(({ card }) => actionsOf(card).some((one) => one.title === title))
    : cards.at(-1);
  await person.presses(title ?? main(on?.card) ?? "", on?.text);
}

const seen = (person: Person, words: string): number =>
  person.sees().filter(({ text }) => text.includes(words)).length;

describe.each(engines)("a decision of the Forum, on %s", (engine) => {
  it("is announced, opens on the next working day, is voted on, closes once, and is found", async () => {
    const { bot, kim, here, schopfheim, kandern, loerrach } = await forum({ engine });
    await here.types("abstimmung starten");
    expect(here.lastText()).toContain("Es entscheidet das Forum.");
    here.fills(MOTION);
    await here.presses("Weiter");
    for (const line of [
      "Bitte prüfen Sie den Antrag",
      "Teilnahme: mindestens 3 von 6 Kommunen, das ist die Hälfte, aufgerundet.",
      "Einfache Mehrheit: mehr Ja als Nein.",
      "Bei Gleichstand ist der Antrag abgelehnt.",
      "Enthaltungen zählen nur für die Teilnahme.",
      "nicht in der Willensbekundung geregelt",
      "öffnet die Abstimmung am 03.03.2026, 09:00 Uhr",
    ])
      expect(here.lastText()).toContain(line);
    await here.presses("Ankündigen");
    await bot.delivers();
    expect(here.lastText()).toContain("Neuer Antrag: Abstimmung 1: Gemeinsame Bauakte");
    expect(kandern.lastText()).toContain("Die Abstimmung öffnet am 03.03.2026, 09:00 Uhr.");
    await passes(bot, "2026-03-03T08:59");
    expect(seen(kandern, "Bitte stimmen Sie ab")).toBe(0);

    const second = await starts({ engine, databaseUrl: bot.databaseUrl });
    for (const one of [bot, second]) one.time.isAt(instantOf("2026-03-03T09:00"));
    const runs = (at: string) =>
      Promise.all([bot, second, bot].map((one) => one.built.jobs.decision.run(instantOf(at))));
    await runs("2026-03-03T09:00");
    await Promise.all([bot.delivers(), second.delivers()]);
    await bot.delivers();
    expect(seen(here, "Eröffnet: Abstimmung")).toBe(1);
    expect(seen(kandern, "Bitte stimmen Sie ab: Abstimmung 1")).toBe(1);

    await schopfheim.presses("Ja");
    expect(schopfheim.lastText()).toContain("Gespeichert. Schopfheim stimmt: Ja.");
    expect(schopfheim.lastText()).toContain("bis 10.03.2026, 18:00 Uhr ändern");
    await kandern.presses("Ja");
    await kandern.presses("Nein");
    expect(kandern.lastText()).toContain("Geändert. Kandern stimmt jetzt: Nein.");
    await kandern.presses("Enthaltung");
    await here.types("abstimmung");
    expect(here.lastText()).toContain("Bisher haben 2 von 6 Kommunen abgestimmt.");
    expect(here.lastText()).not.toContain("Schopfheim");
    await kandern.types("Abstimmung.");
    expect(kandern.lastText()).toContain("Kandern hat abgestimmt: Enthaltung.");

    await passes(bot, "2026-03-09T18:00");
    await passes(second, "2026-03-09T18:01");
    expect(seen(loerrach, "Noch etwa ein Tag: Abstimmung 1")).toBe(1);
    expect(seen(kandern, "Noch etwa ein Tag")).toBe(0);
    await loerrach.presses("Ja", "Noch etwa ein Tag");
    await passes(bot, "2026-03-10T16:00");
    expect(seen(loerrach, "Noch etwa zwei Stunden")).toBe(0);

    bot.time.isAt(instantOf("2026-03-10T18:00"));
    second.time.isAt(instantOf("2026-03-10T18:00"));
    await runs("2026-03-10T18:00");
    await Promise.all([bot.delivers(), second.delivers()]);
    await bot.delivers();
    for (const person of [here, kandern, loerrach]) expect(seen(person, "Ergebnis: Abstimmung 1")).toBe(1);
    const shown = here.lastText();
    expect(shown).toContain("Der Antrag ist angenommen.");
    expect(shown).toContain("Ja: 2\nNein: 0\nEnthaltung: 1");
    expect(shown).toContain("Teilgenommen: 3 von 6 Kommunen.");
    expect(shown).toContain("**Ja:** Lörrach, Schopfheim");
    expect(shown).toContain("**Enthaltung:** Kandern");

    await kandern.executes("decision.cast", { decision: "x", choice: "ja" });
    expect(kandern.lastText()).toContain("Diese Abstimmung gibt es nicht.");
    const id = (await bot.db.read.decision.findFirst())?.id;
    await kandern.executes("decision.cast", { decision: id, choice: "ja" });
    expect(kandern.lastText()).toContain("Diese Abstimmung ist beendet. Ihre Stimme kam zu spät");
    await kandern.types("abstimmungen bauakten");
    expect(kandern.lastText()).toContain("Abstimmung 1: Gemeinsame Bauakte");
    expect(kandern.lastText()).toContain(
      "angenommen · beendet: 10.03.2026, 18:00 Uhr · Ja 2, Nein 0, Enthaltung 1",
    );
    await kandern.presses("Anzeigen: 1");
    expect(kandern.lastText()).toContain("**Ja:** Lörrach, Schopfheim");
    await kandern.presses("Alle Abstimmungen");
    await kim.types("abstimmungen Winterdienst");
    expect(kim.lastText()).toContain("habe ich keine Abstimmung gefunden");
    await kim.types("abstimmung");
    expect(kim.lastText()).toContain("Zurzeit läuft keine Abstimmung.");
    for (const one of [bot, second]) expect(one.logged.filter(({ level }) => level === "fault")).toEqual([]);
  });

  it("a colleague of the same party is told that it has voted, and nobody votes from a channel", async () => {
    const { bot, here, schopfheim } = await forum({ engine });
    const colleague = bot.people.person("Fachamt Schopfheim");
    await colleague.introduces("Schopfheim");
    await puts(here, "Sofort eröffnen");
    await bot.delivers();
    const decision = (await bot.db.read.decision.findFirst())?.id;
    await colleague.executes("decision.cast", { decision, choice: "ja" });
    expect(colleague.lastText()).toContain("eine andere Person ab: Sie hat den Sitz inne");
    const inChannel = schopfheim.in(FORUM);
    await inChannel.executes("decision.cast", { decision, choice: "ja" });
    expect(inChannel.lastText()).toContain("Abstimmen können Sie nur im persönlichen Chat mit mir.");
    expect(await bot.db.read.decisionSeat.count({ where: { choice: { not: null } } })).toBe(0);
    await schopfheim.presses("Nein");
    await colleague.executes("decision.cast", { decision, choice: "ja" });
    expect(colleague.lastText()).toContain("Ihre Kommune hat abgestimmt.");
    await colleague.types("abstimmung");
    expect(colleague.lastText()).toContain("Ihre Kommune hat abgestimmt. Sie müssen nichts mehr tun.");
    const guest = bot.people.person("Gast");
    await guest.executes("decision.cast", { decision, choice: "ja" });
    expect(guest.lastText()).toContain("zu welcher Organisation Sie gehören");
    const zweckverband = bot.people.person("Komm.One");
    await zweckverband.introduces("Komm.One");
    await zweckverband.executes("decision.cast", { decision, choice: "ja" });
    expect(zweckverband.lastText()).toContain("hat in dieser Abstimmung keinen Sitz");
    await schopfheim.executes("decision.cast", { decision, choice: "vielleicht" });
    expect(schopfheim.lastText()).toContain("Diese Auswahl gibt es nicht.");
    expect(await bot.db.read.decisionSeat.findMany({ where: { choice: { not: null } } })).toMatchObject([
      { party: "schopfheim", choice: "nein" },
    ]);
  });

  it("is cancelled by the coordinator with a reason that everybody reads", async () => {
    const { bot, kim, here, kandern } = await forum({ engine });
    await puts(here, "Ankündigen");
    await bot.delivers();
    const decision = (await bot.db.read.decision.findFirst())?.id;
    await kandern.executes("decision.cancel", { decision, reason: "x" });
    expect(kandern.lastText()).toContain("Das kann nur die Koordination.");
    await kim.types("abstimmung");
    await kim.presses("Abstimmung abbrechen");
    await expect(kim.presses("Endgültig abbrechen")).rejects.toThrow("Bitte nennen Sie einen Grund");
    kim.fills({ "Grund für den Abbruch": "\u200b" });
    await kim.presses("Endgültig abbrechen");
    expect(kim.lastText()).toContain("Bitte nennen Sie einen Grund für den Abbruch.");
    kim.fills({ "Grund für den Abbruch": "Der Text war *nicht* fertig." });
    await kim.presses("Endgültig abbrechen");
    expect(kim.lastText()).toContain("Die Abstimmung wurde abgebrochen.");
    await bot.delivers();
    for (const person of [kandern, here]) {
      expect(seen(person, "Die Abstimmung ist abgebrochen: Abstimmung 1")).toBe(1);
      expect(person.lastText()).toContain("Grund: Der Text war \\*nicht\\* fertig.");
    }
    await passes(bot, "2026-03-03T09:00");
    expect(seen(kandern, "Bitte stimmen Sie ab")).toBe(0);
    await kim.executes("decision.askCancel", { decision });
    expect(kim.lastText()).toContain("Abbrechen ist nicht mehr möglich.");
  });
});

describe.each(engines)("a decision of a working group, on %s", (engine) => {
  async function group() {
    const { bot, kim, here, ...holders } = await forum({ engine });
    const place = kim.in(BUILDING);
    await place.types("gruppe");
    place.fills({ "Name der Arbeitsgruppe": "AG Bauen", Thema: "Bauakte" });
    await place.presses("Registrieren");
    const person = async (name: string, organisation: string) => {
      const one = bot.people.person(name);
      await one.introduces(organisation);
      await one.in(BUILDING).introduces(organisation);
      return one;
    };
    const anna = await person("Bauamt Binzen", "Binzen");
    const ben = await person("Bauamt Kandern", "Kandern");
    const eva = await person("Hochbau Kandern", "Kandern");
    const max = await person("Beratung", "Komm.One");
    return { bot, kim, place, anna, ben, eva, max, ...holders };
  }

  it("belongs to the parties in it, is voted on by any of their people, and does not bind the Forum", async () => {
    const { bot, place, anna, ben, eva, max, schopfheim } = await group();
    await schopfheim.in(BUILDING).types("abstimmung starten");
    expect(schopfheim.in(BUILDING).lastText()).toContain("wer in der Arbeitsgruppe mitarbeitet");
    const here = anna.in(BUILDING);
    await here.types("abstimmung starten");
    here.fills(MOTION);
    await here.presses("Weiter");
    expect(here.lastText()).toContain("nicht bindend für das Forum");
    expect(here.lastText()).toContain("mindestens 1 von 2 Kommunen");
    await here.presses("Sofort eröffnen");
    await bot.delivers();
    expect(seen(place, "Eröffnet: Abstimmung")).toBe(1);
    expect(seen(anna, "Bitte stimmen Sie ab")).toBe(1);
    expect(seen(eva, "Bitte stimmen Sie ab")).toBe(1);
    expect(seen(max, "Bitte stimmen Sie ab")).toBe(0);
    await Promise.all([ben.presses("Ja"), eva.presses("Nein")]);
    const texts = [ben.lastText(), eva.lastText()];
    expect(texts.filter((one) => one.includes("Gespeichert. Kandern stimmt"))).toHaveLength(1);
    expect(texts.filter((one) => one.includes("Ihre Kommune hat abgestimmt."))).toHaveLength(1);
    await max.types("abstimmung");
    expect(max.lastText()).toContain("Sie stimmen hier nicht mit.");
    await anna.types("abstimmung");
    expect(anna.lastText()).toContain("Bitte stimmen Sie für Binzen ab.");
    await anna.presses("Enthaltung");
    await anna.types("abstimmung");
    await anna.presses("Vorzeitig schließen");
    expect(anna.lastText()).toContain("Vorzeitig geschlossen, weil alle abgestimmt haben.");
    await bot.delivers();
    expect(place.lastText()).toContain(
      "Beschluss der Arbeitsgruppe „AG Bauen“, nicht bindend für das Forum.",
    );
    await anna.executes("decision.close", { decision: (await bot.db.read.decision.findFirst())?.id });
    expect(anna.lastText()).toContain("Diese Abstimmung ist nicht offen.");
  });

  it("a review carried into another channel makes nothing there", async () => {
    const { bot, anna, kim } = await group();
    const here = anna.in(BUILDING);
    await here.types("abstimmung starten");
    here.fills(MOTION);
    await here.presses("Weiter");
    const card = JSON.stringify(here.lastCard());
    const data = JSON.parse(card.match(/"data":(\{[^{}]*"atOnce":true\})/)?.[1] ?? "{}");
    const elsewhere = kim.in(FORUM);
    await elsewhere.executes("decision.create", data);
    expect(elsewhere.lastText()).toContain("Diese Karte gehört zu einem anderen Kanal.");
    await anna.executes("decision.create", data);
    expect(anna.lastText()).toContain("starten Sie im Kanal Ihrer Arbeitsgruppe");
    expect(await bot.db.read.decision.count()).toBe(0);
    await Promise.all([here.presses("Sofort eröffnen"), here.elsewhere().executes("decision.create", data)]);
    expect(await bot.db.read.decision.count()).toBe(1);
  });
});

describe("circulation", () => {
  it("says that silence is consent; one objection sends the motion to the next session", async () => {
    const { bot, here, schopfheim, kandern } = await forum();
    const umlauf = { Verfahren: "Umlaufverfahren: Wer schweigt, stimmt zu (nur Gegenstände einfacher Art)" };
    await puts(here, "Sofort eröffnen", umlauf);
    await bot.delivers();
    expect(schopfheim.lastText()).toContain("Wer schweigt, stimmt zu.");
    expect(schopfheim.lastText()).toContain("Nur Gegenstände einfacher Art.");
    expect(schopfheim.lastText()).toContain("Wenn Sie nichts tun, gilt das als Zustimmung.");
    await schopfheim.presses("Einverstanden");
    await kandern.presses("Widerspruch");
    expect(kandern.lastText()).toContain("Kandern stimmt: Widerspruch.");
    await passes(bot, "2026-03-10T18:00");
    expect(here.lastText()).toContain("Es gab einen Widerspruch. Er kommt in die nächste Sitzung.");
    expect(here.lastText()).toContain("Einverstanden: 1\nWiderspruch: 1");

    await puts(here, "Sofort eröffnen", { ...umlauf, "Ende: Datum": "2026-03-20" });
    await passes(bot, "2026-03-20T18:00");
    expect(here.lastText()).toContain("Der Antrag ist angenommen: Niemand hat widersprochen.");
  });
});

describe.each(engines)("a secret decision, on %s", (engine) => {
  it("is asked for by one party, voted on with ballot papers, and shows no vote", async () => {
    const { bot, kim, here, schopfheim, kandern, loerrach } = await forum({ engine });
    const others = [holder(bot, "Weil am Rhein", "a4"), holder(bot, "Todtnau", "a5")];
    for (const person of others) await person.types("hilfe");
    await puts(here, "Ankündigen");
    await bot.delivers();
    await kandern.presses("Geheime Abstimmung verlangen");
    expect(kandern.lastText()).toContain("Diese Abstimmung wird geheim.");
    await bot.delivers();
    expect(here.lastText()).toContain("Geheime Abstimmung verlangt: Abstimmung 1");
    expect(here.lastText()).not.toContain("Kandern");
    await passes(bot, "2026-03-03T09:00");
    expect(seen(here, "Eröffnet: Abstimmung")).toBe(1);
    const decision = (await bot.db.read.decision.findFirst())?.id;
    await schopfheim.executes("decision.cast", { decision, choice: "ja" });
    expect(schopfheim.lastText()).toContain("Diese Abstimmung ist geheim.");

    const voters = [schopfheim, kandern, loerrach, ...others];
    for (const [at, person] of voters.entries()) {
      expect(seen(person, "Eröffnet: Abstimmung 1: Gemeinsame Bauakte")).toBe(1);
      await goesOn(person, "Stimmzettel öffnen");
      const [choice] = inputsOf(person.lastCard());
      person.fills({ [choice?.label ?? ""]: at < 3 ? "Ja" : "Nein" });
      await goesOn(person);
      await goesOn(person);
    }
    expect(await bot.db.read.ballot.count()).toBe(5);
    await kim.types("abstimmung");
    expect(kim.lastText()).toContain("Art: geheim");
    expect(kim.lastText()).not.toContain("Bisher haben");
    for (const wallClock of [
      "2026-03-10T18:00",
      "2026-03-10T18:20",
      "2026-03-10T18:40",
      "2026-03-10T19:00",
    ]) {
      bot.time.isAt(instantOf(wallClock));
      await bot.built.jobs.election.run(bot.time.clock());
      await passes(bot, wallClock);
    }
    expect(seen(here, "Ergebnis: Abstimmung 1")).toBe(1);
    await kim.types("abstimmungen");
    await kim.presses("Anzeigen: 1");
    expect(kim.lastText()).toContain("Der Antrag ist angenommen.");
    expect(kim.lastText()).toContain("Ja: 3\nNein: 2\nEnthaltung: 0");
    expect(kim.lastText()).not.toContain("So haben die Kommunen abgestimmt");
    expect(bot.logged.filter(({ level }) => level === "fault")).toEqual([]);
  });

  it("cancelled while it is open counts nothing", async () => {
    const { bot, kim, here, schopfheim } = await forum({ engine });
    await puts(here, "Sofort eröffnen", { "Geheim abstimmen?": "Ja, geheim" });
    await bot.delivers();
    expect(seen(schopfheim, "Ihren Stimmzettel bekommen Sie hier in diesem Chat.")).toBe(1);
    await kim.types("abstimmung");
    await kim.presses("Abstimmung abbrechen");
    kim.fills({ "Grund für den Abbruch": "Der Text war nicht fertig." });
    await kim.presses("Endgültig abbrechen");
    expect(kim.lastText()).toContain("Grund: Der Text war nicht fertig.");
    await passes(bot, "2026-03-10T18:00");
    await bot.built.jobs.election.run(bot.time.clock());
    expect(await bot.db.read.decision.findFirst()).toMatchObject({ state: "cancelled", result: null });
    expect(await bot.db.read.ballot.count()).toBe(0);
    expect(bot.logged.filter(({ level }) => level === "fault")).toEqual([]);
  });
});

describe("several decisions at once", () => {
  it("are listed with the own next step, the next to end first", async () => {
    const { bot, here, schopfheim } = await forum();
    await puts(here, "Ankündigen", { Titel: "Später", "Ende: Datum": "2026-03-20" });
    await puts(here, "Sofort eröffnen", { Titel: "Früher" });
    await bot.delivers();
    await schopfheim.types("abstimmung");
    const shown = schopfheim.lastText();
    expect(shown).toContain(
      "Laufende Abstimmungen\nAbstimmung 2: Früher\nläuft · Ende: 10.03.2026, 18:00 Uhr",
    );
    expect(shown).toContain("Bitte stimmen Sie für Schopfheim ab.");
    expect(shown).toContain("Abstimmung 1: Später\nangekündigt · Ende: 20.03.2026, 18:00 Uhr");
    await schopfheim.presses("Anzeigen: 2");
    await schopfheim.presses("Nein");
    await schopfheim.types("abstimmung");
    expect(schopfheim.lastText()).toContain("Schopfheim hat abgestimmt: Nein.");
    await here.types("abstimmungen");
    expect(here.lastText().indexOf("Früher")).toBeLessThan(here.lastText().indexOf("Später"));
  });

  it("more than a card shows are counted", async () => {
    const { here } = await forum();
    for (let n = 1; n <= 7; n++) await puts(here, "Sofort eröffnen", { Titel: `Antrag ${n}` });
    await here.types("abstimmung");
    expect(here.lastText()).toContain("Antrag 7");
    await here.types("abstimmungen");
    expect(here.lastText()).toContain("Das sind 6 von 7.");
    expect(here.lastText()).not.toContain("Antrag 1");
  });
});

describe("putting a motion", () => {
  it("keeps what was entered and says what is wrong with it", async () => {
    const { here } = await forum();
    await here.types("abstimmung starten");
    here.fills({ ...MOTION, "Ende: Datum": "2026-03-01" });
    await here.presses("Weiter");
    expect(here.lastText()).toContain("Das Ende liegt zu nah.");
    here.fills({
      "Ende: Datum": "2026-03-10",
      Verfahren: "Umlaufverfahren: Wer schweigt, stimmt zu (nur Gegenstände einfacher Art)",
      "Geheim abstimmen?": "Ja, geheim",
    });
    await here.presses("Weiter");
    expect(here.lastText()).toContain("Ein Umlaufverfahren ist immer offen.");
    here.fills({
      "Ende: Datum": "2026-03-02",
      Verfahren: "Abstimmung: Ja, Nein oder Enthaltung",
      "Geheim abstimmen?": "Nein, offen: Nach dem Ende sehen alle, wer wie abgestimmt hat",
    });
    await here.presses("Weiter");
    expect(here.lastText()).toContain("Das Ende liegt vor dem nächsten Werktag.");
    await here.presses("Ändern");
    here.fills({
      "Nötige Mehrheit (nur bei „Abstimmung“)": "Zwei Drittel aller Sitze, auch derer, die nicht teilnehmen",
    });
    await here.presses("Weiter");
    expect(here.lastText()).toContain("Zwei Drittel aller Sitze, auch derer, die nicht teilnehmen.");
  });

  it("needs the right place and the right person", async () => {
    const bot = await starts({});
    const kim = bot.coordinator();
    await kim.types("abstimmung starten");
    expect(kim.lastText()).toContain("Bitte registrieren Sie zuerst den Kanal des Forums");
    await kim.in(BUILDING).types("abstimmung starten");
    expect(kim.in(BUILDING).lastText()).toContain("Dieser Kanal ist noch nicht registriert.");
    const anna = holder(bot, "Schopfheim", "a1");
    await anna.types("abstimmung starten");
    expect(anna.lastText()).toContain("im Kanal Ihrer Arbeitsgruppe");
    const guest = bot.people.person("Gast");
    for (const typed of ["abstimmung", "abstimmungen", "abstimmung starten"]) {
      await guest.types(typed);
      expect(guest.lastText()).toContain("zu welcher Organisation Sie gehören");
    }
    await anna.types("abstimmungen");
    expect(anna.lastText()).toContain("Es gibt noch keine Abstimmung.");
    await anna.types("Abstimmung im Forum?");
    expect(anna.lastText()).not.toContain("Zurzeit läuft keine Abstimmung");
    for (const data of [{}, { decision: 7 }, { decision: "x y" }, null, { decision: "x", choice: [] }]) {
      await anna.executes("decision.cast", data);
      expect(anna.lastText()).toContain("Diese Karte ist veraltet");
    }
  });
});
