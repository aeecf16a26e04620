/** Probe cards: the coordinator sends them and sees who is reached, who has a seat presses. */
import { z } from "zod";
import type { NewId } from "../system/ids.ts";
import { card, type Reply, refusal, stored } from "../turn/reply.ts";
import { actionRoute, type Routes } from "../turn/route.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import { probesCard, thanksCard } from "./probe.cards.ts";
import type { ProbeService, ProbeView } from "./probe.service.ts";
import { refusals, texts } from "./probe.texts.ts";

export type ProbeRouteDeps = {
  readonly service: ProbeService;
  readonly newId: NewId;
  readonly nameOf: (party: string) => string;
};

const id = z.string().min(1).max(100);
const sending = z.object({ actionId: id, extent: z.enum(["all", "missing"]) });
/** The latest instant a date can hold. */
const LAST = 8.64e15;
const press = z.object({ party: id, to: id, sentAt: z.number().int().min(0).max(LAST) });

export function probeRoutes({ service, newId, nameOf }: ProbeRouteDeps): Routes {
  function shown(view: ProbeView, more: { readonly problem?: string; readonly sent?: number } = {}): Reply {
    return card(probesCard({ actionId: newId(), view, nameOf, ...more }), more.problem ?? texts.title);
  }

  async function overview(turn: Turn, problem?: string): Promise<Reply> {
    const seen = await service.look(turn);
    return seen.ok ? shown(seen.value, problem ? { problem } : {}) : refusal(refusals[seen.reason]);
  }

  async function send(turn: Turn, { actionId, extent }: z.output<typeof sending>): Promise<Reply> {
    const done = await service.send(turn, formKey(turn, actionId), extent);
    if (!done.ok) return overview(turn, refusals[done.reason]);
    return stored(shown(done.value.view, { sent: done.value.sent }));
  }

  async function answer(turn: Turn, pressed: z.output<typeof press>): Promise<Reply> {
    const done = await service.answer(turn, pressed);
    if (!done.ok) return refusal(refusals[done.reason]);
    const { again } = done.value;
    return stored(card(thanksCard(again), again ? texts.thanksAgain : texts.thanks));
  }

  return {
    texts: [],
    actions: [
      actionRoute("probe.show", z.unknown(), (turn) => overview(turn)),
      actionRoute("probe.send", sending, send),
      actionRoute("probe.answer", press, answer),
    ],
  };
}
