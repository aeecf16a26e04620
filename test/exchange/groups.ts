/** Two working groups with a channel each, their people, and records for the members of one of them only. */
import { startForumsbote } from "../support/forumsbote.ts";
import type { Person } from "../support/people.ts";
import { channel } from "../support/places.ts";

export type Bot = Awaited<ReturnType<typeof startForumsbote>>;
export const BAUEN = channel("Bauen");
export const AKTE = channel("Akte");

type Options = Parameters<typeof startForumsbote>[0];

/** Makes the place of `kim` the channel of a new group. */
export async function registers(kim: Person, name: string): Promise<void> {
  await kim.types("gruppe");
  kim.fills({ "Name der Arbeitsgruppe": name, Thema: `Alles über ${name}` });
  await kim.presses("Registrieren");
}

export async function twoGroups(options: Options = {}) {
  const bot = await startForumsbote(options);
  const kim = bot.coordinator();
  await kim.introduces("Landkreis Lörrach");
  await registers(kim.in(BAUEN), "Bauen");
  await registers(kim.in(AKTE), "Akte");
  const anna = bot.people.person("Bauamt Kandern");
  const ben = bot.people.person("Hauptamt Schopfheim");
  await anna.introduces("Kandern");
  await ben.introduces("Schopfheim");
  await anna.in(BAUEN).introduces("Kandern");
  await ben.in(AKTE).introduces("Schopfheim");
  await bot.delivers();
  return { bot, kim, anna, ben };
}

let forms = 0;

/** What a filled form sends. */
export const formOf = (part: object = {}) => {
  forms += 1;
  return {
    action: `form-${forms}`,
    ...{ kind: "process", title: "Vergabe der Planung", text: "Angebote der Büros im Vergleich." },
    ...{ stage: "idea", product: "", offer: "none", binding: "", visibility: "group", tags: "", links: "" },
    // Several of them are alike.
    despite: true,
    ...part,
  };
};

/** Records by a form in the place of `person`; the id of the record. */
export async function records(bot: Bot, person: Person, part: object = {}): Promise<string> {
  const form = formOf(part);
  await person.executes("exchange.save", form, "1");
  const row = await bot.db.read.exchange.findFirst({ where: { title: form.title } });
  if (!row) throw new Error(`not recorded: ${person.lastText()}`);
  return row.id;
}
