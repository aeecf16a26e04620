// @ts-check
// Some delegations record what they have learned, by the form.
import { inputOn } from "../card.mjs";
import { data } from "../data.mjs";
import { DemoFault, faults, lines, steps } from "../texts.mjs";

/** @typedef {{ party: string, kind: string, title: string, text: string, stage: string, product?: string, offer?: string }} Exchange */

/** @param {import("../demo.mjs").Delegate} delegate @param {Exchange} exchange @param {import("../pace.mjs").Pace} pace */
async function record(delegate, exchange, pace) {
  const { party: _, ...entries } = exchange;
  const form = await delegate.types("festhalten");
  await pace.pause(300, 900);
  const done = await delegate.presses(form, "Speichern", entries);
  if (done.refused || inputOn(done.card, "title"))
    throw new DemoFault(faults.refused(steps.records, done.text));
}

/** @param {import("../demo.mjs").Play} play */
export async function recordExchanges({ delegates, pace, say }) {
  /** @type {Exchange[]} */
  const exchanges = data("records.json");
  let there = 0;
  await pace.each(exchanges, 2, async (exchange) => {
    const delegate = delegates.find((one) => one.party === exchange.party);
    if (!delegate) return;
    if ((await delegate.searches(exchange.title)).includes(exchange.title)) {
      there += 1;
      return;
    }
    await record(delegate, exchange, pace);
    say(lines.recorded(delegate.organisation, exchange.title));
  });
  if (there > 0) say(lines.recordsStand(there));
}
