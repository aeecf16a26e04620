/** `papierkorb`, the history of a record, and the buttons on both. */
import { z } from "zod";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, stored, text } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import { refusals } from "../texts.ts";
import { binCard, historyCard, type Names, revertedCard } from "./cards.ts";
import type { HistoryService } from "./service.ts";
import { bin as binTexts, history as texts } from "./texts.ts";

const ID = z.string().regex(/^[\w-]{1,64}$/);
const REVISION = z.number().int().min(1).max(1_000_000);
const PAGE = z.number().int().min(1).max(1_000_000).default(1);
const SHOW = z.object({ id: ID, page: PAGE });
const REVERT = z.object({ id: ID, revision: REVISION, to: REVISION });

export type HistoryRouteDeps = Names & {
  readonly service: HistoryService;
  /** Asks a guest for the organisation. */
  readonly introduceCard: () => Reply;
};

export function historyRoutes(deps: HistoryRouteDeps): Routes {
  const { service, introduceCard } = deps;

  async function show(turn: Turn, id: string, page = 1, problem?: string): Promise<Reply> {
    const found = await service.show(turn, id, page);
    if (!found.ok) return found.reason === "notMember" ? introduceCard() : refusal(refusals[found.reason]);
    return card(historyCard(found.value, deps, problem), texts.title(found.value.exchange.title));
  }

  async function revert(turn: Turn, asked: z.output<typeof REVERT>): Promise<Reply> {
    const { id } = asked;
    const done = await service.revert(turn, asked);
    if (done.ok) return stored(card(revertedCard(done.value), texts.reverted(done.value.title)));
    if (done.reason === "notMember") return introduceCard();
    if (done.reason === "sameNow") return show(turn, id, 1, texts.sameNow);
    if (done.reason === "changedMeanwhile") return show(turn, id, 1, refusals.changedMeanwhile);
    return refusal(refusals[done.reason]);
  }

  /** Others read along in a channel: there only the way to the bin is told. */
  async function bin(turn: Turn, page: number): Promise<Reply> {
    if (turn.place.kind !== "personal") return text(binTexts.elsewhere);
    const found = await service.bin(turn, page);
    return found.ok ? card(binCard(found.value, deps), binTexts.title) : introduceCard();
  }

  return {
    texts: [
      textRoute(
        "papierkorb",
        (typed) => (commandWord(typed) === "papierkorb" ? true : undefined),
        (turn) => bin(turn, 1),
      ),
    ],
    actions: [
      actionRoute("exchange.history", SHOW, (turn, { id, page }) => show(turn, id, page)),
      actionRoute("exchange.revert", REVERT, revert),
      actionRoute("exchange.bin", z.object({ page: PAGE }), (turn, { page }) => bin(turn, page)),
    ],
  };
}
