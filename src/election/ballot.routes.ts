/** Help for a voter, from paper and review, and back to where it was asked for. */
import { z } from "zod";
import { card, type Reply, refusal } from "../turn/reply.ts";
import { actionRoute, type Routes } from "../turn/route.ts";
import type { Turn } from "../turn/turn.ts";
import { helpCard, reviewCard } from "./ballot.cards.ts";
import { help as helpWords, paperRefusals, review as reviewWords } from "./ballot.texts.ts";
import { PENDING_LENGTH } from "./box.ts";
import { gone } from "./round.texts.ts";
import type { ElectionDeps, ElectionService } from "./service.ts";

const id = z.string().regex(/^[\w-]{1,64}$/);
const inRound = { election: id, round: z.number().int().min(1).max(100) };
const token = z.string().regex(/^[0-9a-f]{32}$/);
const ballot = z
  .string()
  .length(PENDING_LENGTH)
  .regex(/^[A-Za-z0-9+/]+=*$/);
const helped = z.object({ ...inRound, token: token.optional(), ballot: ballot.optional() });
const resumed = z.object({ ...inRound, token, ballot });

export function ballotRoutes({
  service,
  organisationName,
  trial,
}: Pick<ElectionDeps, "organisationName" | "trial"> & {
  readonly service: Pick<ElectionService, "ballots">;
}): Routes {
  async function help(sent: z.output<typeof helped>): Promise<Reply> {
    const view = await service.ballots.help({ electionId: sent.election, round: sent.round });
    if (!view) return refusal(gone);
    const { token: mine, ballot: sealed } = sent;
    return card(
      helpCard(trial, view, mine && sealed ? { token: mine, ballot: sealed } : null),
      helpWords.title,
    );
  }

  async function resume(turn: Turn, sent: z.output<typeof resumed>): Promise<Reply> {
    const name = { electionId: sent.election, round: sent.round };
    const done = await service.ballots.resume(turn, name, sent.token, sent.ballot);
    if (!done.ok) return refusal(paperRefusals[done.reason]);
    return card(reviewCard(trial, done.value, organisationName(done.value.party)), reviewWords.title);
  }

  return {
    texts: [],
    actions: [
      actionRoute("election.help", helped, (_, sent) => help(sent)),
      actionRoute("election.resume", resumed, resume),
    ],
  };
}
