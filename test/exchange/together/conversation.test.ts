/** What people say about the records of others, through the real door. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actionsOf } from "../../support/card.ts";
import { startForumsbote } from "../../support/forumsbote.ts";

const DETAILS =
  "festhalten service: Luftbilder gemeinsam beschaffen – Befliegung im Frühjahr, für alle Gemeinden.";

let bot: Awaited<ReturnType<typeof startForumsbote>>;
beforeEach(async () => {
  bot = await startForumsbote();
});
afterEach(() => bot.close());

async function member(name: string, organisation: string) {
  const person = bot.people.person(name);
  await person.introduces(organisation);
  return person;
}
type Someone = Awaited<ReturnType<typeof member>>;

/** Anna's record, and its id. */
async function recorded(typed = DETAILS): Promise<{ anna: Someone; id: string }> {
  const anna = await member("Bauamt Kandern", "Kandern");
  await anna.types(typed);
  const [row] = await bot.db.read.exchange.findMany({ orderBy: { recordedAt: "desc" }, take: 1 });
  return { anna, id: row?.id ?? "" };
}

/** Opens the record as from a list. */
async function opens(person: Someone, title = "Luftbilder"): Promise<void> {
  await person.types(`suche ${title}`);
  const show = actionsOf(person.lastCard()).find((action) => action.title.startsWith("Anzeigen: "));
  await person.presses(show?.title ?? "Anzeigen");
}
const titles = (person: Someone) => actionsOf(person.lastCard()).map(({ title }) => title);
const looks = () => bot.built.jobs.exchangeTogether.run(bot.time.clock());
/** Presses what no card shows any more, under the last message. */
const forges = (person: Someone, verb: string, data: object) =>
  person.executes(verb, data, person.sees().at(-1)?.id);
const told = (person: Someone, part: string) =>
  person.sees().filter(({ text }) => text.includes(part)).length;

async function tells(person: Someone, text: string, more: Record<string, string> = {}) {
  await opens(person);
  await person.presses("Erfahrung ergänzen");
  person.fills({ "Was haben Sie damit erlebt?": text, ...more });
  await person.presses("Erfahrung speichern");
}

