import { germanDate } from "../calendar/zones.ts";
import {
  type Action,
  button,
  cardOf,
  choice,
  exit,
  field,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { placeLines } from "./care.cards.ts";
import { texts as care } from "./care.texts.ts";
import { GROUP_LIMITS, type GroupDraft, type WorkingGroup } from "./forum.ts";
import type { GroupView } from "./service.ts";
import { texts } from "./texts.ts";

const emptyDraft: GroupDraft = { name: "", topic: "", purpose: "", contact: "" };

function draftFields(draft: GroupDraft) {
  const text = (key: keyof GroupDraft, label: string, placeholder: string) =>
    field(key, label, {
      placeholder,
      maxLength: GROUP_LIMITS[key],
      ...(draft[key] === "" ? {} : { value: draft[key] }),
    });
  return [
    text("name", texts.name, texts.nameExample),
    text("topic", texts.topic, texts.topicExample),
    { ...text("purpose", texts.purpose, texts.purposeExample), isMultiline: true },
    text("contact", texts.contact, texts.contactExample),
  ];
}

export type RegisterView = {
  readonly actionId: string;
  readonly groups: readonly WorkingGroup[];
  /** What was entered before, when the form is shown again. */
  readonly entered?: { readonly use: string; readonly draft: GroupDraft };
  readonly problem?: string;
};

/** `use` is "new", "forum" or the id of a group. Name and topic are checked by the rules, since only a new group needs them. */
export const registerCard = ({ actionId, groups, entered, problem }: RegisterView): Card =>
  cardOf(
    texts.registerTitle,
    [
      heading(texts.registerTitle),
      ...(problem ? [warning(problem)] : []),
      paragraph(texts.registerWhy),
      choice(
        "use",
        texts.use,
        [
          { title: texts.useNew, value: "new" },
          { title: texts.useForum, value: "forum" },
          ...groups.map(({ id, name }) => ({ title: texts.useExisting(name), value: id })),
        ],
        { value: entered?.use ?? "new" },
      ),
      note(texts.onlyForNew),
      ...draftFields(entered?.draft ?? emptyDraft),
    ],
    [button(texts.register, "group.register", { actionId }, true), exit(texts.cancel, "form.cancel")],
  );

export type ChangeView = {
  readonly actionId: string;
  readonly groupId: string;
  readonly draft: GroupDraft;
  readonly problem?: string;
};

export const changeCard = ({ actionId, groupId, draft, problem }: ChangeView): Card =>
  cardOf(
    texts.changeTitle,
    [heading(texts.changeTitle), ...(problem ? [warning(problem)] : []), ...draftFields(draft)],
    [button(texts.save, "group.change", { actionId, groupId }, true), exit(texts.cancel, "form.cancel")],
  );

const facts = (group: GroupDraft) => ({
  type: "FactSet" as const,
  facts: (["topic", "purpose", "contact"] as const)
    .filter((key) => group[key] !== "")
    .map((key) => ({ title: texts.facts[key], value: plain(group[key]) })),
});

/** What the coordinator can do with a group beside changing its words. */
const careFor = ({ group, places }: GroupView): readonly Action[] => {
  const groupId = group.id;
  return [
    ...(places.length === 0 ? [] : [button(care.detach.button, "group.detachForm", { groupId })]),
    group.archivedAt === undefined
      ? button(care.archive.button, "group.archiveForm", { groupId })
      : button(care.reopen.button, "group.reopen", { groupId, since: group.archivedAt }),
  ];
};

export const groupCard = (view: GroupView, mayEdit: boolean): Card => {
  const { group, attendance, joined, places, here } = view;
  const open = group.archivedAt === undefined;
  const { present, missing, parties } = attendance;
  const groupId = group.id;
  return cardOf(
    texts.groupTitle(group.name),
    [
      heading(texts.groupTitle(plain(group.name))),
      ...(group.archivedAt === undefined ? [] : [warning(care.archivedSince(germanDate(group.archivedAt)))]),
      facts(group),
      ...placeLines(places, here),
      ...(present.length === 0
        ? [paragraph(open ? texts.nobody : texts.nobodyThen)]
        : [
            paragraph(texts.present),
            paragraph(present.map((one) => texts.presentLine(one.organisation.name, one.people)).join(", ")),
          ]),
      ...(!open
        ? []
        : missing.length === 0
          ? [note(texts.allPresent)]
          : [note(texts.missing(missing.length, parties)), note(missing.map((one) => one.name).join(", "))]),
    ],
    [
      ...(joined || !open ? [] : [button(texts.join, "group.join", { groupId }, true)]),
      ...(mayEdit ? [button(texts.edit, "group.edit", { groupId }), ...careFor(view)] : []),
    ],
  );
};

/** Told to the channel itself, with the way in, or to the Forum, without. */
export const registeredCard = (group: WorkingGroup, elsewhere: boolean): Card => {
  const title = elsewhere ? texts.registeredElsewhere : texts.registeredHere;
  return cardOf(
    title(group.name),
    [heading(title(plain(group.name))), facts(group), ...(elsewhere ? [] : [paragraph(texts.hereNext)])],
    elsewhere ? [] : [button(texts.join, "group.join", { groupId: group.id }, true)],
  );
};

export const forumCard = (): Card =>
  cardOf(texts.forumTitle, [heading(texts.forumTitle), paragraph(texts.forumText)]);

const groupLines = (group: WorkingGroup) => [
  { ...paragraph(plain(group.name)), weight: "Bolder" as const },
  { ...paragraph(plain(group.topic)), spacing: "None" as const },
];

/** Groups that work first, then those that are closed. */
export const groupsCard = (groups: readonly WorkingGroup[]): Card => {
  const open = groups.filter((group) => group.archivedAt === undefined);
  const archived = groups.filter((group) => group.archivedAt !== undefined);
  const chosen = groups.map(({ id, name }) => ({ title: name, value: id }));
  return cardOf(
    texts.personalTitle,
    [
      heading(texts.personalTitle),
      ...(open.length === 0 ? [paragraph(care.noneOpen)] : open.flatMap(groupLines)),
      ...(archived.length === 0 ? [] : [{ ...heading(care.archivedTitle), separator: true }]),
      ...archived.flatMap(groupLines),
      choice("groupId", care.which, chosen, {
        isRequired: true,
        errorMessage: care.which,
        ...(chosen[0] ? { value: chosen[0].value } : {}),
      }),
    ],
    [button(care.open, "group.open")],
  );
};
