// @ts-check
// What people do meanwhile: the coordinator plans and cancels dates, the delegates answer and record. Everything
// that was answered is written down: that is what must not be lost.
import { setTimeout as sleep } from "node:timers/promises";
import { buttonOn } from "../demo/card.mjs";
import { clockAt, daysAfter } from "../demo/days.mjs";
import { insists } from "./town.mjs";

/**
 * @typedef {import("./town.mjs").Town} Town
 * @typedef {import("./town.mjs").Delegate} Delegate
 * @typedef {import("./town.mjs").Message} Message
 * @typedef {"zusage" | "absage" | "vertretung"} Reply
 *
 * @typedef {object} PlannedDate
 * @property {string} hall where it is; names the date in this trial
 * @property {boolean} near so near that its reminder falls into the trial
 * @property {boolean} cancelled
 *
 * @typedef {object} Ledger what the bot has acknowledged
 * @property {PlannedDate[]} dates
 * @property {{ title: string, word: string, chat: string }[]} records
 * @property {Map<string, Reply>} replies the last one by hall and party
 * @property {Map<string, Reply>} doubtful a later one that may be stored, though nobody was told, by hall and party
 * @property {string[]} refused what should have been taken
 */

const MINUTE = 60_000;
const FIRST_DAY = 40;
const DAYS = 600;
/** The last reminder leaves one hour before the start; so long before that a date is planned. */
const NEAR_MS = 20_000;
const buttons = { zusage: "Zusage", absage: "Absage", vertretung: "Vertretung" };

/** @returns {Ledger} */
export const emptyLedger = () => ({
  dates: [],
  records: [],
  replies: new Map(),
  doubtful: new Map(),
  refused: [],
});

/** @param {Message} message @returns {string} */
export const hallIn = ({ text }) => /^Ort: (Saal \d+)$/m.exec(text)?.[1] ?? "";

/** @param {Message} message @returns {string | undefined} id of the date that it asks about */
const meetingIn = ({ card }) =>
  /** @type {{ meeting?: string } | undefined} */ (buttonOn(card, buttons.zusage)?.data)?.meeting;

/**
 * Writes down what a reply has come to. A press that was not answered is brought again. When its date is cancelled
 * in between, the second try is refused although the first may be stored; no later press can be.
 * @param {Ledger} ledger
 * @param {string} key hall and party
 * @param {Reply} reply
 * @param {{ refused: boolean, text: string, unheard: boolean }} done `unheard`: an earlier try may have been carried out
 */
export function noteReply({ replies, doubtful, refused }, key, reply, done) {
  if (!done.refused) replies.set(key, reply);
  else if (!done.text.includes("abgesagt")) refused.push(`${reply}: ${done.text}`);
  else if (done.unheard && !doubtful.has(key)) doubtful.set(key, reply);
}

/** A start whose last reminder is due soon. */
const nearStart = () => clockAt(Math.ceil((Date.now() + NEAR_MS) / MINUTE) * MINUTE + 60 * MINUTE);

/** @param {number} number */
const farStart = (number) => ({
  date: daysAfter(clockAt(Date.now()).date, FIRST_DAY + (number % DAYS)),
  time: `${String(8 + (Math.floor(number / DAYS) % 10)).padStart(2, "0")}:30`,
});

/**
 * @param {Town} town
 * @param {Ledger} ledger
 * @param {() => boolean} goesOn
 * @param {() => boolean} mayBeNear a near date has to be waited for at the end
 */