describe("an experience", () => {
  it("stands below the record with organisation, date and name, and who recorded it is told once", async () => {
    const { anna } = await recorded();
    const ben = await member("Hauptamt Zell", "Zell im Wiesental");
    await tells(ben, "Die Bilder sind **sehr** gut.", {
      "Aufwand (freiwillig)": "gering",
      "Nutzen (freiwillig)": "hoch",
    });
    expect(ben.lastText()).toContain("Ihre Erfahrung ist gespeichert.");
    expect(ben.lastText()).toContain("Die Bilder sind \\*\\*sehr\\*\\* gut.");
    expect(ben.lastText()).toContain("Aufwand: gering · Nutzen: hoch");
    expect(ben.lastText()).toMatch(/Zell im Wiesental · \d\d\.\d\d\.\d{4} · Hauptamt Zell/);
    await bot.delivers();
    await bot.delivers();
    expect(told(anna, "Neue Erfahrung zu: Luftbilder")).toBe(1);
    await tells(anna, "Danke, das freut uns.");
    await bot.delivers();
    expect(told(anna, "Neue Erfahrung zu: Luftbilder")).toBe(1);
  });

  it("is kept from who has switched such messages off", async () => {
    const { anna } = await recorded();
    const before = bot.db;
    const id = (await before.read.member.findFirstOrThrow({ where: { aadObjectId: anna.aadObjectId } })).id;
    await bot.db.write(async (tx) => {
      await tx.optOut.create({ data: { memberId: id, topic: "records", since: new Date(0) } });
    });
    await tells(await member("Hauptamt Zell", "Zell im Wiesental"), "Gut.");
    await bot.delivers();
    expect(told(anna, "Neue Erfahrung")).toBe(0);
  });

  it("is changed and deleted by who wrote it, after a question; by nobody else but the coordinator", async () => {
    const { anna } = await recorded();
    const ben = await member("Hauptamt Zell", "Zell im Wiesental");
    await tells(ben, "Erst gut.");
    const row = await bot.db.read.exchangeExperience.findFirstOrThrow();
    for (const verb of ["exchange.experience.edit", "exchange.experience.delete"]) {
      await forges(anna, verb, { id: row.id, sure: true });
      expect(anna.lastText()).toContain("Diese Erfahrung kann nur ändern, wer sie geschrieben hat.");
    }
    await ben.presses("Ändern: Erst gut.");
    ben.fills({ "Was haben Sie damit erlebt?": "Dann schlecht." });
    await ben.presses("Erfahrung speichern");
    expect(ben.lastText()).toContain("Die Erfahrung ist geändert.");
    expect(ben.lastText()).toContain("Dann schlecht.");
    expect(ben.lastText()).toContain("geändert am");
    await ben.presses("Löschen: Dann schlecht.");
    expect(ben.lastText()).toContain("Soll diese Erfahrung gelöscht werden?");
    expect(await bot.db.read.exchangeExperience.count({ where: { deletedAt: null } })).toBe(1);
    await ben.presses("Jetzt löschen");
    expect(ben.lastText()).toContain("Die Erfahrung ist gelöscht.");
    expect(ben.lastText()).not.toContain("Dann schlecht.");

    await tells(ben, "Noch einmal.");
    const boss = bot.coordinator();
    await boss.introduces("Landkreis Lörrach");
    await opens(boss);
    expect(titles(boss)).not.toContain("Ändern: Noch einmal.");
    await boss.presses("Löschen: Noch einmal.");
    await boss.presses("Jetzt löschen");
    expect(await bot.db.read.exchangeExperience.count({ where: { deletedAt: null } })).toBe(0);
  });

  it("changed on two devices: the second one keeps what it has put in and decides", async () => {
    await recorded();
    const ben = await member("Hauptamt Zell", "Zell im Wiesental");
    await tells(ben, "Erst gut.");
    const { id } = await bot.db.read.exchangeExperience.findFirstOrThrow();
    const phone = ben.elsewhere();
    for (const device of [ben, phone])
      await device.executes("exchange.experience.edit", { id }, device.sees().at(-1)?.id);
    phone.fills({ "Was haben Sie damit erlebt?": "Vom Telefon." });
    await phone.presses("Erfahrung speichern");
    ben.fills({ "Was haben Sie damit erlebt?": "Vom Schreibtisch." });
    await ben.presses("Erfahrung speichern");
    expect(ben.lastText()).toContain("Es wurde nichts gespeichert.");
    expect(ben.lastText()).toContain("Vom Schreibtisch.");
    await ben.presses("Erfahrung speichern");
    expect(await bot.db.read.exchangeExperience.findMany()).toMatchObject([{ text: "Vom Schreibtisch." }]);
  });

  it("empty or too long is refused with a sentence, and what was put in stays", async () => {
    const { id } = await recorded();
    const ben = await member("Hauptamt Zell", "Zell im Wiesental");
    await forges(ben, "exchange.experience.save", { id, action: "a", text: " \u200b\n", effort: "viel" });
    expect(ben.lastText()).toContain("Bitte wählen Sie bei „Aufwand“ einen Eintrag aus der Liste.");
    await forges(ben, "exchange.experience.save", { id, action: "a", text: "x".repeat(2001) });
    expect(ben.lastText()).toContain("Der Text ist zu lang.");
    expect(await bot.db.read.exchangeExperience.count()).toBe(0);
  });

  it("the same form sent twice is one; beyond three there are pages", async () => {
    const { id } = await recorded();
    const ben = await member("Hauptamt Zell", "Zell im Wiesental");
    for (const at of [1, 1, 2, 3, 4, 5]) {
      bot.time.passes(1000);
      await forges(ben, "exchange.experience.save", { id, action: `a${at}`, text: `Erfahrung ${at}` });
    }
    expect(await bot.db.read.exchangeExperience.count()).toBe(5);
    await opens(ben);
    expect(ben.lastText()).toMatch(/Erfahrung 5[\s\S]*Erfahrung 4[\s\S]*Erfahrung 3/);
    expect(ben.lastText()).not.toContain("Erfahrung 2");
    await ben.presses("Weitere Erfahrungen");
    expect(ben.lastText()).toMatch(/4 bis 5 von 5[\s\S]*Erfahrung 2[\s\S]*Erfahrung 1/);
    await ben.presses("Neuere Erfahrungen");
    expect(ben.lastText()).toContain("1 bis 3 von 5");
    await ben.presses("Zurück zum Beitrag");
    expect(ben.lastText()).toContain("Befliegung");
  });

  it("of a guest asks who he or she is; of a deleted record there is none", async () => {
    const { anna, id } = await recorded();
    const guest = bot.people.person("Gast");
    const { body } = await guest.executes("exchange.experience.new", { id });
    expect(JSON.stringify(body)).toContain("Zu welcher Organisation gehören Sie?");
    await forges(anna, "exchange.delete", { id, revision: 1 });
    const ben = await member("Hauptamt Zell", "Zell im Wiesental");
    for (const [verb, data] of [
      ["exchange.experience.new", { id }],
      ["exchange.experience.save", { id, action: "a", text: "Zu spät." }],
      ["exchange.mark", { id, action: "a", kind: "uses", on: true }],
      ["exchange.experiences", { id, from: 0 }],
    ] as const) {
      await forges(ben, verb, data);
      expect(ben.lastText()).toContain("Diesen Beitrag gibt es nicht mehr.");
    }
    expect(await bot.db.read.exchangeExperience.count()).toBe(0);
    expect(await bot.db.read.exchangeMark.count()).toBe(0);
  });
});

