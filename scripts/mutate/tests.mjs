// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Tests that import one of these wait for databases, servers or processes, or read the whole handbook: far too slow for
 * thousands of runs.
 */
const SLOW =
  /support\/(bot|database|databases|forumsbote|postgres|replicas|started|file-host|model-stub|people|playground)[\w-]*\.ts|child_process|rulebook\/load\.ts|originals\/read\.ts|readdirSync|\/(hall|manage-hall|seeded|minutes-office|assembly)\.ts/;

/** @param {string} root @param {string} folder @returns {string[]} */
function below(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return below(root, path);
    return entry.name.endsWith(".test.ts") ? [path] : [];
  });
}

/**
 * Tests of these folders that need nothing but their own process.
 * @param {string} root
 * @param {readonly string[]} folders
 */
export const pureTests = (root, folders) =>
  folders
    .flatMap((folder) => below(root, folder))
    .filter((path) => !path.includes("process-zone") && !SLOW.test(readFileSync(join(root, path), "utf8")));
