// @ts-check
// Joins the recount into one page that needs no other file: `node scripts/recount/make-page.mjs` writes
// src/election/minutes/recount.page.html. The modules stand in it as they are, without their import lines.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
export const PAGE = join(folder, "..", "..", "src", "election", "minutes", "recount.page.html");

const IMPORT = /^import [^;]*? from "\.\/([^"]+)";\n/gm;

/** @param {string} name */
const source = (name) => readFileSync(join(folder, name), "utf8");

/**
 * The module after everything it needs, each once.
 * @param {string} module @param {string[]} [order]
 */
function inOrder(module, order = []) {
  for (const [, needed = ""] of source(module).matchAll(IMPORT))
    if (!order.includes(needed)) inOrder(needed, order);
  if (!order.includes(module)) order.push(module);
  return order;
}

/** @param {string} module */
const joined = (module) =>
  `// ---- ${module}\n${source(module)
    .replace(/^\/\/ @ts-check\n/, "")
    .replace(IMPORT, "")
    .replace(/^export /gm, "")}`;

/** @param {string} text */
const hash = (text) => `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;

/** @param {string} text @param {string} from stands there exactly once @param {string} to */
function filled(text, from, to) {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`page.html must contain exactly one ${from}`);
  return parts.join(to);
}

/** The page as it should stand in the tree. */
export function page() {
  const script = `\n${inOrder("page.mjs").map(joined).join("\n")}`;
  const style = `\n${source("page.css")}`;
  const hashed = filled(filled(source("page.html"), "script-hash", hash(script)), "style-hash", hash(style));
  const styled = filled(hashed, "<style></style>", `<style>${style}</style>`);
  return filled(styled, '<script type="module"></script>', `<script type="module">${script}</script>`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, page());
