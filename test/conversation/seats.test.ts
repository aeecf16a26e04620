import { afterEach, describe, expect, it } from "vitest";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";

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
    await anna.types("ich bin Binzen");
    await ben.types("ich bin Kandern");
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
  });

  it("are given by the coordinator to people who have said who they are, and freed again", async () => {
    const { kim } = await started();
    await gives(kim, "Binzen: Bürgermeisteramt Binzen", "Kandern: Bürgermeisteramt Kandern");
    expect(kim.lastText()).toContain("2 von 36 Sitzen sind besetzt.");
    expect(kim.lastText()).toContain("Einen Chat mit mir haben davon: 2");
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
    await kim.types("ich bin Landkreis Lörrach");
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
    await anna.types("ich bin Kandern");
    expect(anna.lastText()).toContain("Sie haben den Sitz Ihrer Kommune im Forum.");
    await anna.types("ich bin Binzen");
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
