/** The buttons of candidacies: nominate, agree, withdraw, accept, and enter what came in writing. */
import { z } from "zod";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import type { ElectionDeps, ElectionService } from "../service.ts";
import {
  answeredCard,
  answeredTitle,
  enteredCard,
  nominateCard,
  nominatedCard,
  questionCard,
  writtenCard,
} from "./candidacy.cards.ts";
import { MOVES, type MoveType } from "./candidacy.move.ts";
import { candidacyRefusals, nominate as nominateWords, stand, written } from "./candidacy.texts.ts";

export type CandidacyRouteDeps = Pick<ElectionDeps, "newId" | "organisationName" | "trial"> & {
  readonly service: Pick<ElectionService, "candidacy" | "written">;
};

const id = z.string().regex(/^[\w-]{1,64}$/);
const name = z.string().max(200).default("");
const about = z.object({ election: id });
const nomination = z.object({ election: id, actionId: id, party: z.string().max(100).default("") });
const named = z.object({ election: id, name });
const answering = named.extend({ answer: z.enum(MOVES) });
const entering = named.extend({ answer: z.enum(MOVES).optional().catch(undefined) });

export function candidacyRoutes({ service, newId, organisationName, trial }: CandidacyRouteDeps): Routes {
  const { candidacy, written: entries } = service;

  async function form(turn: Turn, election: string): Promise<Reply> {
    const found = await candidacy.form(turn, election);
    if (!found.ok) return refusal(candidacyRefusals[found.reason]);
    const drawn = nominateCard(trial, found.value, organisationName, newId());
    return card(drawn, nominateWords.button);
  }

  async function nominated(turn: Turn, sent: z.output<typeof nomination>): Promise<Reply> {
    const done = await candidacy.nominate(turn, sent);
    if (!done.ok) return refusal(candidacyRefusals[done.reason]);
    return stored(card(nominatedCard(trial, sent.election, done.value), nominateWords.done));
  }

  async function ask(turn: Turn, sent: z.output<typeof named>, type: "withdraw" | "decline"): Promise<Reply> {
    const found = await candidacy.question(turn, sent.election, sent.name);
    if (!found.ok) return refusal(candidacyRefusals[found.reason]);
    const title = type === "withdraw" ? stand.withdrawTitle : stand.refuseTitle;
    return card(questionCard(trial, found.value, type), title);
  }

  async function answered(turn: Turn, { election, ...sent }: z.output<typeof answering>): Promise<Reply> {
    const done = await candidacy.answer(turn, election, sent.name, sent.answer);
    if (!done.ok) return refusal(candidacyRefusals[done.reason]);
    return stored(card(answeredCard(trial, sent.answer, done.value), answeredTitle(sent.answer, done.value)));
  }

  /** The button of the first question. Who has agreed meanwhile is asked once more before a withdrawal. */
  async function declined(turn: Turn, sent: z.output<typeof named>): Promise<Reply> {
    const found = await candidacy.question(turn, sent.election, sent.name);
    const stands = found.ok && found.value.candidacy.consentedAt !== null;
    if (stands && found.value.candidacy.withdrawnAt === null) return ask(turn, sent, "withdraw");
    return answered(turn, { ...sent, answer: "withdraw" });
  }

  async function writtenForm(turn: Turn, election: string): Promise<Reply> {
    const found = await entries.form(turn, election);
    return found.ok
      ? card(writtenCard(trial, found.value), written.title)
      : refusal(candidacyRefusals[found.reason]);
  }

  async function entered(turn: Turn, election: string, who: string, type?: MoveType): Promise<Reply> {
    if (who === "" || !type) return refusal(candidacyRefusals["entry-missing"]);
    const done = await entries.enter(turn, election, who, type);
    if (!done.ok) return refusal(candidacyRefusals[done.reason]);
    return stored(card(enteredCard(trial, type, done.value), written.done));
  }

  return {
    texts: [],
    actions: [
      actionRoute("election.nomination", about, (turn, { election }) => form(turn, election)),
      actionRoute("election.nominate", nomination, nominated),
      actionRoute("election.withdraw", named, (turn, sent) => ask(turn, sent, "withdraw")),
      actionRoute("election.refuse", named, (turn, sent) => ask(turn, sent, "decline")),
      actionRoute("election.decline", named, declined),
      actionRoute("election.answer", answering, answered),
      actionRoute("election.written", about, (turn, { election }) => writtenForm(turn, election)),
      actionRoute("election.enter", entering, (turn, sent) =>
        entered(turn, sent.election, sent.name, sent.answer),
      ),
    ],
  };
}
