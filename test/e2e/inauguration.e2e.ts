/**
 * What follows from an election, in the real Playground: the winner accepts, the term and the time for
 * objections begin, and the minutes are read, counted again and confirmed.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openPlaygroundForum, type PlaygroundForum, votesSecretly } from "../support/playground-forum.ts";
import type { SeenCard } from "../support/playground-people.ts";

const root = join(import.meta.dirname, "..", "..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE = { width: 360, height: 740 };

let forum: PlaygroundForum;
/** Where the minutes lie once they are fetched. */
let minutesFile = "";

beforeAll(async () => {
  forum = await openPlaygroundForum("inauguration");
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await forum.failed();
});

afterAll(() => forum?.close());

/** The address behind a link of a card. */
function linkOn({ text }: SeenCard, title: string): string {
  const [, url] = text.match(new RegExp(`\\[${title}\\]\\(([^)]+)\\)`)) ?? [];
  return url ?? expect.fail(`no link „${title}“ on:\n${text}`);
}

async function fetched(url: string, name: string): Promise<string> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  const file = join(forum.folder, name);
  writeFileSync(file, await response.text());
  return file;
}

/** What the recount says; throws where it finds a fault. */
const recount = (...files: string[]): string =>
  execFileSync(process.execPath, [join(root, "scripts", "recount", "main.mjs"), ...files], {
    encoding: "utf8",
  });

