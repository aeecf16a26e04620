// @ts-check
// `node scripts/package/icons.mjs` draws manifest/color.png and manifest/outline.png from their SVG sources, with
// the Chromium of this machine and without a network. Needed only after a change of the sources: the PNG files are kept.
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { SetupFault, sentences } from "../setup/texts.mjs";
import { ICON_SIZES } from "./png.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "manifest");

function browserPath() {
  const paths = (process.env.PATH ?? "").split(delimiter).map((one) => join(one, "chromium"));
  const found = paths.find((path) => existsSync(path));
  if (!found) throw new SetupFault(sentences.chromiumMissing);
  return found;
}

/** @param {import("playwright-core").Browser} browser @param {string} name @param {number} size pixels */
async function draw(browser, name, size) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, offline: true });
  const svg = readFileSync(join(folder, `${name}.svg`), "utf8");
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
  await page.close();
}

const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
});
try {
  for (const [name, size] of Object.entries(ICON_SIZES)) await draw(browser, name, size);
} finally {
  await browser.close();
}
