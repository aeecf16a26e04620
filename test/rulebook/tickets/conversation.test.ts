/** From a question without an answer to a better answer, through the HTTP door. */
import { afterEach, describe, expect, it } from "vitest";
import { actionsOf } from "../../support/card.ts";
import { engines } from "../../support/database.ts";
import { startForumsbote } from "../../support/forumsbote.ts";
import { channel, thread } from "../../support/places.ts";
import { DAY } from "./office.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

const UNANSWERED = "Mit welcher Mehrheit beschließt das Forum?";
const ANSWERED = "Wie oft trifft sich das Forum?";
const PASS_ON = "An die Koordination weitergeben";

async function starts(engine: (typeof engines)[number] = "sqlite") {
  const bot = await startForumsbote({ engine });
  open.push(bot);
  const kim = bot.coordinator();
  const anna = bot.people.person("Hauptamt Binzen");
  await anna.introduces("Binzen");
  return { bot, kim, anna };
}

describe.each(engines)("a question without an answer, on %s", (engine) => {
  it("goes to the coordinators, is taken and answered, and comes back as their information", async () => {
    const { bot, kim, anna } = await starts(engine);
    await kim.introduces("Schopfheim");
    await anna.types(UNANSWERED);
    await anna.presses(PASS_ON);
    expect(anna.lastText()).toContain("Ihre Frage Nr. 1 ist bei der Koordination.");
    expect(anna.lastText()).toContain("Die Antwort kommt in diesen Chat.");
    expect(anna.lastText()).toContain(UNANSWERED);
    await bot.delivers();
    expect(kim.lastText()).toContain("Neue Frage Nr. 1 an die Koordination");
    await kim.presses("Übernehmen: 1");
    expect(kim.lastText()).toContain("in Arbeit: Koordination Landkreis");
    await anna.types("offene fragen");
    expect(anna.lastText()).toContain("Nr. 1 · 02.03.2026 · in Arbeit");
    await kim.presses("Beantworten: 1");
    kim.fills({
      Antwort: "Mit *einfacher* Mehrheit.",
      "Weitere Formulierungen, eine je Zeile (freiwillig)": "Reicht die einfache Mehrheit?",
      "Grundlage, zum Beispiel ein Beschluss (freiwillig)": "Beschluss vom 3. Februar",
    });
    await kim.presses("Antwort senden");
    expect(kim.lastText()).toContain("Die Frage Nr. 1 ist beantwortet.");
    await bot.delivers();
    for (const line of [
      "Antwort auf die Frage Nr. 1",
      UNANSWERED,
      "Mit \\*einfacher\\* Mehrheit.",
      "Auskunft der Koordination vom 02.03.2026",
      "Grundlage: Beschluss vom 3. Februar",
    ])
      expect(anna.lastText()).toContain(line);
    await anna.types("meine fragen");
    expect(anna.lastText()).toContain("Nr. 1 · 02.03.2026 · beantwortet");
    await kim.types("offene fragen");
    expect(kim.lastText()).toContain("Zurzeit ist keine Frage offen.");
  });
});

describe("passing on", () => {
  it("in a channel, the answer comes into the thread, and names nobody", async () => {
    const { bot, kim, anna } = await starts();
    const here = anna.in(thread(channel("Bauen"), "1700"));
    await here.types(UNANSWERED);
    await here.presses(PASS_ON);
    expect(here.lastText()).toContain("Die Antwort kommt in diese Unterhaltung.");
    await kim.types("offene fragen");
    await kim.presses("Beantworten: 1");
    kim.fills({ Antwort: "Mit Mehrheit." });
    await kim.presses("Antwort senden");
    const before = here.sees().length;
    await bot.delivers();
    expect(here.sees()).toHaveLength(before + 1);
    expect(here.lastText()).toContain("Auskunft der Koordination vom");
    expect(here.lastText()).not.toContain("Binzen");
    const [sent] = bot.connector.messages("19:bauen@thread.tacv2;messageid=1700").slice(-1);
    expect(JSON.stringify(sent?.activity)).toContain("Mit Mehrheit.");
  });

  it("asks a guest for the organisation and stores nothing", async () => {
    const { bot } = await starts();
    const guest = bot.people.person("Gast");
    await guest.types(UNANSWERED);
    await guest.presses(PASS_ON);
    expect(guest.lastText()).toContain("Zu welcher Organisation gehören Sie?");
    expect(await bot.db.read.rulesTicket.count()).toBe(0);
    await guest.types("offene fragen");
    expect(guest.lastText()).toContain("Zu welcher Organisation gehören Sie?");
  });

  it("twice gives the same number, also from another place; nothing is stored without a press", async () => {
    const { bot, anna } = await starts();
    await anna.types(UNANSWERED);
    expect(await bot.db.read.rulesTicket.count()).toBe(0);
    await anna.presses(PASS_ON);
    const there = anna.in(channel("Bauen"));
    await there.types(UNANSWERED.toUpperCase());
    await there.presses(PASS_ON);
    expect(there.lastText()).toContain("Ihre Frage Nr. 1 ist bei der Koordination.");
    expect(there.lastText()).toContain("wo Sie zuerst gefragt haben");
    expect(await bot.db.read.rulesTicket.count()).toBe(1);
  });
});

