/**
 * A Forum in which everything is there that can be asked for: seats, records, a working group, dates, a poll, an open
 * election, open decisions, questions, papers. Made by talking to the bot, so that it can be made anew when
 * somebody has broken it.
 */
import { actionsOf, inputsOf } from "../card.ts";
import type { People, Person } from "../people.ts";
import { channel, groupChat, type TestPlace } from "../places.ts";

export const TENANT = "11111111-0000-0000-0000-000000000001";
export const FOREIGN_TENANT = "99999999-0000-0000-0000-000000000009";
export const COORDINATOR = "22222222-0000-0000-0000-0000000000c0";
const DAY = 86_400_000;

export const FORUM = channel("Forum");
export const GROUP = groupChat("AG E-Akte");
/** Where nobody has registered anything. */
export const ELSEWHERE = channel("Bauen");

const HOLDERS = [
  "Landkreis Lörrach",
  "Schopfheim",
  "Kandern",
  "Lörrach",
  "Weil am Rhein",
  "Todtnau",
] as const;

export type Stage = {
  readonly people: People;
  /** By the bot's clock, ms. */
  readonly now: () => number | Promise<number>;
  /** Lets the time pass and the bot do what is due. */
  readonly passes: (ms: number) => Promise<void>;
  /** Keeps a file where the bot can fetch it; answers its address. */
  readonly keeps: (name: string, content: string) => string;
};

export type Cast = ReturnType<typeof castOf>;

/** Everybody who takes part, in the personal chat. The same people in the same order get the same ids. */
export function castOf(people: People) {
  const kim = people.person("Koordination Landkreis", {
    aadObjectId: COORDINATOR,
    userId: "29:koordination",
  });
  const holders = HOLDERS.map((name, at) =>
    people.person(`Delegation ${name}`, {
      aadObjectId: `00000000-0000-0000-0000-0000000000a${at}`,
      userId: `29:a${at}`,
    }),
  );
  const anna = people.person("Hauptamt Binzen");
  const guest = people.person("Gast");
  const stranger = people.person("Fremd", { tenantId: FOREIGN_TENANT });
  return { kim, holders, anna, guest, stranger };
}

/** All persons in all places where they are met. */
export function viewsOf({ kim, holders, anna, guest, stranger }: Cast): readonly Person[] {
  const both = (person: Person, ...places: TestPlace[]) => [
    person,
    ...places.map((place) => person.in(place)),
  ];
  const [first, second, ...rest] = holders as [Person, Person, ...Person[]];
  return [
    ...both(kim, FORUM, GROUP, ELSEWHERE),
    ...both(first, FORUM, GROUP),
    ...both(second, FORUM),
    ...rest,
    ...both(anna, FORUM, GROUP),
    ...both(guest, FORUM),
    ...both(stranger, FORUM),
  ];
}

export const CONFIRM = /^(Ja, übernehmen|Ja)$/;

/** Says who somebody is, and confirms it where that is asked. */
export async function introduces(person: Person, organisation: string): Promise<void> {
  await person.types(`ich bin ${organisation}`);
  const yes = actionsOf(person.lastCard()).find(({ title }) => CONFIRM.test(title));
  if (yes) await person.presses(yes.title);
}

const FILE = "application/vnd.microsoft.teams.file.download.info";
const PAPER =
  "Ziele\n\nDas Forum tagt einmal im Quartal und berät über alles, was es angeht.\n\nKosten\n\nJede Kommune trägt ihre Kosten selbst.";
const UNANSWERED = ["Mit welcher Mehrheit beschließt das Forum?", "Wer bezahlt die Bewirtung im Forum?"];

type Step = readonly [name: string, run: (stage: Stage, cast: Cast, round: number) => Promise<unknown>];

async function day(stage: Stage, days: number): Promise<string> {
  let at = (await stage.now()) + days * DAY;
  while ([0, 6].includes(new Date(at).getUTCDay())) at += DAY;
  return new Date(at).toISOString().slice(0, 10);
}

