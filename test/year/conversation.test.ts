/** The yearly round in the chat: who takes part, recording that a party leaves, choosing messages. */
import { afterEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import { actionsOf, inputsOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel, groupChat } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
const FORUM = channel("Forum");
let bot: Bot;
afterEach(() => bot.close());

const runs = async (now: number): Promise<void> => {
  bot.time.isAt(now);
  for (const job of [bot.built.jobs.year, bot.built.jobs.partyLeave]) await job.run(now);
  await bot.delivers();
};

describe.each(engines)("the yearly round in the chat on %s", (engine) => {
  const started = async () => {
    bot = await startForumsbote({ engine, trial: "none" });
    const [ben, kim] = [bot.people.person("Bürgermeisteramt Kandern"), bot.coordinator()];
    const here = kim.in(FORUM);
    await here.types("gruppe");
    here.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
    await here.presses("Registrieren");
    await ben.introduces("Kandern");
    await kim.introduces("Landkreis Lörrach");
    await kim.types("koordination");
    await kim.presses("Sitze besetzen");
    kim.fills({
      "Diese Personen bekommen den Sitz ihrer Kommune": ["Kandern: Bürgermeisteramt Kandern"],
    });
    await kim.presses("Sitze vergeben");
    return { ben, kim };
  };

  it("lets the coordinator record that a party leaves, take it back, and take its seat at midnight", async () => {
    const { ben, kim } = await started();
    await ben.types("beteiligung");
    expect(ben.lastText()).toContain("Das kann nur die Koordination.");
    await kim.types("Beteiligung");
    expect(kim.lastText()).toContain("Beteiligt sind 36:");
    await kim.presses("Austritt erfassen");
    expect(inputsOf(kim.lastCard()).map(({ node }) => node.value)).toContain("2026-12-31");
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Bitte wählen Sie eine Kommune aus.");
    kim.fills({ Kommune: "Kandern", "Letzter Tag der Beteiligung": "2026-06-30" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Kandern scheidet aus. Letzter Tag: 30.06.2026.");
    expect(kim.lastText()).toContain("Bitte prüfen Sie, ob ein anderer Tag vereinbart ist.");
    await kim.presses("Austritt erfassen");
    expect(kim.lastText()).toContain("Kandern scheidet aus. Letzter Tag: 30.06.2026.");
    await bot.delivers();
    expect(ben.lastText()).toContain("Die Koordination hat erfasst: Kandern scheidet");
    await kim.presses("Zurücknehmen: Kandern");
    expect(kim.lastText()).toContain("Bisher ist kein Austritt erfasst.");
    await bot.delivers();
    expect(ben.lastText()).toContain("Kandern bleibt beteiligt.");
    await kim.presses("Austritt erfassen");
    kim.fills({ Kommune: "Kandern" });
    await kim.presses("Weiter");
    await kim.presses("Austritt erfassen");
    await runs(instantOf("2027-01-01T00:00"));
    await runs(instantOf("2027-01-04T09:00"));
    expect(ben.lastText()).toContain("Kandern war bis zum 31.12.2026 beteiligt.");
    await kim.types("koordination");
    expect(kim.lastText()).toContain("0 von 35 Sitzen sind besetzt.");
    await ben.types("sitz");
    expect(ben.lastText()).not.toContain("Sie haben den Sitz");
  });

  it("lets the coordinator record that a party is back: with an empty seat, that can be filled again", async () => {
    const { ben, kim } = await started();
    await kim.types("beteiligung");
    expect(actionsOf(kim.lastCard()).map(({ title }) => title)).not.toContain("Rückkehr erfassen");
    await kim.presses("Austritt erfassen");
    kim.fills({ Kommune: "Kandern" });
    await kim.presses("Weiter");
    await kim.presses("Austritt erfassen");
    await runs(instantOf("2027-01-01T00:00"));
    await kim.types("beteiligung");
    expect(kim.lastText()).toContain("Kandern war bis zum 31.12.2026 beteiligt.");
    await kim.presses("Rückkehr erfassen");
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Bitte wählen Sie eine Kommune aus.");
    kim.fills({ "Kommune, die zurückkehrt": "Kandern (bis 31.12.2026)" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Der Sitz ist leer.");
    await kim.presses("Rückkehr erfassen");
    expect(kim.lastText()).toContain("Beteiligt sind 36:");
    expect(kim.lastText()).not.toContain("Kandern war bis zum");
    await bot.delivers();
    expect(ben.lastText()).toContain("Kandern ist wieder an der Willensbekundung beteiligt");
    expect(ben.lastText()).toContain("Der Sitz ist noch leer.");
    await kim.types("koordination");
    expect(kim.lastText()).toContain("0 von 36 Sitzen sind besetzt.");
    await kim.presses("Sitze besetzen");
    kim.fills({
      "Diese Personen bekommen den Sitz ihrer Kommune": ["Kandern: Bürgermeisteramt Kandern"],
    });
    await kim.presses("Sitze vergeben");
    expect(kim.lastText()).toContain("1 von 36 Sitzen sind besetzt.");
    // Nobody else records it.
    await ben.executes("year.returnForm", {});
    expect(ben.lastText()).toContain("Das kann nur die Koordination.");
  });

  it("lets people choose their messages in their own chat, and sends the others as before", async () => {
    const { ben, kim } = await started();
    const round = ben.in(groupChat("Runde"));
    await round.types("mitteilungen");
    expect(round.lastText()).toContain("Das geht nur in unserem persönlichen Chat.");
    await ben.types("mitteilungen");
    expect(ben.lastText()).toContain("alles zu einer laufenden Wahl");
    const all = inputsOf(ben.lastCard())[0]?.node.value;
    expect(String(all).split(",")).toHaveLength(8);
    ben.fills({ "Das möchte ich bekommen": ["Einladungen zu Terminen des Forums"] });
    await ben.presses("Speichern");
    expect(ben.lastText()).toContain("Abgeschaltet: „Erinnerungen an Termine und Umfragen“");
    await runs(instantOf("2026-03-31T12:00"));
    const before = ben.sees().length;
    await runs(instantOf("2026-04-01T09:00"));
    expect(ben.sees()).toHaveLength(before);
    expect(kim.in(FORUM).lastText()).toContain("Überblick: 1. Quartal 2026");
    expect(kim.sees().some(({ text }) => text.includes("Das Forum hat keinen Vorsitz"))).toBe(true);
    await ben.types("mitteilungen");
    ben.fills({
      "Das möchte ich bekommen": ["Einladungen zu Terminen des Forums", "Überblick über das Quartal"],
    });
    await ben.presses("Speichern");
    await runs(instantOf("2026-07-01T09:00"));
    expect(ben.lastText()).toContain("Überblick: 2. Quartal 2026");
  });

  it("tells all parties of the renewal only when the coordinator asks for it", async () => {
    const { ben, kim } = await started();
    await runs(instantOf("2026-09-30T12:00"));
    await runs(instantOf("2026-10-01T09:00"));
    expect(ben.sees().some(({ text }) => text.includes("Willensbekundung gilt bis"))).toBe(false);
    await kim.presses("Alle Beteiligten informieren", "Die Willensbekundung gilt bis zum 31.12.2026");
    expect(kim.lastText()).toContain("an 1 Personen");
    await kim.presses("Hinweis senden");
    await bot.delivers();
    expect(ben.lastText()).toContain("Die Willensbekundung gilt bis zum 31.12.2026");
    expect(ben.lastText()).toContain("Möchte Ihre Kommune dabei bleiben, müssen Sie nichts tun.");
    expect(actionsOf(ben.lastCard())).toEqual([]);
    // The button belongs to the coordinator alone.
    await ben.executes("year.tell", { actionId: "x" });
    expect(ben.lastText()).toContain("Das kann nur die Koordination.");
  });

  it("leads from an alarm to planning and to the election with one press", async () => {
    const { kim } = await started();
    await runs(instantOf("2026-03-31T12:00"));
    await runs(instantOf("2026-04-15T09:00"));
    await kim.presses("Termin planen", "Für das 2. Quartal 2026 fehlt ein Forum");
    expect(kim.lastText()).toContain("20.05.2026");
    await kim.presses("Wahl starten", "Das Forum hat keinen Vorsitz");
    expect(kim.lastText()).toMatch(/Wahl/);
    expect(inputsOf(kim.lastCard()).length).toBeGreaterThan(0);
  });
});
