/**
 * A Forum in which everything is there that can be asked for: seats, records, a working group, dates, a poll, an open
 * election, open decisions, questions, papers. Made by talking to the bot, so that it can be made anew when
 * somebody has broken it.
 */
import { inputsOf } from "../card.ts";
import { type Cast, FORUM, GROUP, HOLDERS } from "./cast.ts";
import { day, decision, election, poll, type Stage, ticket } from "./living-acts.ts";

const FILE = "application/vnd.microsoft.teams.file.download.info";
const PAPER =
  "Ziele\n\nDas Forum tagt einmal im Quartal und berät über alles, was es angeht.\n\nKosten\n\nJede Kommune trägt ihre Kosten selbst.";
const UNANSWERED = ["Mit welcher Mehrheit beschließt das Forum?", "Wer bezahlt die Bewirtung im Forum?"];

type Step = readonly [name: string, run: (stage: Stage, cast: Cast, round: number) => Promise<unknown>];

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
      for (const [at, person] of holders.entries()) await person.introduces(HOLDERS[at] ?? "");
      await anna.introduces("Binzen");
      await kim.introduces("Landkreis Lörrach");
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
