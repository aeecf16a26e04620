/** The coordinator's way to deputies: the list, one seat, and what can be done there. */
import { z } from "zod";
import type { NewId } from "../system/ids.ts";
import type { Outcome } from "../system/outcome.ts";
import { card, type Reply, refusal, stored } from "../turn/reply.ts";
import { actionRoute, type Routes } from "../turn/route.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import { deputiesCard, deputySeatCard } from "./deputies.cards.ts";
import type { DeputySeatView, DeputyService } from "./deputies.service.ts";
import { refusals, texts } from "./deputies.texts.ts";
import type { DeputyRefusal } from "./deputies.ts";

export type DeputyRouteDeps = {
  readonly service: DeputyService;
  readonly newId: NewId;
  readonly nameOf: (party: string) => string;
};

const id = z.string().max(100).default("");
const act = z.object({ actionId: z.string().min(1).max(100), party: id, member: id, deputy: id });
type Sent = z.output<typeof act>;

export function deputyRoutes({ service, newId, nameOf }: DeputyRouteDeps): Routes {
  function shown(view: DeputySeatView, problem?: string): Reply {
    const drawn = deputySeatCard({ actionId: newId(), view, nameOf, ...(problem ? { problem } : {}) });
    return card(drawn, problem ?? texts.seatTitle(nameOf(view.seat.party)));
  }

  async function list(turn: Turn, problem?: string): Promise<Reply> {
    const seen = await service.list(turn);
    if (!seen.ok) return refusal(refusals[seen.reason]);
    return card(deputiesCard(seen.value, nameOf, problem), problem ?? texts.listTitle);
  }

  async function opened(turn: Turn, party: string): Promise<Reply> {
    if (party === "") return list(turn, texts.chooseParty);
    const seen = await service.look(turn, party);
    if (seen.ok) return shown(seen.value);
    return seen.reason === "noSeat" ? list(turn, refusals.noSeat) : refusal(refusals[seen.reason]);
  }

  /** The seat as it is now, with the reason when nothing was changed. */
  async function answered(
    turn: Turn,
    party: string,
    done: Outcome<DeputySeatView, DeputyRefusal>,
  ): Promise<Reply> {
    if (done.ok) return stored(shown(done.value));
    const seen = await service.look(turn, party);
    return seen.ok ? shown(seen.value, refusals[done.reason]) : refusal(refusals[done.reason]);
  }

  const change = (
    verb: string,
    run: (turn: Turn, key: string, sent: Sent) => Promise<Outcome<DeputySeatView, DeputyRefusal>>,
  ) =>
    actionRoute(verb, act, async (turn, sent) =>
      answered(turn, sent.party, await run(turn, formKey(turn, sent.actionId), sent)),
    );

  return {
    texts: [],
    actions: [
      actionRoute("deputy.list", z.unknown(), (turn) => list(turn)),
      actionRoute("deputy.seat", z.object({ party: id }), (turn, { party }) => opened(turn, party)),
      change("deputy.name", (turn, key, { party, member }) => service.name(turn, key, party, member)),
      change("deputy.remove", (turn, key, { party, deputy }) => service.remove(turn, key, party, deputy)),
      change("deputy.standIn", (turn, key, { party, deputy }) =>
        service.standIn(turn, key, "coordinating", party, deputy),
      ),
      change("deputy.end", (turn, key, { party }) => service.end(turn, key, "coordinating", party)),
    ],
  };
}
