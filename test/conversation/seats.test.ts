import { afterEach, describe, expect, it } from "vitest";
import { actionsOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import type { Person } from "../support/people.ts";
import { channel, groupChat } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
let bot: Bot;
afterEach(() => bot.close());

const holders = async () => {
  const rows = await bot.db.read.seat.findMany({
    where: { delegateId: { not: null } },
    include: { delegate: true },
  });
  return rows.map((row) => `${row.party}: ${row.delegate?.name}`);
};

describe.each(engines)("seats on %s", (engine) => {
  const started = async () => {
    bot = await startForumsbote({ engine, trial: "none" });
    const anna = bot.people.person("Bürgermeisteramt Binzen");
    const ben = bot.people.person("Bürgermeisteramt Kandern");
    const kim = bot.coordinator();
    await anna.introduces("Binzen");
    await ben.introduces("Kandern");
    return { anna, ben, kim };
  };
  const gives = async (kim: ReturnType<Bot["coordinator"]>, ...people: string[]) => {
    await kim.types("koordination");
    await kim.presses("Sitze besetzen");
    kim.fills({ "Diese Personen bekommen den Sitz ihrer Kommune": people });
    await kim.presses("Sitze vergeben");
  };

  it("are empty at first: one for each of the 36 parties, none for the others", async () => {
    const { kim } = await started();
    expect(await bot.db.read.seat.count()).toBe(36);
    await kim.types("Koordination");
    expect(kim.lastText()).toContain("0 von 36 Sitzen sind besetzt.");
    expect(kim.lastText()).toContain("0 von 36 erreicht");
    expect(kim.lastText().split("\n").length).toBeLessThan(12);
    expect(actionsOf(kim.lastCard()).length).toBeLessThan(10);
  });

  it("lead to what is needed more rarely by one button, and back", async () => {
    const { anna, kim } = await started();
    await kim.types("koordination");
    await kim.presses("Weitere Aufgaben");
    const offered = actionsOf(kim.lastCard()).map(({ title }) => title);
    for (const title of ["Schulferien", "Beteiligung und Austritte", "Bewertungen", "Sammelbedarf"])
      expect(offered).toContain(title);
    await kim.presses("Zurück zur Koordination");
    expect(kim.lastText()).toContain("0 von 36 Sitzen sind besetzt.");
    await kim.presses("Weitere Aufgaben");
    await kim.presses("Beteiligung und Austritte");
    expect(kim.lastText()).toContain("Beteiligt sind 36:");
    await anna.executes("seat.more", {});
    expect(anna.lastText()).toContain("Das kann nur die Koordination.");
  });

  it("are given by the coordinator to people who have said who they are, and freed again", async () => {
    const { kim } = await started();
    await gives(kim, "Binzen: Bürgermeisteramt Binzen", "Kandern: Bürgermeisteramt Kandern");
    expect(kim.lastText()).toContain("2 von 36 Sitzen sind besetzt.");
    expect(kim.lastText()).toContain("Noch nicht besetzt sind 34 Sitze.");
    expect(await holders()).toEqual(["binzen: Bürgermeisteramt Binzen", "kandern: Bürgermeisteramt Kandern"]);
    await kim.presses("Sitz freigeben");
    kim.fills({ Kommune: "Binzen" });
    await kim.presses("Freigeben");
    expect(await holders()).toEqual(["kandern: Bürgermeisteramt Kandern"]);
  });

  it("are not taken from somebody by a form that is out of date, and a doubled press gives them once", async () => {
    const { kim } = await started();
    const late = kim.elsewhere();
    await kim.types("koordination");
    await kim.presses("Sitze besetzen");
    const form = {
      actionId: "a1",
      people: (await bot.db.read.member.findFirst({ where: { organisationKey: "binzen" } }))?.id,
    };
    await kim.executes("seat.give", form);
    await kim.executes("seat.give", form);
    expect(await holders()).toHaveLength(1);
    const { body } = await late.executes("seat.give", { ...form, actionId: "a2" });
    expect(JSON.stringify(body)).toContain("Einer dieser Sitze ist schon besetzt.");
  });

  it("nobody gives a seat to himself, and only the coordinator gives any", async () => {
    const { anna, kim } = await started();
    await kim.introduces("Landkreis Lörrach");
    await kim.types("koordination");
    await kim.presses("Sitze besetzen");
    expect(kim.lastText()).not.toContain("Landkreis Lörrach: ");
    const me = await bot.db.read.member.findFirst({ where: { organisationKey: "landkreis-loerrach" } });
    const { body } = await kim.executes("seat.give", { actionId: "a", people: me?.id });
    expect(JSON.stringify(body)).toContain("Niemand vergibt einen Sitz an sich selbst.");
    await anna.types("koordination");
    expect(anna.lastText()).toContain("Das kann nur die Koordination.");
    await anna.executes("seat.give", { actionId: "b", people: me?.id });
    await anna.executes("seat.free", { actionId: "b", party: "kandern" });
    expect(await holders()).toEqual([]);
  });

  it("somebody with a seat does not leave the party by a word; the coordinator frees the seat first", async () => {
    const { anna, kim } = await started();
    await gives(kim, "Binzen: Bürgermeisteramt Binzen");
    await anna.introduces("Kandern");
    expect(anna.lastText()).toContain(
      "Sie haben den Sitz Ihrer Kommune im Forum oder sind als Stellvertretung benannt.",
    );
    await anna.introduces("Binzen");
    expect(anna.lastText()).toContain("Danke. Sie gehören zu: Binzen.");
    expect(await holders()).toEqual(["binzen: Bürgermeisteramt Binzen"]);
  });

  it("an empty form says what is missing and changes nothing", async () => {
    const { kim } = await started();
    await gives(kim);
    expect(kim.lastText()).toContain("Bitte wählen Sie mindestens eine Person aus.");
    const { body } = await kim.executes("seat.free", { actionId: "x", party: "" });
    expect(JSON.stringify(body)).toContain("Dieser Sitz ist nicht besetzt.");
    expect(await holders()).toEqual([]);
  });
});

describe.each(engines)("deputies on %s", (engine) => {
  /** Binzen has a delegate, Anna, and somebody who can be named, Dora. */
  const started = async () => {
    bot = await startForumsbote({ engine, trial: "none" });
    const anna = bot.people.person("Bürgermeisteramt Binzen");
    const dora = bot.people.person("Hauptamt Binzen");
    const ben = bot.people.person("Bürgermeisteramt Kandern");
    const kim = bot.coordinator();
    await anna.introduces("Binzen");
    await dora.introduces("Binzen");
    await ben.introduces("Kandern");
    await kim.types("koordination");
    await kim.presses("Sitze besetzen");
    kim.fills({ "Diese Personen bekommen den Sitz ihrer Kommune": ["Binzen: Bürgermeisteramt Binzen"] });
    await kim.presses("Sitze vergeben");
    return { anna, dora, ben, kim };
  };
  const opens = async (kim: Person, party = "Binzen") => {
    await kim.types("koordination");
    await kim.presses("Stellvertretungen ansehen");
    kim.fills({ Kommune: party });
    await kim.presses("Sitz öffnen");
  };
  const named = async () => {
    const people = await started();
    await opens(people.kim);
    people.kim.fills({ "Wen möchten Sie benennen?": "Hauptamt Binzen" });
    await people.kim.presses("Benennen");
    return people;
  };
  const holder = async () => {
    const seat = await bot.db.read.seat.findUnique({ where: { party: "binzen" } });
    const id = seat?.standInId ?? seat?.delegateId ?? "";
    return (await bot.db.read.member.findUnique({ where: { id } }))?.name;
  };

  it("are named by the coordinator and seen by delegate, deputy and coordinator", async () => {
    const { anna, dora, ben, kim } = await named();
    expect(kim.lastText()).toContain("Benannt: Hauptamt Binzen.");
    expect(kim.lastText()).toContain("Aus dieser Kommune hat sich sonst noch niemand bei mir gemeldet.");
    await kim.presses("Alle Stellvertretungen");
    expect(kim.lastText()).toContain("Binzen: Hauptamt Binzen");
    await anna.types("sitz");
    expect(anna.lastText()).toContain("Ihr Sitz: Binzen");
    expect(anna.lastText()).toContain("Zurzeit stimmen Sie für Ihre Kommune ab");
    expect(anna.lastText()).toContain("Als Stellvertretung benannt: Hauptamt Binzen.");
    expect(anna.lastText()).toContain("Zurzeit ist keine Wahl offen.");
    await dora.types("Mein Sitz");
    expect(dora.lastText()).toContain("Zurzeit stimmt für Ihre Kommune ab: Bürgermeisteramt Binzen.");
    await ben.types("sitz");
    expect(ben.lastText()).toContain("Sie gehören zu Kandern, aber zu keinem Sitz im Forum.");
  });

  it("the seat is shown in the personal chat only, and asks a guest who he or she is", async () => {
    const { anna } = await started();
    const guest = bot.people.person("Gast");
    await guest.types("sitz");
    expect(guest.lastText()).toContain("Zu welcher Organisation gehören Sie?");
    const together = anna.in(groupChat("Runde"));
    await together.types("sitz");
    expect(together.lastText()).toContain("nur im persönlichen Chat");
    await together.executes("seat.standIn", { actionId: "g", deputy: "x" });
    expect(together.lastText()).toContain("nur im persönlichen Chat");
  });

  it("stand in when the delegate says so; both are told, once for every change", async () => {
    const { anna, dora } = await named();
    await anna.types("vertretung einschalten");
    await anna.presses("Vertretung einschalten");
    expect(anna.lastText()).toContain("Zurzeit stimmt für Ihre Kommune ab: Hauptamt Binzen.");
    expect(await holder()).toBe("Hauptamt Binzen");
    await bot.delivers();
    expect(anna.lastText()).toContain("Hauptamt Binzen vertritt Sie jetzt im Forum.");
    expect(dora.lastText()).toContain("Sie vertreten jetzt Binzen im Forum.");
    await dora.presses("Mein Sitz");
    expect(dora.lastText()).toContain("Sie vertreten zurzeit Bürgermeisteramt Binzen");
    await anna.types("sitz");
    await anna.presses("Vertretung beenden");
    expect(anna.lastText()).toContain("Zurzeit stimmen Sie für Ihre Kommune ab");
    await bot.delivers();
    expect(anna.lastText()).toContain("Die Vertretung für Binzen ist beendet.");
    expect(dora.lastText()).toContain("Ihre Vertretung für Binzen ist beendet.");
    await anna.types("sitz");
    await anna.presses("Vertretung einschalten");
    await bot.delivers();
    expect(dora.lastText()).toContain("Sie vertreten jetzt Binzen im Forum.");
  });

  it("of what was overtaken before it could be told nobody hears", async () => {
    const { anna, dora } = await named();
    await anna.types("sitz");
    await anna.presses("Vertretung einschalten");
    await anna.presses("Vertretung beenden");
    await bot.delivers();
    expect(dora.sees().filter((one) => one.text.includes("Sie vertreten jetzt"))).toEqual([]);
    expect(dora.lastText()).toContain("ist beendet");
  });

  it("a deputy does not switch himself on, and an old card of a delegate of before changes nothing", async () => {
    const { anna, dora, kim } = await named();
    const me = await bot.db.read.member.findFirst({ where: { name: "Hauptamt Binzen" } });
    const { body } = await dora.executes("seat.standIn", { actionId: "x", deputy: me?.id });
    expect(JSON.stringify(body)).toContain("Die Vertretung schaltet ein, wer den Sitz auf Dauer hat");
    await dora.executes("deputy.standIn", { actionId: "y", party: "binzen", deputy: me?.id });
    expect(dora.lastText()).toContain("Das kann nur die Koordination.");
    await anna.types("sitz");
    await kim.types("koordination");
    await kim.presses("Sitz freigeben");
    kim.fills({ Kommune: "Binzen" });
    await kim.presses("Freigeben");
    await anna.presses("Vertretung einschalten");
    expect(anna.lastText()).toContain("zu keinem Sitz im Forum");
    expect(await holder()).toBeUndefined();
    await opens(kim);
    expect(kim.lastText()).toContain("Der Sitz ist nicht besetzt.");
  });

  it("two devices switch on at once, and exactly one holds the seat", async () => {
    const { anna, kim } = await named();
    const me = await bot.db.read.member.findFirst({ where: { name: "Hauptamt Binzen" } });
    await Promise.all([
      anna.executes("seat.standIn", { actionId: "a", deputy: me?.id }),
      anna.elsewhere().executes("seat.standIn", { actionId: "b", deputy: me?.id }),
      kim.executes("deputy.standIn", { actionId: "c", party: "binzen", deputy: me?.id }),
    ]);
    expect(await holder()).toBe("Hauptamt Binzen");
    expect(await bot.db.read.outboxItem.count({ where: { kind: "deputy.standIn" } })).toBe(2);
  });

  it("a deputy does not leave the party by a word; taken off, he or she may", async () => {
    const { dora, kim } = await named();
    await dora.introduces("Kandern");
    expect(dora.lastText()).toContain("Bitte wenden Sie sich zuerst an die Koordination");
    await opens(kim);
    kim.fills({ "Welche benannte Person?": "Hauptamt Binzen" });
    await kim.presses("Streichen");
    expect(kim.lastText()).toContain("Benannt ist niemand.");
    await dora.introduces("Kandern");
    expect(dora.lastText()).toContain("Danke. Sie gehören zu: Kandern.");
  });

  it("the coordinator switches on and off, and is told what is missing", async () => {
    const { kim } = await named();
    await kim.presses("Vertretung einschalten");
    expect(kim.lastText()).toContain("Bitte wählen Sie eine Person aus.");
    kim.fills({ "Welche benannte Person?": "Hauptamt Binzen" });
    await kim.presses("Vertretung einschalten");
    expect(kim.lastText()).toContain("Zurzeit stimmt ab: Hauptamt Binzen (Vertretung).");
    kim.fills({ "Welche benannte Person?": "Hauptamt Binzen" });
    await kim.presses("Streichen");
    expect(kim.lastText()).toContain("Diese Person vertritt gerade.");
    await kim.presses("Vertretung beenden");
    expect(await holder()).toBe("Bürgermeisteramt Binzen");
    await kim.presses("Alle Stellvertretungen");
    await kim.presses("Sitz öffnen");
    expect(kim.lastText()).toContain("Bitte wählen Sie zuerst eine Kommune aus.");
    const { body } = await kim.executes("deputy.seat", { party: "nirgends" });
    expect(JSON.stringify(body)).toContain("Diesen Sitz gibt es nicht.");
  });
});

describe.each(engines)("probes on %s", (engine) => {
  const sent = async () => {
    bot = await startForumsbote({ engine });
    const [kandern, todtnau] = [
      ["Kandern", "a2"],
      ["Todtnau", "a5"],
    ].map(([name, last]) =>
      bot.people.person(`Delegation ${name}`, {
        aadObjectId: `00000000-0000-0000-0000-0000000000${last}`,
        userId: `29:${last}`,
      }),
    ) as [Person, Person];
    const kim = bot.coordinator();
    for (const person of [kandern, todtnau]) await person.types("hilfe");
    await kim.types("koordination");
    await kim.presses("Erreichbarkeit prüfen");
    expect(kim.lastText()).toContain("Es wurde noch keine Probe gesendet.");
    await kim.presses("Probe an alle");
    await bot.delivers();
    return { kandern, todtnau, kim };
  };

  it("reach every holder, and a press is thanked for and counted", async () => {
    const { kandern, todtnau, kim } = await sent();
    expect(kim.lastText()).toContain("6 Proben sind unterwegs.");
    expect(kandern.lastText()).toContain("Probe: Bitte einmal drücken");
    await kandern.presses("Ich bin erreichbar");
    expect(kandern.lastText()).toBe("Danke, Sie sind erreichbar.");
    await todtnau.presses("Ich bin erreichbar");
    await kim.presses("Neu laden");
    expect(kim.lastText()).toContain("2 von 6 erreicht");
    expect(kim.lastText()).toMatch(/auf Papier:\nLandkreis Lörrach, Lörrach, Schopfheim, Weil am Rhein/);
    await kim.presses("Zur Koordination");
    expect(kim.lastText()).toContain("2 von 6 erreicht");
  });

  it("pressed twice, by somebody else, or after a newer one are answered clearly", async () => {
    const { kandern, todtnau, kim } = await sent();
    const old = kandern.elsewhere();
    const [press] = actionsOf(kandern.lastCard());
    const again = async (person: Person) =>
      JSON.stringify((await person.executes("probe.answer", press?.node.data)).body);
    await kandern.presses("Ich bin erreichbar");
    expect(await again(old)).toContain("Das war schon gespeichert.");
    expect(await again(todtnau)).toContain("Diese Probe ist für eine andere Person bestimmt.");
    await kim.presses("Nur Fehlende anschreiben");
    expect(kim.lastText()).toContain("noch keine zehn Minuten her");
    bot.time.passes(10 * 60_000);
    await kim.presses("Probe an alle");
    await bot.delivers();
    expect(await again(old)).toContain("Diese Probe ist überholt.");
    await kim.presses("Neu laden");
    expect(kim.lastText()).toContain("0 von 6 erreicht");
  });

  it("open the personal chat of somebody who has never written", async () => {
    bot = await startForumsbote({ engine });
    const kim = bot.coordinator();
    const here = kim.in(channel("Forum"));
    await here.types("gruppe");
    here.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
    await here.presses("Registrieren");
    await kim.types("koordination");
    await kim.presses("Erreichbarkeit prüfen");
    await kim.presses("Probe an alle");
    await bot.delivers();
    expect(await bot.db.read.conversation.count({ where: { kind: "personal" } })).toBe(6);
    const done = await bot.db.read.outboxItem.findMany({ where: { kind: "probe.card" } });
    expect(done.map((one) => one.state)).toEqual(Array(6).fill("delivered"));
  });

  it("only the coordinator sends them and sees who is missing", async () => {
    const { kandern } = await sent();
    await kandern.executes("probe.show", {});
    expect(kandern.lastText()).toContain("Das kann nur die Koordination.");
    await kandern.executes("probe.send", { actionId: "x", extent: "all" });
    expect(kandern.lastText()).toContain("Das kann nur die Koordination.");
  });
});
