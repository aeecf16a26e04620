/** Who may see which records: some are for the members of their group only. */
import type { WorkingGroup } from "../../forum/forum.ts";
import type { Recipient } from "../../outbox/notice.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Exchange } from "../exchange.ts";
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
  /** Member ids of those who coordinate. */
  readonly coordinators: () => Promise<readonly string[]>;
};

type Placed = Pick<Exchange, "visibility" | "group" | "recordedBy">;

export const isSeenBy = ({ visibility, group }: Placed, seen: Audience): boolean =>
  isSeen({ visibility, groupId: group?.id ?? null }, seen);

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

/**
 * Whether a message about a record may be delivered there, asked when it is delivered: in a channel or group chat only
 * what its own group may see, to a person what he or she may see in the personal chat.
 */
export const createReach =
  ({ groupsOf, groupOf, coordinators }: AudienceDeps) =>
  async (to: Recipient, exchange: Placed): Promise<boolean> => {
    if (exchange.visibility === "forum") return true;
    if ("conversation" in to) {
      const group = await groupOf(to.conversation);
      return isSeenBy(exchange, group ? [group.id] : []);
    }
    if (to.member === exchange.recordedBy.id) return true;
    return isSeenBy(exchange, await groupsOf(to.member)) || (await coordinators()).includes(to.member);
  };
