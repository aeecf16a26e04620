// @ts-check
// One election, as people hold it: open, vote, close, look at the result. Who has been answered notes down what.
import { setTimeout as sleep } from "node:timers/promises";
import { buttonOn, buttonsOf, inputOn } from "../demo/card.mjs";
import { clockAt } from "../demo/days.mjs";
import { rolesOn } from "../demo/stages/roles.mjs";
import { ChaosFault, faults } from "./texts.mjs";
import { insists } from "./town.mjs";

/**
 * @typedef {import("./town.mjs").Town} Town
 * @typedef {import("./town.mjs").Delegate} Delegate
 * @typedef {import("./town.mjs").Message} Message
 * @typedef {import("./random.mjs").Chance} Chance
 *
 * @typedef {object} Vote that was acknowledged
 * @property {string} party
 * @property {string} choice
 * @property {string} noted the receipt of the review
 * @property {string} receipt the one of the confirmation
 * @property {Message} review from which it was cast
 *
 * @typedef {object} Held an election of this trial
 * @property {string} id
 * @property {Vote[]} votes
 * @property {string[]} refused what should have been taken
 * @property {readonly (readonly [string, number])[]} shown number of votes by line of the result
 * @property {string} proof everything that is published for a recount
 */

const OPEN = "Stimmzettel öffnen";
const FIXED = "Kandidaturen stehen fest";
const CLOSE = "Wahlgang vorzeitig schließen";
const RECEIPT = /\b[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}\b/;
const PROOF = "Zum Nachzählen";
const RESULT = "Ergebnis der Wahl";
const ELECTED = /^Gewählt ist: (.+?)\.?$/m;
const VOTES = /^(.+): (\d+) von \d+ Stimmen(?:, gewählt)?$/gm;
/** So many cast at the same moment, so that there is a crowd at the ballot box. */
export const WAVE = 9;
const waveMs = 3_000;
const lookAgainMs = 50;
const openForMs = 60 * 60_000;
const ballotMs = 2_500;
const resultMs = 240_000;
const candidates = { parties: ["Kandern", "Rheinfelden (Baden)"], others: "Bürgermeisteramt Schopfheim" };

/** @param {Message} message @param {string | RegExp} title @returns {string | undefined} */
const electionOn = ({ card }, title) =>
  /** @type {{ election?: string } | undefined} */ (buttonOn(card, title)?.data)?.election;

/** Whether a message belongs to this election. @param {Message} message @param {string} id */
export const isAbout = ({ card }, id) =>
  buttonsOf(card).some(({ data }) => /** @type {{ election?: string }} */ (data).election === id);

/** @param {string} text */
export const receiptIn = (text) => RECEIPT.exec(text)?.[0] ?? "";

/** @param {Town} town @returns {Promise<{ held: Held, status: Message }>} */
export async function open({ coordinator }) {
  const first = await insists("wahl starten", () => coordinator.types("wahl starten"));
  const form = await insists(FIXED, () => coordinator.presses(first, FIXED));
  const { date, time } = clockAt(Date.now() + openForMs);
  const roles = rolesOn(form.card, [...candidates.parties, "Schopfheim"]);
  const entries = { ...candidates, closesOn: date, closesAt: time, ...roles };
  const review = await insists("Weiter", () => coordinator.presses(form, "Weiter", entries));
  const status = await insists("Wahl eröffnen", () => coordinator.presses(review, /eröffnen$/));
  const id = electionOn(status, CLOSE);
  if (!id) throw new ChaosFault(`${faults.gaveUp("Wahl eröffnen")} ${status.text}`);
  return { held: { id, votes: [], refused: [], shown: [], proof: "" }, status };
}

/** The ballot paper: from the message, or, as with a message that is late, by asking. @param {Delegate} delegate @param {string} id @param {boolean} asks */
async function ballotOf(delegate, id, asks) {
  const isMine = (/** @type {Message} */ one) => electionOn(one, OPEN) === id;
  const message = asks ? undefined : await delegate.awaits(isMine, ballotMs);
  return message ?? insists("wahl", () => delegate.types("wahl"));
}

/**
 * Lets people through together, `WAVE` at a time and whoever has waited long enough, but nobody before those
 * in front have voted.
 * @param {Held} held
 */
