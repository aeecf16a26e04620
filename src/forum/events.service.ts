/** What Teams tells of places: the bot removed, channels deleted, renamed, restored. Groups and records stay. */
import type { Tx } from "../db/store.ts";
import type { Notice } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import type { Acting } from "../turn/acting.ts";
import type { PlaceEvent } from "../turn/incoming.ts";
import type { Place } from "../turn/turn.ts";
import type { Scope } from "./group-places.ts";
import type { PlaceRepository } from "./places.repository.ts";

export const BARE = "forum.groupWithoutPlace";

export type EventDeps = Pick<Acting, "write" | "enqueue"> & {
  readonly repository: Pick<PlaceRepository, "close" | "revive" | "rename">;
  /** Member ids of those who coordinate. */
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
  /** Drops what is remembered of places. */
  readonly forget: () => void;
};

/** Who takes the bot out often puts it back at once: only after this the coordinators are told. */
const GRACE_MS = 5 * 60_000;

/** To every coordinator once; of use until the group has a place again. */
const bareNotices = (
  groups: readonly string[],
  coordinators: readonly string[],
  now: Instant,
  dueAt: Instant,
): readonly Notice[] =>
  groups.flatMap((group) =>
    coordinators.map((member) => ({
      key: `${BARE}|${group}|${now}|${member}`,
      kind: BARE,
      subject: group,
      to: { member },
      dueAt,
      expiresAt: null,
    })),
  );

export function placeEvents(deps: EventDeps) {
  const { repository, write } = deps;

  async function close(scope: Scope, now: Instant, deleted: boolean, dueAt: Instant): Promise<void> {
    deps.forget();
    await write(async (tx) => {
      const bare = await repository.close(tx, scope, now, deleted);
      if (bare.length > 0) await deps.enqueue(tx, bareNotices(bare, await deps.coordinators(tx), now, dueAt));
    });
    deps.forget();
  }

  return {
    /** The bot was removed: nothing is sent there until it is added again. Out of a team it is gone everywhere in it. */
    left({ tenantId, conversationId, teamId, apart }: Place, now: Instant): Promise<void> {
      const scope = teamId && !apart ? { tenantId, teamId } : { tenantId, conversationId };
      return close(scope, now, false, now + GRACE_MS);
    },

    /** Something happened to a channel or to a whole team. Places that nobody knows here stay unknown. */
    async happened(place: Place, { what, of, name }: PlaceEvent, now: Instant): Promise<void> {
      const scope: Scope = { tenantId: place.tenantId, ...of };
      if (what === "deleted" || what === "closed") return close(scope, now, what === "deleted", now);
      await write(async (tx) => {
        if (what !== "renamed") await repository.revive(tx, scope, what === "restored");
        if (name !== undefined && "conversationId" in scope) await repository.rename(tx, scope, name);
      });
      deps.forget();
    },
  };
}
