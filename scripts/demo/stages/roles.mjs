// @ts-check
// Who leads and watches an election: people of towns that do not stand, chosen from what the form offers.
import { inputOn } from "../card.mjs";

/** The town in "Delegation Binzen (Binzen)". @param {string} title */
const townIn = (title) => /\(([^()]+(?:\([^()]*\))?)\)$/.exec(title)?.[1] ?? title;

/**
 * Entries for the form of `wahl starten`: an officer and two scrutineers from three towns.
 * @param {unknown} card the form
 * @param {readonly string[]} standing names of towns that stand
 */
export function rolesOn(card, standing) {
  const people = inputOn(card, "officer")?.choices ?? [];
  const towns = new Map(people.map(({ title, value }) => [townIn(title), value]));
  for (const town of standing) towns.delete(town);
  const [officer = "", ...others] = [...towns.values()];
  return { officer, scrutineers: others.slice(0, 2) };
}
