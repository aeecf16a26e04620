/** The buttons of objections. */
import { z } from "zod";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import type { ElectionDeps, ElectionService } from "../service.ts";
import { objectionFormCard, objectionReviewCard, raisedCard } from "./objection.cards.ts";
import { objectionRefusals, objection as words } from "./objection.texts.ts";

const id = z.string().regex(/^[\w-]{1,64}$/);
const asked = z.object({ election: id, reason: z.string().max(20_000).default("") });
const raised = z.object({ election: id, actionId: id, reason: z.string().max(20_000).default("") });

export function objectionRoutes({
  service,
  newId,
  trial,
}: Pick<ElectionDeps, "newId" | "trial"> & {
  readonly service: Pick<ElectionService, "objections">;
}): Routes {
  async function form(turn: Turn, { election, reason }: z.output<typeof asked>): Promise<Reply> {
    const found = await service.objections.form(turn, election);
    if (!found.ok) return refusal(objectionRefusals[found.reason]);
    return card(objectionFormCard(trial, found.value, newId(), reason), words.title);
  }

  async function check(turn: Turn, { election, actionId, reason }: z.output<typeof raised>): Promise<Reply> {
    const found = await service.objections.form(turn, election);
    if (!found.ok) return refusal(objectionRefusals[found.reason]);
    const problem = service.objections.problemIn(reason);
    if (problem === null)
      return card(objectionReviewCard(trial, found.value, actionId, reason), words.reviewTitle);
    const said = objectionRefusals[problem];
    return card(objectionFormCard(trial, found.value, actionId, reason, said), said);
  }

  async function raise(turn: Turn, sent: z.output<typeof raised>): Promise<Reply> {
    const done = await service.objections.raise(turn, sent);
    if (!done.ok) return refusal(objectionRefusals[done.reason]);
    return stored(card(raisedCard(trial), words.done));
  }

  return {
    texts: [],
    actions: [
      actionRoute("election.object", asked, form),
      actionRoute("election.objectionCheck", raised, check),
      actionRoute("election.objection", raised, raise),
    ],
  };
}
