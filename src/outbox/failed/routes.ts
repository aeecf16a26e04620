/** `zustellung`: which messages did not arrive, and trying them again. */
import { z } from "zod";
import type { NewId } from "../../system/ids.ts";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, stored, text } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { failedCard, retriedCard } from "./cards.ts";
import { CAUSES } from "./failed.ts";
import type { FailedService } from "./service.ts";
import { refusals, texts } from "./texts.ts";

const showing = z.object({ page: z.number().int().min(1).max(10_000) });
const retrying = z.object({
  actionId: z.string().min(1).max(100),
  to: z.string().min(1).max(500),
  cause: z.enum(CAUSES),
});

export type FailedRouteDeps = { readonly service: FailedService; readonly newId: NewId };

export function failedRoutes({ service, newId }: FailedRouteDeps): Routes {
  async function show(turn: Turn, page: number): Promise<Reply> {
    const listed = await service.list(turn);
    if (!listed.ok) return refusal(refusals[listed.reason]);
    const groups = listed.value;
    if (turn.place.kind !== "personal")
      return text(texts.elsewhere(groups.reduce((sum, { items }) => sum + items.length, 0)));
    return card(failedCard(groups, page, newId()), texts.title);
  }

  async function retry(turn: Turn, { actionId, to, cause }: z.output<typeof retrying>): Promise<Reply> {
    // One card has a button for each group: an act is the button, not the card.
    const key = `${formKey(turn, actionId)}|${cause}|${to}`;
    const done = await service.retry(turn, key, to, cause);
    if (!done.ok) return refusal(refusals[done.reason]);
    return stored(card(retriedCard(done.value), texts.retried(done.value.retried)));
  }

  return {
    texts: [
      textRoute(
        "zustellung",
        (typed) => (commandWord(typed) === "zustellung" ? true : undefined),
        (turn) => show(turn, 1),
      ),
    ],
    actions: [
      actionRoute("delivery.show", showing, (turn, { page }) => show(turn, page)),
      actionRoute("delivery.retry", retrying, retry),
    ],
  };
}
