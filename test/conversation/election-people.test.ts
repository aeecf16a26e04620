/** What people may and may not do in an election outside the ballot itself, through the HTTP door. */
import { afterEach, describe, expect, it } from "vitest";
import {
  announces,
  assembly,
  type Bot,
  DAY,
  FORUM,
  MINUTE,
  nominates,
  type Options,
  opensForm,
  reviews,
  votes,
} from "../election/assembly.ts";
import { actionsOf, inputsOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import type { Person } from "../support/people.ts";

const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

const titles = (person: Pick<Person, "lastCard">): string[] =>
  actionsOf(person.lastCard()).map(({ title }) => title);
const dataOf = (person: Person, title: string) =>
  actionsOf(person.lastCard()).find((one) => one.title === title)?.node as { verb: string; data: object };

const announced = async (options: Options = {}) => {
  const all = await assembly(options);
  open.push(all.bot);
  await all.kim.introduces("Landkreis Lörrach");
  await announces(all.kim);
  await all.bot.delivers();
  return all;
};

/** The round is open; Kandern and Schopfheim stand. */
const voting = async (options: Options = {}) => {
  const all = await announced(options);
  for (const [party, person] of [
    ["Kandern", all.kandern],
    ["Schopfheim", all.schopfheim],
  ] as const) {
    await nominates(all.landkreis, `${party}: Delegation ${party}`);
    await all.bot.delivers();
    await person.presses("Zustimmen", "Sie sind vorgeschlagen");
  }
  await all.until("2026-03-16T18:00:00+01:00");
  await all.until("2026-03-17T09:00:00+01:00");
  return all;
};

describe.each(engines)("candidacies on %s", (engine) => {
  it("are nominated by delegates and the coordination, in the personal chat, while there is time", async () => {
    const { bot, kim, landkreis, kandern, weil, until } = await announced({ engine });
    const stranger = bot.people.person("Fachamt Wieden");
    await stranger.introduces("Wieden");
    await stranger.types("wahl");
    expect(titles(stranger)).toEqual([]);
    await landkreis.types("wahl");
    const form = dataOf(landkreis, "Person vorschlagen");
    await stranger.executes(form.verb, form.data);
    expect(stranger.lastText()).toContain("Vorschlagen können nur die Delegierten");
    const there = landkreis.in(FORUM);
    await there.types("wahl");
    expect(titles(there)).toEqual([]);
    await there.executes(form.verb, form.data);
    expect(there.lastText()).toContain("nur in Ihrem persönlichen Chat");
    await landkreis.presses("Person vorschlagen");
    const send = dataOf(landkreis, "Vorschlagen");
    const sent = { ...send.data, party: "kandern" };
    const answers = await Promise.all(["1", "2", "3"].map((id) => landkreis.executes(send.verb, sent, id)));
    for (const { body } of answers)
      expect(JSON.stringify(body)).toContain("Vorgeschlagen: Delegation Kandern.");
    expect(await bot.db.read.candidacy.count()).toBe(1);
    for (const bent of [{ party: "wieden" }, { party: "" }]) {
      await landkreis.executes(send.verb, { ...send.data, ...bent, actionId: "other" });
      expect(landkreis.lastText()).toContain("Bitte wählen Sie eine Kommune aus.");
    }
    await bot.delivers();
    // Only the person itself answers, whoever has the card.
    const answer = dataOf(kandern, "Zustimmen");
    for (const other of [weil, kim]) {
      await other.executes(answer.verb, answer.data);
      expect(other.lastText()).toContain("nur die vorgeschlagene Person selbst");
    }
    for (const id of ["1", "2"]) {
      const { body } = await kandern.executes(answer.verb, answer.data, id);
      expect(JSON.stringify(body)).toContain("Sie kandidieren");
    }
    await until("2026-03-16T18:00:00+01:00");
    await landkreis.executes(send.verb, { ...sent, actionId: "late" });
    expect(landkreis.lastText()).toContain("Das geht in diesem Abschnitt der Wahl nicht mehr.");
  });

  it("are withdrawn after a second question; the list is told anew", async () => {
    const { bot, here, kandern, schopfheim, landkreis, until, ticks } = await announced({ engine });
    await nominates(landkreis, "Kandern: Delegation Kandern");
    await nominates(landkreis, "Schopfheim: Delegation Schopfheim");
    await bot.delivers();
    await kandern.presses("Zustimmen", "Sie sind vorgeschlagen");
    await schopfheim.presses("Zustimmen", "Sie sind vorgeschlagen");
    await until("2026-03-16T18:00:00+01:00");
    await ticks(MINUTE);
    await kandern.types("wahl");
    expect(kandern.lastText()).toContain("Sie kandidieren als: Delegation Kandern.");
    await kandern.presses("Kandidatur zurückziehen");
    expect(kandern.lastText()).toContain("Das lässt sich nicht rückgängig machen.");
    const data = dataOf(kandern, "Kandidatur zurückziehen");
    await kandern.presses("Kandidatur zurückziehen");
    expect(kandern.lastText()).toContain("Ihre Kandidatur ist zurückgezogen");
    const again = await kandern.executes(data.verb, data.data, "again");
    expect(JSON.stringify(again.body)).toContain("Ihre Kandidatur ist zurückgezogen");
    await ticks(MINUTE);
    expect(here.lastText()).toContain("Kandidaturen, nach dem Alphabet: Delegation Schopfheim");
    await schopfheim.types("wahl");
    await schopfheim.presses("Kandidatur zurückziehen");
    await schopfheim.presses("Kandidatur zurückziehen");
    await ticks(MINUTE);
    expect(here.lastText()).toContain("Mehr Zeit für Vorschläge");
  });

  it("that are withdrawn while the round is open are noted, and nobody else hears of it before the count", async () => {
    const { bot, here, kandern, weil, people, until, ticks } = await voting({ engine });
    await kandern.types("wahl");
    expect(titles(kandern)).toEqual(["Stimmzettel öffnen", "Kandidatur zurückziehen"]);
    await kandern.presses("Kandidatur zurückziehen");
    expect(kandern.lastText()).toContain("wird notiert und jetzt nicht bekannt gegeben");
    const waiting = await bot.db.read.outboxItem.count();
    await kandern.presses("Kandidatur zurückziehen");
    expect(kandern.lastText()).toContain("Ihr Rücktritt ist notiert");
    expect(await bot.db.read.outboxItem.count()).toBe(waiting);
    await kandern.types("wahl");
    expect(kandern.lastText()).toContain("Ihr Rücktritt ist notiert.");
    await weil.types("wahl");
    expect(weil.lastText()).toContain("Zur Wahl stehen: Delegation Kandern, Delegation Schopfheim");
    expect(weil.lastText()).not.toContain("ücktritt");
    for (const person of people) await votes(person, "Delegation Kandern");
    await until("2026-03-24T18:00:03+01:00");
    await ticks(3000);
    expect(here.lastText()).toContain("Niemand ist gewählt: Die gewählte Person hat abgelehnt.");
  });

  it("without a person in the chat are answered in writing, entered by coordination or officer only", async () => {
    const { bot, kim, landkreis, loerrach, kandern } = await announced({ engine });
    await bot.db.write((tx) =>
      tx.seat.update({ where: { party: "schopfheim" }, data: { delegateId: null } }),
    );
    await nominates(landkreis, "Schopfheim: Sitz ohne Person, Zustimmung schriftlich");
    expect(landkreis.lastText()).toContain("Die Zustimmung muss schriftlich");
    await nominates(landkreis, "Kandern: Delegation Kandern");
    await landkreis.types("wahl");
    expect(titles(landkreis)).not.toContain("Schriftliche Antwort eintragen");
    await loerrach.types("wahl");
    expect(loerrach.lastText()).toContain("Schopfheim: Zustimmung kommt schriftlich");
    await loerrach.presses("Schriftliche Antwort eintragen");
    // Whoever is in the chat answers there.
    expect(inputsOf(loerrach.lastCard())[0]?.node.choices).toEqual([
      { title: "Schopfheim", value: "Schopfheim" },
    ]);
    const enter = dataOf(loerrach, "Eintragen");
    const consents = { ...enter.data, name: "Schopfheim", answer: "consent" };
    await kandern.executes(enter.verb, consents);
    expect(kandern.lastText()).toContain("nur die Koordination und die Wahlleitung eintragen");
    await kim.executes(enter.verb, { ...consents, name: "Delegation Kandern" });
    expect(kim.lastText()).toContain("Diese Person antwortet selbst");
    await kim.executes(enter.verb, { ...consents, answer: "hmm" });
    expect(kim.lastText()).toContain("Bitte wählen Sie eine Kandidatur und eine Antwort aus.");
    loerrach.fills({ Kandidatur: "Schopfheim", Antwort: "Stimmt der Kandidatur zu" });
    await loerrach.presses("Eintragen");
    expect(loerrach.lastText()).toContain("Schopfheim: Stimmt der Kandidatur zu.");
    const rows = await bot.db.read.candidacy.findMany({ orderBy: { name: "asc" } });
    expect(rows.map((one) => one.consentedAt !== null)).toEqual([false, true]);
  });

  it("take the role from an officer who stands, and the coordination is told", async () => {
    const { bot, kim, landkreis, loerrach } = await announced({ engine });
    await nominates(landkreis, "Lörrach: Delegation Lörrach");
    await bot.delivers();
    expect(loerrach.lastText()).toContain("geben Sie eine Aufgabe als Wahlleitung oder Wahlprüfung ab");
    await loerrach.presses("Zustimmen");
    expect(loerrach.lastText()).toContain("Diese Aufgabe haben Sie damit abgegeben.");
    await bot.delivers();
    expect(kim.lastText()).toContain("Die Wahl wartet auf Sie");
    expect(kim.lastText()).toContain("Wahlleitung oder Wahlprüfung fehlen");
    expect(titles(kim)).toEqual(["Wahlleitung und Wahlprüfung benennen"]);
    await kim.presses("Wahlleitung und Wahlprüfung benennen");
    expect(inputsOf(kim.lastCard()).map(({ label }) => label)).toContain("Wahlleitung");
    const role = await bot.db.read.electionRole.findFirstOrThrow({ where: { role: "officer" } });
    expect(role.until).not.toBeNull();
    await loerrach.types("wahl");
    expect(loerrach.lastText()).not.toContain("Für Koordination und Wahlleitung");
  });
});

describe.each(engines)("the answer of the elected person on %s", (engine) => {
  it("is refused only after a second question; then nobody is elected", async () => {
    const { bot, here, kandern, weil, people, until, ticks } = await voting({ engine });
    for (const person of people) await votes(person, "Delegation Kandern");
    await until("2026-03-24T18:00:03+01:00");
    await ticks(3000);
    await kandern.types("wahl");
    const accept = dataOf(kandern, "Wahl annehmen");
    await weil.executes(accept.verb, accept.data);
    expect(weil.lastText()).toContain("nur die vorgeschlagene Person selbst");
    await kandern.presses("Wahl ablehnen");
    expect(kandern.lastText()).toContain("Möchten Sie die Wahl wirklich ablehnen?");
    const refuse = dataOf(kandern, "Wahl ablehnen");
    await kandern.presses("Wahl ablehnen");
    expect(kandern.lastText()).toContain("Sie haben die Wahl abgelehnt");
    const again = await kandern.executes(refuse.verb, refuse.data, "again");
    expect(JSON.stringify(again.body)).toContain("Sie haben die Wahl abgelehnt");
    await bot.delivers();
    expect(here.lastText()).toContain("Es rückt niemand nach.");
    await kandern.executes(accept.verb, accept.data, "late");
    expect(kandern.lastText()).toContain("Das geht in diesem Abschnitt der Wahl nicht mehr.");
  });

  it("comes in writing where the elected seat has no person; the coordination is asked for it", async () => {
    const all = await assembly({ engine });
    open.push(all.bot);
    const { bot, kim, here, people, until, ticks } = all;
    await kim.introduces("Landkreis Lörrach");
    await kim.types("wahl starten");
    await opensForm(kim);
    kim.fills({ "Weitere Kandidaturen, eine je Zeile (Amt oder Name)": "Bürgermeisteramt Binzen" });
    await kim.presses("Weiter");
    await kim.presses("Wahl eröffnen");
    await bot.delivers();
    // A single candidate without a majority: the second round follows a week later at the earliest.
    for (const person of people) await votes(person, "Nein");
    await until("2026-03-09T18:00:03+01:00");
    await ticks(3000);
    await kim.types("wahl");
    expect(kim.lastText()).toContain("Es folgt ein zweiter Wahlgang");
    await ticks(6 * DAY);
    expect(here.sees().filter((one) => one.text.includes("Die Wahl hat begonnen"))).toHaveLength(1);
    await until("2026-03-17T09:00:00+01:00");
    for (const person of people) await votes(person, "Ja zu Bürgermeisteramt Binzen");
    await until("2026-03-24T18:00:03+01:00");
    await ticks(3000);
    expect(kim.lastText()).toContain("Bürgermeisteramt Binzen ist gewählt und hat keinen Chat mit mir.");
    await kim.presses("Schriftliche Antwort eintragen");
    kim.fills({ Kandidatur: "Bürgermeisteramt Binzen", Antwort: "Nimmt die Wahl an" });
    await kim.presses("Eintragen");
    await bot.delivers();
    expect(here.lastText()).toContain("Bürgermeisteramt Binzen hat die Wahl angenommen.");
  });
});

describe("a voter who gets stuck", () => {
  it("finds help on paper and review, and comes back to the same review", async () => {
    const { kandern, weil } = await voting();
    await kandern.types("wahl");
    await kandern.presses("Stimmzettel öffnen");
    await kandern.presses("Hilfe beim Abstimmen");
    for (const words of [
      "reagiert nicht",
      "neu geladen",
      "Beleg ist verloren",
      "Falscher Chat",
      "Vertretung",
    ])
      expect(kandern.lastText()).toContain(words);
    expect(kandern.lastText()).toContain("Fragen beantwortet die Wahlleitung: Delegation Lörrach.");
    await kandern.presses("Zurück zum Stimmzettel");
    const receipt = await reviews(kandern, "Enthaltung");
    expect(kandern.lastText()).toContain("Bitte jetzt notieren");
    await kandern.presses("Hilfe beim Abstimmen");
    expect(kandern.lastText()).not.toContain("Enthaltung");
    const resume = dataOf(kandern, "Zurück zur Prüfung");
    await weil.executes(resume.verb, resume.data);
    expect(weil.lastText()).toContain("gehört einer anderen Person");
    await kandern.presses("Zurück zur Prüfung");
    expect(kandern.lastText()).toContain("Ihre Wahl: Enthaltung");
    expect(kandern.lastText()).toContain(receipt);
    await kandern.presses("Endgültig abgeben");
    expect(kandern.lastText()).toContain(receipt);
    await kandern.executes(resume.verb, resume.data);
    expect(kandern.lastText()).toContain("Ihre Kommune hat abgestimmt.");
  });

  it("is told what to do by the paper of a round that is over", async () => {
    const { landkreis, kandern, until, ticks } = await voting();
    await kandern.types("wahl");
    const paper = dataOf(kandern, "Stimmzettel öffnen");
    await until("2026-03-24T18:00:00+01:00");
    await kandern.executes(paper.verb, paper.data, "old");
    expect(kandern.lastText()).toContain(
      "Diesen Stimmzettel können Sie nicht mehr ausfüllen. Schreiben Sie: wahl.",
    );
    await ticks(3000);
    await ticks(3000);
    await landkreis.types("wahl");
    expect(landkreis.lastText()).toContain("Der Wahlgang zählt nicht mehr.");
  });
});

describe("two elections at once", () => {
  it("both appear, each with its own buttons", async () => {
    const all = await assembly();
    open.push(all.bot);
    const { bot, kim, kandern } = all;
    const by = { savedById: "x", savedAt: new Date(0) };
    await bot.db.write((tx) =>
      tx.electionRule.create({ data: { version: 1, settings: { deputies: 1 }, ...by } }),
    );
    await announces(kim);
    await kim.types("wahl");
    expect(titles(kim)).toContain("Wahl starten");
    await announces(kim, { Amt: "Stellvertretung" });
    await kandern.types("wahl");
    expect(kandern.lastText()).toContain("Vorsitz des Forums");
    expect(kandern.lastText()).toContain("Stellvertretung im Vorsitz");
    expect(titles(kandern)).toEqual([
      "Person vorschlagen: Vorsitz des Forums",
      "Person vorschlagen: Stellvertretung im Vorsitz",
    ]);
    await kandern.presses("Person vorschlagen: Stellvertretung im Vorsitz");
    expect(kandern.lastText()).toContain("Person vorschlagen: Stellvertretung im Vorsitz");
    await kim.types("wahl starten");
    expect(kim.lastText()).toContain("läuft schon eine Wahl");
  });
});
