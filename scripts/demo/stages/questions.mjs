// @ts-check
// Some search, some ask about the rules; the short answer is shown.
import { data } from "../data.mjs";
import { lines } from "../texts.mjs";

/** @typedef {{ party: string, words: string }} Search */
/** @typedef {{ party: string, text: string }} Question */

/** @param {import("../demo.mjs").Play} play */
export async function askAndSearch({ delegates, pace, say }) {
  /** @type {{ searches: Search[], questions: Question[] }} */
  const { searches, questions } = data("questions.json");
  const of = (/** @type {string} */ party) => delegates.find((one) => one.party === party) ?? delegates[0];
  for (const { party, words } of searches) {
    const who = of(party);
    if (!who) continue;
    const [, sentence = "", first = ""] = (await who.types(`suche ${words}`)).text.split("\n");
    say(lines.searched(who.organisation, words, `${sentence} ${first}`.trim()));
    await pace.pause(400, 900);
  }
  for (const { party, text } of questions) {
    const who = of(party);
    if (!who) continue;
    const answer = (await who.types(text)).text.split("\n");
    say(lines.asked(who.organisation, text));
    // The title says nothing; then comes the answer, and the first source.
    for (const line of [answer[1], answer.find((one) => one.startsWith("[1]"))])
      if (line) say(lines.answered(line));
    await pace.pause(700, 1_400);
  }
}