describe("the list of open questions", () => {
  it("is paged, groups equal ones, gives back, closes with a reason, and has a text for the agenda", async () => {
    const { bot, kim, anna } = await starts();
    const ben = bot.people.person("Hauptamt Kandern");
    await ben.introduces("Kandern");
    for (let n = 1; n <= 6; n += 1) {
      const data = { actionId: `a${n}`, question: `Frage *${n}*?`, reason: "unknown" };
      await anna.executes("rules.passOn", data);
      if (n === 2) await ben.executes("rules.passOn", { ...data, actionId: "b" });
    }
    await kim.types("offene fragen");
    expect(kim.lastText()).toContain("Es sind 6 Fragen offen.");
    expect(kim.lastText()).toContain("Dieselbe Frage wartet noch einmal: Nr. 3.");
    expect(kim.lastText()).toContain("Seite 1 von 2");
    await kim.presses("Weiterblättern");
    expect(kim.lastText()).toContain("Frage \\*6\\*?");
    await kim.presses("Übernehmen: 7");
    await kim.types("offene fragen");
    await kim.presses("Weiterblättern");
    expect(kim.lastText()).toContain("in Arbeit: Koordination");
    await kim.presses("Zurückgeben: 7");
    await kim.presses("Schließen: 2");
    kim.fills({ "Grund, den alle lesen, die das gefragt haben": "Das regelt Ihre Satzung." });
    await kim.presses("Schließen");
    expect(kim.lastText()).toContain("Die Frage Nr. 2 ist geschlossen.");
    await bot.delivers();
    for (const one of [anna, ben]) expect(one.lastText()).toContain("Grund: Das regelt Ihre Satzung.");
    await kim.presses("Alle offenen Fragen");
    await kim.presses("Text für die Tagesordnung");
    expect(kim.lastText()).toContain("Frage Nr. 1 vom 02.03.2026: Frage *1*?\nFrage Nr. 4 vom");
  });

  it("tells the second of two coordinators kindly, and stays in the personal chat", async () => {
    const { kim, anna } = await starts();
    await anna.executes("rules.passOn", { actionId: "a", question: UNANSWERED, reason: "majority" });
    const second = kim.elsewhere();
    await kim.types("offene fragen");
    await kim.presses("Beantworten: 1");
    await second.presses("Beantworten: 1");
    kim.fills({ Antwort: "Ja." });
    second.fills({ Antwort: "Nein." });
    await kim.presses("Antwort senden");
    await second.presses("Antwort senden");
    expect(second.lastText()).toContain("Jemand anderes war schneller");
    for (const typed of ["offene fragen", "wissen", "wissen Vorsitz", "bewertungen"]) {
      await kim.in(channel("Bauen")).types(typed);
      expect(kim.in(channel("Bauen")).lastText()).toContain("nur im persönlichen Chat");
    }
  });
});

