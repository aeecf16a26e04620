/** Buttons for those who lead and watch an election. */
import type { z } from "zod";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import { electionForm, electionOnly, keys, line } from "../organise/manage.fields.ts";
import type { ShowElection } from "../organise/manage.routes.ts";
import { manageWords } from "../organise/manage.texts.ts";
import type { ElectionDeps } from "../service.ts";
import { officerFormCard } from "./officers.cards.ts";
import type { OfficerService } from "./officers.service.ts";
import { officerForm, officerRefusals } from "./officers.texts.ts";
import type { Named, OfficerRefusal } from "./officers.ts";

export type OfficerRouteDeps = Pick<ElectionDeps, "newId" | "organisationName" | "trial"> & {
  readonly officers: OfficerService;
};

const naming = electionForm.extend({ officer: line, scrutineers: keys });
const FINAL: readonly OfficerRefusal[] = ["gone", "not-coordinator", "round-open"];

export function officerRoutes(deps: OfficerRouteDeps, show: ShowElection): Routes {
  const { officers, newId, organisationName, trial } = deps;

  async function drawn(turn: Turn, election: string, actionId: string, entered?: Named, problem?: string) {
    const seen = await officers.look(turn, election);
    if (!seen.ok) return refusal(officerRefusals[seen.reason]);
    const more = { ...(entered ? { entered } : {}), ...(problem ? { problem } : {}) };
    const form = { actionId, nameOf: organisationName, ...more };
    return card(officerFormCard(trial, seen.value, form), problem ?? officerForm.title);
  }

  async function named(turn: Turn, data: z.output<typeof naming>): Promise<Reply> {
    const { election, actionId, officer, scrutineers } = data;
    const wanted = { officer, scrutineers };
    const done = await officers.name(turn, actionId, election, wanted);
    if (done.ok) return stored(await show(turn, election, manageWords.done.named));
    const problem = officerRefusals[done.reason];
    return FINAL.includes(done.reason) ? refusal(problem) : drawn(turn, election, actionId, wanted, problem);
  }

  return {
    texts: [],
    actions: [
      actionRoute("election.rolesForm", electionOnly, (turn, data) => drawn(turn, data.election, newId())),
      actionRoute("election.rolesName", naming, named),
    ],
  };
}
