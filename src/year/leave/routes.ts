/** `beteiligung`: who takes part, recording that a party leaves, taking that back, coming back. */
import { z } from "zod";
import { yearOf } from "../../calendar/dates.ts";
import { berlinDate } from "../../calendar/zones.ts";
import type { NewId } from "../../system/ids.ts";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { leaveFormCard, leaveReviewCard, partiesCard } from "./cards.ts";
import { type LeaveDraft, type LeaveProblem, type LeaveRefusal, usualLastDay } from "./leave.ts";
import { returnRoutes } from "./return.routes.ts";
import type { ReturnService } from "./return.service.ts";
import type { LeaveService, PartiesView } from "./service.ts";
import { form, parties, problems, refusals, review } from "./texts.ts";

const ID = z.string().min(1).max(100);
const ENTERED = { party: z.string().max(100).default(""), lastDay: z.string().max(20).default("") };
const DRAFT = z.object(ENTERED);
const FORM = z.object({ ...ENTERED, actionId: ID });
const WITHDRAWAL = z.object({ actionId: ID, party: ID, recordedAt: z.number() });

export type LeaveRouteDeps = {
  readonly service: LeaveService;
  readonly returns: ReturnService;
  readonly newId: NewId;
  readonly partyName: (party: string) => string;
};

export function leaveRoutes({ service, returns, newId, partyName }: LeaveRouteDeps): Routes {
  const drawList = (turn: Turn, view: PartiesView): Reply => {
    const year = yearOf(berlinDate(turn.now));
    return card(partiesCard({ actionId: newId(), view, nameOf: partyName, year }), parties.title);
  };

  async function list(turn: Turn): Promise<Reply> {
    const seen = await service.look(turn);
    return seen.ok ? drawList(turn, seen.value) : refusal(refusals[seen.reason]);
  }

  async function open(turn: Turn, { party, lastDay }: LeaveDraft, problem?: string): Promise<Reply> {
    const seen = await service.look(turn);
    if (!seen.ok) return refusal(refusals[seen.reason]);
    const draft = { party, lastDay: lastDay === "" ? usualLastDay(turn.now) : lastDay };
    const view = { actionId: newId(), view: seen.value, nameOf: partyName, draft };
    return card(leaveFormCard(problem === undefined ? view : { ...view, problem }), problem ?? form.title);
  }

  const isProblem = (reason: LeaveProblem | LeaveRefusal): reason is LeaveProblem => reason in problems;

  /** The form again where entering something else helps; else one sentence, and the card stays. */
  const stopped = (turn: Turn, draft: LeaveDraft, reason: LeaveProblem | LeaveRefusal): Promise<Reply> =>
    isProblem(reason) ? open(turn, draft, problems[reason]) : Promise.resolve(refusal(refusals[reason]));

  async function check(turn: Turn, { actionId, ...draft }: z.output<typeof FORM>): Promise<Reply> {
    const done = await service.review(turn, draft);
    if (!done.ok) return stopped(turn, draft, done.reason);
    return card(leaveReviewCard(actionId, done.value, partyName), review.title);
  }

  async function record(turn: Turn, { actionId, ...draft }: z.output<typeof FORM>): Promise<Reply> {
    const done = await service.record(turn, formKey(turn, actionId), draft);
    return done.ok ? stored(drawList(turn, done.value)) : stopped(turn, draft, done.reason);
  }

  async function withdraw(turn: Turn, data: z.output<typeof WITHDRAWAL>): Promise<Reply> {
    const { actionId, party, recordedAt } = data;
    // One card has a button for each party: an act is the button, not the card.
    const key = `${formKey(turn, actionId)}|${party}`;
    const done = await service.withdraw(turn, key, party, recordedAt);
    if (done.ok) return stored(drawList(turn, done.value));
    return isProblem(done.reason) ? refusal(problems[done.reason]) : refusal(refusals[done.reason]);
  }

  const back = returnRoutes({ returns, newId, partyName, list });

  return {
    texts: [
      textRoute("beteiligung", (typed) => (commandWord(typed) === "beteiligung" ? true : undefined), list),
    ],
    actions: [
      actionRoute("year.parties", z.unknown(), list),
      actionRoute("year.leaveForm", DRAFT, (turn, draft) => open(turn, draft)),
      actionRoute("year.leaveCheck", FORM, check),
      actionRoute("year.leaveRecord", FORM, record),
      actionRoute("year.leaveWithdraw", WITHDRAWAL, withdraw),
      ...back.actions,
    ],
  };
}