export function openCrowd(held) {
  /** @type {{ go: () => void, since: number }[]} */
  const waiting = [];
  let through = 0;
  const timer = setInterval(() => {
    const [first] = waiting;
    if (!first || held.votes.length + held.refused.length < through) return;
    if (waiting.length < WAVE && performance.now() - first.since < waveMs) return;
    for (const { go } of waiting.splice(0, WAVE)) {
      through += 1;
      go();
    }
  }, lookAgainMs);
  return {
    pass: () =>
      new Promise((resolve) => waiting.push({ go: () => resolve(undefined), since: performance.now() })),
    close: () => clearInterval(timer),
  };
}

/** @param {Delegate} delegate @param {Held} held @param {Chance} chance @param {{ pass: () => Promise<unknown> }} crowd */
export async function vote(delegate, held, chance, crowd) {
  await sleep(chance.between(0, 3_000));
  const on = await ballotOf(delegate, held.id, chance.happens(0.3));
  if (!buttonOn(on.card, OPEN)) return void held.refused.push(`Stimmzettel: ${on.text}`);
  const paper = await insists(OPEN, () => delegate.presses(on, OPEN));
  const choices = inputOn(paper.card, "choice")?.choices ?? [];
  if (choices.length === 0) return void held.refused.push(`Stimmzettel: ${paper.text}`);
  // One of them gets more than half of the votes: a run-off would begin on another day.
  const choice = chance.pick(chance.happens(0.7) ? choices.slice(0, 1) : choices).value;
  await sleep(chance.between(50, 700));
  const review = await insists("Prüfung", () => delegate.presses(paper, "Weiter zur Prüfung", { choice }));
  if (review.refused) return void held.refused.push(`Prüfung: ${review.text}`);
  await crowd.pass();
  const done = await insists("Abgabe", () => delegate.presses(review, "Endgültig abgeben"));
  if (done.refused || !done.text.includes("in der Urne"))
    return void held.refused.push(`Abgabe: ${done.text}`);
  const receipts = { noted: receiptIn(review.text), receipt: receiptIn(done.text) };
  held.votes.push({ party: delegate.party, choice, ...receipts, review });
}

/**
 * The round is closed when that is said, or when an end has swallowed the answer.
 * @param {Town} town @param {Held} held @param {Message} status
 * @returns {Promise<boolean>}
 */
export async function close({ coordinator }, held, status) {
  const said = await insists(CLOSE, () => coordinator.presses(status, CLOSE));
  const isClosed = !said.refused || said.text.includes("schon geschlossen");
  if (!isClosed) held.refused.push(`Schließen: ${said.text}`);
  return isClosed;
}

/** Waits for the message with the result, and asks for everything that is published with it. @param {Town} town @param {Held} held */
export async function readResult({ delegates: [witness] }, held) {
  const isResult = (/** @type {Message} */ one) => one.text.includes(RESULT) && isAbout(one, held.id);
  const result = await witness?.awaits(isResult, resultMs);
  if (!witness || !result) throw new ChaosFault(faults.gaveUp(RESULT));
  held.shown = [...result.text.matchAll(VOTES)].map(([, name, count]) => [String(name), Number(count)]);
  held.proof = (await insists(PROOF, () => witness.presses(result, PROOF))).text;
  return result.text;
}

/**
 * Ends the election, so that the next one can begin: who is elected accepts. For somebody without a person in
 * the chat the coordination enters it, with the button that its form has.
 * @param {Town} town @param {Held} held @param {string} text of the result
 */
export async function finish({ coordinator }, held, text) {
  const name = ELECTED.exec(text)?.[1];
  if (name === undefined) return void held.refused.push(`Ergebnis: ${text}`);
  const data = { election: held.id, name, answer: "accept" };
  const actions = [{ type: "Action.Execute", title: "Annahme", verb: "election.enter", data }];
  const form = { id: "1", conversation: coordinator.place.id, text: "", card: { actions } };
  const said = await insists("Annahme", () => coordinator.presses(form, "Annahme"));
  if (said.refused) held.refused.push(`Annahme: ${said.text}`);
}

/** After the close the same press is answered as before. @param {Delegate} delegate @param {Held} held */
export async function castAgain(delegate, held) {
  const mine = held.votes.find(({ party }) => party === delegate.party);
  if (!mine) return;
  const said = await insists("Abgabe", () => delegate.presses(mine.review, "Endgültig abgeben"));
  if (said.refused || receiptIn(said.text) !== mine.receipt)
    held.refused.push(`Abgabe nach dem Ende: ${said.text}`);
}
