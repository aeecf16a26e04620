/** `wahl leiten`: how an election stands for those who organise it; opening, extending, repeating. */
import { z } from "zod";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, stored, text } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import type { ElectionDeps } from "../service.ts";
import { chooseCard, manageCard } from "./manage.cards.ts";
import { anyElection, electionForm, electionOnly, id, line } from "./manage.fields.ts";
import { type ExtendView, extendFormCard, extendReviewCard, openCard } from "./manage.round.cards.ts";
import type { ManageRefusal, ManageService, ManageView } from "./manage.service.ts";
import { extendForm, manageRefusals, manageWords, openForm } from "./manage.texts.ts";
import type { Extending } from "./manage.ts";

export type ManageRouteDeps = Pick<ElectionDeps, "newId" | "organisationName" | "trial" | "elections"> & {
  readonly manage: ManageService;
};

/** Shows how an election stands, after something was done. */
export type ShowElection = (turn: Turn, election: string | undefined, told?: string) => Promise<Reply>;

const COMMANDS = ["wahl leiten", "wahlleitung"];
const extending = electionForm.extend({ date: line, time: line, reason: line });
const ended = (reason: ManageRefusal): boolean =>
  reason === "gone" || reason === "no-open-round" || reason === "not-coordinator";

export function showElection({ manage, trial, newId, organisationName }: ManageRouteDeps): ShowElection {
  const drawn = (view: ManageView, told?: string): Reply => {
    const more = { nameOf: organisationName, actionId: newId(), ...(told ? { told } : {}) };
    return card(manageCard(trial, view, more), told ?? manageWords.next);
  };
  return async (turn, election, told) => {
    // What has been done is said everywhere; how the election stands is shown in the own chat only.
    if (turn.place.kind !== "personal") return told ? text(told) : refusal(manageWords.personalOnly);
    if (election !== undefined) {
      const view = await manage.view(turn, election);
      return view ? drawn(view, told) : refusal(manageRefusals.gone);
    }
    const [first, ...others] = await manage.running(turn);
    if (!first) return refusal(manageWords.none);
    return others.length === 0
      ? drawn(first, told)
      : card(chooseCard(trial, [first, ...others]), manageWords.several);
  };
}

export function manageRoutes(deps: ManageRouteDeps, show: ShowElection): Routes {
  const { manage, trial, newId, elections } = deps;

  async function openAsked(turn: Turn, election: string): Promise<Reply> {
    const view = await manage.view(turn, election);
    if (!view) return refusal(manageRefusals.gone);
    if (!view.by.coordinates) return refusal(manageRefusals["not-coordinator"]);
    return card(openCard(trial, view, await manage.nextNames(election)), openForm.title);
  }

  async function extendDrawn(actionId: string, election: string, entered: Extending, problem?: string) {
    const round = await elections.lastRound(election);
    if (!round) return refusal(manageRefusals["no-open-round"]);
    const view: ExtendView = { actionId, election, closesAt: round.closesAt, entered };
    const drawn = extendFormCard(trial, { ...view, ...(problem ? { problem } : {}) });
    return card(drawn, problem ?? extendForm.title);
  }

  async function extendAsked(turn: Turn, election: string): Promise<Reply> {
    const view = await manage.view(turn, election);
    if (!view?.by.coordinates) return refusal(manageRefusals["not-coordinator"]);
    return extendDrawn(newId(), election, { date: "", time: "", reason: "" });
  }

  const withProblem = (data: z.output<typeof extending>, reason: ManageRefusal) =>
    ended(reason)
      ? Promise.resolve(refusal(manageRefusals[reason]))
      : extendDrawn(data.actionId, data.election, data, manageRefusals[reason]);

  async function extendChecked(turn: Turn, data: z.output<typeof extending>): Promise<Reply> {
    const { actionId, election, date, time, reason } = data;
    const entered = { date, time, reason };
    const done = await manage.checkExtension(turn, election, entered);
    if (!done.ok) return withProblem(data, done.reason);
    const round = await elections.lastRound(election);
    const view = { actionId, election, closesAt: round?.closesAt ?? 0, entered };
    return card(extendReviewCard(trial, view, done.value), extendForm.reviewTitle);
  }

  async function extended(turn: Turn, data: z.output<typeof extending>): Promise<Reply> {
    const { date, time, reason } = data;
    const done = await manage.extend(turn, data.actionId, data.election, { date, time, reason });
    if (!done.ok) return withProblem(data, done.reason);
    return stored(await show(turn, data.election, manageWords.done.extended));
  }

  async function opened(turn: Turn, election: string, anyway: boolean): Promise<Reply> {
    const done = await manage.open(turn, election, anyway);
    if (done.ok) return stored(await show(turn, election, manageWords.done.opened));
    return done.reason === "below-quorum" ? openAsked(turn, election) : refusal(manageRefusals[done.reason]);
  }

  async function repeated(turn: Turn, election: string): Promise<Reply> {
    const done = await manage.repeat(turn, election);
    return done.ok
      ? stored(await show(turn, election, manageWords.done.repeated))
      : refusal(manageRefusals[done.reason]);
  }

  return {
    texts: [
      textRoute(
        "wahl leiten",
        (typed) => (COMMANDS.includes(commandWord(typed)) ? true : undefined),
        (turn) => show(turn, undefined),
      ),
    ],
    actions: [
      actionRoute("election.manage", anyElection, (turn, data) => show(turn, data.election)),
      actionRoute("election.openForm", electionOnly, (turn, data) => openAsked(turn, data.election)),
      actionRoute(
        "election.open",
        z.object({ election: id, anyway: z.boolean().default(false) }),
        (turn, data) => opened(turn, data.election, data.anyway),
      ),
      actionRoute("election.extendForm", electionOnly, (turn, data) => extendAsked(turn, data.election)),
      actionRoute("election.extendCheck", extending, extendChecked),
      actionRoute("election.extend", extending, extended),
      actionRoute("election.repeat", electionOnly, (turn, data) => repeated(turn, data.election)),
    ],
  };
}
