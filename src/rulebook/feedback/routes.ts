/** Rating an answer, and `bewertungen`: what coordinators make of it. */
import { z } from "zod";
import { may, rolesOf } from "../../member/rights.ts";
import type { NewId } from "../../system/ids.ts";
import { commandWord } from "../../turn/grammar.ts";
import { type Card, card, type Reply, refusal, stored, text } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import { placeOf } from "../information/form.cards.ts";
import { ID, PAGE } from "../information/form-data.ts";
import type { KnownCards, StoredInformation } from "../information/information.ts";
import { pageOf } from "../information/paging.ts";
import { shared, sourceOf } from "../information/texts.ts";
import { plainAnswer, ratedCard, ratingsCard, type Source, whyCard } from "./cards.ts";
import { LIMITS, type Shown, WHYS } from "./feedback.ts";
import type { FeedbackService } from "./service.ts";
import { list, rating, refusals } from "./texts.ts";

export type FeedbackRouteDeps = {
  readonly service: FeedbackService;
  readonly newId: NewId;
  readonly cards: KnownCards;
  readonly information: (id: string) => Promise<StoredInformation | null>;
  /** Passes the question of a bad answer on: sentences to say below it, or what is answered instead. */
  readonly passOn: (turn: Turn, actionId: string, shown: Shown) => Promise<readonly string[] | Reply>;
  /** The card of an answer without its buttons, drawn again; null: only its text is known. */
  readonly redraw: (question: string, answer: string) => Card | null;
};

const SHOWN = {
  answerId: ID,
  question: z.string().max(LIMITS.question),
  answer: z.string().max(LIMITS.answer),
  sources: z.array(ID).max(LIMITS.sources),
};
const RATE = z.object({ ...SHOWN, helpful: z.boolean() });
/** A choice that nobody made is sent empty, or not at all. */
const why = z
  .union([z.enum(WHYS), z.literal("")])
  .default("")
  .transform((chosen) => (chosen === "" ? null : chosen));
const WHY = z.object({ ...SHOWN, why, comment: z.string().max(20_000).default("") });
const PASS_ON = WHY.extend({ actionId: ID });
const DONE = z.object({ source: ID.nullable(), seen: z.number().int().min(0).max(8.64e15) });

const PAGE_SIZE = 3;

export function feedbackRoutes(deps: FeedbackRouteDeps): Routes {
  const { service, cards } = deps;

  const answerOf = ({ question, answer }: Shown): Card =>
    deps.redraw(question, answer) ?? plainAnswer(answer);

  /** The answer stays; below it stands what became of the press. */
  const below = (shown: Shown, ...said: readonly string[]): Reply =>
    card(ratedCard(answerOf(shown), said), said.join(" "));

  async function rate(turn: Turn, { helpful, ...shown }: z.output<typeof RATE>): Promise<Reply> {
    const done = await service.rate(turn, { ...shown, helpful, why: null, comment: null });
    if (!done.ok) return below(shown, refusals[done.reason]);
    if (helpful) return stored(below(shown, rating.thanks, rating.stored));
    return stored(card(whyCard(answerOf(shown), shown, deps.newId()), `${rating.thanks} ${rating.ask}`));
  }

  async function rateWhy(turn: Turn, data: z.output<typeof WHY>): Promise<Reply> {
    const done = await service.rate(turn, { ...data, helpful: false });
    if (done.ok) return stored(below(data, rating.thanks, rating.stored));
    return done.reason === "commentTooLong"
      ? refusal(refusals.commentTooLong)
      : below(data, refusals[done.reason]);
  }

  async function ratePassOn(turn: Turn, data: z.output<typeof PASS_ON>): Promise<Reply> {
    const done = await service.rate(turn, { ...data, helpful: false });
    // Whoever has become no member meanwhile is asked for the organisation by the next step.
    if (!done.ok && done.reason !== "notMember") return refusal(refusals[done.reason]);
    const said = await deps.passOn(turn, data.actionId, data);
    return "kind" in said ? said : stored(below(data, ...said));
  }

  async function sourceIn(source: string | null): Promise<Source> {
    if (source === null) return { name: list.noSource, says: null, correct: null };
    const known = cards.get(source);
    if (known) {
      const correct = { verb: "rules.inform", data: { card: source } };
      return { name: placeOf(known), says: known.answer, correct };
    }
    const one = await deps.information(source);
    if (!one) return { name: list.gone, says: null, correct: null };
    const correct = one.endedAt === null ? { verb: "rules.change", data: { id: one.id } } : null;
    return { name: sourceOf(one.givenOn), says: one.answer, correct };
  }

  async function ratings(turn: Turn, page: number): Promise<Reply> {
    if (!may(rolesOf(turn), "rules.care")) return text(list.forMembers);
    if (turn.place.kind !== "personal") return refusal(shared.personalOnly);
    const found = await service.list(turn);
    if (!found.ok) return refusal(refusals[found.reason]);
    const view = pageOf(found.value, page, PAGE_SIZE);
    const items = await Promise.all(
      view.items.map(async (group) => ({ ...group, about: await sourceIn(group.source) })),
    );
    return card(ratingsCard({ ...view, items, total: found.value.length }), list.title);
  }

  async function settle(turn: Turn, data: z.output<typeof DONE>): Promise<Reply> {
    const done = await service.settle(turn, data);
    return done.ok ? stored(await ratings(turn, 1)) : refusal(refusals[done.reason]);
  }

  return {
    texts: [
      textRoute("bewertungen", (typed) => (commandWord(typed) === "bewertungen" ? 1 : undefined), ratings),
    ],
    actions: [
      actionRoute("rules.rate", RATE, rate),
      actionRoute("rules.rateWhy", WHY, rateWhy),
      actionRoute("rules.ratePassOn", PASS_ON, ratePassOn),
      actionRoute("rules.ratings", z.object({ page: PAGE }), (turn, { page }) => ratings(turn, page)),
      actionRoute("rules.ratingsDone", DONE, settle),
    ],
  };
}
