/** Use cases of a group's places and of its end: take a channel out, close the group, open it again. */
import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Notice } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Acting } from "../turn/acting.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import type { GroupRefusal, WorkingGroup } from "./forum.ts";
import type { ForumRepository } from "./repository.ts";

export const CARE = {
  /** To a place that was taken out of its group. */
  released: "forum.placeReleased",
  /** To all places of a group that was closed or opened again. */
  closed: "forum.groupClosed",
  reopened: "forum.groupReopened",
} as const;
export type CareKind = (typeof CARE)[keyof typeof CARE];

export type CareDeps = Acting & { readonly repository: ForumRepository };

const DAY = 86_400_000;

type Act = "group.detach" | "group.archive" | "group.reopen";
type Refuse = (reason: GroupRefusal) => never;

const toPlace = (kind: CareKind, subject: string, conversation: string, now: Instant): Notice => ({
  key: `${kind}|${subject}|${now}|${conversation}`,
  kind,
  subject,
  to: { conversation },
  dueAt: now,
  expiresAt: now + DAY,
});

export type CareService = ReturnType<typeof careService>;

export function careService(deps: CareDeps) {
  const { repository } = deps;

  /** Checks the right, applies once and answers with the group as it is then. */
  async function caring(
    turn: Turn,
    act: Act,
    key: string,
    groupId: string,
    step: (tx: Tx, refuse: Refuse) => Promise<void>,
  ): Promise<Outcome<WorkingGroup, GroupRefusal>> {
    if (!may(rolesOf(turn), act)) return refused("notCoordinator");
    const done = await orRefuse<GroupRefusal, WorkingGroup>(async (refuse) => {
      await deps.write((tx) =>
        deps.applyOnce(tx, key, act, turn.now, async () => {
          if (!(await repository.groupById(groupId, tx))) refuse("groupGone");
          await step(tx, refuse);
          return groupId;
        }),
      );
      return (await repository.groupById(groupId)) ?? refuse("groupGone");
    });
    return done.ok ? ok(done.value) : done;
  }

  async function tellPlaces(tx: Tx, kind: CareKind, groupId: string, now: Instant): Promise<void> {
    const living = (await repository.placesOf(groupId, tx)).filter((one) => one.living);
    await deps.enqueue(
      tx,
      living.map(({ conversationId }) => toPlace(kind, groupId, conversationId, now)),
    );
  }

  return {
    /** Takes a place out of its group. Records and members stay with the group; the place is told. */
    detach: (turn: Turn, actionId: string, groupId: string, conversationId: string) =>
      caring(turn, "group.detach", formKey(turn, actionId), groupId, async (tx, refuse) => {
        const place = (await repository.placesOf(groupId, tx)).find(
          (one) => one.conversationId === conversationId,
        );
        if (!place || !(await repository.detach(tx, conversationId, groupId))) return refuse("placeGone");
        if (place.living) await deps.enqueue(tx, [toPlace(CARE.released, groupId, conversationId, turn.now)]);
      }),

    /** Ends the work of a group. Closed twice it is closed once; its places are told. */
    archive: (turn: Turn, actionId: string, groupId: string) =>
      caring(turn, "group.archive", formKey(turn, actionId), groupId, async (tx) => {
        if (await repository.archive(tx, groupId, turn.now))
          await tellPlaces(tx, CARE.closed, groupId, turn.now);
      }),

    /** Opens a group again that was closed at `since`; a card from before a later close does nothing. */
    reopen: (turn: Turn, groupId: string, since: Instant) =>
      caring(turn, "group.reopen", formKey(turn, `reopen:${groupId}:${since}`), groupId, async (tx) => {
        if (await repository.reopen(tx, groupId, since, turn.now))
          await tellPlaces(tx, CARE.reopened, groupId, turn.now);
      }),
  };
}
