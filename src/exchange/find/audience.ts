/** Who may see which records: some are for the members of their group only. */
import type { WorkingGroup } from "../../forum/forum.ts";
import type { Turn } from "../../turn/turn.ts";
import type { About } from "./rank.ts";

/** Groups whose own records may be shown. */
export type Audience = readonly string[] | "all";

export const isSeen = (about: Pick<About, "visibility" | "groupId">, seen: Audience): boolean =>
  about.visibility === "forum" || seen === "all" || (about.groupId !== null && seen.includes(about.groupId));

export type AudienceDeps = {
  /** Ids of the groups a person is a member of. */
  readonly groupsOf: (memberId: string) => Promise<readonly string[]>;
  /** The group whose place this is. */
  readonly groupOf: (conversationId: string) => Promise<WorkingGroup | null>;
};

/**
 * In a channel or group chat others read along: there only what its own group may see. In a personal chat what the
 * person may see; the coordinator everything.
 */
export const createAudience =
  ({ groupsOf, groupOf }: AudienceDeps) =>
  async (turn: Turn): Promise<{ readonly seen: Audience; readonly group: string | null }> => {
    const { kind, conversationId } = turn.place;
    if (kind !== "personal") {
      const group = await groupOf(conversationId);
      return { seen: group ? [group.id] : [], group: group?.id ?? null };
    }
    if (turn.coordinator) return { seen: "all", group: null };
    return { seen: turn.member ? await groupsOf(turn.member.id) : [], group: null };
  };
