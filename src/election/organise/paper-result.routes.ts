/** Buttons of a round on paper: asking for it, and entering its numbers. */
import type { z } from "zod";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import type { ElectionDeps } from "../service.ts";
import { paperOf } from "../stored.ts";
import { electionForm, electionOnly } from "./manage.fields.ts";
import type { ShowElection } from "./manage.routes.ts";
import { paperFormCard, voteField } from "./paper-result.cards.ts";
import { paperForm } from "./paper-result.texts.ts";
import type { ProposalService } from "./proposals.service.ts";
import { proposalRefusals, proposalWords } from "./proposals.texts.ts";

export type PaperRouteDeps = Pick<ElectionDeps, "newId" | "trial" | "elections"> & {
  readonly fourEyes: ProposalService;
};

const numbers = electionForm.loose();

/** The numbers as typed, by id of their input. */
function typedIn(data: z.output<typeof numbers>): Record<string, string> {
  const wanted = Object.entries(data).filter(([key]) => /^(votes[A-Z]|present)$/.test(key));
  // Whatever is neither text nor number counts as nothing typed.
  const textIn = (value: unknown) =>
    typeof value === "string" || typeof value === "number" ? String(value).trim().slice(0, 10) : "";
  return Object.fromEntries(wanted.map(([key, value]) => [key, textIn(value)]));
}

const numberOf = (typed: string | undefined): number =>
  typed !== undefined && /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;

export function paperRoutes(
  { fourEyes, newId, trial, elections }: PaperRouteDeps,
  show: ShowElection,
): Routes {
  async function asked(turn: Turn, { actionId, election }: z.output<typeof electionForm>): Promise<Reply> {
    const said = { what: "paperRequest", party: turn.member?.organisation ?? "" } as const;
    const done = await fourEyes.propose(turn, actionId, election, said);
    return done.ok
      ? stored(await show(turn, election, proposalWords.requested))
      : refusal(proposalRefusals[done.reason]);
  }

  async function drawn(actionId: string, election: string, typed: Record<string, string>, problem?: string) {
    const round = await elections.lastRound(election);
    if (!round) return refusal(proposalRefusals["paper-not-awaited"]);
    const view = { actionId, round, typed, ...(problem ? { problem } : {}) };
    return card(paperFormCard(trial, view), problem ?? paperForm.title);
  }

  async function entered(turn: Turn, data: z.output<typeof numbers>): Promise<Reply> {
    const { actionId, election } = data;
    const typed = typedIn(data);
    const round = await elections.lastRound(election);
    if (!round) return refusal(proposalRefusals["paper-not-awaited"]);
    const tally = [...paperOf(round)].map((choice, at): [string, number] => [
      choice,
      numberOf(typed[voteField(at)]),
    ]);
    const present = numberOf(typed.present);
    if ([present, ...tally.map(([, votes]) => votes)].some(Number.isNaN))
      return drawn(actionId, election, typed, proposalRefusals["paper-numbers"]);
    const done = await fourEyes.propose(turn, actionId, election, { what: "paperResult", tally, present });
    if (done.ok) return stored(await show(turn, election, proposalWords.proposed));
    const problem = proposalRefusals[done.reason];
    return done.reason === "paper-more-ballots" || done.reason === "paper-more-present"
      ? drawn(actionId, election, typed, problem)
      : refusal(problem);
  }

  return {
    texts: [],
    actions: [
      actionRoute("election.paperAsk", electionForm, asked),
      actionRoute("election.paperForm", electionOnly, (_, data) => drawn(newId(), data.election, {})),
      actionRoute("election.paperPropose", numbers, entered),
    ],
  };
}
