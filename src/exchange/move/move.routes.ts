/** The button that moves a record, its form, and what the places of both groups are told. */
import { z } from "zod";
import type { WorkingGroup } from "../../forum/forum.ts";
import type { Recipient, Render } from "../../outbox/notice.ts";
import type { NewId } from "../../system/ids.ts";
import { button } from "../../turn/elements.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Beside } from "../cards.ts";
import type { Exchange } from "../exchange.ts";
import { ID, SEEN } from "../form.data.ts";
import type { ExchangeRepository } from "../repository.ts";
import { leftCard, moveCard, movedCard, NONE } from "./move.cards.ts";
import { MOVED, type MoveService } from "./move.service.ts";
import { refusals, texts } from "./move.texts.ts";
import type { MoveRefusal } from "./move.ts";

export type MoveRouteDeps = {
  readonly service: MoveService;
  readonly newId: NewId;
  /** Asks a guest for the organisation. */
  readonly introduceCard: () => Reply;
};

const MOVE = z.object({ action: ID, ...SEEN, group: z.string().max(100).default("") });

/** Another choice or another press helps: the form is drawn again. */
const AGAIN: readonly MoveRefusal[] = [
  "changedMeanwhile",
  "groupOnly",
  "sameGroup",
  "groupGone",
  "groupArchived",
  "notInGroup",
];

export function moveRoutes({ service, newId, introduceCard }: MoveRouteDeps): Routes {
  const refuse = (reason: MoveRefusal): Reply =>
    reason === "notMember" ? introduceCard() : refusal(refusals[reason]);

  async function form(turn: Turn, id: string, problem?: string): Promise<Reply> {
    const found = await service.open(turn, id);
    if (!found.ok) return refuse(found.reason);
    const view = { action: newId(), ...found.value, ...(problem ? { problem } : {}) };
    return card(moveCard(view), problem ?? texts.title(found.value.exchange.title));
  }

  async function move(turn: Turn, { action, id, revision, group }: z.output<typeof MOVE>): Promise<Reply> {
    const to = group === NONE ? null : group;
    const done = await service.move(turn, { action, id, revision, to });
    if (done.ok) return stored(card(movedCard(done.value), texts.done(done.value.title)));
    return AGAIN.includes(done.reason) ? form(turn, id, refusals[done.reason]) : refuse(done.reason);
  }

  return {
    texts: [],
    actions: [
      actionRoute("exchange.move", z.object(SEEN), (turn, { id }) => form(turn, id)),
      actionRoute("exchange.moveTo", MOVE, move),
    ],
  };
}

/** The button beside a record, for those who may move it and have somewhere to move it. */
export const besideMoving =
  ({ targets }: Pick<MoveService, "targets">) =>
  async (turn: Turn, exchange: Exchange): Promise<Beside> => {
    const { id, revision } = exchange;
    const there = turn.member ? await targets(turn, exchange) : [];
    return there.length > 0 ? { more: [button(texts.button, "exchange.move", { id, revision })] } : {};
  };

export type MoveNoticeDeps = {
  readonly repository: Pick<ExchangeRepository, "byId">;
  readonly mayReach: (to: Recipient, exchange: Exchange) => Promise<boolean>;
  /** The group whose place this is. */
  readonly groupOf: (conversationId: string) => Promise<WorkingGroup | null>;
};

const PAYLOAD = z.object({ from: z.string().nullable(), to: z.string().nullable() });

/** To the places of both groups, as long as the record is where it was moved to and the place is still theirs. */
export const moveNotices = (deps: MoveNoticeDeps): Readonly<Record<typeof MOVED, Render>> => ({
  [MOVED]: async ({ subject, payload, to: place }) => {
    const exchange = await deps.repository.byId(subject);
    if (!exchange || exchange.deletedAt !== null || !("conversation" in place)) return { drop: "gone" };
    const { from, to } = PAYLOAD.parse(payload);
    const { group } = exchange;
    if ((group?.id ?? null) !== to) return { drop: "superseded" };
    const here = (await deps.groupOf(place.conversation))?.id ?? null;
    if (here === null || (here !== from && here !== to)) return { drop: "notEntitled" };
    if (await deps.mayReach(place, exchange))
      return { send: card(movedCard(exchange), texts.told(exchange.title)) };
    // What is for the members of the other group only is not named here.
    return group ? { send: card(leftCard(group.name), texts.left(group.name)) } : { drop: "notEntitled" };
  },
});
