/** `termin planen` and the choice of another quarter. */
import { z } from "zod";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import { refusals } from "../refusal.texts.ts";
import { proposalsCard } from "./cards.ts";
import { type PlanningDeps, planningService } from "./service.ts";
import { planning } from "./texts.ts";

const QUARTER = z.object({ quarter: z.string().max(20).optional() });

export function planningRoutes(deps: PlanningDeps): Routes {
  const service = planningService(deps);

  async function propose(turn: Turn, quarter?: string): Promise<Reply> {
    const done = await service.propose(turn, quarter);
    if (!done.ok) return refusal(refusals[done.reason]);
    return card(proposalsCard(done.value), planning.title(done.value.plan.quarter));
  }

  return {
    texts: [
      textRoute(
        "termin planen",
        (typed) => (commandWord(typed) === "termin planen" ? true : undefined),
        (turn) => propose(turn),
      ),
    ],
    actions: [actionRoute("meeting.propose", QUARTER, (turn, { quarter }) => propose(turn, quarter))],
  };
}
