/** Forms that are wrong say what to do and keep what was entered; what weighs something is reviewed first. */
import { afterEach, describe, expect, it } from "vitest";
import { entered, inputsOf } from "../support/card.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import type { Person } from "../support/people.ts";
import { channel } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
const open: Bot[] = [];
afterEach(async () => {
  for (const bot of open.splice(0)) await bot.close();
});

/** What stands in an input, and what stands there when `fill` was entered. */
function held(person: Pick<Person, "lastCard">, label: string, fill: string): [string, string] {
  const input = inputsOf(person.lastCard()).find((one) => one.label === label);
  return input ? [String(input.node.value ?? ""), entered(input, fill)] : ["", `no input ${label}`];
}

async function forum() {
  const bot = await startForumsbote();
  open.push(bot);
  const kim = bot.coordinator();
  const here = kim.in(channel("Forum"));
  await here.types("gruppe");
  here.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
  await here.presses("Registrieren");
  const kandern = bot.people.person("Delegation Kandern", {
    ...{ aadObjectId: "00000000-0000-0000-0000-0000000000a2", userId: "29:a2" },
  });
  await kandern.types("hilfe");
  return { bot, kim, kandern };
}

type Stumble = {
  readonly name: string;
  readonly who: "kim" | "kandern";
  /** To the form, from a typed word. */
  readonly way: (person: Person) => Promise<void>;
  /** Everything right but one thing. */
  readonly fills: Readonly<Record<string, string>>;
  readonly press: string;
  /** What the sentence says. */
  readonly says: RegExp;
};

const types = (word: string) => (person: Person) => person.types(word).then(() => undefined);

const STUMBLES: readonly Stumble[] = [
  {
    ...{ name: "a topic for the agenda", who: "kandern", way: types("thema"), press: "Vorschlagen" },
    fills: { "Titel des Themas": "Bauakte ".repeat(40) },
    says: /zu lang|Möglich sind/,
  },
  {
    ...{
      name: "a request about one's data",
      who: "kandern",
      way: types("widerspruch"),
      press: "Anfrage senden",
    },
    fills: {
      "Worum geht es?": "Berichtigung: etwas über Sie stimmt nicht",
      "Was möchten Sie? Bitte mit Ihren Gründen.": "Name ".repeat(2_000),
    },
    says: /zu lang|Möglich sind/,
  },
  {
    ...{ name: "days that are blocked", who: "kim", way: types("sperrtage"), press: "Sperren" },
    fills: { "Tage sperren": "31.02.2026", Grund: "Kreistag" },
    says: /Datum|Tag/,
  },
  {
    ...{ name: "a date", who: "kim", way: types("eigener termin"), press: "Weiter" },
    fills: { Datum: "2020-01-01", "Uhrzeit (Beginn)": "09:00", "Ort (Raum oder Adresse)": "Kreistagssaal" },
    says: /schon vorbei/,
  },
  {
    name: "an answer to a question",
    who: "kim",
    way: async (kim) => {
      await kim.types("offene fragen");
      await kim.presses("Beantworten: 1");
    },
    fills: {
      Antwort: "Ja. ".repeat(2_000),
      "Weitere Formulierungen, eine je Zeile (freiwillig)": "Reicht die einfache Mehrheit?",
      "Grundlage, zum Beispiel ein Beschluss (freiwillig)": "Beschluss vom 3. Februar",
    },
    press: "Antwort senden",
    says: /zu lang|Möglich sind/,
  },
  {
    ...{ name: "a record", who: "kandern", way: types("festhalten"), press: "Speichern" },
    fills: { Titel: "x".repeat(400), Beschreibung: "Läuft seit März." },
    says: /zu lang|Möglich sind/,
  },
  {
    name: "a party that leaves",
    who: "kim",
    way: async (kim) => {
      await kim.types("beteiligung");
      await kim.presses("Austritt erfassen");
    },
    fills: { Kommune: "Kandern", "Letzter Tag der Beteiligung": "2020-01-01" },
    press: "Weiter",
    says: /Bitte|Tag|Datum/,
  },
];

describe("a form with a mistake in it", () => {
  it.each(STUMBLES)("$name: says what to do, and nothing entered is lost", async (one) => {
    const { bot, kim, kandern } = await forum();
    await kandern.types("Mit welcher Mehrheit beschließt das Forum?");
    await kandern.presses("An die Koordination weitergeben");
    const person = { kim, kandern }[one.who];
    await one.way(person);
    person.fills(one.fills);
    await person.presses(one.press);
    expect(person.lastText()).toMatch(one.says);
    for (const [label, fill] of Object.entries(one.fills)) {
      const [shown, given] = held(person, label, fill);
      // What is too long is shown as far as the field reaches, never more.
      expect([label, shown !== "" && given.startsWith(shown.trim().replace(/…$/, ""))]).toEqual([
        label,
        true,
      ]);
    }
    expect(bot.logged.filter(({ level }) => level === "fault")).toEqual([]);
  });
});

describe("what weighs something", () => {
  it("is reviewed before it counts: a party that leaves, a request to be erased", async () => {
    const { bot, kim, kandern } = await forum();
    await kim.types("beteiligung");
    await kim.presses("Austritt erfassen");
    kim.fills({ Kommune: "Kandern", "Letzter Tag der Beteiligung": "2026-12-31" });
    await kim.presses("Weiter");
    expect(kim.lastText()).toContain("Diesen Austritt erfassen?");
    expect(await bot.db.read.partyLeave.count()).toBe(0);
    await kandern.types("meine daten löschen");
    expect(kandern.lastText()).toContain("Danach lässt es sich nicht zurücknehmen.");
    expect(await bot.db.read.member.count({ where: { name: "Delegation Kandern" } })).toBe(1);
    await kandern.presses("Abbrechen");
    expect(await bot.db.read.member.count({ where: { name: "Delegation Kandern" } })).toBe(1);
  });
});

describe("a form that was closed", () => {
  it("gives back what was entered", async () => {
    const { kandern } = await forum();
    await kandern.types("festhalten");
    kandern.fills({ Titel: "Digitale Bauakte", Beschreibung: "Läuft seit März." });
    await kandern.presses("Abbrechen");
    await kandern.presses("Weiter bearbeiten");
    expect(held(kandern, "Titel", "Digitale Bauakte")[0]).toBe("Digitale Bauakte");
    expect(held(kandern, "Beschreibung", "Läuft seit März.")[0]).toBe("Läuft seit März.");
  });
});
