/** Who the members are. Port; see repository.prisma.ts. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import type { Actor } from "../turn/turn.ts";
import type { Member } from "./member.ts";

/**
 * `active`: a member. `listed`: entered by the coordination, has not confirmed yet and counts as a guest.
 * `left`: has left, is a guest until he or she introduces himself or herself again.
 */
export type Standing = "active" | "listed" | "left";

export type Known = {
  readonly member: Member;
  readonly standing: Standing;
  /** Of the privacy notice that was shown last; null: none yet. */
  readonly noticeVersion: string | null;
};

/** What somebody says of himself or herself after having read the notice. */
export type Introduction = {
  readonly actor: Actor;
  readonly organisation: string;
  readonly noticeVersion: string;
  readonly now: Instant;
};

export type MemberRepository = {
  /** Members only: nobody who has left, nobody from the coordination's list who has not confirmed. */
  readonly find: (tenantId: string, aadObjectId: string, tx?: Tx) => Promise<Member | null>;
  /** Everybody of whom there is a row. */
  readonly lookUp: (tenantId: string, aadObjectId: string, tx?: Tx) => Promise<Known | null>;
  /**
   * Writes person, organisation and the notice that was shown. Somebody already known keeps id and seat; who had
   * left is back. What differs from before is written down (MemberChange). Of two at once the second sees the first.
   */
  readonly save: (tx: Tx, newId: NewId, said: Introduction) => Promise<Member>;
};
