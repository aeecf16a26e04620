/** What becomes of places and of the groups they belong to. Port; see places.repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Place } from "../turn/turn.ts";
import type { GroupPlace, Scope } from "./group-places.ts";

export type PlaceRepository = {
  /** A place as it was kept; null when it never was. */
  readonly stored: (
    conversationId: string,
  ) => Promise<{ readonly place: Place; readonly living: boolean } | null>;
  /** Places of a group: living ones first, channels before chats, then by name. */
  readonly placesOf: (groupId: string, tx?: Tx) => Promise<readonly GroupPlace[]>;

  /** Writes the way to a place and that it lives. A name that is not told stays. */
  readonly savePlace: (tx: Tx, place: Place, memberId: string | null) => Promise<void>;
  /** Takes a place out of a group. False if it does not belong to it. */
  readonly detach: (tx: Tx, conversationId: string, groupId: string) => Promise<boolean>;
  /** False, and nothing is written, if it is closed already or was never there. */
  readonly archive: (tx: Tx, groupId: string, now: Instant) => Promise<boolean>;
  /** False, and nothing is written, unless it was closed at `since`. */
  readonly reopen: (tx: Tx, groupId: string, since: Instant, now: Instant) => Promise<boolean>;

  /** Nothing can be sent there any more; ids of the groups that have lost their last place by this. */
  readonly close: (tx: Tx, scope: Scope, now: Instant, deleted: boolean) => Promise<readonly string[]>;
  /** Messages arrive there again. `deleted`: also where Teams had said so. How many came back. */
  readonly revive: (tx: Tx, scope: Scope, deleted: boolean) => Promise<number>;
  readonly rename: (tx: Tx, scope: Scope, name: string) => Promise<void>;
};
