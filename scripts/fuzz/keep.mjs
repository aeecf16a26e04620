// @ts-check
// Keeps what went wrong as a file that can be played again: as short as it still goes wrong.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { namesOf, readCase, writtenCase } from "./case.mjs";
import { signatureOf } from "./course.mjs";
import { createSender } from "./sender.mjs";
import { openSession } from "./session.mjs";

/** How many of the last steps are tried before all of them are kept. */
const LENGTHS = [1, 2, 20];

/** @typedef {import("./course.mjs").Found} Found */
/** @typedef {{ root: string, folder: string, program: string, say: (line: string) => void }} Given */

/**
 * Makes a new Forum and sends it these steps.
 * @param {Given} given
 * @param {(names: import("../../test/support/fuzz/case.ts").Names) => import("../../test/support/fuzz/case.ts").Case} read
 * @returns {Promise<readonly { signature: string, wrong: string }[]>} what went wrong
 */
export async function replayed({ folder, program, say }, read) {
  /** @type {(() => unknown)[]} */
  const closers = [];
  try {
    const session = await openSession({ program, folder, say, onEnd: (close) => void closers.push(close) });
    await session.make(1);
    await session.bot().taken();
    await session.journal.since();
    const send = await createSender(program, session);
    const found = [];
    for (const step of read(await namesOf(session)).steps) {
      if ("passes" in step) {
        await session.bot().passes(step.passes);
        const { faults } = await session.bot().taken();
        await session.journal.since();
        found.push(
          ...faults.map(({ event, cause }) => ({ fault: { kind: event, what: cause }, sent: undefined })),
        );
        continue;
      }
      const sent = await send(step.requests);
      found.push(...sent.wrong.map((fault) => ({ fault, sent })));
    }
    return found.map(({ fault, sent }) => ({
      signature: signatureOf(fault, sent),
      wrong: `${fault.kind}: ${fault.what}`,
    }));
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/**
 * @param {Given} given
 * @param {import("./session.mjs").Session} session of the run
 * @param {Found} found
 * @param {number} seed
 * @returns {Promise<string>} the file, relative to the project
 */
export async function keepCase(given, session, { at, signature, wrong, steps }, seed) {
  const names = await namesOf(session);
  const file = join(".cache", `fuzz-${seed}-${at}.json`);
  const caseOf = (/** @type {readonly import("./case.mjs").Step[]} */ some) =>
    writtenCase(
      /** @type {any} */ ({ title: signature, wrong: [wrong.slice(0, 2_000)], steps: some }),
      names,
    );
  writeFileSync(join(given.root, file), caseOf(steps));
  for (const length of LENGTHS.filter((one) => one < steps.length)) {
    const shorter = caseOf(steps.slice(-length));
    const folder = join(given.folder, `shorter-${at}-${length}`);
    const again = await replayed({ ...given, folder }, (here) => readCase(shorter, here)).catch(() => []);
    if (!again.some((one) => one.signature === signature)) continue;
    writeFileSync(join(given.root, file), shorter);
    break;
  }
  return file;
}
