/** What elections do by the clock beside their rounds: timers of states, and forgetting. */
import type { Instant } from "../system/clock.ts";
import type { Incidents } from "./incidents.ts";
import { isFinal, type State } from "./process.ts";
import { openingService } from "./progress.opening.ts";
import type { Progress } from "./progress.service.ts";
import type { ElectionDeps } from "./service.ts";
import type { ProcessEvent } from "./transition.ts";

/** What the end of the time means in a state; in others nothing is waited for. */
const TIMERS: Partial<Record<State, ProcessEvent>> = {
  nomination: { type: "end-nomination", by: "timer" },
  ready: { type: "open", by: "timer" },
  runoff_pending: { type: "open", by: "timer" },
  second_round_pending: { type: "open", by: "timer" },
  acceptance: { type: "end-acceptance", by: "timer" },
};

export function timersService(deps: ElectionDeps, { apply }: Pick<Progress, "apply">, incidents: Incidents) {
  const { elections, keys } = deps;
  const opening = openingService(deps);

  return {
    /** Every timer that is due at `now`. One that cannot go on is asked again later and says why. */
    async advanceDue(now: Instant): Promise<void> {
      for (const { id, state } of await elections.due(now)) {
        const event = TIMERS[state];
        if (!event) continue;
        const done = await apply(id, event, now);
        if (!done.ok && done.reason !== "wrong-state") await opening.postpone(id, done.reason, now);
      }
    },

    /** Writes down how many votes came twice or too late. */
    async writeIncidents(now: Instant): Promise<void> {
      const counted = incidents.take(now);
      if (counted.length === 0) return;
      await deps.write(async (tx) => {
        for (const { name, ...more } of counted) await deps.repository.addIncidents(tx, name, more);
      });
    },

    /** After the objection period: ciphertexts and keys go; seal, choices and minutes stay. */
    async eraseDue(now: Instant): Promise<void> {
      for (const { id, state } of await elections.erasable(now)) {
        if (!isFinal(state)) continue;
        for (const { name } of await elections.rounds(id)) await keys.remove(name);
        await deps.write((tx) => elections.erase(tx, id, now));
        await deps.compact();
      }
    },
  };
}
