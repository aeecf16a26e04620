/** An election from the form to the recount, through the HTTP door. */
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { assembly, type Bot, FORUM, MINUTE, type Options, opensForm } from "../election/assembly.ts";
import { dump } from "../election/files.ts";
import { inputsOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import type { Person } from "../support/people.ts";

/** The root of the seal, from nothing but what the card shows. */
function rootByHand(shown: string): string {
  const [, election = "", round = ""] = /^Wahl (\S+), Wahlgang (\d+)\.$/m.exec(shown) ?? [];
  const line = (pattern: RegExp) => (pattern.exec(shown)?.[0] ?? "").split(" ");
  const values = line(/^(?:[0-9a-f]{64} ?)+$/m);
  const voters = line(/^[a-z][a-z -]+$/m);
  const lines = ["forum-siegel/v1", election, round, values.length, ...values, voters.length, ...voters];
  return createHash("sha256")
    .update(lines.map((one) => `${one}\n`).join(""))
    .digest("hex");
}

const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0).reverse()) await bot.close();
});

/** The clock of a test starts at noon in Berlin. */
const CLOSE = { "Ende der Abgabe: Datum": "2026-03-02", "Ende der Abgabe: Uhrzeit": "15:00" };

async function forum(options: Options = {}) {
  const all = await assembly(options);
  open.push(all.bot);
  return all;
}

async function starts(kim: Person, filled: Record<string, string | readonly string[]> = {}): Promise<void> {
  await kim.types("wahl starten");
  await opensForm(kim);
  kim.fills({ "Kommunen, deren Spitze kandidiert": ["Kandern", "Schopfheim"], ...CLOSE, ...filled });
  await kim.presses("Weiter");
  await kim.presses("Wahl eröffnen");
}

async function reviews(person: Person, choice: string): Promise<string> {
  await person.presses("Stimmzettel öffnen", "Sie können jetzt abstimmen");
  person.fills({ "Ihre Wahl": choice });
  await person.presses("Weiter zur Prüfung");
  return /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/.exec(person.lastText())?.[0] ?? "";
}

async function votes(person: Person, choice: string): Promise<string> {
  const receipt = await reviews(person, choice);
  await person.presses("Endgültig abgeben");
  return receipt;
}

