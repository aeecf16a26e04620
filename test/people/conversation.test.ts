import { afterEach, describe, expect, it } from "vitest";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel, groupChat } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
let bot: Bot;
afterEach(() => bot.close());

describe.each(engines)("people on %s", (engine) => {
  const started = async () => {
    bot = await startForumsbote({ engine, trial: "none" });
    const anna = bot.people.person("Bürgermeisteramt Binzen");
    const ben = bot.people.person("Hauptamt Kandern");
    const kim = bot.coordinator();
    await anna.introduces("Binzen");
    await ben.introduces("Kandern");
    await kim.introduces("Landkreis Lörrach");
    return { anna, ben, kim };
  };
  type Someone = Awaited<ReturnType<typeof started>>["kim"];

  async function opens(kim: Someone, who: string): Promise<void> {
    await kim.types("personen");
    kim.fills({ Person: who });
    await kim.presses("Person öffnen");
  }
  async function appoints(kim: Someone, who: string): Promise<void> {
    await opens(kim, who);
    await kim.presses("Zur Koordination ernennen");
    await kim.presses("Jetzt ernennen");
  }
  /** What a press is answered with, as it stands on the wire. */
  const told = async (who: Someone, verb: string, data: object): Promise<string> =>
    JSON.stringify((await who.executes(verb, data)).body);
  const changes = async () =>
    (await bot.db.read.memberChange.findMany({ orderBy: { id: "asc" } })).map(({ field }) => field);

  it("are listed for coordinators alone, by organisation, with part and reach, and found by a word", async () => {
    const { anna, kim } = await started();
    await anna.types("personen");
    expect(anna.lastText()).toContain("Das kann nur die Koordination.");
    await kim.in(channel("Forum")).types("personen");
    expect(kim.in(channel("Forum")).lastText()).toContain("nur im persönlichen Chat");
    await kim.types("personen");
    expect(kim.lastText()).toContain("3 Personen. Alle sind erreicht.");
    expect(kim.lastText()).toMatch(/Binzen[\s\S]*Kandern[\s\S]*Landkreis Lörrach/);
    expect(kim.lastText()).toContain("Koordination Landkreis: Koordination, erreicht");
    await kim.types("personen kandern");
    expect(kim.lastText()).toContain("1 von 3 Personen");
    kim.fills({ "Suchwort (Name, Organisation oder Rolle)": "niemand sonst" });
    await kim.presses("Suchen");
    expect(kim.lastText()).toContain("Zu diesen Wörtern gibt es niemanden.");
  });

  it("are appointed to coordinate after a review; they, and the others, are told; it ends again", async () => {
    const { anna, ben, kim } = await started();
    await anna.types("koordination");
    expect(anna.lastText()).toContain("Das kann nur die Koordination.");
    await opens(kim, "Binzen: Bürgermeisteramt Binzen");
    await kim.presses("Zur Koordination ernennen");
    expect(kim.lastText()).toContain("Die Person darf danach alles, was die Koordination darf");
    expect(await bot.db.read.coordinator.count()).toBe(0);
    await kim.presses("Jetzt ernennen");
    expect(kim.lastText()).toContain("Die Person gehört jetzt zur Koordination.");
    await bot.delivers();
    expect(anna.lastText()).toContain("Sie gehören jetzt zur Koordination.");

    await appoints(anna, "Kandern: Hauptamt Kandern");
    await bot.delivers();
    expect(ben.lastText()).toContain("Sie gehören jetzt zur Koordination.");
    expect(
      kim
        .sees()
        .map(({ text }) => text)
        .join("\n"),
    ).toContain("Hauptamt Kandern gehört jetzt zur Koordination.");

    await opens(ben, "Binzen: Bürgermeisteramt Binzen");
    await ben.presses("Koordination beenden");
    await ben.presses("Jetzt beenden");
    await bot.delivers();
    expect(anna.lastText()).toContain("Sie gehören nicht mehr zur Koordination.");
    await anna.types("personen");
    expect(anna.lastText()).toContain("Das kann nur die Koordination.");
    expect(await changes()).toEqual(["coordinator", "coordinator", "coordinator"]);
  });

  it("keep their office where the configuration names them, and say where it stands", async () => {
    const { anna, kim } = await started();
    await appoints(kim, "Binzen: Bürgermeisteramt Binzen");
    await opens(anna, "Landkreis Lörrach: Koordination Landkreis");
    expect(anna.lastText()).toContain("durch die Einstellung COORDINATORS");
    const id = (await bot.db.read.member.findFirst({ where: { name: kim.name } }))?.id ?? "";
    const refused = "Diese Person steht in der Einstellung COORDINATORS.";
    expect(await told(anna, "coordinator.end", { actionId: "e1", member: id })).toContain(refused);
    expect(await told(anna, "people.remove", { actionId: "r1", member: id })).toContain(refused);
    await kim.types("koordination");
    expect(kim.lastText()).not.toContain("Das kann nur");
  });

  it("are corrected and told, but not moved away from their seat", async () => {
    const { anna, kim } = await started();
    await opens(kim, "Binzen: Bürgermeisteramt Binzen");
    await kim.presses("Angaben berichtigen");
    kim.fills({ Name: "Hauptamt  Binzen ", Organisation: "Kandern" });
    await kim.presses("Speichern");
    expect(kim.lastText()).toContain("Gespeichert.");
    await bot.delivers();
    expect(anna.lastText()).toContain("Gespeichert sind jetzt: Hauptamt Binzen, Kandern");
    expect((await changes()).sort()).toEqual(["name", "organisation"]);

    const { id } = await bot.db.read.member.findFirstOrThrow({ where: { name: "Hauptamt Binzen" } });
    await kim.executes("seat.give", { actionId: "g1", people: id });
    expect(
      await told(kim, "people.correct", { actionId: "c1", member: id, name: "Amt", organisation: "binzen" }),
    ).toContain("gehört zu einem Sitz");
    expect(await bot.db.read.member.findUnique({ where: { id } })).toMatchObject({
      name: "Hauptamt Binzen",
      organisationKey: "kandern",
    });
  });

  it("are removed after a review, and nobody removes himself", async () => {
    const { anna, kim } = await started();
    await opens(kim, "Binzen: Bürgermeisteramt Binzen");
    await kim.presses("Aus dem Forum entfernen");
    expect(kim.lastText()).toContain("Sitz, Stellvertretung, Gruppen und Rechte enden sofort.");
    await kim.presses("Jetzt entfernen");
    expect(kim.lastText()).toContain("Die Person ist entfernt.");
    expect(kim.lastText()).toContain("2 Personen");
    const gone = await bot.db.read.member.findFirstOrThrow({ where: { aadObjectId: anna.aadObjectId } });
    expect(gone.leftAt).not.toBeNull();
  });

  it("whose chat is closed are not reached, here and in the list of seats", async () => {
    const { anna, kim } = await started();
    const { id } = await bot.db.read.member.findFirstOrThrow({ where: { aadObjectId: anna.aadObjectId } });
    await kim.executes("seat.give", { actionId: "g1", people: id });
    await kim.executes("probe.send", { actionId: "p1", extent: "all" });
    await bot.delivers();
    await anna.presses("Ich bin erreichbar");
    expect(await told(kim, "probe.show", {})).toContain("1 von 36 erreicht");
    await anna.uninstalls();
    expect(await told(kim, "probe.show", {})).toContain("0 von 36 erreicht");
    await kim.types("personen binzen");
    expect(kim.lastText()).toContain("Bürgermeisteramt Binzen: Delegierte/r, nicht erreicht");
  });

  it("taken out of the only place of a group are its members no more, and stay what else they are", async () => {
    const { anna, ben, kim } = await started();
    const bauen = groupChat("Bauen");
    const here = kim.in(bauen);
    await here.types("gruppe");
    here.fills({ "Name der Arbeitsgruppe": "Bauen", Thema: "Digitale Bauakte" });
    await here.presses("Registrieren");
    for (const one of [anna.in(bauen), ben.in(bauen)]) {
      await one.types("gruppe");
      await one.presses("Ich arbeite mit");
    }
    const members = () => bot.db.read.groupMember.count();
    expect(await members()).toBe(2);
    const removed = (place: ReturnType<typeof groupChat>) =>
      kim.in(place).posts(
        kim.in(place).activity({
          type: "conversationUpdate",
          membersRemoved: [{ id: anna.userId, aadObjectId: anna.aadObjectId }],
        }),
      );
    await removed(groupChat("Anderswo"));
    expect(await members()).toBe(2);
    expect((await removed(bauen)).status).toBe(200);
    expect(await members()).toBe(1);
    expect(await bot.db.read.member.count({ where: { leftAt: null } })).toBe(3);
  });
});
