/**
 * A Forum in the real Playground, ready to decide: the coordinator's page (who holds the county's seat) in the
 * personal chat, the channel of the Forum registered, and the five delegates.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { launchBrowser, openPlayground } from "./playground.ts";
import { type PlaygroundPerson, playgroundPerson } from "./playground-people.ts";
import { startProgram } from "./started.ts";

const CHANNEL = "Digitalisierungsforum - General";
const WATCH = "Wahlprüfung: zwei Personen aus verschiedenen Kommunen";
const TOWNS = ["schopfheim", "kandern", "loerrach", "weil", "todtnau"] as const;
type Town = (typeof TOWNS)[number];

export type PlaygroundForum = Awaited<ReturnType<typeof openPlaygroundForum>>;

/** `story` begins the names of the pictures. */
export async function openPlaygroundForum(story: string) {
  const folder = mkdtempSync(join(tmpdir(), "forumsbote-e2e-"));
  const shots = process.env.E2E_SHOTS ?? join(folder, "shots");
  mkdirSync(shots, { recursive: true });
  const program = await startProgram(folder);
  const browser = await launchBrowser();
  const ui = await openPlayground(browser, program.url);
  const opened = await Promise.all(
    TOWNS.map(async (town) => [town, await playgroundPerson(program.url, ui.heard, `user-${town}`)] as const),
  );
  await ui.open(CHANNEL);
  await ui.reads("ich bin der Forumsbote");
  await ui.post("gruppe");
  await ui.reads("Wofür ist dieser Kanal?");
  const form = ui.cardWith("Wofür ist dieser Kanal?");
  await ui.selects("Wofür ist dieser Kanal?", "Kanal des Digitalisierungsforums", form);
  await ui.presses("Registrieren", form);
  await ui.reads("Hier erfährt das Forum");
  await ui.open("Personal Chat");

  return {
    ui,
    browser,
    folder,
    people: Object.fromEntries(opened) as Record<Town, PlaygroundPerson>,
    /** The whole window, and the last card that reads so at the width of a phone. */
    picture: async (name: string, reading: string) => {
      await ui.shot(join(shots, `${story}-${name}-desktop.png`));
      await ui.shotOnPhone(join(shots, `${story}-${name}-360.png`), reading);
    },
    file: (name: string) => join(shots, `${story}-${name}.png`),
    failed: () => ui.shot(join(shots, `${story}-failed.png`)),
    /** In the form of an election: Lörrach leads it, Weil am Rhein and Todtnau watch. */
    namesRoles: async () => {
      await ui.selects("Wahlleitung", "Delegation Lörrach (Lörrach)");
      for (const town of ["Weil am Rhein", "Todtnau"]) {
        await ui.selects(WATCH, `Delegation ${town} (${town})`);
        await ui.page.keyboard.press("Escape");
      }
    },
    close: async () => {
      await browser.close();
      await program.interrupt();
      if (shots.startsWith(folder)) console.log(`Pictures: ${shots}`);
      else rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Votes secretly, by the newest ballot in the personal chat; the ballot paper as it was read. */
export async function votesSecretly(
  person: PlaygroundPerson,
  choice: string,
  ballot: RegExp,
): Promise<string> {
  const paper = await person.presses(await person.reads(ballot), "Stimmzettel öffnen");
  const review = await person.presses(paper, "Weiter zur Prüfung", { "Ihre Wahl": choice });
  const cast = await person.presses(review, "Endgültig abgeben");
  expect(cast.text).toContain("Ihre Stimme ist in der Urne");
  return paper.text;
}