describe("a record that only a group may read", () => {
  it("gives outsiders nothing to say, to read or to change, and they hear nothing of it", async () => {
    const { anna, id } = await recorded();
    const ben = await member("Hauptamt Zell", "Zell im Wiesental");
    await tells(ben, "Gut.");
    const { id: experience } = await bot.db.read.exchangeExperience.findFirstOrThrow();
    await bot.db.write(async (tx) => {
      const { id: other } = await tx.member.findFirstOrThrow({ where: { name: "Koordination Landkreis" } });
      const at = new Date(bot.time.clock());
      const group = { id: "g-1", name: "Bauen", nameKey: "bauen", topic: "Bauen", purpose: "", contact: "" };
      await tx.workingGroup.create({ data: { ...group, createdAt: at, updatedAt: at } });
      const data = { visibility: "group", groupId: "g-1", recordedById: other } as const;
      await tx.exchange.update({ where: { id }, data });
    });
    for (const [verb, data] of [
      ["exchange.experience.new", { id }],
      ["exchange.experience.save", { id, action: "b", text: "Neu." }],
      ["exchange.experience.save", { id, action: "c", text: "Neu.", experience, seen: 0 }],
      ["exchange.experience.edit", { id: experience }],
      ["exchange.experience.delete", { id: experience, sure: true }],
      ["exchange.experiences", { id, from: 0 }],
      ["exchange.mark", { id, action: "d", kind: "interested", on: true }],
    ] as const) {
      await forges(ben, verb, data);
      expect(ben.lastText(), verb).toContain("Diesen Beitrag gibt es nicht mehr.");
    }
    expect(await bot.db.read.exchangeExperience.findMany()).toMatchObject([
      { text: "Gut.", deletedAt: null },
    ]);
    expect(await bot.db.read.exchangeMark.count()).toBe(0);
    await bot.delivers();
    expect(told(anna, "Neue Erfahrung")).toBe(0);
  });
});

