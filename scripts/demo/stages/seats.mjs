// @ts-check
// The coordinator who is not in the Playground names who holds the seats, since nobody names himself.
import { buttonOn, inputOn } from "../card.mjs";
import { DemoFault, faults, lines, steps } from "../texts.mjs";

/** @param {import("../demo.mjs").Play} play */
export async function giveSeats({ coordinator, delegates, pace, say }) {
  const overview = await coordinator.types("koordination");
  if (!buttonOn(overview.card, "Sitze besetzen")) {
    say(lines.seatsStand);
    return;
  }
  const form = await coordinator.presses(overview, "Sitze besetzen");
  const played = new Set(delegates.map((one) => one.name));
  const names = [...played];
  const choices = inputOn(form.card, "people")?.choices ?? [];
  // Somebody else of the same party may be on the list: only who is played here is named.
  const people = choices.filter(({ title }) => names.some((name) => title.includes(name)));
  if (people.length === 0) {
    say(lines.seatsStand);
    return;
  }
  await pace.pause(800, 1_500);
  const given = await coordinator.presses(form, "Sitze vergeben", { people: people.map((one) => one.value) });
  if (given.refused || inputOn(given.card, "people"))
    throw new DemoFault(faults.refused(steps.seats, given.text));
  say(lines.seatsGiven(people.length));
}
