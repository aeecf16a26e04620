/** Buttons of four eyes: look, confirm, drop; the forms for a cancellation and for another delegate. */
import { z } from "zod";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import type { ElectionDeps } from "../service.ts";
import { electionForm, electionOnly, id, line } from "./manage.fields.ts";
import type { ShowElection } from "./manage.routes.ts";
import { cancelFormCard, delegateFormCard, proposalCard } from "./proposals.cards.ts";
import type { ProposalRefusal } from "./proposals.matter.ts";
import { actingIn } from "./proposals.scene.ts";
import type { ProposalService } from "./proposals.service.ts";
import {
  cancelForm,
  delegateForm,
  matterTitles,
  proposalRefusals,
  proposalWords,
} from "./proposals.texts.ts";

export type ProposalRouteDeps = Pick<
  ElectionDeps,
  "newId" | "organisationName" | "trial" | "elections" | "seats"
> & { readonly fourEyes: ProposalService };

const proposalOnly = z.object({ proposal: id });
const cancelling = electionForm.extend({ reason: line });
const changing = electionForm.extend({ person: z.string().max(200).default("") });

/** Entering something else would help. */
const CORRECTABLE: readonly ProposalRefusal[] = [
  "reason-missing",
  "reason-too-long",
  "unknown-person",
  "holds-already",
  "on-other-seat",
  "names-self",
];

export function proposalRoutes(deps: ProposalRouteDeps, show: ShowElection): Routes {
  const { fourEyes, newId, organisationName, trial, elections } = deps;

  async function looked(turn: Turn, proposal: string, told?: string): Promise<Reply> {
    const seen = await fourEyes.look(turn, proposal);
    if (!seen.ok) return refusal(proposalRefusals[seen.reason]);
    const title = matterTitles[seen.value.proposal.payload.what];
    return card(proposalCard(trial, seen.value, organisationName, told), told ?? title);
  }

  async function confirmed(turn: Turn, proposal: string): Promise<Reply> {
    const done = await fourEyes.confirm(turn, proposal);
    if (!done.ok) return refusal(proposalRefusals[done.reason]);
    const told = done.value.done ? proposalWords.carriedOut : proposalWords.confirmed;
    return stored(await looked(turn, proposal, told));
  }

  async function dropped(turn: Turn, proposal: string): Promise<Reply> {
    const done = await fourEyes.drop(turn, proposal);
    return done.ok
      ? stored(await looked(turn, proposal, proposalWords.dropped))
      : refusal(proposalRefusals[done.reason]);
  }

  function coordinates(turn: Turn): boolean {
    return actingIn(turn).coordinates;
  }

  function cancelDrawn(actionId: string, election: string, reason: string, problem?: string): Reply {
    const view = { actionId, election, reason, ...(problem ? { problem } : {}) };
    return card(cancelFormCard(trial, view), problem ?? cancelForm.title);
  }

  async function cancelProposed(turn: Turn, data: z.output<typeof cancelling>): Promise<Reply> {
    const { actionId, election, reason } = data;
    const said = { what: "cancel", reason: reason.trim() } as const;
    const done = await fourEyes.propose(turn, actionId, election, said);
    if (done.ok) return stored(await show(turn, election, proposalWords.proposed));
    const problem = proposalRefusals[done.reason];
    return CORRECTABLE.includes(done.reason)
      ? cancelDrawn(actionId, election, reason, problem)
      : refusal(problem);
  }

  /** Members of each party who do not hold its seat, by party; whoever looks is not among them. */
  async function candidates(turn: Turn) {
    const holders = new Set((await deps.seats()).map((seat) => seat.holderId));
    const people = (await elections.eligible()).filter(
      ({ memberId }) => !holders.has(memberId) && memberId !== turn.member?.id,
    );
    return people.map(({ memberId, name, party }) => ({
      id: memberId,
      name,
      party: organisationName(party),
    }));
  }

  async function delegateDrawn(turn: Turn, actionId: string, election: string, problem?: string) {
    const view = { actionId, election, people: await candidates(turn), ...(problem ? { problem } : {}) };
    return card(delegateFormCard(trial, view), problem ?? delegateForm.title);
  }

  async function delegateProposed(turn: Turn, data: z.output<typeof changing>): Promise<Reply> {
    const { actionId, election, person } = data;
    // Before the form is drawn again: it lists people.
    if (!coordinates(turn)) return refusal(proposalRefusals["propose-coordinator"]);
    const eligible = await elections.eligible();
    const to = eligible.find((one) => one.memberId === person);
    if (!to) return delegateDrawn(turn, actionId, election, proposalRefusals["unknown-person"]);
    const from = (await deps.seats()).find((seat) => seat.party === to.party)?.holderId ?? null;
    const fromName = eligible.find((one) => one.memberId === from)?.name ?? "";
    const names = { fromName, toName: to.name };
    const said = { what: "delegateChange", party: to.party, from, to: person, ...names } as const;
    const done = await fourEyes.propose(turn, actionId, election, said);
    if (done.ok) return stored(await show(turn, election, proposalWords.proposed));
    const problem = proposalRefusals[done.reason];
    return CORRECTABLE.includes(done.reason)
      ? delegateDrawn(turn, actionId, election, problem)
      : refusal(problem);
  }

  const forCoordinator =
    (draw: (turn: Turn, election: string) => Promise<Reply> | Reply) =>
    async (turn: Turn, { election }: { election: string }): Promise<Reply> =>
      coordinates(turn) ? draw(turn, election) : refusal(proposalRefusals["propose-coordinator"]);

  return {
    texts: [],
    actions: [
      actionRoute("election.proposal", proposalOnly, (turn, data) => looked(turn, data.proposal)),
      actionRoute("election.agree", proposalOnly, (turn, data) => confirmed(turn, data.proposal)),
      actionRoute("election.drop", proposalOnly, (turn, data) => dropped(turn, data.proposal)),
      actionRoute(
        "election.cancelForm",
        electionOnly,
        forCoordinator((_, election) => cancelDrawn(newId(), election, "")),
      ),
      actionRoute("election.cancelPropose", cancelling, cancelProposed),
      actionRoute(
        "election.delegateForm",
        electionOnly,
        forCoordinator((turn, election) => delegateDrawn(turn, newId(), election)),
      ),
      actionRoute("election.delegatePropose", changing, delegateProposed),
    ],
  };
}
