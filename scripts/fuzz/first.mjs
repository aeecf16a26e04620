// @ts-check
// Everything of the program once, as it is meant: whatever chance brings later, nothing is left out, and there are
// cards to press.
import { events } from "./events.mjs";
import { dialog, file, question, search, unknown } from "./others.mjs";
import { guessed, pressed } from "./presses.mjs";

/** The coordinator, and a delegate, each in the own chat; and the coordinator in a channel that is nothing. */
const VIEWS = { coordinator: 0, elsewhere: 3, delegate: 4 };

/** Of what nothing is fixed: who, where, and with what. */
const TIMES = 8;

/**
 * @param {import("./course.mjs").Course} course
 * @param {import("./presses.mjs").Known} known
 * @param {import("../chaos/random.mjs").Chance} chance
 */
export async function everythingOnce(course, known, chance) {
  /** @param {number} at */
  const view = (at) => /** @type {import("./session.mjs").Person} */ (known.views[at]);
  /** @param {string} shape @param {Record<string, unknown>} activity */
  const sends = (shape, activity) => course.sends({ shape, requests: [{ activity }] });

  for (const text of known.texts)
    for (const at of [VIEWS.coordinator, VIEWS.delegate]) await sends("command", view(at).activity({ text }));
  for (const event of events) await sends("event", event(view(VIEWS.elsewhere)));
  for (const make of [question, search, dialog, file, unknown])
    for (let times = 0; times < TIMES; times += 1)
      await course.sends({ shape: make.name, requests: [make(known, chance)] });
  for (const verb of known.verbs)
    await sends("press.guessed", pressed(known, guessed(known, chance, verb, VIEWS.coordinator)));
}