describe("ratings", () => {
  it("keep the answer in view, can be passed on, and lead coordinators to the card", async () => {
    const { bot, kim, anna } = await starts();
    await anna.types(ANSWERED);
    const answer = anna.lastText();
    await anna.presses("Nicht hilfreich");
    expect(anna.lastText()).toContain(answer);
    anna.fills({ Grund: "Die Antwort ist veraltet", "Hinweis (freiwillig)": "Seit 2024 <at>anders</at>." });
    await anna.presses(PASS_ON);
    expect(anna.lastText()).toContain(answer);
    expect(anna.lastText()).toContain("Ihre Frage Nr. 1 ist bei der Koordination.");
    expect(actionsOf(anna.lastCard()).map(({ title }) => title)).not.toContain("Hilfreich");
    await kim.types("bewertungen");
    expect(kim.lastText()).toContain("Die Antwort ist veraltet");
    expect(kim.lastText()).toContain("Hinweis: Seit 2024 &lt;at>anders&lt;/at>.");
    expect(kim.lastText()).not.toContain("Binzen");
    await kim.types("offene fragen");
    expect(kim.lastText()).toContain("Die Antwort war nicht hilfreich.");
    await kim.presses("Beantworten: 1");
    expect(kim.lastText()).toContain("Im Handbuch steht:");
    kim.fills({ Antwort: "Sechsmal im Jahr." });
    await kim.presses("Antwort senden");
    const [given] = await bot.db.read.rulesInformation.findMany();
    expect(given?.corrects).toMatch(/^wb-/);
    await kim.types("bewertungen");
    const settle = actionsOf(kim.lastCard()).find(({ title }) => title.startsWith("Erledigt"));
    await kim.presses(settle?.title ?? "");
    expect(kim.lastText()).toContain("Keine Antwort ist als „nicht hilfreich“ bewertet.");
  });

  it("of an information lead to a new version of it", async () => {
    const { bot, kim, anna } = await starts();
    await kim.executes("rules.saveInformation", { actionId: "s", heading: "Wer zahlt?", answer: "Niemand." });
    const { id } = await bot.db.read.rulesInformation.findFirstOrThrow();
    const shown = { answerId: "a", question: "Wer zahlt denn?", answer: "Niemand.", sources: [id] };
    await anna.types("hilfe");
    await anna.executes("rules.ratePassOn", { ...shown, actionId: "p", why: "wrong", comment: "" });
    await kim.types("offene fragen");
    await kim.presses("Beantworten: 1");
    kim.fills({ Antwort: "Der Landkreis." });
    await kim.presses("Antwort senden");
    const rows = await bot.db.read.rulesInformation.findMany({ where: { endedAt: null } });
    expect(rows).toMatchObject([{ questions: "Wer zahlt?", answer: "Der Landkreis." }]);
    await bot.delivers();
    expect(anna.lastText()).toContain("Der Landkreis.");
  });

  it("replace one another; of a guest nothing is stored", async () => {
    const { bot, anna } = await starts();
    await anna.types(ANSWERED);
    const other = anna.elsewhere();
    await anna.presses("Nicht hilfreich");
    anna.fills({ Grund: "Etwas anderes" });
    await anna.presses("Rückmeldung senden");
    expect(anna.lastText()).toContain("Danke für Ihre Rückmeldung.");
    await other.presses("Hilfreich");
    expect(await bot.db.read.rulesFeedback.findMany()).toMatchObject([{ helpful: true, reason: null }]);
    const guest = bot.people.person("Gast");
    await guest.types(ANSWERED);
    const answer = guest.lastText();
    await guest.presses("Nicht hilfreich");
    expect(guest.lastText()).toContain(answer);
    expect(guest.lastText()).toContain("Gespeichert habe ich nichts");
    expect(await bot.db.read.rulesFeedback.count()).toBe(1);
  });
});

describe("wissen", () => {
  it("says to members what it is for", async () => {
    const { anna } = await starts();
    for (const typed of ["wissen", "wissen Vorsitz"]) {
      await anna.types(typed);
      expect(anna.lastText()).toContain("Mit „wissen“ pflegt die Koordination die Antworten.");
    }
    await anna.types("bewertungen");
    expect(anna.lastText()).toContain("Bewertungen liest nur die Koordination.");
    await anna.executes("rules.saveInformation", { actionId: "x", heading: "Wer?", answer: "Ich." });
    expect(anna.lastText()).toContain("Das kann nur die Koordination.");
  });

  it("adds, changes, shows the history and withdraws; a correction leaves the handbook's text behind it", async () => {
    const { bot, kim } = await starts();
    await kim.types("wissen");
    expect(kim.lastText()).toMatch(/Das Handbuch hat \d+ Karten\./);
    await kim.presses("Neue Auskunft");
    kim.fills({ Frage: "Wer zahlt?", Antwort: "Der Landkreis." });
    await kim.presses("Speichern");
    await kim.presses("Zurück zur Liste");
    expect(kim.lastText()).toContain("Es gilt 1 Auskunft der Koordination.");
    bot.time.passes(DAY);
    await kim.presses("Ändern: Wer zahlt?");
    kim.fills({ Antwort: "x".repeat(601) });
    await kim.presses("Speichern");
    expect(kim.lastText()).toContain("Die Antwort ist zu lang.");
    kim.fills({ Antwort: "Alle zahlen." });
    await kim.presses("Speichern");
    await kim.types("wissen zahlen alle wer");
    await kim.presses("Verlauf: Wer zahlt?");
    expect(kim.lastText()).toContain("Vom 02.03.2026, Koordination\nErsetzt am 03.03.2026");

    await kim.types("wissen Vorsitz");
    const wrong = actionsOf(kim.lastCard()).find(({ title }) => title.startsWith("Berichtigen"));
    await kim.presses(wrong?.title ?? "");
    expect(kim.lastText()).toContain("Im Handbuch steht:");
    kim.fills({ Frage: "Wie lange dauert der Vorsitz?", Antwort: "Zwei Jahre." });
    await kim.presses("Speichern");
    await kim.types("wissen Vorsitz");
    expect(kim.lastText()).toContain("Berichtigt:");
    await kim.presses("Zurückziehen: Wie lange dauert …");
    await kim.presses("Ja, zurückziehen");
    expect(kim.lastText()).toContain("Jetzt gilt wieder der Text des Handbuchs.");
    await kim.types("wissen Quastenflosser");
    expect(kim.lastText()).toContain("finde ich weder eine Karte noch eine Auskunft");
  });
});
