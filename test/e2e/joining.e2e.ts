/** Who comes to the Forum reads the privacy notice before anything is stored: with the real program and a browser. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openDb } from "../../src/db/open.ts";
import { launchBrowser, openPlayground, type PlaygroundPage } from "../support/playground.ts";
import { type Started, startProgram } from "../support/started.ts";

const folder = mkdtempSync(join(tmpdir(), "forumsbote-e2e-"));
const shots = process.env.E2E_SHOTS ?? join(folder, "shots");
let program: Started;
let browser: Browser;
/** The one person of the Playground with a personal chat that a page shows. */
let ui: PlaygroundPage;

async function picture(name: string, reading: string): Promise<void> {
  await ui.shot(join(shots, `joining-${name}-desktop.png`));
  await ui.shotOnPhone(join(shots, `joining-${name}-360.png`), reading);
}

/** Everybody in the trial has confirmed: the person is made somebody who has not, and the page opened anew. */
async function comesAs(who: "listed" | "gone"): Promise<void> {
  const db = await openDb(`file:${join(folder, "data", "local.db")}`, { onFatal: () => undefined });
  const where = { teamsUserId: "user-koordination" };
  const unread = { noticeVersion: null, noticeShownAt: null };
  await db.write(async (tx) => {
    await tx.conversation.deleteMany({ where: { kind: "personal" } });
    if (who === "listed") await tx.member.updateMany({ where, data: { source: "roster", ...unread } });
    else {
      await tx.seat.updateMany({ where: { party: "landkreis-loerrach" }, data: { delegateId: null } });
      await tx.member.updateMany({ where, data: { leftAt: new Date() } });
    }
  });
  await db.close();
  // What comes within five seconds counts as one installation, and is greeted once.
  await sleep(6_000);
  ui = await openPlayground(browser, program.url);
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  program = await startProgram(folder);
  browser = await launchBrowser();
});

afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  await ui.shot(join(shots, "joining-failed.png"));
});

afterAll(async () => {
  await browser?.close();
  await program?.interrupt();
  if (shots.startsWith(folder)) console.log(`Pictures: ${shots}`);
  else rmSync(folder, { recursive: true, force: true });
});

test("whom the coordination has entered is asked whether that is right, with the notice", async () => {
  await comesAs("listed");
  const asked = await ui.reads("Die Koordination hat Sie eingetragen: Landkreis Lörrach, Delegierte/r.");
  expect(asked).toContain("Das ist ein Probebetrieb");
  await picture("1-listed", "Die Koordination hat Sie eingetragen");
  await ui.presses("Ja, übernehmen");
  await ui.reads("Danke. Sie gehören zu: Landkreis Lörrach.");
  await picture("2-done", "Danke. Sie gehören zu");
});

test("datenschutz shows the short text, then all of it in its place", async () => {
  await ui.say("datenschutz");
  await ui.reads("Alles davon bleibt");
  await picture("3-notice", "Alles davon bleibt");
  await ui.presses("Ganzen Text zeigen");
  expect(await ui.reads("Datenschutzhinweis")).toContain("Art. 77 DSGVO");
  await picture("4-whole", "Rechtsgrundlage");
  await ui.close();
});

test("somebody else reads the notice first, confirms, and is a member", async () => {
  await comesAs("gone");
  expect(await ui.reads("ich bin der Forumsbote")).toContain("Das ist ein Probebetrieb");
  await picture("5-welcome", "ich bin der Forumsbote");
  await ui.say("ich bin");
  await ui.reads("Zu welcher Organisation gehören Sie?");
  await picture("6-list", "Zu welcher Organisation gehören Sie?");
  await ui.say("festhalten");
  await ui.reads("Zu welcher Organisation gehören Sie?");
  await ui.say("ich bin Kandern");
  expect(await ui.reads("Sie gehören zu Kandern. Stimmt das?")).toContain("noch nichts gespeichert");
  await picture("7-confirm", "Sie gehören zu Kandern. Stimmt das?");
  await ui.presses("Ja, übernehmen", ui.cardWith("Sie gehören zu Kandern. Stimmt das?"));
  await ui.reads("Danke. Sie gehören zu: Kandern.");
  await ui.say("festhalten");
  await ui.reads("Austausch festhalten");
});

test("the pages that the app names are there without signing in", async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  for (const path of ["datenschutz", "nutzung"]) {
    const answer = await page.goto(`${program.botUrl}/${path}`);
    expect(answer?.status()).toBe(200);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    await page.screenshot({ path: join(shots, `joining-8-${path}-360.png`), fullPage: true });
  }
  await page.close();
});
