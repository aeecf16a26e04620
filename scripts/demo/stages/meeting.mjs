// @ts-check
// The coordinator plans a date of the Forum; the delegations answer.
import { buttonOn, warningsOf } from "../card.mjs";
import { daysAfter, nextWednesday } from "../days.mjs";
import { readAndAct } from "../person.mjs";
import { DemoFault, faults, lines, steps } from "../texts.mjs";

/**
 * @typedef {import("../demo.mjs").Play} Play
 * @typedef {import("../demo.mjs").Delegate} Delegate
 * @typedef {import("../person.mjs").Message} Message
 * @typedef {"Zusage" | "Absage" | "Vertretung"} Reply
 */

const ANSWER = /^Antworten: /;
const PLACE = "Großer Sitzungssaal, Landratsamt Lörrach";
/** Enough notice for all reminders. */
const NOTICE_DAYS = 21;
const MOST_WEEKS = 6;
const inviteMs = 60_000;
/** One in so many keeps silent, so that a reminder has somebody to reach. */
const SILENT = 18;

/** @param {number} at @returns {Reply | null} */
function replyOf(at) {
  if (at % SILENT === SILENT - 1) return null;
  if (at % 9 === 4) return "Absage";
  return at % 7 === 3 ? "Vertretung" : "Zusage";
}

const AUGUST = 7;

/** The school year of a date, as its button calls it. @param {string} date */
function schoolYearOf(date) {
  const [year = 0, month = 1] = date.split("-").map(Number);
  const first = month > AUGUST ? year : year - 1;
  return `${first}/${String(first + 1).slice(-2)}`;
}

/** An unconfirmed school year would speak against every day of it. @param {Pick<Play, "coordinator" | "pace">} play @param {readonly string[]} dates */
async function confirmSchoolYears({ coordinator, pace }, dates) {
  for (const year of new Set(dates.map(schoolYearOf))) {
    const table = await coordinator.types("ferien");
    await pace.pause(300, 600);
    const button = `${year} bestätigen`;
    if (buttonOn(table.card, button)) await coordinator.presses(table, button);
  }
}

/** Looks for a day that nothing speaks against. @param {Play} play @returns {Promise<Message & { refused: boolean }>} */
async function invite({ coordinator, pace, say }) {
  const first = nextWednesday(Date.now(), NOTICE_DAYS);
  await confirmSchoolYears({ coordinator, pace }, [first, daysAfter(first, MOST_WEEKS * 7)]);
  let form = await coordinator.types("eigener termin");
  for (let week = 0; ; week += 1) {
    await pace.pause(600, 1_200);
    const entries = { startsOn: daysAfter(first, week * 7), startsAt: "14:00", place: PLACE };
    const review = await coordinator.presses(form, "Weiter", entries);
    if (!buttonOn(review.card, "Einladen")) throw new DemoFault(faults.refused(steps.meeting, review.text));
    const [warning] = warningsOf(review.card);
    if (warning === undefined || week === MOST_WEEKS) return coordinator.presses(review, "Einladen");
    say(lines.otherDay(warning));
    form = await coordinator.presses(review, "Ändern");
  }
}

/**
 * @param {Pick<Delegate, "presses">} who
 * @param {Message} on
 * @param {Reply} reply
 * @param {string} deputy
 */
async function answer(who, on, reply, deputy) {
  const said = await who.presses(on, reply);
  const done = reply === "Vertretung" ? await who.presses(said, "Vertretung melden", { deputy }) : said;
  if (done.refused || !done.text.includes(reply)) throw new DemoFault(faults.refused(reply, done.text));
}

/** What somebody who has not answered yet can answer on. @param {Delegate} delegate @param {boolean} isNew */
async function openInvitation(delegate, isNew) {
  if (isNew) return delegate.awaits((one) => buttonOn(one.card, "Zusage") !== undefined, inviteMs);
  const agenda = await delegate.types("termine");
  if (!buttonOn(agenda.card, ANSWER)) return undefined;
  const shown = await delegate.presses(agenda, ANSWER);
  return shown.text.includes("Antwort von") ? undefined : shown;
}

/** @param {Play} play @param {boolean} isNew */
async function answerAll({ delegates, pace, say }, isNew) {
  const given = { Zusage: 0, Absage: 0, Vertretung: 0 };
  await pace.each(delegates, 5, async (delegate, at) => {
    const reply = replyOf(at);
    const on = reply && (await openInvitation(delegate, isNew));
    if (!reply || !on) return;
    await pace.pause(300, 1_500);
    await answer(delegate, on, reply, `Stellvertretung ${delegate.organisation}`);
    given[reply] += 1;
  });
  const { Zusage, Absage, Vertretung } = given;
  say(Zusage + Absage + Vertretung > 0 ? lines.replied(Zusage, Absage, Vertretung) : lines.repliesStand);
}

/** @param {Play} play */
async function answerForPerson({ inPlayground }) {
  const { reading, acting } = readAndAct(inPlayground);
  const agenda = await reading.types("termine");
  if (!buttonOn(agenda.card, ANSWER)) return;
  const shown = await acting.presses(agenda, ANSWER);
  if (!shown.text.includes("Antwort von")) await answer(acting, shown, "Zusage", "");
}

/** @param {Play} play */
export async function planMeeting(play) {
  const { coordinator, delegates, say } = play;
  const agenda = await coordinator.types("termine");
  const isNew = !buttonOn(agenda.card, ANSWER);
  if (isNew) {
    const planned = await invite(play);
    if (planned.refused) throw new DemoFault(faults.refused(steps.meeting, planned.text));
    say(lines.planned((planned.text.split("\n")[0] ?? "").replace(/^Geplant: /, "")));
    await delegates[0]?.awaits((one) => buttonOn(one.card, "Zusage") !== undefined, inviteMs);
    say(lines.invited);
  } else say(lines.meetingStands);
  await answerAll(play, isNew);
  if (play.personVotes) await answerForPerson(play);
}