async function election(stage: Stage, { kim }: Cast): Promise<void> {
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

async function decision(stage: Stage, here: Person, how: string, round: number): Promise<void> {
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

async function poll(kim: Person): Promise<void> {
  await kim.types("termin planen");
  const quarters = inputsOf(kim.lastCard())[0]?.node.choices as readonly { title: string }[] | undefined;
  const free = quarters?.filter(({ title }) => !title.includes("steht")).at(-1);
  kim.fills({ "Anderes Quartal": free?.title ?? "" });
  await kim.presses("Quartal zeigen");
  await kim.presses("Terminumfrage starten");
  await kim.presses("Weiter");
  await kim.presses("Umfrage starten");
}

async function ticket(anna: Person, kim: Person, question: string): Promise<void> {
  await anna.types(question);
  await anna.presses("An die Koordination weitergeben");
  await kim.types("offene fragen");
}

/** Each is good by itself and may be done again. */
const STEPS: readonly Step[] = [
  [
    "channel",
    async (_, { kim }) => {
      const here = kim.in(FORUM);
      await here.installs();
      await here.types("gruppe");
      here.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
      await here.presses("Registrieren");
    },
  ],
  [
    "people",
    async (_, { kim, holders, anna }) => {
      for (const [at, person] of holders.entries()) await introduces(person, HOLDERS[at] ?? "");
      await introduces(anna, "Binzen");
      await introduces(kim, "Landkreis Lörrach");
    },
  ],
  [
    "seats",
    async (_, { kim }, round) => {
      if (round === 1) return;
      await kim.types("koordination");
      await kim.presses("Sitze besetzen");
      const [people] = inputsOf(kim.lastCard());
      const choices = (people?.node.choices ?? []) as readonly { value: string }[];
      for (const [at, { value }] of choices.entries())
        await kim.executes("seat.give", { actionId: `seats-${round}-${at}`, people: value });
    },
  ],
  [
    "group",
    async (_, { kim, anna, holders: [first] }) => {
      const here = kim.in(GROUP);
      await here.installs();
      await here.types("gruppe");
      here.fills({ "Name der Arbeitsgruppe": "AG E-Akte", Thema: "Einführung der E-Akte" });
      await here.presses("Registrieren");
      for (const person of [anna, first]) {
        const there = person?.in(GROUP);
        await there?.types("gruppe");
        await there?.presses("Ich arbeite mit");
      }
    },
  ],
  [
    "records",
    async (_, { anna, holders: [first, second] }, round) => {
      await anna.types(`festhalten Produkt: Aktura ${round} – Läuft seit einem Jahr in der Bauverwaltung.`);
      await first?.types(
        `festhalten Prozess: Bauantrag digital ${round} – Vom Eingang bis zur Akte ohne Papier.`,
      );
      await second?.types(`festhalten Dienst: Bürgerportal ${round} – Anträge rund um die Uhr.`);
      await second?.types("suche Aktura");
    },
  ],
  [
    "meeting",
    async (stage, { kim, holders: [first] }) => {
      await kim.types("eigener termin");
      kim.fills({
        Datum: await day(stage, 45),
        "Uhrzeit (Beginn)": "09:00",
        "Ort (Raum oder Adresse)": "Kreistagssaal",
      });
      await kim.presses("Weiter");
      await kim.presses("Einladen");
      await first?.types("thema: Gemeinsame Bauakte");
    },
  ],
  ["poll", (_, { kim }) => poll(kim)],
  [
    "tickets",
    async (_, { anna, kim }, round) => {
      for (const question of UNANSWERED)
        await ticket(anna, kim, round === 1 ? question : `${question} (${round})`);
    },
  ],
  [
    "paper",
    async ({ keeps }, { kim }, round) => {
      const downloadUrl = keeps(`ziele-${round}.txt`, `${PAPER}\n\nFassung ${round}.`);
      const content = { downloadUrl };
      await kim.posts(
        kim.activity({ attachments: [{ contentType: FILE, name: `ziele-${round}.txt`, content }] }),
      );
      kim.fills({ Titel: `Ziele ${round}`, "Was ist das Dokument?": "Regelung", "Für wen gilt es?": "alle" });
      await kim.presses("Aufnehmen");
    },
  ],
  ["election", election],
  ["decision", (stage, { kim }, round) => decision(stage, kim.in(FORUM), "Sofort eröffnen", round)],
  ["motion", (stage, { kim }, round) => decision(stage, kim.in(FORUM), "Ankündigen", round + 100)],
];

/** What a living Forum has; whoever made it checks that none is empty. */
export const MUST_HAVE = [
  ...[
    "Member",
    "Conversation",
    "WorkingGroup",
    "GroupMember",
    "Exchange",
    "Meeting",
    "AgendaItem",
    "DatePoll",
  ],
  ...["RulesTicket", "RulesDocument", "Election", "ElectionRound", "Decision", "Seat"],
];

/**
 * Makes it, or mends what can be mended.
 * @param round 1 at first; later ones make new things beside the old
 * @returns the steps that did not work, with the reason
 */
export async function makeForum(stage: Stage, cast: Cast, round = 1): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const [step, run] of STEPS) {
    try {
      await run(stage, cast, round);
    } catch (error) {
      failed.push(`${step}: ${error instanceof Error ? error.message.slice(0, 300) : String(error)}`);
    }
    await stage.passes(1_000);
  }
  return failed;
}