describe("a mark", () => {
  it("is said once for the organisation, seen by a colleague, and taken back by the second press", async () => {
    await recorded();
    const ben = await member("Hauptamt Zell", "Zell im Wiesental");
    const carla = await member("Bauamt Zell", "Zell im Wiesental");
    await opens(ben);
    await opens(carla);
    await ben.presses("Interesse");
    expect(ben.lastText()).toContain("Vermerkt: Zell im Wiesental hat Interesse.");
    expect(ben.lastText()).toContain("Interesse: Zell im Wiesental");
    await carla.presses("Interesse");
    expect(carla.lastText()).toMatch(/hat Hauptamt Zell schon am \d\d/);
    expect(await bot.db.read.exchangeMark.count()).toBe(1);
    await carla.presses("Nutzen wir auch");
    expect(carla.lastText()).toContain("Das Interesse Ihrer Organisation ist damit erledigt.");
    expect(carla.lastText()).toContain("Nutzen auch: Zell im Wiesental");
    await carla.presses("Nutzen wir doch nicht");
    expect(carla.lastText()).toContain("Zurückgenommen");
    expect(await bot.db.read.exchangeMark.count()).toBe(0);
  });

  it("is not offered for the own record or for what has ended, and refused when forged", async () => {
    const { anna, id } = await recorded();
    await opens(anna);
    expect(titles(anna)).not.toContain("Nutzen wir auch");
    await forges(anna, "exchange.mark", { id, action: "a", kind: "uses", on: true });
    expect(anna.lastText()).toContain("Das ist ein Beitrag Ihrer eigenen Organisation.");
    await bot.db.write(
      async (tx) => void (await tx.exchange.update({ where: { id }, data: { stage: "ended" } })),
    );
    const ben = await member("Hauptamt Zell", "Zell im Wiesental");
    await forges(ben, "exchange.mark", { id, action: "a", kind: "uses", on: true });
    expect(ben.lastText()).toContain("Das ist beendet.");
    await opens(ben);
    expect(titles(ben)).toContain("Interesse");
    expect(await bot.db.read.exchangeMark.count()).toBe(0);
  });

  it("of two colleagues who press at once is one, and nothing is taken back", async () => {
    const { id } = await recorded();
    const people = [
      await member("Hauptamt Zell", "Zell im Wiesental"),
      await member("Bauamt Zell", "Zell im Wiesental"),
    ];
    await Promise.all(
      people.map((one, at) => forges(one, "exchange.mark", { id, action: `a${at}`, kind: "uses", on: true })),
    );
    expect(await bot.db.read.exchangeMark.count()).toBe(1);
  });

  it("marks an associated organisation as such", async () => {
    await recorded();
    const it = await member("Vertrieb Komm.One", "Komm.One");
    await opens(it);
    await it.presses("Nutzen wir auch");
    expect(it.lastText()).toContain("Nutzen auch: Komm.One (assoziiert)");
  });

  it("leads back to the search, and puts rare buttons behind one", async () => {
    const { anna } = await recorded();
    await opens(anna);
    await anna.presses("Interesse");
    const card = anna.lastCard() as { actions: { title: string }[] };
    expect(card.actions.map(({ title }) => title)).toEqual([
      "Zurück zur Suche",
      "Doch kein Interesse",
      "Erfahrung ergänzen",
      "Bearbeiten",
      "Mehr",
    ]);
  });
});

describe("three parties that want the same", () => {
  const PRODUCT = "festhalten produkt: AktoDoc im Hauptamt – Wir haben es seit Mai im Einsatz.";
  const wants = async (names: readonly string[]) => {
    for (const name of names) {
      bot.time.passes(1000);
      const person = await member(`Hauptamt ${name}`, name);
      await opens(person, "AktoDoc");
      await person.presses("Interesse");
    }
  };

  it("are told to the coordinator once, listed, and dealt with; three more are told again", async () => {
    await recorded(PRODUCT);
    const boss = bot.coordinator();
    await boss.introduces("Landkreis Lörrach");
    await wants(["Zell im Wiesental", "Komm.One", "Binzen"]);
    await looks();
    await bot.delivers();
    expect(told(boss, "Gemeinsamer Bedarf")).toBe(0);
    await wants(["Steinen"]);
    await looks();
    await looks();
    await bot.delivers();
    expect(told(boss, "Gemeinsamer Bedarf: AktoDoc")).toBe(1);
    await wants(["Maulburg"]);
    await looks();
    await bot.delivers();
    expect(told(boss, "Gemeinsamer Bedarf: AktoDoc")).toBe(1);

    await boss.types("sammelbedarf");
    expect(boss.lastText()).toContain("Interesse: 4 Kommunen.");
    await boss.presses("Anzeigen: AktoDoc");
    expect(boss.lastText()).toContain("Interesse (4): Zell im Wiesental, Binzen, Steinen, Maulburg");
    expect(boss.lastText()).toContain("Außerdem, nicht mitgezählt: Komm.One (assoziiert)");
    expect(boss.lastText()).toContain("Nutzen es schon: Kandern");
    expect(boss.lastText()).toContain(
      "An „AktoDoc“ haben mehrere Kommunen Interesse: Zell im Wiesental, Binzen, Steinen und Maulburg.",
    );
    bot.time.passes(1000);
    await boss.presses("Erledigt");
    expect(boss.lastText()).toContain("Als erledigt vermerkt.");
    await boss.presses("Alle ansehen");
    expect(boss.lastText()).toMatch(/Erledigt am \d\d/);

    bot.time.passes(1000);
    await wants(["Schliengen", "Rümmingen"]);
    await looks();
    await bot.delivers();
    expect(told(boss, "Gemeinsamer Bedarf: AktoDoc")).toBe(1);
    await wants(["Malsburg-Marzell"]);
    await looks();
    await bot.delivers();
    expect(told(boss, "Gemeinsamer Bedarf: AktoDoc")).toBe(2);
  });

  it("are not told any more when one of them has gone before the message leaves, and again when it is back", async () => {
    await recorded(PRODUCT);
    const boss = bot.coordinator();
    await boss.introduces("Landkreis Lörrach");
    await wants(["Zell im Wiesental", "Binzen", "Steinen"]);
    await looks();
    const ben = await member("Bauamt Steinen", "Steinen");
    await opens(ben, "AktoDoc");
    await ben.presses("Doch kein Interesse");
    await bot.delivers();
    expect(told(boss, "Gemeinsamer Bedarf")).toBe(0);
    expect(await bot.db.read.procurementHint.count()).toBe(0);
    bot.time.passes(60_000);
    await ben.presses("Interesse");
    await looks();
    await bot.delivers();
    expect(told(boss, "Gemeinsamer Bedarf")).toBe(1);
  });

  it("are for the coordinator's eyes only, in the personal chat", async () => {
    const { anna } = await recorded(PRODUCT);
    await anna.types("sammelbedarf");
    expect(anna.lastText()).toContain("Das kann nur die Koordination.");
    for (const [verb, data] of [
      ["exchange.bundles", { from: 0 }],
      ["exchange.bundle", { subject: "product:aktodoc" }],
      ["exchange.bundle.done", { subject: "product:aktodoc", raisedAt: 1 }],
    ] as const) {
      await forges(anna, verb, data);
      expect(anna.lastText()).toContain("Das kann nur die Koordination.");
    }
    const boss = bot.coordinator();
    await forges(boss, "exchange.bundle", { subject: "product:nichts" });
    expect(boss.lastText()).toContain("Diesen Hinweis gibt es nicht mehr.");
  });
});

