// @ts-check
// The coordinator registers the Forum's channel in the Playground's team, so that the person there sees
// what the channel is told.
import { buttonOn, inputOn } from "../card.mjs";
import { readAndAct } from "../person.mjs";
import { DemoFault, faults, lines, steps } from "../texts.mjs";

/** @param {import("../demo.mjs").Play} play */
export async function registerChannel({ coordinator, playground, pace, say }) {
  const { reading, acting } = readAndAct(coordinator.in(playground.channel));
  const help = await reading.types("hilfe");
  const isNew = buttonOn(help.card, "Kanal registrieren") !== undefined;
  const form = await acting.presses(help, /^(Kanal registrieren|Arbeitsgruppe)$/);
  if (!isNew) {
    say(lines.channelStands);
    return;
  }
  await pace.pause(500, 1_000);
  const done = await acting.presses(form, "Registrieren", { use: "forum" });
  if (done.refused || inputOn(done.card, "use"))
    throw new DemoFault(faults.refused(steps.channel, done.text));
  say(lines.channelDone(playground.channel.name));
}
