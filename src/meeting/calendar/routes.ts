/** `kalender`, and the buttons of calendar files. */
import { z } from "zod";
import type { NewId } from "../../system/ids.ts";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import { feedCard, fileCard, fileTitle, madeCard, stoppedCard } from "./cards.ts";
import { type CalendarDeps, calendarService } from "./service.ts";
import { feed, refusals } from "./texts.ts";

const ID = z.string().regex(/^[\w-]{1,64}$/);
const MEETING = z.object({ meeting: ID });
const MAKE = z.object({ actionId: ID });

export function calendarRoutes(deps: CalendarDeps & { readonly newId: NewId }): Routes {
  const service = calendarService(deps);

  async function show(turn: Turn): Promise<Reply> {
    const done = await service.since(turn);
    if (!done.ok) return refusal(refusals[done.reason]);
    return card(feedCard({ actionId: deps.newId(), since: done.value }), feed.title);
  }

  /** Not marked as stored, like all that holds a link: what is marked may be kept in the outbox. */
  async function make(turn: Turn, actionId: string): Promise<Reply> {
    const done = await service.make(turn, actionId);
    if (!done.ok) return refusal(refusals[done.reason]);
    return card(madeCard(deps.newId(), done.value.url), feed.made);
  }

  async function stop(turn: Turn): Promise<Reply> {
    const done = await service.stop(turn);
    return done.ok ? stored(card(stoppedCard(), feed.stopped)) : refusal(refusals[done.reason]);
  }

  /** The answer to a press is seen by the one who pressed, in a channel as well. */
  async function file(turn: Turn, id: string): Promise<Reply> {
    const done = await service.file(turn, id);
    if (!done.ok) return refusal(refusals[done.reason]);
    return card(fileCard(done.value), fileTitle(done.value.meeting));
  }

  return {
    texts: [textRoute("kalender", (typed) => (commandWord(typed) === "kalender" ? true : undefined), show)],
    actions: [
      actionRoute("calendar.show", z.unknown(), show),
      actionRoute("calendar.make", MAKE, (turn, { actionId }) => make(turn, actionId)),
      actionRoute("calendar.stop", z.unknown(), stop),
      actionRoute("calendar.file", MEETING, (turn, { meeting }) => file(turn, meeting)),
    ],
  };
}
