/** Answering a passed-on question: the form and what it makes. */
import { z } from "zod";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { informationForm } from "../information/form.cards.ts";
import { draftIn, FIELDS, ID, known, OFFERED } from "../information/form-data.ts";
import {
  draftOf,
  EMPTY_INFORMATION,
  type Information,
  type InformationDraft,
  type KnownCards,
  LIMITS,
} from "../information/information.ts";
import { form, problems } from "../information/texts.ts";
import { cut, oneLine } from "../information/written.ts";
import { doneCard } from "./cards.ts";
import type { TicketDeps, TicketService } from "./service.ts";
import { answering, refusals } from "./texts.ts";
import { RATED, type Ticket } from "./ticket.ts";

export type AnswerRouteDeps = Pick<TicketDeps, "repository" | "newId"> & {
  readonly service: TicketService;
  readonly cards: KnownCards;
  /** What is in force. */
  readonly current: () => Promise<readonly Information[]>;
};

/** `replaces`: the information whose answer was badly rated. */
const ANSWER = z.object({ actionId: ID, id: ID, replaces: ID.optional(), ...FIELDS, ...OFFERED });

/** So many cards of the handbook are offered for correction, beside those the answer was made of. */
const MOST_FOUND = 4;
const MOST_OFFERED = 8;

type Offer = {
  readonly cards: readonly string[];
  readonly seen: readonly string[];
  readonly replaces?: string | undefined;
};

export function answerRoutes({ service, repository, cards, current, newId }: AnswerRouteDeps): Routes {
  function draw(
    { id, number }: Ticket,
    draft: InformationDraft,
    offer: Offer,
    sentences: readonly string[] = [],
  ): Reply {
    const title = form.answerTitle(number);
    const drawn = informationForm({
      ...{ title, save: form.answerSave, verb: "rules.answer", draft, problems: sentences },
      cards: known(cards, offer.cards),
      data: {
        ...{ actionId: newId(), id, cards: offer.cards, seen: offer.seen },
        ...(offer.replaces === undefined ? {} : { replaces: offer.replaces }),
      },
    });
    return card(drawn, [`${title}.`, ...sentences].join(" "));
  }

  async function begin(turn: Turn, id: string): Promise<Reply> {
    const found = await service.open(turn, id);
    if (!found.ok) return refusal(refusals[found.reason]);
    const ticket = found.value;
    const sources = ticket.reason === RATED ? await repository.ratedSources(ticket) : [];
    const inForce = await current();
    const wrong = inForce.find((one) => sources.includes(one.id));
    // A badly rated information gets a new version; beside it a second one would say the opposite.
    if (wrong) return draw(ticket, draftOf(wrong), { cards: [], seen: [], replaces: wrong.id });
    const rated = known(cards, sources);
    const near = cards.find(ticket.question).slice(0, MOST_FOUND);
    const offered = [...new Set([...rated, ...near].map((one) => one.id))].slice(0, MOST_OFFERED);
    const corrections = inForce.filter(({ corrects }) => offered.includes(corrects ?? ""));
    const heading = cut(oneLine(ticket.question), LIMITS.heading);
    const draft = { ...EMPTY_INFORMATION, heading, corrects: rated[0]?.id ?? "" };
    return draw(ticket, draft, { cards: offered, seen: corrections.map((one) => one.id) });
  }

  async function answer(turn: Turn, data: z.output<typeof ANSWER>): Promise<Reply> {
    const { actionId, id, seen, replaces } = data;
    const draft = draftIn(data);
    const target =
      replaces === undefined ? ({ kind: "new", seen } as const) : ({ kind: "change", id: replaces } as const);
    const done = await service.answer(turn, { key: formKey(turn, actionId), id, draft, target });
    if (done.ok) {
      const said = answering.done(done.value.number);
      return stored(card(doneCard(said), said));
    }
    if ("reason" in done) return refusal(refusals[done.reason]);
    const found = await service.open(turn, id);
    if (!found.ok) return refusal(refusals[found.reason]);
    const sentences = done.problems.map((problem) => problems[problem]);
    return draw(found.value, draft, data, sentences);
  }

  return {
    texts: [],
    actions: [
      actionRoute("rules.answering", z.object({ id: ID }), (turn, { id }) => begin(turn, id)),
      actionRoute("rules.answer", ANSWER, answer),
    ],
  };
}
