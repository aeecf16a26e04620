/** Every page and file page as a browser shows it: to people who hear, enlarge, darken or steer it by keyboard. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGE } from "../../scripts/recount/make-page.mjs";
import { minutesPage } from "../../src/election/minutes/minutes.page.ts";
import { STYLE as MINUTES_STYLE } from "../../src/election/minutes/minutes.style.ts";
import { viewOf } from "../../src/election/minutes/minutes.view.ts";
import { activityOf } from "../../src/exchange/overview/activity.ts";
import { faultsPage } from "../../src/exchange/overview/import.cards.ts";
import { STYLE as OVERVIEW_STYLE } from "../../src/exchange/overview/page.style.ts";
import { overviewPage } from "../../src/exchange/overview/page.ts";
import { usageOf } from "../../src/exchange/overview/usage.ts";
import { accessibilityPage } from "../../src/pages/accessibility.page.ts";
import { answerOf, HTML, nothingHere, type PageAnswer } from "../../src/pages/answer.ts";
import { noticePage, termsPage } from "../../src/privacy/notice.page.ts";
import { TRIAL_NOTICE } from "../../src/privacy/trial-notice.ts";
import {
  accepted,
  CLOSED,
  counted,
  DAY,
  entry,
  NOW,
  nameOf,
  PARTIES,
  round,
} from "../election/minutes-source.ts";
import { fileNamed } from "../recount/asked.ts";
import {
  cutOff,
  enlarge,
  LOOKS,
  looksLike,
  opened,
  PHONE,
  tooWide,
  violationsOn,
  walk,
} from "../support/page-walk.ts";
import { launchBrowser } from "../support/playground.ts";
import { served } from "../support/served.ts";

const folder = mkdtempSync(join(tmpdir(), "forumsbote-pages-"));
const shots = process.env.E2E_SHOTS ?? join(folder, "shots");
const LONG = "Donaudampfschifffahrtsgesellschaftsverwaltungssoftware";

const html = (body: string, styles: readonly string[]): PageAnswer =>
  answerOf({ contentType: HTML, body, styles });

const minutes = viewOf(
  accepted({
    rounds: [
      round(counted("elected", { A: 5, B: 1, enthaltung: 1 }, { winner: "A" }), {
        ...{ duplicates: 2, late: 1 },
        extensions: [{ from: CLOSED - DAY, to: CLOSED, reason: "Störung im Rechenzentrum" }],
        register: PARTIES.map((party, at) => entry(party, { voted: at < 7, left: at === 7 })),
      }),
    ],
    confirmations: [{ round: 1, memberId: "m-weil", agrees: true, at: NOW }],
    objections: 1,
  }),
  { now: NOW, version: "1.2.3", organisationName: nameOf },
);

const uses = PARTIES.flatMap((organisation, at) =>
  ["Digitale Bauakte", LONG].map((product) => ({
    ...{ product, organisation, stage: at % 2 ? ("inUse" as const) : ("trial" as const), at: NOW },
    record: `${product}-${at}`,
  })),
);
const overview = {
  products: usageOf(uses),
  activity: activityOf(
    [
      { kind: "product", at: NOW, group: "Arbeitsgruppe Bauen" },
      { kind: "process", at: NOW - 100 * DAY, group: null },
    ],
    NOW,
  ),
  ...{ now: NOW, label: nameOf },
};

const links = {
  json: "https://bot.example/1",
  text: "https://bot.example/3",
  recount: "https://bot.example/2",
};
const files = {
  csv: "https://bot.example/1",
  markdown: "https://bot.example/2",
  json: "https://bot.example/3",
};

const PAGES: Readonly<Record<string, PageAnswer>> = {
  minutes: html(minutesPage(minutes, links, true), [MINUTES_STYLE]),
  overview: html(overviewPage(overview, files), [OVERVIEW_STYLE]),
  nothing: { ...nothingHere, status: 200 },
  faults: answerOf(
    faultsPage({
      ...{ id: "1", fileName: `${LONG}.csv`, rows: [] },
      faults: Array.from({ length: 30 }, (_, at) => ({
        line: at + 2,
        faults: [{ kind: "field" as const, field: "organisation", said: LONG }],
      })),
    }),
  ),
  datenschutz: answerOf(noticePage(TRIAL_NOTICE)),
  nutzung: answerOf(termsPage(TRIAL_NOTICE)),
  barrierefreiheit: answerOf(accessibilityPage(TRIAL_NOTICE.controller)),
  recount: { status: 200, headers: { "content-type": HTML }, body: readFileSync(PAGE, "utf8") },
};

let browser: Browser;
let server: Awaited<ReturnType<typeof served>>;

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  browser = await launchBrowser();
  server = await served(PAGES);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (shots.startsWith(folder)) rmSync(folder, { recursive: true, force: true });
});

/** The page for recounting is looked at with all its verdicts on it. */
async function used(name: string, page: Page): Promise<void> {
  if (name !== "recount") return;
  await page.getByLabel("Niederschrift").setInputFiles(fileNamed("vorsitz.json"));
  await page.getByRole("button", { name: "Nachzählen" }).click();
  await page.locator("#verdict[data-mark]").waitFor();
}

describe.each(Object.keys(PAGES))("the page %s", (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await opened(browser, server.urlOf(name));
  });
  afterAll(() => page.context().close());

  test("is walked through by keyboard in reading order, and one sees where one is", async () => {
    const { stops, whole } = await walk(page);
    expect(stops.map(({ order }) => order)).toEqual(Array.from({ length: whole }, (_, at) => at));
    expect(stops.filter((one) => !one.seen || one.name === "")).toEqual([]);
    // No trap: one more step leaves the page.
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement === document.body")).toBe(true);
    await used(name, page);
  });

  test.each(LOOKS)("holds WCAG 2.1 AA and cuts nothing off: $name", async (look) => {
    await looksLike(page, look);
    expect(await violationsOn(page)).toEqual([]);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(await cutOff(page)).toEqual([]);
    await page.screenshot({ path: join(shots, `${name}-${look.name}.png`), fullPage: look.width > PHONE });
  });

  test("holds on a phone with text twice as large", async () => {
    await enlarge(page);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(await cutOff(page)).toEqual([]);
    await page.screenshot({ path: join(shots, `${name}-large.png`) });
  });
});

describe("without script", () => {
  const readable = Object.keys(PAGES).filter((name) => name !== "recount");
  const pages: Page[] = [];
  beforeAll(async () => {
    for (const javaScriptEnabled of [true, false])
      pages.push(await (await browser.newContext({ javaScriptEnabled })).newPage());
  });
  afterAll(async () => {
    for (const page of pages) await page.context().close();
  });

  const textsOf = (name: string, selector: string) =>
    Promise.all(
      pages.map(async (page) => {
        await page.goto(server.urlOf(name));
        return (await page.locator(selector).textContent()) ?? "";
      }),
    );

  test.each(readable)("%s reads the same", async (name) => {
    const [withScript, without] = await textsOf(name, "body");
    expect(withScript).toBe(without);
    expect((without ?? "").length).toBeGreaterThan(80);
  });

  test("the page for recounting says what it needs", async () => {
    expect((await textsOf("recount", "noscript"))[1]).toContain("JavaScript");
  });
});
