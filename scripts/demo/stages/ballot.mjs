// @ts-check
// One vote: open, choose, look at it again, cast. What somebody chooses is told to nobody.
import { inputOn } from "../card.mjs";
import { DemoFault, faults } from "../texts.mjs";

const RECEIPT = /\b[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}\b/i;
/** Which entry of the paper the next voters take, in turn: the second one gets more than half of the votes. */
const habits = [1, 1, 0, 1, 1, 2, 1, 0, 1, 1, 0, 3];

/**
 * @param {Pick<import("../person.mjs").Person, "presses" | "name">} who
 * @param {import("../person.mjs").Message} on a message with the button that opens the paper
 * @param {number} at how many have come before
 * @param {import("../pace.mjs").Pace} pace
 */
export async function vote(who, on, at, pace) {
  const paper = await who.presses(on, "Stimmzettel öffnen");
  const entries = inputOn(paper.card, "choice")?.choices ?? [];
  const choice = entries[(habits[at % habits.length] ?? 0) % Math.max(1, entries.length)];
  if (!choice) throw new DemoFault(faults.refused(who.name, paper.text));
  await pace.pause(500, 1_500);
  const review = await who.presses(paper, "Weiter zur Prüfung", { choice: choice.value });
  if (!RECEIPT.test(review.text)) throw new DemoFault(faults.refused(who.name, review.text));
  await pace.pause(500, 1_200);
  const done = await who.presses(review, "Endgültig abgeben");
  if (done.refused || !done.text.includes("in der Urne"))
    throw new DemoFault(faults.refused(who.name, done.text));
}
