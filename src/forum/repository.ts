/** What the Forum keeps: organisations, places, working groups. Port; see repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Place } from "../turn/turn.ts";
import type { GroupDraft, Organisation, PlaceUse, WorkingGroup } from "./forum.ts";
import type { PlaceRepository } from "./places.repository.ts";

export type ForumRepository = PlaceRepository & {
  /** Writes what differs from the list; removes nothing, because records hang on it. */
  readonly seed: (organisations: readonly Organisation[], forumName: string) => Promise<void>;
  /** Inside a transaction the three below are given `tx`, so that they see what it has written. */
  readonly useOf: (conversationId: string, tx?: Tx) => Promise<PlaceUse>;
  readonly groupById: (id: string, tx?: Tx) => Promise<WorkingGroup | null>;
  /** By name, alphabetically. */
  readonly groups: () => Promise<readonly WorkingGroup[]>;
  /** Conversation of the Forum's channel, if the coordinator has named one. */
  readonly forumChannel: (tx?: Tx) => Promise<string | null>;
  /** Organisation key of every member of the group. */
  readonly memberOrganisations: (groupId: string) => Promise<readonly string[]>;
  /** Last day of every organisation whose time has an end, by key; also of those that ended while the program ran. */
  readonly lastDays: () => Promise<ReadonlyMap<string, string>>;
  /** Ids of the groups a person is a member of. */
  readonly groupsOf: (memberId: string) => Promise<readonly string[]>;
  readonly isIn: (groupId: string, memberId: string) => Promise<boolean>;

  /** Names of the groups whose place this is, or is one of its team. */
  readonly groupNamesAt: (place: Place) => Promise<readonly string[]>;
  /** Whether Teams has said that the channel was deleted. */
  readonly deletedPlace: (tx: Tx, conversationId: string) => Promise<boolean>;
  readonly groupByName: (tx: Tx, nameKey: string) => Promise<string | null>;
  readonly createGroup: (tx: Tx, id: string, draft: GroupDraft, now: Instant) => Promise<void>;
  readonly changeGroup: (tx: Tx, id: string, draft: GroupDraft, now: Instant) => Promise<boolean>;
  readonly attach: (tx: Tx, conversationId: string, groupId: string) => Promise<boolean>;
  readonly makeForumChannel: (tx: Tx, conversationId: string) => Promise<void>;
  readonly join: (tx: Tx, groupId: string, memberId: string, now: Instant) => Promise<void>;
};
