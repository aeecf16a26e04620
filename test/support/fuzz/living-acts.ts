/** What several steps of making the Forum need: days by the bot's clock, an election, a motion, a poll, a question. */
import { actionsOf, inputsOf } from "../card.ts";
import type { People, Person } from "../people.ts";
import type { Cast } from "./cast.ts";

const DAY = 86_400_000;

export type Stage = {
  readonly people: People;
  /** By the bot's clock, ms. */
  readonly now: () => number | Promise<number>;
  /** Lets the time pass and the bot do what is due. */
  readonly passes: (ms: number) => Promise<void>;
  /** Keeps a file where the bot can fetch it; answers its address. */
  readonly keeps: (name: string, content: string) => string;
};

export async function day(stage: Stage, days: number): Promise<string> {
  let at = (await stage.now()) + days * DAY;
  while ([0, 6].includes(new Date(at).getUTCDay())) at += DAY;
  return new Date(at).toISOString().slice(0, 10);
}

export async function election(stage: Stage, { kim }: Cast): Promise<void> {
  await kim.types("wahl starten");
  await kim.presses("Kandidaturen stehen fest");
  kim.fills({
    Wahlleitung: "Delegation Lörrach (Lörrach)",
    "Wahlprüfung: zwei Personen aus verschiedenen Kommunen": [
      "Delegation Weil am Rhein (Weil am Rhein)",
      "Delegation Todtnau (Todtnau)",
    ],
  });
  const closesOn = await day(stage, 14);
  const node: Readonly<Record<string, unknown>> =
    actionsOf(kim.lastCard()).find(({ title }) => title === "Weiter")?.node ?? {};
  const people = { officer: "trial-a3", scrutineers: "trial-a4,trial-a5" };
  const data = { ...(node.data as object), ...people, parties: "kandern,schopfheim", others: "" };
  const answer = await kim.executes(String(node.verb), { ...data, closesOn, closesAt: "18:00" });
  const opens = actionsOf(JSON.parse(JSON.stringify(answer.body))).find(({ title }) =>
    /eröffnen$/.test(title),
  );
  if (opens) await kim.executes(String(opens.node.verb), opens.node.data);
}

export async function decision(stage: Stage, here: Person, how: string, round: number): Promise<void> {
  await here.types("abstimmung starten");
  here.fills({
    Titel: `Gemeinsame Bauakte ${round}`,
    "Text des Antrags": "Das Forum beschafft die Bauakte gemeinsam.",
    "Ende: Datum": await day(stage, 20),
    "Ende: Uhrzeit": "18:00",
  });
  await here.presses("Weiter");
  await here.presses(how);
}

export async function poll(kim: Person): Promise<void> {
  await kim.types("termin planen");
  const quarters = inputsOf(kim.lastCard())[0]?.node.choices as readonly { title: string }[] | undefined;
  const free = quarters?.filter(({ title }) => !title.includes("steht")).at(-1);
  kim.fills({ "Anderes Quartal": free?.title ?? "" });
  await kim.presses("Quartal zeigen");
  await kim.presses("Terminumfrage starten");
  await kim.presses("Weiter");
  await kim.presses("Umfrage starten");
}

export async function ticket(anna: Person, kim: Person, question: string): Promise<void> {
  await anna.types(question);
  await anna.presses("An die Koordination weitergeben");
  await kim.types("offene fragen");
}
