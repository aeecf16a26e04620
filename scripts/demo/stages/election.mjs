// @ts-check
// The chair is elected: the coordinator opens, everybody votes in the own chat, the result comes to all.
import { isDeepStrictEqual } from "node:util";
import { buttonOn, buttonsOf } from "../card.mjs";
import { clockAt } from "../days.mjs";
import { readAndAct } from "../person.mjs";
import { DemoFault, faults, lines, steps } from "../texts.mjs";
import { vote } from "./ballot.mjs";
import { rolesOn } from "./roles.mjs";

/**
 * @typedef {import("../demo.mjs").Play} Play
 * @typedef {import("../demo.mjs").Delegate} Delegate
 * @typedef {import("../person.mjs").Message} Message
 */

const OPEN = "Stimmzettel öffnen";
const CLOSE = "Wahlgang vorzeitig schließen";
const START = "Wahl starten";
const RESULT = "Ergebnis der Wahl";
const ACCEPT = "Wahl annehmen";
/** The status while the person elected has not answered. */
const UNANSWERED = "Zeit, die Wahl anzunehmen";

const candidates = { parties: ["Kandern", "Rheinfelden (Baden)", "Schopfheim"] };
const FIXED = "Kandidaturen stehen fest";
const openForMs = 30 * 60_000;
const ballotMs = 60_000;
const retryMs = 4_000;
const resultMs = 120_000;
const TURNOUT_EVERY = 7;
const UNKNOWN = "?";

/** 18:00 of "bis 03.02.2026, 18:00 Uhr" @param {string} text */
const deadlineIn = (text) => /bis [\d.]+, (\d\d:\d\d) Uhr/.exec(text)?.[1] ?? UNKNOWN;
/** @param {string} text */
const candidatesIn = (text) => /Zur Wahl stehen: (.*)/.exec(text)?.[1] ?? UNKNOWN;

/** @param {Play} play @returns {Promise<Message>} the status of the election that runs then */
async function open({ coordinator, pace, say }) {
  const first = await coordinator.types("wahl starten");
  const form = await coordinator.presses(first, FIXED);
  await pace.pause(1_000, 2_000);
  const { date, time } = clockAt(Date.now() + openForMs);
  const entries = {
    ...candidates,
    closesOn: date,
    closesAt: time,
    ...rolesOn(form.card, candidates.parties),
  };
  const review = await coordinator.presses(form, "Weiter", entries);
  if (!buttonOn(review.card, /eröffnen$/)) throw new DemoFault(faults.refused(steps.election, review.text));
  await pace.pause(1_500, 2_500);
  const status = await coordinator.presses(review, /eröffnen$/);
  if (status.refused) throw new DemoFault(faults.refused(steps.election, status.text));
  say(lines.opened(candidatesIn(status.text), deadlineIn(status.text)));
  return status;
}

/** The election that runs, or a new one. @param {Play} play */
async function running(play) {
  // An earlier run may have ended before the office was taken.
  const before = await play.coordinator.types("wahl");
  const waits = before.text.includes(UNANSWERED);
  if (waits) await accept(play);
  const status = waits ? await play.coordinator.types("wahl") : before;
  if (!buttonOn(status.card, START)) {
    if (candidatesIn(status.text) === UNKNOWN)
      throw new DemoFault(faults.refused(steps.election, status.text));
    play.say(lines.electionRuns);
    return { status, isNew: false };
  }
  if (status.text.includes(RESULT) || status.text.includes("Letzte Wahl")) play.say(lines.newElection);
  return { status: await open(play), isNew: true };
}

/** @param {Play} play @param {boolean} isNew */
async function voteAll({ delegates, pace, say }, isNew) {
  const hasBallot = (/** @type {Message} */ one) => buttonOn(one.card, OPEN) !== undefined;
  if (isNew && (await delegates[0]?.awaits(hasBallot, ballotMs))) say(lines.ballots);
  let voted = 0;
  await pace.each(delegates, 4, async (delegate, at) => {
    const on = isNew ? await delegate.awaits(hasBallot, ballotMs) : await delegate.types("wahl");
    await pace.pause(300, 1_200);
    if (on && hasBallot(on)) await vote(delegate, on, at, pace);
    // Somebody without a ballot has voted in an earlier run.
    else if (isNew) throw new DemoFault(faults.noBallot(delegate.organisation));
    voted += 1;
    if (voted % TURNOUT_EVERY === 0 || voted === delegates.length)
      say(lines.turnout(voted, delegates.length));
  });
}

/** @param {Play} play */
async function voteForPerson({ inPlayground, pace }) {
  const { reading, acting } = readAndAct(inPlayground);
  const status = await reading.types("wahl");
  if (buttonOn(status.card, OPEN)) await vote(acting, status, 0, pace);
}

/**
 * Whether a message is the result of this election: that of an earlier one may arrive late.
 * @param {Message} status
 * @returns {(message: Message) => boolean}
 */
function resultOf(status) {
  const round = buttonOn(status.card, CLOSE)?.data;
  const isSame = (/** @type {object} */ data) => isDeepStrictEqual(data, round);
  return ({ card, text }) =>
    text.includes(RESULT) && (!round || buttonsOf(card).some(({ data }) => isSame(data)));
}

/**
 * Tries until all have voted, the person in the Playground too, or the time is over.
 * @param {Play} play
 * @param {Message} status
 * @param {() => boolean} isOver
 */
async function close({ coordinator, pace, signal, say }, status, isOver) {
  for (let tries = 0; !signal.aborted; tries += 1) {
    if (!buttonOn(status.card, CLOSE) || isOver()) return;
    const said = await coordinator.presses(status, CLOSE);
    if (!said.refused) {
      say(lines.closed);
      return;
    }
    if (!said.text.includes("noch nicht alle")) return;
    if (tries === 0) {
      say(lines.waitForPerson);
      say(lines.waitForEnd(deadlineIn(status.text)));
    }
    await pace.wait(retryMs);
  }
}

/**
 * Whoever is elected takes the office, also where an earlier run ended before that.
 * @param {Play} play
 */
async function accept({ delegates, pace, say }) {
  for (const delegate of delegates) {
    const status = await delegate.types("wahl");
    if (!buttonOn(status.card, ACCEPT)) continue;
    await pace.pause(1_000, 2_000);
    const done = await delegate.presses(status, ACCEPT);
    say(done.refused ? done.text : lines.accepted(delegate.name));
    return;
  }
}

/** @param {Play} play */
export async function holdElection(play) {
  const { delegates, signal, say } = play;
  const [witness] = delegates;
  const { status, isNew } = await running(play);
  const isResult = resultOf(status);
  await voteAll(play, isNew);
  if (play.personVotes) await voteForPerson(play);
  await close(play, status, () => witness?.sees().some(isResult) === true);
  const result = await witness?.awaits(isResult, resultMs);
  if (signal.aborted) return;
  if (!result) throw new DemoFault(faults.noResult);
  say(lines.result);
  for (const line of result.text.split("\n")) say(lines.answered(line));
  const told = await Promise.all(delegates.map((one) => one.awaits(isResult, resultMs)));
  say(lines.told(told.filter(Boolean).length, delegates.length));
  await accept(play);
}