describe("a need and an offer", () => {
  const records = async (
    person: Someone,
    title: string,
    offer: "sucht" | "bietet" | "keine Angabe",
    stage: string,
  ) => {
    await person.types("festhalten");
    person.fills({
      "Worum geht es?": "Service",
      Titel: title,
      Beschreibung: `${title}. Wer macht mit?`,
      Stand: stage,
      "Gesucht oder geboten? (freiwillig)": offer,
    });
    await person.presses("Speichern");
    if (titles(person).includes("Trotzdem festhalten")) await person.presses("Trotzdem festhalten");
  };

  it("of two organisations: both are told once, with both records to open", async () => {
    const anna = await member("Bauamt Kandern", "Kandern");
    const ben = await member("Hauptamt Zell", "Zell im Wiesental");
    for (const text of ["Hundesteuer online anmelden", "Friedhof mit Gräberplan", "Regeln für Telearbeit"])
      await anna.types(`festhalten prozess: ${text} – ${text} in unserer Verwaltung.`);
    await records(anna, "Übungen gegen Phishing", "bietet", "im Einsatz");
    await looks();
    await records(ben, "Übungen gegen Phishing gesucht", "sucht", "Idee");
    expect(ben.lastText()).toContain("Festgehalten: Übungen gegen Phishing gesucht");
    expect(ben.lastText()).toContain("Dazu bietet Kandern etwas an: Übungen gegen Phishing");
    expect(titles(ben)).toEqual(["Bearbeiten", "Rückgängig", "Anzeigen: Übungen gegen …"]);
    await looks();
    await looks();
    await bot.delivers();
    await bot.delivers();
    expect(told(ben, "Dazu bietet Kandern etwas an: Übungen gegen Phishing")).toBeGreaterThanOrEqual(1);
    expect(told(ben, "Zu Ihrem Gesuch gibt es etwas")).toBe(1);
    expect(told(anna, "Danach sucht Zell im Wiesental: Übungen gegen Phishing gesucht")).toBe(1);
    expect(titles(anna)).toEqual(["Anzeigen: Übungen gegen …", "Anzeigen: Übungen gegen … (2)"]);
    await anna.presses("Anzeigen: Übungen gegen …");
    expect(anna.lastText()).toContain("Organisation: Zell im Wiesental");
    expect(await bot.db.read.exchangeMatch.count()).toBe(1);
  });
});
