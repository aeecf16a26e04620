/** Cards about the places of a group, its end, and its new beginning. */
import {
  button,
  cardOf,
  choice,
  type Elements,
  exit,
  heading,
  note,
  paragraph,
  plain,
} from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { texts } from "./care.texts.ts";
import type { WorkingGroup } from "./forum.ts";
import { type GroupPlace, type NamedPlace, named } from "./group-places.ts";
import { texts as common } from "./texts.ts";

/** Places with the names that people read. */
export const namesOf = (places: readonly GroupPlace[]): readonly NamedPlace[] => named(places, texts.places);

function lineOf({ called, living, deleted, conversationId }: NamedPlace, here: string): string {
  if (deleted) return texts.places.deleted(called);
  if (!living) return texts.places.away(called);
  return conversationId === here ? texts.places.here(called) : called;
}

/** All places of a group; the present one is marked. */
export const placeLines = (places: readonly GroupPlace[], here: string): Elements =>
  places.length === 0
    ? [note(texts.places.none)]
    : [
        note(
          `${texts.places.title} ${namesOf(places)
            .map((one) => plain(lineOf(one, here)))
            .join(", ")}`,
        ),
      ];

export type DetachView = {
  readonly actionId: string;
  readonly group: WorkingGroup;
  readonly places: readonly GroupPlace[];
  readonly here: string;
};

export function detachCard({ actionId, group, places, here }: DetachView): Card {
  const all = namesOf(places);
  const chosen = all.find((one) => one.conversationId === here) ?? (all.length === 1 ? all[0] : undefined);
  const title = texts.detach.title;
  return cardOf(
    title(group.name),
    [
      heading(title(plain(group.name))),
      paragraph(texts.detach.why),
      choice(
        "place",
        texts.detach.which,
        all.map((one) => ({ title: lineOf(one, here), value: one.conversationId })),
        {
          isRequired: true,
          errorMessage: texts.detach.which,
          ...(chosen ? { value: chosen.conversationId } : {}),
        },
      ),
    ],
    [
      button(texts.detach.now, "group.detach", { actionId, groupId: group.id }, true),
      exit(common.cancel, "group.open", { groupId: group.id }),
    ],
  );
}

export const detachedCard = (group: WorkingGroup, place: string, last: boolean): Card => {
  const { done } = texts.detach;
  return cardOf(
    done(place, group.name),
    [paragraph(done(plain(place), plain(group.name))), ...(last ? [paragraph(texts.detach.last)] : [])],
    [button(texts.back, "group.open", { groupId: group.id })],
  );
};

export const archiveCard = (group: WorkingGroup, actionId: string): Card => {
  const { title, means, now } = texts.archive;
  return cardOf(
    title(group.name),
    [heading(title(plain(group.name))), ...means.map((sentence) => paragraph(sentence))],
    [
      button(now, "group.archive", { actionId, groupId: group.id }, true),
      exit(common.cancel, "group.open", { groupId: group.id }),
    ],
  );
};

/** What a place is told of its group. */
export const toldCard = (
  group: WorkingGroup,
  words: { readonly told: (name: string) => string; readonly toldMore: string },
): Card =>
  cardOf(words.told(group.name), [heading(words.told(plain(group.name))), paragraph(words.toldMore)]);

/** What the coordinators are told of a group without a place. */
export const bareCard = (group: WorkingGroup, places: readonly GroupPlace[]): Card => {
  const { bare } = texts;
  const gone = namesOf(places).map((one) => lineOf(one, ""));
  return cardOf(
    bare.title(group.name),
    [
      heading(bare.title(plain(group.name))),
      ...(gone.length === 0 ? [] : [paragraph(plain(bare.gone(gone)))]),
      paragraph(bare.stays),
      { ...paragraph(bare.todoTitle), weight: "Bolder" as const },
      ...bare.todo.map((one) => ({ ...paragraph(`– ${one}`), spacing: "Small" as const })),
    ],
    [button(bare.show, "group.open", { groupId: group.id }, true)],
  );
};
