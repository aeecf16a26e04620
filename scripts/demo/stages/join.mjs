// @ts-check
// Every delegation adds the bot and says where it belongs.
import { buttonOn, inputOn } from "../card.mjs";
import { lines } from "../texts.mjs";

const KNOWN = "Sie gehören zu:";
const CONFIRM = "Ja, übernehmen";
const NAMES_A_LINE = 6;

/** @param {import("../demo.mjs").Delegate} delegate @returns {Promise<boolean>} whether the bot knew them not yet */
async function join(delegate) {
  const help = await delegate.types("hilfe");
  if (help.text.includes(`${KNOWN} ${delegate.organisation}.`)) return false;
  await delegate.installs();
  const answer = await delegate.types(`ich bin ${delegate.organisation}`);
  // A name that more than one organisation bears is chosen from a list.
  if (inputOn(answer.card, "organisation"))
    await delegate.presses(answer, "Übernehmen", { organisation: delegate.party });
  else if (buttonOn(answer.card, CONFIRM)) await delegate.presses(answer, CONFIRM);
  return true;
}

/** @param {import("../demo.mjs").Play} play */
export async function joinAll({ delegates, inPlayground, pace, say }) {
  // Tells the bot the way to the person in the Playground: its port may be another one this time.
  await inPlayground.searches("");
  /** @type {string[]} */
  let arrived = [];
  let fresh = 0;
  const tell = () => {
    if (arrived.length > 0) say(lines.arrive(arrived.join(", ")));
    arrived = [];
  };
  await pace.each(delegates, 3, async (delegate) => {
    if (!(await join(delegate))) return;
    fresh += 1;
    arrived.push(delegate.organisation);
    if (arrived.length === NAMES_A_LINE) tell();
    await pace.pause(100, 400);
  });
  tell();
  say(lines.joined(delegates.length, fresh));
}
