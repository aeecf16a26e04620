/** Keeps messages from people who do not want them, at the moment in which they would be sent. */
import type { Tx } from "../../db/store.ts";
import type { Render } from "../../outbox/notice.ts";
import type { OptOutRepository } from "./repository.ts";
import { topicOf } from "./topics.ts";

/** Whether a member wants messages of a kind. True for every kind that cannot be switched off. */
export type IsWanted = (kind: string, memberId: string, tx?: Tx) => Promise<boolean>;

export const wantedBy =
  ({ off }: Pick<OptOutRepository, "off">): IsWanted =>
  async (kind, memberId, tx) => {
    const topic = topicOf(kind);
    return topic === null || !(await off(memberId, tx)).includes(topic);
  };

type Renderers = Readonly<Record<string, Render>>;

/** The same renderers, but a message to a member who has switched its topic off is dropped as `notEntitled`. */
export const respectingOptOut =
  (isWanted: IsWanted) =>
  (renderers: Renderers): Renderers => {
    const guarded = (kind: string, render: Render): Render => {
      if (topicOf(kind) === null) return render;
      return async (notice, now) => {
        const { to } = notice;
        if ("member" in to && !(await isWanted(kind, to.member))) return { drop: "notEntitled" };
        return render(notice, now);
      };
    };
    return Object.fromEntries(
      Object.entries(renderers).map(([kind, render]) => [kind, guarded(kind, render)]),
    );
  };
