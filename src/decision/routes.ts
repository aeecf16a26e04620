/** `abstimmung starten`, `abstimmung`, `abstimmungen`, and the buttons of decisions. */
import { z } from "zod";
import type { Outcome } from "../system/outcome.ts";
import { commandWord } from "../turn/grammar.ts";
import { card, type Reply, refusal, stored, text } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import type { Turn } from "../turn/turn.ts";
import { castCard, decisionCard, nextLines, secrecyCard } from "./cards.ts";
import type { Decision } from "./decision.ts";
import { cancelCard } from "./form.cards.ts";
import { titleOf } from "./frame.cards.ts";
import { listCard } from "./list.cards.ts";
import {
  cancelRefusals,
  castRefusals,
  closeRefusals,
  openRefusals,
  secrecyRefusals,
  showRefusals,
} from "./refusal.texts.ts";
import { endingOf } from "./result.cards.ts";
import type { DecisionDeps, DecisionService } from "./service.ts";
import { ID, startRoutes } from "./start.routes.ts";
import { cancelling, list, secrecy } from "./told.texts.ts";
import { LONGEST_SEARCH, parseList } from "./typed.ts";
import { type DecisionView, MOST_RUNNING } from "./view.service.ts";

export type DecisionRouteDeps = Pick<DecisionDeps, "newId" | "organisationName"> & {
  readonly service: DecisionService;
};

const DECISION = z.object({ decision: ID });
const CAST = z.object({ decision: ID, choice: z.string().max(100) });
const CANCEL = z.object({ decision: ID, reason: z.string().max(5000).default("") });
const LIST = z.object({ words: z.string().max(LONGEST_SEARCH).default("") });

export function decisionRoutes({ service, newId, organisationName: nameOf }: DecisionRouteDeps): Routes {
  const shown = (view: DecisionView): Reply =>
    card(decisionCard(view, nameOf), [titleOf(view.decision), endingOf(view.decision)].join(". ").trim());

  /** The decision as it is now, marked as what confirms a stored change. */
  const confirmed = async (turn: Turn, decision: Decision): Promise<Reply> =>
    stored(shown(await service.view(turn, decision)));

  async function show(turn: Turn, id: string): Promise<Reply> {
    const done = await service.show(turn, id);
    return done.ok ? shown(done.value) : refusal(showRefusals[done.reason]);
  }

  /** Answers a change with the decision as it is then. */
  async function changed<R extends string>(
    turn: Turn,
    done: Outcome<Decision, R>,
    sentences: Readonly<Record<R, string>>,
  ): Promise<Reply> {
    return done.ok ? confirmed(turn, done.value) : refusal(sentences[done.reason]);
  }

  async function vote(turn: Turn, id: string, choice: string): Promise<Reply> {
    const done = await service.cast(turn, id, choice);
    if (!done.ok) return refusal(castRefusals[done.reason]);
    const drawn = castCard(done.value, nameOf);
    return stored(card(drawn, drawn.fallbackText ?? ""));
  }

  async function askSecret(turn: Turn, id: string): Promise<Reply> {
    const done = await service.askSecret(turn, id);
    if (!done.ok) return refusal(secrecyRefusals[done.reason]);
    const { decision, state } = done.value;
    return stored(card(secrecyCard(decision, state), secrecy[state]));
  }

  async function askCancel(turn: Turn, id: string): Promise<Reply> {
    const done = await service.show(turn, id);
    if (!done.ok) return refusal(showRefusals[done.reason]);
    const { decision, mayCancel } = done.value;
    if (mayCancel) return card(cancelCard({ decision }), cancelling.ask(titleOf(decision)));
    return refusal(turn.coordinator ? cancelRefusals.ended : cancelRefusals.notCoordinator);
  }

  async function cancel(turn: Turn, id: string, reason: string): Promise<Reply> {
    const done = await service.cancel(turn, id, reason);
    if (done.ok) return confirmed(turn, done.value.decision);
    const problem = cancelRefusals[done.reason];
    if (done.reason !== "reasonMissing" && done.reason !== "reasonTooLong") return refusal(problem);
    const seen = await service.show(turn, id);
    if (!seen.ok) return refusal(showRefusals[seen.reason]);
    return card(cancelCard({ decision: seen.value.decision, entered: reason, problem }), problem);
  }

  async function listed(turn: Turn, words: string): Promise<Reply> {
    const done = await service.list(turn, words);
    if (!done.ok) return refusal(showRefusals[done.reason]);
    const { hits, total } = done.value;
    if (hits.length === 0) return text(words === "" ? list.none : list.nothing(words));
    const title = words === "" ? list.title : list.searchTitle(words);
    const sentences = total > hits.length ? [list.some(hits.length, total)] : [];
    return card(listCard({ title, sentences, hits }), title);
  }

  /** What runs and what the person can do about it: the one there is, or a list to choose from. */
  async function running(turn: Turn): Promise<Reply> {
    const done = await service.running(turn);
    if (!done.ok) return refusal(showRefusals[done.reason]);
    const [only, ...more] = done.value;
    if (!only) return text(list.nothingRuns);
    if (more.length === 0) return shown(only);
    const hits = done.value.map(({ decision }) => decision);
    const sentences = hits.length === MOST_RUNNING ? [list.moreRunning] : [];
    const next = new Map(done.value.map((view) => [view.decision.id, nextLines(view, nameOf)]));
    return card(listCard({ title: list.runningTitle, sentences, hits, next }), list.runningTitle);
  }

  const starting = startRoutes({ service, newId, confirmed });

  return {
    texts: [
      ...starting.texts,
      textRoute("abstimmung", (typed) => (commandWord(typed) === "abstimmung" ? true : undefined), running),
      textRoute("abstimmungen", parseList, (turn, { words }) => listed(turn, words)),
    ],
    actions: [
      ...starting.actions,
      actionRoute("decision.show", DECISION, (turn, { decision }) => show(turn, decision)),
      actionRoute("decision.cast", CAST, (turn, { decision, choice }) => vote(turn, decision, choice)),
      actionRoute("decision.askSecret", DECISION, (turn, { decision }) => askSecret(turn, decision)),
      actionRoute("decision.open", DECISION, async (turn, { decision }) =>
        changed(turn, await service.openNow(turn, decision), openRefusals),
      ),
      actionRoute("decision.close", DECISION, async (turn, { decision }) =>
        changed(turn, await service.closeEarly(turn, decision), closeRefusals),
      ),
      actionRoute("decision.askCancel", DECISION, (turn, { decision }) => askCancel(turn, decision)),
      actionRoute("decision.cancel", CANCEL, (turn, { decision, reason }) => cancel(turn, decision, reason)),
      actionRoute("decision.list", LIST, (turn, { words }) => listed(turn, words.trim())),
    ],
  };
}
