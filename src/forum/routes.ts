/** `gruppe`: show the group of this place, register the place, join, change. */
import { z } from "zod";
import { may, rolesOf } from "../member/rights.ts";
import type { Render } from "../outbox/notice.ts";
import type { NewId } from "../system/ids.ts";
import { commandWord } from "../turn/grammar.ts";
import { card, type Reply, refusal, stored, text } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import { changeCard, forumCard, groupCard, groupsCard, registerCard, registeredCard } from "./cards.ts";
import { careRoutes } from "./care.routes.ts";
import type { CareService } from "./care.service.ts";
import type { GroupDraft, GroupRefusal, PlaceUse, WorkingGroup } from "./forum.ts";
import type { ForumRepository } from "./repository.ts";
import type { ForumService, Registration } from "./service.ts";
import { refusals, texts } from "./texts.ts";

export type ForumRouteDeps = {
  readonly service: ForumService;
  readonly care: CareService;
  readonly repository: ForumRepository;
  readonly newId: NewId;
  /** Asks a person without an organisation for it. */
  readonly askForOrganisation: (problem: string) => Reply;
};

// What is too long is refused by the rules with a sentence; these limits only keep out what no form sends.
const line = z.string().max(5000).default("");
const draft = z.object({ name: line, topic: line, purpose: line, contact: line });
const actionId = z.string().min(1).max(100);
const groupId = z.string().min(1).max(100);
const registration = draft.extend({ actionId, use: z.string().min(1).max(100) });
const change = draft.extend({ actionId, groupId });

const draftOf = ({ name, topic, purpose, contact }: z.output<typeof draft>): GroupDraft => ({
  name,
  topic,
  purpose,
  contact,
});

const wantedOf = (use: string, entered: GroupDraft): Registration => {
  if (use === "new") return { use: "new", draft: entered };
  return use === "forum" ? { use: "forum" } : { use: "existing", groupId: use };
};

const mayRegister = (turn: Turn): boolean => may(rolesOf(turn), "group.register");

export function forumRoutes(deps: ForumRouteDeps): Routes {
  const { service, newId } = deps;

  /** Groups that another place can be registered for. */
  const openGroups = async () =>
    (await service.groups()).filter(({ archivedAt }) => archivedAt === undefined);

  async function shownGroup(turn: Turn, group: WorkingGroup): Promise<Reply> {
    const view = await service.view(group, turn);
    return card(groupCard(view, mayRegister(turn)), texts.groupTitle(group.name));
  }

  async function shown(turn: Turn, use: PlaceUse): Promise<Reply> {
    if (use.kind === "forum") return card(forumCard(), texts.forumTitle);
    return use.kind === "none" ? text(texts.unregistered) : shownGroup(turn, use.group);
  }

  async function listed(): Promise<Reply> {
    const groups = await service.groups();
    return groups.length === 0 ? text(texts.personalNone) : card(groupsCard(groups), texts.personalTitle);
  }

  async function here(turn: Turn): Promise<Reply> {
    if (turn.place.kind === "personal") return listed();
    const use = await service.useOf(turn.place.conversationId);
    if (use.kind !== "none" || !mayRegister(turn)) return shown(turn, use);
    const groups = await openGroups();
    return card(registerCard({ actionId: newId(), groups }), texts.registerTitle);
  }

  async function register(turn: Turn, data: z.output<typeof registration>): Promise<Reply> {
    const entered = { use: data.use, draft: draftOf(data) };
    const done = await service.register(
      turn,
      formKey(turn, data.actionId),
      wantedOf(data.use, entered.draft),
    );
    if (done.ok) return stored(await shown(turn, done.value));
    if (isFinal(done.reason)) return refusal(refusals[done.reason]);
    const groups = await openGroups();
    const view = { actionId: newId(), groups, entered, problem: refusals[done.reason] };
    return card(registerCard(view), view.problem);
  }

  async function edit(turn: Turn, id: string): Promise<Reply> {
    if (!mayRegister(turn)) return refusal(refusals.notCoordinator);
    const group = await deps.repository.groupById(id);
    if (!group) return refusal(refusals.groupGone);
    return card(changeCard({ actionId: newId(), groupId: id, draft: group }), texts.changeTitle);
  }

  async function changed(turn: Turn, data: z.output<typeof change>): Promise<Reply> {
    const entered = draftOf(data);
    const done = await service.change(turn, formKey(turn, data.actionId), data.groupId, entered);
    if (done.ok) return stored(await shown(turn, { kind: "group", group: done.value }));
    if (isFinal(done.reason)) return refusal(refusals[done.reason]);
    const problem = refusals[done.reason];
    return card(changeCard({ actionId: newId(), groupId: data.groupId, draft: entered, problem }), problem);
  }

  async function join(turn: Turn, id: string): Promise<Reply> {
    const done = await service.join(turn, id);
    if (!done.ok && done.reason === "notMember") return deps.askForOrganisation(refusals.notMember);
    if (!done.ok) return refusal(refusals[done.reason]);
    const view = card(groupCard(done.value, mayRegister(turn)), texts.groupTitle(done.value.group.name));
    return stored(view);
  }

  return {
    texts: [textRoute("gruppe", (typed) => (commandWord(typed) === "gruppe" ? true : undefined), here)],
    actions: [
      actionRoute("group.show", z.object({}), here),
      actionRoute("group.register", registration, register),
      actionRoute("group.edit", z.object({ groupId }), (turn, data) => edit(turn, data.groupId)),
      actionRoute("group.change", change, changed),
      ...careRoutes({ ...deps, shown: shownGroup }),
      actionRoute("group.join", z.object({ groupId }), (turn, data) => join(turn, data.groupId)),
    ],
  };
}

/** Entering something else would not help. */
const isFinal = (reason: GroupRefusal): boolean =>
  reason === "notCoordinator" ||
  reason === "notInPersonalChat" ||
  reason === "placeTaken" ||
  reason === "groupArchived" ||
  reason === "groupGone";

/** The notice of a registration, in the words of the moment of delivery. */
export const renderRegistered =
  (groupById: (id: string) => Promise<WorkingGroup | null>): Render =>
  async (notice) => {
    const group = await groupById(notice.subject);
    if (!group) return { drop: "gone" };
    const payload = notice.payload as { elsewhere?: unknown } | undefined;
    const elsewhere = payload?.elsewhere === true;
    const summary = elsewhere ? texts.registeredElsewhere(group.name) : texts.registeredHere(group.name);
    return { send: card(registeredCard(group, elsewhere), summary) };
  };
