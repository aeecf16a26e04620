// @ts-check
// Files of cases, see test/support/fuzz/case.ts.
import { readFileSync } from "node:fs";
import { loadCase } from "./support.mjs";
import { FuzzFault, faults } from "./texts.mjs";

/**
 * @typedef {import("./others.mjs").Request} Request
 * @typedef {{ passes: number } | { requests: readonly Request[] }} Step
 */

export const { namesIn, writtenCase, readCase } = await loadCase();

/** @param {import("./session.mjs").Session} session */
export const namesOf = ({ journal, connector, files }) => namesIn(journal.rows, connector.url, files.url(""));

/** @param {string} file @returns {string} @throws with a sentence if it is no case */
export function caseText(file) {
  try {
    const text = readFileSync(file, "utf8");
    readCase(text, []);
    return text;
  } catch {
    throw new FuzzFault(faults.noCase(file));
  }
}
