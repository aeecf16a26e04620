import { afterEach, describe, expect, it } from "vitest";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel, groupChat } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
let bot: Bot;
afterEach(() => bot.close());

const AKTE = { "Name der Arbeitsgruppe": "AG E-Akte", Thema: "Einführung der E-Akte" };

describe.each(engines)("a channel becomes a working group, on %s", (engine) => {
  const started = async () => {
    bot = await startForumsbote({ engine });
    return {
      coordinator: bot.coordinator(),
      anna: bot.people.person("Delegation Binzen"),
      here: groupChat("AG E-Akte"),
    };
  };

  it("by the coordinator's form, once, and the place is told", async () => {
    const { coordinator, here } = await started();
    const kim = coordinator.in(here);
    await kim.types("gruppe");
    kim.fills(AKTE);
    await kim.presses("Registrieren");
    expect(kim.lastText()).toContain("Arbeitsgruppe AG E-Akte");
    expect(kim.lastText()).toContain("Noch niemanden entsenden 36 von 36");
    await bot.delivers();
    expect(kim.lastText()).toContain("Dieser Kanal gehört jetzt zur Arbeitsgruppe AG E-Akte");
    await bot.delivers();
    expect(kim.sees().filter((one) => one.text.includes("gehört jetzt"))).toHaveLength(1);
    expect(await bot.db.read.workingGroup.count()).toBe(1);
  });

  it("members say who they are, join, and are counted by organisation", async () => {
    const { coordinator, anna, here } = await started();
    const kim = coordinator.in(here);
    await kim.types("gruppe");
    kim.fills(AKTE);
    await kim.presses("Registrieren");
    const annaHere = anna.in(here);
    await annaHere.introduces("Binzen");
    expect(annaHere.lastText()).toContain("Sie arbeiten jetzt in der Gruppe „AG E-Akte“ mit.");
    const ben = bot.people.person("Fachamt Kandern");
    await ben.introduces("Kandern");
    await ben.in(here).types("gruppe");
    const benHere = ben.in(here);
    await benHere.presses("Ich arbeite mit");
    expect(benHere.lastText()).toContain("Binzen (1 Person), Kandern (1 Person)");
    expect(benHere.lastText()).toContain("Noch niemanden entsenden 34 von 36");
  });

  it("do not miss a party that has left the Forum, until it is back", async () => {
    const { coordinator, here } = await started();
    const kim = coordinator.in(here);
    await kim.types("gruppe");
    kim.fills(AKTE);
    await kim.presses("Registrieren");
    expect(kim.lastText()).toContain("Noch niemanden entsenden 36 von 36");
    const leaves = (validTo: string | null) =>
      bot.db.write(async (tx) => {
        await tx.organisation.update({ where: { key: "kandern" }, data: { validTo } });
      });
    await leaves("2021-12-31");
    await kim.types("gruppe");
    expect(kim.lastText()).toContain("Noch niemanden entsenden 35 von 35");
    // Its people stay in the group, and make no party of it.
    await bot.people.person("Fachamt Kandern").in(here).introduces("Kandern");
    await kim.types("gruppe");
    expect(kim.lastText()).toContain("Noch niemanden entsenden 35 von 35");
    await leaves(null);
    await kim.types("gruppe");
    expect(kim.lastText()).toContain("Noch niemanden entsenden 35 von 36");
  });

  it("a wrong form keeps what was entered and says what is wrong", async () => {
    const { coordinator, here } = await started();
    const kim = coordinator.in(here);
    await kim.types("gruppe");
    kim.fills({ "Name der Arbeitsgruppe": "AG E-Akte" });
    await kim.presses("Registrieren");
    expect(kim.lastText()).toContain("worum es in der Arbeitsgruppe geht");
    kim.fills({ Thema: "E-Akte" });
    await kim.presses("Registrieren");
    expect(kim.lastText()).toContain("Arbeitsgruppe AG E-Akte");
    expect(await bot.db.read.workingGroup.findFirst()).toMatchObject({ name: "AG E-Akte", topic: "E-Akte" });
  });

  it("two coordinators at once with the same name: one group, the other is told", async () => {
    const { coordinator } = await started();
    const first = coordinator.in(groupChat("eins"));
    const second = coordinator.in(groupChat("zwei"));
    for (const one of [first, second]) {
      await one.types("gruppe");
      one.fills(AKTE);
    }
    await Promise.all([first.presses("Registrieren"), second.presses("Registrieren")]);
    const texts = [first.lastText(), second.lastText()];
    expect(texts.filter((one) => one.includes("gibt es schon"))).toHaveLength(1);
    expect(await bot.db.read.workingGroup.count()).toBe(1);
  });

  it("a second place joins an existing group; the Forum's channel hears of a new one", async () => {
    const { coordinator, here } = await started();
    const forum = coordinator.in(channel("Forum"));
    await forum.types("gruppe");
    forum.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
    await forum.presses("Registrieren");
    const kim = coordinator.in(here);
    await kim.types("gruppe");
    kim.fills(AKTE);
    await kim.presses("Registrieren");
    await bot.delivers();
    expect(forum.lastText()).toContain("Es gibt eine neue Arbeitsgruppe: AG E-Akte.");
    const second = coordinator.in(groupChat("AG E-Akte, kleine Runde"));
    await second.types("gruppe");
    second.fills({ "Wofür ist dieser Kanal?": "Weiterer Kanal von: AG E-Akte" });
    await second.presses("Registrieren");
    expect(second.lastText()).toContain("Arbeitsgruppe AG E-Akte");
    await bot.delivers();
    expect(second.lastText()).toContain("Dieser Kanal gehört jetzt");
    expect(forum.sees().filter((one) => one.text.includes("neue Arbeitsgruppe:"))).toHaveLength(1);
    await bot.coordinator().types("gruppe");
  });

  it("others cannot register a place, see whose it is not, and a button does not help them", async () => {
    const { coordinator, anna, here } = await started();
    const annaHere = anna.in(here);
    await annaHere.types("gruppe");
    expect(annaHere.lastText()).toContain("Die Koordination kann ihn registrieren");
    await coordinator.in(here).types("gruppe");
    annaHere.fills(AKTE);
    await annaHere.presses("Registrieren");
    expect(annaHere.lastText()).toContain("Das kann nur die Koordination");
    expect(await bot.db.read.workingGroup.count()).toBe(0);
  });

  it("the coordinator changes the group; a name that another one has is refused", async () => {
    const { coordinator, here } = await started();
    for (const [place, name] of [[groupChat("zwei"), "AG OZG"] as const, [here, "AG E-Akte"] as const]) {
      const kim = coordinator.in(place);
      await kim.types("gruppe");
      kim.fills({ ...AKTE, "Name der Arbeitsgruppe": name });
      await kim.presses("Registrieren");
    }
    const kim = coordinator.in(here);
    await kim.types("gruppe");
    await kim.presses("Gruppe bearbeiten");
    kim.fills({ "Name der Arbeitsgruppe": "ag  ozg" });
    await kim.presses("Speichern");
    expect(kim.lastText()).toContain("gibt es schon");
    kim.fills({ "Name der Arbeitsgruppe": "AG Akte und Archiv" });
    await kim.presses("Speichern");
    expect(kim.lastText()).toContain("Arbeitsgruppe AG Akte und Archiv");
    await kim.in({ kind: "personal", id: "a:kim", name: "Kim" }).types("gruppe");
    expect(await bot.db.read.workingGroup.count({ where: { name: "AG Akte und Archiv" } })).toBe(1);
  });

  it("the same form delivered three times registers once", async () => {
    const { coordinator, here } = await started();
    const kim = coordinator.in(here);
    await kim.types("gruppe");
    kim.fills(AKTE);
    const again = kim.elsewhere();
    again.fills(AKTE);
    await Promise.all([kim.presses("Registrieren"), again.presses("Registrieren")]);
    expect(kim.lastText()).toContain("Arbeitsgruppe AG E-Akte");
    expect(again.lastText()).toContain("Arbeitsgruppe AG E-Akte");
    expect(await bot.db.read.workingGroup.count()).toBe(1);
    await bot.delivers();
    expect(await bot.db.read.outboxItem.count()).toBe(1);
  });
});
