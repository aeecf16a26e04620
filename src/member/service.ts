/** Says to which organisation a person belongs. */
import type { Tx } from "../db/store.ts";
import type { Directory } from "../forum/directory.ts";
import type { PlaceUse, WorkingGroup } from "../forum/forum.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { Actor, Place, Turn } from "../turn/turn.ts";
import type { Member } from "./member.ts";
import type { MemberRepository } from "./repository.ts";

export type MemberRefusal = "organisationUnknown" | "holdsSeat";

export type MemberDeps = {
  readonly repository: MemberRepository;
  readonly directory: Directory;
  readonly newId: NewId;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly useOf: (conversationId: string, tx?: Tx) => Promise<PlaceUse>;
  /** The party whose seat this member holds, or null. */
  readonly seatOf: (memberId: string) => Promise<string | null>;
  readonly join: (tx: Tx, groupId: string, memberId: string, now: Instant) => Promise<void>;
  readonly savePlace: (tx: Tx, place: Place, memberId: string | null) => Promise<void>;
};

export type Introduced = {
  readonly member: Member;
  /** The group that the person now works in, when this was said in its channel. */
  readonly group: WorkingGroup | null;
};

export type MemberService = ReturnType<typeof memberService>;

export function memberService(deps: MemberDeps) {
  /** Inside a transaction of the caller: writes person and organisation. */
  const introduceIn = (tx: Tx, actor: Actor, organisation: string, now: Instant): Promise<Member> =>
    deps.repository.save(tx, deps.newId(), actor, organisation, now);

  return {
    introduceIn,

    /**
     * Stores the person, the way to reach him or her if this is the personal chat, and the membership
     * if this is a group's channel: one transaction. Saying the same again changes nothing.
     */
    async introduce(turn: Turn, organisation: string): Promise<Outcome<Introduced, MemberRefusal>> {
      if (!deps.directory.get(organisation)) return refused("organisationUnknown");
      const seat = turn.member ? await deps.seatOf(turn.member.id) : null;
      if (seat !== null && seat !== organisation) return refused("holdsSeat");
      return ok(
        await deps.write(async (tx) => {
          const member = await introduceIn(tx, turn.actor, organisation, turn.now);
          if (turn.place.kind === "personal") await deps.savePlace(tx, turn.place, member.id);
          const use = await deps.useOf(turn.place.conversationId, tx);
          const open = use.kind === "group" && use.group.archivedAt === undefined;
          if (open) await deps.join(tx, use.group.id, member.id, turn.now);
          return { member, group: open ? use.group : null };
        }),
      );
    },
  };
}
