// @ts-check
import { readFileSync } from "node:fs";

/** What stands in a file of this folder. @param {string} file @returns {any} */
export const data = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
