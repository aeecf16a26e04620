/** `sitz`: the seat of the person who asks; the delegate lets a deputy stand in and ends it. */
import { z } from "zod";
import type { NewId } from "../system/ids.ts";
import type { Outcome } from "../system/outcome.ts";
import { commandWord } from "../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import type { DeputySeatView, DeputyService } from "./deputies.service.ts";
import { refusals } from "./deputies.texts.ts";
import type { DeputyRefusal } from "./deputies.ts";
import { ownSeatCard } from "./seats-own.cards.ts";
import { texts } from "./seats-own.texts.ts";

export type OwnSeatRouteDeps = {
  readonly service: DeputyService;
  readonly newId: NewId;
  readonly nameOf: (party: string) => string;
  /** Asks a person without an organisation for it. */
  readonly askForOrganisation: (problem: string) => Reply;
};

const COMMANDS = new Set([
  ...["sitz", "mein sitz", "vertretung", "stellvertretung"],
  ...["vertretung einschalten", "vertretung beenden"],
]);

const actionId = z.string().min(1).max(100);

export function ownSeatRoutes({ service, newId, nameOf, askForOrganisation }: OwnSeatRouteDeps): Routes {
  async function shown(turn: Turn, problem?: string): Promise<Reply> {
    const { member, place } = turn;
    if (!member) return askForOrganisation(texts.notMember);
    if (place.kind !== "personal") return refusal(texts.personalOnly);
    const view = await service.own(turn);
    if (!view) return refusal(texts.notOnSeat(nameOf(member.organisation)));
    const partyName = nameOf(view.seat.party);
    const form = { actionId: newId(), view, me: member.id, partyName };
    return card(ownSeatCard({ ...form, ...(problem ? { problem } : {}) }), problem ?? texts.title(partyName));
  }

  type Done = Outcome<DeputySeatView, DeputyRefusal>;

  /** The seat is found anew: a card in somebody's chat may be older than the seat. */
  async function changed(turn: Turn, change: (party: string) => Promise<Done>): Promise<Reply> {
    const view = turn.place.kind === "personal" ? await service.own(turn) : null;
    if (!view) return shown(turn);
    const done = await change(view.seat.party);
    return done.ok ? stored(await shown(turn)) : shown(turn, refusals[done.reason]);
  }

  return {
    texts: [
      textRoute(
        "sitz",
        (typed) => (COMMANDS.has(commandWord(typed)) ? true : undefined),
        (turn) => shown(turn),
      ),
    ],
    actions: [
      actionRoute(
        "seat.standIn",
        z.object({ actionId, deputy: z.string().max(100).default("") }),
        (turn, data) =>
          changed(turn, (party) =>
            service.standIn(turn, formKey(turn, data.actionId), "own", party, data.deputy),
          ),
      ),
      actionRoute("seat.endStandIn", z.object({ actionId }), (turn, data) =>
        changed(turn, (party) => service.end(turn, formKey(turn, data.actionId), "own", party)),
      ),
    ],
  };
}
