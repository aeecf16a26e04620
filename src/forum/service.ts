/** Use cases of groups and places: load, decide, save, tell. */
import { berlinDate } from "../calendar/zones.ts";
import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Notice } from "../outbox/notice.ts";
import type { NewId } from "../system/ids.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Acting } from "../turn/acting.ts";
import type { Turn } from "../turn/turn.ts";
import type { Directory } from "./directory.ts";
import {
  type Attendance,
  attendance,
  checkGroup,
  type GroupDraft,
  type GroupRefusal,
  groupKey,
  type PlaceUse,
  type WorkingGroup,
} from "./forum.ts";
import type { GroupPlace } from "./group-places.ts";
import type { ForumRepository } from "./repository.ts";

export type ForumDeps = Acting & {
  readonly repository: ForumRepository;
  readonly directory: Directory;
  readonly newId: NewId;
};

/** What the form asks for: a new group, the Forum's channel, or a further place of an existing group. */
export type Registration =
  | { readonly use: "new"; readonly draft: GroupDraft }
  | { readonly use: "forum" }
  | { readonly use: "existing"; readonly groupId: string };

export type GroupView = {
  readonly group: WorkingGroup;
  readonly attendance: Attendance;
  /** The person who looks is a member of the group. */
  readonly joined: boolean;
  readonly places: readonly GroupPlace[];
  /** Conversation in which it is looked at. */
  readonly here: string;
};

type Refuse = (reason: GroupRefusal) => never;

const DAY = 86_400_000;

export type ForumService = ReturnType<typeof forumService>;

export function forumService(deps: ForumDeps) {
  const { repository, directory, newId } = deps;

  async function view(group: WorkingGroup, turn: Turn): Promise<GroupView> {
    const keys = await repository.memberOrganisations(group.id);
    const joined = turn.member !== null && (await repository.isIn(group.id, turn.member.id));
    const places = await repository.placesOf(group.id);
    // The list the program came with knows nothing of a party that has left since.
    const lastDays = await repository.lastDays();
    const known = directory.all.map((one) => ({ ...one, validTo: lastDays.get(one.key) ?? one.validTo }));
    const seen = attendance(known, keys, berlinDate(turn.now));
    return { group, attendance: seen, joined, places, here: turn.place.conversationId };
  }

  /** Tells the place itself, and the Forum's channel of a new group. */
  async function tell(tx: Tx, turn: Turn, groupId: string, isNew: boolean): Promise<void> {
    // A place may be taken out of its group and registered again: each time it is told once.
    const once = newId();
    const common = {
      kind: "forum.groupRegistered",
      subject: groupId,
      dueAt: turn.now,
      expiresAt: turn.now + DAY,
    };
    const here = turn.place.conversationId;
    const notices: Notice[] = [
      { ...common, key: `forum.groupRegistered|${once}|${here}`, to: { conversation: here } },
    ];
    const forumChannel = isNew ? await repository.forumChannel(tx) : null;
    if (forumChannel && forumChannel !== here)
      notices.push({
        ...common,
        key: `forum.groupRegistered|${once}|${forumChannel}`,
        to: { conversation: forumChannel },
        payload: { elsewhere: true },
      });
    await deps.enqueue(tx, notices);
  }

  async function makeForum(tx: Tx, here: string, refuse: Refuse): Promise<string> {
    const elsewhere = await repository.forumChannel(tx);
    const taken = elsewhere !== null && elsewhere !== here;
    // A channel that was deleted in Teams makes room for another one.
    if (taken && !(await repository.deletedPlace(tx, elsewhere))) refuse("forumElsewhere");
    await repository.makeForumChannel(tx, here);
    return "forum";
  }

  async function registerIn(tx: Tx, turn: Turn, wanted: Registration, refuse: Refuse): Promise<string> {
    const here = turn.place.conversationId;
    const use = await repository.useOf(here, tx);
    if (use.kind !== "none") refuse("placeTaken");
    await repository.savePlace(tx, turn.place, null);
    if (wanted.use === "forum") return makeForum(tx, here, refuse);
    const groupId = wanted.use === "new" ? await createGroup(tx, turn, wanted.draft, refuse) : wanted.groupId;
    const group = await repository.groupById(groupId, tx);
    if (!group) return refuse("groupGone");
    if (group.archivedAt !== undefined) refuse("groupArchived");
    if (!(await repository.attach(tx, here, groupId))) refuse("placeTaken");
    await tell(tx, turn, groupId, wanted.use === "new");
    return groupId;
  }

  async function createGroup(tx: Tx, turn: Turn, draft: GroupDraft, refuse: Refuse): Promise<string> {
    if (await repository.groupByName(tx, groupKey(draft.name))) refuse("nameTaken");
    const id = newId();
    await repository.createGroup(tx, id, draft, turn.now);
    return id;
  }

  return {
    /** What the place of the turn is for. */
    useOf: (conversationId: string): Promise<PlaceUse> => repository.useOf(conversationId),
    groups: () => repository.groups(),
    view,

    /** Gives the place a use. The same key a second time changes nothing and answers as before. */
    async register(turn: Turn, key: string, wanted: Registration): Promise<Outcome<PlaceUse, GroupRefusal>> {
      if (!may(rolesOf(turn), "group.register")) return refused("notCoordinator");
      if (turn.place.kind === "personal") return refused("notInPersonalChat");
      let checked = wanted;
      if (wanted.use === "new") {
        const draft = checkGroup(wanted.draft);
        if (!draft.ok) return draft;
        checked = { use: "new", draft: draft.value };
      }
      const done = await orRefuse<GroupRefusal, unknown>((refuse) =>
        deps.write((tx) =>
          deps.applyOnce(tx, key, "group.register", turn.now, () => registerIn(tx, turn, checked, refuse)),
        ),
      );
      return done.ok ? ok(await repository.useOf(turn.place.conversationId)) : done;
    },

    /** Changes name, topic, purpose or contact of a group. */
    async change(
      turn: Turn,
      key: string,
      groupId: string,
      draft: GroupDraft,
    ): Promise<Outcome<WorkingGroup, GroupRefusal>> {
      if (!may(rolesOf(turn), "group.register")) return refused("notCoordinator");
      const checked = checkGroup(draft);
      if (!checked.ok) return checked;
      const changed = await orRefuse<GroupRefusal, unknown>((refuse) =>
        deps.write((tx) =>
          deps.applyOnce(tx, key, "group.change", turn.now, async () => {
            const holder = await repository.groupByName(tx, groupKey(checked.value.name));
            if (holder !== null && holder !== groupId) refuse("nameTaken");
            if (!(await repository.changeGroup(tx, groupId, checked.value, turn.now))) refuse("groupGone");
            return groupId;
          }),
        ),
      );
      if (!changed.ok) return changed;
      const group = await repository.groupById(groupId);
      return group ? ok(group) : refused("groupGone");
    },

    /** Makes the person a member of the group; doing it twice changes nothing. */
    async join(turn: Turn, groupId: string): Promise<Outcome<GroupView, GroupRefusal>> {
      const { member } = turn;
      if (!member || !may(rolesOf(turn), "group.join")) return refused("notMember");
      const group = await repository.groupById(groupId);
      if (!group) return refused("groupGone");
      if (group.archivedAt !== undefined) return refused("groupArchived");
      await deps.write((tx) => repository.join(tx, groupId, member.id, turn.now));
      return ok(await view(group, turn));
    },
  };
}
