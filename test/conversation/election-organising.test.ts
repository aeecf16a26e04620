/** What the organisers of an election do, through the HTTP door: four eyes, roles, lot, paper, rule. */
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { assembly, type Bot, MINUTE, type Options, opensForm, votes } from "../election/assembly.ts";
import { actionsOf, inputsOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import type { Person } from "../support/people.ts";
import { channel } from "../support/places.ts";

const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

const titles = (person: Pick<Person, "lastCard">): string[] =>
  actionsOf(person.lastCard()).map(({ title }) => title);
const dataOf = (person: Person, title: string) => {
  const found = actionsOf(person.lastCard()).find((one) => one.title === title);
  if (!found) throw new Error(`no „${title}“`);
  return found.node as { verb: string; data: object };
};

const CLOSE = { "Ende der Abgabe: Datum": "2026-03-02", "Ende der Abgabe: Uhrzeit": "15:00" };

/** A round is open until 15:00; Kandern and Schopfheim stand, Lörrach leads, Weil and Todtnau watch. */
async function voting(options: Options = {}, parties: readonly string[] = ["Kandern", "Schopfheim"]) {
  const all = await assembly(options);
  open.push(all.bot);
  await all.kim.types("wahl starten");
  await opensForm(all.kim);
  all.kim.fills({ "Kommunen, deren Spitze kandidiert": parties, ...CLOSE });
  await all.kim.presses("Weiter");
  await all.kim.presses("Wahl eröffnen");
  await all.bot.delivers();
  return all;
}

async function leads(person: Person, title?: string): Promise<void> {
  await person.types("wahl leiten");
  if (title) await person.presses(title);
}

/** Everything the person has seen so far, words and data of buttons. */
const everything = (person: Pick<Person, "sees">): string => JSON.stringify(person.sees());

describe.each(engines)("organising an election on %s", (engine) => {
  it("cancels with a second person, and everybody reads why", async () => {
    const { bot, kim, here, kandern, loerrach, weil } = await voting({ engine });
    await votes(kandern, "Kandern");
    await leads(kim, "Wahl abbrechen");
    kim.fills({ Grund: "Die Einladung war *falsch*." });
    await kim.presses("Abbruch vorschlagen");
    expect(kim.lastText()).toContain("Ich habe die Personen verständigt");
    expect(kim.lastText()).toContain("Bestätigen kann das die Wahlleitung.");
    expect(titles(kim)).not.toContain("Wahl abbrechen");
    await kim.presses("Ansehen: Abbruch der Wahl");
    expect(titles(kim)).toEqual(["Zurückziehen", "Zum Stand der Wahl"]);
    await bot.delivers();
    expect(weil.lastText()).not.toContain("abbrechen");
    expect(loerrach.lastText()).toContain("Die Einladung war \\*falsch\\*.");
    const { verb, data } = dataOf(loerrach, "Bestätigen");
    await weil.executes(verb, data);
    expect(weil.lastText()).toContain("bestätigt bei dieser Wahl jemand anderes");
    await kim.executes(verb, data);
    expect(kim.lastText()).toContain("nicht selbst bestätigen");
    await loerrach.presses("Bestätigen");
    expect(loerrach.lastText()).toContain("Bestätigt und ausgeführt.");
    await loerrach.executes(verb, data);
    expect(loerrach.lastText()).toContain("Bestätigt und ausgeführt.");
    await bot.delivers();
    expect(here.lastText()).toContain("Grund: Die Einladung war");
    await kim.types("wahl leiten");
    expect(kim.lastText()).toContain("Zurzeit läuft keine Wahl");
  });

  it("changes a delegate; the organisers never learn who has voted, the municipality does", async () => {
    const { bot, kim, kandern, schopfheim, loerrach, weil, ticks } = await voting({ engine });
    const fresh = bot.people.person("Amt Kandern");
    await fresh.introduces("Kandern");
    await votes(kandern, "Kandern");
    await leads(kim, "Stimmführung ändern");
    kim.fills({ "Wer soll für die eigene Kommune abstimmen?": "Kandern: Amt Kandern" });
    await kim.presses("Wechsel vorschlagen");
    await bot.delivers();
    expect(loerrach.lastText()).toContain(
      "Für Kandern soll Amt Kandern abstimmen, statt Delegation Kandern.",
    );
    await loerrach.presses("Bestätigen");
    await bot.delivers();
    expect(fresh.lastText()).toContain("Ihre Kommune hat in diesem Wahlgang schon abgestimmt.");
    expect(kandern.lastText()).toContain("Für Kandern stimmt jetzt Amt Kandern ab.");
    expect(weil.lastText()).toContain("stimmt für Kandern jetzt Amt Kandern ab.");
    const seen = everything(kim) + everything(loerrach) + everything(weil);

    const second = bot.people.person("Amt Schopfheim");
    await second.introduces("Schopfheim");
    await leads(kim, "Stimmführung ändern");
    kim.fills({ "Wer soll für die eigene Kommune abstimmen?": "Schopfheim: Amt Schopfheim" });
    await kim.presses("Wechsel vorschlagen");
    await bot.delivers();
    await loerrach.presses("Bestätigen");
    await bot.delivers();
    expect(second.lastText()).toContain("Sie stimmen für Schopfheim.");
    await votes(second, "Schopfheim");
    await schopfheim.types("wahl");
    expect(titles(schopfheim)).not.toContain("Stimmzettel öffnen");
    // Of a party that has voted organisers see what they see of one that has not.
    const words = (person: Person, name: string) =>
      person
        .sees()
        .map((one) => one.text)
        .filter((text) => text.includes(`Amt ${name}`) && !text.includes("Wer soll"))
        .map((text) => text.replaceAll(name, "X"));
    for (const person of [kim, loerrach, weil])
      expect(words(person, "Kandern")).toEqual(words(person, "Schopfheim"));
    expect(seen).not.toMatch(/hat (in diesem Wahlgang )?schon abgestimmt\.|hat abgestimmt/);
    for (const person of [kim, loerrach, weil])
      expect(everything(person)).not.toMatch(/"voted"|Beleg: |hat noch nicht abgestimmt/);
    // After the close the papers that were sent meanwhile are text as well.
    const papers = () => second.sees().filter((one) => one.text.includes("Sie können jetzt abstimmen"));
    expect(papers()).toHaveLength(1);
    await ticks(3 * 60 * MINUTE + 5000);
    expect(papers()).toEqual([]);
  });

  it("moves the end of a round: the review says what will be, all are told why", async () => {
    const { bot, kim, here, kandern, ticks } = await voting({ engine });
    await leads(kim, "Abgabe verlängern");
    const later = { "Neues Ende: Datum": "2026-03-02", "Neues Ende: Uhrzeit": "14:00" };
    kim.fills({ ...later, "Grund, den alle lesen": "Störung im Netz" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("nie verkürzt. Bitte wählen Sie eine Zeit nach dem jetzigen Ende.");
    expect(inputsOf(kim.lastCard()).find((one) => one.id === "reason")?.node.value).toBe("Störung im Netz");
    kim.fills({ "Neues Ende: Uhrzeit": "18:00" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Neues Ende: 02.03.2026, 18:00 Uhr");
    const { verb, data } = dataOf(kim, "Verlängern");
    await kim.presses("Verlängern");
    expect(kim.lastText()).toContain("Das Ende ist verschoben.");
    await kim.executes(verb, data);
    await bot.delivers();
    expect(here.lastText()).toContain("Störung im Netz");
    expect(here.sees().filter((one) => one.text.includes("Störung im Netz"))).toHaveLength(1);
    await ticks(3 * 60 * MINUTE + 5000);
    await votes(kandern, "Kandern");
    expect(kandern.lastText()).toContain("Ihre Stimme ist in der Urne");
  });

  it("goes over to paper when a municipality asks for it, and counts with two witnesses", async () => {
    const { bot, kim, here, kandern, loerrach, weil, todtnau, ticks } = await voting({ engine });
    await votes(kandern, "Kandern");
    await leads(kandern, "Wahl auf Papier verlangen");
    expect(kandern.lastText()).toContain("Ihr Verlangen ist bei der Koordination.");
    await leads(kim, "Ansehen: Wahl auf Papier");
    expect(kim.lastText()).toContain("Kandern verlangt eine Wahl mit Stimmzetteln aus Papier.");
    expect(titles(kim)).toEqual(["Bestätigen", "Zum Stand der Wahl"]);
    await kim.presses("Bestätigen");
    await bot.delivers();
    expect(here.lastText()).toContain("findet auf Papier statt");
    expect(await bot.db.read.ballot.count()).toBe(0);
    await ticks(3000);
    await leads(loerrach, "Ergebnis auf Papier eintragen");
    loerrach.fills({ "Stimmen: Kandern": "2", "Stimmen: Schopfheim": "4", "Stimmen: Enthaltung": "0" });
    loerrach.fills({ "Stimmen: Ungültig stimmen": "0" });
    loerrach.fills({ "Zahl der Kommunen, die teilgenommen haben": "5" });
    await loerrach.presses("Zahlen vorlegen");
    expect(loerrach.lastText()).toContain("mehr Stimmzettel als Kommunen");
    loerrach.fills({ "Zahl der Kommunen, die teilgenommen haben": "sechs" });
    await loerrach.presses("Zahlen vorlegen");
    expect(loerrach.lastText()).toContain("keine ganze Zahl");
    loerrach.fills({ "Zahl der Kommunen, die teilgenommen haben": "6" });
    await loerrach.presses("Zahlen vorlegen");
    await bot.delivers();
    for (const person of [weil, todtnau]) {
      expect(person.lastText()).toContain("Schopfheim: 4");
      await person.presses("Bestätigen");
    }
    expect(weil.lastText()).toContain("Es fehlt noch eine Bestätigung.");
    await bot.delivers();
    expect(here.lastText()).toContain("Gewählt ist: Schopfheim.");
    expect(here.lastText()).toContain("Schopfheim: 4 von 6 Stimmen");
  });

  it("draws a lot with the announced numbers, shown before they count", async () => {
    const all = await voting({ engine }, ["Kandern", "Schopfheim", "Landkreis Lörrach"]);
    const { bot, kim, here, people, ticks, until } = all;
    const choices = ["Kandern", "Schopfheim", "Landkreis Lörrach"];
    for (const [at, person] of people.entries()) await votes(person, choices[at % 3] ?? "");
    await ticks(3 * 60 * MINUTE + 2000);
    await ticks(3000);
    await leads(kim, "Los ziehen");
    kim.fills({ "Die sechs Lottozahlen, ohne Superzahl": "49 3 12 17 28 34" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Die Ziehung ist noch nicht gewesen.");
    await until("2026-03-04T19:00:00+01:00");
    await leads(kim, "Los ziehen");
    kim.fills({ "Die sechs Lottozahlen, ohne Superzahl": "49 3 12 17 28" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("sechs verschiedene Zahlen");
    kim.fills({ "Die sechs Lottozahlen, ohne Superzahl": "49 3 12 17 28 34" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("lotto-6aus49:2026-03-04:03-12-17-28-34-49");
    expect(kim.lastText()).toMatch(/Kandern: [0-9a-f]{64}/);
    expect(await bot.db.read.election.count({ where: { state: "lot_pending" } })).toBe(1);
    await kim.presses("Los anwenden");
    expect(kim.lastText()).toContain("Das Los ist gezogen.");
    await bot.delivers();
    expect(here.lastText()).toContain("lotto-6aus49:2026-03-04:03-12-17-28-34-49");
    expect(here.lastText()).toContain("sha256sum");
  });

  it("hands roles over between rounds, and opens only when enough seats are held or that was seen", async () => {
    const { bot, kim, kandern, schopfheim, loerrach, ticks } = await voting({ engine });
    await votes(kandern, "Kandern");
    await leads(kim);
    expect(titles(kim)).not.toContain("Wahlleitung und Wahlprüfung");
    await ticks(3 * 60 * MINUTE + 2000);
    await ticks(3000);
    await leads(kim, "Wahlleitung und Wahlprüfung");
    const [officer] = inputsOf(kim.lastCard());
    expect(officer?.label).toBe("Wahlleitung");
    expect(JSON.stringify(officer?.node)).not.toMatch(/Delegation (Kandern|Schopfheim)/);
    kim.fills({ Wahlleitung: "Delegation Weil am Rhein (Weil am Rhein)" });
    await kim.presses("Benennen");
    expect(kim.lastText()).toContain("drei verschiedene Personen");
    kim.fills({ Wahlleitung: "Koordination Landkreis (Landkreis Lörrach)" });
    await kim.presses("Benennen");
    expect(kim.lastText()).toContain("Wahlleitung: Koordination Landkreis (Landkreis Lörrach)");
    await bot.delivers();
    expect(loerrach.lastText()).toContain("Die Koordination hat die Wahlleitung neu benannt.");
    await leads(kim, "Wahlgang wiederholen");
    expect(kim.lastText()).toContain("Teilnehmen müssen mindestens 3 Kommunen.");
    await kim.presses("Wahlgang jetzt öffnen");
    expect(kim.lastText()).toContain("Zur Wahl stehen: Kandern, Schopfheim");
    await kim.presses("Öffnen");
    await bot.delivers();
    expect(schopfheim.lastText()).toContain("Sie können jetzt abstimmen");
  });
});

describe("organising", () => {
  it("is offered in the personal chat only, and to nobody without a part", async () => {
    const { bot, kim } = await voting();
    await kim.in(channel("Forum")).types("wahl leiten");
    expect(kim.in(channel("Forum")).sees().at(-1)?.text).toContain("nur in Ihrem persönlichen Chat");
    const stranger = bot.people.person("Amt Wieden");
    await stranger.introduces("Wieden");
    await stranger.types("wahlleitung");
    expect(titles(stranger)).toEqual([]);
    expect(stranger.lastText()).toContain("Sie müssen zurzeit nichts tun.");
    const data = { election: (await bot.db.read.election.findFirstOrThrow()).id, actionId: "a", reason: "x" };
    for (const verb of ["cancelForm", "cancelPropose", "delegateForm", "extendForm", "openForm", "repeat"]) {
      await stranger.executes(`election.${verb}`, data);
      expect(stranger.lastText()).toMatch(/Koordination/);
    }
    for (const verb of ["rolesForm", "lotForm", "paperAsk", "lotHandPropose"]) {
      await stranger.executes(`election.${verb}`, data);
      expect(stranger.lastText()).toMatch(/Koordination|Sitz|Wahlleitung/);
    }
    expect(await bot.db.read.electionProposal.count()).toBe(0);
    expect(bot.logged.filter((one) => one.level === "fault")).toEqual([]);
  });

  it("takes old buttons without harm, and data of no client", async () => {
    const { bot, kim, loerrach } = await voting();
    await leads(kim, "Wahl abbrechen");
    kim.fills({ Grund: "Grund" });
    const { verb, data } = dataOf(kim, "Abbruch vorschlagen");
    await kim.presses("Abbruch vorschlagen");
    await kim.executes(verb, { ...data, reason: "Anders" });
    expect(await bot.db.read.electionProposal.count()).toBe(1);
    await leads(kim, "Ansehen: Abbruch der Wahl");
    await kim.presses("Zurückziehen");
    expect(kim.lastText()).toContain("Der Vorschlag ist vom Tisch.");
    await bot.delivers();
    const proposal = (await bot.db.read.electionProposal.findFirstOrThrow()).id;
    await loerrach.executes("election.agree", { proposal });
    expect(loerrach.lastText()).toContain("schon erledigt");
    for (const bad of [{ proposal: "x y" }, { proposal: 7 }, {}, null])
      await loerrach.executes("election.agree", bad);
    expect(loerrach.lastText()).toContain("veraltet oder unvollständig");
    expect(bot.logged.filter((one) => one.level === "fault")).toEqual([]);
  });
});

const ELECTION_VERBS = [
  ...[
    "manage",
    "openForm",
    "open",
    "extendForm",
    "extendCheck",
    "extend",
    "repeat",
    "proposal",
    "agree",
    "drop",
  ],
  ...[
    "cancelForm",
    "cancelPropose",
    "delegateForm",
    "delegatePropose",
    "paperAsk",
    "paperForm",
    "paperPropose",
  ],
  ...["lotForm", "lotCheck", "lotDraw", "lotHandForm", "lotHandPropose", "rolesForm", "rolesName"],
].map((act) => `election.${act}`);
const VERBS = [
  ...ELECTION_VERBS,
  ...["show", "versions", "form", "review", "save"].map((act) => `rule.${act}`),
];

const FIELDS = [
  "election",
  "actionId",
  "reason",
  "date",
  "proposal",
  "base",
  "version",
  "drawn",
  "scrutineers",
  "lot",
];

describe("data that no client sends", () => {
  it("is answered or refused, never a fault, and changes no election", { timeout: 120_000 }, async () => {
    const { bot, kim, loerrach, kandern } = await voting();
    const { id } = await bot.db.read.election.findFirstOrThrow();
    const words = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\u0000", "<at>Alle</at>", "a".repeat(9000)),
    );
    const anything = fc.oneof(
      words,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.object({ maxDepth: 2 }),
    );
    const shaped = fc.record({
      election: fc.constant(id),
      actionId: fc.uuid(),
      reason: words,
      date: fc.constantFrom("2026-03-20", "2026-99-01", ""),
      time: fc.constantFrom("18:00", "99:99"),
      adoptedOn: fc.oneof(words, fc.constant("2026-02-30")),
      base: fc.constantFrom(0, 1, -1),
      value: fc.string(),
      person: fc.constantFrom("trial-a1", "", "gone"),
      officer: fc.constantFrom("trial-a1", "x,y"),
      scrutineers: fc.constantFrom("trial-a2,trial-a4", ","),
      version: fc.constantFrom(0, 7, "eins"),
      proposal: fc.uuid(),
      votingDays: fc.string(),
      present: fc.string(),
      votesA: fc.constantFrom("1", "-1", "x"),
      drawn: fc.constantFrom("0", "0,1", "99", "x"),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(kim, loerrach, kandern),
        fc.constantFrom(...VERBS),
        fc.tuple(shaped, fc.dictionary(fc.constantFrom(...FIELDS), anything, { maxKeys: 2 })),
        async (who, verb, [data, bent]) => {
          const { status, body } = await who.executes(verb, { ...data, ...bent });
          expect(status).toBe(200);
          expect(JSON.stringify(body ?? "")).not.toMatch(/node_modules|\.ts:\d/);
        },
      ),
      { numRuns: 500 },
    );
    expect(bot.logged.filter((one) => one.level === "fault")).toEqual([]);
    expect(await bot.db.read.election.findFirstOrThrow()).toMatchObject({ id, state: "voting" });
    expect(await bot.db.read.electionRule.count()).toBe(0);
  });
});

describe("the rule of procedure", () => {
  it("shows every setting with its origin, and is changed in a form by the coordination", async () => {
    const { bot, kim, kandern, people } = await voting();
    await kandern.types("Wahlordnung");
    expect(kandern.lastText()).toContain("Zeit für Vorschläge: 14 Tage (Voreinstellung)");
    expect(kandern.lastText()).toContain("Amtszeit: 12 Monate (Willensbekundung)");
    expect(titles(kandern)).toEqual([]);
    await kandern.executes("rule.form", {});
    expect(kandern.lastText()).toContain("ändert nur die Koordination");
    await kim.types("wahlordnung");
    await kim.presses("Wahlordnung ändern");
    kim.fills({ "Zeit für Vorschläge, in Tagen": "neun", "Mindestens teilnehmende Kommunen": "99" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain(
      "„Zeit für Vorschläge, in Tagen“: Bitte tragen Sie eine ganze Zahl von 1 bis 60 ein.",
    );
    expect(kim.lastText()).toContain("oder das Wort Hälfte");
    kim.fills({ "Zeit für Vorschläge, in Tagen": "10", "Mindestens teilnehmende Kommunen": "Hälfte" });
    kim.fills({ "Beschluss des Forums am (leer, wenn es noch keinen gibt)": "2026-02-20" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Zeit für Vorschläge: bisher 14 Tage, künftig 10 Tage");
    expect(kim.lastText()).toContain("Vom Forum beschlossen am 20.02.2026.");
    const { verb, data } = dataOf(kim, "Fassung speichern");
    await kim.presses("Fassung speichern");
    expect(kim.lastText()).toContain("Fassung 1 ist gespeichert.");
    expect(kim.lastText()).toContain("Zeit für Vorschläge: 10 Tage (Festlegung des Forums)");
    await kim.executes(verb, data);
    await kim.executes(verb, { ...data, actionId: "another" });
    expect(kim.lastText()).toContain("Inzwischen hat jemand eine neue Fassung gespeichert.");
    expect(await bot.db.read.electionRule.count()).toBe(1);
    await people[0]?.types("wahlordnung");
    await people[0]?.presses("Frühere Fassungen");
    await people[0]?.presses("Fassung 0 ansehen");
    expect(people[0]?.lastText()).toContain("Zeit für Vorschläge: 14 Tage (Voreinstellung)");
    expect((await bot.db.read.election.findFirstOrThrow()).ruleVersion).toBe(0);
  });
});
