// @ts-check
// After the run: the same with the usual limits for one person, and whether the Forum still works.
import { createHarvest } from "./harvest.mjs";
import { nextVolley } from "./plan.mjs";

const MINUTE = 60_000;

/** @param {import("./session.mjs").Session} session @param {import("./run.mjs").Run} run @param {number} amount */
export async function withLimits(session, { course, known, chance, tally }, amount) {
  await session.restart({ limited: true });
  const end = tally.sums.sent + amount;
  while (tally.sums.sent < end) await course.sends(nextVolley(known, chance));
  await session.restart();
  await course.settle();
}

/**
 * A normal conversation and one more vote: a motion is put, and somebody who holds a seat votes on it.
 * @param {import("./session.mjs").Session} session
 * @param {number} round of the Forum, newer than all before
 * @returns {Promise<string>} what does not work, or ""
 */
export async function brokenAfter(session, round) {
  const { cast, journal } = session;
  const { kim, holders } = cast;
  // Whoever was sent away by somebody else's hand comes back first.
  for (const person of [kim, ...holders]) await person.installs();
  session.connector.forget();
  await session.make(round);
  await session.bot().passes(MINUTE);
  await kim.types("hilfe");
  if (kim.lastText().length < 200) return `hilfe: ${kim.lastText().slice(0, 300)}`;
  await journal.since();
  // A chat that was forged in somebody's name may be where his messages go now: every copy of the card is looked at.
  const sent = createHarvest();
  for (const { body } of session.connector.calls) sent.take(body, 0, "1");
  const { data } = sent.of("decision.cast").at(-1) ?? {};
  for (const person of data ? holders : [])
    await person.executes("decision.cast", data).catch(() => undefined);
  const votes = (await journal.since()).filter(({ table }) => table === "DecisionSeat");
  const seen = holders.map((person) => person.lastText().slice(0, 100)).join(" | ");
  return votes.length > 0 ? "" : `Ja: ${seen}`;
}