/** What axe-core finds, as rule and place. Runs as the browser's own code, past the policy of the page. */
async function violationsOf(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + " " + target.join(" "))))`);
}

test("an election with candidacies that stand opens at once", async () => {
  const { ui, picture } = forum;
  await ui.say("wahl starten");
  await ui.reads("Zuerst schlagen die Kommunen Personen vor.");
  await ui.presses("Kandidaturen stehen fest");
  await ui.reads("Kommunen, deren Spitze kandidiert");
  await ui.selects("Kommunen, deren Spitze kandidiert", "Kandern");
  await ui.page.getByRole("menuitemcheckbox", { name: "Schopfheim", exact: true }).click();
  await ui.page.keyboard.press("Escape");
  await forum.namesRoles();
  await ui.presses("Weiter");
  await ui.reads("Bitte prüfen Sie die Wahl");
  await picture("1-check", "Bitte prüfen Sie die Wahl");
  await ui.presses("Wahl eröffnen");
  await ui.reads("Beteiligung: 0 von 6");
});

test("all vote, it is closed early, and everybody reads the result", async () => {
  const { ui, picture, people } = forum;
  for (const person of Object.values(people)) {
    const choice = person === people.todtnau ? "Schopfheim" : "Kandern";
    await votesSecretly(person, choice, /Sie können jetzt abstimmen/);
  }
  const ballot = ui.cardWith("Sie können jetzt abstimmen");
  await ui.presses("Stimmzettel öffnen", ballot);
  const paper = ui.cardWith("Das kann ich nicht versprechen");
  await paper.waitFor();
  await ui.chooses("Kandern", paper);
  await ui.presses("Weiter zur Prüfung", paper);
  await ui.reads("Bitte jetzt notieren");
  await ui.presses("Endgültig abgeben", ui.cardWith("Bitte jetzt notieren"));
  await ui.reads("Ihre Stimme ist in der Urne");
  await ui.say("wahl");
  await ui.presses("Wahlgang vorzeitig schließen", ui.cardWith("Ihre Kommune hat abgestimmt"));
  const result = await ui.reads("Gewählt ist: Kandern.");
  expect(result).toContain("Kandern: 5 von 6 Stimmen");
  await picture("2-result", "Gewählt ist: Kandern.");
  await ui.say("wahl");
  await ui.reads("Zeit, die Wahl anzunehmen");
  await picture("3-waiting", "Zeit, die Wahl anzunehmen");
});

test("the winner accepts; term and time for objections are shown", async () => {
  const { ui, picture, people } = forum;
  const asked = await people.kandern.reads(/Sie sind gewählt/);
  expect(asked.text).toContain("Schweigen ist keine Annahme");
  const accepted = await people.kandern.presses(asked, "Wahl annehmen");
  expect(accepted.text).toContain("Ihre Amtszeit dauert vom");
  expect(await ui.reads("Die Wahl ist angenommen")).toContain("Einspruch einlegen");
  await picture("4-elected", "Die Wahl ist angenommen");
  await ui.say("wahl");
  const status = await ui.reads("Bisher gibt es keinen Einspruch.");
  expect(status).toMatch(/Die Amtszeit dauert vom .* bis zum /);
  expect(status).toContain("Einspruch ist möglich bis");
  await picture("5-status", "Bisher gibt es keinen Einspruch.");
});

test("a delegate objects, and those who watch the election read it", async () => {
  const { ui, picture, people } = forum;
  await ui.presses("Einspruch einlegen", ui.cardWith("Bisher gibt es keinen Einspruch."));
  const form = ui.cardWith("Schreiben Sie bitte nicht, was Sie gewählt haben");
  await form.waitFor();
  await ui.fills("Begründung", "Die Einladung kam zu spät.", form);
  await picture("6-objection", "Schreiben Sie bitte nicht, was Sie gewählt haben");
  await ui.presses("Weiter zur Prüfung", form);
  await ui.presses("Einspruch absenden", ui.cardWith("nach dem Absenden nicht mehr ändern"));
  await ui.reads("Ihr Einspruch ist gespeichert");
  await picture("7-objected", "Ihr Einspruch ist gespeichert");
  for (const person of [people.loerrach, people.weil, people.todtnau, people.kandern])
    expect((await person.reads(/Eingelegt von Landkreis Lörrach/)).text).toContain(
      "Die Einladung kam zu spät.",
    );
});

test("the minutes are a page for a phone, accessible to everybody", async () => {
  const { ui, picture, browser, people } = forum;
  await ui.presses("Niederschrift", ui.cardWith("Gewählt ist: Kandern."));
  await ui.reads("Die Links sind nur für Sie");
  await picture("8-links", "Die Links sind nur für Sie");
  const link = ui.cardWith("Die Links sind nur für Sie").getByRole("link", { name: "Niederschrift ansehen" });
  const url = (await link.getAttribute("href")) ?? "";
  for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
    const page = await browser.newPage({ viewport });
    await page.goto(url);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Niederschrift");
    await page.screenshot({ path: forum.file(`9-minutes-${viewport.width}`), fullPage: true });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(viewport.width);
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.getByText("Kandern").count()).toBeGreaterThan(0);
    await page.close();
  }
  const links = await people.schopfheim.presses(
    await people.schopfheim.reads(/Gewählt ist: Kandern/),
    "Niederschrift",
  );
  expect(links.text).not.toContain("Für die Wahlprüfung");
  minutesFile = await fetched(linkOn(links, "Niederschrift als Datei"), "minutes.json");
  expect(recount(minutesFile)).toContain("Kandern");
});

test("a scrutineer fetches the opening file, counts again and confirms", async () => {
  const { weil } = forum.people;
  const ready = await weil.reads(/Der Wahlgang 1 ist gezählt/);
  const links = await weil.presses(ready, "Niederschrift");
  const opening = await weil.presses(links, "Öffnungsdatei holen (1. Wahlgang)");
  const file = await fetched(linkOn(opening, "Öffnungsdatei herunterladen"), "opening.json");
  expect(recount(minutesFile, file)).toContain("Kandern");
  const { text } = await weil.presses(opening, "Siegel und Zählung stimmen");
  expect(text).toContain("Ihre Bestätigung steht in der Niederschrift.");
  const after = await weil.presses(ready, "Niederschrift");
  const minutes: unknown = JSON.parse(
    readFileSync(await fetched(linkOn(after, "Niederschrift als Datei"), "after.json"), "utf8"),
  );
  expect(JSON.stringify(minutes)).toContain("Delegation Weil am Rhein");
});
