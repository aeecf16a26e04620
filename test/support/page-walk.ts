/**
 * Looks at a page as people do who see, hear or steer it differently: with axe-core, at 320 px, with large text, in
 * dark and high contrast, without script, and with the Tab key alone.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** WCAG 2.1, levels A and AA: what BITV 2.0 asks for. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

export type Look = {
  readonly name: string;
  readonly width: number;
  readonly colorScheme: "light" | "dark";
  readonly forcedColors?: "active";
};

const DESK = 1100;
/** What WCAG 1.4.10 asks for. */
export const PHONE = 320;

export const LOOKS: readonly Look[] = [
  { name: "light", width: DESK, colorScheme: "light" },
  { name: "dark", width: DESK, colorScheme: "dark" },
  { name: "contrast", width: DESK, colorScheme: "dark", forcedColors: "active" },
  { name: "phone", width: PHONE, colorScheme: "light" },
  { name: "phone-dark", width: PHONE, colorScheme: "dark" },
];

export async function looksLike(page: Page, { width, colorScheme, forcedColors }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, forcedColors: forcedColors ?? "none" });
}

export async function opened(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    locale: "de-DE",
    viewport: { width: DESK, height: 900 },
    // The checks themselves are script; the page's own policy keeps holding for the page.
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

type AxeResult = {
  violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
};

/** Every violation with the place and what to do; nothing where the page holds. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const run = `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ["violations"] })`;
  const { violations } = (await page.evaluate(run)) as AxeResult;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Pixels by which the page is wider than the window. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/** Text twice as large, as people set it in their browser. */
export async function enlarge(page: Page): Promise<void> {
  await page.evaluate('document.documentElement.style.fontSize = "200%"');
}

/** Elements whose text is cut off: wider inside than outside, and not to be scrolled. */
export const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll("body *")]
    .filter((one) => !one.closest("svg") && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
    .filter((one) => getComputedStyle(one).display !== "inline" && !one.matches("input, .scroll, .scroll *"))
    .map((one) => one.tagName + ": " + one.textContent.trim().slice(0, 60))`);

export type Stop = { readonly name: string; readonly order: number; readonly seen: boolean };

const FOCUSABLE =
  "a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex='0']";

/** Runs in the page: what has the focus, where it stands in the reading order, and whether one sees it. */
const STOP = `{
  const one = document.activeElement;
  const all = [...document.querySelectorAll(${JSON.stringify(FOCUSABLE)})].filter((each) => each.offsetParent !== null);
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  ({
    name: (one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent ?? "").trim().slice(0, 60),
    order: all.indexOf(one),
    seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.bottom > 0
      && box.top < innerHeight,
  });
}`;

/** Every stop of the Tab key from the beginning to the end of the page; `whole` is how many there should be. */
export async function walk(page: Page): Promise<{ stops: readonly Stop[]; whole: number }> {
  const whole = (await page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(FOCUSABLE)})].filter((each) => each.offsetParent !== null).length`,
  )) as number;
  const stops: Stop[] = [];
  for (let step = 0; step < whole; step++) {
    await page.keyboard.press("Tab");
    stops.push((await page.evaluate(STOP)) as Stop);
  }
  return { stops, whole };
}
