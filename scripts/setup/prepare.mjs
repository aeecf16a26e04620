// @ts-check
import { join } from "node:path";
import { isMade, makeAll } from "./build.mjs";
import { install, isInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { SetupFault, sentences, steps } from "./texts.mjs";

/** @typedef {import("./build.mjs").Made} Made */

/**
 * Makes the project ready to run: packages, Prisma clients, compiled program. Does nothing, and takes no
 * lock, when all of it stands already.
 * @param {string} root
 * @param {{ made: readonly Made[], mayInstall: boolean }} wanted with `mayInstall` false (a server with
 *   BOT_ID) nothing is installed or made; what is missing is a fault of one sentence
 */
export async function prepare(root, { made, mayInstall }) {
  const ready = () => isInstalled(root) && made.every((which) => isMade(root, which));
  if (ready()) return;
  if (!mayInstall) throw new SetupFault(sentences.setupRefused);
  const onWait = () => process.stderr.write(`${steps.waiting} …\n`);
  await withLock(
    join(root, ".cache", "setup.lock"),
    async () => {
      if (!isInstalled(root)) await install(root);
      await makeAll(root, made);
    },
    { onWait },
  );
}
