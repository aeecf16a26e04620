/** Buttons of a group: its places, its end, its new beginning. */
import { z } from "zod";
import { may, rolesOf } from "../member/rights.ts";
import type { NewId } from "../system/ids.ts";
import { card, type Reply, refusal, stored } from "../turn/reply.ts";
import { type ActionRoute, actionRoute } from "../turn/route.ts";
import type { Turn } from "../turn/turn.ts";
import { archiveCard, detachCard, detachedCard, namesOf } from "./care.cards.ts";
import type { CareService } from "./care.service.ts";
import { texts } from "./care.texts.ts";
import type { GroupRefusal, WorkingGroup } from "./forum.ts";
import type { ForumRepository } from "./repository.ts";
import { refusals } from "./texts.ts";

export type CareRouteDeps = {
  readonly care: CareService;
  readonly newId: NewId;
  readonly repository: Pick<ForumRepository, "groupById" | "placesOf">;
  /** The group as everybody sees it. */
  readonly shown: (turn: Turn, group: WorkingGroup) => Promise<Reply>;
};

const ID = z.string().min(1).max(100);
const GROUP = z.object({ groupId: ID });
const FORM = GROUP.extend({ actionId: ID });
const DETACH = FORM.extend({ place: z.string().max(1000).default("") });
const REOPEN = GROUP.extend({ since: z.number().int() });

const refuse = (reason: GroupRefusal): Reply => refusal(refusals[reason]);

export function careRoutes(deps: CareRouteDeps): readonly ActionRoute[] {
  const { care, repository, newId } = deps;

  /** A form of the coordinator about a group. */
  async function asks(
    turn: Turn,
    act: "group.detach" | "group.archive",
    groupId: string,
    draw: (group: WorkingGroup) => Promise<Reply>,
  ): Promise<Reply> {
    if (!may(rolesOf(turn), act)) return refuse("notCoordinator");
    const group = await repository.groupById(groupId);
    return group ? draw(group) : refuse("groupGone");
  }

  const detachForm = (turn: Turn, groupId: string) =>
    asks(turn, "group.detach", groupId, async (group) => {
      const places = await repository.placesOf(groupId);
      if (places.length === 0) return refuse("placeGone");
      const view = { actionId: newId(), group, places, here: turn.place.conversationId };
      return card(detachCard(view), texts.detach.title(group.name));
    });

  async function detach(turn: Turn, data: z.output<typeof DETACH>): Promise<Reply> {
    const { groupId, actionId, place } = data;
    const before = namesOf(await repository.placesOf(groupId));
    const done = await care.detach(turn, actionId, groupId, place);
    if (!done.ok) return refuse(done.reason);
    const name = before.find((one) => one.conversationId === place)?.called ?? texts.places.unnamed;
    const last = (await repository.placesOf(groupId)).every(({ living }) => !living);
    return stored(card(detachedCard(done.value, name, last), texts.detach.done(name, done.value.name)));
  }

  async function after(turn: Turn, doing: ReturnType<CareService["archive"]>): Promise<Reply> {
    const done = await doing;
    return done.ok ? stored(await deps.shown(turn, done.value)) : refuse(done.reason);
  }

  return [
    actionRoute("group.open", GROUP, async (turn, { groupId }) => {
      const group = await repository.groupById(groupId);
      return group ? deps.shown(turn, group) : refuse("groupGone");
    }),
    actionRoute("group.detachForm", GROUP, (turn, { groupId }) => detachForm(turn, groupId)),
    actionRoute("group.detach", DETACH, detach),
    actionRoute("group.archiveForm", GROUP, (turn, { groupId }) =>
      asks(turn, "group.archive", groupId, async (group) =>
        card(archiveCard(group, newId()), texts.archive.title(group.name)),
      ),
    ),
    actionRoute("group.archive", FORM, (turn, { actionId, groupId }) =>
      after(turn, care.archive(turn, actionId, groupId)),
    ),
    actionRoute("group.reopen", REOPEN, (turn, { groupId, since }) =>
      after(turn, care.reopen(turn, groupId, since)),
    ),
  ];
}
