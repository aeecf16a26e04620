/** The buttons of objections. */
import { z } from "zod";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import type { ElectionDeps, ElectionService } from "../service.ts";
import { objectionFormCard, raisedCard } from "./objection.cards.ts";
import { objectionRefusals, objection as words } from "./objection.texts.ts";

const id = z.string().regex(/^[\w-]{1,64}$/);
const raised = z.object({ election: id, actionId: id, reason: z.string().max(20_000).default("") });

export function objectionRoutes({
  service,
  newId,
  trial,
}: Pick<ElectionDeps, "newId" | "trial"> & {
  readonly service: Pick<ElectionService, "objections">;
}): Routes {
  async function form(turn: Turn, election: string): Promise<Reply> {
    const found = await service.objections.form(turn, election);
    if (!found.ok) return refusal(objectionRefusals[found.reason]);
    return card(objectionFormCard(trial, found.value, newId()), words.title);
  }

  async function raise(turn: Turn, sent: z.output<typeof raised>): Promise<Reply> {
    const done = await service.objections.raise(turn, sent);
    if (!done.ok) return refusal(objectionRefusals[done.reason]);
    return stored(card(raisedCard(trial), words.done));
  }

  return {
    texts: [],
    actions: [
      actionRoute("election.object", z.object({ election: id }), (turn, data) => form(turn, data.election)),
      actionRoute("election.objection", raised, raise),
    ],
  };
}
