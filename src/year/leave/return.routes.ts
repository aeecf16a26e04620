/** Buttons of `beteiligung` that record that a party comes back. */
import { z } from "zod";
import type { NewId } from "../../system/ids.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { returnFormCard, returnReviewCard } from "./return.cards.ts";
import type { ReturnService, ReturnStop } from "./return.service.ts";
import { form, problems, refusals, review } from "./return.texts.ts";
import type { ReturnProblem } from "./return.ts";

const ID = z.string().min(1).max(100);
const PARTY = z.string().max(100).default("");
const DRAFT = z.object({ party: PARTY });
const FORM = z.object({ party: PARTY, actionId: ID });
const RECORD = z.object({ party: ID, actionId: ID, recordedAt: z.number() });

export type ReturnRouteDeps = {
  readonly returns: ReturnService;
  readonly newId: NewId;
  readonly partyName: (party: string) => string;
  /** The list of parties, after something was recorded. */
  readonly list: (turn: Turn) => Promise<Reply>;
};

export function returnRoutes({ returns, newId, partyName, list }: ReturnRouteDeps): Routes {
  async function open(turn: Turn, party: string, problem?: string): Promise<Reply> {
    const seen = await returns.look(turn);
    if (!seen.ok) return refusal(refusals[seen.reason]);
    const view = { actionId: newId(), left: seen.value, nameOf: partyName, party };
    return card(returnFormCard(problem === undefined ? view : { ...view, problem }), problem ?? form.title);
  }

  const isProblem = (reason: ReturnStop): reason is ReturnProblem => reason in problems;

  const stopped = (turn: Turn, party: string, reason: ReturnStop): Promise<Reply> =>
    isProblem(reason) ? open(turn, party, problems[reason]) : Promise.resolve(refusal(refusals[reason]));

  async function check(turn: Turn, { actionId, party }: z.output<typeof FORM>): Promise<Reply> {
    const done = await returns.review(turn, party);
    if (!done.ok) return stopped(turn, party, done.reason);
    return card(returnReviewCard(actionId, done.value, partyName), review.title);
  }

  async function record(turn: Turn, data: z.output<typeof RECORD>): Promise<Reply> {
    const { actionId, party, recordedAt } = data;
    const done = await returns.record(turn, formKey(turn, actionId), party, recordedAt);
    return done.ok ? stored(await list(turn)) : stopped(turn, party, done.reason);
  }

  return {
    texts: [],
    actions: [
      actionRoute("year.returnForm", DRAFT, (turn, { party }) => open(turn, party)),
      actionRoute("year.returnCheck", FORM, check),
      actionRoute("year.returnRecord", RECORD, record),
    ],
  };
}
