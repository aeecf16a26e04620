/** A Forum of six that elects through the HTTP door: people, form, votes and a clock that jumps. */
import { startForumsbote } from "../support/forumsbote.ts";
import type { Person } from "../support/people.ts";
import { channel } from "../support/places.ts";

export type Bot = Awaited<ReturnType<typeof startForumsbote>>;
export type Options = Parameters<typeof startForumsbote>[0];

export const FORUM = channel("Forum");
export const MINUTE = 60_000;
export const DAY = 86_400_000;

const HOLDERS = [
  ["Landkreis Lörrach", "a0"],
  ["Schopfheim", "a1"],
  ["Kandern", "a2"],
  ["Lörrach", "a3"],
  ["Weil am Rhein", "a4"],
  ["Todtnau", "a5"],
] as const;

/** Three of the six lead and watch. */
export const ROLES = {
  Wahlleitung: "Delegation Lörrach (Lörrach)",
  "Wahlprüfung: zwei Personen aus verschiedenen Kommunen": [
    "Delegation Weil am Rhein (Weil am Rhein)",
    "Delegation Todtnau (Todtnau)",
  ],
};

/** A Forum with its channel; all six who hold a seat have talked to the bot. */
export async function assembly(options: Options = {}) {
  const bot = await startForumsbote(options);
  const kim = bot.coordinator();
  const here = kim.in(FORUM);
  await here.types("gruppe");
  here.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
  await here.presses("Registrieren");
  const people = HOLDERS.map(([name, last]) =>
    bot.people.person(`Delegation ${name}`, {
      aadObjectId: `00000000-0000-0000-0000-0000000000${last}`,
      userId: `29:${last}`,
    }),
  );
  for (const person of people) await person.types("hilfe");
  /** Moves the clock, then lets the program do what is due. */
  const ticks = async (ms: number): Promise<void> => {
    bot.time.passes(ms);
    await bot.built.jobs.election.run(bot.time.clock());
    await bot.delivers();
  };
  /** Puts the clock to an instant in Berlin, `2026-03-17T09:00+01:00`. */
  const until = (instant: string): Promise<void> => ticks(Date.parse(instant) - bot.time.clock());
  const [landkreis, schopfheim, kandern, loerrach, weil, todtnau] = people as [
    Person,
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  const named = { landkreis, schopfheim, kandern, loerrach, weil, todtnau };
  return { bot, kim, here, people, ticks, until, ...named };
}

/** The form for candidacies that stand already, with those who lead and watch. */
export async function opensForm(kim: Person): Promise<void> {
  await kim.presses("Kandidaturen stehen fest");
  kim.fills(ROLES);
}

/** Begins with nominations, until 16 March, 18:00. */
export async function announces(
  kim: Person,
  filled: Record<string, string | readonly string[]> = {},
): Promise<void> {
  await kim.types("wahl starten");
  kim.fills({ ...ROLES, ...filled });
  await kim.presses("Weiter");
  await kim.presses("Wahl ankündigen");
}

/** Nominates somebody; the answer is the newest text. */
export async function nominates(person: Person, choice: string): Promise<void> {
  await person.types("wahl");
  await person.presses("Person vorschlagen");
  person.fills({ "Kommune und Person": choice });
  await person.presses("Vorschlagen");
}

export async function reviews(person: Person, choice: string): Promise<string> {
  await person.types("wahl");
  await person.presses("Stimmzettel öffnen");
  person.fills({ "Ihre Wahl": choice });
  await person.presses("Weiter zur Prüfung");
  return /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/.exec(person.lastText())?.[0] ?? "";
}

export async function votes(person: Person, choice: string): Promise<string> {
  const receipt = await reviews(person, choice);
  await person.presses("Endgültig abgeben");
  return receipt;
}
