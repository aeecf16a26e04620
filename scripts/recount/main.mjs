// @ts-check
// `npm run --silent recount -- minutes.json [opening-file.json …]`. Needs nothing but Node itself.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { recount } from "./recount.mjs";
import { shown } from "./report.mjs";
import { NotReadable } from "./shape.mjs";
import { linesOf } from "./terminal.mjs";

const USAGE = "So geht es: npm run --silent recount -- niederschrift.json [öffnungsdatei.json …]";

/** @param {string} path */
function readGiven(path) {
  try {
    return { name: basename(path), text: readFileSync(path, "utf8") };
  } catch {
    throw new NotReadable(`${path}: Diese Datei lässt sich nicht lesen. Bitte prüfen Sie den Namen.`);
  }
}

/** @param {readonly string[]} paths @returns {Promise<number>} 0 all is well, 1 a fault was found, 2 nothing could be read */
async function run(paths) {
  try {
    if (paths.length === 0) throw new NotReadable(USAGE);
    const outcome = await recount(paths.map(readGiven));
    process.stdout.write(`${linesOf(outcome).join("\n")}\n`);
    return outcome.good ? 0 : 1;
  } catch (error) {
    const sentence =
      error instanceof NotReadable ? error.sentence : `Das Nachzählen ist abgebrochen: ${error}`;
    process.stderr.write(`${shown(sentence)}\n`);
    return 2;
  }
}

process.exitCode = await run(process.argv.slice(2));
