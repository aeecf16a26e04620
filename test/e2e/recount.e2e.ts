/** The page with which anybody recounts: opened from the disk, without a network, as somebody at home would. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGE } from "../../scripts/recount/make-page.mjs";
import { fileNamed } from "../recount/asked.ts";
import { launchBrowser } from "../support/playground.ts";

const MINUTES = fileNamed("vorsitz.json");
const OPENINGS = [fileNamed("vorsitz-oeffnung-1.json"), fileNamed("vorsitz-oeffnung-2.json")];
const READY = "Wählen Sie zuerst die Niederschrift";

const folder = mkdtempSync(join(tmpdir(), "forumsbote-recount-"));
const shots = process.env.E2E_SHOTS ?? join(folder, "shots");
let browser: Browser;

type Opened = {
  readonly page: Page;
  readonly asked: readonly string[];
  readonly complaints: readonly string[];
};

async function opened(options: BrowserContextOptions = {}, before = ""): Promise<Opened> {
  const context = await browser.newContext({ locale: "de-DE", offline: true, ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  if (before) await page.addInitScript(before);
  await page.goto(pathToFileURL(PAGE).href);
  return { page, asked, complaints };
}

async function recounts(page: Page, minutes: string, openings: readonly string[] = []): Promise<string> {
  await page.getByLabel("Niederschrift").setInputFiles(minutes);
  await page.getByLabel("Öffnungsdateien").setInputFiles([...openings]);
  await page.getByRole("button", { name: "Nachzählen" }).click();
  const verdict = page.locator('#verdict:is([data-mark="ok"], [data-mark="fault"])');
  await verdict.waitFor();
  return (await verdict.textContent()) ?? "";
}

const linesIn = (page: Page) => page.getByRole("listitem").allTextContents();

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  if (shots.startsWith(folder)) rmSync(folder, { recursive: true, force: true });
});

describe("the page for recounting", () => {
  test("gives the lines of the command, and asks nobody for anything", async () => {
    const { page, asked, complaints } = await opened();
    expect(await page.getByRole("status").first().textContent()).toContain(READY);
    const verdict = await recounts(page, MINUTES, OPENINGS);
    const command = join(import.meta.dirname, "..", "..", "scripts", "recount", "main.mjs");
    const printed = execFileSync(process.execPath, [command, MINUTES, ...OPENINGS], { encoding: "utf8" });
    const lines = printed.split("\n").filter((line) => /^(OK|FEHLER|NICHT GEPRÜFT): /.test(line));
    expect(lines.length).toBeGreaterThan(30);
    expect(await linesIn(page)).toEqual(lines);
    expect(printed).toContain(`Ergebnis der Prüfung: ${verdict}`);
    expect(asked).toEqual([pathToFileURL(PAGE).href]);
    expect(complaints).toEqual([]);
  });

  test("counts the same where the browser offers no SHA-256 of its own", async () => {
    const without = 'Object.defineProperty(Crypto.prototype, "subtle", { value: undefined })';
    const { page, complaints } = await opened({}, without);
    expect(await page.evaluate("crypto.subtle === undefined")).toBe(true);
    expect(await recounts(page, MINUTES, OPENINGS)).toContain("33 in Ordnung, kein Fehler");
    expect(complaints).toEqual([]);
  });

  test("says plainly what is wrong, shows hostile text as text, and forgets the answer before", async () => {
    const { page, complaints } = await opened();
    await recounts(page, MINUTES);
    const wrong = JSON.parse(readFileSync(MINUTES, "utf8"));
    wrong.title = '<img src="x" onerror="document.title=1">';
    wrong.winner = wrong.title;
    const file = join(folder, "wrong.json");
    writeFileSync(file, JSON.stringify(wrong));
    await page.getByLabel("Niederschrift").setInputFiles(file);
    await page.getByRole("button", { name: "Nachzählen" }).click();
    await page.locator('#verdict[data-mark="fault"]').waitFor();
    expect(await page.locator("#verdict").textContent()).toContain(
      "Die Niederschrift stimmt nicht: 1 Fehler",
    );
    expect((await linesIn(page)).filter((line) => line.startsWith("FEHLER"))).toEqual([
      expect.stringContaining(`gewählt: ${wrong.title}`),
    ]);
    expect(await page.locator("img").count()).toBe(0);
    await page.getByLabel("Niederschrift").setInputFiles(OPENINGS[0] ?? "");
    await page.getByRole("button", { name: "Nachzählen" }).click();
    await page.getByText("Es fehlt die Niederschrift").waitFor();
    expect(await linesIn(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("finds a receipt in the box, and says what to do with one that is not there", async () => {
    const { page } = await opened();
    const [first = ""] = JSON.parse(readFileSync(MINUTES, "utf8")).rounds[0].seal.commitments as string[];
    await page
      .getByLabel("Ihr Beleg")
      .fill(`${first.slice(0, 4)}-${first.slice(4, 8)}–${first.slice(8, 12)} `);
    await recounts(page, MINUTES);
    expect(await page.locator("#found").textContent()).toBe("Ihr Beleg ist dabei: Wahlgang 1.");
    for (const [typed, answer] of [
      ["0000-0000-0000", "Ihr Beleg ist nicht dabei."],
      ["3f2a", "Ihr Beleg ist nicht vollständig."],
    ] as const) {
      await page.getByLabel("Ihr Beleg").fill(typed);
      await page.getByRole("button", { name: "Nachzählen" }).click();
      await page.getByText(answer).waitFor();
    }
  });

  test("works with the keyboard alone and shows where one is", async () => {
    const { page } = await opened();
    const names: (string | null)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press("Tab");
      names.push(await page.evaluate("document.activeElement.id || document.activeElement.textContent"));
      expect(await page.evaluate("getComputedStyle(document.activeElement).outlineWidth")).toBe("3px");
    }
    expect(names).toEqual(["minutes", "openings", "receipt", "Nachzählen"]);
    await page.getByLabel("Niederschrift").setInputFiles(MINUTES);
    await page.getByRole("button", { name: "Nachzählen" }).press("Enter");
    await page.locator('#verdict[data-mark="ok"]').waitFor();
  });

  test("fits on a phone of 360 px", async () => {
    const { page } = await opened({ viewport: { width: 360, height: 740 } });
    await page.screenshot({ path: join(shots, "recount-empty-360.png"), fullPage: true });
    await recounts(page, MINUTES);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    await page.screenshot({ path: join(shots, "recount-360.png"), fullPage: true });
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.screenshot({ path: join(shots, "recount-desktop.png"), fullPage: true });
  });
});
