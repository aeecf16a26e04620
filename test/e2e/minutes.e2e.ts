/** The page of the minutes in a real browser: accessible by axe-core, readable on a phone, nothing loaded. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { minutesPage } from "../../src/election/minutes/minutes.page.ts";
import type { MinutesSource } from "../../src/election/minutes/minutes.source.ts";
import { STYLE } from "../../src/election/minutes/minutes.style.ts";
import { viewOf } from "../../src/election/minutes/minutes.view.ts";
import { type HttpDoor, openHttpDoor } from "../../src/http.http.ts";
import { answerOf, HTML, nothingHere } from "../../src/pages/answer.ts";
import {
  accepted,
  CLOSED,
  candidacy,
  counted,
  DAY,
  decision,
  election,
  entry,
  NOW,
  nameOf,
  PARTIES,
  round,
  source,
} from "../election/minutes-source.ts";
import { keptLog } from "../support/bot.ts";
import { launchBrowser } from "../support/playground.ts";

const LONG = "Bürgermeisteramt der Gemeinde Schwanau-Oberweier-Niederhausen am Hochrhein und Umgebung";
const folder = mkdtempSync(join(tmpdir(), "minutes-e2e-"));
const shots = process.env.E2E_SHOTS ?? join(folder, "shots");

const names = { candidates: ["Kandern", LONG, "Wieden"] };
const lot = {
  ...{
    way: "public-draw" as const,
    source: "lotto-6aus49",
    notBefore: CLOSED + DAY,
    keys: [],
    witnesses: [],
  },
  ...{ publicRandom: "lotto-6aus49:2026-02-11:03-08-17-22-31-45", drawn: [LONG] },
};
const register = PARTIES.map((party, at) =>
  entry(party, { voted: at < 7, ...(at === 0 ? { holderId: "m-weil", deputies: ["m-weil"] } : {}) }),
);

/** Everything a page can hold: three rounds, a lot, confirmations, long names. */
const whole = accepted({
  candidacies: [
    candidacy("Kandern", { party: "kandern" }),
    candidacy(LONG),
    candidacy("Wieden", { withdrawnIn: 1, withdrawnAt: CLOSED }),
  ],
  rounds: [
    round(counted("void", null, { reason: "no-quorum", present: 3 }), names),
    round(counted("runoff", { Kandern: 3, [LONG]: 3, Wieden: 1 }, { reason: "runoff" }), {
      ...{ ...names, number: 2, register, duplicates: 2, late: 1 },
      extensions: [{ from: CLOSED - DAY, to: CLOSED, reason: "Störung im Rechenzentrum" }],
    }),
    round(counted("lot", { Kandern: 3, [LONG]: 3, enthaltung: 1 }, { reason: "lot" }), {
      ...{ number: 3, stage: "runoff", candidates: ["Kandern", LONG], register, lot },
    }),
  ],
  confirmations: [
    { round: 3, memberId: "m-weil", agrees: true, at: NOW },
    { round: 3, memberId: "m-todtnau", agrees: false, at: NOW },
  ],
});
const motion = source({
  election: election({ office: "motion" }),
  decision: decision(),
  candidacies: [],
  roles: [],
});

const pageOf = (given: MinutesSource): string =>
  minutesPage(
    viewOf(given, { now: NOW, version: "1.2.3", organisationName: nameOf }),
    { json: "/seiten/datei", text: "/seiten/text", recount: "/seiten/nachrechnen" },
    true,
  );
const PAGES = new Map([
  ["wahl", pageOf(whole)],
  ["abstimmung", pageOf(motion)],
]);

let door: HttpDoor;
let browser: Browser;
const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  door = await openHttpDoor({
    ...{ host: "127.0.0.1", port: 0, local: true, log: keptLog().log },
    messages: async () => ({ status: 200 }),
    ready: async () => [],
    metrics: () => "",
    pages: async (secret) => {
      const body = PAGES.get(secret);
      return body === undefined ? nothingHere : answerOf({ contentType: HTML, body, styles: [STYLE] });
    },
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await door?.close(1000);
  if (shots.startsWith(folder)) rmSync(folder, { recursive: true, force: true });
});

/** What axe-core finds, as rule and place. Runs as the browser's own code, past the policy of the page. */
async function violationsOf(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + " " + target.join(" "))))`);
}

describe.each([
  ["wahl", 360],
  ["wahl", 1280],
  ["abstimmung", 360],
  ["unbekannt", 360],
])("the page „%s“ at %i px", (name, width) => {
  test("is accessible, fits, keeps its style and asks nobody for anything", async () => {
    const page = await browser.newPage({ viewport: { width, height: 740 } });
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(`${door.url}/seiten/${name}`);
    await page.screenshot({ path: join(shots, `minutes-${name}-${width}.png`), fullPage: true });
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await page.evaluate("getComputedStyle(document.body).maxWidth")).not.toBe("none");
    expect(asked.filter((path) => path !== "/favicon.ico")).toEqual([`/seiten/${name}`]);
    expect(complaints.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
    await page.close();
  });
});

test("on paper the links are gone and the lines for signatures stay", async () => {
  const page = await browser.newPage({ viewport: { width: 800, height: 1100 } });
  await page.emulateMedia({ media: "print" });
  await page.goto(`${door.url}/seiten/wahl`);
  await page.screenshot({ path: join(shots, "minutes-print.png"), fullPage: true });
  expect(await page.getByRole("link").count()).toBe(0);
  expect(await page.getByText("Ort, Datum, Unterschrift:").count()).toBe(4);
  await page.close();
});
