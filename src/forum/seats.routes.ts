/** `koordination`: the coordinator's entrance, and seats. */
import { z } from "zod";
import type { NewId } from "../system/ids.ts";
import type { Outcome } from "../system/outcome.ts";
import { commandWord } from "../turn/grammar.ts";
import { type Card, card, type Reply, refusal, stored } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import {
  coordinationCard,
  moreCard,
  releaseFormCard,
  type SeatFormView,
  seatFormCard,
} from "./seats.cards.ts";
import type { SeatService, SeatsView } from "./seats.service.ts";
import { refusals, texts } from "./seats.texts.ts";
import type { SeatRefusal } from "./seats.ts";

export type SeatRouteDeps = {
  readonly service: SeatService;
  readonly newId: NewId;
  /** Name of a party for people. */
  readonly nameOf: (party: string) => string;
};

const actionId = z.string().min(1).max(100);
/** Cards send what was ticked as one text, parted by commas; nothing ticked may be missing. */
const ticked = z
  .string()
  .max(10_000)
  .default("")
  .transform((text) => text.split(",").filter((one) => one !== ""));
const key = z.string().max(100).default("");

export function seatRoutes({ service, newId, nameOf }: SeatRouteDeps): Routes {
  type Form = (view: SeatFormView) => Card;

  const form = (draw: Form, view: SeatsView, title: string, problem?: string): Reply =>
    card(draw({ actionId: newId(), view, nameOf, ...(problem ? { problem } : {}) }), problem ?? title);

  async function overview(turn: Turn): Promise<Reply> {
    const seen = await service.look(turn);
    return seen.ok ? card(coordinationCard(seen.value, nameOf), texts.title) : refusal(refusals[seen.reason]);
  }

  async function more(turn: Turn): Promise<Reply> {
    const seen = await service.look(turn);
    return seen.ok ? card(moreCard(), texts.more) : refusal(refusals[seen.reason]);
  }

  async function opened(turn: Turn, draw: Form, title: string): Promise<Reply> {
    const seen = await service.look(turn);
    return seen.ok ? form(draw, seen.value, title) : refusal(refusals[seen.reason]);
  }

  /** A form that was not taken is drawn again with the reason; what was ticked may be out of date. */
  async function answered(turn: Turn, done: Outcome<SeatsView, SeatRefusal>, draw: Form): Promise<Reply> {
    if (done.ok) return stored(card(coordinationCard(done.value, nameOf), texts.title));
    const seen = await service.look(turn);
    const problem = refusals[done.reason];
    return seen.ok ? form(draw, seen.value, problem, problem) : refusal(problem);
  }

  return {
    texts: [
      textRoute(
        "koordination",
        (typed) => (commandWord(typed) === "koordination" ? true : undefined),
        overview,
      ),
    ],
    actions: [
      actionRoute("seat.overview", z.unknown(), overview),
      actionRoute("seat.more", z.unknown(), more),
      actionRoute("seat.form", z.unknown(), (turn) => opened(turn, seatFormCard, texts.fillTitle)),
      actionRoute("seat.releaseForm", z.unknown(), (turn) =>
        opened(turn, releaseFormCard, texts.releaseTitle),
      ),
      actionRoute("seat.give", z.object({ actionId, people: ticked }), async (turn, data) =>
        answered(turn, await service.give(turn, formKey(turn, data.actionId), data.people), seatFormCard),
      ),
      actionRoute("seat.free", z.object({ actionId, party: key }), async (turn, data) =>
        answered(turn, await service.free(turn, formKey(turn, data.actionId), data.party), releaseFormCard),
      ),
    ],
  };
}
