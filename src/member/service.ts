/** Says to which organisation a person belongs: asked first, with the privacy notice, and stored when confirmed. */
import type { Tx } from "../db/store.ts";
import type { Directory } from "../forum/directory.ts";
import type { PlaceUse, WorkingGroup } from "../forum/forum.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Actor, Place, Turn } from "../turn/turn.ts";
import type { Member } from "./member.ts";
import type { Known, MemberRepository } from "./repository.ts";

export type MemberRefusal = "organisationUnknown" | "holdsSeat";
/** What somebody on the coordination's list is to the seat of the organisation. */
export type SeatPart = "delegate" | "deputy";

export type MemberDeps = {
  readonly repository: MemberRepository;
  readonly directory: Directory;
  readonly newId: NewId;
  /** Of the privacy notice that is shown now. */
  readonly noticeVersion: string;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly useOf: (conversationId: string, tx?: Tx) => Promise<PlaceUse>;
  /** The party whose seat this member holds or may hold as a deputy; null: none. */
  readonly seatOf: (memberId: string, tx?: Tx) => Promise<string | null>;
  readonly partOf: (memberId: string) => Promise<SeatPart | null>;
  readonly join: (tx: Tx, groupId: string, memberId: string, now: Instant) => Promise<void>;
  readonly savePlace: (tx: Tx, place: Place, memberId: string | null) => Promise<void>;
};

type Done = {
  readonly kind: "done";
  readonly member: Member;
  /** The group that the person now works in, when this was said in its channel. */
  readonly group: WorkingGroup | null;
};

/** Nothing was stored: what the card must show before. */
type Again = { readonly kind: "again"; readonly proposed: Proposed; readonly newNotice: boolean };

/** What is asked before anything is stored. */
export type Proposed = {
  readonly kind: "confirm";
  /** Key of the organisation to confirm. */
  readonly organisation: string;
  /** What the coordination's list says of somebody who has not confirmed it; null: it says nothing. */
  readonly listed: { readonly organisation: string; readonly part: SeatPart | null } | null;
  /** The open group of this place, in which the person works as well then. */
  readonly group: WorkingGroup | null;
};

/** Who says it and where: a turn, or the arrival of the bot in somebody's chat. */
type Saying = Pick<Turn, "actor" | "place">;

export type Pressed = {
  readonly organisation: string;
  /** Of the notice that stood on the card; absent on cards from before there was one. */
  readonly notice?: string | undefined;
  /** From the card that shows what is to be confirmed, not from the mere list. */
  readonly confirmed?: true | undefined;
};

export type MemberService = ReturnType<typeof memberService>;

export function memberService(deps: MemberDeps) {
  const { repository, noticeVersion } = deps;

  /** Inside a transaction of the caller: writes person and organisation, after the notice was shown. */
  const introduceIn = (tx: Tx, actor: Actor, organisation: string, now: Instant): Promise<Member> =>
    repository.save(tx, deps.newId, { actor, organisation, noticeVersion, now });

  const knownOf = ({ tenantId, aadObjectId }: Actor, tx?: Tx): Promise<Known | null> =>
    repository.lookUp(tenantId, aadObjectId, tx);

  /** A seat belongs to its party: whoever has one goes to another organisation only after giving it up. */
  async function isBound(known: Known | null, organisation: string, tx?: Tx): Promise<boolean> {
    const seat = known ? await deps.seatOf(known.member.id, tx) : null;
    return seat !== null && seat !== organisation;
  }

  async function openGroupAt({ conversationId }: Place, tx?: Tx): Promise<WorkingGroup | null> {
    const use = await deps.useOf(conversationId, tx);
    return use.kind === "group" && use.group.archivedAt === undefined ? use.group : null;
  }

  async function listedAs(known: Known | null): Promise<Proposed["listed"]> {
    if (known?.standing !== "listed") return null;
    const { id, organisation } = known.member;
    return { organisation, part: await deps.partOf(id) };
  }

  async function store(turn: Turn, organisation: string): Promise<Outcome<Done, MemberRefusal>> {
    return orRefuse<MemberRefusal, Done>((refuse) =>
      deps.write(async (tx) => {
        if (await isBound(await knownOf(turn.actor, tx), organisation, tx)) return refuse("holdsSeat");
        const member = await introduceIn(tx, turn.actor, organisation, turn.now);
        if (turn.place.kind === "personal") await deps.savePlace(tx, turn.place, member.id);
        const group = await openGroupAt(turn.place, tx);
        if (group) await deps.join(tx, group.id, member.id, turn.now);
        return { kind: "done", member, group };
      }),
    );
  }

  async function propose(
    { actor, place }: Saying,
    organisation: string,
  ): Promise<Outcome<Proposed, MemberRefusal>> {
    if (!deps.directory.get(organisation)) return refused("organisationUnknown");
    const known = await knownOf(actor);
    if (await isBound(known, organisation)) return refused("holdsSeat");
    const [listed, group] = await Promise.all([listedAs(known), openGroupAt(place)]);
    return ok({ kind: "confirm", organisation, listed, group });
  }

  /** Whether the person has said the same before and has read the notice that is shown now. */
  async function isSaidBefore({ actor }: Saying, organisation: string): Promise<boolean> {
    const known = await knownOf(actor);
    const same = known?.standing === "active" && known.member.organisation === organisation;
    return same && known.noticeVersion === noticeVersion;
  }

  return {
    introduceIn,

    /** There is no row of this person: neither a member, nor one who has left, nor one on the list. */
    isStranger: async (actor: Actor): Promise<boolean> => (await knownOf(actor)) === null,

    /** What the coordination's list says of somebody who has not confirmed it yet; null for everybody else. */
    async askListed({ actor, place }: Saying): Promise<Proposed | null> {
      const listed = await listedAs(await knownOf(actor));
      if (!listed) return null;
      const { organisation } = listed;
      return { kind: "confirm", organisation, listed, group: await openGroupAt(place) };
    },

    /** Typed. Asks before it stores; said once more by a member it only joins the group of the place. */
    async say(turn: Turn, organisation: string): Promise<Outcome<Proposed | Done, MemberRefusal>> {
      return (await isSaidBefore(turn, organisation))
        ? store(turn, organisation)
        : propose(turn, organisation);
    },

    /**
     * Pressed. Stores the person and that the notice was shown, the way to reach him or her if this is the personal
     * chat, and the membership if this is a group's channel: one transaction. Pressed again it changes nothing. From
     * a card with another notice, or from the mere list by somebody on the coordination's list, it only asks.
     */
    async introduce(turn: Turn, pressed: Pressed): Promise<Outcome<Done | Again, MemberRefusal>> {
      const proposed = await propose(turn, pressed.organisation);
      if (!proposed.ok) return proposed;
      const newNotice = pressed.notice !== noticeVersion;
      const unseen = proposed.value.listed !== null && !pressed.confirmed;
      if (newNotice || unseen) return ok({ kind: "again", proposed: proposed.value, newNotice });
      return store(turn, pressed.organisation);
    },
  };
}