export async function planDates({ coordinator, channel, chance: all }, ledger, goesOn, mayBeNear) {
  const chance = all.branch();
  let lastNear = "";

  /** @param {number} number */
  async function plan(number) {
    const soon = nearStart();
    const near = mayBeNear() && soon.time !== lastNear;
    if (near) lastNear = soon.time;
    const { date, time } = near ? soon : farStart(number);
    const hall = `Saal ${number}`;
    const form = await insists("eigener termin", () => coordinator.types("eigener termin"));
    const entries = { startsOn: date, startsAt: time, place: hall };
    const review = await insists("Weiter", () => coordinator.presses(form, "Weiter", entries));
    const done = await insists("Einladen", () => coordinator.presses(review, "Einladen"));
    if (done.refused || !done.text.startsWith("Geplant:")) ledger.refused.push(`Einladen: ${done.text}`);
    else ledger.dates.push({ hall, near, cancelled: false });
  }

  async function cancel() {
    const open = ledger.dates.filter((one) => !one.near && !one.cancelled);
    const date = open.length > 0 ? chance.pick(open) : undefined;
    const invitation = channel.sees().find((one) => hallIn(one) === date?.hall && meetingIn(one));
    if (!date || !invitation) return;
    const data = { meeting: meetingIn(invitation) };
    const ask = [{ type: "Action.Execute", title: "Absagen", verb: "meeting.askCancel", data }];
    const shown = { ...invitation, card: { type: "AdaptiveCard", actions: ask } };
    const question = await insists("Absagen", () => coordinator.presses(shown, "Absagen"));
    const done = await insists("Termin absagen", () => coordinator.presses(question, "Termin absagen"));
    if (done.refused || !done.text.startsWith("Abgesagt:")) ledger.refused.push(`Absagen: ${done.text}`);
    else date.cancelled = true;
  }

  for (let number = 1; goesOn(); number += 1) {
    await plan(number);
    await sleep(chance.between(500, 2_000));
    if (goesOn() && chance.happens(0.35)) await cancel();
  }
}

/**
 * @param {Town} town
 * @param {Delegate} delegate
 * @param {number} at
 * @param {Ledger} ledger
 * @param {() => boolean} goesOn
 */
export async function takePart({ door, chance: all }, delegate, at, ledger, goesOn) {
  const chance = all.branch();
  const { party, place } = delegate;

  /** @param {number} number */
  async function record(number) {
    const word = `k${at}x${number}`;
    const title = `Probe ${word}`;
    const id = `${party}-${word}`;
    // The confirmation may come much later, by way of the outbox: what counts is that the turn was answered.
    const turn = () => {
      const typed = delegate.types(`festhalten prozess: ${title} – Erprobt im Rathaus, Beleg ${word}`, id);
      typed.catch(() => undefined);
      return Promise.race([door.whenAnswered(id), typed.then(() => undefined)]);
    };
    await insists("festhalten", turn);
    ledger.records.push({ title, word, chat: place.id });
  }

  /** @param {Message} on @param {string} title @param {Record<string, string>} [entries] */
  async function presses(on, title, entries) {
    const before = door.missed(delegate.user);
    const done = await insists(title, () => delegate.presses(on, title, entries));
    return { ...done, unheard: door.missed(delegate.user) > before };
  }

  async function answer() {
    const open = new Map(ledger.dates.filter((one) => !one.cancelled).map((one) => [one.hall, one]));
    const invitations = delegate.sees().filter((one) => meetingIn(one) && open.has(hallIn(one)));
    if (invitations.length === 0) return;
    const on = chance.pick(invitations);
    const date = open.get(hallIn(on));
    const wish = chance.pick(/** @type {const} */ (["zusage", "absage", "vertretung"]));
    // Who declines is not reminded any more: a near date is for counting reminders.
    const reply = date?.near ? "zusage" : wish;
    const key = `${hallIn(on)}|${party}`;
    const said = await presses(on, buttons[reply]);
    if (reply !== "vertretung") return noteReply(ledger, key, reply, said);
    // The first press only asks who comes: it stores nothing, however often it is brought.
    if (said.refused) return noteReply(ledger, key, reply, { ...said, unheard: false });
    const deputy = { deputy: `Amtsleitung ${at}` };
    noteReply(ledger, key, reply, await presses(said, "Vertretung melden", deputy));
  }

  for (let number = 1; goesOn(); number += 1) {
    await sleep(chance.between(500, 5_000));
    if (!goesOn()) return;
    await (chance.happens(0.45) ? record(number) : answer());
  }
}