describe.each(engines)("an election on %s", (engine) => {
  it("goes from the form to the result and the recount", async () => {
    const { bot, kim, here, people, ticks } = await forum({ engine });
    await kim.types("wahl");
    expect(kim.lastText()).toContain("Zurzeit läuft keine Wahl.");
    await kim.presses("Wahl starten");
    await opensForm(kim);
    kim.fills({ "Kommunen, deren Spitze kandidiert": ["Kandern"], ...CLOSE });
    kim.fills({ "Weitere Kandidaturen, eine je Zeile (Amt oder Name)": "Bürgermeisteramt Binzen\n\n" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("6 von 6 Sitzen sind besetzt.");
    expect(kim.lastText()).toContain("nicht in der Willensbekundung geregelt");
    await kim.presses("Wahl eröffnen");
    await bot.delivers();
    expect(here.lastText()).toContain("Die Wahl hat begonnen");
    const receipts: string[] = [];
    for (const [at, person] of people.entries()) {
      receipts.push(await votes(person, at < 4 ? "Kandern" : "Bürgermeisteramt Binzen"));
      expect(person.lastText()).toContain("Ihre Stimme ist in der Urne");
      expect(person.lastText()).toContain(receipts.at(-1));
    }
    await ticks(3 * 60 * MINUTE + 2000);
    expect(here.lastText()).toContain("die Urne ist versiegelt");
    await ticks(3000);
    expect(here.lastText()).toContain("Gewählt ist: Kandern.");
    expect(here.lastText()).toContain("Kandern: 4 von 6 Stimmen");
    expect(here.lastText()).toContain("Beteiligung: 6 von 6 Kommunen.");
    await here.presses("Zum Nachzählen", "Gewählt ist");
    for (const receipt of receipts) expect(here.lastText()).toContain(receipt);
    await here.presses("Alle Siegelwerte");
    expect(rootByHand(here.lastText())).toBe(/Prüfsumme des Siegels: (\w{64})/.exec(here.lastText())?.[1]);
    for (const person of people) {
      expect(person.lastText()).toContain("Gewählt ist: Kandern.");
      // The paper is text now.
      expect(person.sees().filter((one) => one.text.includes("Sie können jetzt abstimmen"))).toEqual([]);
    }
    await kim.types("wahl");
    expect(kim.lastText()).toContain("Gewählt ist: Kandern.");
    expect(bot.logged.filter((entry) => entry.event.startsWith("election."))).toEqual([
      { level: "info", event: "election.closed", fields: { cast: 6, entitled: 6 } },
    ]);
    expect(JSON.stringify(bot.logged)).not.toMatch(/[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}"/);
  });

  it("reminds only those who have not voted, and leaves no trace of it", async () => {
    const { bot, kim, people, ticks } = await forum({ engine });
    await starts(kim, { "Ende der Abgabe: Uhrzeit": "18:00" });
    await bot.delivers();
    const [anna, ben] = people;
    if (!anna || !ben) throw new Error("nobody there");
    await votes(anna, "Kandern");
    const before = await bot.db.read.outboxItem.count({ where: { kind: "election.reminder" } });
    expect(before).toBeGreaterThan(0);
    await ticks(4 * 60 * MINUTE);
    expect(anna.sees().some((one) => one.text.includes("rinnerung"))).toBe(false);
    expect(ben.lastText()).toContain("Erinnerung");
    expect(await bot.db.read.outboxItem.count({ where: { kind: "election.reminder" } })).toBe(0);
    await ben.types("wahl");
    expect(ben.lastText()).toContain("Beteiligung: 1 von 6 Kommunen");
    await ben.presses("Stimmzettel öffnen");
    expect(inputsOf(ben.lastCard()).map((input) => input.label)).toEqual(["Ihre Wahl"]);
  });
});

describe("a voter", () => {
  const begun = async (options: Options = {}) => {
    const all = await forum(options);
    await starts(all.kim);
    await all.bot.delivers();
    const [anna, ben] = all.people;
    if (!anna || !ben) throw new Error("nobody there");
    return { ...all, anna, ben };
  };

  it("reads what is promised and what is not before choosing", async () => {
    const { anna } = await begun();
    await anna.presses("Stimmzettel öffnen");
    for (const words of [
      "ohne Uhrzeit",
      "nachzählen",
      "niemandem",
      "Microsoft",
      "BSI",
      "Stimmzetteln in der Sitzung",
    ])
      expect(anna.lastText()).toContain(words);
    expect(anna.lastText()).toContain("weniger als zehn Kommunen");
    expect(anna.lastText()).toContain("Probebetrieb – keine echte Wahl");
    expect(anna.lastCard()).not.toHaveProperty("refresh");
    await anna.presses("Weiter zur Prüfung").then(
      () => expect.unreachable(),
      (error: Error) => expect(error.message).toContain("Bitte wählen Sie einen Eintrag aus."),
    );
  });

  it("can go back and choose anew; the vote itself writes two rows", async () => {
    const { bot, anna } = await begun();
    const file = bot.databaseUrl.replace("file:", "");
    await reviews(anna, "Kandern");
    await anna.presses("Zurück");
    anna.fills({ "Ihre Wahl": "Schopfheim" });
    await anna.presses("Weiter zur Prüfung");
    expect(anna.lastText()).toContain("Ihre Wahl: Schopfheim");
    const before = await dump(file);
    const logged = bot.logged.length;
    await anna.presses("Endgültig abgeben");
    const after = await dump(file);
    const differ = [...after].filter(([table, rows]) => String(rows) !== String(before.get(table)));
    expect(differ.map(([table]) => table)).toEqual(["Ballot", "RegisterEntry"]);
    expect(bot.logged).toHaveLength(logged);
    await anna.types("wahl");
    expect(anna.lastText()).toContain("Ihre Kommune hat abgestimmt.");
  });

  it("gets the same receipt for a doubled press, and a forwarded card is of no use", async () => {
    const { bot, anna, ben } = await begun();
    const receipt = await reviews(anna, "Kandern");
    const card = anna.lastCard() as { actions: { verb: string; data: unknown }[] };
    const cast = card.actions.find((one) => one.verb === "election.cast")?.data;
    const [first, second] = await Promise.all([
      anna.executes("election.cast", cast, "1"),
      anna.executes("election.cast", cast, "2"),
    ]);
    for (const { body } of [first, second]) expect(JSON.stringify(body)).toContain(receipt);
    await ben.executes("election.cast", cast, "3");
    expect(ben.lastText()).toContain("gehört einer anderen Person");
    const stranger = bot.people.person("Fachamt Wieden");
    await stranger.executes("election.cast", cast, "4");
    expect(stranger.lastText()).toContain("Sie gehören zu keinem Sitz");
    const colleague = bot.people.person("Hauptamt Schopfheim");
    await colleague.introduces("Schopfheim");
    const data = { election: (cast as { election: string }).election, round: 1 };
    await colleague.executes("election.paper", data, "5");
    expect(colleague.lastText()).toContain("stimmt zurzeit eine andere Person ab");
    for (const bent of [{ ballot: "A" }, { token: 7 }, { round: "x" }, { election: "../x" }]) {
      await ben.executes("election.cast", { ...(cast as object), ...bent }, "6");
      expect(ben.lastText()).toContain("Es wurde nichts gespeichert.");
    }
    expect(await bot.db.read.ballot.count()).toBe(1);
  });

  it("is told when the key is not there, and the program is not ready", async () => {
    const { bot, anna } = await begun();
    expect(await bot.built.ready()).toEqual([]);
    await reviews(anna, "Kandern");
    rmSync(bot.ballotKeyDir, { recursive: true });
    await anna.presses("Endgültig abgeben");
    expect(anna.lastText()).toContain("Es wurde nichts gespeichert.");
    expect(await bot.db.read.ballot.count()).toBe(0);
    expect(await bot.built.ready()).not.toEqual([]);
  });

  it("can only vote in the personal chat; a channel says where, and nothing about anybody", async () => {
    const { anna } = await begun();
    const there = anna.in(FORUM);
    await there.types("wahl");
    expect(there.lastText()).toContain("Abstimmen können Sie im persönlichen Chat");
    expect(JSON.stringify(there.lastCard())).not.toContain("election.paper");
  });
});

describe("the coordinator", () => {
  it("sees what is wrong in the form and keeps what was entered; nobody else can start", async () => {
    const { bot, kim, people } = await forum();
    await people[1]?.types("wahl starten");
    expect(people[1]?.lastText()).toContain("nur die Koordination");
    await kim.types("wahl starten");
    await opensForm(kim);
    kim.fills({ "Weitere Kandidaturen, eine je Zeile (Amt oder Name)": "Enthaltung", ...CLOSE });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("können keine Namen sein");
    expect(inputsOf(kim.lastCard()).find((one) => one.id === "others")?.node.value).toBe("Enthaltung");
    kim.fills({ "Weitere Kandidaturen, eine je Zeile (Amt oder Name)": "Landrätin" });
    await kim.presses("Weiter");
    await kim.presses("Ändern");
    expect(inputsOf(kim.lastCard()).find((one) => one.id === "others")?.node.value).toBe("Landrätin");
    expect(await bot.db.read.election.count()).toBe(0);
  });

  it("opens one election however often the button is pressed, and no second one", async () => {
    const { bot, kim } = await forum();
    await kim.types("wahl starten");
    await opensForm(kim);
    kim.fills({ "Kommunen, deren Spitze kandidiert": ["Kandern"], ...CLOSE });
    await kim.presses("Weiter");
    const card = kim.lastCard() as { actions: { verb: string; data: unknown }[] };
    const start = card.actions.find((one) => one.verb === "election.start")?.data;
    await Promise.all(["1", "2", "3"].map((id) => kim.executes("election.start", start, id)));
    expect(await bot.db.read.election.count()).toBe(1);
    await kim.types("wahl starten");
    expect(kim.lastText()).toContain("läuft schon eine Wahl");
  });

  it("closes early when all have voted, not before", async () => {
    const { bot, kim, people, ticks, here } = await forum();
    await starts(kim);
    await bot.delivers();
    for (const person of people.slice(1)) await votes(person, "Kandern");
    await kim.types("wahl");
    await kim.presses("Wahlgang vorzeitig schließen");
    expect(kim.lastText()).toContain("noch nicht alle abgestimmt");
    const [first] = people;
    if (first) await votes(first, "Schopfheim");
    await kim.types("wahl");
    await kim.presses("Wahlgang vorzeitig schließen");
    expect(kim.lastText()).toContain("Die Abgabe ist beendet.");
    await bot.delivers();
    await ticks(3000);
    expect(here.lastText()).toContain("Gewählt ist: Kandern.");
  });
});
