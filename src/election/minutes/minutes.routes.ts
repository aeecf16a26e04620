/** The buttons of minutes and scrutiny. */
import { z } from "zod";
import type { NewId } from "../../system/ids.ts";
import { card, type Reply, refusal, stored, text } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import { confirmCard, minutesLinksCard, openingCard } from "./minutes.cards.ts";
import {
  confirmCard as confirmWords,
  minutesRefusals,
  minutesCard as minutesWords,
  openingCard as openingWords,
  scrutinyRefusals,
} from "./minutes.chat.texts.ts";
import type { MinutesService } from "./minutes.service.ts";
import type { ScrutinyService } from "./scrutiny.service.ts";

export type MinutesRouteDeps = {
  readonly minutes: MinutesService;
  readonly scrutinies: ScrutinyService;
  readonly newId: NewId;
  readonly trial: boolean;
};

const id = z.string().regex(/^[\w-]{1,64}$/);
const inRound = { election: id, round: z.number().int().min(1).max(100) };
const about = z.object({ election: id });
const opening = z.object({ ...inRound, actionId: z.string().min(1).max(100) });
const confirming = z.object({ ...inRound, agrees: z.boolean().optional() });
type Round = { election: string; round: number };

export function minutesRoutes({ minutes, scrutinies, newId, trial }: MinutesRouteDeps): Routes {
  const nameOf = ({ election, round }: Round) => ({ electionId: election, round });

  async function show(turn: Turn, election: string): Promise<Reply> {
    const done = await minutes.open(turn, election);
    if (!done.ok) return refusal(minutesRefusals[done.reason]);
    return card(minutesLinksCard(trial, done.value, newId), minutesWords.title(done.value.title));
  }

  /** Not marked as stored: what is marked may be kept in the outbox, and this card holds the link. */
  async function fetch(turn: Turn, data: z.output<typeof opening>): Promise<Reply> {
    const name = nameOf(data);
    const done = await scrutinies.fetch(turn, name, data.actionId);
    if (!done.ok) return refusal(scrutinyRefusals[done.reason]);
    return card(openingCard(trial, name, done.value), openingWords.title(name.round));
  }

  async function confirm(turn: Turn, data: z.output<typeof confirming>): Promise<Reply> {
    const name = nameOf(data);
    const { agrees } = data;
    if (agrees === undefined) {
      const asked = await scrutinies.toConfirm(turn, name);
      return asked.ok
        ? card(confirmCard(trial, name, asked.value), confirmWords.title(name.round))
        : refusal(scrutinyRefusals[asked.reason]);
    }
    const done = await scrutinies.confirm(turn, name, agrees);
    if (!done.ok) return refusal(scrutinyRefusals[done.reason]);
    return stored(text(agrees ? confirmWords.done : confirmWords.doneDiffers));
  }

  return {
    texts: [],
    actions: [
      actionRoute("election.minutes", about, (turn, data) => show(turn, data.election)),
      actionRoute("election.opening", opening, fetch),
      actionRoute("election.confirm", confirming, confirm),
    ],
  };
}
