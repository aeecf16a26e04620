/** Buttons of a lot: the public value, and a drawing by hand. */
import { z } from "zod";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import type { ElectionDeps } from "../service.ts";
import { handFormCard, lotFormCard, lotReviewCard } from "./lottery.cards.ts";
import type { LotteryRefusal, LotteryService } from "./lottery.service.ts";
import { handForm, lotForm, lotteryRefusals } from "./lottery.texts.ts";
import { lotNeeded } from "./lottery.ts";
import { electionForm, electionOnly, id, keys, line } from "./manage.fields.ts";
import type { ShowElection } from "./manage.routes.ts";
import { manageWords } from "./manage.texts.ts";
import { actingIn } from "./proposals.scene.ts";
import type { ProposalService } from "./proposals.service.ts";
import { proposalRefusals, proposalWords } from "./proposals.texts.ts";

export type LotteryRouteDeps = Pick<ElectionDeps, "newId" | "trial" | "elections"> & {
  readonly lottery: LotteryService;
  readonly fourEyes: ProposalService;
};

const typed = z.object({ election: id, value: line });
const drawing = electionForm.extend({ value: line });
const byHand = electionForm.extend({ drawn: keys });

/** Other numbers would help. */
const CORRECTABLE: readonly LotteryRefusal[] = [
  "draw-numbers-wrong",
  "draw-date-wrong",
  "beacon-wrong",
  "source-unknown",
  "lot-other-source",
];

export function lotteryRoutes(deps: LotteryRouteDeps, show: ShowElection): Routes {
  const { lottery, fourEyes, newId, trial, elections } = deps;

  async function drawn(turn: Turn, election: string, value: string, problem?: string): Promise<Reply> {
    if (!actingIn(turn).coordinates) return refusal(lotteryRefusals["propose-coordinator"]);
    const round = await elections.lastRound(election);
    const needed = lotNeeded(round);
    if (!round || !needed) return refusal(lotteryRefusals["no-lot-pending"]);
    const view = { round, among: needed.lotAmong, typed: value, ...(problem ? { problem } : {}) };
    return card(lotFormCard(trial, view), problem ?? lotForm.title);
  }

  async function checked(turn: Turn, { election, value }: z.output<typeof typed>): Promise<Reply> {
    const done = await lottery.review(turn, election, value);
    if (done.ok) return card(lotReviewCard(trial, done.value, newId()), lotForm.reviewTitle);
    const problem = lotteryRefusals[done.reason];
    return CORRECTABLE.includes(done.reason) ? drawn(turn, election, value, problem) : refusal(problem);
  }

  async function applied(
    turn: Turn,
    { election, actionId, value }: z.output<typeof drawing>,
  ): Promise<Reply> {
    const done = await lottery.draw(turn, actionId, election, value);
    return done.ok
      ? stored(await show(turn, election, manageWords.done.drawn))
      : refusal(lotteryRefusals[done.reason]);
  }

  async function handDrawn(election: string, actionId: string, problem?: string): Promise<Reply> {
    const round = await elections.lastRound(election);
    const needed = lotNeeded(round);
    if (!round || !needed) return refusal(proposalRefusals["no-lot-by-hand"]);
    const view = { actionId, round, among: needed.lotAmong, seats: needed.lotSeats };
    return card(handFormCard(trial, { ...view, ...(problem ? { problem } : {}) }), problem ?? handForm.title);
  }

  async function handProposed(turn: Turn, data: z.output<typeof byHand>): Promise<Reply> {
    const { election, actionId } = data;
    const among = lotNeeded(await elections.lastRound(election))?.lotAmong ?? [];
    const names = data.drawn.flatMap((at) => among[Number(at)] ?? []);
    const done = await fourEyes.propose(turn, actionId, election, { what: "lotDrawn", drawn: names });
    if (done.ok) return stored(await show(turn, election, proposalWords.proposed));
    const problem = proposalRefusals[done.reason];
    return done.reason === "invalid-lot" ? handDrawn(election, actionId, problem) : refusal(problem);
  }

  return {
    texts: [],
    actions: [
      actionRoute("election.lotForm", electionOnly, (turn, data) => drawn(turn, data.election, "")),
      actionRoute("election.lotCheck", typed, checked),
      actionRoute("election.lotDraw", drawing, applied),
      actionRoute("election.lotHandForm", electionOnly, (_, data) => handDrawn(data.election, newId())),
      actionRoute("election.lotHandPropose", byHand, handProposed),
    ],
  };
}
