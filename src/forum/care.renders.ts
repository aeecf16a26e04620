/** Renders what is told of groups and their places, from what is true when it is sent. */
import type { Notice, Render, Rendered } from "../outbox/notice.ts";
import { card } from "../turn/reply.ts";
import { bareCard, toldCard } from "./care.cards.ts";
import { CARE, type CareKind } from "./care.service.ts";
import { texts } from "./care.texts.ts";
import { BARE } from "./events.service.ts";
import type { PlaceUse, WorkingGroup } from "./forum.ts";
import type { ForumRepository } from "./repository.ts";

export type CareRenderDeps = {
  readonly repository: Pick<ForumRepository, "groupById" | "useOf" | "placesOf">;
  readonly coordinators: () => Promise<readonly string[]>;
};

type Words = Parameters<typeof toldCard>[1];

export function careRenders(deps: CareRenderDeps): Readonly<Record<CareKind | typeof BARE, Render>> {
  const { repository } = deps;

  /** To a place, as long as `holds` says that it is still so. */
  const toPlace =
    (words: Words, holds: (group: WorkingGroup, use: PlaceUse) => boolean): Render =>
    async ({ subject, to }: Notice): Promise<Rendered> => {
      const group = await repository.groupById(subject);
      if (!group || !("conversation" in to)) return { drop: "gone" };
      if (!holds(group, await repository.useOf(to.conversation))) return { drop: "superseded" };
      return { send: card(toldCard(group, words), words.told(group.name)) };
    };

  const belongs = (group: WorkingGroup, use: PlaceUse): boolean =>
    use.kind === "group" && use.group.id === group.id;

  return {
    [CARE.released]: toPlace(texts.detach, (group, use) => !belongs(group, use)),
    [CARE.closed]: toPlace(
      texts.archive,
      (group, use) => belongs(group, use) && group.archivedAt !== undefined,
    ),
    [CARE.reopened]: toPlace(
      texts.reopen,
      (group, use) => belongs(group, use) && group.archivedAt === undefined,
    ),
    [BARE]: async ({ subject, to }) => {
      if (!("member" in to) || !(await deps.coordinators()).includes(to.member))
        return { drop: "notEntitled" };
      const group = await repository.groupById(subject);
      if (!group) return { drop: "gone" };
      const places = await repository.placesOf(subject);
      if (group.archivedAt !== undefined || places.some(({ living }) => living))
        return { drop: "superseded" };
      return { send: card(bareCard(group, places), texts.bare.title(group.name)) };
    },
  };
}
