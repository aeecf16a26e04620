// @ts-check
// `npm run demo`: bot and Playground as `npm start` runs them, with all parties; everybody but the person in
// the Playground is played here, as a client of the bot's front door that knows nothing of its inside.
import { startLocal } from "../setup/start.mjs";
import { startConnector } from "./connector.mjs";
import { data } from "./data.mjs";
import { readOptions } from "./options.mjs";
import { createPace } from "./pace.mjs";
import { createPerson } from "./person.mjs";
import { pageOpened, readPlayground } from "./playground.mjs";
import { registerChannel } from "./stages/channel.mjs";
import { holdElection } from "./stages/election.mjs";
import { joinAll } from "./stages/join.mjs";
import { planMeeting } from "./stages/meeting.mjs";
import { askAndSearch } from "./stages/questions.mjs";
import { recordExchanges } from "./stages/records.mjs";
import { giveSeats } from "./stages/seats.mjs";
import { DemoFault, faults, lines, steps } from "./texts.mjs";

/**
 * @typedef {import("./person.mjs").Person} Person
 * @typedef {Person & { party: string, organisation: string }} Delegate
 *
 * @typedef {object} Play what every stage is given
 * @property {readonly Delegate[]} delegates all parties but the one of the person in the Playground
 * @property {Person} coordinator who is not in the Playground
 * @property {Person} inPlayground who watches
 * @property {boolean} personVotes acts for the person in the Playground as well
 * @property {import("./playground.mjs").Playground} playground
 * @property {import("./pace.mjs").Pace} pace
 * @property {AbortSignal} signal
 * @property {(line: string) => void} say
 */

const coordinator = {
  name: "Koordination von außen",
  user: "demo-koordination",
  aad: "00000000-0000-0000-0000-0000000000b0",
};
const pageMs = 60_000;

/** @type {readonly [string, (play: Play) => Promise<unknown>][]} */
const stages = [
  [steps.join, joinAll],
  [steps.seats, giveSeats],
  [steps.channel, registerChannel],
  [steps.records, recordExchanges],
  [steps.questions, askAndSearch],
  [steps.meeting, planMeeting],
  [steps.election, holdElection],
];

/**
 * @param {import("./connector.mjs").Connector} connector
 * @param {import("./playground.mjs").Playground} playground
 * @param {string} bot address
 */
function createTown(connector, playground, bot) {
  const run = `demo-${Date.now().toString(36)}`;
  const { tenant } = playground;
  const town = { door: `${bot}/api/messages`, tenant, bot: playground.bot, run, connector };
  /** @param {string} user @returns {import("./person.mjs").Place} */
  const chatOf = (user) => ({ id: `a:${user}`, kind: "personal" });
  /** @type {Delegate[]} */
  const delegates = data("parties.json").map((/** @type {any} */ { key, name, user, aad }) => ({
    ...createPerson(town, { name: `Delegation ${name}`, user, aad }, chatOf(user)),
    party: key,
    organisation: name,
  }));
  return {
    delegates,
    coordinator: createPerson(town, coordinator, chatOf(coordinator.user)),
    inPlayground: createPerson(town, playground.person, playground.chat),
  };
}

/**
 * @param {import("./options.mjs").Options} options
 * @param {{ bot: string, playground: string, signal: AbortSignal }} at
 * @returns {Promise<number | undefined>} an exit code, or undefined to let all go on
 */
async function play({ quick, exit, personVotes }, { bot, playground: url, signal }) {
  const say = (/** @type {string} */ line) => void (signal.aborted || process.stdout.write(`${line}\n`));
  const playground = await readPlayground(url);
  const connector = await startConnector();
  const people = createTown(connector, playground, bot);
  say(lines.begin);
  say(lines.you(playground.person.name));
  if (!quick) {
    say(lines.waitForPage(pageMs / 1_000));
    if (!(await pageOpened(playground, pageMs, signal))) say(lines.goesOn);
  }
  const pace = createPace({ quick, signal });
  const given = { ...people, personVotes, playground, pace, signal, say };
  for (const [title, stage] of stages) {
    if (signal.aborted) return undefined;
    say(lines.step(title));
    await stage(given);
  }
  say(exit ? lines.endExit : lines.end);
  return exit ? 0 : undefined;
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
export function runDemo(root, args, env) {
  if (env.BOT_ID) throw new DemoFault(faults.onServer);
  const options = readOptions(args);
  // The bot's log would stand between the lines of the story. What it warns of is known: what was left over
  // from the last run waits until the delegations are there again.
  const botEnv = { ...env, DEMO: "1", LOG_LEVEL: env.LOG_LEVEL || "error" };
  return startLocal(root, [], botEnv, undefined, (at) => play(options, at));
}
