/** The places of a group: channels and group chats, as people are told of them. Pure. */
import type { PlaceKind } from "../turn/turn.ts";

export type GroupPlace = {
  readonly conversationId: string;
  readonly kind: Exclude<PlaceKind, "personal">;
  /** Of a channel, as Teams has told it; null where it has not. */
  readonly name: string | null;
  /** Messages arrive there: neither was it deleted nor the bot removed. */
  readonly living: boolean;
  readonly deleted: boolean;
};

/** What places of one tenant an event is about. */
export type Scope = { readonly tenantId: string } & (
  | { readonly conversationId: string }
  | { readonly teamId: string }
);

/** A place with a name that no other of the same list has. */
export type NamedPlace = GroupPlace & { readonly called: string };

export type PlaceWords = {
  readonly channel: (name: string) => string;
  readonly unnamed: string;
  readonly chat: string;
  readonly another: (name: string, number: number) => string;
};

/** Names for all places: those that share one are numbered, in the order of the list. */
export function named(places: readonly GroupPlace[], words: PlaceWords): readonly NamedPlace[] {
  const plainName = ({ kind, name }: GroupPlace): string => {
    if (kind === "group") return words.chat;
    return name === null ? words.unnamed : words.channel(name);
  };
  const taken = new Set<string>();
  return places.map((place) => {
    const name = plainName(place);
    let called = name;
    for (let number = 2; taken.has(called); number += 1) called = words.another(name, number);
    taken.add(called);
    return { ...place, called };
  });
}
